"""The rules see a world that broke them: otherwise a long life would prove nothing."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from simdesk.models.commands import CardRef
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.periods import auto_cancel_day, midnight
from simdesk.models.status import Base, CardState, Event
from simdesk.models.voucher import parse_voucher
from simdesk.services.providers.simulator import FleetPlan
from simdesk.services.providers.simulator.truth import CardTruth, Happening, Truth, truth_of
from tests.services.providers.worlds import a_world
from tests.years.rules import Ledger, broken_rules


@pytest.fixture
def world(tmp_path: Path) -> Truth:
    with a_world(tmp_path, FleetPlan(cards=60, seed=1)) as built:
        return truth_of(built, usage=False)


def with_card(world: Truth, ref: CardRef, card: CardTruth) -> Truth:
    return replace(world, cards={**world.cards, ref: card})


def no_news(world: Truth) -> Truth:
    """The same evening, nothing ordered or paid since."""
    return replace(world, orders=(), charges=(), wallet=())


def an_order(world: Truth) -> Order:
    return next(order for order in world.orders if order.state is OrderState.COMPLETED)


def test_a_new_world_breaks_no_rule(world: Truth) -> None:
    assert broken_rules(world, world) == []
    ledger = Ledger()
    assert ledger.add(world) == []
    assert ledger.add(no_news(world)) == []


def test_nobody_leaves_the_end(world: Truth) -> None:
    ref, card = next(iter(world.cards.items()))
    ended = replace(card, state=CardState(Base.CANCELLED))
    alive = replace(card, state=CardState(Base.ACTIVE))
    found = broken_rules(with_card(world, ref, ended), with_card(world, ref, alive))
    assert found == [f"{ref.iccid} left status 50"]


def test_pooled_cards_are_not_topped_up(world: Truth) -> None:
    words = next(
        card.facts.voucher
        for card in world.cards.values()
        if parse_voucher(card.facts.voucher).plan_type.pooled
    )
    order = replace(an_order(world), kind=OrderType.AUTO_RENEW, voucher=words)
    found = broken_rules(world, replace(world, orders=(order,)))
    assert found == [f"order {order.number} topped up pooled {order.iccid}"]


def test_auto_cancellation_comes_on_its_day(world: Truth) -> None:
    ref, card = next(iter(world.cards.items()))
    today = world.now.date()
    ended = today - timedelta(days=120)
    due = auto_cancel_day(ended)
    stopped = replace(card, state=CardState(Base.STOPPED), stopped_on=ended)
    found = broken_rules(world, with_card(world, ref, stopped))
    assert found == [f"{ref.iccid}, stopped on {ended}, should be cancelled by {today}"]

    cancelled = replace(stopped, state=CardState(Base.CANCELLED))
    for days, wrong in ((-1, True), (0, False), (1, True)):
        at = midnight(due + timedelta(days=days))
        line = Happening(at, ref.iccid, Event.AUTO_CANCELLED, "timer", "")
        found = broken_rules(world, replace(with_card(world, ref, cancelled), events=(line,)))
        assert bool(found) is wrong, days


def test_a_paid_order_has_one_charge(world: Truth) -> None:
    order = an_order(world)
    charge = next(one for one in world.charges if one.order == order.number)
    others = tuple(one for one in world.charges if one is not charge)

    ledger = Ledger.of(world)
    again = replace(no_news(world), charges=(charge,))
    assert ledger.add(again) == [f"order {order.number} is completed and was charged 2 times"]

    missing = replace(world, charges=others)
    assert Ledger().add(missing) == [f"order {order.number} is completed and was charged 0 times"]

    unknown = replace(no_news(world), charges=(replace(charge, order="nobody's"),))
    assert Ledger.of(world).add(unknown) == ["order nobody's is None and was charged 1 times"]


def test_an_order_that_failed_is_not_charged(world: Truth) -> None:
    order = an_order(world)
    failed = replace(order, state=OrderState.FAILURE)
    orders = tuple(failed if one is order else one for one in world.orders)
    tallies = {**world.tallies, OrderState.FAILURE: 1}
    tallies[OrderState.COMPLETED] -= 1
    found = Ledger().add(replace(world, orders=orders, tallies=tallies))
    assert found == [f"order {order.number} is failure and was charged 1 times"]


def test_what_changes_behind_the_ledgers_back_is_seen(world: Truth) -> None:
    ledger = Ledger.of(world)
    closed = world.tallies.get(OrderState.CLOSED, 0)
    tallies = {**world.tallies, OrderState.CLOSED: closed + 1}
    found = ledger.add(replace(no_news(world), tallies=tallies))
    assert found == ["an old order is in another state than it was"]

    poorer = replace(no_news(world), balance=Money(world.balance.minor - 1))
    found = ledger.add(poorer)
    assert found == ["the wallet's movements do not add up to its balance"]
