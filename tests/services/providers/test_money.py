"""Orders, charges and the wallet (domain.md 3.4, 6.3): one charge for each paid order."""

from pathlib import Path

import pytest

from simdesk.models.commands import AddOn, CancelAccount, Renew
from simdesk.models.errors import KnownError
from simdesk.models.orders import Money, OrderState, OrderType
from simdesk.models.outcomes import Done, Refused
from simdesk.models.status import Hold, SpecificStatus
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import PlanType, parse_voucher
from simdesk.services.providers.simulator.ledger import price_list
from simdesk.services.providers.simulator.prices import read_prices
from tests.services.providers.worlds import PLENTY, Hands, seconds

S = SpecificStatus


def charges(hands: Hands) -> list[tuple[str | None, int]]:
    return hands.world.rows.execute(
        "SELECT order_number, minor FROM charge WHERE at >= ? ORDER BY id",
        (seconds(2026, 6, 15, 9),),
    ).fetchall()


def fill(hands: Hands, minor: int) -> None:
    hands.world.transact(lambda: hands.world.till.set_balance(minor, hands.world.at))


def test_a_renewal_queues_behind_the_running_plan_and_is_charged_once(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC, where=lambda one: one.facts.voucher == "CM_SC_M_2_100M")
    hands.put(ref, expires=seconds(2026, 7, 31, 23, 59, 59))
    before = hands.world.till.balance
    outcome = hands.send(Renew(ref, 3, Money(1500)))
    assert isinstance(outcome, Done)
    assert charges(hands) == [(outcome.order, 1500)]
    assert hands.world.till.balance == before - 1500
    facts = hands.read(ref).facts
    assert facts.expires_at is not None
    assert facts.expires_at.isoformat() == "2026-10-31T23:59:59+08:00"
    orders, _ = hands.world.reader.orders(0, 0, 1)
    (order,) = orders
    assert (order.number, order.kind, order.state, order.iccid) == (
        outcome.order,
        OrderType.RENEW,
        OrderState.COMPLETED,
        ref.iccid,
    )


def test_renewing_a_stopped_card_restores_it_from_this_month(hands: Hands) -> None:
    ref = hands.card(S.STOPPED, PlanType.SC, where=lambda one: one.facts.cycle.months == 1)
    hands.put(ref, held=frozenset({Hold.MANUAL, Hold.CREDIT}))
    assert isinstance(hands.send(Renew(ref, 1, PLENTY)), Done)
    facts = hands.read(ref).facts
    assert facts.specific == S.IN_USE
    assert facts.expires_at is not None
    assert facts.expires_at.isoformat() == "2026-06-30T23:59:59+08:00"
    assert hands.life(ref).stopped_on == 0


def test_the_carriers_holds_return_with_the_renewal(hands: Hands) -> None:
    ref = hands.card(S.STOPPED, PlanType.SC)
    hands.put(ref, held=frozenset({Hold.USAGE, Hold.DEVICE}))
    assert isinstance(hands.send(Renew(ref, 1, PLENTY)), Done)
    assert hands.status(ref) == S.DEVICE_CHANGE


def test_an_empty_wallet_fails_the_order_and_charges_nothing(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC)
    before = hands.read(ref).facts
    fill(hands, 10)
    outcome = hands.send(Renew(ref, 1, PLENTY))
    assert isinstance(outcome, Refused)
    assert outcome.code == "simulator.InsufficientBalance"
    assert charges(hands) == []
    assert hands.read(ref).facts == before
    orders, _ = hands.world.reader.orders(0, 0, 1)
    assert orders[0].state is OrderState.FAILURE
    assert orders[0].paid_at is None


def test_a_price_above_the_approved_one_is_refused(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SF)
    price = hands.world.till.prices.renewal(parse_voucher(hands.read(ref).facts.voucher), 1)
    hands.world.transact(lambda: hands.world.till.raise_prices(1))
    outcome = hands.send(Renew(ref, 1, price))
    assert isinstance(outcome, Refused)
    assert outcome.code == "simulator.PriceAboveApproval"
    hands.world.transact(lambda: hands.world.till.raise_prices(0))
    assert isinstance(hands.send(Renew(ref, 1, price)), Done)
    assert isinstance(hands.send(Renew(ref, 1, Money(PLENTY.minor, "USD"))), Refused)


@pytest.mark.parametrize("periods", [0, 4, 5, 13])
def test_amounts_that_are_not_offered_are_refused(hands: Hands, periods: int) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC)
    outcome = hands.send(Renew(ref, periods, PLENTY))
    assert isinstance(outcome, Refused)
    assert outcome.code == "IllegalParameter"


@pytest.mark.parametrize(
    ("tier_kb", "quantity", "code"),
    [
        (0, 1, "DataLevelCanNotEmpty"),
        (31 * KB_PER_MB, 1, "DataLevelCanNotEmpty"),
        (30 * KB_PER_MB, 4, "IllegalParameter"),
    ],
)
def test_add_ons_that_are_not_offered_are_refused(
    hands: Hands, tier_kb: int, quantity: int, code: str
) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC)
    outcome = hands.send(AddOn(ref, tier_kb, quantity, PLENTY))
    assert isinstance(outcome, Refused)
    assert outcome.code == code


def test_an_add_on_that_cannot_be_paid_adds_nothing(hands: Hands) -> None:
    ref = hands.card(S.CREDIT_CONTROL, PlanType.SC)
    fill(hands, 0)
    outcome = hands.send(AddOn(ref, 100 * KB_PER_MB, 1, PLENTY))
    assert isinstance(outcome, Refused)
    assert hands.status(ref) == S.CREDIT_CONTROL
    assert hands.read(ref).facts.cycle_left_kb == 0


def test_auto_renew_pays_at_the_last_moment_and_stops_when_it_cannot(hands: Hands) -> None:
    rich = hands.card(S.IN_USE, PlanType.SF)
    ends = seconds(2026, 6, 30, 23, 59, 59)
    hands.skip_to(2026, 6, 29)
    hands.put(rich, expires=ends, auto_renew=1)
    hands.go_to(2026, 7, 1)
    facts = hands.read(rich).facts
    assert facts.status == 30
    assert facts.expires_at is not None
    assert facts.expires_at.isoformat() == "2026-07-31T23:59:59+08:00"
    orders, _ = hands.world.reader.orders(0, 0, 500)
    paid = [order for order in orders if order.iccid == rich.iccid]
    assert [order.kind for order in paid if order.serial is None][:1] == [OrderType.AUTO_RENEW]
    fill(hands, 0)
    hands.skip_to(2026, 7, 31, 12)
    hands.go_to(2026, 8, 1)
    assert hands.status(rich) == S.STOPPED
    failed, _ = hands.world.reader.orders(seconds(2026, 8, 1), 0, 500)
    assert {order.state for order in failed} == {OrderState.FAILURE}


def test_a_late_cancellation_is_charged_one_month(hands: Hands) -> None:
    ref = hands.card(S.STOPPED, PlanType.SC, where=lambda one: one.facts.cycle.months == 1)
    voucher = parse_voucher(hands.read(ref).facts.voucher)
    hands.skip_to(2026, 6, 25)
    assert hands.send(CancelAccount(ref)) == Done()
    assert charges(hands) == []
    fill(hands, 0)
    hands.go_to(2026, 7, 1)
    owed = hands.world.till.prices.month(voucher).minor
    assert (None, owed) in charges(hands)
    assert hands.world.till.balance <= -owed


def test_a_cancellation_before_the_twentieth_costs_nothing(hands: Hands) -> None:
    ref = hands.card(S.STOPPED, PlanType.SC)
    assert hands.send(CancelAccount(ref)) == Done()
    assert charges(hands) == []


def test_a_refund_gives_the_money_back_once(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC)
    before = hands.world.till.balance
    outcome = hands.send(Renew(ref, 1, PLENTY))
    assert isinstance(outcome, Done)
    number = outcome.order
    assert number is not None
    till, at = hands.world.till, hands.world.at
    assert hands.world.transact(lambda: till.refund(number, at))
    assert till.balance == before
    assert not hands.world.transact(lambda: till.refund(number, at))
    assert not hands.world.transact(lambda: till.refund("none", at))


def test_every_paid_order_has_one_charge_and_the_wallet_adds_up(hands: Hands) -> None:
    for _ in range(3):
        hands.send(Renew(hands.card(S.IN_USE, PlanType.SC), 1, PLENTY))
    hands.skip_to(2026, 6, 29)
    hands.go_to(2026, 7, 2)
    rows = hands.world.rows
    odd = rows.execute(
        "SELECT o.number, o.state, count(h.id) FROM orders o"
        " LEFT JOIN charge h ON h.order_number = o.number GROUP BY o.id"
        " HAVING count(h.id) <> (o.state IN ('completed', 'refunded'))"
        " OR coalesce(sum(h.minor), 0) <> o.minor * count(h.id)"
    ).fetchall()
    assert odd == []
    deposits = rows.execute("SELECT sum(minor) FROM wallet WHERE charge IS NULL").fetchone()[0]
    spent = rows.execute("SELECT sum(minor) FROM charge").fetchone()[0]
    assert hands.world.till.balance == deposits - spent
    per_charge = "SELECT count(*), count(DISTINCT charge) FROM wallet WHERE charge IS NOT NULL"
    movements, paid = rows.execute(per_charge).fetchone()
    assert movements == paid == rows.execute("SELECT count(*) FROM charge").fetchone()[0]


def test_offers_depend_on_the_voucher_alone() -> None:
    prices = price_list()
    monthly = prices.offers(parse_voucher("CM_SC_M_2_100M"))
    assert [(one.periods, one.price.minor) for one in monthly.renewals] == [
        (1, 500), (2, 1000), (3, 1500), (6, 2910), (9, 4275), (12, 5400),
    ]  # fmt: skip
    assert [one.tier_kb // KB_PER_MB for one in monthly.add_ons] == [10, 30, 100]
    yearly = prices.offers(parse_voucher("CT-SF-Y-2-1G"))
    assert [(one.months, one.price.minor) for one in yearly.renewals] == [
        (12, 21_000), (24, 36_960), (36, 53_550),
    ]  # fmt: skip
    assert yearly.add_ons == ()
    large = prices.offers(parse_voucher("CU_SC_M_3_2G"))
    assert [one.tier_kb for one in large.add_ons][-1] == KB_PER_GB
    pooled = prices.offers(parse_voucher("CU_UP_M_2_north"))
    assert (pooled.renewals, pooled.add_ons) == ((), ())


def test_a_tier_without_a_price_is_named() -> None:
    with pytest.raises(KnownError, match="CM_SC_M_2_77M"):
        price_list().renewal(parse_voucher("CM_SC_M_2_77M"), 1)


@pytest.mark.parametrize("words", ["currency = 1", "not toml", "currency = 'CNY'\nadd_on = 3"])
def test_a_price_list_that_cannot_be_read_is_named(tmp_path: Path, words: str) -> None:
    path = tmp_path / "prices.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(KnownError, match=r"prices\.toml"):
        read_prices(path)


def test_the_price_list_says_that_it_is_invented() -> None:
    from simdesk.paths import resource

    words = resource("prices.toml").read_text(encoding="utf-8")
    assert "INVENTED" in words
