"""The tables of cards of revision 0001, as they were; never changed with `tables`."""

from typing import Any

import sqlalchemy as sa
from alembic import op

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def create() -> None:
    """Create the tables of cards."""
    _account()
    _meta()
    _tag()
    _card()
    _card_change()
    _card_number()
    _card_tag()
    _carrier_share()
    _local_edit()
    _plan_running()
    _sub_card()
    _usage()


def _account() -> None:
    op.create_table(
        "account",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("provider", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_account"),
    )


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )


def _tag() -> None:
    op.create_table(
        "tag",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tag"),
        sa.UniqueConstraint("name", name="uq_tag_name"),
    )


def _from_the_list() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("iccid", sa.Text, nullable=False),
        sa.Column("instance_id", sa.Text, nullable=False),
        sa.Column("msisdns", sa.Text),
        sa.Column("imsis", sa.Text),
        sa.Column("voucher", sa.Text, nullable=False),
        sa.Column("carrier", sa.Text, nullable=False),
        sa.Column("plan_type", sa.Text, nullable=False),
        sa.Column("cycle", WHOLE, nullable=False),
        sa.Column("rate_version", WHOLE, nullable=False),
        sa.Column("tier_kb", WHOLE),
        sa.Column("pool_id", sa.Text),
        sa.Column("status", WHOLE, nullable=False),
        sa.Column("specific", WHOLE, nullable=False),
        sa.Column("cancellation_due", sa.Boolean, nullable=False),
        sa.Column("cycle_usage_kb", WHOLE, nullable=False),
        sa.Column("cycle_left_kb", WHOLE),
        sa.Column("usage_as_of", WHOLE, nullable=False),
        sa.Column("sms_used", WHOLE, nullable=False),
        sa.Column("opened_at", WHOLE, nullable=False),
        sa.Column("activated_at", WHOLE),
        sa.Column("activation_method", sa.Text),
        sa.Column("expires_at", WHOLE),
        sa.Column("auto_renew", sa.Boolean, nullable=False),
        sa.Column("order_number", sa.Text, nullable=False),
        sa.Column("sim_type", sa.Text, nullable=False),
        sa.Column("network", sa.Text, nullable=False),
        sa.Column("apn", sa.Text, nullable=False),
        sa.Column("private_segment", sa.Text, nullable=False),
        sa.Column("certify_type", sa.Text, nullable=False),
        sa.Column("sms_enabled", sa.Boolean, nullable=False),
        sa.Column("directional_group", sa.Text, nullable=False),
        sa.Column("provider_tags", sa.Text, nullable=False),
        sa.Column("provider_remark", sa.Text, nullable=False),
    )


def _from_details_and_desk() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("imei", sa.Text),
        sa.Column("ips", sa.Text),
        sa.Column("certified", sa.Boolean),
        sa.Column("card_limit_kb", WHOLE),
        sa.Column("voucher_limit_kb", WHOLE),
        sa.Column("limit_auto_restore", sa.Boolean),
        sa.Column("auto_rebind", sa.Boolean),
        sa.Column("remark", sa.Text, nullable=False),
        sa.Column("version", WHOLE, nullable=False),
        sa.Column("listed_at", WHOLE, nullable=False),
        sa.Column("detailed_at", WHOLE),
        sa.Column("usage_at", WHOLE),
        sa.Column("not_listed_since", WHOLE),
    )


def _card() -> None:
    op.create_table(
        "card",
        *_from_the_list(),
        *_from_details_and_desk(),
        sa.PrimaryKeyConstraint("id", name="pk_card"),
        sa.ForeignKeyConstraint(["account"], ["account.name"], name="fk_card_account"),
        sa.UniqueConstraint(
            "account", "iccid", "instance_id", name="uq_card_account_iccid_instance_id"
        ),
    )
    op.create_index("ix_card_cycle_usage_kb", "card", ["cycle_usage_kb"])
    op.create_index("ix_card_expires_at", "card", ["expires_at"])
    op.create_index("ix_card_iccid", "card", [sa.text("iccid COLLATE NOCASE")])
    op.create_index("ix_card_msisdns", "card", [sa.text("msisdns COLLATE NOCASE")])
    op.create_index("ix_card_specific", "card", ["specific"])
    op.create_index("ix_card_voucher", "card", [sa.text("voucher COLLATE NOCASE")])


def _card_change() -> None:
    op.create_table(
        "card_change",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("observed_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_card_change"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_card_change_card_id"),
    )
    op.create_index("ix_card_change_card_id", "card_change", ["card_id"])


def _card_number() -> None:
    op.create_table(
        "card_number",
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("card_id", "kind", "number", name="pk_card_number"),
        sa.CheckConstraint("kind IN ('msisdn', 'imsi')", name=op.f("ck_card_number_kind")),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_card_number_card_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_card_number_number", "card_number", [sa.text("number COLLATE NOCASE")])


def _card_tag() -> None:
    op.create_table(
        "card_tag",
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("tag_id", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("card_id", "tag_id", name="pk_card_tag"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_card_tag_card_id"),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name="fk_card_tag_tag_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_card_tag_tag_id", "card_tag", ["tag_id"])


def _carrier_share() -> None:
    op.create_table(
        "carrier_share",
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("place", WHOLE, nullable=False),
        sa.Column("carrier", sa.Text, nullable=False),
        sa.Column("used_kb", WHOLE, nullable=False),
        sa.Column("signal_csq", WHOLE),
        sa.Column("delay_ms", WHOLE),
        sa.PrimaryKeyConstraint("card_id", "place", name="pk_carrier_share"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_carrier_share_card_id"),
        sqlite_with_rowid=False,
    )


def _local_edit() -> None:
    op.create_table(
        "local_edit",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_local_edit"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_local_edit_card_id"),
    )
    op.create_index("ix_local_edit_card_id", "local_edit", ["card_id"])


def _plan_running() -> None:
    op.create_table(
        "plan_running",
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("place", WHOLE, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("starts", sa.Text, nullable=False),
        sa.Column("ends", sa.Text, nullable=False),
        sa.Column("quota_kb", WHOLE),
        sa.Column("remark", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("card_id", "place", name="pk_plan_running"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_plan_running_card_id"),
        sqlite_with_rowid=False,
    )


def _sub_card() -> None:
    op.create_table(
        "sub_card",
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("place", WHOLE, nullable=False),
        sa.Column("iccid", sa.Text, nullable=False),
        sa.Column("carrier", sa.Text, nullable=False),
        sa.Column("imsis", sa.Text, nullable=False),
        sa.Column("msisdns", sa.Text, nullable=False),
        sa.Column("ips", sa.Text, nullable=False),
        sa.Column("status", WHOLE, nullable=False),
        sa.Column("specific", WHOLE, nullable=False),
        sa.Column("certified", sa.Boolean, nullable=False),
        sa.Column("apn", sa.Text, nullable=False),
        sa.Column("cycle_usage_kb", WHOLE, nullable=False),
        sa.Column("sms_used", WHOLE, nullable=False),
        sa.Column("sms_enabled", sa.Boolean, nullable=False),
        sa.Column("private_segment", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("card_id", "place", name="pk_sub_card"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_sub_card_card_id"),
        sqlite_with_rowid=False,
    )


def _usage() -> None:
    op.create_table(
        "usage",
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("month", WHOLE, nullable=False),
        sa.Column("days", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("card_id", "month", name="pk_usage"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_usage_card_id"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
