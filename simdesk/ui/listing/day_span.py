"""A choice of days, such as the last seven, or two days of one's own."""

from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QWidget

from simdesk.models.periods import Month
from simdesk.ui.text import date_patterns
from simdesk.ui.theme import SMALL


class Days(Enum):
    """Days that are asked for often, and two of one's own."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    THIS_MONTH = "this month"
    LAST_MONTH = "last month"
    OWN = "own"


Span = tuple[date | None, date | None]
"""First and last day; None is open."""


def days_of(days: Days, today: date) -> Span:
    """First and last day of a choice."""
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


class DaySpan(QWidget):
    """`changed` says that other days are wanted. `name` says to voices what the days are of."""

    changed = Signal()

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = QComboBox(self)
        self.days.setAccessibleName(name)
        self.first = self._day(self.tr("First day"), today)
        self.last = self._day(self.tr("Last day"), today)
        self._between = QLabel("–", self)
        self._fill()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        for part in (self.days, self.first, self._between, self.last):
            line.addWidget(part)
        self.days.currentIndexChanged.connect(self._on_changed)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._on_changed)
        self._show_own()

    def _day(self, name: str, day: date) -> QDateEdit:
        edit = QDateEdit(QDate(day.year, day.month, day.day), self)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat(date_patterns().day)
        edit.setAccessibleName(name)
        return edit

    def _fill(self) -> None:
        for days, words in (
            (Days.ANY, self.tr("Any day")),
            (Days.TODAY, self.tr("Today")),
            (Days.WEEK, self.tr("Last 7 days")),
            (Days.THIS_MONTH, self.tr("This month")),
            (Days.LAST_MONTH, self.tr("Last month")),
            (Days.OWN, self.tr("From – to…")),
        ):
            self.days.addItem(words, days)

    @property
    def narrowed(self) -> bool:
        """Some days but not all are asked for."""
        return self.days.currentIndex() > 0

    def span(self, today: date) -> Span:
        """The days that are asked for, counted from `today`."""
        days = self.days.currentData()
        if days is Days.OWN:
            first, last = sorted((_python(self.first), _python(self.last)))
            return first, last
        return days_of(days, today)

    def reset(self) -> None:
        """Ask for any day."""
        self.days.setCurrentIndex(0)

    def _show_own(self) -> None:
        own = self.days.currentData() is Days.OWN
        for part in (self.first, self._between, self.last):
            part.setVisible(own)

    def _on_changed(self) -> None:
        self._show_own()
        self.changed.emit()


def _python(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
