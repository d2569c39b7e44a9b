"""Rows of a short list as a Qt model: columns say their words, one column has a state.

Rows come in the order a service tells them; a header sorts them, a word narrows them.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from simdesk.models.texts import Text
from simdesk.ui.text import shown

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The row behind an index."""


@dataclass(frozen=True)
class ListColumn:
    """A column: its heading, its words for a row, whether it holds numbers, its first width.

    `key` is what it sorts by, its words when absent; None in it sorts last. `tip` is what the
    tool tip says, the words when absent.
    """

    heading: Text
    words: Callable[[Any], str]
    numeric: bool = False
    width: int = 90
    key: Callable[[Any], Any] | None = None
    tip: Callable[[Any], str] | None = None

    def sorted(self, rows: Sequence[Any], *, descending: bool) -> list[Any]:
        """The rows by this column; those without a value come last either way."""
        key = self.key or (lambda row: self.words(row).casefold())
        known = [row for row in rows if key(row) is not None]
        unknown = [row for row in rows if key(row) is None]
        return sorted(known, key=key, reverse=descending) + unknown


class RowsModel(QAbstractTableModel):
    """Rows that are replaced as they change; as many rows as before means no reset.

    `identify` tells which row is the same thing as one shown before.
    """

    def __init__(
        self,
        columns: Sequence[ListColumn],
        role_of: Callable[[Any], str],
        state_column: int | None = None,
        parent: QObject | None = None,
        *,
        identify: Callable[[Any], Hashable] = id,
    ) -> None:
        super().__init__(parent)
        self.identify = identify
        self._columns = columns
        self._role_of = role_of
        self._state_column = state_column
        self._told: tuple[Any, ...] = ()
        self._rows: tuple[Any, ...] = ()
        self._words = ""
        self._sorting: tuple[int, bool] | None = None

    @property
    def columns(self) -> Sequence[ListColumn]:
        return self._columns

    @property
    def rows(self) -> tuple[Any, ...]:
        return self._rows

    @property
    def told(self) -> tuple[Any, ...]:
        """All rows, also those that the words leave out."""
        return self._told

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows. The same number of rows keeps selection and scroll position."""
        self._told = tuple(rows)
        self._replace(self._wanted())

    def narrow(self, words: str) -> None:
        """Show only rows that say `words` in some column."""
        self._words = words.strip().casefold()
        self._replace(self._wanted())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 for the order in which the rows were told."""
        descending = order is Qt.SortOrder.DescendingOrder
        self._sorting = None if column < 0 else (column, descending)
        self.layoutAboutToBeChanged.emit()
        before, self._rows = self._rows, self._wanted()
        places = {id(row): place for place, row in enumerate(self._rows)}
        held = self.persistentIndexList()
        moved = [self.index(places[id(before[one.row()])], one.column()) for one in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _wanted(self) -> tuple[Any, ...]:
        rows = [row for row in self._told if not self._words or self._says(row)]
        if self._sorting is not None:
            column, descending = self._sorting
            rows = self._columns[column].sorted(rows, descending=descending)
        return tuple(rows)

    def _says(self, row: Any) -> bool:  # noqa: ANN401 - a row of any page
        return any(self._words in column.words(row).casefold() for column in self._columns)

    def _replace(self, rows: tuple[Any, ...]) -> None:
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def append_rows(self, rows: Sequence[Any]) -> None:
        """Add rows at the end; what is shown stays where it is."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._told += tuple(rows)
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
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            none = self.tr("none")  # Qt's tools read no strings within strings
            return f"{shown(column.heading)}: {column.words(row) or none}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.UserRole and index.column() == self._state_column:
            return self._role_of(row)
        return row if role == ROW_ROLE else None

    def _described(self, row: Any, place: int) -> str:  # noqa: ANN401 - a row of any page
        """What the row is about, which its first column says, and what the cell adds by a tip."""
        first, column = self._columns[0], self._columns[place]
        tip = "" if column.tip is None else column.tip(row)
        parts = [f"{shown(first.heading)}: {first.words(row)}"] if place else []
        if tip and tip != column.words(row):
            parts.append(tip)
        return ". ".join(parts)

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
