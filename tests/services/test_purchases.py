"""Acts on vouchers and orders against the simulated world: nothing twice, nothing lost."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    SetVoucherLimit,
)
from simdesk.models.changes import AuditChanged, OrdersChanged
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.guards import Guards
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.outcomes import Outcome
from simdesk.models.purchases import AccountAct
from simdesk.models.texts import text
from simdesk.models.usage import KB_PER_GB
from simdesk.services.account_codec import command_from_json, command_to_json
from simdesk.services.account_sight import Limit, Sight, judged, look
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.guards import GuardService
from simdesk.services.providers.simulator import FAULTS, FleetPlan, Profile, Simulator
from simdesk.services.providers.simulator.faults import Fate, FaultProfile
from simdesk.services.providers.simulator.simulator import open_simulator
from simdesk.services.purchases import PurchaseService
from simdesk.services.rate import TokenBucket
from simdesk.services.sending import Ban, Sending
from simdesk.services.storage import ledger_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from simdesk.services.storage.listing_store import ensure_account
from simdesk.services.storage.tables import audit
from simdesk.services.sync import SyncService
from tests.conftest import VirtualClock
from tests.factories import a_moment
from tests.services.providers.worlds import CALM, built

POOLED, SAME_TIER = "CM_UP_M_2_beika4", "CM_SF_M_2_100M"
PLAN = FleetPlan(120, 4, Profile.DEMO, CALM)


class Bench:
    def __init__(self, provider: Simulator, database: Database, clock: VirtualClock) -> None:
        self.provider, self.database, self.clock = provider, database, clock
        self.announcer = Announcer()
        self.heard: list[object] = []
        self.announcer.subscribe(self.heard.append)
        self.calls = Calls(provider, TokenBucket(200.0, clock), clock)
        self.serials = count(1)
        self.auditor = Auditor("lin", "here", provider.now)
        self.sending = Sending(self.announcer)
        self.guards = GuardService(database, self.announcer, provider.now, auditor=self.auditor)
        self.old: frozenset[str] = frozenset()
        self.service = self.restarted()

    def restarted(self) -> PurchaseService:
        """The service of another start of the program on the same desk."""
        return PurchaseService(
            self.database,
            self.calls,
            self.announcer,
            self.clock,
            sight=partial(look, calls=self.calls, database=self.database),
            random_bits=lambda bits: next(self.serials),
            operator="lin",
            auditor=self.auditor,
            sending=self.sending,
            guards=self.guards,
        )

    async def orders(self, *kinds: OrderType) -> list[Order]:
        """Orders of these kinds that the fleet's past did not bring."""
        told = await self.calls.orders(a_moment(2026, 6, 15).date(), 1)
        return [one for one in told.orders if one.kind in kinds and one.number not in self.old]

    async def sync(self) -> None:
        sync = SyncService(
            self.database,
            self.calls,
            self.announcer,
            self.clock,
            account=self.provider.account,
            provider="simulator",
        )
        await sync.run()

    async def pass_time(self, seconds: float) -> None:
        await self.provider.simulation.advance_to(self.provider.now() + timedelta(seconds=seconds))


@asynccontextmanager
async def bench(folder: Path) -> AsyncIterator[Bench]:
    (folder / "world.db").write_bytes(built(PLAN))
    clock = VirtualClock()
    provider = await open_simulator(folder, PLAN, clock)
    provider.simulation.paused = True
    await provider.simulation.set_wallet(Money(100_000_00))
    database = await Database.open(folder / "desk.db", provider.identity)
    stage = Bench(provider, database, clock)
    await database.write(lambda one: ensure_account(one, provider.account, "simulator"))
    told = await stage.calls.orders(a_moment(2026, 6, 15).date(), 1)
    stage.old = frozenset(order.number for order in told.orders)
    try:
        yield stage
    finally:
        await database.aclose()
        await provider.aclose()


async def enlargement(stage: Bench) -> EnlargePool:
    offer = (await stage.calls.voucher_offers(POOLED)).enlargements[0]
    return EnlargePool(POOLED, offer.size_kb, offer.price)


async def test_a_purchase_is_paid_once_and_keeps_its_order(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        before = await stage.calls.balance()
        command = await enlargement(stage)
        act = await stage.service.act(command)
        (order,) = await stage.orders(OrderType.ADD_FLOW)
        assert (act.state, act.order) == (ItemState.DONE, order.number)
        assert order.state is OrderState.COMPLETED
        after = await stage.calls.balance()
        assert before is not None
        assert after is not None
        assert before.minor - after.minor == command.price.minor
        assert stage.heard[-1] == OrdersChanged()
        assert [one.command for one in await stage.service.acts()] == [command]


@pytest.mark.parametrize("faults", sorted(FAULTS))
async def test_under_every_fault_there_is_at_most_one_order(tmp_path: Path, faults: str) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        stage.provider.simulation.fault_profile = faults
        acts = []
        for _ in range(6):
            try:
                acts.append(await stage.service.act(command))
            except KnownError:
                stage.provider.simulation.fault_profile = "none"
                await stage.pass_time(3 * 24 * 3600)
                assert await stage.service.settle() == 0
                stage.provider.simulation.fault_profile = faults
        stage.provider.simulation.fault_profile = "none"
        await stage.pass_time(3 * 24 * 3600)
        assert await stage.service.settle() == 0
        known = {act.serial: act for act in await stage.service.acts()}
        assert len(known) >= len(acts)
        orders = {order.number for order in await stage.orders(OrderType.ADD_FLOW)}
        done = [act for act in known.values() if act.state is ItemState.DONE]
        assert {act.order for act in done} == orders
        assert len(done) == len(orders)
        assert all(act.state.final for act in known.values())


async def test_what_is_in_doubt_is_not_asked_again(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        stage.provider.simulation.fault_profile = "answer lost"
        act = await stage.service.act(command)
        for _ in range(5):
            if act.state is ItemState.UNKNOWN:
                break
            act = await stage.service.act(command)
        assert act.state is ItemState.UNKNOWN
        stage.provider.simulation.fault_profile = "none"
        with pytest.raises(KnownError, match="not settled yet"):
            await stage.service.act(command)
        fees = await stage.service.act(BuyFunctionFees(POOLED, 2, Money(10_00)))
        assert fees.state is ItemState.DONE
        assert await stage.service.settle() == 0


async def test_a_start_doubts_what_was_being_sent(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        await stage.service._begin(command, "a serial")
        again = stage.restarted()
        assert await again.recover() == 1
        (act,) = await again.acts()
        assert act.state is ItemState.UNKNOWN
        assert await again.settle() == 1  # it may still be on its way
        await stage.pass_time(3 * 24 * 3600)
        assert await again.settle() == 0
        (act,) = await again.acts()
        assert act.state is ItemState.NOT_APPLIED
        assert (await again.act(command)).state is ItemState.DONE


async def test_an_order_that_could_not_be_paid_is_paid_or_closed_later(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        await stage.provider.simulation.set_wallet(Money(0))
        refused = await stage.service.act(command)
        assert (refused.state, refused.code) == (
            ItemState.FAILED,
            "simulator.InsufficientBalance",
        )
        await stage.service.act(command)
        first, second = await stage.orders(OrderType.ADD_FLOW)
        assert {first.state, second.state} == {OrderState.UNPAID}
        assert first.number in str(refused.reason) or second.number in str(refused.reason)
        closed = await stage.service.act(CloseOrder(first.number))
        assert (closed.state, closed.order) == (ItemState.DONE, first.number)
        await stage.provider.simulation.set_wallet(Money(100_000_00))
        paid = await stage.service.act(PayOrder(second.number, command.price))
        assert paid.state is ItemState.DONE
        states = {one.number: one.state for one in await stage.orders(OrderType.ADD_FLOW)}
        assert states == {
            first.number: OrderState.CLOSED,
            second.number: OrderState.COMPLETED,
        }
        again = await stage.service.act(PayOrder(second.number, command.price))
        assert again.state is ItemState.FAILED


async def test_cards_are_bought_and_delivered(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        price = (await stage.calls.voucher_offers(POOLED)).card
        assert price is not None
        act = await stage.service.act(AddCards(POOLED, 3, price.times(3)))
        (order,) = await stage.orders(OrderType.ADD_CARD)
        assert (act.order, order.state, order.quantity) == (
            order.number,
            OrderState.PROCESSING,
            3,
        )
        await stage.pass_time(3 * 24 * 3600)
        told = await stage.calls.cards(1)
        assert told.total == PLAN.cards + 3


async def test_a_voucher_limit_in_doubt_is_read_from_its_cards(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        await stage.sync()
        act = await stage.service.act(SetVoucherLimit(SAME_TIER, 333))
        assert act.state is ItemState.DONE
        seen = await look(act.command, act.requested_at, calls=stage.calls, database=stage.database)
        assert seen.limit == Limit(333 * 1024, True)
        await stage.service._begin(SetVoucherLimit(SAME_TIER, 444), "unsent")
        service = stage.restarted()
        await service.recover()
        assert await service.settle() == 1
        await stage.pass_time(3 * 24 * 3600)
        assert await service.settle() == 0
        states = {one.serial: one.state for one in await service.acts()}
        assert states["unsent"] is ItemState.NOT_APPLIED


@pytest.mark.parametrize(
    ("asked", "seen", "took"),
    [
        (SetVoucherLimit(SAME_TIER, 5, True), Limit(5 * 1024, True), True),
        (SetVoucherLimit(SAME_TIER, 5, True), Limit(5 * 1024, False), False),
        (SetVoucherLimit(SAME_TIER, 5, True), Limit(6 * 1024, True), False),
        (SetVoucherLimit(SAME_TIER, 5, True), Limit(None, True), False),
        (SetVoucherLimit(SAME_TIER, 0, True), Limit(None, False), True),
        (SetVoucherLimit(SAME_TIER, 0, True), Limit(6 * 1024, True), False),
    ],
)
def test_a_voucher_limit_took_effect_when_all_of_it_shows(
    asked: SetVoucherLimit, seen: Limit, took: bool
) -> None:
    act = AccountAct("mine", asked, ItemState.UNKNOWN, "lin", a_moment())
    early, late = (judged(act, Sight(limit=seen), frozenset(), late=one) for one in (False, True))
    assert (early is not None) is took
    assert late is not None
    assert late.state is (ItemState.DONE if took else ItemState.NOT_APPLIED)


async def test_what_needs_a_person_ends_by_a_persons_word(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        await stage.service._begin(command, "mine")
        service = stage.restarted()
        await service.recover()
        with pytest.raises(KnownError, match="No person"):
            await service.decide("mine", took_effect=False)
        # Two orders came that may be its own, and the provider does not say whose they are.
        stage.provider._capabilities = replace(stage.provider._capabilities, query_by_serial=False)
        for serial in ("x", "y"):
            await stage.calls.send(command, serial)
        assert await service.settle() == 0
        (act,) = await service.doubts()
        assert act.state is ItemState.NEEDS_HUMAN
        with pytest.raises(KnownError, match="not settled yet"):
            await service.act(command)
        stage.heard.clear()
        await service.decide("mine", took_effect=True)
        assert stage.heard == [AuditChanged(), OrdersChanged()]
        assert await service.doubts() == []
        (act,) = await service.acts()
        assert (act.state, act.reason) == (ItemState.DONE, "lin looked it up.")


async def test_an_act_that_is_broken_off_is_in_doubt_and_leaves_nothing_running(
    tmp_path: Path,
) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        silent = asyncio.Event()

        async def never(command: object, serial: str) -> Outcome:
            silent.set()
            await asyncio.Event().wait()
            raise AssertionError("it never answers")

        stage.provider.send = never  # type: ignore[method-assign]  # an answer that never comes
        acting = asyncio.ensure_future(stage.service.act(command))
        await silent.wait()
        acting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await acting
        await stage.service.aclose()
        (act,) = await stage.service.acts()
        assert (act.state, act.reason) == (ItemState.UNKNOWN, "interrupted")


async def test_a_reading_that_fails_after_an_act_changes_nothing_of_it(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        followed: list[AccountAct] = []

        async def follow(act: AccountAct) -> None:
            followed.append(act)
            raise ProviderFault(text("Out."), "Out")

        stage.service._follow = follow
        act = await stage.service.act(await enlargement(stage))
        assert act.state is ItemState.DONE
        assert [one.serial for one in followed] == [act.serial]
        assert stage.heard[-1] == OrdersChanged()


async def test_what_a_provider_does_not_offer_is_not_sent(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        stage.provider._capabilities = Profile.LINKCARD.capabilities
        for command in (
            SetVoucherLimit(SAME_TIER, 1),
            AddCards(POOLED, 1, Money(1)),
            PayOrder("1", Money(1)),
        ):
            with pytest.raises(KnownError, match="does not offer"):
                await stage.service.act(command)
        assert await stage.service.acts() == []


COMMANDS = (
    SetVoucherLimit("CM_UP_M_2_北区 1", 0, False),
    AddCards(POOLED, 7, Money(7_00)),
    EnlargePool(POOLED, 100 * KB_PER_GB, Money(1)),
    BuyFunctionFees(POOLED, 5, Money(5, "EUR")),
    PayOrder("23", Money(9)),
    CloseOrder("23"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: type(one).__name__)
def test_the_journal_reads_what_it_wrote(command: AccountCommand) -> None:
    assert command_from_json(command_to_json(command)) == command


@pytest.mark.parametrize("words", ["{}", '{"kind":"lottery"}', "[", '{"kind":"close_order"}'])
def test_the_journal_tells_what_it_cannot_read(words: str) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        command_from_json(words)


def an_order(number: str, state: OrderState, serial: str | None = None) -> Order:
    made: datetime = a_moment()
    return Order(number, OrderType.ADD_FLOW, state, Money(5), made, None, None, POOLED, serial)


JUDGED = [
    # orders seen, late           state, order
    ([], False, None, None),
    ([], True, ItemState.NOT_APPLIED, None),
    ([("old", OrderState.COMPLETED, None)], True, ItemState.NOT_APPLIED, None),
    ([("n", OrderState.COMPLETED, None)], False, ItemState.DONE, "n"),
    ([("n", OrderState.PROCESSING, None)], False, ItemState.DONE, "n"),
    ([("n", OrderState.UNPAID, None)], False, ItemState.NOT_APPLIED, "n"),
    (
        [("n", OrderState.COMPLETED, None), ("m", OrderState.COMPLETED, None)],
        False,
        ItemState.NEEDS_HUMAN,
        None,
    ),
    (
        [("n", OrderState.COMPLETED, "other"), ("m", OrderState.COMPLETED, "mine")],
        False,
        ItemState.DONE,
        "m",
    ),
    ([("n", OrderState.COMPLETED, "other")], True, ItemState.NOT_APPLIED, None),
]


@pytest.mark.parametrize(("seen", "late", "state", "order"), JUDGED)
def test_a_purchase_in_doubt_is_judged_by_new_orders(
    seen: list[tuple[str, OrderState, str | None]],
    late: bool,
    state: ItemState | None,
    order: str | None,
) -> None:
    command = EnlargePool(POOLED, KB_PER_GB, Money(5))
    act = AccountAct("mine", command, ItemState.UNKNOWN, "lin", a_moment())
    found = judged(act, Sight([an_order(*one) for one in seen]), frozenset({"old"}), late=late)
    assert (None if found is None else found.state) == state
    if found is not None:
        assert found.order == order


async def records(stage: Bench) -> list[tuple[str, str, dict[str, Any]]]:
    """What the audit tells: act, subject and body."""

    def told(connection: Connection) -> list[tuple[str, str, dict[str, Any]]]:
        found = connection.execute(select(audit).order_by(audit.c.n))
        return [(row.act, row.subject, json.loads(row.body_json)) for row in found]

    return await stage.database.read(told)


async def spent(stage: Bench) -> int:
    return (await stage.database.read(ledger_store.balances)).spent.minor


async def test_everything_asked_and_answered_is_audited(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        act = await stage.service.act(command)
        asked, answered = await records(stage)
        assert (asked[0], asked[1], asked[2]["state"]) == ("purchase_asked", POOLED, "SENDING")
        assert answered[:2] == ("purchase_answered", POOLED)
        assert answered[2] == {
            "serial": act.serial,
            "kind": "enlarge_pool",
            "voucher": POOLED,
            "order": act.order,
            "amount_minor": command.price.minor,
            "charged_minor": command.price.minor,
            "currency": "CNY",
            "state": "DONE",
            "code": None,
            "reason": None,
        }
        await stage.service._begin(command, "mine")
        assert await stage.restarted().recover() == 1
        await stage.pass_time(3 * 24 * 3600)
        await stage.service.settle()
        told = [(one[0], one[2]["serial"], one[2]["state"]) for one in await records(stage)]
        assert told[2:] == [
            ("purchase_asked", "mine", "SENDING"),
            ("purchase_answered", "mine", "UNKNOWN"),
            ("purchase_answered", "mine", "NOT_APPLIED"),
        ]


async def test_a_person_who_decides_is_audited(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        await stage.service._begin(await enlargement(stage), "mine")
        await stage.service._advance("mine", ItemState.UNKNOWN)
        await stage.service._advance("mine", ItemState.NEEDS_HUMAN)
        await stage.service.decide("mine", took_effect=True)
        act, _, body = (await records(stage))[-1]
        assert (act, body["state"], body["reason"]) == (
            "purchase_decided",
            "DONE",
            "lin looked it up.",
        )


async def test_nothing_is_sent_while_it_is_forbidden(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        stage.sending.forbid(Ban.RESTORED, text("A backup was restored."))
        with pytest.raises(KnownError, match="A backup was restored"):
            await stage.service.act(command)
        stage.sending.allow(Ban.RESTORED)
        # It is forbidden while a send that was throttled waits for its next try.
        stage.provider.simulation.fault_profile = FaultProfile("busy", ((Fate.THROTTLED, 1000),))
        sleep = stage.clock.sleep

        async def forbidden_meanwhile(seconds: float) -> None:
            if seconds == 1.0:
                stage.sending.forbid(Ban.SAFE_MODE, text("Safe mode."))
            await sleep(seconds)

        stage.clock.sleep = forbidden_meanwhile  # type: ignore[method-assign]  # as time passes
        sent = stage.provider._attempts
        act = await stage.service.act(command)
        assert (act.state, act.reason) == (ItemState.FAILED, "Safe mode.")
        assert sent[act.serial] == 1
        assert await spent(stage) == 0
        with pytest.raises(KnownError, match="Safe mode"):
            await stage.service._begin(command, "forbidden while it was prepared")
        assert len(await stage.service.acts()) == 1


async def test_what_costs_more_than_approved_is_not_sent(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        await stage.provider.simulation.raise_prices(10)
        with pytest.raises(KnownError, match="nothing was sent"):
            await stage.service.act(command)
        with pytest.raises(KnownError, match="does not sell it"):
            await stage.service.act(replace(command, size_kb=77))
        assert await stage.service.acts() == []
        assert await stage.orders(OrderType.ADD_FLOW) == []
        await stage.provider.simulation.raise_prices(0)
        await stage.provider.simulation.set_wallet(Money(0))
        assert (await stage.service.act(command)).state is ItemState.FAILED
        (order,) = await stage.orders(OrderType.ADD_FLOW)
        with pytest.raises(KnownError, match="nothing was sent"):
            await stage.service.act(PayOrder(order.number, Money(order.price.minor - 1)))
        assert len(await stage.service.acts()) == 1


async def test_a_price_that_fell_is_what_the_ledger_shows(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        await stage.provider.simulation.raise_prices(-50)
        act = await stage.service.act(command)
        (order,) = await stage.orders(OrderType.ADD_FLOW)
        assert (act.state, order.price.minor) == (ItemState.DONE, command.price.minor // 2)
        assert await spent(stage) == order.price.minor
        stage.provider.simulation.fault_profile = FaultProfile("mute", ((Fate.ANSWER_LOST, 1000),))
        assert (await stage.service.act(command)).state is ItemState.UNKNOWN
        assert await stage.service.settle() == 0
        assert await spent(stage) == 2 * order.price.minor
        assert await stage.database.read(ledger_store.imbalances) == ()


async def test_no_day_costs_more_than_its_cap(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        command = await enlargement(stage)
        price = command.price.minor
        await stage.guards.change(Guards(cap=Money(2 * price)))
        assert (await stage.service.act(command)).state is ItemState.DONE
        # In flight it counts too.
        await stage.service._begin(command, "mine")
        fees = BuyFunctionFees(POOLED, 1, Money(5_00))
        assert await stage.guards.obstacles_of(SetVoucherLimit(POOLED, 5)) == ()
        with pytest.raises(KnownError, match=r"limit of CNY 52\.00 only CNY 0\.00 is left"):
            await stage.service.act(fees)
        # And where two are asked at once the transaction itself says no.
        with pytest.raises(KnownError, match="spending limit"):
            await stage.service._begin(fees, "second")
        assert {act.serial for act in await stage.service.doubts()} == set()
        await stage.service._advance("mine", ItemState.FAILED)
        assert (await stage.service.act(fees)).state is ItemState.DONE
        money = await stage.guards.money()
        assert money.cap == Money(2 * price)
        assert money.spent_today == money.committed
        await stage.pass_time(24 * 3600)
        assert (await stage.service.act(command)).state is ItemState.DONE


async def test_changed_bounds_are_audited(tmp_path: Path) -> None:
    async with bench(tmp_path) as stage:
        assert await stage.guards.guards() == Guards()
        await stage.guards.change(Guards(Money(500_00), 10))
        await stage.guards.change(Guards(Money(500_00), 10))
        assert stage.heard == [AuditChanged(), OrdersChanged()]
        await stage.guards.change(Guards(closing_percent=0))
        assert await stage.guards.guards() == Guards(None, 0)
        first, second = await records(stage)
        assert first[:2] == ("guards_changed", "guards")
        assert second[2] == {
            "before": {"daily_cap_minor": 500_00, "daily_closing_percent": 10},
            "after": {"daily_cap_minor": None, "daily_closing_percent": 0},
            "currency": "CNY",
        }
        for wrong in (Guards(Money(-1)), Guards(closing_percent=101)):
            with pytest.raises(KnownError):
                await stage.guards.change(wrong)
