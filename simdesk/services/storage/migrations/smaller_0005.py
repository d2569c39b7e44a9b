"""The tables that revision 0005 makes anew, as they were then.

Each is copied in one statement and takes the old one's name. Foreign keys are not looked at
meanwhile (`env`): no row gets another id.
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INDEXES = ("iccid", "msisdns", "voucher", "expires_at", "cycle_usage_kb", "standing")
_SAME = (
    "SELECT 1 FROM card WHERE iccid = NEW.iccid COLLATE NOCASE AND iccid = NEW.iccid"
    " AND account = NEW.account AND instance_id = NEW.instance_id"
)
_REFUSAL = "BEGIN SELECT RAISE(ABORT, 'two cards are the same'); END"
_MOVED = "BEFORE UPDATE OF account, iccid, instance_id ON card"
ONE_CARD: Final = (
    f"CREATE TRIGGER one_card_insert BEFORE INSERT ON card WHEN EXISTS ({_SAME}) {_REFUSAL}",
    f"CREATE TRIGGER one_card_update {_MOVED} WHEN EXISTS ({_SAME} AND id <> OLD.id) {_REFUSAL}",
)


def cards() -> None:
    """The table without its unique key, which triggers keep from now on, and its old indexes."""
    for name in _INDEXES:
        op.drop_index(f"ix_card_{name}", "card")
    with op.batch_alter_table("card", recreate="always") as card:
        card.drop_constraint("uq_card_account_iccid_instance_id", type_="unique")


def numbers() -> None:
    """Only of cards with several; a single one is found by the card itself."""
    op.drop_index("ix_card_number_number", "card_number")
    op.rename_table("card_number", "card_number_before")
    op.create_table(
        "card_number",
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("card_id", "kind", "number", name="pk_card_number"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_card_number_card_id"),
        sa.CheckConstraint("kind IN ('msisdn', 'imsi')", name=op.f("ck_card_number_kind")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO card_number SELECT before.* FROM card_number_before AS before"
        " JOIN card ON card.id = before.card_id WHERE"
        " instr(CASE kind WHEN 'msisdn' THEN msisdns ELSE imsis END, char(10)) > 0"
    )
    op.drop_table("card_number_before")
    op.create_index("ix_card_number_number", "card_number", [sa.text("number COLLATE NOCASE")])


def plans() -> None:
    """Each name once."""
    op.create_table(
        "plan_name",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan_name"),
        sa.UniqueConstraint("name", name="uq_plan_name_name"),
    )
    op.execute("INSERT INTO plan_name (name) SELECT DISTINCT name FROM plan_running")
    op.rename_table("plan_running", "plan_running_before")
    op.create_table(
        "plan_running",
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("place", WHOLE, nullable=False),
        sa.Column("name_id", WHOLE, nullable=False),
        sa.Column("starts", sa.Text, nullable=False),
        sa.Column("ends", sa.Text, nullable=False),
        sa.Column("quota_kb", WHOLE),
        sa.Column("remark", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("card_id", "place", name="pk_plan_running"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_plan_running_card_id"),
        sa.ForeignKeyConstraint(["name_id"], ["plan_name.id"], name="fk_plan_running_name_id"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO plan_running SELECT card_id, place, plan_name.id, starts, ends, quota_kb,"
        " remark FROM plan_running_before AS before JOIN plan_name ON plan_name.name = before.name"
    )
    op.drop_table("plan_running_before")
