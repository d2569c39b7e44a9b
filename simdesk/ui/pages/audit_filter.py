"""Which records of the audit to list: act and days, beside the words of the find box."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.models.audit import Audited, AuditFilter
from simdesk.ui.listing.day_span import DaySpan
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, SMALL


class AuditFilterRow(QFrame):
    """`changed` says that another list is wanted."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_row")
        self.acts = QComboBox(self)
        self.acts.setAccessibleName(self.tr("Which acts"))
        self.acts.addItem(self.tr("All acts"), frozenset[Audited]())
        for act in sorted(Audited, key=lambda one: shown(one.label)):
            self.acts.addItem(shown(act.label), frozenset({act}))
        self.span = DaySpan(self.tr("Days of the acts"), today, self)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setProperty("flat", True)
        self.clear.setAccessibleName(self.tr("Clear the filter"))
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, 0, LARGE, SMALL)
        line.setSpacing(SMALL)
        for part in (self.acts, self.span, self.clear):
            line.addWidget(part)
        line.addStretch(1)
        self.acts.currentIndexChanged.connect(self._on_changed)
        self.span.changed.connect(self._on_changed)
        self.clear.clicked.connect(self.reset)
        self.clear.hide()

    def question(self, words: str, today: date) -> AuditFilter:
        """What is asked for, with days counted from `today`."""
        first, last = self.span.span(today)
        return AuditFilter(words, self.acts.currentData(), first, last)

    @property
    def narrowed(self) -> bool:
        """Something but everything is asked for."""
        return self.span.narrowed or self.acts.currentIndex() > 0

    def reset(self) -> None:
        """Ask for everything."""
        if self.narrowed:
            self.blockSignals(True)
            self.acts.setCurrentIndex(0)
            self.span.reset()
            self.blockSignals(False)
            self._on_changed()

    def _on_changed(self) -> None:
        self.clear.setVisible(self.narrowed)
        self.changed.emit()
