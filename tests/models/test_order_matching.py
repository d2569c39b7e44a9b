"""Acts of this desk beside orders of the provider: each once, bound by number, serial or looks."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.comparison import Cause, Compared, Ours, Verdict, ever_paid, grouped
from simdesk.models.comparison_notice import notice_text, notice_to_json
from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState
from simdesk.models.order_matching import EARLIEST, LATEST, TWICE, compared
from simdesk.models.orders import Money, Order, OrderState, OrderType
from tests.factories import a_moment

NOW = a_moment(2026, 6, 15, 9)
READ = NOW + timedelta(hours=1)
BEGAN = NOW - timedelta(days=1)
SECOND = timedelta(seconds=1)


def ours(serial: str = "s1", state: ItemState = ItemState.DONE, **changes: Any) -> Ours:
    values: dict[str, Any] = {
        "money": Money(500),
        "at": NOW,
        "moved_at": NOW,
        "kind": OrderType.RENEW,
        "iccid": "8986",
        "voucher": "V",
    }
    return Ours(serial=serial, state=state, **(values | changes))


def theirs(number: str = "o1", **changes: Any) -> Order:
    values: dict[str, Any] = {
        "kind": OrderType.RENEW,
        "state": OrderState.COMPLETED,
        "price": Money(500),
        "created_at": NOW + SECOND,
        "paid_at": NOW + SECOND,
        "iccid": "8986",
        "voucher": "V",
    }
    return Order(number=number, **(values | changes))


def lines(acts: list[Ours], orders: list[Order]) -> list[tuple[str, str, str | None, str | None]]:
    found = compared(acts, orders, BEGAN, READ)
    return sorted(
        (
            line.verdict.value,
            line.cause.value,
            None if line.order is None else line.order.number,
            None if line.ours is None else line.ours.serial,
        )
        for line in found
    )


WAITING = [ItemState.SENDING, ItemState.ACCEPTED, ItemState.UNKNOWN, ItemState.NEEDS_HUMAN]
WITHOUT = [ItemState.FAILED, ItemState.NOT_APPLIED]
OLD = BEGAN - SECOND
TABLE: dict[str, tuple[list[Ours], list[Order], list[tuple[str, str, str | None, str | None]]]] = {
    "by number": (
        [ours(order="o1", kind=None, iccid=None)],
        [theirs()],
        [("matched", "", "o1", "s1")],
    ),
    "by serial": ([ours(iccid="other")], [theirs(serial="s1")], [("matched", "", "o1", "s1")]),
    "by looks": ([ours()], [theirs()], [("matched", "", "o1", "s1")]),
    "by looks, late": (
        [ours()],
        [theirs(created_at=NOW + LATEST)],
        [("matched", "", "o1", "s1")],
    ),
    "too late": (
        [ours()],
        [theirs(created_at=NOW + LATEST + SECOND)],
        [("only ours", "missing", None, "s1"), ("only theirs", "elsewhere", "o1", None)],
    ),
    "too early": (
        [ours()],
        [theirs(created_at=NOW - EARLIEST - SECOND)],
        [("only ours", "missing", None, "s1"), ("only theirs", "elsewhere", "o1", None)],
    ),
    "another's serial is not ours": (
        [ours()],
        [theirs(serial="else")],
        [("only ours", "missing", None, "s1"), ("only theirs", "elsewhere", "o1", None)],
    ),
    "another card": (
        [ours()],
        [theirs(iccid="1")],
        [("only ours", "missing", None, "s1"), ("only theirs", "elsewhere", "o1", None)],
    ),
    "a voucher's": (
        [ours(iccid=None, kind=OrderType.ADD_FLOW)],
        [theirs(iccid=None, kind=OrderType.ADD_FLOW)],
        [("matched", "", "o1", "s1")],
    ),
    "two acts, two orders": (
        [ours("a"), ours("b", at=NOW + 5 * SECOND)],
        [theirs("1"), theirs("2", created_at=NOW + 6 * SECOND)],
        [("matched", "", "1", "a"), ("matched", "", "2", "b")],
    ),
    "two acts, one order": (
        [ours("a"), ours("b")],
        [theirs()],
        [("matched", "", "o1", "a"), ("only ours", "missing", None, "b")],
    ),
    "delivered twice, serials told": (
        [ours()],
        [theirs("1", serial="s1"), theirs("2", serial="s1", created_at=NOW + 9 * SECOND)],
        [("matched", "", "1", "s1"), ("paid twice", "repeated", "2", None)],
    ),
    "delivered twice, serials not told": (
        [ours()],
        [theirs("1"), theirs("2", created_at=NOW + TWICE)],
        [("matched", "", "1", "s1"), ("paid twice", "repeated", "2", None)],
    ),
    "the second one was refunded": (
        [ours()],
        [theirs("1", serial="s1"), theirs("2", serial="s1", state=OrderState.REFUNDED)],
        [("matched", "", "1", "s1"), ("only theirs", "refunded", "2", None)],
    ),
    "the price differs": (
        [ours()],
        [theirs(price=Money(600))],
        [("different amount", "price", "o1", "s1")],
    ),
    "the same price is preferred": (
        [ours()],
        [theirs("1", price=Money(600)), theirs("2", created_at=NOW + 9 * SECOND)],
        [("matched", "", "2", "s1"), ("only theirs", "elsewhere", "1", None)],
    ),
    "refunded": (
        [ours(order="o1")],
        [theirs(state=OrderState.REFUNDED)],
        [("different amount", "refunded", "o1", "s1")],
    ),
    "its order is not paid": (
        [ours(order="o1")],
        [theirs(state=OrderState.UNPAID, paid_at=None)],
        [("different amount", "not paid", "o1", "s1")],
    ),
    "its order was read before it was paid": (
        [ours(order="o1", moved_at=READ)],
        [theirs(state=OrderState.UNPAID, paid_at=None)],
        [("only ours", "unread", "o1", "s1")],
    ),
    "no order was read since": (
        [ours(moved_at=READ)],
        [],
        [("only ours", "unread", None, "s1")],
    ),
    "nobody's": ([], [theirs()], [("only theirs", "elsewhere", "o1", None)]),
    "before the desk": (
        [],
        [theirs(created_at=OLD)],
        [("only theirs", "before the desk", "o1", None)],
    ),
    "auto-renewed": (
        [],
        [theirs(kind=OrderType.AUTO_RENEW)],
        [("only theirs", "auto-renewed", "o1", None)],
    ),
    "an unpaid order is nobody's business": ([], [theirs(state=OrderState.UNPAID)], []),
    "a failed one neither": (
        [ours(state=ItemState.FAILED, order="o1")],
        [theirs(state=OrderState.FAILURE, serial="s1")],
        [],
    ),
    "a refused purchase whose order was paid later": (
        [
            ours("buy", ItemState.FAILED, order="o1", iccid=None),
            ours("pay", order="o1", kind=None, iccid=None),
        ],
        [theirs(serial="buy", iccid=None)],
        [("matched", "", "o1", "pay")],
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_what_stands_beside_what(case: str) -> None:
    acts, orders, expected = TABLE[case]
    assert lines(acts, orders) == expected


@pytest.mark.parametrize("state", WAITING)
def test_what_is_in_doubt_is_no_incident_and_matches_when_its_order_is_there(
    state: ItemState,
) -> None:
    assert lines([ours(state=state)], []) == [("only ours", "in doubt", None, "s1")]
    assert lines([ours(state=state)], [theirs()]) == [("matched", "", "o1", "s1")]
    unpaid = theirs(state=OrderState.UNPAID)
    assert lines([ours(state=state, order="o1")], [unpaid]) == [
        ("only ours", "in doubt", "o1", "s1")
    ]


@pytest.mark.parametrize("state", WITHOUT)
@pytest.mark.parametrize("told", [{"serial": "s1"}, {}], ids=["serial", "looks"])
def test_an_order_of_an_act_held_as_without_effect_is_an_incident(
    state: ItemState, told: dict[str, str]
) -> None:
    (line,) = compared([ours(state=state)], [theirs(**told)], BEGAN, READ)
    assert (line.verdict, line.cause) == (Verdict.ONLY_THEIRS, Cause.HELD_UNPAID)
    assert (line.incident, line.money) == (True, Money(500))


def test_where_serials_are_told_looks_prove_nothing() -> None:
    strange = theirs("2", serial=None)
    found = compared([ours()], [theirs("1", serial="s1"), strange], BEGAN, READ, serials_told=True)
    assert {(line.verdict, line.cause) for line in found} == {
        (Verdict.MATCHED, Cause.NONE),
        (Verdict.ONLY_THEIRS, Cause.ELSEWHERE),
    }
    for state, cause in ((ItemState.DONE, Cause.MISSING), (ItemState.UNKNOWN, Cause.IN_DOUBT)):
        found = compared([ours(state=state)], [strange], BEGAN, READ, serials_told=True)
        assert {line.cause for line in found} == {cause, Cause.ELSEWHERE}
    (line,) = compared([ours(state=ItemState.FAILED)], [strange], BEGAN, READ, serials_told=True)
    assert line.cause is Cause.ELSEWHERE


def test_only_what_somebody_has_to_look_at_is_an_incident() -> None:
    quiet = {cause for cause in Cause if not cause.incident}
    assert quiet == {
        Cause.NONE,
        Cause.IN_DOUBT,
        Cause.UNREAD,
        Cause.AUTO_RENEWED,
        Cause.REFUNDED,
    }


_TIMES = st.integers(0, 9).map(lambda days: NOW + timedelta(days=days))
_CARDS = st.sampled_from(["8986", "8987"])
_PRICES = st.sampled_from([Money(500), Money(600)])
_NUMBERS = st.sampled_from(["o0", "o1", "o2", "o3", None])
_OURS = st.builds(
    ours,
    st.just(""),
    st.sampled_from([ItemState.DONE, ItemState.UNKNOWN, ItemState.FAILED]),
    money=_PRICES,
    at=_TIMES,
    iccid=_CARDS,
    order=_NUMBERS,
)
_THEIRS = st.builds(
    theirs,
    st.just(""),
    state=st.sampled_from([one for one in OrderState if one is not OrderState.PROCESSING]),
    price=_PRICES,
    created_at=_TIMES,
    iccid=_CARDS,
    serial=st.sampled_from(["s0", "s1", "else", None, None]),
)


@given(st.lists(_OURS, max_size=5), st.lists(_THEIRS, max_size=5))
def test_every_act_and_every_paid_order_stands_in_one_line(
    acts: list[Ours], orders: list[Order]
) -> None:
    acts = [replace(one, serial=f"s{place}") for place, one in enumerate(acts)]
    orders = [replace(one, number=f"o{place}") for place, one in enumerate(orders)]
    found = compared(acts, orders, BEGAN, READ)
    told = Counter(line.order.number for line in found if line.order is not None)
    assert all(count == 1 for count in told.values())
    assert set(told) >= {order.number for order in orders if ever_paid(order)}
    paying = [one.serial for one in acts if one.paying]
    bound = [line.ours.serial for line in found if line.ours is not None and line.ours.paying]
    assert sorted(bound) == sorted(paying)
    assert len({line.key for line in found}) == len(found)
    # No money is lost: what the provider took stands in lines with an order, to the unit.
    assert sum(line.theirs.minor for line in found if line.theirs) == sum(
        order.price.minor for order in orders if order.state is OrderState.COMPLETED
    )
    groups = grouped(found)
    assert [group.verdict for group in groups] == list(Verdict)
    assert sum(group.count for group in groups) == len(found)
    assert sum(group.incidents for group in groups) == sum(line.incident for line in found)


def test_a_notice_says_how_many_of_each() -> None:
    strange = Compared(Verdict.ONLY_THEIRS, Cause.ELSEWHERE, theirs(), None)
    twice = Compared(Verdict.TWICE, Cause.REPEATED, theirs(), None)
    stored = notice_to_json([strange, twice, strange])
    assert str(notice_text(stored)) == "Only theirs: 2, Paid twice: 1"
    stored = notice_to_json([twice], imbalances=1_200)
    assert str(notice_text(stored)) == "Ledger wrong: 1,200, Paid twice: 1"
    assert str(notice_text(notice_to_json([]))) == "Nothing."
    for broken in ("", "[]", "{}", '{"incidents": {"no such verdict": 1}}'):
        with pytest.raises(KnownError):
            notice_text(broken)
