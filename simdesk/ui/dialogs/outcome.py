"""What became of an act on a voucher or an order, in a sentence and its next step."""

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
from simdesk.models.purchases import AccountAct
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_DONE = {
    AddCards: QT_TRANSLATE_NOOP(
        "trade", "Paid: order {order}. The cards come within a business day."
    ),
    EnlargePool: QT_TRANSLATE_NOOP("trade", "Paid: order {order}. The pool has grown."),
    BuyFunctionFees: QT_TRANSLATE_NOOP("trade", "Paid: order {order}. The function fees count."),
    PayOrder: QT_TRANSLATE_NOOP("trade", "Paid: order {order}."),
    CloseOrder: QT_TRANSLATE_NOOP("trade", "Closed: order {order}. Nothing was charged."),
    SetVoucherLimit: QT_TRANSLATE_NOOP(
        "trade", "Set. The voucher's cards are read again, so that it shows at each of them."
    ),
}
_REFUSED = QT_TRANSLATE_NOOP("trade", "Refused: {reason}")
_UNPAID = QT_TRANSLATE_NOOP(
    "trade", "Order {order} waits unpaid: {reason} Pay or close it when you have looked at it."
)
_ACCEPTED = QT_TRANSLATE_NOOP(
    "trade", "The provider took it; what comes of it shows later. It is not sent again."
)
_DOUBT = QT_TRANSLATE_NOOP(
    "trade",
    "In doubt: no answer came, so it may or may not have taken effect. It is not sent again; "
    "“Settle doubts” looks at the provider to find out.",
)
_LATER = QT_TRANSLATE_NOOP("trade", "It is not known yet what became of it.")


def outcome_words(act: AccountAct) -> Text:
    """What became of it, and what to do next."""
    match act.state:
        case ItemState.DONE:
            return text(_DONE[type(act.command)], order=act.order or "–")
        case ItemState.FAILED:
            return _failed(act)
        case ItemState.ACCEPTED:
            return text(_ACCEPTED)
        case ItemState.UNKNOWN:
            return text(_DOUBT)
    return text(_LATER)


def _failed(act: AccountAct) -> Text:
    reason = act.reason or ""
    if act.code is not None:
        reason = f"{reason} [{act.code}]"
    if act.order is not None and _buys(act.command):
        return text(_UNPAID, order=act.order, reason=reason)
    return text(_REFUSED, reason=reason)


def _buys(command: AccountCommand) -> bool:
    return isinstance(command, AddCards | EnlargePool | BuyFunctionFees)


def outcome_role(act: AccountAct) -> str:
    """The colour of the outcome."""
    if act.state is ItemState.DONE:
        return "ok"
    if act.state is ItemState.FAILED:
        return "warn" if act.order is not None and _buys(act.command) else "bad"
    return "warn"
