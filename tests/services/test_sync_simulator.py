"""A desk synced with the simulated provider says what the world says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.models.periods import Month, midnight
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.cards import CardService
from simdesk.services.providers.simulator.fleet_plan import FleetPlan, Profile
from simdesk.services.providers.simulator.simulator import Simulator, open_simulator
from simdesk.services.providers.simulator.truth import Truth, truth
from simdesk.services.rate import TokenBucket
from simdesk.services.storage.database import Database
from simdesk.services.sync import SyncService
from tests.conftest import VirtualClock

EVERYTHING = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)),))


class Pair:
    """A world and a desk that reads it."""

    def __init__(self, world: Simulator, database: Database, clock: VirtualClock) -> None:
        self.world = world
        bucket = TokenBucket(world.capabilities.calls_per_second, clock)
        self.sync = SyncService(
            database,
            Calls(world, bucket, clock),
            Announcer(),
            clock,
            account=world.account,
            provider=world.name,
        )
        self.cards = CardService(database, world.capabilities, world.now)

    async def rows(self) -> tuple[CardRow, ...]:
        return await self.cards.rows(await self.cards.ids(EVERYTHING, Sort()))

    async def truth(self) -> Truth:
        return await truth(self.world.room)

    async def pass_days(self, days: int) -> None:
        target = midnight(self.world.now().date() + timedelta(days=days)) + timedelta(hours=10)
        await self.world.simulation.advance_to(target)


@asynccontextmanager
async def a_pair(folder: Path, clock: VirtualClock, plan: FleetPlan) -> AsyncIterator[Pair]:
    world = await open_simulator(folder, plan, clock)
    world.simulation.paused = True
    database = await Database.open(folder / "desk.db", world.identity)
    try:
        yield Pair(world, database, clock)
    finally:
        await database.aclose()
        await world.aclose()


async def assert_agree(pair: Pair) -> None:
    world = await pair.truth()
    rows = await pair.rows()
    assert {row.facts.ref for row in rows} == set(world.cards)
    last = Month.of(world.now.date())
    first = last.plus(1 - pair.world.capabilities.history_months)
    for row in rows:
        card = world.cards[row.facts.ref]
        assert row.facts == card.facts
        assert row.details == card.details
        held = await pair.cards.usage(row.id, first, last)
        told = {one.month: one.days for one in card.usage if one.month >= first}
        assert {one.month: one.days for one in held.months if any(one.days)} == {
            month: days for month, days in told.items() if any(days)
        }


@pytest.mark.long_async(120)
async def test_a_synced_desk_agrees_with_its_world_and_again_after_months(
    tmp_path: Path, virtual_clock: VirtualClock
) -> None:
    async with a_pair(tmp_path, virtual_clock, FleetPlan(cards=120, seed=7)) as pair:
        await pair.sync.run()
        await assert_agree(pair)
        for row in await pair.rows():
            assert (set(row.tags), row.remark) == (set(row.facts.tags), row.facts.remark)
        for days in (1, 20, 75):
            await pair.pass_days(days)
            await pair.sync.run()
            await assert_agree(pair)


@pytest.mark.long_async(120)
async def test_one_by_one_a_desk_agrees_with_its_world_in_the_end(
    tmp_path: Path, virtual_clock: VirtualClock
) -> None:
    plan = FleetPlan(cards=50, seed=3, profile=Profile.LINKCARD)
    async with a_pair(tmp_path, virtual_clock, plan) as pair:
        await pair.sync.run()
        await assert_agree(pair)
        await pair.pass_days(1)
        await pair.sync.run()
        await assert_agree(pair)
