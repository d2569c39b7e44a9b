"""Which orders to list: type, state and days, beside the words of the find box."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.models.order_list import OrderFilter
from simdesk.models.orders import OrderState, OrderType
from simdesk.ui.listing.day_span import DaySpan
from simdesk.ui.order_words import IN_DOUBT, WITHOUT_EFFECT
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, SMALL


class OrdersFilterRow(QFrame):
    """`changed` says that another list is wanted."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_row")
        self.kinds = self._combo(self.tr("Type of the orders"))
        self.states = self._combo(self.tr("State of the orders"))
        self.span = DaySpan(self.tr("Days of the orders"), today, self)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setProperty("flat", True)
        self.clear.setAccessibleName(self.tr("Clear the filter"))
        self._fill()
        self._lay_out()
        for combo in (self.kinds, self.states):
            combo.currentIndexChanged.connect(self._on_changed)
        self.span.changed.connect(self._on_changed)
        self.clear.clicked.connect(self.reset)
        self.clear.hide()

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        return combo

    def _fill(self) -> None:
        self.kinds.addItem(self.tr("All types"), frozenset[OrderType]())
        for kind in OrderType:
            self.kinds.addItem(shown(kind.label), frozenset({kind}))
        self.states.addItem(self.tr("All states"), frozenset[OrderState]())
        for state in OrderState:
            self.states.addItem(shown(state.label), frozenset({state}))
        self.states.addItem(self.tr("In doubt"), IN_DOUBT)
        self.states.addItem(self.tr("Without effect"), WITHOUT_EFFECT)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, 0, LARGE, SMALL)
        line.setSpacing(SMALL)
        for part in (self.kinds, self.states, self.span, self.clear):
            line.addWidget(part)
        line.addStretch(1)

    # The question

    def question(self, words: str, today: date) -> OrderFilter:
        """What is asked for, with days counted from `today`."""
        first, last = self.span.span(today)
        return OrderFilter(
            words, self.kinds.currentData(), self.states.currentData(), None, first, last
        )

    @property
    def narrowed(self) -> bool:
        """Something but everything is asked for."""
        combos = (self.kinds, self.states)
        return self.span.narrowed or any(combo.currentIndex() for combo in combos)

    def reset(self) -> None:
        """Ask for everything."""
        if self.narrowed:
            self.blockSignals(True)
            for combo in (self.kinds, self.states):
                combo.setCurrentIndex(0)
            self.span.reset()
            self.blockSignals(False)
            self._on_changed()

    def _on_changed(self) -> None:
        self.clear.setVisible(self.narrowed)
        self.changed.emit()
