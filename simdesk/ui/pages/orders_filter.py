"""Which orders to list: type, state and days, beside the words of the find box."""

from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from simdesk.models.order_list import OrderFilter
from simdesk.models.orders import OrderState, OrderType
from simdesk.models.periods import Month
from simdesk.ui.order_words import IN_DOUBT, WITHOUT_EFFECT
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, SMALL


class Days(Enum):
    """Days that are asked for often, and two of one's own."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    THIS_MONTH = "this month"
    LAST_MONTH = "last month"
    OWN = "own"


def days_of(days: Days, today: date) -> tuple[date | None, date | None]:
    """First and last day of a choice; None is open."""
    month = Month.of(today)
    match days:
        case Days.TODAY:
            return today, today
        case Days.WEEK:
            return today - timedelta(days=6), today
        case Days.THIS_MONTH:
            return month.first, month.last
        case Days.LAST_MONTH:
            return month.plus(-1).first, month.plus(-1).last
    return None, None


class OrdersFilterRow(QFrame):
    """`changed` says that another list is wanted."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_row")
        self.kinds = self._combo(self.tr("Type of the orders"))
        self.states = self._combo(self.tr("State of the orders"))
        self.days = self._combo(self.tr("Days of the orders"))
        self.first = self._day(self.tr("First day"), today)
        self.last = self._day(self.tr("Last day"), today)
        self._between = QLabel("–", self)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setProperty("flat", True)
        self.clear.setAccessibleName(self.tr("Clear the filter"))
        self._fill()
        self._lay_out()
        self._connect()
        self._show_days()

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        return combo

    def _day(self, name: str, day: date) -> QDateEdit:
        edit = QDateEdit(QDate(day.year, day.month, day.day), self)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setAccessibleName(name)
        return edit

    def _fill(self) -> None:
        self.kinds.addItem(self.tr("All types"), frozenset[OrderType]())
        for kind in OrderType:
            self.kinds.addItem(shown(kind.label), frozenset({kind}))
        self.states.addItem(self.tr("All states"), frozenset[OrderState]())
        for state in OrderState:
            self.states.addItem(shown(state.label), frozenset({state}))
        self.states.addItem(self.tr("In doubt"), IN_DOUBT)
        self.states.addItem(self.tr("Without effect"), WITHOUT_EFFECT)
        for days, words in (
            (Days.ANY, self.tr("Any day")),
            (Days.TODAY, self.tr("Today")),
            (Days.WEEK, self.tr("Last 7 days")),
            (Days.THIS_MONTH, self.tr("This month")),
            (Days.LAST_MONTH, self.tr("Last month")),
            (Days.OWN, self.tr("From – to…")),
        ):
            self.days.addItem(words, days)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, 0, LARGE, SMALL)
        line.setSpacing(SMALL)
        choices = (self.kinds, self.states, self.days)
        for part in (*choices, self.first, self._between, self.last, self.clear):
            line.addWidget(part)
        line.addStretch(1)

    def _connect(self) -> None:
        for combo in (self.kinds, self.states, self.days):
            combo.currentIndexChanged.connect(self._on_changed)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._on_changed)
        self.clear.clicked.connect(self.reset)

    # The question

    def question(self, words: str, today: date) -> OrderFilter:
        """What is asked for, with days counted from `today`."""
        days = self.days.currentData()
        first, last = days_of(days, today)
        if days is Days.OWN:
            first, last = sorted((_python(self.first), _python(self.last)))
        return OrderFilter(
            words, self.kinds.currentData(), self.states.currentData(), None, first, last
        )

    @property
    def narrowed(self) -> bool:
        """Something but everything is asked for."""
        return any(combo.currentIndex() for combo in (self.kinds, self.states, self.days))

    def reset(self) -> None:
        """Ask for everything."""
        if self.narrowed:
            for combo in (self.kinds, self.states, self.days):
                combo.blockSignals(True)
                combo.setCurrentIndex(0)
                combo.blockSignals(False)
            self._on_changed()

    def _show_days(self) -> None:
        own = self.days.currentData() is Days.OWN
        for part in (self.first, self._between, self.last):
            part.setVisible(own)
        self.clear.setVisible(self.narrowed)

    def _on_changed(self) -> None:
        self._show_days()
        self.changed.emit()


def _python(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
