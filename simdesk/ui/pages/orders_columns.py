"""The columns of the orders."""

from PySide6.QtCore import QObject

from simdesk.models.order_list import OrderLine
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.order_words import (
    about_words,
    amount_words,
    kind_words,
    state_role,
    state_words,
)
from simdesk.ui.text import moment_shown, money_shown, shown

_NO_ORDER = QT_TRANSLATE_NOOP("trade", "no order")


def _number(line: OrderLine) -> str:
    return line.number or shown(text(_NO_ORDER))


COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Order")),
        _number,
        width=186,
        key=lambda line: line.number,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Type")), kind_words, width=166),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "State")), state_words, width=170),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Money")),
        lambda line: "–" if line.price is None else money_shown(line.price),
        numeric=True,
        width=116,
        key=lambda line: None if line.price is None else (line.price.currency, line.price.minor),
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Card or voucher")), about_words, width=210),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Quantity")),
        amount_words,
        numeric=True,
        width=104,
        key=lambda line: line.size_kb or line.quantity,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Created")),
        lambda line: moment_shown(line.created_at),
        width=146,
        key=lambda line: line.created_at,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Paid")),
        lambda line: "–" if line.paid_at is None else moment_shown(line.paid_at),
        width=146,
        key=lambda line: line.paid_at,
    ),
)
ORDER_COLUMN, STATE_COLUMN, ABOUT_COLUMN = 0, 2, 4


def orders_model(parent: QObject | None = None) -> RowsModel:
    """The lines of the list, newest first."""
    return RowsModel(COLUMNS, state_role, STATE_COLUMN, parent, identify=lambda line: line.key)
