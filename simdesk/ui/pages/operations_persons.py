"""The bar above the operations: cards that need a person, and the way to answer for them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.operation_steps import persons
from simdesk.models.operations import OperationRow
from simdesk.ui.asking_bar import AskingBar
from simdesk.ui.text import count_shown


class PersonsBar(AskingBar):
    """Hidden while no card needs a person. `answer_wanted` asks for the questions."""

    answer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", self.tr("Answer one by one…"), parent)
        self.button.clicked.connect(self.answer_wanted)

    def show_rows(self, rows: Sequence[OperationRow]) -> None:
        """Say how many cards need a person, over all operations; hide when none does."""
        count = sum(map(persons, rows))
        self.say(self._said(count) if count else "")

    def _said(self, count: int) -> str:
        if count == 1:
            words = self.tr("1 card needs a person: look at the provider what became of it.")
        else:
            words = self.tr(
                "{count} cards need a person: look at the provider what became of each."
            )
        words += " " + self.tr("Nothing is sent for it until then.")
        return words.format(count=count_shown(count))
