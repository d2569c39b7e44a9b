"""Money, offers and the states of an order (domain.md 3.4, 6.3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.orders import (
    ADD_ON_QUANTITIES,
    ORDER_MOVES,
    Money,
    OrderState,
    OrderType,
    RenewalOffer,
    renewal_periods,
)
from simdesk.models.voucher import BillingCycle

# From a state (rows) an order may go to (columns) where there is an x.
ALLOWED = """
           unpaid processing completed failure refunded closed
unpaid     .      x          .         .       .        x
processing .      .          x         x       .        .
completed  .      .          .         .       x        .
failure    .      .          .         .       x        .
refunded   .      .          .         .       .        .
closed     .      .          .         .       .        .
"""


def test_orders_move_as_the_picture_says() -> None:
    header, *rows = (line.split() for line in ALLOWED.strip().splitlines())
    picture = {
        OrderState(row[0]): {
            OrderState(name) for name, cell in zip(header, row[1:], strict=True) if cell == "x"
        }
        for row in rows
    }
    assert {state: set(to) for state, to in ORDER_MOVES.items()} == picture


@pytest.mark.parametrize(
    ("minor", "words"),
    [
        (0, "CNY 0.00"),
        (5, "CNY 0.05"),
        (100, "CNY 1.00"),
        (123_456_789, "CNY 1,234,567.89"),
        (-5, "CNY -0.05"),
        (-12_345, "CNY -123.45"),
    ],
)
def test_money_is_shown(minor: int, words: str) -> None:
    assert str(Money(minor)) == words


def test_currencies_never_mix() -> None:
    assert Money(1) + Money(2) == Money(3)
    with pytest.raises(ValueError, match=r"CNY \+ EUR"):
        Money(1) + Money(1, "EUR")


@given(st.integers(), st.integers(0, 10_000))
def test_so_many_times(minor: int, count: int) -> None:
    assert Money(minor, "EUR").times(count) == Money(minor * count, "EUR")


@pytest.mark.parametrize(
    ("cycle", "periods"),
    [
        (BillingCycle.MONTH, (1, 2, 3, 6, 9, 12)),
        (BillingCycle.YEAR, (1, 2, 3)),
        (BillingCycle.QUARTER, ()),
        (BillingCycle.HALF_YEAR, ()),
    ],
)
def test_renewal_periods(cycle: BillingCycle, periods: tuple[int, ...]) -> None:
    assert renewal_periods(cycle) == periods


def test_add_on_quantities() -> None:
    assert ADD_ON_QUANTITIES == (1, 2, 3)


@pytest.mark.parametrize(
    ("periods", "months", "words"),
    [(1, 1, "1 month"), (3, 3, "3 months"), (12, 12, "12 months"), (1, 12, "1 year"),
     (3, 36, "3 years")],
)  # fmt: skip
def test_renewal_labels(periods: int, months: int, words: str) -> None:
    assert str(RenewalOffer(periods, months, Money(1)).label) == words


def test_order_types_are_the_providers() -> None:
    assert {kind.value for kind in OrderType} == {
        "NEW", "ADD_FLOW", "ADD_CARD", "FUNCTION", "FLOW_PLUS", "RENEW", "AUTO_RENEW",
    }  # fmt: skip
