"""Killed twice, at every pair of points: one paid, one reversible, one irreversible kind."""

import pytest

from tests.torture.behaviours import BEHAVIOURS
from tests.torture.conftest import Count
from tests.torture.plan import Schedule
from tests.torture.sweeps import FIRST_CARRIER, THOROUGH, pairs, tally
from tests.torture.tier import asked

pytestmark = pytest.mark.torture
TELLING = (
    "done",
    "refused",
    "throttled",
    "answer lost",
    "late",
    "accepted",
    "overdue",
    "malformed",
)
"""One of each sort; the others resemble them, and have their nights."""


@pytest.mark.parametrize("behaviour", BEHAVIOURS if asked().night else TELLING)
@pytest.mark.parametrize("kind", THOROUGH)
def test_two_kills_anywhere_lose_and_double_nothing(
    kind: str, behaviour: str, count: Count
) -> None:
    count(tally(pairs(Schedule(kind, FIRST_CARRIER, BEHAVIOURS[behaviour]))))
