"""The operations panel: what was asked of many cards, how far it is, and what became of each."""

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.filters import CardFilter
from simdesk.models.operation_steps import Step
from simdesk.models.operations import OperationRow
from simdesk.ui.context import Context
from simdesk.ui.listing.cells import StateDelegate
from simdesk.ui.listing.empty import EmptyList
from simdesk.ui.listing.table import ListTable
from simdesk.ui.pages.operations_acts import OperationActs
from simdesk.ui.pages.operations_buttons import OperationButtons
from simdesk.ui.pages.operations_items import ItemsView
from simdesk.ui.pages.operations_model import (
    PROGRESS_COLUMN,
    STATE_COLUMN,
    operations_model,
)
from simdesk.ui.pages.operations_painting import ProgressDelegate
from simdesk.ui.pages.operations_persons import PersonsBar
from simdesk.ui.pages.operations_summary import OperationSummary
from simdesk.ui.pages.operations_waiting import WaitingBar
from simdesk.ui.pages.operations_words import operation_words
from simdesk.ui.spaced import Spaced
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, SMALL, Density

_LOAD = "operations"
_FEWEST_ROWS = 5
"""So many operations stay in sight, whatever is said of the chosen one."""
_SOON_MS, _SPACING_MS = 100, 250
"""What moves is read again four times a second: as often as an eye follows numbers."""


class OperationsPanel(QWidget):
    """Above the operations, newest first; below the cards of the chosen one."""

    cards_wanted = Signal(object)
    """A CardFilter of one operation's cards."""
    current_changed = Signal()
    """Another operation is chosen, or the chosen one has moved."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._moved_unseen = False
        self._reloading = Spaced(self._reload, _SOON_MS, _SPACING_MS, self)
        self._model = operations_model(self)
        self.acts = OperationActs(context, self)
        self.buttons = OperationButtons(self)
        self.persons = PersonsBar(self)
        self.waiting = WaitingBar(self)
        # Each part is born where it stays: one that moves is dressed twice.
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._upper = QWidget(self._split)
        self._table = self._build_table()
        self._lower = QWidget(self._split)
        self.summary = OperationSummary(context, self._lower)
        self._items = ItemsView(context, self._lower)
        self._empty = EmptyList(self._upper)
        self._empty.say(
            self.tr(
                "Nothing has been asked of the provider yet. Choose cards and what to do with them:"
                " how far it is, and every card's answer, stand here."
            )
        )
        self._empty.offer(
            self.tr("Show the cards"), "cards", lambda: self.cards_wanted.emit(CardFilter())
        )
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._items.cards_wanted.connect(self.cards_wanted)
        self.acts.cards_wanted.connect(self.cards_wanted)
        self.acts.operation_wanted.connect(self.select)
        self.buttons.step_wanted.connect(self._on_step_wanted)
        self.buttons.cards_wanted.connect(self._on_cards_wanted)
        self.waiting.revoke_wanted.connect(lambda row: self.acts.do(Step.STOP, row))
        self.waiting.operation_wanted.connect(lambda row: self.select(row.id))
        self.persons.answer_wanted.connect(self._on_answer_wanted)
        self._table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._context.bridge.operations_changed.connect(self._on_operations_changed)
        self._context.bridge.sending_changed.connect(self._show_current)

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

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self._upper)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._table)
        below = QVBoxLayout(self._lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.summary)
        below.addWidget(self._items, 1)
        self._upper.setMinimumHeight((_FEWEST_ROWS + 1) * Density.NORMAL)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._title_row())
        box.addWidget(self.persons)
        box.addWidget(self.waiting)
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
        line.addWidget(self.buttons)
        return row

    async def _load(self, wanted: str | None = None) -> None:
        current = wanted or (self.current.id if self.current is not None else None)
        rows = await self._context.desk.operations.operations()
        self._model.show_rows(rows)
        self._stack.setCurrentWidget(self._table if rows else self._empty)
        self._lower.setVisible(bool(rows))
        places = {row.id: place for place, row in enumerate(rows)}
        place = places.get(current, 0) if current is not None else 0
        if rows:
            self._table.selectRow(place)
        self.waiting.show_rows(rows)
        self.persons.show_rows(rows)
        self._show_current()

    def _show_current(self) -> None:
        row = self.current
        self.buttons.show_operation(row, self._context.desk.sending.reason)
        self.summary.show_operation(row, self._reversed_words(row))
        self._items.show_operation(row)
        self.current_changed.emit()

    def _reversed_words(self, row: OperationRow | None) -> str:
        if row is None or row.reverses is None:
            return ""
        rows: tuple[OperationRow, ...] = self._model.rows
        earlier = next((one for one in rows if one.id == row.reverses), None)
        return "" if earlier is None else shown(operation_words(earlier))

    # The chosen operation, for buttons and keys

    def do(self, step: Step) -> None:
        """Take a step with the chosen operation, where it is possible."""
        row = self.current
        if row is not None:
            self.acts.do(step, row)

    def why_not(self, step: Step) -> str | None:
        """Why a step cannot be taken with the chosen operation; None when it can."""
        return self.buttons.why_not(step, self.current)

    def _on_step_wanted(self, step: Step) -> None:
        self.do(step)

    def _on_cards_wanted(self) -> None:
        row = self.current
        if row is not None:
            self.acts.show_cards(row.id)

    def _on_answer_wanted(self) -> None:
        # The dialogs are read when they are first needed.
        from simdesk.ui.dialogs.person import PersonDialog

        dialog = PersonDialog(self._context, self)
        dialog.again_wanted.connect(self.acts.retry)
        dialog.cards_wanted.connect(self.cards_wanted)
        dialog.open()

    # Following

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
