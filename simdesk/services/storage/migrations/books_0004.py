"""The audit, the ledger and the guards as of revision 0004; never changed with `books_tables`."""

import sqlalchemy as sa
from alembic import op

from simdesk.services.storage.migrations.triggers_0004 import KEPT, LEDGER, side

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SIDES = "IN ('budget', 'reserved', 'in_flight', 'spent')"


def create() -> None:
    """Create the tables, and the triggers that keep them and that move the money."""
    _audit()
    _ledger()
    op.create_table(
        "guard",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_guard"),
    )
    for triggers in (*KEPT.values(), *LEDGER.values()):
        for words in triggers:
            op.execute(words)
    for words in _CARRIED_OVER:
        op.execute(words)


_ITEMS = (
    "INSERT INTO ledger (at, debit, credit, minor, currency, op_id, seq)"
    f" SELECT coalesce(settled_at, sent_at, requested_at), 'budget', {side('op_item')},"
    " op_item.amount_minor, op_item.currency, op_id, seq"
    " FROM op_item JOIN operation ON operation.id = op_item.op_id"
    f" WHERE op_item.amount_minor > 0 AND {side('op_item')} <> 'budget'"
)
_PURCHASES = (
    "INSERT INTO ledger (at, debit, credit, minor, currency, serial)"
    f" SELECT coalesce(settled_at, requested_at), 'budget', {side('purchase')},"
    " amount_minor, currency, serial"
    f" FROM purchase WHERE amount_minor > 0 AND {side('purchase')} <> 'budget'"
)
_CARRIED_OVER = (_ITEMS, _PURCHASES)
"""What was asked for before there was a ledger: its money, on the side of its state."""


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("n", WHOLE, nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "host", "act")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("subject", "body_json")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("prev", "h")),
        sa.PrimaryKeyConstraint("n", name="pk_audit"),
    )
    op.create_index("ix_audit_subject", "audit", ["subject"])


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("debit", sa.Text, nullable=False),
        sa.Column("credit", sa.Text, nullable=False),
        sa.Column("minor", WHOLE, nullable=False),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("op_id", sa.Text),
        sa.Column("seq", WHOLE),
        sa.Column("serial", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_ledger"),
        sa.ForeignKeyConstraint(
            ["op_id", "seq"], ["op_item.op_id", "op_item.seq"], name="fk_ledger_op_id"
        ),
        sa.CheckConstraint(f"debit {_SIDES}", name=op.f("ck_ledger_debit")),
        sa.CheckConstraint(f"credit {_SIDES}", name=op.f("ck_ledger_credit")),
        sa.CheckConstraint("minor > 0", name=op.f("ck_ledger_minor")),
        sa.CheckConstraint("debit <> credit", name=op.f("ck_ledger_sides")),
        sa.CheckConstraint("(op_id IS NULL) <> (serial IS NULL)", name=op.f("ck_ledger_cause")),
    )
    op.create_index("ix_ledger_op_id_seq", "ledger", ["op_id", "seq"])
    op.create_index("ix_ledger_serial", "ledger", ["serial"])
    op.create_index("ix_ledger_at", "ledger", ["at"])
