"""Orders are read whole once and then from where something may differ; listed, told, exported."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    EnlargePool,
    PayOrder,
    SetVoucherLimit,
)
from simdesk.models.changes import OrdersChanged
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderFilter
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.periods import Month
from simdesk.models.purchases import AccountAct, price_of, voucher_of
from simdesk.models.texts import text
from simdesk.services.account_codec import command_to_json, kind_of
from simdesk.services.calls import Calls
from simdesk.services.orders import BEGINNING, OrderService
from simdesk.services.providers.base import OrderPage
from simdesk.services.rate import TokenBucket
from simdesk.services.storage import purchase_store
from simdesk.services.storage.listing_store import ensure_account
from tests.conftest import VirtualClock
from tests.factories import a_card_row, a_moment
from tests.services.auditing import audited, departing
from tests.services.desk_stage import Stage, staged
from tests.services.scripted_provider import ScriptedProvider
from tests.services.spreadsheets.read_back import by_openpyxl
from tests.services.storage.test_order_store import POOL, an_act, an_order

TODAY = date(2026, 6, 15)
NOW = a_moment()


class Shop(ScriptedProvider):
    """A provider with a list of orders, two to a page; `before_page` is called before each."""

    def __init__(self, clock: VirtualClock) -> None:
        super().__init__(clock, [])
        self.list: list[Order] = []
        self.asked: list[tuple[date, int]] = []
        self.before_page: Callable[[int], None] = lambda page: None
        self.days = 0

    def now(self) -> datetime:
        return super().now() + timedelta(days=self.days)

    async def orders(self, since: date, page: int) -> OrderPage:
        self.before_page(page)
        self.asked.append((since, page))
        found = [one for one in self.list if one.created_at.date() >= since]
        found.sort(key=lambda one: (one.created_at, one.number), reverse=True)
        here = tuple(found[2 * page - 2 : 2 * page])
        return OrderPage(here, page, max(1, -(-len(found) // 2)))


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[tuple[Stage, OrderService, Shop]]:
    async with staged(folder) as stage:
        await stage.database.write(lambda one: ensure_account(one, "demo", "scripted"))
        clock = VirtualClock()
        shop = Shop(clock)
        calls = Calls(shop, TokenBucket(100.0, clock), clock, attempts=1)
        orders = OrderService(
            stage.database, calls, stage.announcer, departing(stage.database, folder)
        )
        yield stage, orders, shop


def made(number: int, day: date = TODAY, **changes: Any) -> Order:
    at = a_moment(day.year, day.month, day.day, 8)
    return an_order(str(number), created_at=at + timedelta(seconds=number), **changes)


async def put_act(
    stage: Stage,
    serial: str,
    command: AccountCommand,
    state: ItemState,
    at: datetime = NOW,
    **became: Any,
) -> None:
    """An act of this desk that came to this."""
    act = an_act(
        serial,
        kind=kind_of(command),
        command_json=command_to_json(command),
        voucher=voucher_of(command),
        order_number=command.number if isinstance(command, PayOrder) else None,
        requested_at=at,
    )

    def put(connection: Any) -> None:
        assert purchase_store.begin(connection, "demo", act, price_of(command)) is None
        assert purchase_store.advance(connection, serial, state, at, **became)

    await stage.database.write(put)


async def listed(orders: OrderService, **asked: Any) -> list[str | None]:
    return [line.number for line in (await orders.list(OrderFilter(**asked))).lines]


async def test_everything_is_read_once_then_only_what_may_differ(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, orders, shop):
        first = date(2026, 6, 1)
        shop.list = [made(n, first) for n in range(1, 6)]
        await orders.read()
        assert shop.asked == [(BEGINNING, 1), (BEGINNING, 2), (BEGINNING, 3)]
        assert await listed(orders) == ["5", "4", "3", "2", "1"]
        assert stage.told() == [OrdersChanged()]

        shop.asked.clear()
        await orders.read()
        assert shop.asked == [(TODAY, 1)]
        assert stage.told() == []

        shop.list.append(made(6, state=OrderState.UNPAID))
        shop.days = 3
        await orders.read()
        assert shop.asked[1:] == [(TODAY, 1)]
        assert stage.told() == [OrdersChanged()]

        # It still waits three days later: what was made since its day is read until it ends.
        shop.asked.clear()
        await orders.read()
        shop.list[-1] = replace(shop.list[-1], state=OrderState.CLOSED)
        await orders.read()
        await orders.read()
        later = TODAY + timedelta(days=3)
        assert shop.asked == [(TODAY, 1), (TODAY, 1), (later, 1)]
        (line, *_) = (await orders.list(OrderFilter())).lines
        assert (line.number, line.state) == ("6", OrderState.CLOSED)


async def test_orders_made_while_pages_are_read_are_not_lost(tmp_path: Path) -> None:
    async with desk(tmp_path) as (_stage, orders, shop):
        shop.list = [made(n) for n in range(1, 5)]

        def sell(page: int) -> None:
            if len(shop.asked) < 2:
                shop.list.append(made(10 + page))

        shop.before_page = sell
        await orders.read()
        await orders.read()
        assert await listed(orders) == ["12", "11", "4", "3", "2", "1"]


async def test_a_first_reading_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, orders, shop):
        shop.list = [made(n, date(2026, 5, 1)) for n in range(1, 8)]

        def fail(page: int) -> None:
            if page == 3:
                raise ProviderFault(text("The provider is out."), "Out")

        shop.before_page = fail
        with pytest.raises(ProviderFault, match="out"):
            await orders.read()
        assert await listed(orders) == ["7", "6", "5", "4"]
        assert await orders.as_of() is None
        assert stage.told() == [OrdersChanged()]

        shop.before_page = lambda page: None
        shop.list.append(made(8, TODAY))
        shop.days = 1
        shop.asked.clear()
        await orders.read()
        assert shop.asked == [(BEGINNING, 3), (BEGINNING, 4), (TODAY, 1)]
        as_of = await orders.as_of()
        assert as_of is not None
        assert as_of.date() == TODAY + timedelta(days=1)
        assert await listed(orders) == ["8", "7", "6", "5", "4", "3", "2", "1"]


async def test_everything_can_be_read_again(tmp_path: Path) -> None:
    async with desk(tmp_path) as (_stage, orders, shop):
        shop.list = [made(1, date(2025, 1, 1))]
        await orders.read()
        shop.list[0] = replace(shop.list[0], state=OrderState.REFUNDED)
        await orders.read()
        assert await listed(orders, states=frozenset({OrderState.REFUNDED})) == []
        await orders.read(everything=True)
        assert await listed(orders, states=frozenset({OrderState.REFUNDED})) == ["1"]


async def test_an_act_is_followed_by_its_order_alone(tmp_path: Path) -> None:
    async with desk(tmp_path) as (_stage, orders, shop):
        shop.list = [made(n) for n in range(1, 8)]
        buying = EnlargePool(POOL, 1024, Money(1))

        def act(command: AccountCommand, order: str | None) -> AccountAct:
            return AccountAct("act", command, ItemState.DONE, "lin", a_moment(), order)

        await orders.follow(act(SetVoucherLimit(POOL, 1), None))
        assert shop.asked == []
        await orders.follow(act(buying, "5"))
        assert shop.asked == [(TODAY, 1), (TODAY, 2)]
        await orders.follow(act(buying, None))
        assert shop.asked[2:] == [(TODAY, 1)]
        shop.list = [made(1, date(2026, 3, 1), state=OrderState.UNPAID)]
        await orders.read()
        shop.asked.clear()
        await orders.follow(act(PayOrder("1", Money(1)), "1"))
        assert shop.asked == [(date(2026, 3, 1), 1)]


async def test_acts_without_an_order_stand_among_the_orders(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, orders, shop):
        shop.list = [made(n, date(2026, 6, 13 + n)) for n in (1, 2)]
        await orders.read()
        await put_act(stage, "a", AddCards(POOL, 4, Money(20)), ItemState.UNKNOWN)
        await put_act(stage, "p", PayOrder("1", Money(12_00)), ItemState.UNKNOWN)
        found = await orders.list(OrderFilter())
        assert [(line.number, line.doubtful) for line in found.lines] == [
            (None, True),
            ("2", False),
            ("1", True),
        ]
        assert found.total == 3
        bought = found.lines[0]
        assert (bought.kind, bought.quantity, bought.price, bought.voucher, bought.state) == (
            OrderType.ADD_CARD,
            4,
            Money(20),
            POOL,
            ItemState.UNKNOWN,
        )
        doubtful = frozenset({ItemState.UNKNOWN})
        assert [line.key for line in (await orders.list(OrderFilter(states=doubtful))).lines] == [
            "act a"
        ]
        assert (await orders.list(OrderFilter(words="roaming"))).total == 0
        limited = await orders.list(OrderFilter(), limit=2)
        assert ([line.key for line in limited.lines], limited.total) == (["act a", "2"], 3)


async def test_one_order_tells_who_asked_and_for_which_cards(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, orders, shop):
        shop.list = [made(1, serial="a", state=OrderState.UNPAID), made(2, iccid="8986")]
        refused = {"code": "Poor", "reason": "No money."}
        await put_act(stage, "a", AddCards(POOL, 4, Money(20)), ItemState.FAILED, **refused)
        await orders.read()
        detail = await orders.order("1")
        (asked,) = detail.asked
        assert (str(asked.what), asked.by, asked.state, asked.code, asked.reason) == (
            "Add 4 cards",
            "lin",
            ItemState.FAILED,
            "Poor",
            "No money.",
        )
        assert (detail.cards, detail.question) == (0, None)
        assert (await orders.list(OrderFilter())).total == 2
        assert await orders.unpaid(POOL) == detail.order
        with pytest.raises(KnownError, match="Order 7 has not been read"):
            await orders.order("7")


async def test_the_cards_of_an_order_are_a_question(tmp_path: Path) -> None:
    cards = [
        a_card_row(id=1, iccid="89860321000000015668"),
        a_card_row(id=2, iccid="89860321000000015676", order_number="7", voucher=POOL),
    ]
    any_status = Term("cancelled", Operator.ANY_OF, ("any",))
    async with staged(tmp_path, cards) as stage:
        clock = VirtualClock()
        shop = Shop(clock)
        calls = Calls(shop, TokenBucket(100.0, clock), clock)
        orders = OrderService(
            stage.database, calls, stage.announcer, departing(stage.database, tmp_path)
        )
        shop.list = [made(6, iccid="89860321000000015668"), made(7)]
        await orders.read()
        renewed, bought = await orders.order("6"), await orders.order("7")
        assert renewed.question == CardFilter(
            (Term("iccid", Operator.ANY_OF, ("89860321000000015668",)), any_status)
        )
        assert bought.question == CardFilter((Term("order", Operator.ANY_OF, ("7",)), any_status))
        for detail in (renewed, bought):
            assert detail.question is not None
            assert len(await stage.cards.ids(detail.question, Sort())) == detail.cards == 1


async def test_exported_orders_are_text_and_money_are_numbers(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, orders, shop):
        shop.list = [
            made(1, price=Money(1_234_56), iccid="89860321000000015668", paid_at=a_moment()),
            made(2, kind=OrderType.ADD_FLOW, state=OrderState.UNPAID, size_kb=10_485_760),
            made(3, date(2026, 1, 1)),
        ]
        await orders.read()
        refused = {"code": "Poor", "reason": "=No money."}
        at = a_moment(2026, 6, 15, 8, 0, 1)
        await put_act(
            stage, "a", AddCards(POOL, 4, Money(20, "EUR")), ItemState.FAILED, at, **refused
        )
        this_month = OrderFilter(first=date(2026, 6, 1), last=TODAY)
        assert await orders.export(tmp_path / "o.csv", this_month) == 3
        assert await audited(stage.database) == [
            ("orders_exported", "o.csv", {"question": "", "file": "o.csv", "lines": 3})
        ]
        lines = (tmp_path / "o.csv").read_bytes().decode("utf-8-sig").splitlines()
        assert lines == [
            (
                "Order,Type,State,Amount,Currency,ICCID,Plan voucher,Quantity,Size (MB),"
                "Created (Asia/Shanghai),Paid (Asia/Shanghai),Asked here by,Code,Reason"
            ),
            f"2,Enlarge pool,Unpaid,12.00,CNY,,{POOL},1,10240.00,2026-06-15 08:00:02,,,,",
            f",Add cards,Refused,0.20,EUR,,{POOL},4,,2026-06-15 08:00:01,,lin,Poor,'=No money.",
            (
                f"1,Renew plan,Completed,1234.56,CNY,89860321000000015668,{POOL},1,,"
                "2026-06-15 08:00:01,2026-06-15 09:00:00,,,"
            ),
        ]
        assert await orders.export(tmp_path / "o.xlsx", this_month) == 3
        sheet = by_openpyxl(tmp_path / "o.xlsx", "Orders")
        assert [row[:9] for row in sheet[1:]] == [
            ["2", "Enlarge pool", "Unpaid", 12, "CNY", None, POOL, 1, 10240],
            [None, "Add cards", "Refused", 0.2, "EUR", None, POOL, 4, None],
            ["1", "Renew plan", "Completed", 1234.56, "CNY", "89860321000000015668", POOL, 1, None],
        ]
        about = dict(by_openpyxl(tmp_path / "o.xlsx", "About"))
        assert (about["Orders"], about["Days"]) == ("3", "2026-06-01 – 2026-06-15")
        assert about["Audit head"].startswith("1:")


async def test_an_export_that_fails_leaves_no_file(tmp_path: Path) -> None:
    async with desk(tmp_path) as (_stage, orders, _shop):
        with pytest.raises(KnownError, match="does not exist"):
            await orders.export(tmp_path / "nowhere" / "o.xlsx", OrderFilter())
        assert await orders.export(tmp_path / "o.xlsx", OrderFilter()) == 0
        assert by_openpyxl(tmp_path / "o.xlsx", "Orders")[0][0] == "Order"


async def test_sums_are_of_the_month_asked(tmp_path: Path) -> None:
    async with desk(tmp_path) as (_stage, orders, shop):
        shop.list = [made(1, paid_at=a_moment()), made(2, paid_at=a_moment(2026, 5, 1))]
        await orders.read()
        (june,) = await orders.sums(Month.of(orders.today))
        assert (june.kind, june.count, june.total) == (OrderType.RENEW, 1, Money(12_00))
