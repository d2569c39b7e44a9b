"""A selection grouped for a preview, by all that tells its cards apart.

Dialect: `grouped_ids` is SQLite's; PostgreSQL has string_agg.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    func,
    null,
    select,
)
from sqlalchemy import text as sql

from simdesk.services.storage.codec import from_lines
from simdesk.services.storage.dialect import ids_in
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import (
    card,
    op_item,
    plan_running,
    sub_card,
)

GROUPED = 40_000
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


def grouped_ids(column: ColumnElement[int]) -> ColumnElement[str]:
    """The group's values as `1,2,3`."""
    return func.group_concat(column)


def unsettled_cards() -> ColumnElement[bool]:
    """The card has an item whose effect is still open."""
    return card.c.id.in_(select(op_item.c.card_id).where(OPEN_ITEM))


@dataclass(frozen=True, slots=True)
class Part:
    """Some cards of a selection, each once: those the desk knows in groups.

    `named` is what `named_sub_cards` tells of them; None where no sub-cards were named.
    """

    ids: Sequence[int]
    groups: Sequence[CardGroup]
    named: Mapping[int, tuple[int, ...]] | None


def parts(
    connection: Connection,
    ids: Sequence[int],
    today: date,
    *,
    msisdns: Sequence[str] = (),
    expiry: bool = True,
    running: bool = True,
) -> Iterator[Part]:
    """A selection of any size, a part at a time, so that nothing keeps the interpreter for long.

    `expiry` and `running` say whether the groups tell plans apart by them; see `card_groups`.
    """
    seen: set[int] = set()
    for start in range(0, len(ids), GROUPED):
        some = [one for one in dict.fromkeys(ids[start : start + GROUPED]) if one not in seen]
        seen.update(some)
        groups = card_groups(connection, some, today, expiry=expiry, running=running)
        named = named_sub_cards(connection, msisdns, some) if msisdns else None
        yield Part(some, tuple(groups), named)


def card_groups(
    connection: Connection, ids: Sequence[int], today: date, *, expiry: bool, running: bool
) -> Iterator[CardGroup]:
    """Group `ids` by everything a verdict, a price or a version reads; like groups may repeat.

    `running_until` is the ISO day the plan running on `today` ends, where its plans are known.
    Whoever does not ask for it, or for the `expiry` of the plans, gets None there: the groups are
    fewer and come sooner.
    """
    ends = {
        "expires_at": card.c.expires_at if expiry else null(),
        "running_until": _running(today) if running else null(),
    }
    for start in range(0, len(ids), GROUPED):
        yield from _grouped(connection, ids[start : start + GROUPED], ends)


def _running(today: date) -> ColumnElement[Any]:
    day = today.isoformat()
    return (
        select(func.max(plan_running.c.ends))
        .where(
            plan_running.c.card_id == card.c.id,
            plan_running.c.starts <= day,
            plan_running.c.ends >= day,
        )
        .scalar_subquery()
    )


def _grouped(
    connection: Connection, ids: Sequence[int], ends: Mapping[str, ColumnElement[Any]]
) -> list[CardGroup]:
    keys = (
        card.c.specific,
        card.c.plan_type,
        card.c.carrier,
        card.c.auto_renew,
        card.c.cancellation_due,
        unsettled_cards().label("unsettled"),
        card.c.voucher,
        *(end.label(name) for name, end in ends.items()),
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
