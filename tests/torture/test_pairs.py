"""Killed twice, at every pair of points: one paid, one reversible, one irreversible kind."""

import pytest

from tests.torture.behaviours import BEHAVIOURS
from tests.torture.conftest import Count
from tests.torture.plan import Schedule
from tests.torture.sweeps import FIRST_CARRIER, THOROUGH, pairs, tally

pytestmark = pytest.mark.torture


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
@pytest.mark.parametrize("kind", THOROUGH)
def test_two_kills_anywhere_lose_and_double_nothing(
    kind: str, behaviour: str, count: Count
) -> None:
    count(tally(pairs(Schedule(kind, FIRST_CARRIER, BEHAVIOURS[behaviour]))))
