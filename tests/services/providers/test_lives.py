"""Half a year of a restless world with a busy operator, held against the picture of all moves."""

import itertools
import random
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    SetVoucherLimit,
)
from simdesk.models.commands import (
    AddOn,
    CancelAccount,
    CardRef,
    Command,
    ForceActivate,
    Renew,
    Resume,
    ResumeUse,
    SetAutoRebind,
    SetAutoRenew,
    SetUsageLimit,
    Suspend,
)
from simdesk.models.orders import OrderState, OrderType
from simdesk.models.periods import auto_cancel_day
from simdesk.models.status import Base, CardState, Event
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.services.providers.simulator import FleetPlan, moments
from simdesk.services.providers.simulator.truth import Happening, Truth, truth_of
from simdesk.services.providers.simulator.world import World
from tests import pictures
from tests.services.providers.worlds import PLENTY, a_world

PLAN = FleetPlan(150, seed=21, restless=15)
DAYS = 180
TOP_UPS = (OrderType.RENEW, OrderType.AUTO_RENEW, OrderType.FLOW_PLUS)
EVENTS = {event.value: event for event in Event}


def drawn(chance: random.Random, ref: CardRef) -> Command:
    kinds = (
        Suspend(ref), Suspend(ref), Resume(ref), Resume(ref), ResumeUse(ref), ResumeUse(ref),
        ForceActivate(ref), CancelAccount(ref), Renew(ref, 1, PLENTY), Renew(ref, 3, PLENTY),
        AddOn(ref, 100 * KB_PER_MB, 1, PLENTY), SetUsageLimit(ref, chance.randrange(0, 60)),
        SetAutoRenew(ref, chance.random() < 0.5), SetAutoRebind(ref, chance.random() < 0.5),
    )  # fmt: skip
    return chance.choice(kinds)


def buy(world: World, chance: random.Random, serial: str) -> None:
    """An act on the account, now and then with an empty wallet; what is unpaid is settled soon."""
    poor = chance.random() < 0.3
    world.transact(lambda: world.till.set_balance(0 if poor else 5_000_000, world.at))
    unpaid = world.rows.execute("SELECT min(number) FROM orders WHERE state = 'unpaid'").fetchone()
    pool = chance.choice(("CU_UP_M_2_north", "AL_UP_M_2_roaming", "CT_UP_M_2_harbour"))
    commands: list[AccountCommand] = [
        AddCards(chance.choice((pool, "CM_SF_M_2_100M", "CT_SF_Y_2_1G")), 1, PLENTY),
        EnlargePool(pool, 10 * KB_PER_GB, PLENTY),
        BuyFunctionFees(pool, chance.randrange(1, 9), PLENTY),
        SetVoucherLimit(pool, chance.randrange(0, 9_000)),
        PayOrder(str(unpaid[0]), PLENTY),
        CloseOrder(str(unpaid[0])),
    ]
    world.send(chance.choice(commands), serial)


def live(world: World, days: int) -> list[Truth]:
    """Pass the days with some acts each; the truth at every fifth midnight."""
    chance, seen, serial = random.Random(5), [truth_of(world, usage=False)], 0
    refs = list(seen[0].cards)
    for day in range(days):
        for _ in range(chance.randrange(6)):
            world.pass_time(world.at + chance.randrange(10_000))
            serial += 1
            world.send(drawn(chance, chance.choice(refs)), str(serial))
        if day % 3 == 0:
            buy(world, random.Random(day), f"bought {day}")
        world.pass_time(moments.begin(world.today + 1))
        if day % 5 == 4:
            seen.append(truth_of(world, usage=False))
    return seen


def test_half_a_year(tmp_path: Path) -> None:
    with a_world(tmp_path, PLAN) as world:
        seen = live(world, DAYS)
    first, last = seen[0], seen[-1]
    assert_moves_fit_the_picture(first, last)
    assert_the_end_is_final(seen)
    assert_stops_end_to_the_day(last)
    assert_money_adds_up(last)
    assert_pools_add_up(seen)
    assert_sub_cards_add_up(seen)
    happened = {event.what for event in last.events}
    assert happened >= set(EVENTS) - RARE


RARE = {
    "force activated",
    "carrier activated",
    "test quota exceeded",
    "cancellation finished",
    "test ended",
}


def histories(last: Truth, since: Truth) -> dict[str, list[Happening]]:
    found: dict[str, list[Happening]] = defaultdict(list)
    for event in last.events[len(since.events) :]:
        found[event.iccid].append(event)
    return found


def assert_moves_fit_the_picture(first: Truth, last: Truth) -> None:
    """Each card's last state is its first one, moved by its history as the picture has it."""
    past = histories(last, first)
    for ref, card in first.cards.items():
        if card.subs:
            continue
        state = card.state
        for event in past[ref.iccid]:
            if event.what in EVENTS:
                after = pictures.after(state, EVENTS[event.what])
                assert after is not None, (ref, state, event)
                state = after
        assert state == last.cards[ref].state, ref


def assert_the_end_is_final(seen: list[Truth]) -> None:
    gone: dict[CardRef, object] = {}
    first = seen[0]
    for then in seen:
        for ref, card in then.cards.items():
            # Only the hour that usage is known up to goes on, and the limit of its voucher.
            timeless = replace(
                card,
                facts=replace(card.facts, usage_as_of=first.now),
                details=replace(card.details, voucher_limit_kb=None),
            )
            if ref in gone:
                assert timeless == gone[ref]
            elif card.state.base is Base.CANCELLED:
                assert card.state == CardState(Base.CANCELLED)
                gone[ref] = timeless
    assert len(gone) > 10


def assert_stops_end_to_the_day(last: Truth) -> None:
    for event in last.events:
        if event.what != Event.AUTO_CANCELLED:
            continue
        stops = [
            one.at
            for one in last.events
            if one.iccid == event.iccid and one.what == "plan expired" and one.at < event.at
        ]
        stopped = stops[-1].date() - timedelta(days=1)
        assert event.at.date() == auto_cancel_day(stopped)
    for card in last.cards.values():
        if card.state.base is Base.STOPPED:
            assert card.stopped_on is not None
            assert last.now.date() < auto_cancel_day(card.stopped_on)


def assert_money_adds_up(last: Truth) -> None:
    settled = (OrderState.COMPLETED, OrderState.PROCESSING)
    paid = [order for order in last.orders if order.state in settled]
    charged = [charge for charge in last.charges if charge.order is not None]
    assert sorted(order.number for order in paid) == sorted(str(one.order) for one in charged)
    assert {order.number: order.price for order in paid} == {
        one.order: one.amount for one in charged
    }
    assert last.balance.minor == sum(move.minor for move in last.wallet)
    pooled = {ref.iccid for ref, card in last.cards.items() if card.facts.plan_type.pooled}
    topped_up = [order for order in last.orders if order.kind in TOP_UPS]
    assert topped_up
    assert not [order for order in topped_up if order.iccid in pooled]


def assert_pools_add_up(seen: list[Truth]) -> None:
    """What was bought in all, card by card and KB by KB, and no order goes back."""
    first = seen[0]
    known = {order.number for order in first.orders if order.state is not OrderState.UNPAID}
    for then in seen:
        new = [order for order in then.orders if order.number not in known
               and order.state is OrderState.COMPLETED]  # fmt: skip
        bought: dict[OrderType, int] = defaultdict(int)
        for order in new:
            size = order.size_kb or 1
            bought[order.kind] += order.quantity * size
        assert len(then.cards) == len(first.cards) + bought[OrderType.ADD_CARD]
        sizes = [
            sum(pool.grand_total_kb or 0 for pool in one.pools.values()) for one in (first, then)
        ]
        assert sizes[1] - sizes[0] == bought[OrderType.ADD_FLOW]
    for before, after in itertools.pairwise(seen):
        states = {order.number: order.state for order in after.orders}
        for order in before.orders:
            if states[order.number] is not order.state:
                assert order.state in (OrderState.UNPAID, OrderState.PROCESSING)
    last = {order.kind for order in seen[-1].orders if order.number not in known}
    assert last >= {OrderType.ADD_CARD, OrderType.ADD_FLOW, OrderType.FUNCTION}


def assert_sub_cards_add_up(seen: list[Truth]) -> None:
    for then in seen:
        for card in then.cards.values():
            if card.subs:
                parts = sum(sub.cycle_usage_kb for sub in card.details.sub_cards)
                assert parts == card.facts.cycle_usage_kb
