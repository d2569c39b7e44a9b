"""What every registered provider must do, whatever its manners."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from simdesk.models.commands import CardRef, Renew, Resume, Suspend
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money
from simdesk.models.outcomes import Done, Throttled
from simdesk.models.periods import ZONE, Month
from simdesk.models.status import SpecificStatus
from simdesk.services.providers.base import Provider
from simdesk.services.providers.registry import REGISTRY
from tests.services.providers.openers import CARDS, OPENERS
from tests.services.providers.worlds import PLENTY


@asynccontextmanager
async def opened(case: str, folder: Path) -> AsyncIterator[Provider]:
    provider = await OPENERS[case](folder)
    try:
        yield provider
    finally:
        await provider.aclose()


def test_every_registered_provider_is_held_to_the_contract() -> None:
    assert {case.partition(",")[0] for case in OPENERS} == set(REGISTRY)


async def every_card(provider: Provider) -> list[CardRef]:
    found, page = [], 1
    while True:
        answer = await provider.cards(page)
        found += [facts.ref for facts in answer.cards]
        assert answer.number == page
        if page == answer.pages:
            assert answer.total == len(found)
            return found
        page += 1


@pytest.fixture(params=list(OPENERS))
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def test_it_says_who_it_is(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        assert provider.name == case.partition(",")[0]
        assert provider.account
        assert provider.identity.startswith(f"{provider.name}:")
        assert provider.now().tzinfo is ZONE


async def test_its_list_is_complete_stable_and_in_pages(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        first, again = await every_card(provider), await every_card(provider)
        assert first == again
        assert len(set(first)) == CARDS
        beyond = await provider.cards(1000)
        assert beyond.cards == ()
        with pytest.raises(ProviderFault):
            await provider.cards(0)


async def test_reading_agrees_with_listing(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        page = await provider.cards(1)
        bulk = min(provider.capabilities.bulk_reads, 20)
        wanted = page.cards[:bulk]
        stranger = CardRef("89860000000000000000", "0")
        readings = await provider.read([facts.ref for facts in wanted])
        assert [readings[facts.ref].facts for facts in wanted] == list(wanted)
        assert await provider.read([stranger]) == {}
        assert await provider.usage([stranger], [Month(2026, 6)]) == {}
        with pytest.raises(ProviderFault) as caught:
            await provider.offers(stranger)
        assert caught.value.code == "linkcard.common.CardNotExist"
        assert caught.value.retry_after is None


async def test_usage_covers_the_months_asked(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        page = await provider.cards(1)
        facts = next(one for one in page.cards if one.specific == 100 and one.cycle == 1101)
        months = [Month(2026, 5), Month(2026, 6), Month(2030, 1)]
        usage = (await provider.usage([facts.ref], months))[facts.ref]
        assert [month.month for month in usage.months] == months
        assert usage.months[1].total_kb == facts.cycle_usage_kb
        assert usage.months[1].days[13] is not None
        assert usage.months[1].days[14] is None
        assert set(usage.months[2].days) == {None}


async def test_too_much_at_once_is_refused(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        refs = [CardRef(str(number), "0") for number in range(provider.capabilities.bulk_reads + 1)]
        with pytest.raises(ProviderFault):
            await provider.read(refs)
        with pytest.raises(ProviderFault):
            await provider.usage(refs, [Month(2026, 6)])
        months = [Month(2026, 1).plus(-more) for more in range(14)]
        with pytest.raises(ProviderFault):
            await provider.usage(refs[:1], months)


async def test_orders_come_newest_first(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        page = await provider.cards(1)
        card = next(one for one in page.cards if one.specific == 100 and one.plan_type == "SC")
        outcome = await provider.send(Renew(card.ref, 1, PLENTY), "s-1")
        assert isinstance(outcome, Done)
        orders = await provider.orders(provider.now().date(), 1)
        (order,) = orders.orders
        assert order.number == outcome.order
        assert order.serial == ("s-1" if provider.capabilities.query_by_serial else None)
        ancient = await provider.orders(Month(2020, 1).first, 1)
        created = [one.created_at for one in ancient.orders]
        assert created == sorted(created, reverse=True)
        assert len(created) <= provider.capabilities.page_size
        last = await provider.orders(Month(2020, 1).first, ancient.pages)
        assert last.orders
        with pytest.raises(ProviderFault):
            await provider.orders(Month(2020, 1).first, 0)


async def test_the_balance_pays(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        before = await provider.balance()
        page = await provider.cards(1)
        card = next(one for one in page.cards if one.specific == 100 and one.plan_type == "SF")
        offers = await provider.offers(card.ref)
        price = offers.renewals[0].price
        assert isinstance(await provider.send(Renew(card.ref, 1, price), "s"), Done)
        after = await provider.balance()
        assert before is not None
        assert after == Money(before.minor - price.minor)


async def test_it_keeps_its_rate(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        rate = int(provider.capabilities.calls_per_second)
        ref = (await provider.cards(1)).cards[0].ref
        burst = [provider.read([ref]) for _ in range(2 * rate)]
        answers = await asyncio.gather(*burst, return_exceptions=True)
        faults = [answer for answer in answers if isinstance(answer, ProviderFault)]
        assert rate // 2 < len(faults) < 2 * rate
        assert all(fault.code == "Throttling.User" for fault in faults)
        assert all(0 < (fault.retry_after or 0) <= 1 for fault in faults)
        sent = await asyncio.gather(
            *(provider.send(Suspend(ref), str(number)) for number in range(2 * rate))
        )
        assert any(isinstance(one, Throttled) for one in sent)


async def test_a_card_reads_its_act_back(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        page = await provider.cards(1)
        ref = next(one.ref for one in page.cards if one.specific == 100)
        assert await provider.send(Suspend(ref), "a") == Done()
        assert (await provider.read([ref]))[ref].facts.specific == SpecificStatus.MANUAL
        assert await provider.send(Resume(ref), "b") == Done()
        assert (await provider.read([ref]))[ref].facts.specific == SpecificStatus.IN_USE
