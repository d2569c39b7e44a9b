"""Money at a glance: what is reserved, in flight and spent today, how much of it is in doubt."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.models.ledger import MoneyStanding
from simdesk.ui import icons
from simdesk.ui.details.words import Words
from simdesk.ui.text import count_shown, money_shown
from simdesk.ui.theme import LARGE, SMALL

_NEAR = 90
"""Percent of the day's cap from which on the line warns."""


class MoneyLine(QFrame):
    """Says where money is. `limits_wanted` asks for the day's spending limit and its like."""

    limits_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_row")
        self._words = Words(self)
        self._doubt = Words(self)
        self.limits = QPushButton(icons.icon("limit", "accent"), self.tr("Limits…"), self)
        self.limits.setProperty("flat", True)
        self.limits.setAccessibleName(self.tr("Limits of spending and closing"))
        self.limits.clicked.connect(self.limits_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, 0, LARGE, SMALL)
        line.setSpacing(LARGE)
        line.addWidget(self._words, 3)
        line.addWidget(self._doubt, 2)
        line.addWidget(self.limits)

    @property
    def words(self) -> str:
        """What it says of money that is on its way."""
        return self._words.text()

    @property
    def doubt(self) -> str:
        """What it says of money in doubt; empty when there is none."""
        return self._doubt.text()

    def show_standing(self, money: MoneyStanding) -> None:
        """Say where money is now."""
        parts = (
            self._spent_words(money),
            self.tr("in flight {money}").format(money=money_shown(money.in_flight)),
            self.tr("reserved {money}").format(money=money_shown(money.reserved)),
        )
        said = " · ".join(parts)
        self._words.say(said, "warn" if _near_the_cap(money) else None)
        self._words.setAccessibleName(said)
        doubt = self._doubt_words(money)
        self._doubt.say(doubt, "warn")
        self._doubt.setAccessibleName(doubt)
        self._doubt.setVisible(bool(doubt))

    def _spent_words(self, money: MoneyStanding) -> str:
        spent = money_shown(money.spent_today)
        if money.cap is None:
            return self.tr("Spent today {money}").format(money=spent)
        words = self.tr("Spent today {money} of {cap}")
        return words.format(money=spent, cap=money_shown(money.cap))

    def _doubt_words(self, money: MoneyStanding) -> str:
        if not money.doubts:
            return ""
        words = (
            self.tr("{money} in doubt in 1 act")
            if money.doubts == 1
            else self.tr("{money} in doubt in {count} acts")
        )
        return words.format(money=money_shown(money.doubtful), count=count_shown(money.doubts))


def _near_the_cap(money: MoneyStanding) -> bool:
    return money.cap is not None and money.committed.minor * 100 >= money.cap.minor * _NEAR
