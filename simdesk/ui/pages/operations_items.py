"""The cards of one operation with what became of each; more are read as one scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.filters import CardFilter
from simdesk.models.operations import ItemRow, ItemState, OperationRow
from simdesk.ui.context import Context
from simdesk.ui.kept import kept
from simdesk.ui.listing.cells import CodeDelegate, NumberDelegate, StateDelegate
from simdesk.ui.listing.table import ListTable
from simdesk.ui.pages.operations_model import (
    CODE_COLUMNS,
    ICCID_COLUMN,
    RESULT_COLUMN,
    WHY_COLUMN,
    items_model,
)
from simdesk.ui.spaced import Spaced
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import LARGE, SMALL, Density

_LOAD = "operation items"
_PAGE = 500
_NEAR_END = 50
_SPACING_MS = 1_000
"""Cards that move are read again once a second; their counts above follow at once."""


class ItemsView(QWidget):
    """Filtered by result; copied with Ctrl+C as text, ids included."""

    cards_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._operation: OperationRow | None = None
        self._reloading = Spaced(self._reload, 0, _SPACING_MS, self)
        self._model = items_model(self)
        self._state = QComboBox(self)
        self._state.setAccessibleName(self.tr("Results shown"))
        self._state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._copy = QPushButton(self.tr("Copy list"), self)
        self._copy.setAccessibleName(self._copy.text())
        self._table = self._build_table()
        self._lay_out()
        self._state.currentIndexChanged.connect(self._on_state_changed)
        self._copy.clicked.connect(self._on_copy_pressed)
        self._table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        copy_keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._table)
        copy_keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy_keys.activated.connect(self._on_copy_pressed)
        self._table.doubleClicked.connect(self._on_row_activated)

    def show_operation(self, row: OperationRow | None) -> None:
        """Show this operation's cards; the one already shown is read again where it stands."""
        same = row is not None and self._operation is not None and row.id == self._operation.id
        self._operation = row
        self._fill_states(keep=same)
        if same:
            self._reloading.want()
            return
        self._reloading.drop()
        if row is None:
            self._context.tasks.cancel(_LOAD)
            self._model.show_rows(())
            return
        self._context.tasks.start(_LOAD, self._load(row.id, 0, _PAGE), replace=True)

    def _reload(self) -> None:
        if self._operation is not None:
            loading = self._load(self._operation.id, 0, max(_PAGE, len(self._model.rows)))
            self._context.tasks.start(_LOAD, loading, replace=True)

    def _build_table(self) -> ListTable:
        name = self.tr("Cards of the operation")
        table = ListTable(name, self._model, WHY_COLUMN, Density.COMPACT, self)
        table.setItemDelegateForColumn(ICCID_COLUMN, NumberDelegate(table))
        table.setItemDelegateForColumn(RESULT_COLUMN, StateDelegate(table))
        for column in CODE_COLUMNS:
            table.setItemDelegateForColumn(column, CodeDelegate(table))
        return table

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Results"), self)
        label.setBuddy(self._state)
        bar = QHBoxLayout()
        bar.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        bar.setSpacing(SMALL)
        bar.addWidget(label)
        bar.addWidget(self._state)
        bar.addWidget(self._copy)
        bar.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        box.addWidget(self._table, 1)

    def _fill_states(self, *, keep: bool) -> None:
        chosen = self._state.currentData() if keep else None
        row = self._operation
        self._state.blockSignals(True)
        self._state.clear()
        total = row.total if row is not None else 0
        self._state.addItem(self.tr("All ({count})").format(count=count_shown(total)), None)
        for state in ItemState:
            count = row.counts.get(state, 0) if row is not None else 0
            if count:
                self._state.addItem(f"{shown(state.label)} ({count_shown(count)})", state)
        place = self._state.findData(chosen) if chosen is not None else 0
        self._state.setCurrentIndex(max(0, place))
        self._state.blockSignals(False)

    async def _load(self, operation_id: str, offset: int, limit: int) -> None:
        chosen: ItemState | None = self._state.currentData()
        states = None if chosen is None else (chosen,)
        rows = await self._context.desk.operations.items(operation_id, states, offset, limit)
        if offset:
            self._model.append_rows(rows)
        else:
            self._model.show_rows(rows)

    def _on_state_changed(self) -> None:
        if self._operation is not None:
            loading = self._load(self._operation.id, 0, _PAGE)
            self._context.tasks.start(_LOAD, loading, replace=True)

    def _on_scrolled(self, value: int) -> None:
        near_end = value >= self._table.verticalScrollBar().maximum() - _NEAR_END
        loaded = len(self._model.rows)
        if near_end and self._operation is not None and loaded and loaded % _PAGE == 0:
            more = self._load(self._operation.id, loaded, _PAGE)
            self._context.tasks.start(_LOAD, more, replace=False)

    def _on_copy_pressed(self) -> None:
        chosen = {index.row() for index in self._table.selectionModel().selectedRows()}
        rows: tuple[ItemRow, ...] = self._model.rows
        wanted = [row for place, row in enumerate(rows) if not chosen or place in chosen]
        lines = ("\t".join((row.iccid, shown(row.state.label), kept(row.reason))) for row in wanted)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _on_row_activated(self) -> None:
        place = self._table.currentIndex().row()
        if 0 <= place < len(self._model.rows):
            self.cards_wanted.emit(CardFilter(card_ids=(self._model.rows[place].card_id,)))
