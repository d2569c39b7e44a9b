"""Moments as the world file keeps them: whole seconds since 1970 and days since 1970.

Asia/Shanghai has no summer time, so a business day is a fixed shift of the UTC day.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.models.periods import ZONE, Month, local

DAY: Final = 86_400
SHIFT: Final = 8 * 3_600
NEVER: Final = 0
"""What the file says for a moment or day that has not come."""
_EPOCH: Final = date(1970, 1, 1)
# Adding to a local time keeps its zone; the years of summer time (1986-1991) are long past.
_EPOCH_HERE: Final = datetime(1970, 1, 1, 8, tzinfo=ZONE)
START: Final = datetime(2026, 6, 15, 9, tzinfo=ZONE)
"""Where every new world begins."""

Days = NDArray[np.int64]


def seconds(moment: datetime) -> int:
    """Whole seconds since 1970. Raises ValueError for a naive datetime."""
    return int(local(moment).timestamp() // 1)


@lru_cache(maxsize=65_536)
def moment(second: int) -> datetime:
    """The moment in Asia/Shanghai."""
    return _EPOCH_HERE + timedelta(seconds=second)


def moment_or_none(second: int) -> datetime | None:
    return None if second == NEVER else moment(second)


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH).days


@lru_cache(maxsize=4_096)
def day_of(number: int) -> date:
    return _EPOCH + timedelta(days=number)


def day_at(second: int) -> int:
    """The business day, as a number, that a second lies in."""
    return (second + SHIFT) // DAY


def begin(day: int) -> int:
    """The second of 00:00 in Asia/Shanghai."""
    return day * DAY - SHIFT


def last_second_of(day: int) -> int:
    return begin(day + 1) - 1


def month_number(month: Month) -> int:
    """Months since year 0; consecutive months differ by one."""
    return month.year * 12 + month.number - 1


def month_of(number: int) -> Month:
    return Month(number // 12, number % 12 + 1)


def months_of(days: Days) -> NDArray[np.int64]:
    """The month numbers that these days lie in."""
    return days.astype("M8[D]").astype("M8[M]").astype(np.int64) + 1970 * 12


def first_days(months: NDArray[np.int64]) -> Days:
    """The first day of each month number."""
    return (months - 1970 * 12).astype("M8[M]").astype("M8[D]").astype(np.int64)


def last_days(months: NDArray[np.int64]) -> Days:
    return first_days(months + 1) - 1


def added_months(days: Days, months: NDArray[np.int64] | int) -> Days:
    """`periods.add_months` for many days at once."""
    here = months_of(days)
    there = here + months
    length = first_days(there + 1) - first_days(there)
    found: Days = first_days(there) + np.minimum(days - first_days(here), length - 1)
    return found
