"""What can be asked of a provider for a voucher or an order instead of a card (domain.md 3.2, 6.3).

Pools are not topped up: cards are added, pools enlarged, function fees bought.
"""

from dataclasses import dataclass

from simdesk.models.capabilities import Capabilities
from simdesk.models.orders import Money, OrderType


@dataclass(frozen=True, slots=True)
class SetVoucherLimit:
    """The usage limit of every card of the voucher that has none of its own; 0 MB removes it."""

    voucher: str
    limit_mb: int
    auto_restore: bool = True


@dataclass(frozen=True, slots=True)
class AddCards:
    """Buy `count` new cards for a pool; `price` is for all of them, as the operator approved it."""

    voucher: str
    count: int
    price: Money


@dataclass(frozen=True, slots=True)
class EnlargePool:
    """Buy `size_kb` more for a pooled plan."""

    voucher: str
    size_kb: int
    price: Money


@dataclass(frozen=True, slots=True)
class BuyFunctionFees:
    """Buy `units` of the current month: one lets one card of a pooled plan be active (3.3)."""

    voucher: str
    units: int
    price: Money


@dataclass(frozen=True, slots=True)
class PayOrder:
    """Pay an unpaid order; a provider that asks more than `price` refuses."""

    number: str
    price: Money


@dataclass(frozen=True, slots=True)
class CloseOrder:
    """Close an unpaid order: nothing is charged, nothing delivered (domain.md 9, row 36)."""

    number: str


Purchase = AddCards | EnlargePool | BuyFunctionFees
AccountCommand = SetVoucherLimit | Purchase | PayOrder | CloseOrder

_ORDER_TYPES: dict[type[object], OrderType] = {
    AddCards: OrderType.ADD_CARD,
    EnlargePool: OrderType.ADD_FLOW,
    BuyFunctionFees: OrderType.FUNCTION,
}


def offered(command: AccountCommand, capabilities: Capabilities) -> bool:
    """Whether a provider with these capabilities takes such an act at all."""
    match command:
        case SetVoucherLimit():
            return capabilities.voucher_limits
        case PayOrder() | CloseOrder():
            return capabilities.order_acts
        case AddCards() | EnlargePool() | BuyFunctionFees():
            return order_type(command) in capabilities.purchases


def order_type(purchase: Purchase) -> OrderType:
    """The type of the order that this purchase makes."""
    return _ORDER_TYPES[type(purchase)]
