"""Group by: the values of one column on the cards that match; a click narrows the search."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.changes import CardsChanged
from simdesk.models.filters import CardFilter
from simdesk.models.value_counts import GROUPED, CountOrder, ValueCount, ValueCounts
from simdesk.ui.cards.columns import ORDERED
from simdesk.ui.context import Context
from simdesk.ui.grouping.values import CARDS, VALUE, ShareDelegate, ValuesModel
from simdesk.ui.listing.empty import EmptyList
from simdesk.ui.listing.table import ListTable
from simdesk.ui.spaced import Spaced
from simdesk.ui.text import count_shown, counted, shown
from simdesk.ui.theme import MEDIUM, SMALL, Density

SETTLE_MS, AGAIN_MS = 150, 2_000
"""Changes are counted again so soon, and while they go on so far apart."""
TASK = "group"
WIDTH = 392
"""Pixels at least: an ICCID, its cards and their usage side by side."""


class GroupDock(QDockWidget):
    """Counts only while it is in sight. Tells what was chosen; the page narrows the search."""

    chosen = Signal(object, bool)
    """The Term of a value, and whether its cards are to be left out instead."""
    leave_wanted = Signal()
    """The keys go back to the cards."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("group_dock")
        self.setWindowTitle(self.tr("Group by"))
        self._context = context
        self._question = CardFilter()
        self._order = (CountOrder.COUNT, True)
        self._stale = True
        self.model = ValuesModel(self)
        self.columns = QComboBox(self)
        self.table = ValuesTable(self.model, self)
        self.summary = QLabel(self)
        self.empty = EmptyList(self)
        self._stack = QStackedWidget(self)
        self._again = Spaced(self._count, SETTLE_MS, AGAIN_MS, self)
        self._lay_out()
        self.columns.currentIndexChanged.connect(self._on_column_chosen)
        self.table.chosen_value.connect(self._on_value_chosen)
        self.model.order_wanted.connect(self._on_order_wanted)
        self.visibilityChanged.connect(self._on_visible)
        context.bridge.cards_changed.connect(self._on_cards_changed)

    def _lay_out(self) -> None:
        for column in ORDERED:
            if column.field in GROUPED:
                self.columns.addItem(shown(column.title), column.field)
        self.columns.setAccessibleName(self.tr("Group by column"))
        self.columns.setMaxVisibleItems(20)
        self.summary.setProperty("muted", True)
        self.summary.setWordWrap(True)
        self.summary.setAccessibleName(self.tr("Values"))
        hint = QLabel(self.tr("Click or Enter: only these. With Ctrl: all others."), self)
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        body = QWidget(self)
        box = QVBoxLayout(body)
        box.setContentsMargins(SMALL, MEDIUM, SMALL, MEDIUM)
        box.setSpacing(SMALL)
        box.addWidget(self.columns)
        box.addWidget(self.summary)
        box.addWidget(self._stack, 1)
        box.addWidget(hint)
        body.setMinimumWidth(WIDTH)
        self.setWidget(body)

    @property
    def field(self) -> str:
        """The field that is grouped by."""
        return str(self.columns.currentData())

    def group_by(self, field: str) -> None:
        """Show the values of a field, and give them the keys; nothing for one without values."""
        place = self.columns.findData(field)
        if place < 0:
            return
        self.columns.setCurrentIndex(place)
        self.show()
        self.raise_()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_question(self, question: CardFilter) -> None:
        """Count the cards of this question from now on; they were just searched for."""
        if question == self._question:
            self._again.want()
        else:
            self._question = question
            self._want()

    def _want(self) -> None:
        self._stale = True
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._again.drop()
        self._context.tasks.start(TASK, self._counting(), replace=True)

    async def _counting(self) -> None:
        if not self.model.rows:
            self.summary.setText(self.tr("Counting…"))
        order, descending = self._order
        self._show(
            await self._context.desk.cards.value_counts(
                self._question, self.field, order, descending=descending
            )
        )

    def _show(self, counts: ValueCounts) -> None:
        self.model.show_counts(counts)
        if counts.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, VALUE))
        self.empty.say(self.tr("No card matches."))
        self._stack.setCurrentWidget(self.table if counts.rows else self.empty)
        self.summary.setText(self._words(counts))

    def _words(self, counts: ValueCounts) -> str:
        cards = counted(counts.cards, self.tr("1 card"), self.tr("{count} cards"))
        values = counted(counts.different, self.tr("1 value"), self.tr("{count} values"))
        words = self.tr("{values} on {cards}")
        if not self.model.complete:
            words = self.tr("The first {some} of {values} on {cards}")
        return words.format(some=count_shown(len(counts.rows)), values=values, cards=cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    # Hearing

    def _on_column_chosen(self) -> None:
        self._order = (CountOrder.COUNT, True)
        self.model.show_counts(ValueCounts())
        self.table.sort_as_told()
        self._want()

    def _on_value_chosen(self, one: ValueCount, negated: bool) -> None:
        self.chosen.emit(one.term, negated)

    def _on_order_wanted(self, order: CountOrder, descending: bool) -> None:
        if (order, descending) != self._order:
            self._order = (order, descending)
            self._want()

    def _on_visible(self, visible: bool) -> None:
        if visible and self._stale:
            # The one who shows it may still be choosing the column.
            QTimer.singleShot(0, self, self._count_if_stale)

    def _count_if_stale(self) -> None:
        if self._stale:
            self._count()

    def _on_cards_changed(self, change: CardsChanged) -> None:
        if change.fields is None or change.fields & {self.field, "usage"}:
            self._again.want()


class ValuesTable(ListTable):
    """A value is chosen with a click or Enter; with Ctrl the others are."""

    chosen_value = Signal(object, bool)
    """A ValueCount, and whether Ctrl was held."""

    def __init__(self, model: ValuesModel, parent: QWidget) -> None:
        super().__init__("", model, VALUE, Density.COMPACT, parent, sortable=True)
        self.setAccessibleName(self.tr("Values and their cards"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(CARDS, ShareDelegate(self))
        self.clicked.connect(self._on_clicked)

    def sort_as_told(self) -> None:
        """Sort by no column: the most cards first."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex(), event.modifiers())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index, QGuiApplication.keyboardModifiers())

    def _choose(self, index: QModelIndex, held: Qt.KeyboardModifier) -> None:
        if index.isValid():
            one = self.list.rows[index.row()]
            self.chosen_value.emit(one, bool(held & Qt.KeyboardModifier.ControlModifier))
