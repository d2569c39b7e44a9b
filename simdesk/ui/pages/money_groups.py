"""The groups of a comparison, each with its count and money, and the days that are compared."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.models.comparison import Group, Verdict
from simdesk.models.periods import Month
from simdesk.ui import icons
from simdesk.ui.joining import listed
from simdesk.ui.listing.day_span import Days, days_of
from simdesk.ui.text import count_shown, money_shown, shown
from simdesk.ui.theme import LARGE, SMALL


class GroupsRow(QFrame):
    """`changed` says that other lines are wanted: of another group, or of other days."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_row")
        self.days = QComboBox(self)
        self.days.setAccessibleName(self.tr("Days to compare"))
        for days, words in (
            (Days.THIS_MONTH, self.tr("This month")),
            (Days.LAST_MONTH, self.tr("Last month")),
            (Days.WEEK, self.tr("Last 7 days")),
            (Days.TODAY, self.tr("Today")),
        ):
            self.days.addItem(words, days)
        self.buttons: dict[Verdict, QPushButton] = {}
        self._group = QButtonGroup(self)
        # None may be chosen: then all groups are shown.
        self._group.setExclusive(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, 0, LARGE, SMALL)
        line.setSpacing(SMALL)
        line.addWidget(self.days)
        for verdict in Verdict:
            line.addWidget(self._button(verdict))
        line.addStretch(1)
        self.days.currentIndexChanged.connect(self.changed)

    def _button(self, verdict: Verdict) -> QPushButton:
        button = QPushButton(shown(verdict.label), self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.choose(verdict if button.isChecked() else None))
        self._group.addButton(button)
        self.buttons[verdict] = button
        return button

    @property
    def chosen(self) -> Verdict | None:
        """The group to look at; None for all."""
        return next((one for one, button in self.buttons.items() if button.isChecked()), None)

    def choose(self, verdict: Verdict | None) -> None:
        """Look at one group, or at all."""
        for one, button in self.buttons.items():
            button.setChecked(one is verdict)
        self.changed.emit()

    def span(self, today: date) -> tuple[date, date]:
        """First and last business day to compare."""
        first, last = days_of(self.days.currentData(), today)
        month = Month.of(today)
        return first or month.first, last or month.last

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Say how many lines each group has and what they cost; warn where one is an incident."""
        for group in groups:
            button = self.buttons[group.verdict]
            words = self._words(group)
            button.setText(words)
            loud = group.incidents > 0
            button.setIcon(icons.icon("warn", "warn") if loud else icons.icon("check", "muted"))
            said = words
            if loud:
                look = self.tr("{count} to look at").format(count=count_shown(group.incidents))
                said = f"{words} · {look}"
            button.setToolTip(said)
            button.setAccessibleName(said)

    def _words(self, group: Group) -> str:
        name = shown(group.verdict.label)
        if not group.count:
            return self.tr("{group}: none").format(group=name)
        money = listed(money_shown(one) for one in group.money if one.minor)
        counted = self.tr("{group}: {count}").format(group=name, count=count_shown(group.count))
        return f"{counted} · {money}" if money else counted
