"""100,000 cards, killed every thousand: each is suspended once, and no second holds too much."""

import pytest

from tests.torture.bulk import Bulk
from tests.torture.conftest import Count
from tests.torture.sweeps import Tally

pytestmark = pytest.mark.torture
CARDS, EVERY = 100_000, 1000


def test_a_bulk_of_a_whole_fleet_ends_exact(count: Count) -> None:
    bulk = Bulk(CARDS, EVERY)
    states = bulk.live()
    count(Tally(lives=1, kills=bulk.kills))
    assert bulk.violations == []
    assert bulk.kills >= 0.9 * CARDS / EVERY
    # What was on its way when the program died either took effect or did not: nothing else.
    assert set(states) == {"DONE", "NOT_APPLIED"}
    assert states.total() == CARDS
    assert states["NOT_APPLIED"] <= 32 * bulk.kills
    suspended = {facts.iccid for facts, _ in bulk.cards_now if facts.specific == 200}
    assert len(suspended) == states["DONE"]
    assert bulk.most_in_a_second <= 200
