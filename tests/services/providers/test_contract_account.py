"""What every registered provider must do about vouchers and orders, whatever it sells."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    Purchase,
    SetVoucherLimit,
    order_type,
)
from simdesk.models.card import CardFacts
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money, Order, OrderState, OrderType, VoucherOffers
from simdesk.models.outcomes import Done, Refused
from simdesk.models.periods import Month
from simdesk.models.voucher import parse_voucher
from simdesk.services.providers.base import Provider
from tests.services.providers.openers import OPENERS
from tests.services.providers.test_contract import opened
from tests.services.providers.worlds import PLENTY

STRANGER = "CM_UP_M_2_nowhere"


@pytest.fixture(params=list(OPENERS))
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def fleet(provider: Provider) -> list[CardFacts]:
    found: list[CardFacts] = []
    pages = (await provider.cards(1)).pages
    for page in range(1, pages + 1):
        found += (await provider.cards(page)).cards
    return found


async def all_orders(provider: Provider) -> list[Order]:
    found: list[Order] = []
    pages = (await provider.orders(Month(2020, 1).first, 1)).pages
    for page in range(1, pages + 1):
        found += (await provider.orders(Month(2020, 1).first, page)).orders
    return found


def vouchers(cards: Iterable[CardFacts]) -> list[str]:
    """One of each plan type."""
    return list({one.plan_type: one.voucher for one in cards}.values())


async def test_a_pool_agrees_with_its_cards(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        cards = await fleet(provider)
        month = Month.of(provider.now().date())
        for words in vouchers(cards):
            told = await provider.pool(words, month)
            if told is None:
                continue
            mine = [one for one in cards if one.voucher == words]
            plan = parse_voucher(words)
            assert (told.voucher, told.month) == (words, month)
            assert told.cards_total == len(mine)
            assert told.cards_active == sum(one.activated_at is not None
                                            and one.status in (30, 35) for one in mine)  # fmt: skip
            assert 0 <= told.outside_kb <= told.used_kb
            tiered = (told.total_kb, told.left_kb)
            grand = (told.grand_total_kb, told.grand_used_kb, told.grand_left_kb)
            fees = (told.function_fees, told.function_fees_exceeded)
            assert (None in tiered) is not plan.plan_type.same_tier
            assert (None in grand + fees) is not plan.plan_type.pooled
            if told.total_kb is not None:
                assert told.total_kb == told.cards_active * (plan.tier_kb or 0)


async def test_months_that_no_pool_has(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        words = (await provider.cards(1)).cards[0].voucher
        month = Month.of(provider.now().date())
        assert await provider.pool(words, month.plus(1)) is None
        assert await provider.pool(words, month.plus(-60)) is None


async def test_unknown_vouchers_are_named(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        month = Month.of(provider.now().date())
        for asking in (provider.pool(STRANGER, month), provider.voucher_offers(STRANGER)):
            with pytest.raises(ProviderFault) as caught:
                await asking
            assert caught.value.code
            assert STRANGER in str(caught.value)
            assert caught.value.retry_after is None


async def test_it_offers_what_it_sells(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        sold = provider.capabilities.purchases
        for words in vouchers(await fleet(provider)):
            offers = await provider.voucher_offers(words)
            plan = parse_voucher(words).plan_type
            if plan.single_card or not sold:
                assert offers == VoucherOffers()
                continue
            assert (offers.card is not None) is (OrderType.ADD_CARD in sold)
            assert bool(offers.enlargements) is (plan.pooled and OrderType.ADD_FLOW in sold)
            fees = plan.pooled and OrderType.FUNCTION in sold
            assert (offers.function_fee is not None) is fees
            sizes = [offer.size_kb for offer in offers.enlargements]
            assert sizes == sorted(set(sizes))


async def purchases_at_offer(provider: Provider) -> list[Purchase]:
    """One of each kind that it sells, at the price it names."""
    cards = await fleet(provider)
    if not provider.capabilities.purchases:
        return []
    pooled = next(one.voucher for one in cards if one.plan_type.pooled)
    tiered = next(one.voucher for one in cards if one.plan_type.same_tier)
    offers = await provider.voucher_offers(pooled)
    card = (await provider.voucher_offers(tiered)).card
    found: list[Purchase] = []
    if card is not None:
        found.append(AddCards(tiered, 2, card.times(2)))
    if offers.enlargements:
        first = offers.enlargements[0]
        found.append(EnlargePool(pooled, first.size_kb, first.price))
    if offers.function_fee is not None:
        found.append(BuyFunctionFees(pooled, 3, offers.function_fee.times(3)))
    return found


async def test_it_sells_at_the_price_it_names(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        offered = await purchases_at_offer(provider)
        assert {order_type(one) for one in offered} == provider.capabilities.purchases
        for place, purchase in enumerate(offered):
            before = await provider.balance()
            cheap = Money(purchase.price.minor - 1, purchase.price.currency)
            fields = {name: getattr(purchase, name) for name in type(purchase).__slots__}
            refused = await provider.send(type(purchase)(**{**fields, "price": cheap}), f"c{place}")
            assert isinstance(refused, Refused)
            outcome = await provider.send(purchase, f"s{place}")
            assert isinstance(outcome, Done)
            assert outcome.order is not None
            order = next(one for one in await all_orders(provider) if one.number == outcome.order)
            assert order.kind is order_type(purchase)
            assert order.state in (OrderState.PROCESSING, OrderState.COMPLETED)
            assert (order.voucher, order.iccid) == (purchase.voucher, None)
            assert order.price == purchase.price
            told = f"s{place}" if provider.capabilities.query_by_serial else None
            assert order.serial == told
            after = await provider.balance()
            assert after == (None if before is None else Money(before.minor - purchase.price.minor))


async def test_it_refuses_what_it_does_not_offer(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        able, cards = provider.capabilities, await fleet(provider)
        pooled = next((one.voucher for one in cards if one.plan_type.pooled), cards[0].voucher)
        orders = await all_orders(provider)
        unpaid = next((one.number for one in orders if one.state is OrderState.UNPAID), "0")
        asked: list[tuple[AccountCommand, bool]] = [
            (AddCards(pooled, 1, PLENTY), OrderType.ADD_CARD in able.purchases),
            (EnlargePool(pooled, 10 * 1024 * 1024, PLENTY), OrderType.ADD_FLOW in able.purchases),
            (BuyFunctionFees(pooled, 1, PLENTY), OrderType.FUNCTION in able.purchases),
            (SetVoucherLimit(pooled, 9_000), able.voucher_limits),
            (PayOrder(unpaid, PLENTY), able.order_acts),
            (CloseOrder(unpaid), able.order_acts),
        ]
        for place, (command, offered) in enumerate(asked):
            if offered:
                continue
            outcome = await provider.send(command, f"n{place}")
            assert isinstance(outcome, Refused)
            assert outcome.code
        if not able.purchases and not able.order_acts:
            assert await all_orders(provider) == orders


async def test_a_voucher_limit_reads_back(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        if not provider.capabilities.voucher_limits:
            pytest.skip(f"{provider.name} limits no vouchers")
        cards = await fleet(provider)
        pooled = next(one for one in cards if one.plan_type.pooled)
        assert await provider.send(SetVoucherLimit(pooled.voucher, 77), "v") == Done()
        details = (await provider.read([pooled.ref]))[pooled.ref].details
        assert details.voucher_limit_kb == 77 * 1024


async def test_an_order_is_paid_or_closed_once(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        if not provider.capabilities.order_acts:
            pytest.skip(f"{provider.name} pays and closes no orders")
        unpaid = next(one for one in await all_orders(provider) if one.state is OrderState.UNPAID)
        paid = await provider.send(PayOrder(unpaid.number, unpaid.price), "p")
        assert paid in (Done(unpaid.number), Done(unpaid.number, unpaid.price))
        for serial, command in (
            ("q", PayOrder(unpaid.number, unpaid.price)), ("c", CloseOrder(unpaid.number)),
        ):  # fmt: skip
            assert isinstance(await provider.send(command, serial), Refused)


async def test_every_order_says_what_it_was_for(case: str, tmp_path: Path) -> None:
    async with opened(case, tmp_path) as provider:
        for order in await all_orders(provider):
            assert order.quantity >= 1
            sized = order.kind in (OrderType.ADD_FLOW, OrderType.FLOW_PLUS)
            assert (order.size_kb is not None) is sized
            assert (order.paid_at is None) is (
                order.state in (OrderState.UNPAID, OrderState.CLOSED, OrderState.FAILURE)
            )
