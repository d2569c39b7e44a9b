"""Vouchers as the desk's cards tell them: how many cards in which status, and what they used."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, func, select, true

from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.periods import Month
from simdesk.models.pool_figures import counts_in_pool
from simdesk.models.pools import PoolReading
from simdesk.models.rules import Group, GroupKind
from simdesk.models.status import SimStatus
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import moment, seconds
from simdesk.services.storage.side_by_side import day_number, days_of_seconds, in_group
from simdesk.services.storage.tables import card, pool_reading, usage
from simdesk.services.storage.usage_store import UNKNOWN_DAY, month_number, month_of

DAYS = 31
_CHUNK = 20_000
_FIGURES = (
    "cards_total",
    "cards_active",
    "used_kb",
    "outside_kb",
    "sms_used",
    "total_kb",
    "left_kb",
    "grand_total_kb",
    "grand_used_kb",
    "grand_left_kb",
    "function_fees",
    "function_fees_exceeded",
)


@dataclass(slots=True)
class VoucherCards:
    """The cards of one voucher. Sizes are KB.

    `by_specific` counts cards by the provider's specific status, `active` those that a pool
    counts, `cycle_kb` is what these used in their running cycle, `limits` the voucher limits that
    details told.
    """

    voucher: str
    by_specific: Counter[int] = field(default_factory=Counter)
    by_status: Counter[int] = field(default_factory=Counter)
    active: int = 0
    cycle_kb: int = 0
    limits: tuple[tuple[int, bool], ...] = ()
    usage_as_of: datetime | None = None


def vouchers(connection: Connection, voucher: str | None = None) -> tuple[VoucherCards, ...]:
    """Every voucher that a card ever had, by its text, or one of them."""
    mine = _of_voucher(voucher)
    asked = (
        select(
            card.c.voucher,
            card.c.status,
            card.c.specific,
            func.count(),
            func.sum(card.c.cycle_usage_kb),
            func.min(card.c.usage_as_of),
        )
        .where(mine)
        .group_by(card.c.voucher, card.c.status, card.c.specific)
    )
    found: dict[str, VoucherCards] = {}
    for words, status, specific, count, used, as_of in connection.execute(asked):
        one = found.setdefault(words, VoucherCards(words))
        one.by_specific[specific] += count
        one.by_status[status] += count
        if counts_in_pool(status, specific):
            one.active += count
            one.cycle_kb += used
        if as_of is not None:
            oldest = moment(as_of)
            one.usage_as_of = oldest if one.usage_as_of is None else min(one.usage_as_of, oldest)
    for words, limits in _limits(connection, mine).items():
        found[words].limits = limits
    return tuple(found[words] for words in sorted(found, key=str.casefold))


def _of_voucher(voucher: str | None) -> ColumnElement[bool]:
    return true() if voucher is None else in_group(Group(GroupKind.VOUCHER, voucher))


def _limits(
    connection: Connection, mine: ColumnElement[bool]
) -> dict[str, tuple[tuple[int, bool], ...]]:
    """The voucher's limit as its cards' details tell it; more than one while a change spreads."""
    own = func.coalesce(card.c.card_limit_kb, 0) == 0
    asked = (
        select(card.c.voucher, card.c.voucher_limit_kb, func.max(card.c.limit_auto_restore))
        .where(card.c.voucher_limit_kb.is_not(None), own, mine)
        .group_by(card.c.voucher, card.c.voucher_limit_kb)
        .order_by(func.max(card.c.detailed_at).desc())
    )
    found: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for words, limit, restores in connection.execute(asked):
        found[words].append((limit, bool(restores)))
    return {words: tuple(limits) for words, limits in found.items()}


@dataclass(frozen=True, slots=True)
class LimitCounts:
    """A voucher's living cards: with a limit of their own, without, and not read in full yet."""

    own: int
    inheriting: int
    unread: int


def limit_counts(connection: Connection, voucher: str) -> LimitCounts:
    """Whom a limit of the voucher concerns; a card's own wins (domain.md 9, row 17)."""
    unread = card.c.detailed_at.is_(None)
    own = func.coalesce(card.c.card_limit_kb, 0) > 0
    asked = select(
        func.count().filter(~unread, own),
        func.count().filter(~unread, ~own),
        func.count().filter(unread),
    ).where(*_living(voucher))
    return LimitCounts(*connection.execute(asked).one())


def living_cards(connection: Connection, voucher: str) -> list[int]:
    """Ids of a voucher's cards that are listed and not cancelled."""
    asked = select(card.c.id).where(*_living(voucher), card.c.not_listed_since.is_(None))
    return list(connection.scalars(asked.order_by(card.c.id)))


def _living(voucher: str) -> tuple[ColumnElement[bool], ...]:
    return (dialect.uncased(card.c.voucher) == voucher, card.c.status != CANCELLED_CODE)


@dataclass(slots=True)
class MonthUse:
    """What a voucher's cards used in a month: 31 days in KB, and how much of it by cards that left.

    A card counts from its activation day on: traffic of test and silent periods is free. What a
    card used stays counted when it has stopped or is cancelled (domain.md 3.3).
    """

    days: NDArray[np.int64] = field(default_factory=lambda: np.zeros(DAYS, np.int64))
    left_kb: int = 0

    @property
    def total_kb(self) -> int:
        return int(self.days.sum())


def month_use(
    connection: Connection, month: Month, voucher: str | None = None
) -> dict[str, MonthUse]:
    """What each voucher's cards used in a month; vouchers without any use are absent."""
    found: dict[str, MonthUse] = defaultdict(MonthUse)
    for words, first, gone, days in _packs(connection, month, voucher):
        codes: dict[str, int] = {}
        place = np.array([codes.setdefault(one, len(codes)) for one in words])
        days[days == UNKNOWN_DAY] = 0
        days[np.arange(DAYS) < first[:, np.newaxis]] = 0
        for one, code in codes.items():
            mine = place == code
            found[one].days += days[mine].sum(axis=0)
            found[one].left_kb += int(days[mine & gone].sum())
    return dict(found)


def _packs(
    connection: Connection, month: Month, voucher: str | None
) -> Iterator[tuple[list[str], NDArray[np.int64], NDArray[np.bool_], NDArray[np.int64]]]:
    """A month's usage by portions: vouchers, first day that counts (from 0), gone or not, days."""
    gone = card.c.status.in_((int(SimStatus.STOPPED), int(SimStatus.CANCELLED)))
    asked = (
        select(card.c.voucher, card.c.activated_at, gone, usage.c.days)
        .join_from(usage, card)
        .where(
            usage.c.month == month_number(month),
            card.c.activated_at.is_not(None),
            _of_voucher(voucher),
        )
    )
    begins = day_number(month.first)
    rows = connection.execution_options(stream_results=True).execute(asked)
    for part in rows.partitions(_CHUNK):
        words, activated, left, packed = zip(*part, strict=True)
        days = np.frombuffer(b"".join(packed), "<u4").reshape(-1, DAYS).astype(np.int64)
        first = days_of_seconds(np.array(activated, np.int64)) - begins
        yield list(words), first, np.array(left, np.bool_), days


def put_readings(
    connection: Connection, account: str, read: Sequence[PoolReading], at: datetime
) -> frozenset[str]:
    """Write down what a provider told of pools. Returns the vouchers that differ from before."""
    before = {(one.voucher, one.month): one for one in readings(connection, account)}
    stored = [
        {
            "account": account,
            "voucher": one.voucher,
            "month": month_number(one.month),
            "read_at": seconds(at),
            **{name: getattr(one, name) for name in _FIGURES},
        }
        for one in read
    ]
    if stored:
        key = ("account", "voucher", "month")
        connection.execute(dialect.upsert(pool_reading, key, ("read_at", *_FIGURES)), stored)
    return frozenset(one.voucher for one in read if before.get((one.voucher, one.month)) != one)


def readings(
    connection: Connection, account: str, month: Month | None = None
) -> tuple[PoolReading, ...]:
    """What was read of pools, of one month or of all."""
    asked = select(
        pool_reading.c.voucher,
        pool_reading.c.month,
        *(pool_reading.c[name] for name in _FIGURES),
    ).where(pool_reading.c.account == account)
    if month is not None:
        asked = asked.where(pool_reading.c.month == month_number(month))
    return tuple(
        PoolReading(words, month_of(number), *figures)
        for words, number, *figures in connection.execute(asked)
    )


def read_moments(connection: Connection, account: str, month: Month) -> Mapping[str, datetime]:
    """When each voucher's figures of a month were read."""
    asked = select(pool_reading.c.voucher, pool_reading.c.read_at).where(
        pool_reading.c.account == account, pool_reading.c.month == month_number(month)
    )
    return {words: moment(at) for words, at in connection.execute(asked)}
