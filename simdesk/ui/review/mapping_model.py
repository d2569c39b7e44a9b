"""The columns of a spreadsheet as a Qt model: what each says, and the field it shall tell."""

from collections.abc import Callable
from collections.abc import Mapping as AnyMapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from simdesk.models.sheet_checks import column_doubt, column_trouble
from simdesk.models.sheet_fields import UNITS, SheetKind, Unit, sheet_field
from simdesk.models.sheet_mapping import ColumnGuess, MappedColumn, Mapping, SheetGuess
from simdesk.models.sheets import column_letters
from simdesk.models.texts import Text
from simdesk.ui.review.fields import field_words
from simdesk.ui.text import shown

Index = QModelIndex | QPersistentModelIndex
LETTERS, TITLE, EXAMPLES, FIELD, UNIT, NOTE = range(6)
ROLE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The role of the theme that a cell is written in; "" for plain text."""
_ROOT = QModelIndex()


class MappingModel(QAbstractTableModel):
    """`changed` tells that another field or unit was chosen somewhere."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: SheetGuess | None = None
        self._keys: list[str | None] = []
        self._units: list[Unit] = []

    def show_sheet(self, sheet: SheetGuess, mapping: Mapping) -> None:
        """Show the columns of `sheet`, each with the field that `mapping` gives it."""
        self.beginResetModel()
        self._sheet = sheet
        chosen = {column.index: column for column in mapping.columns}
        self._keys = [
            chosen[one.index].key if one.index in chosen else None for one in sheet.columns
        ]
        self._units = [
            chosen[one.index].unit if one.index in chosen else one.unit for one in sheet.columns
        ]
        self.endResetModel()
        self.changed.emit()

    @property
    def columns(self) -> tuple[ColumnGuess, ...]:
        return () if self._sheet is None else self._sheet.columns

    def chosen(self) -> tuple[MappedColumn, ...]:
        """The columns that tell something, as they are chosen now."""
        rows = zip(self.columns, self._keys, self._units, strict=True)
        return tuple(MappedColumn(one.index, key, unit) for one, key, unit in rows if key)

    def key(self, row: int) -> str | None:
        return self._keys[row]

    def unit(self, row: int) -> Unit:
        return self._units[row]

    def sized(self, row: int) -> bool:
        """The column at `row` tells sizes, so its plain numbers have a unit."""
        key = self._keys[row]
        known = None if key is None else sheet_field(key)
        return known is not None and known.kind is SheetKind.SIZE

    def choose(self, row: int, key: str | None) -> None:
        """Let the column at `row` tell this field; None for none."""
        if self._keys[row] != key:
            self._keys[row] = key
            self._tell()

    def choose_unit(self, row: int, unit: Unit) -> None:
        if self._units[row] != unit:
            self._units[row] = unit
            self._tell()

    def _tell(self) -> None:
        # Another row may be told of the same field now, or no more.
        last = self.index(self.rowCount() - 1, NOTE)
        self.dataChanged.emit(self.index(0, 0), last)
        self.changed.emit()

    def trouble(self, row: int) -> Text | None:
        """What is wrong with the field of this column."""
        key = self._keys[row]
        same = [at for at, other in enumerate(self._keys) if other == key and at != row]
        others = [self.columns[at] for at in same]
        return column_trouble(self.columns[row], key, others)

    # As Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else NOTE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, place = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(row, place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heading(place)}: {self._words(row, place)}"
        if role == Qt.ItemDataRole.EditRole:
            return self._keys[row] if place == FIELD else self._units[row]
        return self._role(row, place) if role == ROLE_ROLE else None

    def _words(self, row: int, place: int) -> str:
        column = self.columns[row]
        words: AnyMapping[int, Callable[[], str]] = {
            LETTERS: lambda: column_letters(column.index),
            TITLE: lambda: column.title,
            EXAMPLES: lambda: "  ·  ".join(dict.fromkeys(column.examples)),
            FIELD: lambda: field_words(self._keys[row]),
            UNIT: lambda: self._units[row] if self.sized(row) else "",
            NOTE: lambda: self._note(row),
        }
        return words[place]()

    def _note(self, row: int) -> str:
        trouble = self.trouble(row)
        if trouble is not None:
            return shown(trouble)
        if column_doubt(self.columns[row], self._keys[row]):
            return self.tr("Guessed from its values")
        return self.tr("A total: only days are charted") if self._totals(row) else ""

    def _totals(self, row: int) -> bool:
        return (self._keys[row] or "").startswith("month.")

    def _role(self, row: int, place: int) -> str:
        if place == NOTE:
            plain = "muted" if self._totals(row) else "warn"
            return plain if self.trouble(row) is None else "bad"
        if place == FIELD and self._keys[row] is not None:
            return "bad" if self.trouble(row) is not None else "text"
        return "text" if place in (TITLE, UNIT) else "muted"

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        if index.isValid() and self.editable(index.row(), index.column()):
            return plain | Qt.ItemFlag.ItemIsEditable
        return plain

    def editable(self, row: int, place: int) -> bool:
        """There is something to choose in this cell."""
        return place == FIELD or (place == UNIT and self.sized(row))

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if index.column() == FIELD and (value is None or sheet_field(value) is not None):
            self.choose(index.row(), value)
            return True
        if index.column() == UNIT and value in UNITS:
            self.choose_unit(index.row(), value)
            return True
        return False

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        return None

    def _heading(self, place: int) -> str:
        return (
            self.tr("Column"),
            self.tr("Title in the file"),
            self.tr("Examples"),
            self.tr("Tells"),
            self.tr("Numbers in"),
            self.tr("Note"),
        )[place]
