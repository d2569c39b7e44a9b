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

_NOTHING = QItemSelectionModel.SelectionFlag.NoUpdate
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
        self._awaited = False
        """The current card is not among the first rows; it may be in the rest of the result."""
        self.hidden: frozenset[int] = frozenset()
        rows.selectionChanged.connect(self._on_rows_selected)
        rows.currentChanged.connect(self._on_current_changed)
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

    def select_all(self) -> None:
        """Select every card of the table, loaded or not."""
        self._put([(0, len(self._model.ids) - 1)] if self._model.ids else [])
        self.hidden = frozenset()
        self.changed.emit()

    def clear(self) -> None:
        self.hidden = frozenset()
        self._rows.clearSelection()

    def settle(self) -> None:
        """The whole result is in the table: what is not in it is waited for no longer."""
        self._awaited = False

    def _on_rows_selected(self) -> None:
        self._read()
        if self._restoring:
            return
        self._awaited = False
        if self.hidden and not QGuiApplication.keyboardModifiers() & _ADDING:
            self.hidden = frozenset()
        self.changed.emit()

    def _read(self) -> None:
        self._keep(merged((one.top(), one.bottom()) for one in self._rows.selection().toList()))

    def _keep(self, spans: list[Span]) -> None:
        self._spans = spans
        self._starts = [first for first, _ in spans]

    def _on_current_changed(self) -> None:
        if not self._restoring:
            self._awaited = False  # another card was gone to meanwhile

    def _on_about_to_change(self) -> None:
        self._remembered = frozenset(self.ids()) | self.hidden
        if not self._awaited:
            self._current = self._model.id_at(self._rows.currentIndex().row())
        self._restoring = True

    def _on_ids_changed(self) -> None:
        self._awaited = self._current is not None and self._current not in self._model.ids
        if self._current is not None and not self._awaited:
            row = self._model.ids.index(self._current)
            index = self._model.index(row, max(self._rows.currentIndex().column(), 0))
            # Quietly: a view that hears of it scrolls there, and nobody asked it to move.
            self._rows.blockSignals(True)
            self._rows.setCurrentIndex(index, _NOTHING)
            self._rows.blockSignals(False)
        self._select(self._remembered)

    def _select(self, card_ids: frozenset[int]) -> None:
        if card_ids or self._spans:
            self._put(_runs(self._model.ids, card_ids) if card_ids else [])
        self._restoring = False
        missing = len(card_ids) - self.count
        self.hidden = card_ids - frozenset(self.ids()) if missing else frozenset()
        self.changed.emit()

    def _put(self, spans: list[Span]) -> None:
        """Select these rows and no others; the current cell stays."""
        wanted = QItemSelection()
        last_column = self._model.columnCount() - 1
        for first, last in spans:
            top, bottom = self._model.spot(first, 0), self._model.spot(last, last_column)
            wanted.append(QItemSelectionRange(top, bottom))
        row, column = self._rows.currentIndex().row(), self._rows.currentIndex().column()
        # From one scattered selection to another Qt compares every range with every other, and a
        # view that hears of it looks up each: so from nothing, and quietly.
        self._rows.blockSignals(True)
        self._rows.reset()
        if row >= 0:
            self._rows.setCurrentIndex(self._model.spot(row, column), _NOTHING)
        self._rows.select(wanted, QItemSelectionModel.SelectionFlag.Select)
        self._rows.blockSignals(False)
        self._keep(spans)


def _runs(ids: "array[int]", wanted: frozenset[int]) -> list[Span]:
    """The rows of the wanted cards, as spans in order."""
    found: list[Span] = []
    first = -1
    for row, card_id in enumerate(ids):
        if card_id in wanted:
            first = row if first < 0 else first
        elif first >= 0:
            found.append((first, row - 1))
            first = -1
    return [*found, (first, len(ids) - 1)] if first >= 0 else found
