"""Items of the journal that want a person, and those of a card that wait for their time."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from simdesk.models.orders import Money
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import op_item, operation


@dataclass(frozen=True, slots=True)
class StoredPerson:
    """An item in NEEDS_HUMAN with its operation; `sent_at` is seconds of UTC."""

    op_id: str
    seq: int
    card_id: int
    iccid: str
    request_json: str
    serial: str
    sent_at: int | None
    price: Money | None
    order_number: str | None
    reason: str | None
    requested_by: str


@dataclass(frozen=True, slots=True)
class StoredWaiting:
    """An operation that waits until `not_before`, seconds of UTC, with `cards` still to be sent."""

    op_id: str
    request_json: str
    not_before: int | None
    cards: int


def persons(connection: Connection, limit: int) -> list[StoredPerson]:
    """Items that need a person, the oldest send first."""
    query = (
        select(op_item, operation.c.request_json, operation.c.requested_by)
        .join(operation, operation.c.id == op_item.c.op_id)
        .where(OPEN_ITEM, op_item.c.state == "NEEDS_HUMAN")
        .order_by(op_item.c.sent_at, op_item.c.op_id, op_item.c.seq)
        .limit(limit)
    )
    return [
        StoredPerson(
            row.op_id,
            row.seq,
            row.card_id,
            row.iccid,
            row.request_json,
            row.serial,
            row.sent_at,
            None if row.amount_minor is None else Money(row.amount_minor, row.currency),
            row.order_number,
            row.reason,
            row.requested_by,
        )
        for row in connection.execute(query)
    ]


def waiting_of_card(connection: Connection, card_id: int) -> StoredWaiting | None:
    """The operation that waits to act on this card; None when none does."""
    query = (
        select(operation.c.id, operation.c.request_json, operation.c.not_before)
        .join(op_item, op_item.c.op_id == operation.c.id)
        .where(
            op_item.c.card_id == card_id,
            op_item.c.state == "PLANNED",
            operation.c.state == "RUNNING",
            operation.c.hold == "WAITING",
        )
        .order_by(operation.c.not_before)
        .limit(1)
    )
    found = connection.execute(query).first()
    if found is None:
        return None
    cards = connection.scalar(
        select(func.count()).where(op_item.c.op_id == found.id, op_item.c.state == "PLANNED")
    )
    return StoredWaiting(found.id, found.request_json, found.not_before, cards or 0)
