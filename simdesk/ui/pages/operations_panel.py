"""The operations panel: what was asked of many cards, how far it is, and what became of each."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.filters import CardFilter
from simdesk.models.operations import ItemState, OperationRow, OperationState
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.dialogs.acting import open_retry
from simdesk.ui.listing.cells import StateDelegate
from simdesk.ui.listing.table import ListTable
from simdesk.ui.pages.operations_items import ItemsView
from simdesk.ui.pages.operations_model import (
    PROGRESS_COLUMN,
    STATE_COLUMN,
    operations_model,
)
from simdesk.ui.pages.operations_painting import ProgressDelegate
from simdesk.ui.spaced import Spaced
from simdesk.ui.theme import LARGE, SMALL

_LOAD = "operations"
_SOON_MS, _SPACING_MS = 100, 250
"""What moves is read again four times a second: as often as an eye follows numbers."""


class OperationsPanel(QWidget):
    """Above the operations, newest first; below the cards of the chosen one."""

    cards_wanted = Signal(object)
    """A CardFilter of one operation's cards."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._moved_unseen = False
        self._reloading = Spaced(self._reload, _SOON_MS, _SPACING_MS, self)
        self._model = operations_model(self)
        # Each part is born where it stays: one that moves is dressed twice.
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._upper = QWidget(self._split)
        self._table = self._build_table()
        self._items = ItemsView(context, self._split)
        self._items.cards_wanted.connect(self.cards_wanted)
        self._stop = self._button(self.tr("Stop sending"), "stop", self._on_stop_clicked)
        self._retry = self._button(self.tr("Retry failures…"), "redo", self._on_retry_clicked)
        self._settle = self._button(self.tr("Read cards in doubt"), "sync", self._on_settle_clicked)
        self._show = self._button(self.tr("Show its cards"), "cards", self._on_show_clicked)
        self._empty = QLabel(
            self.tr("Nothing has been asked of the provider yet. Choose cards and an action."),
            self._upper,
        )
        self._empty.setObjectName("muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        self._table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        context.bridge.operations_changed.connect(self._on_operations_changed)
        self._refresh_buttons()

    def load(self) -> None:
        """Read the operations from the desk."""
        self._context.tasks.start(_LOAD, self._load(), replace=False)

    def select(self, operation_id: str) -> None:
        """Choose one operation as soon as it is listed."""
        self._context.tasks.start(_LOAD, self._load(operation_id), replace=True)

    @property
    def current(self) -> OperationRow | None:
        chosen = self._table.selectionModel().selectedRows()
        rows: tuple[OperationRow, ...] = self._model.rows
        return rows[chosen[0].row()] if chosen else None

    def _build_table(self) -> ListTable:
        table = ListTable(self.tr("Operations"), self._model, None, parent=self._upper)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setItemDelegateForColumn(PROGRESS_COLUMN, ProgressDelegate(table))
        table.setItemDelegateForColumn(STATE_COLUMN, StateDelegate(table))
        return table

    def _button(self, words: str, icon: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(icons.icon(icon), words, self)
        button.setAccessibleName(words)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self._upper)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._table)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._title_row())
        box.addWidget(self._split, 1)

    def _title_row(self) -> QWidget:
        row = QWidget(self)
        row.setObjectName("title_row")
        line = QHBoxLayout(row)
        line.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        line.setSpacing(SMALL)
        title = QLabel(self.tr("Operations"), row)
        title.setObjectName("page_title")
        line.addWidget(title)
        line.addStretch(1)
        for button in (self._stop, self._retry, self._settle, self._show):
            line.addWidget(button)
        return row

    async def _load(self, wanted: str | None = None) -> None:
        current = wanted or (self.current.id if self.current is not None else None)
        rows = await self._context.desk.operations.operations()
        self._model.show_rows(rows)
        self._stack.setCurrentWidget(self._table if rows else self._empty)
        places = {row.id: place for place, row in enumerate(rows)}
        place = places.get(current, 0) if current is not None else 0
        if rows:
            self._table.selectRow(place)
        self._show_current()

    def _show_current(self) -> None:
        self._refresh_buttons()
        self._items.show_operation(self.current)

    def _refresh_buttons(self) -> None:
        row = self.current
        counts = row.counts if row is not None else {}
        failed = counts.get(ItemState.FAILED, 0) + counts.get(ItemState.NOT_APPLIED, 0)
        doubtful = counts.get(ItemState.UNKNOWN, 0) + counts.get(ItemState.ACCEPTED, 0)
        running = row is not None and row.state is OperationState.RUNNING
        self._stop.setEnabled(running)
        self._retry.setEnabled(bool(failed) and not running)
        self._settle.setEnabled(bool(doubtful))
        self._show.setEnabled(row is not None)

    def _on_operations_changed(self, operation_id: str) -> None:
        del operation_id
        if self.isVisible():
            self._reloading.want()
        else:
            self._moved_unseen = True

    def _reload(self) -> None:
        # What is being read at this moment may be older than what moved.
        if self._context.tasks.busy(_LOAD):
            self._reloading.want()
        else:
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._moved_unseen:
            self._moved_unseen = False
            self._reload()

    def _on_selection_changed(self, chosen: QItemSelection, left: QItemSelection) -> None:
        del chosen, left
        self._show_current()

    def _on_stop_clicked(self) -> None:
        row = self.current
        if row is not None:
            stopping = self._context.desk.operations.stop(row.id)
            self._context.tasks.start(f"stop {row.id}", stopping, replace=False)

    def _on_settle_clicked(self) -> None:
        settling = self._context.desk.operations.settle()
        self._context.tasks.start("settle", settling, replace=False)

    def _on_retry_clicked(self) -> None:
        row = self.current
        if row is not None:
            self._context.tasks.start("retry preview", self._retry_preview(row.id), replace=True)

    async def _retry_preview(self, operation_id: str) -> None:
        preview = await self._context.desk.operations.retry_preview(operation_id)
        open_retry(self._context, preview, self, sent=self.select)

    def _on_show_clicked(self) -> None:
        row = self.current
        if row is not None:
            self._context.tasks.start("operation cards", self._show_cards(row), replace=True)

    async def _show_cards(self, row: OperationRow) -> None:
        ids = await self._context.desk.operations.card_ids(row.id)
        self.cards_wanted.emit(CardFilter(card_ids=ids))
