"""From a selection to a journal: grouping cards for a preview, writing an operation's items.

Dialect: `grouped_ids` is SQLite's; PostgreSQL has string_agg.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update
from sqlalchemy import text as sql

from simdesk.models.operations import Hold
from simdesk.models.orders import Money
from simdesk.services.storage.before_image import BeforeImage
from simdesk.services.storage.codec import from_lines
from simdesk.services.storage.dialect import ids_in
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import (
    card,
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
    wanted = set(msisdns)
    held = select(card.c.id, card.c.msisdns).where(ids_in(card.c.id, ids))
    found: dict[int, tuple[int, ...]] = {
        card_id: ()
        for card_id, numbers in connection.execute(held)
        if wanted <= set(from_lines(numbers))
    }
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
    approved: list[str] = []
    waiting = iter(items)
    while part := list(islice(waiting, CHUNK)):
        rows = list(_item_rows(connection, new.id, len(approved), part))
        connection.execute(insert(op_item), rows)
        approved.extend(
            f"{row['iccid']} {row['expect_version']} {row['serial']} {row['amount_minor']}"
            for row in rows
        )
    digest = hashlib.sha256("\n".join(sorted(approved)).encode()).hexdigest()
    connection.execute(update(operation).where(operation.c.id == new.id).values(plan_hash=digest))


def _item_rows(
    connection: Connection, op_id: str, first: int, items: Sequence[NewItem]
) -> Iterator[dict[str, object]]:
    ids = [item.card_id for item in items]
    sub_cards = _sub_card_states(connection, ids)
    found = {
        row.id: row
        for row in connection.execute(select(*_IMAGE_COLUMNS).where(ids_in(card.c.id, ids)))
    }
    for seq, item in enumerate(items, start=first + 1):
        row = found[item.card_id]
        yield {
            "op_id": op_id,
            "seq": seq,
            "card_id": item.card_id,
            "iccid": row.iccid,
            "instance_id": row.instance_id,
            "serial": item.serial,
            "expect_version": item.version,
            "before_json": _image(row, sub_cards.get(item.card_id, {})).to_json(),
            "amount_minor": None if item.price is None else item.price.minor,
            "currency": None if item.price is None else item.price.currency,
            "state": "PLANNED",
            "attempts": 0,
            "replaces_op": None if item.replaces is None else item.replaces[0],
            "replaces_seq": None if item.replaces is None else item.replaces[1],
        }


_IMAGE_COLUMNS = (
    card.c.id,
    card.c.iccid,
    card.c.instance_id,
    card.c.specific,
    card.c.expires_at,
    card.c.auto_renew,
    card.c.cancellation_due,
    card.c.cycle_usage_kb,
    card.c.cycle_left_kb,
    card.c.tier_kb,
    card.c.usage_as_of,
    card.c.listed_at,
    card.c.detailed_at,
    card.c.card_limit_kb,
    card.c.limit_auto_restore,
    card.c.auto_rebind,
)


def _image(row: Row[*tuple[Any, ...]], sub_cards: Mapping[str, int]) -> BeforeImage:
    return BeforeImage(
        specific=row.specific,
        expires_at=row.expires_at,
        auto_renew=bool(row.auto_renew),
        cancellation_due=bool(row.cancellation_due),
        cycle_usage_kb=row.cycle_usage_kb,
        cycle_left_kb=row.cycle_left_kb,
        tier_kb=row.tier_kb,
        usage_as_of=row.usage_as_of,
        detailed=row.detailed_at is not None,
        card_limit_kb=row.card_limit_kb,
        limit_auto_restore=row.limit_auto_restore,
        auto_rebind=row.auto_rebind,
        sub_cards=sub_cards,
        read_at=max(row.listed_at, row.detailed_at or 0),
    )


def _sub_card_states(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, int]]:
    query = select(sub_card.c.card_id, sub_card.c.msisdns, sub_card.c.specific).where(
        ids_in(sub_card.c.card_id, ids)
    )
    found: dict[int, dict[str, int]] = {}
    for row in connection.execute(query):
        for msisdn in from_lines(row.msisdns):
            found.setdefault(row.card_id, {})[msisdn] = row.specific
    return found
