"""What an order is about, how it stands and how much of it there is, in words."""

from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderLine
from simdesk.models.orders import OrderState, OrderType
from simdesk.models.purchases import act_words
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import BillingCycle, voucher_or_none
from simdesk.ui.text import count_shown, shown, size_shown

IN_DOUBT = frozenset(state for state in ItemState if state.open)
WITHOUT_EFFECT = frozenset({ItemState.FAILED, ItemState.NOT_APPLIED})
"""States of acts that made no order, as the filter has them."""

_ROLES: dict[OrderState | ItemState, str] = {
    OrderState.UNPAID: "warn",
    OrderState.PROCESSING: "info",
    OrderState.COMPLETED: "ok",
    OrderState.FAILURE: "bad",
    OrderState.REFUNDED: "muted",
    OrderState.CLOSED: "muted",
    ItemState.DONE: "info",
    ItemState.FAILED: "bad",
    ItemState.NOT_APPLIED: "muted",
}
_DONE = QT_TRANSLATE_NOOP("trade", "Paid, order not read yet")
_DOUBTFUL = QT_TRANSLATE_NOOP("trade", "{state}, act in doubt")
_ONE, _MANY = 0, 1
_UNITS = {
    OrderType.NEW: (
        QT_TRANSLATE_NOOP("trade", "1 card"),
        QT_TRANSLATE_NOOP("trade", "{count} cards"),
    ),
    OrderType.ADD_CARD: (
        QT_TRANSLATE_NOOP("trade", "1 card"),
        QT_TRANSLATE_NOOP("trade", "{count} cards"),
    ),
    OrderType.FUNCTION: (
        QT_TRANSLATE_NOOP("trade", "1 unit"),
        QT_TRANSLATE_NOOP("trade", "{count} units"),
    ),
}
_MONTHS = (QT_TRANSLATE_NOOP("trade", "1 month"), QT_TRANSLATE_NOOP("trade", "{count} months"))
_YEARS = (QT_TRANSLATE_NOOP("trade", "1 year"), QT_TRANSLATE_NOOP("trade", "{count} years"))
_CYCLES = (QT_TRANSLATE_NOOP("trade", "1 cycle"), QT_TRANSLATE_NOOP("trade", "{count} cycles"))


def kind_words(line: OrderLine) -> str:
    """What was bought; an act that buys nothing says what it does."""
    if line.kind is not None:
        return shown(line.kind.label)
    return "–" if line.act is None else shown(act_words(line.act.command))


def state_words(line: OrderLine) -> str:
    """The state, and that an act about it is in doubt."""
    if line.order is None and line.state is ItemState.DONE:
        return shown(text(_DONE))
    words = shown(line.state.label)
    if line.order is not None and line.doubtful:
        return shown(text(_DOUBTFUL, state=words))
    return words


def state_role(line: OrderLine) -> str:
    """The colour of the state; doubt is a warning whatever the order says."""
    return "warn" if line.doubtful else _ROLES.get(line.state, "warn")


def about_words(line: OrderLine) -> str:
    """The card, else the voucher, it is about."""
    return line.iccid or line.voucher or "–"


def amount_words(line: OrderLine) -> str:
    """How much was bought: cards, units, billing cycles, data."""
    count, size = line.quantity, line.size_kb
    if count is None:
        return "–"
    if size is not None:
        data = size_shown(size)
        return data if count == 1 else f"{count_shown(count)} × {data}"
    return "–" if line.kind is None else shown(_counted(_units(line), count))


def _units(line: OrderLine) -> tuple[str, str]:
    if line.kind in _UNITS:
        return _UNITS[line.kind]
    parts = voucher_or_none(line.voucher or "")
    by_cycle = {BillingCycle.MONTH: _MONTHS, BillingCycle.YEAR: _YEARS}
    return _CYCLES if parts is None else by_cycle.get(parts.cycle, _CYCLES)


def _counted(units: tuple[str, str], count: int) -> Text:
    if count == 1:
        return text(units[_ONE])
    return text(units[_MANY], count=count_shown(count))
