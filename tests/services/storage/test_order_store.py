"""Kept orders: what differs is counted, what matches in SQL matches in Python, acts find theirs."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderFilter, OrderLine, PaidSum
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.periods import Month
from simdesk.models.voucher import PlanType
from simdesk.services.storage import order_reads, order_store, purchase_store
from simdesk.services.storage.listing_store import ensure_account
from simdesk.services.storage.order_reads import OrderReader
from simdesk.services.storage.order_store import ReadMark
from simdesk.services.storage.purchase_store import StoredAct
from tests.factories import a_card_row, a_moment
from tests.services.storage.desk_file import memory_engine, put_operation, put_rows

POOL = "CM_UP_M_2_beika4"
NOW = a_moment(2026, 6, 15, 9)


def an_order(number: str = "23", **changes: Any) -> Order:
    values: dict[str, Any] = {
        "kind": OrderType.RENEW,
        "state": OrderState.COMPLETED,
        "price": Money(12_00),
        "created_at": a_moment(2026, 6, 10, 12),
        "paid_at": None,
        "iccid": None,
        "voucher": POOL,
    }
    return Order(number=number, **(values | changes))


def an_act(serial: str, state: ItemState = ItemState.FAILED, **changes: Any) -> StoredAct:
    values: dict[str, Any] = {
        "kind": "enlarge_pool",
        "command_json": "{}",
        "voucher": POOL,
        "order_number": None,
        "before_json": "[]",
        "requested_by": "lin",
        "requested_at": NOW,
        "code": None,
        "reason": None,
    }
    return StoredAct(serial=serial, state=state, **(values | changes))


def put_act(connection: Connection, act: StoredAct, to: ItemState, **advanced: Any) -> None:
    assert purchase_store.begin(connection, "demo", act, Money(100)) is None
    if to is not ItemState.SENDING:
        assert purchase_store.advance(connection, act.serial, to, NOW, **advanced)


@pytest.fixture
def engine() -> Engine:
    engine = memory_engine()
    with engine.begin() as connection:
        ensure_account(connection, "demo", "simulator")
    return engine


def keep(connection: Connection, *orders: Order, at: datetime = NOW) -> int:
    return order_store.put_orders(connection, "demo", orders, at)


def numbers(connection: Connection, question: OrderFilter, limit: int = 100) -> list[str]:
    found = order_reads.listed(connection, "demo", question, limit)
    assert found.total >= len(found.orders)
    return [order.number for order in found.orders]


def test_what_differs_is_counted_and_kept(engine: Engine) -> None:
    first = an_order("1", state=OrderState.UNPAID)
    with engine.begin() as connection:
        assert keep(connection, first, an_order("2", quantity=3, size_kb=77, serial="s")) == 2
        assert keep(connection, first) == 0
        paid = an_order("1", state=OrderState.PROCESSING, paid_at=NOW)
        assert keep(connection, paid, an_order("3")) == 2
        assert keep(connection) == 0
        found = order_reads.listed(connection, "demo", OrderFilter(), 10).orders
        assert {order.number: order for order in found} == {
            "1": paid,
            "2": an_order("2", quantity=3, size_kb=77, serial="s"),
            "3": an_order("3"),
        }


def test_the_mark_is_kept_with_its_page(engine: Engine) -> None:
    with engine.begin() as connection:
        assert order_store.read_mark(connection, "demo") is None
        mark = ReadMark(date(2026, 6, 15), 4)
        assert order_store.keep_page(connection, "demo", [an_order()], NOW, mark) == 1
        assert order_store.read_mark(connection, "demo") == mark
        whole = ReadMark(date(2026, 6, 16), None, NOW)
        order_store.note_mark(connection, "demo", whole)
        assert order_store.read_mark(connection, "demo") == whole


def test_the_oldest_open_order_is_known(engine: Engine) -> None:
    with engine.begin() as connection:
        assert order_store.oldest_open(connection, "demo") is None
        days = {"1": OrderState.COMPLETED, "2": OrderState.PROCESSING, "3": OrderState.UNPAID}
        keep(
            connection,
            *(
                an_order(number, state=state, created_at=a_moment(2026, 5, int(number)))
                for number, state in days.items()
            ),
        )
        assert order_store.oldest_open(connection, "demo") == a_moment(2026, 5, 2)


def test_the_newest_come_first_and_no_more_than_asked(engine: Engine) -> None:
    with engine.begin() as connection:
        keep(
            connection,
            *(an_order(str(n), created_at=a_moment(2026, 6, n)) for n in range(1, 10)),
        )
        found = order_reads.listed(connection, "demo", OrderFilter(), 3)
        assert [order.number for order in found.orders] == ["9", "8", "7"]
        assert found.total == 9


def test_sums_of_a_month_by_kind(engine: Engine) -> None:
    june, may = a_moment(2026, 6, 1), a_moment(2026, 6, 1) - timedelta(seconds=1)
    with engine.begin() as connection:
        keep(
            connection,
            an_order("1", paid_at=june, price=Money(100)),
            an_order("2", paid_at=a_moment(2026, 6, 30, 23, 59, 59), price=Money(50)),
            an_order("3", paid_at=may),
            an_order("4", paid_at=None, state=OrderState.UNPAID),
            an_order("5", paid_at=june, state=OrderState.REFUNDED),
            an_order("6", paid_at=june, kind=OrderType.ADD_CARD, price=Money(7)),
            an_order("7", paid_at=june, kind=OrderType.ADD_CARD, price=Money(7, "EUR")),
        )
        assert order_reads.paid(connection, "demo", Month(2026, 6)) == (
            PaidSum(OrderType.ADD_CARD, 1, Money(7)),
            PaidSum(OrderType.ADD_CARD, 1, Money(7, "EUR")),
            PaidSum(OrderType.RENEW, 2, Money(150)),
        )
        assert order_reads.paid(connection, "demo", Month(2026, 7)) == ()


WORDS = ("", "23", "beika", "BEIKA4 23", "_", "%", "8986", "北区", "nowhere", "cm_up m_2")
VOUCHERS = (POOL, "CM_SF_M_2_100M", "CU_UP_M_2_北区 1", None)
FIRST = date(2026, 5, 30)
DAYS = st.one_of(st.none(), st.dates(FIRST, FIRST + timedelta(days=4)))


@st.composite
def orders(draw: st.DrawFn, number: int) -> Order:
    return an_order(
        str(23_000 + number),
        kind=draw(st.sampled_from(OrderType)),
        state=draw(st.sampled_from(OrderState)),
        iccid=draw(st.sampled_from((None, "89860321000012345678", "8986A"))),
        voucher=draw(st.sampled_from(VOUCHERS)),
        created_at=a_moment(2026, 5, 30) + timedelta(hours=draw(st.integers(0, 5 * 24))),
    )


@st.composite
def questions(draw: st.DrawFn) -> OrderFilter:
    return OrderFilter(
        words=draw(st.sampled_from(WORDS)),
        kinds=draw(st.frozensets(st.sampled_from(OrderType), max_size=3)),
        states=draw(st.frozensets(st.sampled_from((*OrderState, *ItemState)), max_size=3)),
        voucher=draw(st.sampled_from(VOUCHERS)),
        first=draw(DAYS),
        last=draw(DAYS),
    )


@given(data=st.data())
def test_sql_and_python_find_the_same(data: st.DataObject) -> None:
    made = [data.draw(orders(number)) for number in range(data.draw(st.integers(0, 8)))]
    question = data.draw(questions())
    with memory_engine().begin() as connection:
        ensure_account(connection, "demo", "simulator")
        ensure_account(connection, "another", "simulator")
        keep(connection, *made)
        order_store.put_orders(connection, "another", [an_order("strange")], NOW)
        wanted = {order.number for order in made if question.matches(OrderLine(order))}
        assert set(numbers(connection, question)) == wanted
        streamed = OrderReader(connection, "demo").orders(question)
        assert [order.number for order in streamed] == numbers(connection, question)


LINKED = [
    # serial, named in the reason, made after           found
    ("act", "", timedelta(seconds=1), True),
    ("other", "The balance does not cover order 23.", timedelta(seconds=1), True),
    ("other", "The balance does not cover it.", timedelta(seconds=1), False),
    (None, "order 23", timedelta(days=2), False),
]


@pytest.mark.parametrize(("serial", "reason", "after", "linked"), LINKED)
def test_a_refused_act_finds_the_order_it_made(
    engine: Engine, serial: str | None, reason: str, after: timedelta, linked: bool
) -> None:
    with engine.begin() as connection:
        put_act(connection, an_act("act"), ItemState.FAILED, reason=reason)
        put_act(connection, an_act("doubt", voucher="other"), ItemState.UNKNOWN)
        keep(connection, an_order("23", serial=serial, created_at=NOW + after))
        assert len(purchase_store.without_order(connection, "demo")) == 2
        assert order_store.link_acts(connection, "demo", NOW) == int(linked)
        left = [act.serial for act in purchase_store.without_order(connection, "demo")]
        assert left == (["doubt"] if linked else ["act", "doubt"])
        assert [act.serial for act in purchase_store.on_orders(connection, "demo")] == (
            ["act"] if linked else []
        )


SEEN = [
    # kind, state                                        its order is listed, told without an order
    ("enlarge_pool", ItemState.FAILED, False, True),
    ("enlarge_pool", ItemState.NOT_APPLIED, False, True),
    ("add_cards", ItemState.DONE, False, True),  # paid, its order not read yet
    ("add_cards", ItemState.DONE, True, False),
    ("function_fees", ItemState.UNKNOWN, False, True),
    ("voucher_limit", ItemState.UNKNOWN, False, True),
    ("voucher_limit", ItemState.DONE, False, False),
    ("voucher_limit", ItemState.FAILED, False, False),
    ("pay_order", ItemState.UNKNOWN, True, False),
    ("pay_order", ItemState.UNKNOWN, False, True),
    ("close_order", ItemState.FAILED, False, False),
]


@pytest.mark.parametrize(("kind", "state", "listed", "told"), SEEN)
def test_nothing_paid_or_doubtful_is_invisible(
    engine: Engine, kind: str, state: ItemState, listed: bool, told: bool
) -> None:
    with engine.begin() as connection:
        if listed:
            keep(connection, an_order("23"))
        act = an_act("act", kind=kind, order_number="23" if "order" in kind else None)
        first = ItemState.FAILED if state is ItemState.FAILED else ItemState.UNKNOWN
        put_act(connection, act, first)
        if state is not first:
            order = "23" if listed else None
            assert purchase_store.advance(connection, "act", state, NOW, order=order)
        assert bool(purchase_store.without_order(connection, "demo")) is told


def test_an_order_knows_its_cards_and_who_asked(engine: Engine) -> None:
    cards = [
        a_card_row(id=1, instance_id="1", voucher=POOL, order_number="23", specific=50),
        a_card_row(id=2, instance_id="2", voucher=POOL, order_number="23"),
        a_card_row(id=3, instance_id="3", voucher=POOL, order_number="24"),
        a_card_row(id=4, instance_id="4", iccid="8986032100009999000A"),
    ]
    with engine.begin() as connection:
        put_rows(connection, cards)
        put_operation(connection, cards[3], "renew", "DONE", order_number="25")
        put_act(connection, an_act("act"), ItemState.DONE, order="23")
        keep(
            connection,
            an_order("23", kind=OrderType.ADD_CARD),
            an_order("25", iccid="8986032100009999000A", voucher="x"),
            an_order("26", iccid="8986032100009999000A", voucher="x", serial="op-4-renew"),
        )
        bought = order_reads.found(connection, "demo", "23")
        assert bought is not None
        assert (bought.cards, [act.serial for act in bought.acts]) == (2, ["act"])
        assert bought.of_card == ()
        for number in ("25", "26"):
            renewed = order_reads.found(connection, "demo", number)
            assert renewed is not None
            assert renewed.cards == 1
            assert [(one.action, one.by, one.state) for one in renewed.of_card] == [
                ("renew", "lin", ItemState.DONE)
            ]
        assert order_reads.found(connection, "demo", "27") is None


def test_cards_of_pools_name_the_pool_of_most(engine: Engine) -> None:
    up, sf = PlanType.UP, PlanType.SF
    cards = ((POOL, up), ("CU_UP_M_2_x", up), (POOL, up), ("CM_SF_M_2_100M", sf))
    with engine.begin() as connection:
        rows = [
            a_card_row(id=n, instance_id=str(n), voucher=voucher, plan_type=plan)
            for n, (voucher, plan) in enumerate(cards, 1)
        ]
        put_rows(connection, rows)
        assert order_reads.pool_of(connection, [1, 2, 3, 4]) == POOL
        assert order_reads.pool_of(connection, [2, 4]) == "CU_UP_M_2_x"
        assert order_reads.pool_of(connection, [4]) is None
        unpaid = an_order("9", state=OrderState.UNPAID)
        keep(connection, unpaid, an_order("8"))
        assert order_reads.newest_unpaid(connection, "demo", POOL) == unpaid
        assert order_reads.newest_unpaid(connection, "demo", "CU_UP_M_2_x") is None
