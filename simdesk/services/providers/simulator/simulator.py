"""The simulated provider: an asynchronous door to a world that lives in its own thread."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final, TypeVar

from simdesk.models.account_commands import AccountCommand
from simdesk.models.capabilities import Capabilities
from simdesk.models.clock import Clock
from simdesk.models.commands import CardRef, Command
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.orders import Money, Offers, Order, OrderType, VoucherOffers
from simdesk.models.outcomes import Accepted, NotSent, Outcome, Refused, Throttled, Unknown
from simdesk.models.periods import Month, midnight
from simdesk.models.pools import PoolReading
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.usage import CardUsage
from simdesk.paths import WORLD_FILE
from simdesk.services.providers.base import CardPage, CardReading, OrderPage
from simdesk.services.providers.simulator import moments, refusals, wire
from simdesk.services.providers.simulator.build import Progress, build_world
from simdesk.services.providers.simulator.faults import Fate
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.providers.simulator.line import Line
from simdesk.services.providers.simulator.room import Room
from simdesk.services.providers.simulator.simulation import Simulation
from simdesk.services.providers.simulator.world import World

T = TypeVar("T")
NAME: Final = "simulator"
FILE: Final = WORLD_FILE
_LATER: Final = 1.0


async def open_simulator(
    folder: Path, plan: FleetPlan, clock: Clock, progress: Progress | None = None
) -> "Simulator":
    """Open the world in `folder`, building it by `plan` if there is none.

    `progress` hears of a build (cards done, cards in all) in the world's own thread. A world that
    is there keeps its own plan. Raises KnownError for a file that is not a world.
    """
    path = folder / FILE
    room = await Room.open(path, clock, lambda: build_world(path, plan, progress))
    return Simulator(room, clock)


class Simulator:
    """A `Provider` whose truth is a world; `simulation` holds what only a simulation can do."""

    def __init__(self, room: Room, clock: Clock) -> None:
        self.room = room
        self.simulation = Simulation(room)
        self._capabilities = room.capabilities
        self._line = Line(clock, self._capabilities.calls_per_second, room.seed)
        self._reads = 0
        self._attempts: Counter[str] = Counter()

    @property
    def name(self) -> str:
        return NAME

    @property
    def account(self) -> str:
        return f"{self.room.profile.value}-{self.room.seed}"

    @property
    def identity(self) -> str:
        return f"{NAME}:{self.room.id}"

    @property
    def secrets(self) -> Sequence[str]:
        return ()

    @property
    def capabilities(self) -> Capabilities:
        return self._capabilities

    def now(self) -> datetime:
        return self.simulation.now

    async def cards(self, page: int) -> CardPage:
        size = self._capabilities.page_size
        if page < 1:
            raise _fault(refusals.ILLEGAL_PARAMETER, "PageNo")
        first = (page - 1) * size + 1

        def job(world: World) -> CardPage:
            found = world.reader.page(first, first + size - 1, world.today)
            facts = tuple(one.facts for one in found)
            return CardPage(facts, page, max(1, -(-world.cards // size)), world.cards)

        return await self._read(job)

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        self._check_bulk(cards)

        def job(world: World) -> dict[CardRef, CardReading]:
            return {one.facts.ref: one for one in world.reader.named(cards, world.today)}

        return await self._read(job)

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        self._check_bulk(cards)
        if len(months) > self._capabilities.history_months:
            raise _fault(refusals.ILLEGAL_PARAMETER, "DateList")

        def job(world: World) -> dict[CardRef, CardUsage]:
            return world.reader.usage(cards, months, world.today)

        return await self._read(job)

    async def offers(self, card: CardRef) -> Offers:
        def job(world: World) -> Offers | None:
            voucher = world.reader.voucher_of(card)
            return None if voucher is None else world.till.prices.offers(voucher)

        found = await self._read(job)
        if found is None:
            raise _fault(refusals.CARD_MISSING, card.iccid)
        return found

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        def job(world: World) -> tuple[bool, PoolReading | None]:
            number = world.reader.numbered(voucher)
            if number is None:
                return False, None
            return True, world.pools.reading(number, month, world.today)

        known, found = await self._read(job)
        if not known:
            raise _fault(refusals.NO_VOUCHER, voucher)
        return found

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        def job(world: World) -> VoucherOffers | None:
            number = world.reader.numbered(voucher)
            if number is None:
                return None
            priced = world.till.prices.voucher_offers(world.reader.vouchers[number].voucher)
            return _sold(priced, self._capabilities.purchases)

        found = await self._read(job)
        if found is None:
            raise _fault(refusals.NO_VOUCHER, voucher)
        return found

    async def orders(self, since: date, page: int) -> OrderPage:
        size = self._capabilities.page_size
        if page < 1:
            raise _fault(refusals.ILLEGAL_PARAMETER, "PageNo")
        second = moments.seconds(midnight(since))

        def job(world: World) -> OrderPage:
            found, total = world.reader.orders(second, (page - 1) * size, size)
            told = tuple(found) if self._capabilities.query_by_serial else _untold(found)
            return OrderPage(told, page, max(1, -(-total // size)))

        return await self._read(job)

    async def balance(self) -> Money | None:
        return Money(await self._read(lambda world: world.till.balance))

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        wait = self._line.take()
        if wait > 0:
            return Throttled(wait)
        self._attempts[serial] += 1
        attempt, faults = self._attempts[serial], self.simulation.fault_profile
        fate = faults.fate_of_send(self.room.seed, serial, attempt)
        delay = faults.delay(self.room.seed, serial, attempt)
        await self._line.travel()
        try:
            return await self._fulfil(fate, command, serial, delay)
        except KnownError as problem:
            return NotSent(str(problem))

    async def _fulfil(
        self, fate: Fate, command: Command | AccountCommand, serial: str, delay: int
    ) -> Outcome:
        match fate:
            case Fate.LOST_BEFORE:
                await self._line.wait_in_vain()
                return wire.UNHEARD
            case Fate.THROTTLED:
                return Throttled(_LATER)
            case Fate.SERVER_ERROR:
                return Unknown(refusals.CALL_FAILED)
            case Fate.REFUSED:
                return Refused(refusals.BUSINESS, "The carrier turned the request down.")
            case Fate.LATE_EFFECT:
                await self.room.ask(lambda world: world.accept(command, serial, delay, None))
                await self._line.wait_in_vain()
                return wire.UNHEARD
            case Fate.ACCEPTED:
                answer = Accepted(f"R-{serial}")
                taken = await self.room.ask(
                    lambda world: world.accept(command, serial, delay, answer)
                )
                await self._line.travel()
                return taken
        outcome = await self.room.ask(lambda world: world.send(command, serial))
        if fate is Fate.ANSWER_LOST:
            await self._line.wait_in_vain()
            return wire.UNHEARD
        await self._line.travel()
        return Unknown(refusals.INTERNAL) if fate is Fate.SERVER_ERROR_AFTER else outcome

    async def aclose(self) -> None:
        await self.room.close()

    async def _read(self, job: Callable[[World], T]) -> T:
        wait = self._line.take()
        if wait > 0:
            raise _fault(refusals.THROTTLING, self.name, wait)
        self._reads += 1
        fate = self.simulation.fault_profile.fate_of_read(self.room.seed, self._reads)
        await self._line.travel()
        if fate is Fate.THROTTLED:
            raise _fault(refusals.THROTTLING, self.name, _LATER)
        if fate is Fate.SERVER_ERROR:
            raise _fault(refusals.INTERNAL, self.name, _LATER)
        found = await self.room.ask(job)
        await self._line.travel()
        return found

    def _check_bulk(self, cards: Sequence[CardRef]) -> None:
        if len(cards) > self._capabilities.bulk_reads:
            raise _fault(refusals.ILLEGAL_REQUEST, "Iccid")


def _untold(orders: list[Order]) -> tuple[Order, ...]:
    """Orders without the serials that asked for them."""
    return tuple(replace(order, serial=None) for order in orders)


def _sold(offers: VoucherOffers, purchases: frozenset[OrderType]) -> VoucherOffers:
    """What of these offers can be ordered here."""
    return VoucherOffers(
        offers.card if OrderType.ADD_CARD in purchases else None,
        offers.enlargements if OrderType.ADD_FLOW in purchases else (),
        offers.function_fee if OrderType.FUNCTION in purchases else None,
    )


_FAULTS: Final = {
    refusals.THROTTLING: QT_TRANSLATE_NOOP("trade", "The provider asks for fewer calls."),
    refusals.INTERNAL: QT_TRANSLATE_NOOP("trade", "The provider reports an error of its own."),
    refusals.NO_VOUCHER: QT_TRANSLATE_NOOP("trade", "The provider knows no voucher {what}."),
    refusals.CARD_MISSING: QT_TRANSLATE_NOOP("trade", "The provider knows no card {what}."),
}
_NOT_UNDERSTOOD: Final = QT_TRANSLATE_NOOP("trade", "The provider does not accept {what}.")


def _fault(code: str, what: str, retry_after: float | None = None) -> ProviderFault:
    return ProviderFault(text(_FAULTS.get(code, _NOT_UNDERSTOOD), what=what), code, retry_after)
