"""Pool arithmetic: what a voucher's cards bring, use and owe (domain.md 3.2, 3.3).

Sizes are KB, money integer minor units.
"""

from dataclasses import dataclass
from datetime import date

from simdesk.models.orders import Money
from simdesk.models.periods import Month
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import Carrier, PlanType

_COUNTED = (SimStatus.IN_USE, SimStatus.SUSPENDED)
FIRST_TARIFF = 1
_FIRST_TARIFF_PER_GB = 1_000
_SAME_TIER_PER_MB = {Carrier.CMCC: 20}
_SAME_TIER_PER_GB = {Carrier.CTCC: 200, Carrier.CUCC: 400}
_POOLED_PER_GB = {Carrier.CMCC: 300, Carrier.CTCC: 200, Carrier.CUCC: 400}


def overage(
    carrier: Carrier, plan_type: PlanType, rate_version: int, outside_kb: int
) -> Money | None:
    """What usage outside the plan costs by carrier price (domain.md 3.2).

    Each started MB counts where a price is by the MB, the exact share of a GB elsewhere, half up
    to the minor unit. Single-card plans owe nothing: the carrier suspends the card instead. None
    where no price is published, as for the virtual carrier.
    """
    if plan_type.single_card or outside_kb <= 0:
        return Money(0)
    if rate_version == FIRST_TARIFF and carrier is not Carrier.VNO:
        return _by_gb(_FIRST_TARIFF_PER_GB, outside_kb)
    if plan_type.same_tier and carrier in _SAME_TIER_PER_MB:
        return Money(_SAME_TIER_PER_MB[carrier] * -(-outside_kb // KB_PER_MB))
    prices = _SAME_TIER_PER_GB if plan_type.same_tier else _POOLED_PER_GB
    return None if carrier not in prices else _by_gb(prices[carrier], outside_kb)


def _by_gb(price: int, kb: int) -> Money:
    return Money((2 * price * kb + KB_PER_GB) // (2 * KB_PER_GB))


def counts_in_pool(status: int, specific: int) -> bool:
    """Whether a pool counts the card: activated and not left (domain.md 3.3; 9, row 31).

    A card that is suspended in its test period shows Suspended, but is not activated yet.
    """
    return status in _COUNTED and specific != SpecificStatus.TEST_DEVICE_CHANGE


@dataclass(frozen=True, slots=True)
class PoolFigures:
    """What a pool holds. `total_kb` is None where nothing is known of it."""

    used_kb: int
    total_kb: int | None

    @property
    def left_kb(self) -> int | None:
        return None if self.total_kb is None else max(0, self.total_kb - self.used_kb)

    @property
    def outside_kb(self) -> int | None:
        return None if self.total_kb is None else max(0, self.used_kb - self.total_kb)

    @property
    def used_percent(self) -> int | None:
        """Whole percent of the total that is used, rounded down; None without a total."""
        return self.used_kb * 100 // self.total_kb if self.total_kb else None


def same_tier(active: int, tier_kb: int, used_kb: int) -> PoolFigures:
    """Every active card brings its tier whole, whenever in the month it joined (domain.md 3.3)."""
    return PoolFigures(used_kb, active * tier_kb)


def fees_exceeded(active: int, units: int) -> int:
    """Active cards beyond the function fees bought; a unit is one card for one month."""
    return max(0, active - units)


def even_use(total_kb: int, today: date) -> int:
    """What would be used by the end of `today` if every day of its month used the same, in KB."""
    return total_kb * today.day // Month.of(today).days
