"""The trigger records of one rule, newest first; more are read as one scrolls."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QStackedWidget, QStyleOptionViewItem, QVBoxLayout, QWidget

from simdesk.models.filters import CardFilter
from simdesk.services.rule_rows import RuleRow, TriggerRecord
from simdesk.ui.context import Context
from simdesk.ui.listing.cells import NumberDelegate, PaddedDelegate, StateDelegate
from simdesk.ui.listing.rows import ROW_ROLE
from simdesk.ui.listing.table import ListTable
from simdesk.ui.measures import grown
from simdesk.ui.pages.rules_columns import (
    RECORD_CONDITION,
    RECORD_NOTICE,
    RECORD_WHO,
    records_model,
)
from simdesk.ui.theme import LARGE, TINY, Density

_LOAD = "trigger records"
_PAGE = 200
_NEAR_END = 30
_HEIGHT = 212


class WhoDelegate(NumberDelegate):
    """ICCIDs in groups, vouchers as they are."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        record: TriggerRecord = index.data(ROW_ROLE)
        painter_of = NumberDelegate if record.iccid else PaddedDelegate
        painter_of.paint_cell(self, painter, cell, words, option, index)


class RuleRecords(QWidget):
    """Enter or a double click shows the card; Ctrl+C copies."""

    cards_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rule_id: int | None = None
        self._whole = False
        self._missed = False
        self.model = records_model(self)
        self.table = ListTable(
            self.tr("Trigger records"), self.model, RECORD_CONDITION, Density.COMPACT, self
        )
        self.table.setItemDelegateForColumn(RECORD_WHO, WhoDelegate(self.table))
        self.table.setItemDelegateForColumn(RECORD_NOTICE, StateDelegate(self.table))
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("empty")
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.table)
        title = QLabel(self.tr("Trigger records"), self)
        title.setProperty("muted", True)
        title.setContentsMargins(LARGE, TINY, LARGE, TINY)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(title)
        box.addWidget(self._stack, 1)
        self.setFixedHeight(grown(_HEIGHT))
        self.table.verticalScrollBar().valueChanged.connect(self._read_on)
        context.tasks.busy_changed.connect(self._on_busy_changed)
        self.table.activated.connect(self._on_activated)

    def show_rule(self, row: RuleRow | None) -> None:
        """Show a rule's records; those of the rule already shown are read again."""
        other = row is None or row.id != self._rule_id
        self._rule_id = None if row is None else row.id
        if other:
            self._show(())
        if row is None:
            self._context.tasks.cancel(_LOAD)
            return
        self._context.tasks.start(_LOAD, self._load(row.id), replace=True)

    async def _load(self, rule_id: int) -> None:
        limit = max(_PAGE, len(self.model.rows))
        records = await self._context.desk.automation.records_of_rule(rule_id, limit=limit)
        if rule_id == self._rule_id:
            self._whole = len(records) < limit
            self._show(records)

    async def _load_more(self, rule_id: int) -> None:
        last: TriggerRecord = self.model.rows[-1]
        records = await self._context.desk.automation.records_of_rule(rule_id, last, _PAGE)
        if rule_id == self._rule_id and self.model.rows[-1:] == (last,):
            self._whole = len(records) < _PAGE
            self.model.append_rows(records)

    def _show(self, records: tuple[TriggerRecord, ...]) -> None:
        self.model.show_rows(records)
        chosen = self._rule_id is not None
        self._words.setText(self.tr("Nothing has met this rule yet.") if chosen else "")
        self._stack.setCurrentWidget(self.table if records else self._words)

    def _read_on(self) -> None:
        """Read more where the end of what is read comes in sight."""
        bar, rows = self.table.verticalScrollBar(), self.model.rows
        near_end = bar.value() >= bar.maximum() - _NEAR_END
        if not near_end or not rows or self._whole or self._rule_id is None:
            return
        self._missed = self._context.tasks.busy(_LOAD)
        if not self._missed:
            self._context.tasks.start(_LOAD, self._load_more(self._rule_id), replace=False)

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        # Who scrolled while something was read gets what follows now.
        if name == _LOAD and not busy and self._missed:
            self._missed = False
            self._read_on()

    def _on_activated(self, index: QModelIndex) -> None:
        record: TriggerRecord = index.data(ROW_ROLE)
        if record.card_id is not None:
            self.cards_wanted.emit(CardFilter(card_ids=(record.card_id,)))
