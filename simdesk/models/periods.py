"""The business calendar in Asia/Shanghai: months, cycles, deadlines (domain.md 2.3, 9)."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
SILENT_MONTHS = 6
CANCELLATION_DEADLINE_DAY = 20
AUTO_CANCEL_MONTHS = 3
EXPIRY_WARNING_DAYS = 7


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; its text form is yyyyMM, as the provider writes it."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read yyyyMM. Raises ValueError."""
        if len(words) != 6 or not (words.isascii() and words.isdigit()):
            raise ValueError(words)
        month = cls(int(words[:4]), int(words[4:]))
        if not 1 <= month.number <= 12:
            raise ValueError(words)
        return month

    def __str__(self) -> str:
        return f"{self.year:04d}{self.number:02d}"

    def plus(self, months: int) -> Self:
        index = self.year * 12 + self.number - 1 + months
        return type(self)(index // 12, index % 12 + 1)

    def until(self, last: Self) -> Iterator[Self]:
        """The months from this one to `last`, both included."""
        month = self
        while month <= last:
            yield month
            month = month.plus(1)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.number, self.days)

    @property
    def days(self) -> int:
        return calendar.monthrange(self.year, self.number)[1]


def local(moment: datetime) -> datetime:
    """The same moment on the carriers' clock. Raises ValueError for a naive datetime."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(ZONE)


def midnight(day: date) -> datetime:
    """00:00 of `day` in Asia/Shanghai."""
    return datetime.combine(day, time(), ZONE)


def last_second(day: date) -> datetime:
    """23:59:59 of `day`, the form plan expiries take."""
    return datetime.combine(day, time(23, 59, 59), ZONE)


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day when it has none."""
    month = Month.of(day).plus(months)
    return month.first.replace(day=min(day.day, month.days))


def plan_expiry(activated: date, months: int) -> datetime:
    """Last second of the N-th month, the activation month counted as the first (domain.md 3.4)."""
    return last_second(Month.of(activated).plus(months - 1).last)


def renewed_expiry(expires: datetime, months: int, today: date) -> datetime:
    """Expiry after a renewal of `months` (domain.md 3.4).

    Plans queue behind the running one; when it has already ended, the current month counts first.
    An expiry on a month's last day stays on one (30 June -> 31 July).
    """
    ends = local(expires).date()
    if ends < today:
        return plan_expiry(today, months)
    if ends == Month.of(ends).last:
        return last_second(Month.of(ends).plus(months).last)
    return last_second(add_months(ends, months))


def silent_end(opened: date, months: int = SILENT_MONTHS) -> datetime:
    """When the system activates a silent card: six months on, first of the next month (9, row 6).

    A test period before adds its own months to `months` (domain.md 2.3).
    """
    return midnight(Month.of(add_months(opened, months)).plus(1).first)


def auto_cancel_day(stopped: date) -> date:
    """The day whose daily job cancels a card stopped on `stopped` (domain.md 9, row 9).

    `stopped` is the last day of the plan: service ends in its last second. Its day of the month
    three months later must have passed: 31 January -> 1 May.
    """
    return add_months(stopped, AUTO_CANCEL_MONTHS) + timedelta(days=1)


def cancellation_is_late(today: date) -> bool:
    """From 00:00 on the 20th a cancellation finishes next month, with its charge (9, row 10)."""
    return today.day >= CANCELLATION_DEADLINE_DAY


def cycle_of(activated: date, months: int, today: date) -> tuple[date, date]:
    """First and last day of the plan cycle of `months` that holds `today` (domain.md 9, rows 7, 8).

    `activated` is any day of the first cycle.
    """
    start = Month.of(activated)
    passed = (today.year - start.year) * 12 + today.month - start.number
    first = start.plus(passed // months * months)
    return first.first, first.plus(months - 1).last
