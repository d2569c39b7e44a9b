"""Pool arithmetic against tables worked out by hand."""

from datetime import date

import pytest

from simdesk.models.orders import Money
from simdesk.models.pool_figures import (
    PoolFigures,
    even_use,
    fees_exceeded,
    overage,
    same_tier,
)
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import Carrier, PlanType

MB, GB = KB_PER_MB, KB_PER_GB

# carrier plan rate outside(KB)   minor units, and how they come about
OVERAGE = [
    ("CMCC", "SF", 2, 1 * MB, 20, "1 MB at 0.20"),
    ("CMCC", "SF", 2, 1 * MB + 1, 40, "a second MB has begun"),
    ("CMCC", "SF", 2, 1, 20, "the first MB has begun"),
    ("CMCC", "SFD", 3, 1 * GB, 20_480, "1,024 MB at 0.20"),
    ("CTCC", "SF", 2, 1 * GB, 200, "1 GB at 2"),
    ("CTCC", "SF", 2, 512 * MB, 100, "half of 2"),
    ("CTCC", "SFD", 2, 1, 0, "0.0002 fen"),
    ("CTCC", "SF", 2, 2_622, 1, "0.500107 fen rounds up"),
    ("CTCC", "SF", 2, 2_621, 0, "0.499916 fen rounds down"),
    ("CUCC", "SF", 3, 3 * GB // 2, 600, "1.5 GB at 4"),
    ("CMCC", "UP", 2, 1 * GB, 300, "1 GB at 3"),
    ("CMCC", "UPG", 2, 10 * GB, 3_000, "10 GB at 3"),
    ("CTCC", "UP", 2, 5 * GB // 2, 500, "2.5 GB at 2"),
    ("CUCC", "UP", 2, 100 * MB, 39, "0.0976 GB at 4 is 39.06"),
    ("CMCC", "SF", 1, 1 * GB, 1_000, "tariff 1.0: 10 a GB"),
    ("CTCC", "UP", 1, 512 * MB, 500, "tariff 1.0: half of 10"),
    ("CUCC", "SF", 1, 1 * MB, 1, "tariff 1.0: 0.977 fen"),
    ("CMCC", "SC", 2, 5 * GB, 0, "a single card is suspended instead"),
    ("CUCC", "SCD", 1, 5 * GB, 0, "a single card is suspended instead"),
    ("CMCC", "SF", 2, 0, 0, "nothing outside"),
]


@pytest.mark.parametrize(("carrier", "plan", "rate", "outside", "minor", "how"), OVERAGE)
def test_usage_outside_the_plan_costs_by_carrier(
    carrier: str, plan: str, rate: int, outside: int, minor: int, how: str
) -> None:
    assert overage(Carrier(carrier), PlanType(plan), rate, outside) == Money(minor), how


@pytest.mark.parametrize("rate", [1, 2])
def test_the_virtual_carrier_publishes_no_price(rate: int) -> None:
    assert overage(Carrier.VNO, PlanType.SF, rate, GB) is None
    assert overage(Carrier.VNO, PlanType.UP, rate, 0) == Money(0)


# active tier used   total left outside percent
SAME_TIER = [
    (10, 100 * MB, 0, 1_000 * MB, 1_000 * MB, 0, 0),
    (10, 100 * MB, 999 * MB, 1_000 * MB, 1 * MB, 0, 99),
    (10, 100 * MB, 1_000 * MB, 1_000 * MB, 0, 0, 100),
    (10, 100 * MB, 1_001 * MB, 1_000 * MB, 0, 1 * MB, 100),
    (3, 12 * GB, 40 * GB, 36 * GB, 0, 4 * GB, 111),
    (0, 1 * GB, 5 * MB, 0, 0, 5 * MB, None),
    # One card more on the 30th brings its whole tier at once.
    (11, 100 * MB, 1_001 * MB, 1_100 * MB, 99 * MB, 0, 91),
]


@pytest.mark.parametrize(
    ("active", "tier", "used", "total", "left", "outside", "percent"), SAME_TIER
)
def test_a_same_tier_pool_is_its_active_cards(
    active: int, tier: int, used: int, total: int, left: int, outside: int, percent: int | None
) -> None:
    found = same_tier(active, tier, used)
    assert (found.total_kb, found.left_kb, found.outside_kb) == (total, left, outside)
    assert found.used_percent == percent


def test_nothing_is_made_up_where_no_total_is_known() -> None:
    found = PoolFigures(7 * GB, None)
    assert (found.left_kb, found.outside_kb, found.used_percent) == (None, None, None)


@pytest.mark.parametrize(
    ("active", "units", "exceeded"), [(0, 0, 0), (5, 5, 0), (6, 5, 1), (4, 9, 0)]
)
def test_function_fees_are_for_active_cards(active: int, units: int, exceeded: int) -> None:
    assert fees_exceeded(active, units) == exceeded


@pytest.mark.parametrize(
    ("day", "kb"),
    [
        (date(2026, 6, 1), 1_000),
        (date(2026, 6, 15), 15_000),
        (date(2026, 6, 30), 30_000),
        (date(2028, 2, 29), 30_000),
        (date(2027, 2, 14), 15_000),
        (date(2026, 1, 31), 30_000),
    ],
)
def test_even_use_reaches_the_total_on_the_last_day(day: date, kb: int) -> None:
    assert even_use(30_000, day) == kb
