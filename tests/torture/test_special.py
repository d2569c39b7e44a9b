"""Where operations meet, and the program is killed at every point of it."""

import pytest

from tests.torture.conftest import Count
from tests.torture.plan import Schedule
from tests.torture.schedule import room
from tests.torture.special import SCRIPTS
from tests.torture.sweeps import singles, tally

pytestmark = pytest.mark.torture


@pytest.mark.parametrize("carrier", ["ignores, mute", "honours", "lags"])
@pytest.mark.parametrize("kind", SCRIPTS)
def test_operations_that_meet_lose_and_double_nothing(
    kind: str, carrier: str, count: Count
) -> None:
    count(tally(singles(Schedule(kind, carrier, SCRIPTS[kind], cards=4))))


def test_a_bulk_in_a_rush_keeps_its_rate_and_lets_a_click_go_first(count: Count) -> None:
    count(tally(room().live(Schedule("rush", seed=seed)) for seed in range(1, 41)))
