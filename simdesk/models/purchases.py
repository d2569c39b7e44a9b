"""Acts on vouchers and orders as the desk keeps them: what was asked, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

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
from simdesk.models.orders import Money
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import KB_PER_MB, size_text


@dataclass(frozen=True, slots=True)
class AccountAct:
    """One act, by its serial. `order` is the order it made or moved, where that is known."""

    serial: str
    command: AccountCommand
    state: ItemState
    requested_by: str
    requested_at: datetime
    order: str | None = None
    code: str | None = None
    reason: str | None = None


def voucher_of(command: AccountCommand) -> str | None:
    """The voucher an act is about; None for acts on an order."""
    return None if isinstance(command, PayOrder | CloseOrder) else command.voucher


def price_of(command: AccountCommand) -> Money | None:
    """What the operator approved to pay; None for what costs nothing."""
    return None if isinstance(command, SetVoucherLimit | CloseOrder) else command.price


def act_words(command: AccountCommand) -> Text:
    """An act as people say it."""
    match command:
        case SetVoucherLimit(limit_mb=0):
            return text(QT_TRANSLATE_NOOP("trade", "Remove the usage limit of the voucher"))
        case SetVoucherLimit(limit_mb=limit):
            return text(
                QT_TRANSLATE_NOOP("trade", "Set the usage limit of the voucher to {size}"),
                size=size_text(limit * KB_PER_MB),
            )
        case AddCards(count=1):
            return text(QT_TRANSLATE_NOOP("trade", "Add 1 card"))
        case AddCards(count=count):
            return text(QT_TRANSLATE_NOOP("trade", "Add {count} cards"), count=count)
        case EnlargePool(size_kb=size):
            return text(
                QT_TRANSLATE_NOOP("trade", "Enlarge the pool by {size}"), size=size_text(size)
            )
        case BuyFunctionFees(units=1):
            return text(QT_TRANSLATE_NOOP("trade", "Buy 1 function fee"))
        case BuyFunctionFees(units=units):
            return text(QT_TRANSLATE_NOOP("trade", "Buy {count} function fees"), count=units)
        case PayOrder(number=number):
            return text(QT_TRANSLATE_NOOP("trade", "Pay order {number}"), number=number)
        case CloseOrder(number=number):
            return text(QT_TRANSLATE_NOOP("trade", "Close order {number}"), number=number)
