"""Triggers in SQLite's words: what is kept for ever, and money that moves with its item.

Dialect: PostgreSQL says the same in functions of its own.
"""

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


def _side(row: str) -> str:
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
        f" WHEN NEW.amount_minor > 0 AND {_side('NEW')} <> 'budget'"
        f" BEGIN {entry}, 'budget', {_side('NEW')}, {money}; END"
    )
    moves = (
        f"CREATE TRIGGER ledger_{table}_moves AFTER UPDATE OF state ON {table}"
        f" WHEN NEW.amount_minor > 0 AND {_side('OLD')} <> {_side('NEW')}"
        f" BEGIN {entry}, {_side('OLD')}, {_side('NEW')}, {money}; END"
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

ONE_CARD: Final = tuple(
    f"CREATE TRIGGER one_card_{when} BEFORE {event} ON card WHEN EXISTS (SELECT 1 FROM card"
    # The index of ICCIDs knows no capitals; what it finds is then compared letter by letter.
    " WHERE iccid = NEW.iccid COLLATE NOCASE AND iccid = NEW.iccid AND account = NEW.account"
    f" AND instance_id = NEW.instance_id{other})"
    " BEGIN SELECT RAISE(ABORT, 'two cards are the same'); END"
    for when, event, other in (
        ("insert", "INSERT", ""),
        ("update", "UPDATE OF account, iccid, instance_id", " AND id <> OLD.id"),
    )
)
"""Refuse a second row for a card, as a unique key would that takes a tenth of the file."""
