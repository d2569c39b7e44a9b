"""The controls of a simulated world: its time, its wallet, its prices and its faults."""

from collections.abc import Callable
from datetime import date, datetime

from simdesk.models.errors import KnownError
from simdesk.models.orders import Money
from simdesk.models.periods import midnight
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.faults import FAULTS, LABELS, NONE, FaultProfile
from simdesk.services.providers.simulator.room import Room


class Simulation:
    """What no real provider offers: to stop time, to hurry it, to fill the wallet, to break."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._faults = NONE

    @property
    def now(self) -> datetime:
        return moments.moment(self._room.timeline.now())

    @property
    def paused(self) -> bool:
        """While paused, time stands still; everything else goes on."""
        return self._room.timeline.paused

    @paused.setter
    def paused(self, paused: bool) -> None:
        self._room.timeline.paused = paused

    @property
    def speed(self) -> float:
        """Seconds of the world in one second: 1, 60, 3600. Raises ValueError unless positive."""
        return self._room.timeline.speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._room.timeline.speed = speed

    @property
    def fault_profile(self) -> FaultProfile:
        return self._faults

    @fault_profile.setter
    def fault_profile(self, profile: FaultProfile | str) -> None:
        """Set by itself or by its name in `FAULTS`. Raises KeyError for an unknown name."""
        self._faults = FAULTS[profile] if isinstance(profile, str) else profile

    @property
    def fault_name(self) -> str:
        """The name of the fault profile in force."""
        return self._faults.name

    def break_by(self, name: str) -> None:
        """Let calls fail by this fault profile from now on. Raises KeyError for an unknown name."""
        self._faults = FAULTS[name]

    @property
    def fault_choices(self) -> tuple[tuple[str, Text], ...]:
        """The name of every fault profile, and what it is called on the screen."""
        return tuple(LABELS.items())

    @property
    def wallet(self) -> Money:
        """What the wallet held after the last thing that happened."""
        return Money(self._room.balance)

    async def set_wallet(self, money: Money) -> None:
        """Put money in, or take it out, until the wallet holds this much."""
        await self._room.ask(
            lambda world: world.transact(lambda: world.till.set_balance(money.minor, world.at))
        )

    async def raise_prices(self, percent: int) -> None:
        """From now on everything costs this much more than the price list says."""
        await self._room.ask(lambda world: world.transact(lambda: world.till.raise_prices(percent)))

    async def refund(self, order: str) -> bool:
        """Give back what a completed order cost; False when there is no such order."""
        return await self._room.ask(
            lambda world: world.transact(lambda: world.till.refund(order, world.at))
        )

    async def advance_to(
        self, target: date | datetime, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Let time pass to `target`, for a date its 00:00; `progress` hears days done and in all.

        Day by day, so that others may ask in between and cancelling stops at a midnight. Raises
        KnownError for a moment that has passed.
        """
        moment = target if isinstance(target, datetime) else midnight(target)
        second, now = moments.seconds(moment), self._room.timeline.now()
        if second < now:
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP("trade", "{moment} has already passed in this world."),
                    moment=moment.isoformat(sep=" ", timespec="minutes"),
                ),
                text(QT_TRANSLATE_NOOP("trade", "Choose a later day.")),
            )
        first, last = moments.day_at(now), moments.day_at(second)
        for day in range(first + 1, last + 1):
            await self._room.go_to(max(moments.begin(day), self._room.timeline.now()))
            if progress is not None:
                progress(day - first, last - first)
        await self._room.go_to(second)
