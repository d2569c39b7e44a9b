"""A fleet's life: days pass, operators act, providers fail, the desk reads what became of it."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from simdesk.compose import Desk, open_desk
from simdesk.models.action import Action
from simdesk.models.clock import Clock
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.models.operations import (
    PLAIN,
    ActRequest,
    AddOnRequest,
    LimitRequest,
    RebindRequest,
    RenewRequest,
    Request,
)
from simdesk.models.orders import ADD_ON_QUANTITIES, Money
from simdesk.models.periods import ZONE
from simdesk.services.providers.simulator import FAULTS, FleetPlan, Simulation, Simulator
from simdesk.services.providers.simulator.truth import Truth, truth

EVERY_CARD = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)),))
PLENTY = Money(1_000_000_00)
_SAMPLE = 60
_ACTS_A_DAY = 2


@dataclass
class Life:
    """One desk on one world, driven by one seed."""

    desk: Desk
    chance: Random

    @classmethod
    async def begin(cls, folder: Path, seed: int, cards: int, clock: Clock) -> "Life":
        """Build the fleet and read it for the first time."""
        plan = FleetPlan(cards=cards, seed=seed)
        serials = Random(f"serials {seed}").getrandbits
        desk = await open_desk(folder, plan, clock, "operator", random_bits=serials)
        life = cls(desk, Random(seed))
        # The world moves only when told to: how fast this machine is must not matter.
        life.simulation.paused = True
        await life.simulation.set_wallet(PLENTY)
        await life.read_all()
        return life

    @property
    def simulation(self) -> Simulation:
        assert self.desk.simulation is not None
        return self.desk.simulation

    @property
    def today(self) -> date:
        return self.simulation.now.date()

    async def day(self) -> None:
        """A night passes; act on what was true yesterday, under faults; settle doubts; read all."""
        await self.simulation.advance_to(self._moment(self.today + timedelta(days=1)))
        self.simulation.fault_profile = self.chance.choice(sorted(FAULTS))
        for _ in range(_ACTS_A_DAY):
            await self._act()
        self.simulation.fault_profile = "none"
        # What was accepted or comes late lands within the hour.
        await self.simulation.advance_to(self.simulation.now + timedelta(hours=1))
        await self.desk.operations.settle()
        await self.read_all()

    def _moment(self, day: date) -> datetime:
        hour = time(self.chance.randrange(22), self.chance.randrange(60), tzinfo=ZONE)
        return datetime.combine(day, hour)

    async def read_all(self) -> None:
        """Sync; the world stands still, so that both can be compared."""
        await self.desk.sync.run()

    async def world(self, *, whole: bool) -> Truth:
        """The world as it is; `whole` with every day of usage and its history, which take long."""
        assert isinstance(self.desk.provider, Simulator)
        return await truth(self.desk.provider.room, usage=whole, history=whole)

    async def _act(self) -> None:
        ids = await self.desk.cards.ids(CardFilter(), Sort())
        if not ids:
            return
        request = self._any_request()
        # What cannot be undone is asked of few, or the fleet would not live to see the end.
        most = 2 if request.action is Action.CANCEL else _SAMPLE
        chosen = self.chance.sample(ids, min(most, len(ids)))
        if self.chance.random() < 0.02:
            await self.simulation.set_wallet(self.chance.choice([Money(0), Money(50_00), PLENTY]))
        preview = await self.desk.operations.preview(request, chosen)
        assert preview.eligible_count + sum(len(g.card_ids) for g in preview.blocked) == len(chosen)
        if preview.eligible_count:
            await self.desk.operations.start(preview)
            while self.desk.operations.running:
                await asyncio.sleep(0.002)  # threads work: their time is real

    def _any_request(self) -> ActRequest:
        chance = self.chance
        return chance.choice(
            [
                *(Request(action) for action in PLAIN),
                RenewRequest(chance.choice((1, 2, 3))),
                RenewRequest(chance.choice((1, 2, 3))),
                AddOnRequest(
                    chance.choice((102_400, 512_000, 1_048_576)), chance.choice(ADD_ON_QUANTITIES)
                ),
                LimitRequest(chance.choice((0, 1, 20, 100)), chance.choice((True, False))),
                RebindRequest(chance.choice((True, False))),
            ]
        )
