"""Lines of the list of orders: an order, or an act that made none; what they say of themselves."""

from datetime import date
from typing import Any

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
from simdesk.models.operations import ItemState
from simdesk.models.order_list import Asked, OrderFilter, OrderLine
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.purchases import AccountAct
from tests.factories import a_moment

POOL, NOW = "CM_UP_M_2_beika4", a_moment()


def an_act(command: AccountCommand, state: ItemState = ItemState.UNKNOWN) -> AccountAct:
    return AccountAct("s", command, state, "lin", NOW)


LOOSE = [
    # the act                              kind, price, voucher, quantity, size
    (AddCards(POOL, 4, Money(20)), (OrderType.ADD_CARD, Money(20), POOL, 4, None)),
    (EnlargePool(POOL, 77, Money(30)), (OrderType.ADD_FLOW, Money(30), POOL, 1, 77)),
    (BuyFunctionFees(POOL, 9, Money(9)), (OrderType.FUNCTION, Money(9), POOL, 9, None)),
    (SetVoucherLimit(POOL, 5), (None, None, POOL, None, None)),
    (PayOrder("23", Money(7)), (None, Money(7), None, None, None)),
    (CloseOrder("23"), (None, None, None, None, None)),
]


@pytest.mark.parametrize(("command", "told"), LOOSE)
def test_an_act_without_an_order_is_told_by_what_was_asked(
    command: AccountCommand, told: tuple[Any, ...]
) -> None:
    line = OrderLine(None, an_act(command))
    assert (line.kind, line.price, line.voucher, line.quantity, line.size_kb) == told
    assert (line.key, line.number, line.iccid, line.paid_at) == ("act s", None, None, None)
    assert (line.created_at, line.state, line.doubtful) == (NOW, ItemState.UNKNOWN, True)


def test_an_order_is_told_by_the_provider_and_doubt_by_the_act() -> None:
    order = Order("23", OrderType.RENEW, OrderState.UNPAID, Money(5), NOW, None, "8986", POOL)
    plain = OrderLine(order)
    assert (plain.key, plain.kind, plain.state, plain.doubtful) == (
        "23",
        OrderType.RENEW,
        OrderState.UNPAID,
        False,
    )
    paying = OrderLine(order, an_act(PayOrder("23", Money(5))))
    assert (paying.state, paying.doubtful, paying.price) == (OrderState.UNPAID, True, Money(5))
    assert not OrderLine(order, an_act(CloseOrder("23"), ItemState.FAILED)).doubtful


MATCHED = [
    ({}, True),
    ({"words": "23 beika"}, True),
    ({"words": "23 roaming"}, False),
    ({"kinds": frozenset({OrderType.RENEW})}, True),
    ({"kinds": frozenset({OrderType.ADD_CARD})}, False),
    ({"states": frozenset({ItemState.UNKNOWN})}, False),
    ({"voucher": POOL}, True),
    ({"voucher": "CM_UP"}, False),
    ({"first": date(2026, 6, 15), "last": date(2026, 6, 15)}, True),
    ({"first": date(2026, 6, 16)}, False),
    ({"last": date(2026, 6, 14)}, False),
]


@pytest.mark.parametrize(("asked", "found"), MATCHED)
def test_everything_given_must_hold(asked: dict[str, Any], found: bool) -> None:
    order = Order("23", OrderType.RENEW, OrderState.UNPAID, Money(5), NOW, None, "8986", POOL)
    assert OrderFilter(**asked).matches(OrderLine(order)) is found


def test_what_was_asked_is_said_in_words() -> None:
    said = [
        str(Asked.of(an_act(command)).what)
        for command in (
            AddCards(POOL, 1, Money(1)),
            BuyFunctionFees(POOL, 1, Money(1)),
            BuyFunctionFees(POOL, 3, Money(1)),
            CloseOrder("23"),
        )
    ]
    assert said == ["Add 1 card", "Buy 1 function fee", "Buy 3 function fees", "Close order 23"]
