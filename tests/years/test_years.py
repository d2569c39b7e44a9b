"""Long lives of whole fleets. A failure names its seed, and the seed replays it.

A thousand cards live for two years, ten small fleets for six months each. Other lives of the large
one are played by `make years SEEDS="1 2 3"`; SIMDESK_YEARS_DAYS ends all of them sooner.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from simdesk.models.operations import ItemState
from simdesk.models.orders import OrderType
from simdesk.models.status import Event
from simdesk.services.providers.simulator import FaultProfile
from simdesk.services.providers.simulator.truth import Truth
from tests.years.agreement import differences, usage_differences
from tests.years.books import outcomes, unbalanced
from tests.years.life import Life
from tests.years.rules import Ledger, broken_rules

DAYS = int(os.environ.get("SIMDESK_YEARS_DAYS", "730"))
WHOLE_EVERY = 30
"""Days between two looks at every day of usage, the history and the journal."""
SMALL_DAYS = min(183, DAYS)
SEEDS = [int(seed) for seed in os.environ.get("SIMDESK_YEARS_SEEDS", "20260615").split()]

A_LOT = 500_000
"""Cards times days after which everything has happened to some."""
RARE = {Event.TEST_QUOTA_EXCEEDED, Event.FORCE_ACTIVATED, Event.CARRIER_ACTIVATED}
"""What befalls new cards only, and few of them."""
MEMORY = Path("/dev/shm")
ROOM = 1 << 28
"""Bytes that are more than any life here takes."""


@contextmanager
def a_folder() -> Iterator[Path]:
    """For one life; in memory where there is room, because every act is committed to the disk."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    with TemporaryDirectory(prefix="simdesk-", dir=MEMORY if roomy else None) as folder:
        yield Path(folder)


async def live(folder: Path, seed: int, cards: int, days: int) -> None:
    """Live `days` days; after each one desk and world agree and the rules hold."""
    life = await Life.begin(folder, seed, cards)
    try:
        first = before = await life.world()
        ledger = Ledger.of(first)
        for number in range(1, days + 1):
            place = f"seed {seed}, day {number}, {life.today}"
            await life.day()
            now = await life.evening(before.now)
            assert (await differences(life, now))[:10] == [], place
            assert [*broken_rules(before, now), *ledger.add(now)][:10] == [], place
            before = now
            if number % WHOLE_EVERY == 0 or number == days:
                await _whole_agrees(life, first, ledger, place)
        await _most_went_through(life)
        if cards * days >= A_LOT:
            _saw_everything(await life.world())
    finally:
        await life.desk.aclose()


async def _whole_agrees(life: Life, first: Truth, ledger: Ledger, place: str) -> None:
    """Every day of usage, every line of history, every order and the whole journal."""
    whole = await life.world()
    assert (await usage_differences(life, whole))[:10] == [], place
    assert broken_rules(whole, whole)[:10] == [], place
    assert Ledger.of(whole) == ledger, place
    assert (await unbalanced(life, first, whole))[:10] == [], place


async def _most_went_through(life: Life) -> None:
    """Faults must not be what a life consists of, or it would prove nothing."""
    assert life.acts["no prices"] <= 1 + life.acts.total() // 20, life.acts
    became = await outcomes(life)
    assert 2 * became[ItemState.DONE] >= became.total(), became


def _saw_everything(world: Truth) -> None:
    """Two years of so many cards know every event, or the rules were hardly tried."""
    happened = {line.what for line in world.events}
    assert {event.value for event in Event} - happened <= RARE
    bought = {order.kind for order in world.orders}
    assert bought >= {OrderType.NEW, OrderType.FLOW_PLUS, OrderType.RENEW, OrderType.AUTO_RENEW}


@pytest.mark.years
@pytest.mark.long_async(3_600)
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_thousand_cards_live_long(seed: int) -> None:
    with a_folder() as folder:
        await live(folder, seed, 1_000, DAYS)


@pytest.mark.years
@pytest.mark.long_async(1_800)
@given(seed=st.integers(1, 1 << 30))
# A seed cannot be made smaller, only shorter: the first that fails is told as it is.
@settings(max_examples=10, phases=(Phase.explicit, Phase.generate))
async def test_small_worlds_live_long(seed: int) -> None:
    with a_folder() as folder:
        await live(folder, seed, 50, SMALL_DAYS)


@pytest.mark.years
@pytest.mark.long_async(600)
async def test_a_seed_replays_its_life(tmp_path: Path) -> None:
    first = await _told_of(tmp_path / "first")
    assert await _told_of(tmp_path / "second") == first


@pytest.mark.years
async def test_an_act_without_prices_waits_for_another_day(tmp_path: Path) -> None:
    life = await Life.begin(tmp_path, 1, 10)
    try:
        life.simulation.fault_profile = FaultProfile("deaf", reads=1000)
        for _ in range(20):
            await life.act()
        assert life.acts["no prices"] > 0
        life.simulation.fault_profile = "none"
        for _ in range(20):
            await life.act()
        assert life.acts["sent"] > life.acts["no prices"]
    finally:
        await life.desk.aclose()


async def _told_of(folder: Path) -> tuple[Truth, Any]:
    """A short life to its end, world and journal."""
    life = await Life.begin(folder, SEEDS[0], 50)
    try:
        for _ in range(min(20, DAYS)):
            await life.day()
        world = await life.world()
        journal = [
            await life.desk.operations.items(operation.id, limit=operation.total)
            for operation in await life.desk.operations.operations()
        ]
        return world, journal
    finally:
        await life.desk.aclose()
