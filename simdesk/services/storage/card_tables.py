"""The tables of cards: what the provider tells, what it told before, and what the desk adds."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from simdesk.services.storage.schema import Whole, metadata

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Whose file this is: `marker`, `identity` of the provider's truth, `stopped` cleanly or not."""

account = Table(
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    Column("provider", Text, nullable=False),
)

card = Table(
    "card",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("account", Text, ForeignKey("account.name"), nullable=False),
    Column("iccid", Text, nullable=False),
    Column("instance_id", Text, nullable=False),
    # Lists are kept as lines; NULL or empty for none. Of several, each is found by card_number.
    Column("msisdns", Text),
    Column("imsis", Text),
    Column("voucher", Text, nullable=False),
    Column("carrier", Text, nullable=False),
    Column("plan_type", Text, nullable=False),
    Column("cycle", Whole, nullable=False),
    Column("rate_version", Whole, nullable=False),
    Column("tier_kb", Whole),
    Column("pool_id", Text),
    Column("status", Whole, nullable=False),
    Column("specific", Whole, nullable=False),
    Column("cancellation_due", Boolean, nullable=False),
    Column("cycle_usage_kb", Whole, nullable=False),
    Column("cycle_left_kb", Whole),
    Column("usage_as_of", Whole, nullable=False),
    Column("sms_used", Whole, nullable=False),
    Column("opened_at", Whole, nullable=False),
    Column("activated_at", Whole),
    Column("activation_method", Text),
    Column("expires_at", Whole),
    Column("auto_renew", Boolean, nullable=False),
    Column("order_number", Text, nullable=False),
    Column("sim_type", Text, nullable=False),
    Column("network", Text, nullable=False),
    Column("apn", Text, nullable=False),
    Column("private_segment", Text, nullable=False),
    Column("certify_type", Text, nullable=False),
    Column("sms_enabled", Boolean, nullable=False),
    Column("directional_group", Text, nullable=False),
    Column("provider_tags", Text, nullable=False),
    Column("provider_remark", Text, nullable=False),
    # What only details tell: all NULL until detailed_at is set.
    Column("imei", Text),
    Column("ips", Text),
    Column("certified", Boolean),
    Column("card_limit_kb", Whole),
    Column("voucher_limit_kb", Whole),
    Column("limit_auto_restore", Boolean),
    Column("auto_rebind", Boolean),
    # The desk's own.
    Column("remark", Text, nullable=False),
    Column("version", Whole, nullable=False),
    Column("listed_at", Whole, nullable=False),
    Column("detailed_at", Whole),
    Column("usage_at", Whole),
    Column("not_listed_since", Whole),
    Column("quiet_since", Whole),
    # On SQLite a trigger keeps it (`triggers.ONE_CARD`): an index would be a tenth of the file.
    UniqueConstraint("account", "iccid", "instance_id").ddl_if(dialect="postgresql"),
)
"""One row per card the provider ever listed; none is ever deleted, no two are the same card.

`version` counts changes of what a verdict or a price reads. `msisdns`, `imsis`, `provider_tags`
and `ips` are lines. `quiet_since` is worked out from table `usage` (quiet_store).
"""

Index("ix_card_iccid", text("iccid COLLATE NOCASE"), _table=card)
Index("ix_card_msisdns", text("msisdns COLLATE NOCASE"), _table=card)
Index("ix_card_imsis", text("imsis COLLATE NOCASE"), _table=card)
Index(
    "ix_card_standing",
    text("voucher COLLATE NOCASE"),
    card.c.specific,
    card.c.status,
    card.c.plan_type,
    card.c.cancellation_due,
)

card_number = Table(
    "card_number",
    metadata,
    Column("card_id", Whole, ForeignKey("card.id"), primary_key=True),
    Column("kind", Text, CheckConstraint("kind IN ('msisdn', 'imsi')", "kind"), primary_key=True),
    Column("number", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""An index: of a card with several MSISDNs, or IMSIs, each on its own."""

Index("ix_card_number_number", text("number COLLATE NOCASE"), _table=card_number)

sub_card = Table(
    "sub_card",
    metadata,
    Column("card_id", Whole, ForeignKey("card.id"), primary_key=True),
    Column("place", Whole, primary_key=True),
    Column("iccid", Text, nullable=False),
    Column("carrier", Text, nullable=False),
    Column("imsis", Text, nullable=False),
    Column("msisdns", Text, nullable=False),
    Column("ips", Text, nullable=False),
    Column("status", Whole, nullable=False),
    Column("specific", Whole, nullable=False),
    Column("certified", Boolean, nullable=False),
    Column("apn", Text, nullable=False),
    Column("cycle_usage_kb", Whole, nullable=False),
    Column("sms_used", Whole, nullable=False),
    Column("sms_enabled", Boolean, nullable=False),
    Column("private_segment", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""A smart card's channels, in the provider's order; `imsis`, `msisdns`, `ips` are lines."""

tag = Table(
    "tag",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("color", Text, nullable=False, server_default=text("'slate'")),
)
"""A label of the desk's own; `color` names one of the theme's tag colours."""

card_tag = Table(
    "card_tag",
    metadata,
    Column("card_id", Whole, ForeignKey("card.id"), primary_key=True),
    Column("tag_id", Whole, ForeignKey("tag.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""The desk's tags; the provider's are in card.provider_tags."""

Index("ix_card_tag_tag_id", card_tag.c.tag_id)

usage = Table(
    "usage",
    metadata,
    Column("card_id", Whole, ForeignKey("card.id"), primary_key=True),
    Column("month", Whole, primary_key=True),
    Column("days", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""A card's calendar month as yyyyMM: 31 little-endian uint32 of KB, 0xFFFFFFFF for unknown."""

plan_name = Table(
    "plan_name",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)
"""What plans are called: thousands of cards share a name."""

plan_running = Table(
    "plan_running",
    metadata,
    Column("card_id", Whole, ForeignKey("card.id"), primary_key=True),
    Column("place", Whole, primary_key=True),
    Column("name_id", Whole, ForeignKey("plan_name.id"), nullable=False),
    Column("starts", Text, nullable=False),
    Column("ends", Text, nullable=False),
    Column("quota_kb", Whole),
    Column("remark", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Plans that run or are queued; `starts` and `ends` are ISO days."""

carrier_share = Table(
    "carrier_share",
    metadata,
    Column("card_id", Whole, ForeignKey("card.id"), primary_key=True),
    Column("place", Whole, primary_key=True),
    Column("carrier", Text, nullable=False),
    Column("used_kb", Whole, nullable=False),
    Column("signal_csq", Whole),
    Column("delay_ms", Whole),
    sqlite_with_rowid=False,
)

card_change = Table(
    "card_change",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("card_id", Whole, ForeignKey("card.id"), nullable=False, index=True),
    Column("field", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("observed_at", Whole, nullable=False),
)
"""What a sync found changed at the provider, values as stored, in words."""

local_edit = Table(
    "local_edit",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("card_id", Whole, ForeignKey("card.id"), nullable=False, index=True),
    Column("at", Whole, nullable=False),
    Column("who", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
)
"""Tags (as lines) and remarks as the operator changed them."""
