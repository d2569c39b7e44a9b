"""The triggers as of revision 0004, as they were; never changed with `triggers`."""

from collections.abc import Mapping
from typing import Final


def _kept(table: str, when: str = "") -> tuple[str, ...]:
    refusal = f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
    return (
        f"CREATE TRIGGER kept_{table}_update BEFORE UPDATE ON {table} {when}{refusal}",
        f"CREATE TRIGGER kept_{table}_delete BEFORE DELETE ON {table} {refusal}",
    )


KEPT: Final[Mapping[str, tuple[str, ...]]] = {
    "audit": _kept("audit"),
    "ledger": _kept("ledger"),
    "evidence": _kept("evidence"),
    "attempt": _kept("attempt", "WHEN OLD.ended_at IS NOT NULL "),
}
"""By table, the triggers that refuse to change or delete its rows; an attempt may end once."""


def side(row: str) -> str:
    """On which side of the ledger the money of an item or purchase lies in its state."""
    return (
        f"CASE WHEN {row}.state = 'PLANNED' THEN 'reserved'"
        f" WHEN {row}.state IN ('SENDING', 'ACCEPTED', 'UNKNOWN', 'NEEDS_HUMAN') THEN 'in_flight'"
        f" WHEN {row}.state = 'DONE' THEN 'spent' ELSE 'budget' END"
    )


def _moves(table: str, at: str, cause: str, columns: str) -> tuple[str, ...]:
    entry = f"INSERT INTO ledger (at, debit, credit, minor, currency, {columns}) SELECT {at}"
    money = f"NEW.amount_minor, NEW.currency, {cause}"
    begins = (
        f"CREATE TRIGGER ledger_{table}_begins AFTER INSERT ON {table}"
        f" WHEN NEW.amount_minor > 0 AND {side('NEW')} <> 'budget'"
        f" BEGIN {entry}, 'budget', {side('NEW')}, {money}; END"
    )
    moves = (
        f"CREATE TRIGGER ledger_{table}_moves AFTER UPDATE OF state ON {table}"
        f" WHEN NEW.amount_minor > 0 AND {side('OLD')} <> {side('NEW')}"
        f" BEGIN {entry}, {side('OLD')}, {side('NEW')}, {money}; END"
    )
    return begins, moves


_ITEM_AT = (
    "coalesce(NEW.settled_at, NEW.sent_at,"
    " (SELECT requested_at FROM operation WHERE id = NEW.op_id))"
)
LEDGER: Final[Mapping[str, tuple[str, ...]]] = {
    "op_item": _moves("op_item", _ITEM_AT, "NEW.op_id, NEW.seq", "op_id, seq"),
    "purchase": _moves(
        "purchase", "coalesce(NEW.settled_at, NEW.requested_at)", "NEW.serial", "serial"
    ),
}
"""By table, the triggers that move an item's money when its state moves, in one transaction."""
