"""What is only ever added to: the audit, the ledger; and the bounds an operator set."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Table,
    Text,
    event,
)

from simdesk.services.storage.schema import Whole, metadata
from simdesk.services.storage.triggers import KEPT, LEDGER, ONE_CARD

audit = Table(
    "audit",
    metadata,
    Column("n", Whole, primary_key=True),
    Column("at", Whole, nullable=False),
    Column("who", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("body_json", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("h", Text, nullable=False),
    Index("ix_audit_subject", "subject"),
)
"""Everything an operator did, chained: `h` is SHA-256 over `prev` and the record (4.7)."""

_SIDES = "IN ('budget', 'reserved', 'in_flight', 'spent')"
ledger = Table(
    "ledger",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("at", Whole, nullable=False),
    Column("debit", Text, CheckConstraint(f"debit {_SIDES}", "debit"), nullable=False),
    Column("credit", Text, CheckConstraint(f"credit {_SIDES}", "credit"), nullable=False),
    Column("minor", Whole, CheckConstraint("minor > 0", "minor"), nullable=False),
    Column("currency", Text, nullable=False),
    Column("op_id", Text),
    Column("seq", Whole),
    Column("serial", Text),
    ForeignKeyConstraint(["op_id", "seq"], ["op_item.op_id", "op_item.seq"]),
    CheckConstraint("debit <> credit", "sides"),
    CheckConstraint("(op_id IS NULL) <> (serial IS NULL)", "cause"),
    Index("ix_ledger_op_id_seq", "op_id", "seq"),
    Index("ix_ledger_serial", "serial"),
    Index("ix_ledger_at", "at"),
)
"""Money on its way from the budget over reserved and in flight to spent, or back (4.9).

Each row takes `minor` from `debit` and gives it to `credit`, so that all sides sum to zero. Rows
are written by triggers on the states of items and purchases: none can move without its money.
"""

guard = Table(
    "guard",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Whole, nullable=False),
)
"""Bounds that no operation may pass, such as the spending of a day; absent: none."""


@event.listens_for(metadata, "after_create")
def _add_triggers(target: MetaData, connection: Connection, **rest: object) -> None:
    """Once all tables are there: the ledger's triggers stand on one table and write to another."""
    del target, rest
    if connection.dialect.name == "sqlite":
        for triggers in (*KEPT.values(), *LEDGER.values(), ONE_CARD):
            for words in triggers:
                connection.exec_driver_sql(words)
