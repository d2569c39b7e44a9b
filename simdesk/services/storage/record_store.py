"""A card's history as stored: what a sync saw change, what operations did, what the desk edited."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from simdesk.models.card import CardRow
from simdesk.models.orders import Money
from simdesk.services.storage.journal_entry import WHOLE
from simdesk.services.storage.rows import rows
from simdesk.services.storage.tables import card_change, local_edit, op_item, operation


@dataclass(frozen=True, slots=True)
class StoredChange:
    """`at` is seconds of UTC; values in words as they were stored."""

    at: int
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class StoredEdit:
    at: int
    who: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One operation's item on the card; `at` is the last thing that happened to it."""

    at: int
    action: str
    requested_by: str
    state: str
    price: Money | None
    order_number: str | None
    code: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class History:
    """All that is kept of a card's past; each list newest first."""

    row: CardRow
    changes: Sequence[StoredChange]
    edits: Sequence[StoredEdit]
    items: Sequence[StoredItem]


def history_of(connection: Connection, card_id: int) -> History | None:
    """A card's past; None for a card the desk does not have."""
    found = rows(connection, [card_id])
    if not found:
        return None
    return History(
        found[0],
        changes_of(connection, card_id),
        edits_of(connection, card_id),
        items_of(connection, card_id),
    )


def changes_of(connection: Connection, card_id: int) -> Sequence[StoredChange]:
    """What syncs saw change, newest first."""
    asked = (
        select(card_change.c.observed_at, card_change.c.field, card_change.c.before)
        .add_columns(card_change.c.after)
        .where(card_change.c.card_id == card_id)
        .order_by(card_change.c.id.desc())
    )
    return [StoredChange(*row) for row in connection.execute(asked)]


def edits_of(connection: Connection, card_id: int) -> Sequence[StoredEdit]:
    """Tags and remarks as they were edited, newest first."""
    columns = (local_edit.c[name] for name in ("at", "who", "field", "before", "after"))
    asked = select(*columns).where(local_edit.c.card_id == card_id)
    return [StoredEdit(*row) for row in connection.execute(asked.order_by(local_edit.c.id.desc()))]


def items_of(connection: Connection, card_id: int) -> Sequence[StoredItem]:
    """Every operation on the card, newest first."""
    at = func.coalesce(op_item.c.settled_at, op_item.c.sent_at, operation.c.requested_at)
    asked = (
        select(
            at,
            operation.c.action,
            operation.c.requested_by,
            op_item.c.state,
            op_item.c.amount_minor,
            op_item.c.currency,
            op_item.c.order_number,
            op_item.c.code,
            op_item.c.reason,
        )
        .join_from(op_item, operation)
        .where(op_item.c.card_id == card_id, WHOLE)
        .order_by(at.desc(), operation.c.requested_at.desc())
    )
    return [
        StoredItem(moment, action, who, state, _money(minor, currency), *rest)
        for moment, action, who, state, minor, currency, *rest in connection.execute(asked)
    ]


def _money(minor: int | None, currency: str | None) -> Money | None:
    return None if minor is None or currency is None else Money(minor, currency)
