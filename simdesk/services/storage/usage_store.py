"""Usage by month, running plans and carrier shares: what the provider's usage call tells."""

import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    select,
)

from simdesk.models.commands import CardRef
from simdesk.models.periods import Month
from simdesk.models.usage import ActivePlan, CardUsage, CarrierShare, MonthUsage
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import clean, seconds
from simdesk.services.storage.differences import Changes
from simdesk.services.storage.listing_store import ids_of
from simdesk.services.storage.quiet_store import Told, note_quiet
from simdesk.services.storage.stamping import USED, stamp
from simdesk.services.storage.tables import carrier_share, plan_name, plan_running, usage

TRAFFIC = "traffic"
"""Announced as the changed field when a card's usage, plans or shares are other than before."""
UNKNOWN_DAY = 0xFFFFFFFF
_BEGUN = tuple(struct.Struct(f"<{days}I") for days in range(32))
_DAYS = _BEGUN[31]
_UNKNOWN = b"\xff\xff\xff\xff"
_NOTHING_KNOWN = _UNKNOWN * 31
"""Such a month is not worth a row: without one nothing is known of it either."""
_LARGEST = UNKNOWN_DAY - 1

Rows = dict[int, list[tuple[Any, ...]]]

_MONTHS = select(usage.c.card_id, usage.c.month, usage.c.days).where(
    dialect.ids_in(usage.c.card_id), usage.c.month.between(bindparam("first"), bindparam("last"))
)
_NAMES = select(plan_name.c.name, plan_name.c.id).where(dialect.exactly_in(plan_name.c.name))
_PUT_NAME = insert(plan_name).values(name=bindparam("name"))
_PUT_MONTH = dialect.upsert(usage, ("card_id", "month"), ("days",))


@dataclass(frozen=True)
class _Listed:
    """A table of rows in order for each card, and what is done with it."""

    read: Select[Any]
    clear: Delete
    put: Insert

    @classmethod
    def of(cls, table: Table) -> "_Listed":
        mine = dialect.ids_in(table.c.card_id)
        ordered = select(table).where(mine).order_by(table.c.card_id, table.c.place)
        return cls(ordered, delete(table).where(mine), insert(table))


_PLANS, _SHARES = _Listed.of(plan_running), _Listed.of(carrier_share)


def packed_days(days: Sequence[int | None]) -> bytes:
    """31 days of KB as stored; more than 4 TB in a day is kept as 4 TB."""
    told = len(days)
    while told and days[told - 1] is None:
        told -= 1
    try:
        packed = _BEGUN[told].pack(*days[:told])
    except struct.error:  # a gap, or a day of more than it holds
        packed = _UNKNOWN
    if _UNKNOWN not in packed:
        return packed.ljust(_DAYS.size, b"\xff")
    return _DAYS.pack(*(UNKNOWN_DAY if day is None else min(day, _LARGEST) for day in days))


def days_of(stored: bytes) -> tuple[int | None, ...]:
    """A stored month as 31 values in KB, None where nothing is known."""
    # Most often the days that nothing is known of are the last ones.
    told = -(-len(stored.rstrip(b"\xff")) // len(_UNKNOWN))
    begun = stored[: told * len(_UNKNOWN)]
    if _UNKNOWN not in begun:
        return _BEGUN[told].unpack(begun) + (None,) * (31 - told)
    return tuple([None if day == UNKNOWN_DAY else day for day in _DAYS.unpack(stored)])


def month_number(month: Month) -> int:
    return month.year * 100 + month.number


def month_of(number: int) -> Month:
    return Month(*divmod(number, 100))


def put_usage(
    connection: Connection, account: str, read: Mapping[CardRef, CardUsage], asked_at: datetime
) -> Changes:
    """Write down usage asked for at `asked_at`. Days once known stay known, for ever.

    A card whose usage was asked for later than that keeps what it has.
    """
    now = seconds(asked_at)
    known = ids_of(connection, account, list(read))
    ids = {
        card_id: read[ref]
        for ref, (card_id, usage_at) in known.items()
        if usage_at is None or usage_at <= now
    }
    changes = put_usage_of(connection, ids)
    stamp(connection, {USED: (ids, now)})
    return changes


def put_usage_of(connection: Connection, ids: Mapping[int, CardUsage]) -> Changes:
    """The same for cards by their ids, none of which has newer usage; the caller stamps them."""
    wanted = dialect.id_list(ids)
    changes = Changes()
    changed = _put_months(connection, ids, wanted)
    other: set[int] = set()
    if changed is not None:
        changes.add_all(note_quiet(connection, changed), ("quiet_since",))
        other |= set(changed)
    names = _name_ids(connection, {one.name for told in ids.values() for one in told.plans})
    plans = {card_id: _plan_rows(one.plans, names) for card_id, one in ids.items()}
    other |= _replace(connection, _PLANS, plans, wanted)
    shares = {card_id: _share_rows(one.shares) for card_id, one in ids.items()}
    other |= _replace(connection, _SHARES, shares, wanted)
    changes.add_all(other, (TRAFFIC,))
    return changes


def _put_months(connection: Connection, ids: Mapping[int, CardUsage], wanted: str) -> Told | None:
    numbers = {
        month: month_number(month)
        for month in {one.month for of_card in ids.values() for one in of_card.months}
    }
    if not numbers:
        return None
    span = {"first": min(numbers.values()), "last": max(numbers.values())}
    held: dict[int, dict[int, bytes]] = defaultdict(dict)
    for card_id, number, days in dialect.plain_rows(connection, _MONTHS, {"ids": wanted, **span}):
        held[card_id][number] = days
    new: list[tuple[int, int, bytes]] = []
    for card_id, of_card in ids.items():
        months = held[card_id]
        for one in of_card.months:
            number = numbers[one.month]
            old = months.get(number)
            days = packed_days(one.days)
            if old is not None and days != old:
                days = _merged(old, days)
            if days != (old or _NOTHING_KNOWN):
                months[number] = days
                new.append((card_id, number, days))
    if not new:
        return None
    new.sort()
    dialect.execute_many(connection, _PUT_MONTH, new)
    changed = dict.fromkeys(card_id for card_id, _, _ in new)
    return Told({one: held[one] for one in changed}, min(numbers), max(numbers))


def _merged(old: bytes, new: bytes) -> bytes:
    # Most often days were only added at the end; then there is nothing to take day by day.
    known = new.rstrip(b"\xff")
    if _UNKNOWN not in known and len(old.rstrip(b"\xff")) <= len(known):
        return new
    pairs = zip(_DAYS.unpack(old), _DAYS.unpack(new), strict=True)
    return _DAYS.pack(*(before if day == UNKNOWN_DAY else day for before, day in pairs))


_iso = lru_cache(maxsize=4_096)(date.isoformat)


def _name_ids(connection: Connection, told: Collection[str]) -> dict[str, int]:
    """The ids of plans' names, made where they are missing."""
    wanted = {name: clean(name) for name in told}
    found = _known_names(connection, wanted.values())
    missing = sorted(set(wanted.values()) - found.keys())
    if missing:
        dialect.execute_many(connection, _PUT_NAME, [(name,) for name in missing])
        found = _known_names(connection, wanted.values())
    return {name: found[kept] for name, kept in wanted.items()}


def _known_names(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    asked = {"texts": dialect.text_list(names)}
    return dict(dialect.plain_rows(connection, _NAMES, asked))


def _plan_rows(plans: Iterable[ActivePlan], names: Mapping[str, int]) -> list[tuple[Any, ...]]:
    return [
        (
            place,
            names[plan.name],
            _iso(plan.starts),
            _iso(plan.ends),
            plan.quota_kb,
            clean(plan.remark),
        )
        for place, plan in enumerate(plans)
    ]


def _share_rows(shares: Iterable[CarrierShare]) -> list[tuple[Any, ...]]:
    return [
        (place, clean(share.carrier), share.used_kb, share.signal_csq, share.delay_ms)
        for place, share in enumerate(shares)
    ]


def _replace(connection: Connection, table: _Listed, after: Rows, wanted: str) -> set[int]:
    """Let `table` hold these rows for these cards; ids of the cards whose rows were others."""
    before: Rows = defaultdict(list)
    for row in dialect.plain_rows(connection, table.read, {"ids": wanted}):
        before[row[0]].append(row[1:])
    changed = {card_id for card_id, rows in after.items() if rows != before.get(card_id, [])}
    old = [card_id for card_id in changed if card_id in before]
    if old:
        connection.execute(table.clear, {"ids": dialect.id_list(old)})
    new = [(card_id, *row) for card_id in sorted(changed) for row in after[card_id]]
    if new:
        dialect.execute_many(connection, table.put, new)
    return changed


def usage_of(connection: Connection, card_id: int, first: Month, last: Month) -> CardUsage:
    """What is known of one card from `first` to `last`, both included, oldest month first."""
    months = select(usage.c.month, usage.c.days).where(
        usage.c.card_id == card_id,
        usage.c.month.between(month_number(first), month_number(last)),
    )
    return CardUsage(
        tuple(
            MonthUsage(month_of(number), days_of(days))
            for number, days in connection.execute(months.order_by(usage.c.month))
        ),
        tuple(_plans(connection, card_id)),
        tuple(_shares(connection, card_id)),
    )


def _plans(connection: Connection, card_id: int) -> Iterator[ActivePlan]:
    asked = (
        select(plan_running, plan_name.c.name)
        .join_from(plan_running, plan_name)
        .where(plan_running.c.card_id == card_id)
    )
    for row in connection.execute(asked.order_by(plan_running.c.place)):
        starts, ends = date.fromisoformat(row.starts), date.fromisoformat(row.ends)
        yield ActivePlan(row.name, starts, ends, row.quota_kb, row.remark)


def _shares(connection: Connection, card_id: int) -> Iterator[CarrierShare]:
    asked = select(carrier_share).where(carrier_share.c.card_id == card_id)
    for row in connection.execute(asked.order_by(carrier_share.c.place)):
        yield CarrierShare(row.carrier, row.used_kb, row.signal_csq, row.delay_ms)


def days_by_month(
    connection: Connection, ids: Sequence[int], first: Month, last: Month
) -> dict[tuple[int, Month], tuple[int | None, ...]]:
    """Daily KB by card and month of a few thousand cards at a time; unknown months are absent."""
    asked = select(usage.c.card_id, usage.c.month, usage.c.days).where(
        dialect.ids_in(usage.c.card_id),
        usage.c.month.between(month_number(first), month_number(last)),
    )
    months = {month_number(month): month for month in first.until(last)}
    return {
        (card_id, months[number]): days_of(days)
        for card_id, number, days in connection.execute(asked, {"ids": dialect.id_list(ids)})
    }
