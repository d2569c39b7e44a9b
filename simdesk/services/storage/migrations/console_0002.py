"""The tables of the further pages as of revision 0002; never changed with `console_tables`."""

from typing import Any

import sqlalchemy as sa
from alembic import op

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def create() -> None:
    """Create the tables of pools, orders, purchases, rules and notifications."""
    _pool_reading()
    _provider_order()
    _purchase()
    _rule()
    _notification()
    _trigger_record()


def _wholes(*names: str, nullable: bool) -> tuple[sa.Column[Any], ...]:
    return tuple(sa.Column(name, WHOLE, nullable=nullable) for name in names)


def _account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["account"], ["account.name"], name=f"fk_{table}_account")


def _pool_reading() -> None:
    op.create_table(
        "pool_reading",
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("voucher", sa.Text, nullable=False),
        *_wholes("month", "read_at", "cards_total", "cards_active", nullable=False),
        *_wholes("used_kb", "outside_kb", "sms_used", nullable=False),
        *_wholes("total_kb", "left_kb", "grand_total_kb", "grand_used_kb", nullable=True),
        *_wholes("grand_left_kb", "function_fees", "function_fees_exceeded", nullable=True),
        sa.PrimaryKeyConstraint("account", "voucher", "month", name="pk_pool_reading"),
        _account("pool_reading"),
        sqlite_with_rowid=False,
    )


def _provider_order() -> None:
    op.create_table(
        "provider_order",
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("amount_minor", WHOLE, nullable=False),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("paid_at", WHOLE),
        sa.Column("iccid", sa.Text),
        sa.Column("voucher", sa.Text),
        sa.Column("serial", sa.Text),
        sa.Column("quantity", WHOLE, nullable=False),
        sa.Column("size_kb", WHOLE),
        sa.Column("read_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("account", "number", name="pk_provider_order"),
        _account("provider_order"),
    )
    op.create_index("ix_provider_order_created_at", "provider_order", ["created_at"])
    op.create_index("ix_provider_order_iccid", "provider_order", ["iccid"])


def _purchase() -> None:
    op.create_table(
        "purchase",
        sa.Column("serial", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("command_json", sa.Text, nullable=False),
        sa.Column("voucher", sa.Text),
        sa.Column("order_number", sa.Text),
        sa.Column("amount_minor", WHOLE),
        sa.Column("currency", sa.Text),
        sa.Column("before_json", sa.Text, nullable=False),
        sa.Column("requested_by", sa.Text, nullable=False),
        sa.Column("requested_at", WHOLE, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("settled_at", WHOLE),
        sa.Column("code", sa.Text),
        sa.Column("reason", sa.Text),
        sa.PrimaryKeyConstraint("serial", name="pk_purchase"),
        _account("purchase"),
        sa.CheckConstraint("amount_minor >= 0", name=op.f("ck_purchase_amount")),
        sa.CheckConstraint(
            "state IN ('SENDING', 'ACCEPTED', 'DONE', 'FAILED', 'UNKNOWN', 'NOT_APPLIED',"
            " 'NEEDS_HUMAN')",
            name=op.f("ck_purchase_state"),
        ),
    )


def _rule() -> None:
    op.create_table(
        "rule",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("group_kind", sa.Text, nullable=False),
        sa.Column("group_value", sa.Text, nullable=False, server_default=sa.text("''")),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("condition_json", sa.Text, nullable=False),
        sa.Column("push", sa.Text, nullable=False),
        sa.Column("enabled", sa.Boolean, nullable=False),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("changed_at", WHOLE, nullable=False),
        sa.Column("checked_at", WHOLE),
        sa.Column("checked_change", WHOLE, nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("id", name="pk_rule"),
        sa.UniqueConstraint("name", name="uq_rule_name"),
        sa.CheckConstraint(
            "group_kind IN ('voucher', 'tag', 'all')", name=op.f("ck_rule_group_kind")
        ),
        sa.CheckConstraint(
            "kind IN ('usage', 'status', 'expiry', 'pool')", name=op.f("ck_rule_kind")
        ),
        sa.CheckConstraint("push IN ('cycle', 'day', 'check')", name=op.f("ck_rule_push")),
    )


def _notification() -> None:
    op.create_table(
        "notification",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("rule_id", WHOLE, nullable=False),
        sa.Column("rule_name", sa.Text, nullable=False),
        sa.Column("condition", sa.Text, nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("cards", WHOLE, nullable=False),
        sa.Column("read_at", WHOLE),
        sa.PrimaryKeyConstraint("id", name="pk_notification"),
    )
    op.create_index("ix_notification_rule_id", "notification", ["rule_id"])


def _trigger_record() -> None:
    op.create_table(
        "trigger_record",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("rule_id", WHOLE, nullable=False),
        sa.Column("card_id", WHOLE),
        sa.Column("voucher", sa.Text),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("condition", sa.Text, nullable=False),
        sa.Column("measured", sa.Text, nullable=False),
        sa.Column("notification_id", WHOLE),
        sa.PrimaryKeyConstraint("id", name="pk_trigger_record"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_trigger_record_card_id"),
        sa.ForeignKeyConstraint(
            ["notification_id"], ["notification.id"], name="fk_trigger_record_notification_id"
        ),
    )
    op.create_index("ix_trigger_record_notification_id", "trigger_record", ["notification_id"])
    op.create_index("ix_trigger_record_card_id_rule_id", "trigger_record", ["card_id", "rule_id"])
    op.create_index("ix_trigger_record_rule_id_at", "trigger_record", ["rule_id", "at"])
    op.create_index(
        "ix_trigger_record_card_id_notification_id",
        "trigger_record",
        ["card_id", "notification_id"],
        sqlite_where=sa.text("notification_id IS NOT NULL"),
    )
