"""Calls: everything inside the rate, reads repeated when waiting helps, sends never."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from random import Random
from typing import Any

import pytest

from simdesk.models.account_commands import AccountCommand
from simdesk.models.capabilities import Capabilities
from simdesk.models.commands import CardRef, Command, Suspend
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money, Offers, VoucherOffers
from simdesk.models.outcomes import Done, NotSent, Outcome, Unknown
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.texts import text
from simdesk.models.usage import CardUsage
from simdesk.services.calls import Calls
from simdesk.services.providers.base import CardPage, CardReading, OrderPage
from simdesk.services.rate import TokenBucket
from tests.conftest import VirtualClock
from tests.factories import a_moment, some_details, some_facts

BUSY = ProviderFault(text("Too busy."), "Throttling.User", retry_after=2.0)
BROKEN = ProviderFault(text("Internal error."), "Service.InternalError", retry_after=0.0)
WRONG = ProviderFault(text("No such card."), "CardNotExist")
REF = some_facts().ref


class FaultyReader:
    """A provider whose reads answer with the next of `faults`, then truthfully."""

    name = account = identity = "faulty"

    def __init__(self, clock: VirtualClock, faults: Sequence[ProviderFault] = ()) -> None:
        self.clock = clock
        self.faults = list(faults)
        self.called: list[tuple[str, float]] = []
        self.asked: list[int] = []
        self.capabilities = Capabilities(bulk_reads=2)

    def _come(self, name: str) -> None:
        self.called.append((name, self.clock.monotonic()))
        if self.faults:
            raise self.faults.pop(0)

    def now(self) -> datetime:
        return a_moment()

    async def cards(self, page: int) -> CardPage:
        self._come("cards")
        return CardPage((some_facts(),), page, 1, 1)

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        self._come("read")
        self.asked.append(len(cards))
        return {ref: CardReading(some_facts(), some_details()) for ref in cards}

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        self._come("usage")
        self.asked.append(len(cards))
        return {ref: CardUsage(()) for ref in cards}

    async def offers(self, card: CardRef) -> Offers:
        self._come("offers")
        return Offers()

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        self._come("pool")
        return None

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        self._come("voucher_offers")
        return VoucherOffers()

    async def orders(self, since: date, page: int) -> OrderPage:
        self._come("orders")
        return OrderPage((), page, 0)

    async def balance(self) -> Money | None:
        self._come("balance")
        return Money(100)

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        self.called.append((f"send {serial}", self.clock.monotonic()))
        return Unknown("no answer") if serial == "lost" else Done()

    async def aclose(self) -> None:
        return None


def calls_over(provider: FaultyReader, rate: float = 10.0, attempts: int = 4) -> Calls:
    bucket = TokenBucket(rate, provider.clock)
    return Calls(provider, bucket, provider.clock, Random(7), attempts)


async def test_a_busy_read_is_repeated_after_the_time_asked_for(virtual_clock: Any) -> None:
    provider = FaultyReader(virtual_clock, [BUSY, BUSY])
    page = await calls_over(provider).cards(3)
    assert page.number == 3
    pauses = [b - a for (_, a), (_, b) in zip(provider.called, provider.called[1:], strict=False)]
    assert len(pauses) == 2
    assert all(2.0 <= pause <= 3.2 for pause in pauses)
    assert pauses[0] != pauses[1]


async def test_pauses_double_where_the_provider_names_no_time(virtual_clock: Any) -> None:
    provider = FaultyReader(virtual_clock, [BROKEN, BROKEN, BROKEN])
    await calls_over(provider).balance()
    first, second, third = [wait for wait in virtual_clock.slept if wait > 0.2]
    assert 0.5 <= first <= 0.75
    assert 1.0 <= second <= 1.5
    assert 2.0 <= third <= 3.0


async def test_a_read_is_not_repeated_for_ever(virtual_clock: Any) -> None:
    provider = FaultyReader(virtual_clock, [BUSY] * 9)
    with pytest.raises(ProviderFault) as caught:
        await calls_over(provider, attempts=4).orders(date(2026, 6, 1), 1)
    assert caught.value.code == "Throttling.User"
    assert len(provider.called) == 4


async def test_a_read_that_cannot_help_is_not_repeated(virtual_clock: Any) -> None:
    provider = FaultyReader(virtual_clock, [WRONG])
    with pytest.raises(ProviderFault):
        await calls_over(provider).offers(REF)
    assert len(provider.called) == 1


async def test_bulk_reads_are_cut_to_what_one_call_may_name(virtual_clock: Any) -> None:
    provider = FaultyReader(virtual_clock)
    calls = calls_over(provider)
    refs = [CardRef(f"8986{n:016d}", "1") for n in range(5)]
    assert list(await calls.read(refs)) == refs
    assert list(await calls.usage(refs, [Month(2026, 6)])) == refs
    assert provider.asked == [2, 2, 1, 2, 2, 1]
    assert await calls.read([]) == {}


async def test_every_call_passes_the_bucket(virtual_clock: Any) -> None:
    provider = FaultyReader(virtual_clock)
    calls = calls_over(provider, rate=10)
    await calls.cards(1)
    await calls.read([REF])
    await calls.usage([REF], [])
    await calls.offers(REF)
    await calls.orders(date(2026, 6, 1), 1)
    await calls.balance()
    await calls.pool("CU_UP_M_2_north", Month(2026, 6))
    await calls.voucher_offers("CU_UP_M_2_north")
    await calls.send(Suspend(REF), "a")
    assert [round(10 * when) for _, when in provider.called] == list(range(9))
    assert (calls.rate, calls.now()) == (10, a_moment())
    calls.slow_down(1)
    await calls.balance()
    assert virtual_clock.now == pytest.approx(1.8)


async def test_a_send_is_sent_once_whatever_comes_back(virtual_clock: Any) -> None:
    provider = FaultyReader(virtual_clock)
    assert await calls_over(provider).send(Suspend(REF), "lost") == Unknown("no answer")
    assert provider.called == [("send lost", 0.0)]


async def test_a_send_nobody_wants_any_more_stays_here(virtual_clock: Any) -> None:
    provider = FaultyReader(virtual_clock)
    outcome = await calls_over(provider).send(Suspend(REF), "s", wanted=lambda: False)
    assert isinstance(outcome, NotSent)
    assert provider.called == []
