"""Which cards are selected: by card id, through sorting, filtering and refreshing."""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication

from simdesk.ui.cards.table_model import CardTableModel

Span = tuple[int, int]
"""First and last row, both included."""

_ROWS = QItemSelectionModel.SelectionFlag.Rows
_ANEW = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, without overlaps or gaps of nothing between them."""
    result: list[Span] = []
    for first, last in sorted(spans):
        if result and first <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(result[-1][1], last))
        else:
            result.append((first, last))
    return result


class CardSelection(QObject):
    """Reads Qt's selection by its ranges only, and remembers it as card ids.

    `hidden` are cards that were selected when a filter took them from sight: nothing is done to
    them, and they are selected again when they come back.
    """

    changed = Signal()

    def __init__(
        self, model: CardTableModel, rows: QItemSelectionModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._rows = rows
        self._spans: list[Span] = []
        self._starts: list[int] = []
        self._restoring = False
        self._remembered: frozenset[int] = frozenset()
        self._current: int | None = None
        self.hidden: frozenset[int] = frozenset()
        rows.selectionChanged.connect(self._on_rows_selected)
        model.about_to_change.connect(self._on_about_to_change)
        model.ids_changed.connect(self._on_ids_changed)

    @property
    def spans(self) -> list[Span]:
        return self._spans

    @property
    def count(self) -> int:
        return sum(last - first + 1 for first, last in self._spans)

    @property
    def everything(self) -> bool:
        """Every card of the table is selected, and there is one."""
        return bool(self._spans) and self.count == len(self._model.ids)

    def ids(self) -> "array[int]":
        """The selected cards in the table's order."""
        ids = self._model.ids
        result = array("q")
        for first, last in self._spans:
            result.extend(ids[first : last + 1])
        return result

    def has(self, row: int) -> bool:
        at = bisect_right(self._starts, row) - 1
        return at >= 0 and row <= self._spans[at][1]

    def select(self, card_ids: Collection[int]) -> None:
        """Select these cards and no others; those not in the table become `hidden`."""
        self._select(frozenset(card_ids))

    def clear(self) -> None:
        self.hidden = frozenset()
        self._rows.clearSelection()

    def _on_rows_selected(self) -> None:
        self._read()
        if self._restoring:
            return
        if self.hidden and not QGuiApplication.keyboardModifiers() & _ADDING:
            self.hidden = frozenset()
        self.changed.emit()

    def _read(self) -> None:
        self._spans = merged((one.top(), one.bottom()) for one in self._rows.selection().toList())
        self._starts = [first for first, _ in self._spans]

    def _on_about_to_change(self) -> None:
        self._remembered = frozenset(self.ids()) | self.hidden
        self._current = self._model.id_at(self._rows.currentIndex().row())
        self._restoring = True

    def _on_ids_changed(self) -> None:
        if self._current is not None and self._current in self._model.ids:
            row = self._model.ids.index(self._current)
            index = self._model.index(row, max(self._rows.currentIndex().column(), 0))
            self._rows.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._select(self._remembered)

    def _select(self, card_ids: frozenset[int]) -> None:
        self._restoring = True
        rows: list[Span] = []
        if card_ids:
            rows = merged((row, row) for row, one in enumerate(self._model.ids) if one in card_ids)
        wanted = QItemSelection()
        last_column = self._model.columnCount() - 1
        for first, last in rows:
            top, bottom = self._model.index(first, 0), self._model.index(last, last_column)
            wanted.append(QItemSelectionRange(top, bottom))
        if rows or self._spans:
            self._rows.select(wanted, _ANEW)
        self._restoring = False
        self._read()
        missing = len(card_ids) - self.count
        self.hidden = card_ids - frozenset(self.ids()) if missing else frozenset()
        self.changed.emit()
