"""Random kill points: many operations, an operator who acts, every fate, every carrier (G1)."""

import pytest

from tests.torture.conftest import Count
from tests.torture.storms import Storm, live
from tests.torture.sweeps import tally
from tests.torture.tier import KILLS_IN_A_STORM, asked

pytestmark = pytest.mark.torture


@pytest.mark.parametrize("seeds", asked().chunks, ids=lambda seeds: f"{seeds[0]}..{seeds[-1]}")
def test_storms_lose_and_double_nothing(seeds: tuple[int, ...], count: Count) -> None:
    count(tally(live(Storm(seed, KILLS_IN_A_STORM)) for seed in seeds))


def test_a_storm_comes_again_by_its_seed() -> None:
    first, second = live(Storm(7)), live(Storm(7))
    assert (first.states, first.people, first.kills) == (second.states, second.people, second.kills)
    assert first.kills == 10
