"""A fleet's life: days pass, operators act, providers fail, the desk reads what became of it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from simdesk.compose import Desk, open_desk
from simdesk.models.action import Action
from simdesk.models.errors import ProviderFault
from simdesk.models.filters import CardFilter, Operator, RelativeDay, Sort, Term
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
from tests.at_once import at_once
from tests.years.clock import LifeClock

EVERY_CARD = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)),))
_ENDING = CardFilter((Term("expires", Operator.RANGE, low=RelativeDay(0), high=RelativeDay(14)),))
PLENTY, _LITTLE = Money(1_000_000_00), Money(1_000_00)
_ACTS_A_DAY = 2
_RENEWALS = 5
"""How often a renewal is drawn for one draw of another act."""
_FEW, _MANY = 8, 20
"""Cards an act is asked for at most, in a small fleet and in others."""
_SMALL_FLEET = 100
_A_LOOK = 0.25
"""Seconds between two looks whether an act is over."""


@dataclass
class Life:
    """One desk on one world, driven by one seed."""

    desk: Desk
    clock: LifeClock
    chance: Random
    most: int
    """Cards an act is asked for at most."""
    acts: Counter[str] = field(default_factory=Counter)
    """Acts by what became of them: `sent`, `nobody` may take it, `no prices` for now."""

    @classmethod
    async def begin(cls, folder: Path, seed: int, cards: int) -> "Life":
        """Build the fleet and read it for the first time."""
        clock = LifeClock()
        plan = FleetPlan(cards=cards, seed=seed)
        serials = Random(f"serials {seed}").getrandbits
        desk = await open_desk(folder, plan, clock, "operator", random_bits=serials)
        assert isinstance(desk.provider, Simulator)
        # No thread may be quicker than another, or the seed would not replay the life.
        at_once(desk.database)
        at_once(desk.provider.room)
        most = _FEW if cards <= _SMALL_FLEET else _MANY
        life = cls(desk, clock, Random(seed), most)
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
        await self.desk.operations.release_due()
        await self._sent()
        for _ in range(_ACTS_A_DAY):
            await self.act()
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

    async def evening(self, after: datetime) -> Truth:
        """The world as it is, of its orders and money only what came after `after`."""
        return await self._truth(usage=False, history=False, money_after=after)

    async def world(self) -> Truth:
        """The world as it is and was, which takes long."""
        return await self._truth()

    async def _truth(self, **how: Any) -> Truth:
        assert isinstance(self.desk.provider, Simulator)
        return await truth(self.desk.provider.room, **how)

    async def act(self) -> None:
        request = self._any_request()
        chosen = await self._chosen(request)
        if not chosen:
            return
        await self._tend_the_wallet()
        try:
            preview = await self.desk.operations.preview(request, chosen)
        except ProviderFault:
            # A person reads the sentence and leaves it for another day.
            self.acts["no prices"] += 1
            return
        assert preview.eligible_count + sum(len(g.card_ids) for g in preview.blocked) == len(chosen)
        self.acts["sent" if preview.eligible_count else "nobody"] += 1
        if preview.eligible_count:
            await self.desk.operations.start(preview)
            await self._sent()

    async def _sent(self) -> None:
        while self.desk.operations.running:
            await self.clock.sleep(_A_LOOK)

    async def _chosen(self, request: ActRequest) -> list[int]:
        """Ids of one card or of some; of none when none is left."""
        renewing = request.action is Action.RENEW
        # Half of the renewals are for those that need one soon, or hardly a card would live long.
        needy = renewing and self.chance.random() < 0.5
        ids = await self.desk.cards.ids(_ENDING if needy else CardFilter(), Sort())
        count = self.most if renewing else self.chance.randint(1, self.most)
        if request.action is Action.CANCEL:
            count = min(count, 2)  # it cannot be undone, and the fleet is to see the end
        return self.chance.sample(ids, min(count, len(ids)))

    async def _tend_the_wallet(self) -> None:
        """Now and then it is empty, and somebody fills it within days."""
        if self.simulation.wallet < _LITTLE:
            if self.chance.random() < 0.2:
                await self.simulation.set_wallet(PLENTY)
        elif self.chance.random() < 0.02:
            await self.simulation.set_wallet(self.chance.choice([Money(0), Money(50_00)]))

    def _any_request(self) -> ActRequest:
        chance = self.chance
        return chance.choice(
            [
                *(Request(action) for action in PLAIN),
                *(RenewRequest(chance.choice((1, 2, 3))) for _ in range(_RENEWALS)),
                AddOnRequest(
                    chance.choice((102_400, 512_000, 1_048_576)), chance.choice(ADD_ON_QUANTITIES)
                ),
                LimitRequest(chance.choice((0, 1, 20, 100)), chance.choice((True, False))),
                RebindRequest(chance.choice((True, False))),
            ]
        )
