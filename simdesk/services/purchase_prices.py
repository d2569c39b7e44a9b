"""Prices are read again right before an act is sent: nobody pays more than was approved (F18)."""

from collections.abc import Awaitable, Callable, Sequence

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    EnlargePool,
    PayOrder,
    Purchase,
    order_type,
)
from simdesk.models.buying import purchase
from simdesk.models.errors import KnownError
from simdesk.models.orders import Money, Order, VoucherOffers
from simdesk.models.texts import QT_TRANSLATE_NOOP, text


def check_order(command: AccountCommand, orders: Sequence[Order]) -> None:
    """Raises KnownError where an order that is to be paid costs more than was approved."""
    if isinstance(command, PayOrder):
        for order in orders:
            if order.number == command.number:
                _check(order.price, command.price)


async def check_price(
    command: AccountCommand, offers: Callable[[str], Awaitable[VoucherOffers]]
) -> None:
    """Read what is sold now. Raises KnownError for what is not, or costs more than was approved.

    A price that fell is no reason: the provider charges what it is. Raises ProviderFault.
    """
    if not isinstance(command, AddCards | EnlargePool | BuyFunctionFees):
        return
    now = purchase(
        order_type(command), command.voucher, _amount(command), await offers(command.voucher)
    )
    if now is None:
        words = QT_TRANSLATE_NOOP("trade", "The provider does not sell it for this voucher now.")
        raise KnownError(text(words))
    _check(now.price, command.price)


def _amount(command: Purchase) -> int:
    match command:
        case AddCards(count=count):
            return count
        case BuyFunctionFees(units=units):
            return units
        case EnlargePool(size_kb=size):
            return size


def _check(price: Money, approved: Money) -> None:
    if approved.covers(price):
        return
    raise KnownError(
        text(
            QT_TRANSLATE_NOOP(
                "trade", "The price is {price} now, {approved} was approved; nothing was sent."
            ),
            price=price,
            approved=approved,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Look at the new price and decide again.")),
    )
