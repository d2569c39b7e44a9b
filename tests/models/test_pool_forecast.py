"""A straight line through this month's use, against sums done by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.periods import Month
from simdesk.models.pool_forecast import Forecast, PoolMonth, forecast, same_tier_month

MB = 1024


def day(words: str) -> date:
    return date.fromisoformat(words)


@pytest.mark.parametrize(
    ("through", "used", "left", "outside", "runs_out", "beyond"),
    [
        # 10 days used 100: 10 a day, 20 days to come need 200.
        ("2026-06-10", 100, 200, 0, None, 0),
        ("2026-06-10", 100, 199, 0, "2026-06-30", 1),  # 19 whole days, then the 20th is short
        ("2026-06-10", 100, 100, 0, "2026-06-21", 100),  # enough for the 11th to the 20th
        ("2026-06-10", 100, 5, 0, "2026-06-11", 195),
        ("2026-06-10", 100, 0, 0, "2026-06-11", 200),  # used up to the last KB, nothing beyond
        # Beyond it already: the day it ended is past, what is to come is all outside.
        ("2026-06-10", 100, 0, 30, None, 230),
        # 14 days used 140, 31 days of July: 17 to come need 170.
        ("2026-07-14", 140, 170, 0, None, 0),
        ("2026-07-14", 140, 169, 0, "2026-07-31", 1),
        # February has 28 days, in 2028 it has 29: the leap day is what breaks it.
        ("2027-02-14", 140, 140, 0, None, 0),
        ("2028-02-14", 140, 140, 0, "2028-02-29", 10),
        # 3 days used 100: the 27 to come need 900; a third of a KB is not rounded away.
        ("2026-06-03", 100, 899, 0, "2026-06-30", 1),
        ("2026-06-07", 100, 328, 0, "2026-06-30", 1),  # 23 x 100 / 7 = 328.57, so 329
        ("2026-06-07", 100, 329, 0, None, 0),
        # The last day: nothing is to come.
        ("2026-06-30", 500, 0, 0, None, 0),
        ("2026-06-30", 500, 0, 7, None, 7),
        # Nothing used: nothing will be.
        ("2026-06-14", 0, 0, 0, None, 0),
    ],
)
def test_a_pool_runs_out(
    through: str, used: int, left: int, outside: int, runs_out: str | None, beyond: int
) -> None:
    found = forecast(PoolMonth(day(through), used, left, outside))
    if beyond == 0:
        assert found is None
    else:
        assert found == Forecast(None if runs_out is None else day(runs_out), beyond)


@pytest.mark.parametrize(
    ("used", "active", "left", "outside"),
    [
        (250 * MB, 3, 50 * MB, 0),  # 3 cards x 100 MB = 300 MB
        (300 * MB, 3, 0, 0),
        (350 * MB, 3, 0, 50 * MB),
        # A card that joins in the middle of the month brings a whole tier at once.
        (350 * MB, 4, 50 * MB, 0),
        # Cards that left took theirs along, what they used stays.
        (350 * MB, 0, 0, 350 * MB),
    ],
)
def test_a_same_tier_pool_holds_a_tier_for_every_active_card(
    used: int, active: int, left: int, outside: int
) -> None:
    through = day("2026-06-14")
    assert same_tier_month(through, used, active, 100 * MB) == PoolMonth(
        through, used, left, outside
    )


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(1, 10**9), st.integers(0, 10**9))
def test_the_day_is_the_first_on_which_the_line_lies_above(
    through: date, used: int, left: int
) -> None:
    found = forecast(PoolMonth(through, used, left))
    last = Month.of(through).last
    ahead = [through + timedelta(days=count) for count in range(1, (last - through).days + 1)]
    short = [one for one in ahead if used * (one - through).days > left * through.day]
    assert (found.runs_out if found else None) == (short[0] if short else None)
    if found is not None:
        assert found.outside_kb > 0
