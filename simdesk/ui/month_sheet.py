"""A calendar to choose a day in, in the theme's colours: Qt's own has colours of its own."""

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from simdesk.ui import icons
from simdesk.ui.theme import role

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
_ARROWS = {"qt_calendar_prevmonth": "chevron_left", "qt_calendar_nextmonth": "chevron_right"}


class MonthSheet(QCalendarWidget):
    """A month in the window's language; weekends step back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setLocale(QLocale())
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def _dress(self) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(role("muted"))
        quiet.setBackground(role("surface"))
        self.setHeaderTextFormat(quiet)
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, quiet)
        for name, icon in _ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(icon))


def give_calendar(edit: QDateEdit) -> None:
    """Let the day of `edit` be chosen in a calendar, too."""
    edit.setCalendarPopup(True)
    edit.setCalendarWidget(MonthSheet(edit))
