"""Money, offers and orders (domain.md 3.4, 6.3). Money is integer minor units, never a float."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import BillingCycle


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (fen for CNY). Amounts of different currencies never mix."""

    minor: int
    currency: str = "CNY"

    def __add__(self, other: Self) -> Self:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} + {other.currency}")
        return type(self)(self.minor + other.minor, self.currency)

    def times(self, count: int) -> Self:
        return type(self)(self.minor * count, self.currency)

    def covers(self, price: "Money | None") -> bool:
        """Whether this much, approved, allows such a price; None is what is not sold (F18)."""
        return price is not None and price.currency == self.currency and price.minor <= self.minor

    def __str__(self) -> str:
        sign = "-" if self.minor < 0 else ""
        whole, rest = divmod(abs(self.minor), 100)
        return f"{self.currency} {sign}{whole:,}.{rest:02d}"


_AMOUNT = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?")


def parse_money(words: str, currency: str = "CNY") -> Money:
    """Read an amount as people write it: `500`, `1,200.50`. Raises KnownError."""
    found = _AMOUNT.fullmatch(words.strip().replace(",", ""))
    if found is None:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "“{words}” is not an amount."), words=words),
            text(QT_TRANSLATE_NOOP("trade", "Write it like 500 or 1,200.50.")),
        )
    whole, rest = found.groups()
    return Money(int(whole) * 100 + int((rest or "").ljust(2, "0")), currency)


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
