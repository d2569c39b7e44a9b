"""What is bought for a voucher: prices, orders, money, and what it brings (domain.md 3.2, 6.3)."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    Purchase,
)
from simdesk.models.card import CardFacts
from simdesk.models.numbers import parse_iccid, parse_imsi, parse_msisdn
from simdesk.models.orders import EnlargeOffer, Money, Order, OrderState, OrderType, VoucherOffers
from simdesk.models.outcomes import Done, Refused
from simdesk.models.periods import Month, silent_end
from simdesk.models.usage import KB_PER_GB
from simdesk.models.voucher import parse_voucher
from simdesk.services.providers.simulator import FleetPlan, moments
from simdesk.services.providers.simulator.delivery import delivery_second
from simdesk.services.providers.simulator.ledger import price_list
from tests.services.providers.test_pools import read
from tests.services.providers.worlds import PLENTY, Hands, a_world, seconds

POOL = "CU_UP_M_2_north"
TIER = "CM_SF_M_2_100M"
SMART = "AL_UP_M_2_roaming"
SINGLE = "CM_SC_M_2_100M"
TEN_GB = 10 * KB_PER_GB


def fill(hands: Hands, minor: int) -> None:
    hands.world.transact(lambda: hands.world.till.set_balance(minor, hands.world.at))


def order(hands: Hands, number: str | None) -> Order:
    orders, _ = hands.world.reader.orders(0, 0, 1 << 40)
    return next(one for one in orders if one.number == number)


def bought(hands: Hands, command: AccountCommand, serial: str | None = None) -> Order:
    outcome = hands.send(command, serial)
    assert isinstance(outcome, Done), outcome
    return order(hands, outcome.order)


def unpaid(hands: Hands, command: Purchase, serial: str | None = None) -> Order:
    """The order of a purchase that the wallet does not cover."""
    fill(hands, 10)
    outcome = hands.send(command, serial)
    assert isinstance(outcome, Refused)
    assert outcome.code == "simulator.InsufficientBalance"
    orders, _ = hands.world.reader.orders(0, 0, 1)
    assert orders[0].number in outcome.message
    return orders[0]


def charges(hands: Hands, number: str) -> list[int]:
    return [minor for (minor,) in hands.world.rows.execute(
        "SELECT minor FROM charge WHERE order_number = ?", (number,))]  # fmt: skip


def cards_of(hands: Hands, number: str) -> list[CardFacts]:
    return [one.facts for one in hands.readings() if one.facts.order_number == number]


def test_offers_depend_on_the_plan_type() -> None:
    prices = price_list()
    assert prices.voucher_offers(parse_voucher(SINGLE)) == VoucherOffers()
    # A same-tier card comes with its first month (4.50), or its first year (10 x 21.00).
    assert prices.voucher_offers(parse_voucher(TIER)) == VoucherOffers(Money(300 + 450))
    yearly = prices.voucher_offers(parse_voucher("CT_SF_Y_2_1G"))
    assert yearly == VoucherOffers(Money(300 + 21_000))
    pooled = prices.voucher_offers(parse_voucher(POOL))
    assert (pooled.card, pooled.function_fee) == (Money(300), Money(100))
    assert pooled.enlargements[0] == EnlargeOffer(TEN_GB, Money(2_600))
    each_gb = [offer.price.minor * KB_PER_GB / offer.size_kb for offer in pooled.enlargements]
    assert each_gb == sorted(each_gb, reverse=True)


def test_an_enlargement_takes_effect_at_once(hands: Hands) -> None:
    before, balance = read(hands.world, POOL), hands.world.till.balance
    found = bought(hands, EnlargePool(POOL, TEN_GB, Money(2_600)), "e-1")
    after = read(hands.world, POOL)
    assert (after.grand_total_kb or 0) - (before.grand_total_kb or 0) == TEN_GB
    assert after.grand_used_kb == before.grand_used_kb
    assert found == Order(
        found.number, OrderType.ADD_FLOW, OrderState.COMPLETED, Money(2_600),
        found.created_at, found.created_at, None, POOL, "e-1", 1, TEN_GB,
    )  # fmt: skip
    assert charges(hands, found.number) == [2_600]
    assert hands.world.till.balance == balance - 2_600


def test_function_fees_count_for_the_month_they_are_bought_in(hands: Hands) -> None:
    before = read(hands.world, POOL)
    found = bought(hands, BuyFunctionFees(POOL, 7, Money(700)))
    assert (found.kind, found.quantity, found.size_kb) == (OrderType.FUNCTION, 7, None)
    assert found.state is OrderState.COMPLETED
    after = read(hands.world, POOL)
    assert (after.function_fees or 0) - (before.function_fees or 0) == 7
    hands.go_to(2026, 12, 5)
    december = Month(2026, 12)
    assert read(hands.world, POOL, december).function_fees == 0
    exceeded = read(hands.world, POOL, december)
    assert exceeded.function_fees_exceeded == exceeded.cards_active
    bought(hands, BuyFunctionFees(POOL, 2, Money(200)))
    bought(hands, BuyFunctionFees(POOL, 3, Money(300)))
    assert read(hands.world, POOL, december).function_fees == 5


def test_cards_are_delivered_on_the_next_business_day(hands: Hands) -> None:
    before = read(hands.world, TIER)
    found = bought(hands, AddCards(TIER, 3, Money(2_250)), "a-1")
    assert (found.kind, found.state, found.quantity) == (
        OrderType.ADD_CARD, OrderState.PROCESSING, 3,
    )  # fmt: skip
    assert found.paid_at is not None
    assert charges(hands, found.number) == [2_250]
    hands.go_to(2026, 6, 16, 8, 59)
    assert cards_of(hands, found.number) == []
    hands.go_to(2026, 6, 16, 17)
    assert len(cards_of(hands, found.number)) == 3
    assert order(hands, found.number).state is OrderState.COMPLETED
    after = read(hands.world, TIER)
    assert after.cards_total == before.cards_total + 3
    # No card is activated yet, so none brings its tier.
    assert after.total_kb == before.total_kb


@pytest.mark.parametrize(
    ("paid", "arrives"),
    [
        ((2026, 6, 15, 9), date(2026, 6, 16)),  # Monday
        ((2026, 6, 15, 23, 59, 59), date(2026, 6, 16)),
        ((2026, 6, 18, 12), date(2026, 6, 19)),
        ((2026, 6, 19, 12), date(2026, 6, 22)),  # Friday
        ((2026, 6, 20, 12), date(2026, 6, 22)),
        ((2026, 6, 21, 12), date(2026, 6, 22)),
        ((2026, 7, 31, 12), date(2026, 8, 3)),
    ],
)
def test_the_day_of_delivery(paid: tuple[int, ...], arrives: date) -> None:
    hours = set()
    for number in range(40):
        moment = moments.moment(delivery_second(seconds(*paid), str(number)))
        assert moment.date() == arrives
        assert 9 <= moment.hour < 17
        hours.add(moment.hour)
    assert len(hours) > 4


@pytest.mark.parametrize("voucher", [TIER, POOL, SMART])
def test_delivered_cards_are_new_cards(tmp_path: Path, voucher: str) -> None:
    with a_world(tmp_path, FleetPlan(120, seed=3)) as world:
        hands = Hands(world)
        old = {facts.ref: facts for facts in (one.facts for one in hands.readings())}
        price = world.till.prices.voucher_offers(parse_voucher(voucher)).card
        assert price is not None
        found = bought(hands, AddCards(voucher, 20, price.times(20)))
        hands.go_to(2026, 6, 16, 17)
        cards = cards_of(hands, found.number)
        numbers = {number for one in old.values() for number in (one.iccid, *one.msisdns)}
        assert len(cards) == 20
        for facts in cards:
            assert facts.voucher == voucher
            assert facts.smart is (voucher == SMART)
            assert parse_iccid(facts.iccid) == facts.iccid
            assert [parse_msisdn(one) for one in facts.msisdns] == list(facts.msisdns)
            assert [parse_imsi(one) for one in facts.imsis] == list(facts.imsis)
            assert not numbers & {facts.iccid, *facts.msisdns}
            numbers |= {facts.iccid, *facts.msisdns}
            assert facts.opened_at.date() == date(2026, 6, 16)
            assert (facts.activated_at, facts.expires_at) == (None, None)
            assert (facts.tags, facts.remark, facts.cycle_usage_kb) == ((), "", 0)
        assert {facts.specific for facts in cards} == {10, 20}
        assert len({facts.ref for facts in cards} | set(old)) == len(old) + 20 == world.cards


def test_delivered_cards_live_like_all_others(tmp_path: Path) -> None:
    with a_world(tmp_path, FleetPlan(60, seed=3)) as world:
        hands = Hands(world)
        found = bought(hands, AddCards(TIER, 40, Money(30_000)))
        hands.go_to(2026, 6, 17)
        tested = {one.ref for one in cards_of(hands, found.number) if one.specific == 10}
        # Silent for six months: the first of the month after; tested ones three months longer.
        hands.go_to(2027, 4, 1)
        for facts in cards_of(hands, found.number):
            tests = facts.ref in tested
            forced = silent_end(date(2026, 9, 16) if tests else date(2026, 6, 16))
            assert facts.activated_at is not None
            assert facts.activated_at <= forced
            # The order paid for one month; after that a card stops, then it is cancelled.
            assert facts.expires_at is not None
            assert Month.of(facts.expires_at.date()) == Month.of(facts.activated_at.date())
        assert forced == datetime(2027, 4 if tests else 1, 1, tzinfo=forced.tzinfo)
        refs = [facts.ref for facts in cards_of(hands, found.number)]
        months = list(Month(2026, 6).until(Month(2027, 3)))
        usage = world.reader.usage(refs, months, world.today)
        assert all(
            [day is None for day in usage[ref].months[0].days[:15]] == [True] * 15
            and None not in usage[ref].months[0].days[15:30]
            for ref in refs
        )
        assert sum(month.total_kb for ref in refs for month in usage[ref].months) > 0


REFUSED: dict[str, tuple[AccountCommand, str]] = {
    "an unknown voucher": (AddCards("CM_SF_M_2_30M", 1, PLENTY),
                           "linkcard.common.CredentialNoNotExist"),
    "cards for single-card plans": (AddCards(SINGLE, 1, PLENTY), "DataLevelCanNotEmpty"),
    "no card": (AddCards(TIER, 0, PLENTY), "IllegalParameter"),
    "too many cards": (AddCards(TIER, 1_001, PLENTY), "IllegalParameter"),
    "fewer than no units": (BuyFunctionFees(POOL, -1, PLENTY), "IllegalParameter"),
    "fees of a same-tier pool": (BuyFunctionFees(TIER, 1, PLENTY), "DataLevelCanNotEmpty"),
    "a same-tier pool enlarged": (EnlargePool(TIER, TEN_GB, PLENTY), "DataLevelCanNotEmpty"),
    "a size that is not sold": (EnlargePool(POOL, TEN_GB + 1, PLENTY), "DataLevelCanNotEmpty"),
    "a price above the approved": (AddCards(TIER, 3, Money(2_249)),
                                   "simulator.PriceAboveApproval"),
    "another currency": (EnlargePool(POOL, TEN_GB, Money(9_999, "USD")),
                         "simulator.PriceAboveApproval"),
    "paying an unknown order": (PayOrder("7", PLENTY), "IllegalParameter"),
    "closing an unknown order": (CloseOrder("7"), "IllegalParameter"),
}  # fmt: skip


@pytest.mark.parametrize("case", list(REFUSED))
def test_what_is_refused_leaves_no_order(hands: Hands, case: str) -> None:
    command, code = REFUSED[case]
    before, balance = hands.world.reader.orders(0, 0, 1)[1], hands.world.till.balance
    outcome = hands.send(command)
    assert isinstance(outcome, Refused)
    assert outcome.code == code
    assert hands.world.reader.orders(0, 0, 1)[1] == before
    assert hands.world.till.balance == balance


def test_a_raised_price_is_refused_and_its_fall_accepted(hands: Hands) -> None:
    till = hands.world.till
    command = BuyFunctionFees(POOL, 10, Money(1_000))
    hands.world.transact(lambda: till.raise_prices(5))
    outcome = hands.send(command)
    assert isinstance(outcome, Refused)
    assert "10.50" in outcome.message
    hands.world.transact(lambda: till.raise_prices(-10))
    assert bought(hands, command).price == Money(900)


PURCHASES: dict[str, Purchase] = {
    "cards": AddCards(TIER, 2, Money(1_500)),
    "enlargement": EnlargePool(POOL, TEN_GB, Money(2_600)),
    "fees": BuyFunctionFees(POOL, 5, Money(500)),
}


def effects(hands: Hands) -> tuple[int, int | None, int | None]:
    pool = read(hands.world, POOL, Month.of(moments.day_of(hands.world.today)))
    return hands.world.cards, pool.grand_total_kb, pool.function_fees


@pytest.mark.parametrize("what", list(PURCHASES))
def test_an_empty_wallet_leaves_the_order_unpaid_until_it_is_paid(hands: Hands, what: str) -> None:
    command, before = PURCHASES[what], effects(hands)
    waiting = unpaid(hands, command, "u-1")
    assert (waiting.state, waiting.paid_at, waiting.serial) == (OrderState.UNPAID, None, "u-1")
    assert waiting.price == command.price
    assert charges(hands, waiting.number) == []
    hands.go_to(2026, 6, 17, 12)
    assert effects(hands) == before
    pay = PayOrder(waiting.number, command.price)
    poor = hands.send(pay)
    assert isinstance(poor, Refused)
    assert poor.code == "simulator.InsufficientBalance"
    assert order(hands, waiting.number).state is OrderState.UNPAID
    fill(hands, 5_000)
    assert hands.send(pay, "p-1") == Done(waiting.number, waiting.price)
    paid = order(hands, waiting.number)
    assert paid.paid_at == moments.moment(seconds(2026, 6, 17, 12))
    assert charges(hands, waiting.number) == [command.price.minor]
    assert hands.world.till.balance == 5_000 - command.price.minor
    hands.go_to(2026, 6, 18, 17)
    assert order(hands, waiting.number).state is OrderState.COMPLETED
    assert effects(hands) != before
    # Paid once: neither the same serial nor another takes the money again.
    assert hands.send(pay, "p-1") == Done(waiting.number, waiting.price)
    again = hands.send(pay, "p-2")
    assert isinstance(again, Refused)
    assert "completed" in again.message
    assert charges(hands, waiting.number) == [command.price.minor]


@pytest.mark.parametrize("what", list(PURCHASES))
def test_an_unpaid_order_can_be_closed(hands: Hands, what: str) -> None:
    before = effects(hands)
    waiting = unpaid(hands, PURCHASES[what])
    assert hands.send(CloseOrder(waiting.number)) == Done(waiting.number)
    assert order(hands, waiting.number).state is OrderState.CLOSED
    fill(hands, 100_000)
    for command in (PayOrder(waiting.number, PLENTY), CloseOrder(waiting.number)):
        outcome = hands.send(command)
        assert isinstance(outcome, Refused)
        assert outcome.code == "linkcard.common.BusinessProcessError"
        assert "closed" in outcome.message
    hands.go_to(2026, 6, 17)
    assert (effects(hands), charges(hands, waiting.number)) == (before, [])


def test_an_unpaid_order_keeps_its_price(hands: Hands) -> None:
    waiting = unpaid(hands, PURCHASES["fees"])
    fill(hands, 10_000)
    hands.world.transact(lambda: hands.world.till.raise_prices(50))
    cheap = hands.send(PayOrder(waiting.number, Money(499)))
    assert isinstance(cheap, Refused)
    assert cheap.code == "simulator.PriceAboveApproval"
    assert hands.send(PayOrder(waiting.number, Money(500))) == Done(waiting.number, waiting.price)


def test_a_paid_order_is_not_paid_or_closed(hands: Hands) -> None:
    for command in PURCHASES.values():
        number = bought(hands, command).number
        for act in (PayOrder(number, PLENTY), CloseOrder(number)):
            assert isinstance(hands.send(act), Refused)
        assert len(charges(hands, number)) == 1


def test_units_paid_for_in_july_count_for_july(hands: Hands) -> None:
    waiting = unpaid(hands, BuyFunctionFees(POOL, 5, Money(500)))
    june = read(hands.world, POOL).function_fees
    hands.go_to(2026, 7, 2)
    fill(hands, 1_000)
    before = read(hands.world, POOL, Month(2026, 7)).function_fees or 0
    assert hands.send(PayOrder(waiting.number, Money(500))) == Done(waiting.number, waiting.price)
    assert read(hands.world, POOL, Month(2026, 7)).function_fees == before + 5
    assert read(hands.world, POOL, Month(2026, 6)).function_fees == june


def test_a_serial_that_comes_twice_buys_once(hands: Hands) -> None:
    for name, command in PURCHASES.items():
        first = hands.send(command, f"twice-{name}")
        orders = hands.world.reader.orders(0, 0, 1)[1]
        assert hands.send(command, f"twice-{name}") == first
        assert hands.world.reader.orders(0, 0, 1)[1] == orders


def test_two_deliveries_keep_apart(hands: Hands) -> None:
    first = bought(hands, AddCards(TIER, 2, Money(1_500)))
    second = bought(hands, AddCards(POOL, 3, Money(900)))
    hands.go_to(2026, 6, 17)
    assert [len(cards_of(hands, one.number)) for one in (first, second)] == [2, 3]
    assert {one.voucher for one in cards_of(hands, second.number)} == {POOL}


def test_the_past_of_a_new_fleet_has_orders_of_its_pools(hands: Hands) -> None:
    orders, _ = hands.world.reader.orders(0, 0, 1 << 40)
    by_kind: dict[OrderType, list[Any]] = {}
    for one in orders:
        by_kind.setdefault(one.kind, []).append(one)
    assert set(by_kind) == {
        OrderType.NEW, OrderType.RENEW, OrderType.FUNCTION, OrderType.ADD_FLOW,
    }  # fmt: skip
    cards: dict[str, int] = {}
    for reading in hands.readings():
        number = reading.facts.order_number
        cards[number] = cards.get(number, 0) + 1
    assert {one.number: one.quantity for one in by_kind[OrderType.NEW]} == cards
    assert all(one.quantity >= 1 for one in orders)
    assert all(one.size_kb for one in by_kind[OrderType.ADD_FLOW])
    assert all(one.size_kb is None for one in by_kind[OrderType.FUNCTION])
    states = {one.state for one in by_kind[OrderType.ADD_FLOW]}
    assert states >= {OrderState.UNPAID, OrderState.CLOSED}
