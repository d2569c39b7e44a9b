"""Which pools run out before the month ends: this month's use, drawn on in a straight line.

Same-tier pools hold active cards x tier, pooled plans what was bought (domain.md 3.3); what is
used beyond is charged at the carrier's price (domain.md 3.2).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from simdesk.models.periods import Month


@dataclass(frozen=True, slots=True)
class PoolUse:
    """A pool's month up to the end of day `through`. Sizes are KB.

    `left_kb` is what it still holds, `outside_kb` what was already used beyond it.
    """

    through: date
    used_kb: int
    left_kb: int
    outside_kb: int = 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """A pool that does not last: the day its data ends, and the use beyond it by month's end.

    `runs_out` is None when it has ended already.
    """

    runs_out: date | None
    outside_kb: int


def same_tier_use(through: date, used_kb: int, active_cards: int, tier_kb: int) -> PoolUse:
    """A same-tier pool: every active card has brought a whole tier, whenever it joined."""
    total = active_cards * tier_kb
    return PoolUse(through, used_kb, max(0, total - used_kb), max(0, used_kb - total))


def forecast(use: PoolUse) -> Forecast | None:
    """When the pool runs out if every day to come is as the month's days so far were.

    None when it lasts through the last day of the month of `through`.
    """
    month = Month.of(use.through)
    passed, coming = use.through.day, month.days - use.through.day
    more = -(-use.used_kb * coming // passed)
    outside = use.outside_kb + max(0, more - use.left_kb)
    if use.outside_kb > 0:
        return Forecast(None, outside)
    if outside == 0:
        return None
    lasts = use.left_kb * passed // use.used_kb  # whole days that are still covered
    return Forecast(use.through + timedelta(days=lasts + 1), outside)
