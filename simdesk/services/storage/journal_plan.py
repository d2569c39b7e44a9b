"""From a selection to a journal: grouping cards for a preview, writing an operation's items.

Dialect: `grouped_ids` is SQLite's; PostgreSQL has string_agg.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Text,
    bindparam,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy import text as sql

from simdesk.models.operations import Hold
from simdesk.models.orders import Money
from simdesk.services.storage.codec import from_lines
from simdesk.services.storage.dialect import given_rows, ids_in, rows_of
from simdesk.services.storage.image_column import image_json
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.plan_hash import plan_digest
from simdesk.services.storage.tables import (
    card,
    card_number,
    op_item,
    operation,
    plan_running,
    sub_card,
)

CHUNK = 1000
"""Cards whose rows are held at once while an operation is written."""
GROUPED = 10_000
"""Cards grouped by one statement, so that none keeps the interpreter for long."""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards of a selection that nothing in a preview tells apart."""

    specific: int
    plan_type: str
    carrier: str
    auto_renew: bool
    cancellation_due: bool
    unsettled: bool
    voucher: str
    expires_at: int | None
    running_until: str | None
    version: int
    card_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewOperation:
    """An operation about to be written; moments are seconds of UTC.

    With `not_before` it waits until then. `reverses` is the operation that it takes back.
    """

    id: str
    action: str
    request_json: str
    risk: int
    provider: str
    account: str
    simulated: bool
    amount: Money | None
    requested_by: str
    requested_at: int
    send_until: int
    not_before: int | None = None
    reverses: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NewItem:
    """One card of it. `replaces` is the operation and place of the item it asks for anew."""

    card_id: int
    version: int
    serial: str
    price: Money | None
    replaces: tuple[str, int] | None = None


def grouped_ids(column: ColumnElement[int]) -> ColumnElement[str]:
    """The group's values as `1,2,3`."""
    return func.group_concat(column)


def unsettled_cards() -> ColumnElement[bool]:
    """The card has an item whose effect is still open."""
    return card.c.id.in_(select(op_item.c.card_id).where(OPEN_ITEM))


def card_groups(connection: Connection, ids: Sequence[int], today: date) -> Iterator[CardGroup]:
    """Group `ids` by everything a verdict, a price or a version reads; like groups may repeat.

    `running_until` is the ISO day the plan running on `today` ends, where its plans are known.
    """
    for start in range(0, len(ids), GROUPED):
        yield from _grouped(connection, ids[start : start + GROUPED], today)


def _grouped(connection: Connection, ids: Sequence[int], today: date) -> list[CardGroup]:
    day = today.isoformat()
    running = (
        select(func.max(plan_running.c.ends))
        .where(
            plan_running.c.card_id == card.c.id,
            plan_running.c.starts <= day,
            plan_running.c.ends >= day,
        )
        .scalar_subquery()
    )
    keys = (
        card.c.specific,
        card.c.plan_type,
        card.c.carrier,
        card.c.auto_renew,
        card.c.cancellation_due,
        unsettled_cards().label("unsettled"),
        card.c.voucher,
        card.c.expires_at,
        running.label("running_until"),
        card.c.version,
    )
    query = (
        select(*keys, grouped_ids(card.c.id).label("ids"))
        .where(ids_in(card.c.id, ids))
        .group_by(*(sql(str(place)) for place in range(1, len(keys) + 1)))
    )
    return [_group(row) for row in connection.execute(query)]


def _group(row: Row[*tuple[Any, ...]]) -> CardGroup:
    return CardGroup(
        row.specific,
        row.plan_type,
        row.carrier,
        bool(row.auto_renew),
        bool(row.cancellation_due),
        bool(row.unsettled),
        row.voucher,
        row.expires_at,
        row.running_until,
        row.version,
        tuple(map(int, row.ids.split(","))),
    )


def named_sub_cards(
    connection: Connection, msisdns: Sequence[str], ids: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """Which of these cards have all of these MSISDNs, and how those sub-cards stand.

    The specific statuses are empty for a card whose sub-cards have not been read yet.
    """
    query = (
        select(card_number.c.card_id)
        .where(
            card_number.c.kind == "msisdn",
            card_number.c.number.in_(msisdns),
            ids_in(card_number.c.card_id, ids),
        )
        .group_by(card_number.c.card_id)
        .having(func.count() == len(set(msisdns)))
    )
    found: dict[int, tuple[int, ...]] = dict.fromkeys(connection.scalars(query), ())
    asked = select(sub_card.c.card_id, sub_card.c.msisdns, sub_card.c.specific).where(
        ids_in(sub_card.c.card_id, list(found))
    )
    for card_id, numbers, specific in connection.execute(asked):
        if not set(from_lines(numbers)).isdisjoint(msisdns):
            found[card_id] += (specific,)
    return found


def write_operation(connection: Connection, new: NewOperation, items: Iterable[NewItem]) -> None:
    """Write an operation and its items, all PLANNED, with their before-images."""
    row = {
        "id": new.id,
        "action": new.action,
        "request_json": new.request_json,
        "risk": new.risk,
        "provider": new.provider,
        "account": new.account,
        "simulated": new.simulated,
        "plan_hash": "",
        "amount_minor": None if new.amount is None else new.amount.minor,
        "currency": None if new.amount is None else new.amount.currency,
        "requested_by": new.requested_by,
        "requested_at": new.requested_at,
        "state": "RUNNING",
        "hold": None if new.not_before is None else Hold.WAITING.value,
        "not_before": new.not_before,
        "send_until": new.send_until,
        "reverses": new.reverses,
        "reason": new.reason,
    }
    connection.execute(insert(operation).values(row))
    written, waiting = 0, iter(items)
    while part := list(islice(waiting, CHUNK)):
        write_items(connection, new.id, written, part)
        written += len(part)
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    approved = update(operation).where(operation.c.id == new.id)
    connection.execute(approved.values(plan_hash=plan_digest(raw, new.id)))


def write_items(connection: Connection, op_id: str, first: int, items: Sequence[NewItem]) -> None:
    """Write items behind place `first`, PLANNED, with what their cards look like now.

    Raises LookupError for a card that is not on the desk.
    """
    rows = [
        (
            seq,
            item.card_id,
            item.version,
            item.serial,
            None if item.price is None else item.price.minor,
            None if item.price is None else item.price.currency,
            *(item.replaces or (None, None)),
        )
        for seq, item in enumerate(items, start=first + 1)
    ]
    done = connection.execute(_WRITE_ITEMS, rows_of(rows) | {"of": op_id})
    if done.rowcount != len(rows):
        raise LookupError("an item of a card that is not on the desk")


_new = given_rows(
    "seq", "card_id", "version", "serial", "minor", "currency", "replaces_op", "replaces_seq"
)
_ITEM = {
    "op_id": bindparam("of", type_=Text),
    "seq": _new.c.seq,
    "card_id": card.c.id,
    "iccid": card.c.iccid,
    "instance_id": card.c.instance_id,
    "serial": _new.c.serial,
    "expect_version": _new.c.version,
    "before_json": image_json(),
    "amount_minor": _new.c.minor,
    "currency": _new.c.currency,
    "state": literal("PLANNED"),
    "attempts": literal(0),
    "replaces_op": _new.c.replaces_op,
    "replaces_seq": _new.c.replaces_seq,
}
_WRITE_ITEMS = insert(op_item).from_select(
    list(_ITEM), select(*_ITEM.values()).select_from(_new).where(card.c.id == _new.c.card_id)
)
