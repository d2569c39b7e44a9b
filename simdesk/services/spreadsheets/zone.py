"""Moments as the carriers' clock showed them, quickly."""

from collections.abc import Sequence
from datetime import UTC, datetime

from simdesk.models.periods import local

DAY_SECONDS = 86_400
STEADY_SINCE = 694_195_200
"""China has kept +08:00 without summer time since 1992."""
STEADY_OFFSET = 28_800
"""Seconds ahead of UTC at and after STEADY_SINCE."""


def offset_of(moment: int) -> int:
    """Seconds by which the clock in Shanghai was ahead of UTC.

    `moment` is whole seconds of UTC since 1970.
    """
    if moment >= STEADY_SINCE:
        return STEADY_OFFSET
    shift = local(datetime.fromtimestamp(moment, UTC)).utcoffset()
    return 0 if shift is None else int(shift.total_seconds())


def first_day(moments: Sequence[object]) -> int | None:
    """The earliest day of all, counted from 1970; None where the clock was not steady, or none is.

    Moments counted from near that day are small numbers, which divide twice as fast.
    """
    known = [one for one in moments if isinstance(one, int)]
    if not known or (first := min(known)) < STEADY_SINCE:
        return None
    return (first + STEADY_OFFSET) // DAY_SECONDS
