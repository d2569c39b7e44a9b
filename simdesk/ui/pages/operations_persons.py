"""The bar above the operations: cards that need a person, and the way to answer for them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.models.operation_steps import persons
from simdesk.models.operations import OperationRow
from simdesk.ui.details.words import Words
from simdesk.ui.text import count_shown
from simdesk.ui.theme import LARGE, SMALL, TINY


class PersonsBar(QFrame):
    """Hidden while no card needs a person. `answer_wanted` asks for the questions."""

    answer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", "warn")
        self._words = Words(self)
        self.button = QPushButton(self.tr("Answer one by one…"), self)
        self.button.setAccessibleName(self.button.text())
        self.button.clicked.connect(self.answer_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, TINY, LARGE, TINY)
        line.setSpacing(SMALL)
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_rows(self, rows: Sequence[OperationRow]) -> None:
        """Say how many cards need a person, over all operations; hide when none does."""
        count = sum(map(persons, rows))
        self.setVisible(count > 0)
        if count == 1:
            words = self.tr("1 card needs a person: look at the provider what became of it.")
        else:
            words = self.tr(
                "{count} cards need a person: look at the provider what became of each."
            )
        words += " " + self.tr("Nothing is sent for it until then.")
        self._words.say(words.format(count=count_shown(count)), "warn")
        self.setAccessibleName(self._words.text())
