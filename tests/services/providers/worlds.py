"""Small worlds for the tests of the simulated provider, and hands to set their cards up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from simdesk.models.account_commands import AccountCommand
from simdesk.models.commands import CardRef, Command
from simdesk.models.orders import Money
from simdesk.models.outcomes import Outcome
from simdesk.models.periods import midnight
from simdesk.models.status import Base, Hold, SpecificStatus
from simdesk.models.voucher import PlanType
from simdesk.services.providers.base import CardReading
from simdesk.services.providers.simulator import FleetPlan, build_world, holds, moments
from simdesk.services.providers.simulator.life import Life
from simdesk.services.providers.simulator.world import World

PLENTY = Money(10_000_000)
CALM = 0
"""A `restless` of a world in which the carriers leave the cards alone."""


@cache
def built(plan: FleetPlan) -> bytes:
    """A new world's file: building it anew for every test would take most of the time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "world.db"
        build_world(path, plan)
        return path.read_bytes()


@contextmanager
def a_world(folder: Path, plan: FleetPlan) -> Iterator[World]:
    """A world of its own, in this thread."""
    path = folder / "world.db"
    if not path.exists():
        path.write_bytes(built(plan))
    world = World(path)
    try:
        yield world
    finally:
        world.close()


def seconds(*parts: int) -> int:
    """`seconds(2026, 7, 1)` or with hour, minute, second: a moment in Asia/Shanghai."""
    day = midnight(date(*parts[:3]))
    return moments.seconds(datetime(*parts, tzinfo=day.tzinfo))  # type: ignore[arg-type, misc]  # year to second


class Hands:
    """Finds cards, puts them into any state, and looks at them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._serials = 0

    def readings(self) -> list[CardReading]:
        return self.world.reader.page(1, self.world.cards, self.world.today)

    def card(
        self,
        status: SpecificStatus | None = None,
        plan: PlanType | None = None,
        *,
        smart: bool = False,
        where: Callable[[CardReading], bool] = lambda reading: True,
    ) -> CardRef:
        """The first card that looks so."""
        for reading in self.readings():
            facts = reading.facts
            fits = status is None or facts.specific == status
            fits = fits and (plan is None or facts.plan_type is plan) and facts.smart is smart
            if fits and where(reading):
                return facts.ref
        raise LookupError(f"no card {status} {plan} smart={smart}")

    def read(self, ref: CardRef) -> CardReading:
        (found,) = self.world.reader.named([ref], self.world.today)
        return found

    def status(self, ref: CardRef) -> int:
        return self.read(ref).facts.specific

    def life(self, ref: CardRef) -> Life:
        number = self.world.reader.find(ref)
        assert number is not None
        return self.world.course.lives.load(number)

    def put(self, ref: CardRef, **changes: object) -> None:
        """Write columns of table `state` as they are named there; `holds` may be a set."""
        life = self.life(ref)
        mask = changes.pop("held", None)
        if mask is not None:
            assert isinstance(mask, frozenset)
            life.holds = sum(holds.BITS[hold] for hold in mask)
            for sub in life.subs:
                sub.holds = life.holds
        life = replace(life, **changes)  # type: ignore[arg-type]  # columns by name
        open_now = holds.is_open(life.base, life.holds)
        for channel in (life, *life.subs):
            channel.open_from = self.world.at if open_now else 0
        self.world.transact(lambda: self.world.course.lives.save(life))

    def show(self, ref: CardRef, status: SpecificStatus) -> None:
        """Make the card show this specific status, without a past to match."""
        if status is SpecificStatus.PARTIAL:
            self.put(ref, base=int(Base.ACTIVE), held=frozenset(), due=0)
            life = self.life(ref)
            life.subs[0].holds = life.holds = holds.MANUAL
            self.world.transact(lambda: self.world.course.lives.save(life))
            return
        base, held = _PARTS.get(status, (None, frozenset[Hold]()))
        if base is None:
            base, held = Base.ACTIVE, frozenset({Hold(int(status))})
        self.put(ref, base=int(base), held=held, due=0)

    def send(self, command: Command | AccountCommand, serial: str | None = None) -> Outcome:
        """Send with a serial of its own unless one is given."""
        self._serials += 1
        return self.world.send(command, serial or f"test-{self._serials}")

    def skip_to(self, *parts: int) -> None:
        """Set the hour without letting the days between happen."""
        self.world.at = seconds(*parts)

    def go_to(self, *parts: int) -> None:
        self.world.pass_time(seconds(*parts))


_PARTS = {
    SpecificStatus.TEST_PERIOD: (Base.TESTABLE, frozenset[Hold]()),
    SpecificStatus.TEST_DEVICE_CHANGE: (Base.TESTABLE, frozenset({Hold.DEVICE})),
    SpecificStatus.SILENT_PERIOD: (Base.INACTIVE, frozenset[Hold]()),
    SpecificStatus.IN_USE: (Base.ACTIVE, frozenset[Hold]()),
    SpecificStatus.STOPPED: (Base.STOPPED, frozenset[Hold]()),
    SpecificStatus.CANCELLED: (Base.CANCELLED, frozenset[Hold]()),
}
