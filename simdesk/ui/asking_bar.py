"""A bar across a page or the window: what stands, in a line, and a button that sees to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.ui.details.words import Words
from simdesk.ui.theme import LARGE, SMALL, TINY


class AskingBar(QFrame):
    """Hidden until it has something to say. `role` is its colour."""

    said = Signal(str)
    """It stands there with other words than before; empty when it is gone."""

    def __init__(self, role: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", role)
        self._role = role
        self._told = ""
        self._words = Words(self)
        self.button = QPushButton(button, self)
        self.button.setAccessibleName(button)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, TINY, LARGE, TINY)
        line.setSpacing(SMALL)
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def colour(self, role: str) -> None:
        """Stand in the colour of another role from now on."""
        if self.property("message") != role:
            self._role = role
            self.setProperty("message", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def say(self, words: str) -> None:
        """Stand there with these words; hide for none."""
        self.setVisible(bool(words))
        if words:
            self._words.say(words, self._role)
            self.setAccessibleName(words)
        if words != self._told:
            self._told = words
            self.said.emit(words)
