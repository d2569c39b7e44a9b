"""What every registered provider must do, whatever its manners; of acts, what it offers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from simdesk.models.action import Action
from simdesk.models.card import CardFacts
from simdesk.models.commands import CardRef, Renew, Resume, Suspend
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money
from simdesk.models.outcomes import Done, Refused, Throttled
from simdesk.models.periods import ZONE, Month, local
from simdesk.models.secret_forms import SHORTEST
from simdesk.models.status import SpecificStatus
from simdesk.services.providers.base import Provider
from simdesk.services.providers.registry import REGISTRY
from tests.services.providers.asking import COMMANDS
from tests.services.providers.openers import IN_TESTS, OPENERS, SILENT
from tests.services.providers.worlds import PLENTY

STRANGER = CardRef("89860000000000000000", "0")
LONG_AGO = Month(2020, 1).first


@asynccontextmanager
async def opened(case: str, folder: Path) -> AsyncIterator[Provider]:
    provider = await OPENERS[case].open(folder)
    try:
        yield provider
    finally:
        await provider.aclose()


def offering(provider: Provider, *actions: Action) -> None:
    """Leave a test of acts that this provider does not offer."""
    missing = set(actions) - provider.capabilities.actions
    if missing:
        pytest.skip(f"{provider.name} does not offer: {', '.join(sorted(missing))}")


def test_every_registered_provider_is_held_to_the_contract() -> None:
    assert {*SILENT, *(case.partition(",")[0] for case in OPENERS)} == {*REGISTRY, *IN_TESTS}


async def every_card(provider: Provider) -> list[CardRef]:
    found, page = [], 1
    while True:
        answer = await provider.cards(page)
        found += [facts.ref for facts in answer.cards]
        assert answer.number == page
        assert len(answer.cards) <= provider.capabilities.page_size
        if page == answer.pages:
            assert answer.total == len(found)
            return found
        page += 1


async def in_use(provider: Provider, plan_type: str | None = None) -> CardFacts:
    """A card of the first page that is in use, of this plan type."""
    page = await provider.cards(1)
    fits = (one for one in page.cards if one.specific == SpecificStatus.IN_USE)
    return next(one for one in fits if plan_type in (None, one.plan_type))


@pytest.fixture(params=list(OPENERS))
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def test_it_says_who_it_is(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        assert provider.name == case.partition(",")[0]
        assert provider.account
        assert provider.identity.startswith(f"{provider.name}:")
        assert provider.identity != f"{provider.name}:"
        assert provider.now().tzinfo is ZONE
        assert all(len(secret) >= SHORTEST for secret in provider.secrets)
        shown = f"{provider!r} {provider.name} {provider.account} {provider.identity}"
        assert not [secret for secret in provider.secrets if secret in shown]


async def test_its_list_is_complete_stable_and_in_pages(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        first, again = await every_card(provider), await every_card(provider)
        assert first == again
        assert len(set(first)) == OPENERS[case].cards
        beyond = await provider.cards(1000)
        assert beyond.cards == ()
        with pytest.raises(ProviderFault):
            await provider.cards(0)


async def test_reading_agrees_with_listing(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        page = await provider.cards(1)
        bulk = min(provider.capabilities.bulk_reads, 20)
        wanted = page.cards[:bulk]
        readings = await provider.read([facts.ref for facts in wanted])
        assert [readings[facts.ref].facts for facts in wanted] == list(wanted)


async def test_of_strangers_it_says_nothing(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        assert await provider.read([STRANGER]) == {}
        assert await provider.usage([STRANGER], [Month.of(provider.now().date())]) == {}
        with pytest.raises(ProviderFault) as caught:
            await provider.offers(STRANGER)
        assert caught.value.code
        assert caught.value.retry_after is None


async def test_usage_covers_the_months_asked(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        today = provider.now().date()
        month = Month.of(today)
        page = await provider.cards(1)
        facts = next(
            one
            for one in page.cards
            if one.specific == SpecificStatus.IN_USE and one.cycle.months == 1
            if one.activated_at is not None and local(one.activated_at).date() < month.first
        )
        months = [month.plus(-1), month, month.plus(43)]
        usage = (await provider.usage([facts.ref], months))[facts.ref]
        assert [one.month for one in usage.months] == months
        assert {len(one.days) for one in usage.months} == {31}
        running = usage.months[1]
        assert running.total_kb == facts.cycle_usage_kb
        assert None not in running.days[: today.day - 1]
        assert set(running.days[today.day - 1 :]) == {None}
        assert set(usage.months[2].days) == {None}


async def test_too_much_at_once_is_refused(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        able, month = provider.capabilities, Month.of(provider.now().date())
        refs = [CardRef(str(number), "0") for number in range(able.bulk_reads + 1)]
        with pytest.raises(ProviderFault):
            await provider.read(refs)
        with pytest.raises(ProviderFault):
            await provider.usage(refs, [month])
        months = [month.plus(-more) for more in range(able.history_months + 1)]
        assert await provider.usage([STRANGER], months[:-1]) == {}
        with pytest.raises(ProviderFault):
            await provider.usage([STRANGER], months)


async def test_orders_come_newest_first_and_in_pages(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        number = pages = 1
        created = []
        while number <= pages:
            page = await provider.orders(LONG_AGO, number)
            assert page.number == number
            assert len(page.orders) <= provider.capabilities.page_size
            assert page.orders or pages == 1
            created += [one.created_at for one in page.orders]
            number, pages = number + 1, page.pages
        assert created == sorted(created, reverse=True)
        tomorrow = Month.of(provider.now().date()).plus(1).first
        assert (await provider.orders(tomorrow, 1)).orders == ()
        with pytest.raises(ProviderFault):
            await provider.orders(LONG_AGO, 0)


async def test_what_is_bought_is_an_order(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        offering(provider, Action.RENEW)
        card = await in_use(provider, "SC")
        outcome = await provider.send(Renew(card.ref, 1, PLENTY), "s-1")
        assert isinstance(outcome, Done)
        (order,) = (await provider.orders(provider.now().date(), 1)).orders
        assert order.number == outcome.order
        assert order.serial == ("s-1" if provider.capabilities.query_by_serial else None)


async def test_the_balance_pays(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        before = await provider.balance()
        offering(provider, Action.RENEW)
        card = await in_use(provider, "SF")
        price = (await provider.offers(card.ref)).renewals[0].price
        assert isinstance(await provider.send(Renew(card.ref, 1, price), "s"), Done)
        after = await provider.balance()
        assert after == (None if before is None else Money(before.minor - price.minor))


async def test_it_keeps_its_rate(case: str, tmp_path: Path) -> None:
    if not OPENERS[case].throttles:
        pytest.skip("its rate is the caller's duty alone")
    async with opened(case, tmp_path) as provider:
        rate = int(provider.capabilities.calls_per_second)
        ref = (await provider.cards(1)).cards[0].ref
        burst = [provider.read([ref]) for _ in range(2 * rate)]
        answers = await asyncio.gather(*burst, return_exceptions=True)
        faults = [answer for answer in answers if isinstance(answer, ProviderFault)]
        assert rate // 2 < len(faults) < 2 * rate
        assert all(fault.code for fault in faults)
        assert all(0 < (fault.retry_after or 0) <= 1 for fault in faults)
        sent = await asyncio.gather(
            *(provider.send(Suspend(ref), str(number)) for number in range(2 * rate))
        )
        assert any(isinstance(one, Throttled) for one in sent)


async def test_a_card_reads_its_act_back(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        offering(provider, Action.SUSPEND, Action.RESUME)
        ref = (await in_use(provider)).ref
        assert await provider.send(Suspend(ref), "a") == Done()
        assert (await provider.read([ref]))[ref].facts.specific == SpecificStatus.MANUAL
        assert await provider.send(Resume(ref), "b") == Done()
        assert (await provider.read([ref]))[ref].facts.specific == SpecificStatus.IN_USE


async def test_what_it_does_not_offer_it_refuses(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        card = await in_use(provider)
        for action in COMMANDS.keys() - provider.capabilities.actions:
            outcome = await provider.send(COMMANDS[action](card.ref), action)
            assert isinstance(outcome, Refused), action
            assert outcome.code
        assert (await provider.read([card.ref]))[card.ref].facts == card
