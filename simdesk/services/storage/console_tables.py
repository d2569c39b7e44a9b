"""The tables behind the further pages: pools, orders, purchases, rules and what they saw."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Table, Text, text

from simdesk.services.storage.schema import Whole, metadata

pool_reading = Table(
    "pool_reading",
    metadata,
    Column("account", Text, ForeignKey("account.name"), primary_key=True),
    Column("voucher", Text, primary_key=True),
    Column("month", Whole, primary_key=True),
    Column("read_at", Whole, nullable=False),
    Column("cards_total", Whole, nullable=False),
    Column("cards_active", Whole, nullable=False),
    Column("used_kb", Whole, nullable=False),
    Column("outside_kb", Whole, nullable=False),
    Column("sms_used", Whole, nullable=False),
    Column("total_kb", Whole),
    Column("left_kb", Whole),
    Column("grand_total_kb", Whole),
    Column("grand_used_kb", Whole),
    Column("grand_left_kb", Whole),
    Column("function_fees", Whole),
    Column("function_fees_exceeded", Whole),
    sqlite_with_rowid=False,
)
"""A voucher's month (yyyyMM) as the provider last told it."""

provider_order = Table(
    "provider_order",
    metadata,
    Column("account", Text, ForeignKey("account.name"), primary_key=True),
    Column("number", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("amount_minor", Whole, nullable=False),
    Column("currency", Text, nullable=False),
    Column("created_at", Whole, nullable=False),
    Column("paid_at", Whole),
    Column("iccid", Text),
    Column("voucher", Text),
    Column("serial", Text),
    Column("quantity", Whole, nullable=False),
    Column("size_kb", Whole),
    Column("read_at", Whole, nullable=False),
)
"""An order as the provider last told it; none is ever deleted."""

Index("ix_provider_order_created_at", provider_order.c.created_at)
Index("ix_provider_order_iccid", provider_order.c.iccid)

purchase = Table(
    "purchase",
    metadata,
    Column("serial", Text, primary_key=True),
    Column("account", Text, ForeignKey("account.name"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("command_json", Text, nullable=False),
    Column("voucher", Text),
    Column("order_number", Text),
    Column("amount_minor", Whole, CheckConstraint("amount_minor >= 0", "amount")),
    Column("currency", Text),
    Column("before_json", Text, nullable=False),
    Column("requested_by", Text, nullable=False),
    Column("requested_at", Whole, nullable=False),
    Column(
        "state",
        Text,
        CheckConstraint(
            "state IN ('SENDING', 'ACCEPTED', 'DONE', 'FAILED', 'UNKNOWN', 'NOT_APPLIED',"
            " 'NEEDS_HUMAN')",
            "state",
        ),
        nullable=False,
    ),
    Column("settled_at", Whole),
    Column("code", Text),
    Column("reason", Text),
)
"""An act on a voucher or an order, written down before its first byte is sent.

`before_json` is what voucher and order looked like, to recognise an effect.
"""

rule = Table(
    "rule",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column(
        "group_kind",
        Text,
        CheckConstraint("group_kind IN ('voucher', 'tag', 'all')", "group_kind"),
        nullable=False,
    ),
    Column("group_value", Text, nullable=False, server_default=text("''")),
    Column(
        "kind",
        Text,
        CheckConstraint("kind IN ('usage', 'status', 'expiry', 'pool')", "kind"),
        nullable=False,
    ),
    Column("condition_json", Text, nullable=False),
    Column(
        "push", Text, CheckConstraint("push IN ('cycle', 'day', 'check')", "push"), nullable=False
    ),
    Column("enabled", Boolean, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Whole, nullable=False),
    Column("changed_at", Whole, nullable=False),
    Column("checked_at", Whole),
    Column("checked_change", Whole, nullable=False, server_default=text("0")),
)
"""An automation rule (domain.md 4.2). `checked_change` is the last card_change it has seen."""

notification = Table(
    "notification",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("rule_id", Whole, nullable=False, index=True),
    Column("rule_name", Text, nullable=False),
    Column("condition", Text, nullable=False),
    Column("at", Whole, nullable=False),
    Column("cards", Whole, nullable=False),
    Column("read_at", Whole),
)
"""What one check of one rule told the operator; it outlives its rule."""

trigger_record = Table(
    "trigger_record",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("rule_id", Whole, nullable=False),
    Column("card_id", Whole, ForeignKey("card.id")),
    Column("voucher", Text),
    Column("at", Whole, nullable=False),
    Column("condition", Text, nullable=False),
    Column("measured", Text, nullable=False),
    Column("notification_id", Whole, ForeignKey("notification.id"), index=True),
)
"""One card (or voucher, for pool rules) that met a rule's condition.

`measured` is the value as stored; `notification_id` is NULL where the push rule kept quiet.
"""

Index("ix_trigger_record_card_id_rule_id", trigger_record.c.card_id, trigger_record.c.rule_id)
Index("ix_trigger_record_rule_id_at", trigger_record.c.rule_id, trigger_record.c.at)
Index(
    "ix_trigger_record_card_id_notification_id",
    trigger_record.c.card_id,
    trigger_record.c.notification_id,
    sqlite_where=trigger_record.c.notification_id.is_not(None),
)
