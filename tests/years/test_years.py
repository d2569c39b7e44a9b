"""Long lives of whole fleets. A failure names its seed, and the seed replays it.

In a plain test run they live some months; `make years SEEDS="1 2 3"` gives them two full years.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.years.agreement import differences, rows_of, usage_differences
from tests.years.books import unbalanced
from tests.years.life import Life
from tests.years.rules import broken_rules

DAYS = int(os.environ.get("SIMDESK_YEARS_DAYS", "60"))
WHOLE_EVERY = 30
"""Days between two looks at every day of usage, the history and the journal."""
SMALL_DAYS = min(183, DAYS // 2)
SEEDS = [int(seed) for seed in os.environ.get("SIMDESK_YEARS_SEEDS", "20260615").split()]


async def live(folder: Path, seed: int, cards: int, days: int, clock: Any) -> None:
    """Live `days` days; after each one desk and world agree and the rules hold."""
    life = await Life.begin(folder, seed, cards, clock)
    try:
        first = before = await life.world(whole=False)
        for number in range(1, days + 1):
            place = f"seed {seed}, day {number}, {life.today}"
            await life.day()
            whole = number % WHOLE_EVERY == 0 or number == days
            now = await life.world(whole=whole)
            assert (await differences(life, now))[:10] == [], place
            if whole:
                wrong = await usage_differences(life, now, await rows_of(life))
                assert wrong[:10] == [], place
            assert broken_rules(before, now)[:10] == [], place
            if whole:
                assert (await unbalanced(life, first, now))[:10] == [], place
            before = now
    finally:
        await life.desk.aclose()


@pytest.mark.years
@pytest.mark.long_async(3_600)
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_thousand_cards_live_long(tmp_path: Path, virtual_clock: object, seed: int) -> None:
    await live(tmp_path, seed, 1_000, DAYS, virtual_clock)


@pytest.mark.years
@pytest.mark.long_async(1_800)
@given(seed=st.integers(1, 1 << 30))
@settings(max_examples=10)
async def test_small_worlds_live_long(virtual_clock: object, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        await live(Path(folder), seed, 50, SMALL_DAYS, virtual_clock)
