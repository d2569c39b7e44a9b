"""The exported files as a Qt model: rows come, change and go in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.export_words import ExportRow, ExportState
from simdesk.ui.cards.look import Shape
from simdesk.ui.text import count_shown, moment_shown, shown, size_shown

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The ExportRow behind an index."""
_LOOKS = {
    ExportState.WAITING: ("info", Shape.RING),
    ExportState.GENERATING: ("info", Shape.DISC),
    ExportState.COMPLETED: ("ok", Shape.DISC),
    ExportState.FAILED: ("bad", Shape.SQUARE),
    ExportState.CANCELLED: ("final", Shape.CROSS),
    ExportState.EXPIRED: ("final", Shape.BAR),
}


def state_look(state: ExportState) -> tuple[str, Shape]:
    """Role and shape of an export's state."""
    return _LOOKS[state]


def state_words(row: ExportRow) -> str:
    """The state, and how far it is while it goes on."""
    words = shown(row.state.label)
    share = done_share(row)
    return words if share is None else f"{words} {share} %"


def done_share(row: ExportRow) -> int | None:
    """Whole percent of the rows that are written; None while there is nothing to tell."""
    if row.state is not ExportState.GENERATING or row.total is None:
        return None
    return row.rows * 100 // row.total if row.total else 100


def _range(row: ExportRow) -> str:
    return str(row.first) if row.first == row.last else f"{row.first} – {row.last}"


def _daily(row: ExportRow) -> str:
    return shown(
        text(QT_TRANSLATE_NOOP("trade", "Yes"))
        if row.daily
        else text(QT_TRANSLATE_NOOP("trade", "No"))
    )


_WRITTEN = (ExportState.COMPLETED, ExportState.EXPIRED)


def _rows(row: ExportRow) -> str:
    if row.state.open and row.total is not None:
        return f"{count_shown(row.rows)} / {count_shown(row.total)}"
    return count_shown(row.rows) if row.state in _WRITTEN else "–"


@dataclass(frozen=True)
class FileColumn:
    """A column: its heading, its words for a row, its width, whether it holds numbers."""

    heading: Text
    words: Callable[[ExportRow], str]
    width: int
    numeric: bool = False


COLUMNS = (
    FileColumn(text(QT_TRANSLATE_NOOP("trade", "File name")), lambda r: r.name, 210),
    FileColumn(text(QT_TRANSLATE_NOOP("trade", "State")), state_words, 170),
    FileColumn(text(QT_TRANSLATE_NOOP("trade", "Content")), lambda r: shown(r.content), 210),
    FileColumn(text(QT_TRANSLATE_NOOP("trade", "Rows")), _rows, 140, numeric=True),
    FileColumn(
        text(QT_TRANSLATE_NOOP("trade", "Size")),
        lambda r: size_shown(-(-r.size // 1024)) if r.state is ExportState.COMPLETED else "–",
        84,
        numeric=True,
    ),
    FileColumn(text(QT_TRANSLATE_NOOP("trade", "Traffic months")), _range, 140),
    FileColumn(text(QT_TRANSLATE_NOOP("trade", "Daily usage")), _daily, 104),
    FileColumn(
        text(QT_TRANSLATE_NOOP("trade", "Created")), lambda r: moment_shown(r.created_at), 146
    ),
    FileColumn(
        text(QT_TRANSLATE_NOOP("trade", "Finished")),
        lambda r: "–" if r.finished_at is None else moment_shown(r.finished_at),
        146,
    ),
)
NAME_COLUMN, STATE_COLUMN, CONTENT_COLUMN = range(3)


class ExportsModel(QAbstractTableModel):
    """Keeps selection and scroll position: what stays is never taken away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ExportRow] = []

    @property
    def rows(self) -> tuple[ExportRow, ...]:
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[ExportRow]) -> None:
        """Show these exports, newest first; an export never changes its place."""
        wanted = {row.id for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            if place < len(self._rows) and self._rows[place].id == row.id:
                self._change(place, row)
            else:
                self.beginInsertRows(QModelIndex(), place, place)
                self._rows.insert(place, row)
                self.endInsertRows()

    def _change(self, place: int, row: ExportRow) -> None:
        if self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown(column.heading)}: {column.words(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return row if role == ROW_ROLE else None

    def _tip(self, row: ExportRow, column: int) -> str:
        if column == NAME_COLUMN:
            return str(row.path)
        if column == STATE_COLUMN and row.error is not None:
            return shown(row.error)
        return COLUMNS[column].words(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
