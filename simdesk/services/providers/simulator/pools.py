"""Vouchers' months as the world counts them: cards, usage, what was bought (domain.md 3.3)."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.status import Base
from simdesk.models.voucher import Voucher
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.draft import Column
from simdesk.services.providers.simulator.lines import VoucherRow
from simdesk.services.providers.simulator.traffic import DAYS_IN_BLOB, NO_DATA, texted

_CARDS: Final = f"""
SELECT c.voucher, count(*), sum(s.base = {int(Base.ACTIVE)}),
  sum(CASE WHEN s.base < {int(Base.CANCELLED)} OR u.card IS NOT NULL THEN s.sms ELSE 0 END)
FROM card c JOIN state s ON s.card = c.id
LEFT JOIN usage u ON u.card = c.id AND u.month = :month
WHERE c.voucher BETWEEN :first AND :last GROUP BY c.voucher
"""
_USAGE: Final = """
SELECT c.id, c.smart, s.activated, s.anchor, s.base, u.month, u.days
FROM card c JOIN state s ON s.card = c.id JOIN usage u ON u.card = c.id
WHERE c.voucher = ? AND u.month BETWEEN ? AND ?
"""
_YEAR: Final = 12
_LAST: Final = 1 << 40


@dataclass(frozen=True, slots=True)
class Tally:
    """What one voucher's month comes to, in KB.

    `cycle_kb` is what counts against tiers: the running cycles of the cards that bring one, and of
    the others this month. `spent_kb` is what a pooled plan used since it began, with this month.
    """

    cards_total: int
    cards_active: int
    used_kb: int
    cycle_kb: int
    sms: int
    bought_kb: int = 0
    spent_kb: int = 0


def figures(voucher: Voucher, month: Month, tally: Tally, units: int) -> PoolReading:
    """The month in the provider's words; `units` are its function fees."""
    plan, used = voucher.plan_type, tally.used_kb
    cards = (voucher.text, month, tally.cards_total, tally.cards_active, used)
    if plan.single_card:
        return PoolReading(*cards, 0, tally.sms)
    if plan.same_tier:
        total = tally.cards_active * (voucher.tier_kb or 0)
        outside = min(used, max(0, tally.cycle_kb - total))
        left = max(0, total - tally.cycle_kb)
        return PoolReading(*cards, outside, tally.sms, total, left)
    bought, spent = tally.bought_kb, tally.spent_kb
    return PoolReading(
        *cards,
        min(used, max(0, spent - bought)),
        tally.sms,
        grand_total_kb=bought,
        grand_used_kb=spent,
        grand_left_kb=max(0, bought - spent),
        function_fees=units,
        function_fees_exceeded=max(0, tally.cards_active - units),
    )


class Pools:
    """Reads and keeps the figures; must be used in the world's thread."""

    def __init__(
        self, connection: sqlite3.Connection, vouchers: Mapping[int, VoucherRow], seed: int
    ) -> None:
        self._connection = connection
        self._vouchers = vouchers
        self._seed = seed

    def reading(self, number: int, month: Month, today: int) -> PoolReading | None:
        """A voucher's month; None for one that has not begun or of which no books were kept.

        Usage runs up to the end of the day before the day number `today`.
        """
        wanted = moments.month_number(month)
        current = moments.month_number(Month.of(moments.day_of(today)))
        if wanted > current:
            return None
        tally = self._live(number, wanted) if wanted == current else self._closed(number, wanted)
        if tally is None:
            return None
        return figures(self._vouchers[number].voucher, month, tally, self.units(number, wanted))

    def units(self, number: int, month: int) -> int:
        """Function fees bought for a month."""
        row = self._connection.execute(
            "SELECT units FROM function_fee WHERE voucher = ? AND month = ?", (number, month)
        ).fetchone()
        return 0 if row is None else int(row[0])

    def active(self, number: int, month: int) -> int:
        """How many of its cards count as active now (domain.md 9, row 31)."""
        counted = self._cards(month, number)
        return counted[0][2] if counted else 0

    def used(self, number: int, first: int, last: int) -> int:
        """KB in these months, both included."""
        return sum(
            self._usage(number, month)[0]
            for (month,) in self._connection.execute(
                "SELECT DISTINCT month FROM usage WHERE month BETWEEN ? AND ?", (first, last)
            ).fetchall()
        )

    def enlarge(self, number: int, size_kb: int) -> None:
        """A pooled plan has `size_kb` more."""
        self._connection.execute(
            "UPDATE pool SET bought_kb = bought_kb + ? WHERE voucher = ?", (size_kb, number)
        )

    def add_units(self, number: int, month: int, units: int) -> None:
        """So many more cards may be active in this month."""
        self._connection.execute(
            "INSERT INTO function_fee VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET units = units + excluded.units",
            (number, month, units),
        )

    def note_cards(self, month: int) -> None:
        """The month is about to end: who is there in its last second, and what was used so far."""
        self._connection.executemany(
            "INSERT INTO pool_month VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)",
            [
                (voucher, month, total, active, *self._usage(voucher, month)[:2], sms)
                for voucher, total, active, sms in self._cards(month, 0)
            ],
        )

    def close(self, month: int, last_day: int) -> None:
        """The month has ended and its last day is counted: its usage is final."""
        for number in self._vouchers:
            used, _, sms = self._usage(number, month, last_day)
            self._connection.execute(
                "UPDATE pool SET spent_kb = spent_kb + ? WHERE voucher = ?", (used, number)
            )
            self._connection.execute(
                # Whose cycles count was settled in the last second; the last day counts of all.
                "UPDATE pool_month SET cycle_kb = cycle_kb + ?1 - used_kb, used_kb = ?1,"
                " sms = sms + ?2, bought_kb = ?3, spent_kb = ?4 WHERE voucher = ?5 AND month = ?6",
                (used, sms, *self._stock(number), number, month),
            )

    def _live(self, number: int, month: int) -> Tally:
        counted = self._cards(month, number)
        total, active, sms = counted[0][1:] if counted else (0, 0, 0)
        used, cycle, _ = self._usage(number, month)
        bought, spent = self._stock(number)
        return Tally(total, active, used, cycle, sms, bought, spent + used)

    def _closed(self, number: int, month: int) -> Tally | None:
        row = self._connection.execute(
            "SELECT cards_total, cards_active, used_kb, cycle_kb, sms, bought_kb, spent_kb"
            " FROM pool_month WHERE voucher = ? AND month = ?",
            (number, month),
        ).fetchone()
        return None if row is None else Tally(*row)

    def _stock(self, number: int) -> tuple[int, int]:
        """What a pooled plan bought, and used in the months that are closed."""
        row = self._connection.execute(
            "SELECT bought_kb, spent_kb FROM pool WHERE voucher = ?", (number,)
        ).fetchone()
        return (0, 0) if row is None else (int(row[0]), int(row[1]))

    def _cards(self, month: int, number: int) -> list[tuple[int, int, int, int]]:
        """Voucher, cards in all, active ones and SMS, for one voucher or, with 0, for all.

        The SMS of a cancelled card count while its usage of the month does.
        """
        asked = {"month": month, "first": number, "last": number or _LAST}
        return self._connection.execute(_CARDS, asked).fetchall()

    def _usage(self, number: int, month: int, last_day: int = 0) -> tuple[int, int, int]:
        """KB of the month, KB that count against tiers, SMS of `last_day` where it is given."""
        voucher = self._vouchers[number].voucher
        yearly = voucher.plan_type.same_tier and voucher.cycle.months == _YEAR
        first = month - (_YEAR - 1) if yearly else month
        rows = self._connection.execute(_USAGE, (number, first, month)).fetchall()
        if not rows:
            return 0, 0, 0
        plain = np.array([row[:-1] for row in rows], np.int64)
        cards, smart, activated, anchor, base, months = plain.T
        days = np.frombuffer(b"".join([row[-1] for row in rows]), "<u4").reshape(-1, DAYS_IN_BLOB)
        kb = _after_activation(days, activated, months)
        now = months == month
        cycle = now
        if yearly:
            running = months >= month - (month - anchor) % _YEAR
            cycle = now | (running & (base == Base.ACTIVE))
        sms = 0
        if last_day:
            sent = days[:, moments.day_of(last_day).day - 1]
            there = now & (smart == 0) & (sent > 0) & (sent != NO_DATA)
            sms = int(texted(self._seed, cards[there], last_day).sum())
        return int(kb[now].sum()), int(kb[cycle].sum()), sms


def _after_activation(days: NDArray[np.uint32], activated: Column, months: Column) -> Column:
    """Each row's KB from the day of activation on: traffic of a test period is free (T4)."""
    begins = (activated + moments.SHIFT) // moments.DAY - moments.first_days(months)
    begins = np.where(activated > 0, np.clip(begins, 0, DAYS_IN_BLOB), DAYS_IN_BLOB)
    counts = (np.arange(DAYS_IN_BLOB) >= begins[:, None]) & (days != NO_DATA)
    found: Column = np.where(counts, days, 0).astype(np.int64).sum(axis=1)
    return found
