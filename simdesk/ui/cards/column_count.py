"""How many different values the current cell's column has, for the line of facts."""

from array import array

from PySide6.QtCore import QObject, QTimer, Signal

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.value_counts import GROUPED
from simdesk.ui.cards.columns import ORDERED, Column
from simdesk.ui.cards.presenter import CardsPresenter
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.context import Context
from simdesk.ui.text import count_shown, shown

PAUSE_MS = 250
"""Columns that the arrow keys pass over are not counted."""
MOST_CARDS = 100_000
"""Without the cards in memory, more than these are not counted for a line at the foot; nor are
texts that most cards have of their own, which take a second and tell little."""
_OWN = frozenset({FieldKind.ID, FieldKind.WORDS})


class ColumnCount(QObject):
    """Counts on the selected cards where there are several, else on all that match."""

    told = Signal(str)
    """Words such as `Carrier: 4 values`; empty where there is nothing to tell."""

    def __init__(
        self, context: Context, table: CardTableView, presenter: CardsPresenter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self._presenter = presenter
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._on_due)
        self._column: int | None = None
        table.selectionModel().currentChanged.connect(self._on_current_changed)
        table.selected.changed.connect(self._soon.start)
        presenter.searched.connect(self._soon.start)

    def _on_current_changed(self) -> None:
        column = self._table.currentIndex().column()
        if column != self._column:
            self._column = column
            self.told.emit("")  # what is told is of another column
            self._soon.start()

    def _on_due(self) -> None:
        index = self._table.currentIndex()
        column = ORDERED[index.column()] if index.isValid() else None
        ids = self._ids()
        if column is None or not ids or not self._worth_counting(column.field, len(ids)):
            self._context.tasks.cancel("values of the column")
            self.told.emit("")
            return
        counting = self._count(column, ids)
        self._context.tasks.start("values of the column", counting, replace=True)

    def _ids(self) -> "array[int]":
        selected = self._table.selected
        return selected.ids() if selected.count > 1 else self._table.cards.ids

    def _worth_counting(self, field: str | None, count: int) -> bool:
        if field is None or field not in GROUPED:
            return False
        prepared = self._context.desk.cards.prepared and FIELDS[field].kind not in _OWN
        return count <= MOST_CARDS or prepared

    async def _count(self, column: Column, ids: "array[int]") -> None:
        assert column.field is not None
        found = await self._context.desk.cards.value_counts(ids, column.field, limit=1)
        words = self.tr("{column}: {count} different")
        if found.different == 1:
            words = self.tr("{column}: all the same")
        self.told.emit(words.format(column=shown(column.title), count=count_shown(found.different)))
