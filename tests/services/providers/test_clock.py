"""The world's time: real while open, still while closed, and as fast as one likes."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.models.orders import Money, OrderState
from simdesk.models.periods import ZONE, Month
from simdesk.services.providers.simulator import FleetPlan, Simulator, open_simulator
from simdesk.services.providers.simulator.truth import truth
from tests.conftest import VirtualClock
from tests.services.providers.worlds import CALM, built

PLAN = FleetPlan(40, seed=6, restless=CALM)
START = datetime(2026, 6, 15, 9, tzinfo=ZONE)


async def opened(folder: Path, clock: VirtualClock) -> Simulator:
    if not (folder / "world.db").exists():
        (folder / "world.db").write_bytes(built(PLAN))
    return await open_simulator(folder, PLAN, clock)


async def test_it_begins_on_a_monday_morning_and_runs(tmp_path: Path) -> None:
    clock = VirtualClock()
    simulator = await opened(tmp_path, clock)
    assert simulator.now() == START
    await clock.sleep(90)
    assert simulator.now() == START + timedelta(seconds=90)
    await simulator.aclose()


async def test_it_stands_still_while_closed(tmp_path: Path) -> None:
    clock = VirtualClock()
    simulator = await opened(tmp_path, clock)
    await clock.sleep(3600)
    await simulator.aclose()
    await simulator.aclose()
    await clock.sleep(1_000_000)
    simulator = await opened(tmp_path, clock)
    assert simulator.now() == START + timedelta(hours=1)
    await simulator.aclose()


async def test_paused_and_hurried(tmp_path: Path) -> None:
    clock = VirtualClock()
    simulator = await opened(tmp_path, clock)
    controls = simulator.simulation
    controls.paused = True
    assert controls.paused
    await clock.sleep(500)
    assert controls.now == START
    controls.paused = False
    controls.speed = 3600
    assert controls.speed == 3600
    await clock.sleep(24)
    assert controls.now == START + timedelta(days=1)
    page = await simulator.cards(1)
    assert page.cards[0].usage_as_of.date() == date(2026, 6, 16)
    controls.speed = 60
    was = controls.now
    await clock.sleep(1)
    assert controls.now - was == timedelta(minutes=1)
    with pytest.raises(ValueError, match="0"):
        controls.speed = 0
    await simulator.aclose()


async def test_advance_to_a_day_stops_at_its_midnight(tmp_path: Path) -> None:
    simulator = await opened(tmp_path, VirtualClock())
    heard: list[tuple[int, int]] = []
    await simulator.simulation.advance_to(
        date(2026, 6, 18), lambda done, total: heard.append((done, total))
    )
    assert simulator.now() == datetime(2026, 6, 18, tzinfo=ZONE)
    assert heard == [(1, 3), (2, 3), (3, 3)]
    page = await simulator.cards(1)
    assert {facts.usage_as_of.date() for facts in page.cards} == {date(2026, 6, 18)}
    noon = datetime(2026, 6, 18, 12, tzinfo=ZONE)
    await simulator.simulation.advance_to(noon)
    assert simulator.now() >= noon
    with pytest.raises(KnownError, match="already passed"):
        await simulator.simulation.advance_to(date(2026, 6, 18))
    await simulator.aclose()


async def test_the_wallet_can_be_filled_and_orders_refunded(tmp_path: Path) -> None:
    simulator = await opened(tmp_path, VirtualClock())
    controls = simulator.simulation
    await controls.set_wallet(Money(12_345))
    assert controls.wallet == await simulator.balance() == Money(12_345)
    told = (await simulator.orders(date(2020, 1, 1), 1)).orders
    unpaid = next(order for order in told if order.state is OrderState.UNPAID)
    assert not await controls.refund(unpaid.number)
    orders = [order for order in told if order.state is OrderState.COMPLETED]
    assert await controls.refund(orders[0].number)
    assert not await controls.refund(orders[0].number)
    assert controls.wallet == Money(12_345 + orders[0].price.minor)
    ref = next(one.ref for one in (await simulator.cards(1)).cards if one.plan_type == "SC")
    before = await simulator.offers(ref)
    await controls.raise_prices(100)
    after = await simulator.offers(ref)
    assert after.renewals[0].price == before.renewals[0].price.times(2)
    await simulator.aclose()


async def test_fault_profiles_go_by_name(tmp_path: Path) -> None:
    simulator = await opened(tmp_path, VirtualClock())
    assert simulator.simulation.fault_profile.name == "none"
    simulator.simulation.fault_profile = "rough"
    assert simulator.simulation.fault_profile.name == "rough"
    with pytest.raises(KeyError):
        simulator.simulation.fault_profile = "unheard of"
    await simulator.aclose()


async def test_the_truth_tells_everything(tmp_path: Path) -> None:
    simulator = await opened(tmp_path, VirtualClock())
    await simulator.simulation.advance_to(date(2026, 7, 2))
    whole = await truth(simulator.room, usage_from=Month(2026, 6))
    assert len(whole.cards) == 40
    page = await simulator.cards(1)
    assert {facts.ref: facts for facts in page.cards} == {
        ref: card.facts for ref, card in whole.cards.items()
    }
    for ref, card in whole.cards.items():
        assert card.facts.ref == ref
        assert bool(card.subs) is card.facts.smart
        if not card.subs:
            assert card.state.specific == card.facts.specific
    assert sum(move.minor for move in whole.wallet) == whole.balance.minor
    assert whole.balance == simulator.simulation.wallet
    assert {charge.reason for charge in whole.charges} == {"order"}
    assert {charge.order for charge in whole.charges} <= {order.number for order in whole.orders}
    assert {"opened", "activated"} <= {event.what for event in whole.events}
    assert whole.now == datetime(2026, 7, 2, tzinfo=ZONE)
    some = next(card for card in whole.cards.values() if card.facts.status == 30)
    assert some.usage[-1].days[0] is not None
    await simulator.aclose()
