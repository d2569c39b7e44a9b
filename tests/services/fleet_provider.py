"""A provider that only tells: cards in pages, details, usage; with faults on request."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from simdesk.models.account_commands import AccountCommand
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardDetails, CardFacts
from simdesk.models.commands import CardRef, Command
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money, Offers, VoucherOffers
from simdesk.models.outcomes import NotSent, Outcome
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.texts import text
from simdesk.models.usage import CardUsage, MonthUsage
from simdesk.services.providers.base import CardPage, CardReading, OrderPage
from tests.conftest import VirtualClock
from tests.factories import a_moment, some_details, some_facts

BULK = Capabilities(page_size=3, bulk_reads=4, calls_per_second=200.0, history_months=13)
ONE_BY_ONE = Capabilities(page_size=3, bulk_reads=1, calls_per_second=20.0, history_months=6)


def some_cards(count: int, start: int = 1) -> list[CardFacts]:
    return [
        some_facts(iccid=f"898603210000000{number:05d}", instance_id=str(number))
        for number in range(start, start + count)
    ]


def a_fault(retry_after: float | None = None) -> ProviderFault:
    return ProviderFault(text("The provider is busy."), "Throttling", retry_after)


class FleetProvider:
    """`calls` keeps what was asked: ("list", page), ("read", count), ("usage", months, count).

    `faults` maps the number of a call, from 1, to what is raised instead of an answer. Business
    time goes with the clock. `before` is called with each call before it is answered.
    """

    name = "fleet"
    account = "demo"
    identity = "world 1"

    def __init__(
        self,
        clock: VirtualClock,
        cards: Iterable[CardFacts],
        capabilities: Capabilities = BULK,
        latency: float = 0.1,
    ) -> None:
        self.clock = clock
        self.fleet = {facts.ref: facts for facts in cards}
        self.details: dict[CardRef, CardDetails] = {}
        self.unlisted: set[CardRef] = set()
        self.capabilities = capabilities
        self.latency = latency
        self.calls: list[tuple[object, ...]] = []
        self.times: list[float] = []
        self.faults: dict[int, Exception] = {}
        self.before: Callable[[tuple[object, ...]], None] = lambda call: None
        self.days_passed = 0

    def now(self) -> datetime:
        passed = timedelta(days=self.days_passed, seconds=self.clock.monotonic())
        return a_moment(2026, 6, 15, 9) + passed

    async def cards(self, page: int) -> CardPage:
        await self._called(("list", page))
        size = self.capabilities.page_size
        listed = [facts for ref, facts in self.fleet.items() if ref not in self.unlisted]
        pages = max(1, -(-len(listed) // size))
        return CardPage(tuple(listed[(page - 1) * size : page * size]), page, pages, len(listed))

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        assert len(cards) <= self.capabilities.bulk_reads
        told = {
            ref: CardReading(self.fleet[ref], self.details.get(ref) or some_details())
            for ref in cards
            if ref in self.fleet
        }
        await self._called(("read", len(cards)))
        return told

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        assert len(cards) <= self.capabilities.bulk_reads
        assert len(months) <= self.capabilities.history_months
        await self._called(("usage", len(months), len(cards)))
        day = self.now().date()
        known = {month: (day - month.first).days for month in months}
        return {
            ref: CardUsage(
                tuple(
                    MonthUsage(month, tuple(7 if place < days else None for place in range(31)))
                    for month, days in known.items()
                )
            )
            for ref in cards
            if ref in self.fleet
        }

    async def _called(self, call: tuple[object, ...]) -> None:
        self.calls.append(call)
        self.times.append(self.clock.monotonic())
        number = len(self.calls)
        self.before(call)
        await self.clock.sleep(self.latency)
        if number in self.faults:
            raise self.faults.pop(number)

    async def offers(self, card: CardRef) -> Offers:
        return Offers()

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        return None

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        return VoucherOffers()

    async def orders(self, since: date, page: int) -> OrderPage:
        return OrderPage((), page, 1)

    async def balance(self) -> Money | None:
        return None

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        return NotSent("this provider only tells")

    async def aclose(self) -> None:
        return None
