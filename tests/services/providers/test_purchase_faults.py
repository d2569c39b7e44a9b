"""Commands for vouchers and orders fail, come late and are repeated as those for cards do."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    SetVoucherLimit,
)
from simdesk.models.orders import Money, Order, OrderState
from simdesk.models.outcomes import Accepted, Done, NotSent, Outcome, Refused, Throttled, Unknown
from simdesk.models.usage import KB_PER_GB
from simdesk.services.providers.simulator import FAULTS, Profile, Simulator
from simdesk.services.providers.simulator.faults import Fate
from simdesk.services.providers.simulator.truth import Truth, truth
from simdesk.services.providers.simulator.wire import packed, unpacked
from tests.services.providers.test_faults import OUTCOMES, STEP, a_line
from tests.services.providers.worlds import PLENTY

POOL = "CU_UP_M_2_north"
COMMANDS: Mapping[str, Callable[[str], AccountCommand]] = {
    "add cards": lambda unpaid: AddCards(POOL, 2, PLENTY),
    "enlarge": lambda unpaid: EnlargePool(POOL, 10 * KB_PER_GB, PLENTY),
    "fees": lambda unpaid: BuyFunctionFees(POOL, 4, PLENTY),
    "limit": lambda unpaid: SetVoucherLimit(POOL, 777, auto_restore=False),
    "pay": lambda unpaid: PayOrder(unpaid, PLENTY),
    "close": CloseOrder,
}
FATES: Mapping[Fate, tuple[type[Outcome], str]] = {
    Fate.FINE: (Done, "now"),
    Fate.LOST_BEFORE: (Unknown, "never"),
    Fate.ANSWER_LOST: (Unknown, "now"),
    Fate.LATE_EFFECT: (Unknown, "later"),
    Fate.THROTTLED: (Throttled, "never"),
    Fate.SERVER_ERROR: (Unknown, "never"),
    Fate.SERVER_ERROR_AFTER: (Unknown, "now"),
    Fate.REFUSED: (Refused, "never"),
    Fate.ACCEPTED: (Accepted, "later"),
}


async def seen(simulator: Simulator) -> Truth:
    return await truth(simulator.room, usage=False, history=False)


def unpaid_of(now: Truth) -> Order:
    return next(order for order in now.orders if order.state is OrderState.UNPAID)


def marks(now: Truth) -> tuple[object, ...]:
    """What the commands of this test can change, whatever the hour."""
    pool = now.pools[POOL]
    limits = {card.details.voucher_limit_kb for card in now.cards.values()
              if card.facts.voucher == POOL}  # fmt: skip
    states = tuple((order.number, order.state) for order in now.orders)
    return states, pool.grand_total_kb, pool.function_fees, limits, now.balance


def test_every_fate_is_walked() -> None:
    assert set(FATES) == set(Fate)


@pytest.mark.parametrize("what", list(COMMANDS))
@pytest.mark.parametrize("fate", list(Fate))
async def test_each_command_meets_each_fate(tmp_path: Path, fate: Fate, what: str) -> None:
    answer, effect = FATES[fate]
    async with a_line(tmp_path, fate) as (simulator, clock):
        before = await seen(simulator)
        command = COMMANDS[what](unpaid_of(before).number)
        began = clock.monotonic()
        assert isinstance(await simulator.send(command, "s"), answer)
        lost = fate in (Fate.LOST_BEFORE, Fate.ANSWER_LOST, Fate.LATE_EFFECT)
        assert (clock.monotonic() - began > 3) is lost
        assert (marks(await seen(simulator)) != marks(before)) is (effect == "now")
        await simulator.simulation.advance_to(simulator.now() + timedelta(minutes=6))
        after = await seen(simulator)
        assert (marks(after) != marks(before)) is (effect != "never")
        assert len(after.charges) - len(before.charges) == (
            effect != "never" and what not in ("limit", "close")
        )
        # Asked again under the same serial, it happens once in all.
        simulator.simulation.fault_profile = "none"
        again = await simulator.send(command, "s")
        if effect == "never":
            assert isinstance(again, Done)
        last = await seen(simulator)
        assert (marks(last) == marks(after)) is (effect != "never")
        assert len(last.charges) - len(before.charges) == (what not in ("limit", "close"))


async def test_what_comes_late_to_an_order_that_is_settled_does_nothing(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.LATE_EFFECT) as (simulator, _):
        waiting = unpaid_of(await seen(simulator))
        assert isinstance(await simulator.send(PayOrder(waiting.number, PLENTY), "p"), Unknown)
        simulator.simulation.fault_profile = "none"
        assert await simulator.send(CloseOrder(waiting.number), "c") == Done(waiting.number)
        closed = await seen(simulator)
        await simulator.simulation.advance_to(simulator.now() + timedelta(minutes=6))
        assert marks(await seen(simulator)) == marks(closed)


async def test_what_is_accepted_may_find_the_wallet_empty(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.ACCEPTED) as (simulator, _):
        before = await seen(simulator)
        assert isinstance(await simulator.send(AddCards(POOL, 1, PLENTY), "s"), Accepted)
        await simulator.simulation.set_wallet(Money(0))
        await simulator.simulation.advance_to(simulator.now() + timedelta(minutes=6))
        after = await seen(simulator)
        found = after.orders[0]
        assert (found.state, found.serial) == (OrderState.UNPAID, "s")
        assert len(after.charges) == len(before.charges)


async def test_what_cannot_be_is_refused_before_it_is_accepted(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.ACCEPTED) as (simulator, _):
        outcome = await simulator.send(AddCards(POOL, 1, Money(1)), "s")
        assert isinstance(outcome, Refused)
        assert outcome.code == "simulator.PriceAboveApproval"


@pytest.mark.parametrize("command", [build("20260615") for build in COMMANDS.values()])
def test_commands_travel_as_text(command: AccountCommand) -> None:
    assert unpacked(packed(command)) == command


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("faults", list(FAULTS))
async def test_sending_answers_and_never_raises(
    tmp_path: Path, faults: str, profile: Profile
) -> None:
    async with a_line(tmp_path, Fate.FINE, profile) as (simulator, _):
        number = unpaid_of(await seen(simulator)).number
        simulator.simulation.fault_profile = faults
        for turn in range(8):
            for what, build in COMMANDS.items():
                await simulator.simulation.advance_to(simulator.now() + STEP)
                outcome = await simulator.send(build(number), f"{what}-{turn}")
                assert isinstance(outcome, OUTCOMES)
        await simulator.simulation.advance_to(simulator.now() + timedelta(days=3))
        simulator.simulation.fault_profile = "none"
        after = await seen(simulator)
        charged = [charge.order for charge in after.charges if charge.order is not None]
        paid = [order.number for order in after.orders if order.state is OrderState.COMPLETED]
        assert sorted(charged) == sorted(paid)
        delivered = sum(order.quantity for order in after.orders
                        if order.kind == "ADD_CARD" and order.state == "completed")  # fmt: skip
        assert len(after.cards) == 90 + delivered
        assert (delivered > 0) is (profile is Profile.DEMO)


async def test_a_world_that_cannot_be_written_buys_nothing(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.FINE) as (simulator, _):
        before = await seen(simulator)
        full = "PRAGMA query_only = "
        await simulator.room.ask(lambda world: world.rows.execute(full + "ON").close())
        outcome = await simulator.send(SetVoucherLimit(POOL, 777), "s")
        await simulator.room.ask(lambda world: world.rows.execute(full + "OFF").close())
        assert isinstance(outcome, NotSent)
        assert marks(await seen(simulator)) == marks(before)
