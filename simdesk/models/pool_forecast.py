"""Which pools run out before the month ends: this month's use, drawn on in a straight line.

Same-tier pools hold active cards x tier, pooled plans what was bought (domain.md 3.3); what is
used beyond is charged at the carrier's price (domain.md 3.2).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from simdesk.models.periods import Month
from simdesk.models.pool_figures import same_tier


@dataclass(frozen=True, slots=True)
class PoolMonth:
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


def same_tier_month(through: date, used_kb: int, active_cards: int, tier_kb: int) -> PoolMonth:
    """A monthly same-tier pool: every active card has brought a whole tier."""
    held = same_tier(active_cards, tier_kb, used_kb)
    return PoolMonth(through, used_kb, held.left_kb or 0, held.outside_kb or 0)


def forecast(pool: PoolMonth) -> Forecast | None:
    """When the pool runs out if every day to come is as the month's days so far were.

    None when it lasts through the last day of the month of `through`.
    """
    month = Month.of(pool.through)
    passed, coming = pool.through.day, month.days - pool.through.day
    more = -(-pool.used_kb * coming // passed)
    outside = pool.outside_kb + max(0, more - pool.left_kb)
    if pool.outside_kb > 0:
        return Forecast(None, outside)
    if outside == 0:
        return None
    lasts = pool.left_kb * passed // pool.used_kb  # whole days that are still covered
    return Forecast(pool.through + timedelta(days=lasts + 1), outside)
