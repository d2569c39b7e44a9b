"""The ledger and the comparison against a simulated world: to the unit, whatever went wrong."""

import asyncio
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from simdesk.compose import Desk
from simdesk.models.account_commands import BuyFunctionFees, EnlargePool, PayOrder
from simdesk.models.changes import NotificationsChanged, OrdersChanged
from simdesk.models.comparison import Cause, Compared, Verdict
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.operations import (
    ActRequest,
    AddOnRequest,
    Hold,
    ItemState,
    OperationState,
    RenewRequest,
)
from simdesk.models.orders import Money, OrderState, OrderType
from simdesk.services.providers.simulator import FleetPlan, Profile, Simulator
from simdesk.services.providers.simulator.till import Ware
from simdesk.services.providers.simulator.truth import Charge, Truth, truth
from simdesk.services.storage import ledger_store
from simdesk.services.storage.tables import ledger, op_item, purchase
from tests.services.auditing import audited
from tests.services.small_desk import LINKCARD, PLAN, POOLED, SmallDesk, small_desk
from tests.services.spreadsheets.read_back import by_openpyxl

TODAY = date(2026, 6, 15)
SPAN = (date(2026, 5, 1), date(2026, 6, 30))


async def world_of(desk: Desk) -> Truth:
    assert isinstance(desk.provider, Simulator)
    return await truth(desk.provider.room, usage=False, history=False)


async def bulk(small: SmallDesk, request: ActRequest, cheaper: int = 0) -> None:
    """An act on every card that may be acted on, whatever pauses it.

    After the preview prices fall by so many percent.
    """
    desk = small.desk
    ids = await desk.cards.ids(CardFilter(), Sort())
    preview = await desk.operations.preview(request, ids)
    assert desk.simulation is not None
    await desk.simulation.raise_prices(-cheaper)
    op_id = await desk.operations.start(preview)
    while True:
        (row,) = [one for one in await desk.operations.operations() if one.id == op_id]
        if row.state is not OperationState.RUNNING:
            return
        if row.hold is Hold.PAUSED:
            await desk.operations.carry_on(op_id)
        await asyncio.sleep(0.002)


async def buy(small: SmallDesk) -> None:
    offers = await small.desk.purchases.offers(POOLED)
    assert offers.function_fee is not None
    size = offers.enlargements[0]
    for command in (
        EnlargePool(POOLED, size.size_kb, size.price),
        BuyFunctionFees(POOLED, 3, offers.function_fee.times(3)),
    ):
        try:
            await small.desk.purchases.act(command)
        except KnownError:
            await small.pass_time(hours=1)
            await small.desk.purchases.settle()


async def settled(small: SmallDesk) -> None:
    """All that is open has ended, and the orders are read."""
    small.faults("none")
    # Soon, and when the longest patience is over: what a card shows may be hidden days later.
    for hours in (1, 72, 144):
        await small.pass_time(hours=hours)
        await small.desk.operations.settle()
        await small.desk.following.sync()


async def serials(desk: Desk) -> set[str]:
    asked = [select(table.c.serial) for table in (op_item, purchase)]
    return await desk.database.read(
        lambda connection: {one for each in asked for one in connection.scalars(each)}
    )


async def charges_of_ours(desk: Desk) -> list[Charge]:
    """What the world took for orders that this desk asked for, by the world's own serials."""
    world, mine = await world_of(desk), await serials(desk)
    numbers = {order.number for order in world.orders if order.serial in mine}
    return [charge for charge in world.charges if charge.order in numbers]


def by_cause(lines: tuple[Compared, ...]) -> dict[tuple[str, str], int]:
    return dict(Counter((line.verdict.value, line.cause.value) for line in lines))


@pytest.mark.long_async(120)
@pytest.mark.parametrize("plan", [PLAN, LINKCARD], ids=["serials told", "serials not told"])
async def test_after_a_rough_day_the_ledger_is_what_the_provider_charged(
    plan: FleetPlan, tmp_path: Path
) -> None:
    async with small_desk(tmp_path, plan) as small:
        desk = small.desk
        await desk.following.sync()
        small.faults("rough")
        await bulk(small, RenewRequest(1), cheaper=20)
        if Profile.DEMO is plan.profile:
            for _ in range(6):
                await buy(small)
        await settled(small)
        small.faults("rough")
        await bulk(small, AddOnRequest(102_400, 1), cheaper=40)
        await settled(small)
        # What the provider did not tell of a price that fell, the orders do.
        await desk.comparison.run()
        lies = await desk.database.read(ledger_store.balances)
        took = await charges_of_ours(desk)
        assert len(took) > 60
        assert (lies.reserved, lies.in_flight) == (Money(0), Money(0))
        assert await desk.database.read(ledger_store.imbalances) == ()
        found = await desk.comparison.compare(*SPAN)
        pairs = [line for line in found.lines if line.order is not None and line.ours is not None]
        assert {line.number for line in pairs} == {charge.order for charge in took}
        # An order that is ours by its looks alone is a person's to judge: it is told, not booked.
        told = sum(line.ours.money.minor - line.money.minor for line in pairs if line.ours)
        assert lies.spent.minor - told == sum(charge.amount.minor for charge in took)
        if desk.provider.capabilities.query_by_serial:
            assert told == 0
        assert {line.verdict for line in pairs if line.incident} <= {Verdict.DIFFERENT}
        assert set(by_cause(found.lines)) <= {
            ("matched", ""),
            ("different amount", "price"),
            ("only theirs", "before the desk"),
            ("only theirs", "auto-renewed"),
        }


async def test_the_past_of_a_fleet_is_only_theirs_and_never_hidden(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        assert await desk.comparison.check() is None  # no order was read yet
        await desk.following.sync()
        world = await world_of(desk)
        past = [
            order
            for order in world.orders
            if order.state in (OrderState.COMPLETED, OrderState.PROCESSING)
        ]
        found = await desk.comparison.compare(date(2000, 1, 1), TODAY)
        (theirs,) = [group for group in found.groups if group.count]
        assert (theirs.verdict, theirs.count, theirs.incidents) == (
            Verdict.ONLY_THEIRS,
            len(past),
            len(past),
        )
        assert theirs.money == (Money(sum(order.price.minor for order in past)),)
        assert {line.cause for line in found.lines} == {Cause.BEFORE_DESK}
        # It is told on the page; there is nothing new in it to be notified of.
        assert await desk.automation.unread() == 0
        assert await desk.comparison.compared_at() == desk.provider.now()
        assert await desk.comparison.check() is None


async def elsewhere(small: SmallDesk, serial: str | None = None) -> str:
    """An order that another console paid; its number. With a serial it is a repeated delivery."""
    assert isinstance(small.desk.provider, Simulator)

    def paid(world: Any) -> str:
        ware = Ware(OrderType.ADD_FLOW, POOLED, 0, 1, 1024)
        bill = world.transact(lambda: world.till.order(ware, Money(26_00), world.at, serial))
        world.transact(lambda: world.till.pay(bill, world.at))
        return str(bill.number)

    return await small.desk.provider.room.ask(paid)


async def test_what_is_new_is_notified_of_once(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.following.sync()
        offer = (await desk.purchases.offers(POOLED)).enlargements[0]
        act = await desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
        number = await elsewhere(small)
        again = await elsewhere(small, act.serial)
        await small.pass_time(days=1)
        await desk.following.sync()
        found = await desk.comparison.compare(TODAY, TODAY)
        told = {line.number: (line.verdict, line.cause) for line in found.lines}
        assert told == {
            act.order: (Verdict.MATCHED, Cause.NONE),
            number: (Verdict.ONLY_THEIRS, Cause.ELSEWHERE),
            again: (Verdict.TWICE, Cause.REPEATED),
        }
        assert sum(group.incidents for group in found.groups) == 2
        (notice,) = await desk.automation.notifications()
        assert (notice.rule_id, notice.cards, notice.unread) == (0, 2, True)
        assert notice.rule_name == "Daily comparison of orders"
        assert str(notice.condition) == "Only theirs: 1, Paid twice: 1"
        assert NotificationsChanged(1) in small.heard
        small.heard.clear()
        assert await desk.comparison.run() == 0
        assert small.heard == [OrdersChanged()]
        await small.pass_time(days=1)
        await desk.following.sync()
        assert len(await desk.automation.notifications()) == 1


async def test_a_ledger_that_is_wrong_is_notified_of_every_day(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.following.sync()
        offer = (await desk.purchases.offers(POOLED)).enlargements[0]
        act = await desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
        entry = {"at": 0, "debit": "budget", "credit": "reserved", "minor": 1, "currency": "CNY"}
        made_up = insert(ledger).values(**entry, serial=act.serial)
        await desk.database.write(lambda connection: connection.execute(made_up).rowcount)
        for day in (1, 2):
            await small.pass_time(days=1)
            await desk.following.sync()
            notices = await desk.automation.notifications()
            assert [str(one.condition) for one in notices] == ["Ledger wrong: 1"] * day


async def test_an_order_that_is_held_as_unpaid_is_found(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.following.sync()
        await small.wallet(Money(0))
        offer = (await desk.purchases.offers(POOLED)).enlargements[0]
        refused = await desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
        assert refused.state is ItemState.FAILED
        assert (await desk.comparison.compare(TODAY, TODAY)).lines == ()
        # Somebody pays it on another console.
        await small.wallet(Money(100_00))
        order = await desk.orders.unpaid(POOLED)
        assert order is not None
        await desk.purchases._calls.send(PayOrder(order.number, order.price), "of another desk")
        await desk.orders.read()
        (line,) = (await desk.comparison.compare(TODAY, TODAY)).lines
        assert (line.verdict, line.cause) == (Verdict.ONLY_THEIRS, Cause.HELD_UNPAID)
        assert line.ours is not None
        assert (line.ours.serial, line.incident) == (refused.serial, True)
        assert (await desk.database.read(ledger_store.balances)).spent == Money(0)


async def test_what_fell_in_price_matches_and_days_are_the_carriers(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.following.sync()
        assert desk.simulation is not None
        offer = (await desk.purchases.offers(POOLED)).enlargements[0]
        await desk.simulation.raise_prices(-50)
        await desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
        await desk.orders.read()
        (line,) = (await desk.comparison.compare(TODAY, TODAY)).lines
        assert (line.verdict, line.money) == (Verdict.MATCHED, Money(offer.price.minor // 2))
        tomorrow = TODAY + timedelta(days=1)
        assert (await desk.comparison.compare(tomorrow, tomorrow)).lines == ()


async def test_a_comparison_is_exported_whole(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.following.sync()
        offer = (await desk.purchases.offers(POOLED)).enlargements[0]
        act = await desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
        path = tmp_path / "lines.xlsx"
        count = await desk.comparison.export(path, *SPAN)
        rows = by_openpyxl(path, sheet="Comparison")
        assert count == len(rows) - 1
        assert rows[0][:6] == [
            "Comparison",
            "Why",
            "Time (Asia/Shanghai)",
            "Paid here",
            "Provider's order",
            "Currency",
        ]
        assert rows[1][0] == "Matched"
        assert act.order in rows[1]
        about = dict(by_openpyxl(path, sheet="About"))
        assert about["Lines"] == str(count)
        assert about["Days"] == " – ".join(map(str, SPAN))
        assert re.fullmatch(r"\d+:[0-9a-f]{64}", about["Audit head"])
        only = tmp_path / "lines.csv"
        assert await desk.comparison.export(only, *SPAN, verdicts=(Verdict.MATCHED,)) == 1
        act, subject, body = (await audited(desk.database))[-1]
        assert (act, subject, body["lines"]) == ("comparison_exported", only.name, 1)
        assert only.read_text("utf-8-sig").count("\n") == 2
