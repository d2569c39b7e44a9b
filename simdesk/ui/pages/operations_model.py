"""The operations of the desk and the cards of one of them, as Qt models."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from simdesk.models.operations import ItemRow, ItemState, OperationRow, OperationState
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.ui.text import count_shown, duration_shown, moment_shown, money_shown, shown

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The OperationRow or ItemRow behind an index."""

_STATE_WORDS = {
    OperationState.RUNNING: QT_TRANSLATE_NOOP("trade", "Running"),
    OperationState.STOPPING: QT_TRANSLATE_NOOP("trade", "Stopping"),
    OperationState.STOPPED: QT_TRANSLATE_NOOP("trade", "Stopped"),
    OperationState.FINISHED: QT_TRANSLATE_NOOP("trade", "Finished"),
}


def operation_role(row: OperationRow) -> str:
    """The colour role that tells how an operation stands."""
    if row.counts.get(ItemState.UNKNOWN) or row.counts.get(ItemState.NEEDS_HUMAN):
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


@dataclass(frozen=True)
class TableColumn:
    """A column: its heading, its words for a row, whether it holds numbers."""

    heading: Text
    words: Callable[[Any], str]
    numeric: bool = False


def _named(source: str) -> Text:
    return text(source)


_N = QT_TRANSLATE_NOOP
OPERATION_COLUMNS = (
    TableColumn(_named(_N("trade", "Operation")), lambda r: shown(r.request.action.label)),
    TableColumn(_named(_N("trade", "State")), lambda r: shown(text(_STATE_WORDS[r.state]))),
    TableColumn(_named(_N("trade", "Progress")), lambda r: ""),
    TableColumn(_named(_N("trade", "Cards")), lambda r: count_shown(r.total), numeric=True),
    TableColumn(_named(_N("trade", "Done")), lambda r: _number(r, ItemState.DONE), numeric=True),
    TableColumn(
        _named(_N("trade", "Refused")),
        lambda r: _number(r, ItemState.FAILED, ItemState.NOT_APPLIED),
        numeric=True,
    ),
    TableColumn(
        _named(_N("trade", "In doubt")),
        lambda r: _number(r, ItemState.UNKNOWN, ItemState.NEEDS_HUMAN),
        numeric=True,
    ),
    TableColumn(
        _named(_N("trade", "Not started")),
        lambda r: _number(r, ItemState.WITHDRAWN, ItemState.SKIPPED),
        numeric=True,
    ),
    TableColumn(_named(_N("trade", "Time left")), _left, numeric=True),
    TableColumn(
        _named(_N("trade", "Amount")),
        lambda r: "" if r.amount is None else money_shown(r.amount),
        numeric=True,
    ),
    TableColumn(_named(_N("trade", "Asked by")), lambda r: r.requested_by),
    TableColumn(_named(_N("trade", "Asked at")), lambda r: moment_shown(r.requested_at)),
)
PROGRESS_COLUMN = 2
STATE_COLUMN = 1

ITEM_COLUMNS = (
    TableColumn(_named(_N("trade", "ICCID")), lambda r: r.iccid),
    TableColumn(_named(_N("trade", "Result")), lambda r: shown(r.state.label)),
    TableColumn(_named(_N("trade", "Why")), lambda r: r.reason or ""),
    TableColumn(_named(_N("trade", "Code")), lambda r: r.code or ""),
    TableColumn(
        _named(_N("trade", "Price")),
        lambda r: "" if r.price is None else money_shown(r.price),
        numeric=True,
    ),
    TableColumn(_named(_N("trade", "Order")), lambda r: r.order_number or ""),
    TableColumn(
        _named(_N("trade", "Attempts")),
        lambda r: count_shown(r.attempts) if r.attempts else "–",
        numeric=True,
    ),
)


class RowsModel(QAbstractTableModel):
    """Rows that are replaced as they change; as many rows as before means no reset."""

    def __init__(
        self,
        columns: Sequence[TableColumn],
        role_of: Callable[[Any], str],
        state_column: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._role_of = role_of
        self._state_column = state_column
        self._rows: tuple[Any, ...] = ()

    @property
    def rows(self) -> tuple[Any, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows. The same number of rows keeps selection and scroll position."""
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                last = self.index(len(rows) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def append_rows(self, rows: Sequence[Any]) -> None:
        """Add rows at the end; what is shown stays where it is."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += tuple(rows)
        self.endInsertRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown(column.heading)}: {column.words(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.UserRole and index.column() == self._state_column:
            return self._role_of(row)
        return row if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def operations_model(parent: QObject | None = None) -> RowsModel:
    return RowsModel(OPERATION_COLUMNS, operation_role, STATE_COLUMN, parent)


def items_model(parent: QObject | None = None) -> RowsModel:
    def role(row: ItemRow) -> str:
        return item_role(row.state)

    return RowsModel(ITEM_COLUMNS, role, 1, parent)
