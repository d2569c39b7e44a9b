"""Offers and orders, and the money they cost (domain.md 3.4, 6.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from simdesk.models.action import Action
from simdesk.models.money import Money, parse_money
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import BillingCycle

__all__ = [
    "ADD_ON_QUANTITIES",
    "PLACED_BY",
    "AddOnOffer",
    "EnlargeOffer",
    "Money",
    "Offers",
    "Order",
    "OrderState",
    "OrderType",
    "RenewalOffer",
    "VoucherOffers",
    "parse_money",
    "renewal_periods",
]


class OrderType(StrEnum):
    NEW = "NEW"
    ADD_FLOW = "ADD_FLOW"
    ADD_CARD = "ADD_CARD"
    FUNCTION = "FUNCTION"
    FLOW_PLUS = "FLOW_PLUS"
    RENEW = "RENEW"
    AUTO_RENEW = "AUTO_RENEW"

    @property
    def label(self) -> Text:
        return text(_TYPE_LABELS[self])


_TYPE_LABELS = {
    OrderType.NEW: QT_TRANSLATE_NOOP("trade", "New purchase"),
    OrderType.ADD_FLOW: QT_TRANSLATE_NOOP("trade", "Enlarge pool"),
    OrderType.ADD_CARD: QT_TRANSLATE_NOOP("trade", "Add cards"),
    OrderType.FUNCTION: QT_TRANSLATE_NOOP("trade", "Monthly function fee"),
    OrderType.FLOW_PLUS: QT_TRANSLATE_NOOP("trade", "Add-on package"),
    OrderType.RENEW: QT_TRANSLATE_NOOP("trade", "Renew plan"),
    OrderType.AUTO_RENEW: QT_TRANSLATE_NOOP("trade", "Auto-renew"),
}


PLACED_BY: Mapping[Action, OrderType] = MappingProxyType(
    {Action.RENEW: OrderType.RENEW, Action.ADD_ON: OrderType.FLOW_PLUS}
)
"""The type of the order that an act on a card makes."""


class OrderState(StrEnum):
    """`closed` is an unpaid order the operator closed (domain.md 9, row 36)."""

    UNPAID = "unpaid"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILURE = "failure"
    REFUNDED = "refunded"
    CLOSED = "closed"

    @property
    def open(self) -> bool:
        """It may still be paid, or is being delivered."""
        return self in (OrderState.UNPAID, OrderState.PROCESSING)

    @property
    def label(self) -> Text:
        return text(_STATE_LABELS[self])


_STATE_LABELS = {
    OrderState.UNPAID: QT_TRANSLATE_NOOP("trade", "Unpaid"),
    OrderState.PROCESSING: QT_TRANSLATE_NOOP("trade", "Processing"),
    OrderState.COMPLETED: QT_TRANSLATE_NOOP("trade", "Completed"),
    OrderState.FAILURE: QT_TRANSLATE_NOOP("trade", "Failed"),
    OrderState.REFUNDED: QT_TRANSLATE_NOOP("trade", "Refunded"),
    OrderState.CLOSED: QT_TRANSLATE_NOOP("trade", "Closed"),
}
ORDER_MOVES: Mapping[OrderState, frozenset[OrderState]] = MappingProxyType(
    {
        OrderState.UNPAID: frozenset({OrderState.PROCESSING, OrderState.CLOSED}),
        OrderState.PROCESSING: frozenset({OrderState.COMPLETED, OrderState.FAILURE}),
        OrderState.COMPLETED: frozenset({OrderState.REFUNDED}),
        OrderState.FAILURE: frozenset({OrderState.REFUNDED}),
        OrderState.REFUNDED: frozenset(),
        OrderState.CLOSED: frozenset(),
    }
)

_RENEWAL_PERIODS = {
    BillingCycle.MONTH: (1, 2, 3, 6, 9, 12),
    BillingCycle.YEAR: (1, 2, 3),
}
ADD_ON_QUANTITIES = (1, 2, 3)


def renewal_periods(cycle: BillingCycle) -> tuple[int, ...]:
    """The amounts a plan of this cycle can be renewed for, in cycles (domain.md 3.4)."""
    return _RENEWAL_PERIODS.get(cycle, ())


@dataclass(frozen=True, slots=True)
class RenewalOffer:
    periods: int
    months: int
    price: Money

    @property
    def label(self) -> Text:
        yearly = self.months == 12 * self.periods
        if self.periods == 1:
            return text(
                QT_TRANSLATE_NOOP("trade", "1 year")
                if yearly
                else QT_TRANSLATE_NOOP("trade", "1 month")
            )
        source = (
            QT_TRANSLATE_NOOP("trade", "{count} years")
            if yearly
            else QT_TRANSLATE_NOOP("trade", "{count} months")
        )
        return text(source, count=self.periods)


@dataclass(frozen=True, slots=True)
class AddOnOffer:
    tier_kb: int
    price: Money
    """For one package."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be bought for a card now; empty where top-up does not apply."""

    renewals: tuple[RenewalOffer, ...] = ()
    add_ons: tuple[AddOnOffer, ...] = ()


@dataclass(frozen=True, slots=True)
class EnlargeOffer:
    size_kb: int
    price: Money


@dataclass(frozen=True, slots=True)
class VoucherOffers:
    """What can be bought for a voucher now; None or empty for what is not sold for it.

    `card` is the price of one more card with its first cycle, `function_fee` of one unit.
    """

    card: Money | None = None
    enlargements: tuple[EnlargeOffer, ...] = ()
    function_fee: Money | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order as the provider lists it. `serial` is None where the provider does not tell it.

    `quantity` counts what its type sells: cards, function-fee units, add-on packages, renewed
    billing cycles. `size_kb` is the data of an add-on package or an enlargement.
    """

    number: str
    kind: OrderType
    state: OrderState
    price: Money
    created_at: datetime
    paid_at: datetime | None
    iccid: str | None
    voucher: str | None
    serial: str | None = None
    quantity: int = 1
    size_kb: int | None = None
