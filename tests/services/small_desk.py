"""A whole desk over a small simulated world in which nothing happens by itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

from simdesk.compose import Desk, open_desk
from simdesk.models.changes import Change
from simdesk.models.orders import Money
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.simulator import FleetPlan, Profile
from simdesk.services.providers.simulator.faults import Fate, FaultProfile
from tests.conftest import VirtualClock
from tests.services.providers.worlds import CALM, built

POOLED, SAME_TIER, SINGLE = "CM_UP_M_2_beika4", "CM_SF_M_2_100M", "CM_SC_M_1_30M"
PLAN = FleetPlan(120, 4, Profile.DEMO, CALM)
LINKCARD = FleetPlan(120, 4, Profile.LINKCARD, CALM)
ANSWER_LOST = FaultProfile("every answer lost", ((Fate.ANSWER_LOST, 1000),))
UNREADABLE = FaultProfile("no reading", reads=1000)


@dataclass
class SmallDesk:
    desk: Desk
    clock: VirtualClock
    heard: list[Change] = field(default_factory=list)

    async def pass_time(self, **time: float) -> None:
        """Let the world go on: `days=3`."""
        assert self.desk.simulation is not None
        await self.desk.simulation.advance_to(self.desk.provider.now() + timedelta(**time))

    async def wallet(self, money: Money) -> None:
        assert self.desk.simulation is not None
        await self.desk.simulation.set_wallet(money)

    def faults(self, profile: FaultProfile | str) -> None:
        """From now on calls fail like that."""
        assert self.desk.simulation is not None
        self.desk.simulation.fault_profile = profile


@asynccontextmanager
async def small_desk(
    folder: Path, plan: FleetPlan = PLAN, preferences: PreferenceService | None = None
) -> AsyncIterator[SmallDesk]:
    """The desk before its first sync; its wallet is full, its clock stands."""
    folder.mkdir(exist_ok=True)
    if not (folder / "world.db").exists():
        (folder / "world.db").write_bytes(built(plan))
    clock, serials = VirtualClock(), count(1)
    desk = await open_desk(
        folder, plan, clock, "lin",
        random_bits=lambda bits: next(serials) % 2**bits, preferences=preferences,
    )  # fmt: skip
    assert desk.simulation is not None
    desk.simulation.paused = True
    await desk.simulation.set_wallet(Money(100_000_00))
    small = SmallDesk(desk, clock)
    desk.announcer.subscribe(small.heard.append)
    try:
        yield small
    finally:
        await desk.aclose()
