"""The operations of the desk and the cards of one of them, as Qt models."""

from PySide6.QtCore import QObject

from simdesk.models.operations import Hold, ItemRow, ItemState, OperationRow, OperationState
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.kept import kept
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.pages.operations_words import state_words
from simdesk.ui.text import count_shown, duration_shown, moment_shown, money_shown, shown


def operation_role(row: OperationRow) -> str:
    """The colour role that tells how an operation stands."""
    if row.counts.get(ItemState.UNKNOWN) or row.counts.get(ItemState.NEEDS_HUMAN):
        return "warn"
    if row.state is OperationState.RUNNING and row.hold is Hold.PAUSED:
        return "warn"
    if row.counts.get(ItemState.FAILED) or row.counts.get(ItemState.NOT_APPLIED):
        return "bad"
    if row.state in (OperationState.RUNNING, OperationState.STOPPING):
        return "info"
    return "ok" if row.state is OperationState.FINISHED else "muted"


def item_role(state: ItemState) -> str:
    """The colour role of one card's state in an operation."""
    if state is ItemState.DONE:
        return "ok"
    if state in (ItemState.FAILED, ItemState.NOT_APPLIED):
        return "bad"
    if state in (ItemState.UNKNOWN, ItemState.NEEDS_HUMAN):
        return "warn"
    if state in (ItemState.SENDING, ItemState.ACCEPTED):
        return "info"
    return "muted"


def _number(row: OperationRow, *states: ItemState) -> str:
    count = sum(row.counts.get(state, 0) for state in states)
    return count_shown(count) if count else "–"


def _left(row: OperationRow) -> str:
    if row.state is not OperationState.RUNNING or row.seconds_left is None:
        return ""
    return duration_shown(row.seconds_left)


OPERATION_COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Operation")),
        lambda r: shown(r.request.action.label),
        width=132,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "State")),
        lambda r: shown(state_words(r)),
        width=206,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Progress")), lambda r: "", width=100),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Cards")),
        lambda r: count_shown(r.total),
        numeric=True,
        width=68,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Done")),
        lambda r: _number(r, ItemState.DONE),
        numeric=True,
        width=68,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Refused")),
        lambda r: _number(r, ItemState.FAILED, ItemState.NOT_APPLIED),
        numeric=True,
        width=72,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "In doubt")),
        lambda r: _number(r, ItemState.UNKNOWN, ItemState.NEEDS_HUMAN),
        numeric=True,
        width=78,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Not started")),
        lambda r: _number(r, ItemState.WITHDRAWN, ItemState.SKIPPED),
        numeric=True,
        width=96,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Time left")), _left, numeric=True, width=84),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Amount")),
        lambda r: "" if r.amount is None else money_shown(r.amount),
        numeric=True,
        width=92,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Asked by")), lambda r: r.requested_by, width=84),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Asked at")),
        lambda r: moment_shown(r.requested_at),
        width=150,
    ),
)
STATE_COLUMN, PROGRESS_COLUMN = 1, 2

ITEM_COLUMNS = (
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "ICCID")), lambda r: r.iccid, width=200),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Result")), lambda r: shown(r.state.label), width=190
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Why")), lambda r: kept(r.reason), width=340),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Code")), lambda r: r.code or "", width=190),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Price")),
        lambda r: "" if r.price is None else money_shown(r.price),
        numeric=True,
        width=96,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Order")), lambda r: r.order_number or "", width=150
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Attempts")),
        lambda r: count_shown(r.attempts) if r.attempts else "–",
        numeric=True,
    ),
)
ICCID_COLUMN, RESULT_COLUMN, WHY_COLUMN = 0, 1, 2
CODE_COLUMNS = (3, 5)


def operations_model(parent: QObject | None = None) -> RowsModel:
    return RowsModel(OPERATION_COLUMNS, operation_role, STATE_COLUMN, parent)


def items_model(parent: QObject | None = None) -> RowsModel:
    def role(row: ItemRow) -> str:
        return item_role(row.state)

    return RowsModel(ITEM_COLUMNS, role, RESULT_COLUMN, parent)
