"""Which cards are selected: by card id, through sorting, filtering and refreshing."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication

from simdesk.services.card_ids import IdSet, RowSet, Span, in_spans, row_of
from simdesk.ui.cards.card_rows import CardRows, spans_of
from simdesk.ui.cards.table_model import CardTableModel

MOST_RANGES = 2_000
"""More runs of rows than this are kept beside Qt's selection, not in it."""

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
    them, and they are selected again when they come back. Runs of rows are kept as spans; where
    there are too many of them, as one flag for each row.
    """

    changed = Signal()

    def __init__(
        self, model: CardTableModel, rows: CardRows, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._rows = rows
        self._spans: list[Span] = []
        self._starts: list[int] = []
        self._whole: RowSet | None = None
        """All selected rows, where some of them are scattered."""
        self._ids: array[int] | None = None
        self._restoring = False
        self._remembered: IdSet | None = None
        self._hidden: IdSet | None = None
        self._current: int | None = None
        self._awaited = False
        """The current card is not among the first rows; it may be in the rest of the result."""
        model.selected_beside = self._has_beside
        rows.selectionChanged.connect(self._on_rows_selected)
        rows.scattered_changed.connect(self._on_rows_selected)
        rows.currentChanged.connect(self._on_current_changed)
        model.about_to_change.connect(self._on_about_to_change)
        model.ids_changed.connect(self._on_ids_changed)

    @property
    def hidden(self) -> AbstractSet[int]:
        return frozenset() if self._hidden is None else self._hidden

    @property
    def spans(self) -> list[Span]:
        return self._spans if self._whole is None else self._whole.spans()

    @property
    def scattered(self) -> bool:
        """Qt knows only a part of what is selected, or nothing of it."""
        return self._whole is not None

    @property
    def count(self) -> int:
        if self._whole is not None:
            return self._whole.count
        return sum(last - first + 1 for first, last in self._spans)

    @property
    def everything(self) -> bool:
        """Every card of the table is selected, and there is one."""
        return bool(self.count) and self.count == len(self._model.ids)

    def ids(self) -> "array[int]":
        """The selected cards in the table's order, made once for each selection; do not change."""
        if self._ids is None:
            ids, whole = self._model.ids, self._whole
            self._ids = in_spans(ids, self._spans) if whole is None else whole.pick(ids)
        return self._ids

    def has(self, row: int) -> bool:
        if self._whole is not None:
            return self._whole.has(row)
        at = bisect_right(self._starts, row) - 1
        return at >= 0 and row <= self._spans[at][1]

    def _has_beside(self, row: int) -> bool:
        # A reader of the screen asks Qt what is selected, and of scattered rows Qt knows nothing.
        return self._whole is not None and self._whole.has(row)

    def select(self, card_ids: Iterable[int]) -> None:
        """Select these cards and no others; those not in the table become `hidden`."""
        self._select(IdSet(card_ids))

    def select_all(self) -> None:
        """Select every card of the table, loaded or not."""
        self._put([(0, len(self._model.ids) - 1)] if self._model.ids else [])
        self._hidden = None
        self.changed.emit()

    def invert(self) -> None:
        """Select what is not selected, and nothing else; hidden cards are forgotten."""
        rows = RowSet.of(self.spans, len(self._model.ids)) if self._whole is None else self._whole
        self._put_rows(rows.turned([(0, len(rows) - 1)]))
        self._hidden = None
        self.changed.emit()

    def clear(self) -> None:
        self._put([])
        self._hidden, self._awaited = None, False
        self.changed.emit()

    def settle(self) -> None:
        """The whole result is in the table: what is not in it is waited for no longer."""
        self._awaited = False

    def _on_rows_selected(self) -> None:
        self._read()
        if self._restoring:
            return
        self._awaited = False
        if self.hidden and not QGuiApplication.keyboardModifiers() & _ADDING:
            self._hidden = None
        self.changed.emit()

    def _read(self) -> None:
        self._keep(merged(spans_of(self._rows.selection())))

    def _keep(self, spans: list[Span]) -> None:
        scattered = self._rows.scattered
        self._spans = spans
        self._starts = [first for first, _ in spans]
        self._whole = None if scattered is None else scattered.painted(spans, True)
        self._ids = None

    def _on_current_changed(self) -> None:
        if not self._restoring:
            self._awaited = False  # another card was gone to meanwhile

    def _on_about_to_change(self) -> None:
        self._remembered = IdSet(self.ids()) if self.count else None
        if self._hidden is not None:
            self._remembered = self._hidden.with_(self._remembered or self._hidden)
        if not self._awaited:
            self._current = self._model.id_at(self._rows.currentIndex().row())
        self._restoring = True

    def _on_ids_changed(self) -> None:
        row = None if self._current is None else row_of(self._model.ids, self._current)
        self._awaited = self._current is not None and row is None
        if row is not None:
            index = self._model.index(row, max(self._rows.currentIndex().column(), 0))
            # Quietly: a view that hears of it scrolls there, and nobody asked it to move.
            self._rows.blockSignals(True)
            self._rows.setCurrentIndex(index, _NOTHING)
            self._rows.blockSignals(False)
        self._select(self._remembered)

    def _select(self, card_ids: IdSet | None) -> None:
        if card_ids:
            self._put_rows(card_ids.rows_in(self._model.ids))
        elif self.count:
            self._put([])
        self._restoring = False
        self._ids = None
        missing = card_ids is not None and len(card_ids) > self.count
        self._hidden = card_ids.without(self._model.ids) if card_ids and missing else None
        self.changed.emit()

    def _put_rows(self, rows: RowSet) -> None:
        spans = rows.few_spans(MOST_RANGES)
        self._put([] if spans is None else spans, rows if spans is None else None)

    def _put(self, spans: list[Span], scattered: RowSet | None = None) -> None:
        """Select these rows and no others; the current cell stays."""
        wanted = QItemSelection()
        last_column = self._model.columnCount() - 1
        for first, last in spans:
            top, bottom = self._model.spot(first, 0), self._model.spot(last, last_column)
            wanted.append(QItemSelectionRange(top, bottom))
        row, column = self._rows.currentIndex().row(), self._rows.currentIndex().column()
        # From one selection of many ranges to another Qt compares every range with every other,
        # and a view that hears of it looks up each: so from nothing, and quietly.
        self._rows.blockSignals(True)
        self._rows.scattered = None
        self._rows.reset()
        if row >= 0:
            self._rows.setCurrentIndex(self._model.spot(row, column), _NOTHING)
        self._rows.select(wanted, QItemSelectionModel.SelectionFlag.Select)
        self._rows.scattered = scattered
        self._rows.blockSignals(False)
        self._keep(spans)
