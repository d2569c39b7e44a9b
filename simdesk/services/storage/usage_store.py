"""Usage by month, running plans and carrier shares: what the provider's usage call tells."""

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
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
    update,
)

from simdesk.models.commands import CardRef
from simdesk.models.periods import Month
from simdesk.models.usage import ActivePlan, CardUsage, CarrierShare, MonthUsage
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import clean, seconds
from simdesk.services.storage.differences import Changes
from simdesk.services.storage.listing_store import ids_of
from simdesk.services.storage.quiet_store import note_quiet
from simdesk.services.storage.tables import card, carrier_share, plan_running, usage

TRAFFIC = "traffic"
"""Announced as the changed field when a card's usage, plans or shares are other than before."""
UNKNOWN_DAY = 0xFFFFFFFF
_DAYS = struct.Struct("<31I")
_UNKNOWN = b"\xff\xff\xff\xff"
_LARGEST = UNKNOWN_DAY - 1

Rows = dict[int, list[tuple[Any, ...]]]

_STAMP = update(card).where(dialect.ids_in(card.c.id)).values(usage_at=bindparam("now"))
_MONTHS = select(usage.c.card_id, usage.c.month, usage.c.days).where(
    dialect.ids_in(usage.c.card_id), usage.c.month.between(bindparam("first"), bindparam("last"))
)
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
    known = [UNKNOWN_DAY if day is None else day for day in days]
    if max(known) > UNKNOWN_DAY:
        known = [UNKNOWN_DAY if day is None else min(day, _LARGEST) for day in days]
    return _DAYS.pack(*known)


def days_of(stored: bytes) -> tuple[int | None, ...]:
    return tuple(None if day == UNKNOWN_DAY else day for day in _DAYS.unpack(stored))


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
    wanted = dialect.id_list(ids)
    changes = Changes()
    changed = _put_months(connection, ids, wanted)
    if changed:
        newest = max(one.month for of_card in ids.values() for one in of_card.months)
        for card_id in note_quiet(connection, changed, newest):
            changes.add(card_id, ("quiet_since",))
    plans = {card_id: _plan_rows(one.plans) for card_id, one in ids.items()}
    changed |= _replace(connection, _PLANS, plans, wanted)
    shares = {card_id: _share_rows(one.shares) for card_id, one in ids.items()}
    changed |= _replace(connection, _SHARES, shares, wanted)
    connection.execute(_STAMP, {"ids": wanted, "now": now})
    for card_id in changed:
        changes.add(card_id, (TRAFFIC,))
    return changes


def _put_months(connection: Connection, ids: Mapping[int, CardUsage], wanted: str) -> set[int]:
    numbers = {
        month: month_number(month)
        for month in {one.month for of_card in ids.values() for one in of_card.months}
    }
    if not numbers:
        return set()
    span = {"first": min(numbers.values()), "last": max(numbers.values())}
    before = {
        (card_id, month): days
        for card_id, month, days in connection.execute(_MONTHS, {"ids": wanted, **span}).all()
    }
    new: list[tuple[int, int, bytes]] = []
    for card_id, of_card in ids.items():
        for one in of_card.months:
            month = numbers[one.month]
            old = before.get((card_id, month))
            days = packed_days(one.days)
            if old is not None and days != old:
                days = _merged(old, days)
            if days != old:
                new.append((card_id, month, days))
    if new:
        dialect.execute_many(connection, _PUT_MONTH, new)
    return {card_id for card_id, _, _ in new}


def _merged(old: bytes, new: bytes) -> bytes:
    # Most often days were only added at the end; then there is nothing to take day by day.
    known = new.rstrip(b"\xff")
    if _UNKNOWN not in known and len(old.rstrip(b"\xff")) <= len(known):
        return new
    pairs = zip(_DAYS.unpack(old), _DAYS.unpack(new), strict=True)
    return _DAYS.pack(*(before if day == UNKNOWN_DAY else day for before, day in pairs))


def _plan_rows(plans: Iterable[ActivePlan]) -> list[tuple[Any, ...]]:
    return [
        (
            place,
            clean(plan.name),
            plan.starts.isoformat(),
            plan.ends.isoformat(),
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
    for card_id, *row in connection.execute(table.read, {"ids": wanted}):
        before[card_id].append(tuple(row))
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
    asked = select(plan_running).where(plan_running.c.card_id == card_id)
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
