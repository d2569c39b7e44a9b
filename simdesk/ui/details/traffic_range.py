"""Which months the traffic chart shows, and whether as days or as months."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from simdesk.models.periods import Month
from simdesk.ui.charts.series import month_name
from simdesk.ui.icons import icon

DAILY_UP_TO = 3
"""Months that are shown day by day unless the operator wants it otherwise."""


class Span(Enum):
    """How far back to look, in months; the current month is the last."""

    TWO = 2
    SIX = 6
    THIRTEEN = 13
    ALL = 0
    CHOSEN = -1


class RangeBar(QWidget):
    """`range_changed`: other months are wanted; `scale_changed`: the same, days or months."""

    range_changed = Signal()
    scale_changed = Signal()
    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = Month(2000, 1)
        self._current = Month(2000, 1)
        self._span = QComboBox(self)
        self._span.setAccessibleName(self.tr("Time range"))
        for span, words in (
            (Span.TWO, self.tr("Last 2 months")),
            (Span.SIX, self.tr("Last 6 months")),
            (Span.THIRTEEN, self.tr("Last 13 months")),
            (Span.ALL, self.tr("Since account opening")),
            (Span.CHOSEN, self.tr("Choose months")),
        ):
            self._span.addItem(words, span)
        self._scale = QComboBox(self)
        self._scale.setAccessibleName(self.tr("One bar for each"))
        self._scale.addItem(self.tr("By day"), False)
        self._scale.addItem(self.tr("By month"), True)
        self.picture = QToolButton(self)
        self.picture.setIcon(icon("picture"))
        self.picture.setToolTip(self.tr("Save picture of the chart…"))
        self.picture.setAccessibleName(self.tr("Save picture of the chart"))
        self._from, self._to = QComboBox(self), QComboBox(self)
        self._from.setAccessibleName(self.tr("First month"))
        self._to.setAccessibleName(self.tr("Last month"))
        for box in (self._span, self._scale, self._from, self._to):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(5)
        self._chosen = QWidget(self)
        self._lay_out()
        self._span.currentIndexChanged.connect(self._on_span_changed)
        self._scale.currentIndexChanged.connect(self._on_scale_changed)
        self._from.activated.connect(self._on_from_activated)
        self._to.activated.connect(self._on_to_activated)
        self.picture.clicked.connect(self.picture_wanted)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._span, 3)
        first.addWidget(self._scale, 2)
        first.addWidget(self.picture)
        second = QHBoxLayout(self._chosen)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(self._from, 1)
        second.addWidget(QLabel(self.tr("to"), self._chosen))
        second.addWidget(self._to, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addWidget(self._chosen)
        self._chosen.hide()

    def offer(self, first: Month, current: Month) -> None:
        """Months `first` to `current` may be chosen; the choice made so far is kept."""
        if (first, current) == (self._first, self._current):
            return
        self._first, self._current = first, current
        wanted = self.months() if self._span.currentData() is Span.CHOSEN else None
        for box in (self._from, self._to):
            box.clear()
            for month in first.until(current):
                box.addItem(month_name(month, self.locale()), month)
        start, end = wanted or (max(first, current.plus(-1)), current)
        self._choose(start, end)

    def months(self) -> tuple[Month, Month]:
        """First and last month wanted."""
        span: Span = self._span.currentData()
        if span is Span.CHOSEN and self._from.count():
            return self._from.currentData(), self._to.currentData()
        if span is Span.ALL:
            return self._first, self._current
        return self._current.plus(1 - max(span.value, 1)), self._current

    @property
    def by_month(self) -> bool:
        return bool(self._scale.currentData())

    def look_back(self, span: Span) -> None:
        """Choose a range as if by hand."""
        self._span.setCurrentIndex(self._span.findData(span))

    def choose_months(self, first: Month, last: Month) -> None:
        """Choose any stored range as if by hand."""
        self.look_back(Span.CHOSEN)
        self._choose(first, last)
        self._rescale()
        self.range_changed.emit()

    def _choose(self, first: Month, last: Month) -> None:
        months = list(self._first.until(self._current))
        self._from.setCurrentIndex(months.index(first) if first in months else 0)
        self._to.setCurrentIndex(months.index(last) if last in months else len(months) - 1)

    def _rescale(self) -> None:
        first, last = self.months()
        long = len(list(first.until(last))) > DAILY_UP_TO
        self._scale.blockSignals(True)
        self._scale.setCurrentIndex(1 if long else 0)
        self._scale.blockSignals(False)

    def _on_span_changed(self) -> None:
        self._chosen.setVisible(self._span.currentData() is Span.CHOSEN)
        self._rescale()
        self.range_changed.emit()

    def _on_scale_changed(self) -> None:
        self.scale_changed.emit()

    def _on_from_activated(self) -> None:
        if self._from.currentData() > self._to.currentData():
            self._to.setCurrentIndex(self._from.currentIndex())
        self._on_months_chosen()

    def _on_to_activated(self) -> None:
        if self._to.currentData() < self._from.currentData():
            self._from.setCurrentIndex(self._to.currentIndex())
        self._on_months_chosen()

    def _on_months_chosen(self) -> None:
        self._rescale()
        self.range_changed.emit()
