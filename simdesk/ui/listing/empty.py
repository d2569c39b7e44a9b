"""What stands in place of a list without rows: what it is for, and one button for the next step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simdesk.ui import icons
from simdesk.ui.theme import MEDIUM

_WIDEST = 560
"""Pixels of a line of words: longer ones are hard to read."""


class EmptyList(QWidget):
    """Says why there is nothing, and offers the one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = QLabel(self)
        self.words.setObjectName("muted")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMinimumWidth(_WIDEST // 2)
        self.words.setMaximumWidth(_WIDEST)
        self.button = QPushButton(self)
        self.button.hide()
        box = QVBoxLayout(self)
        box.setSpacing(MEDIUM)
        box.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.words, 2)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)

    def say(self, words: str) -> None:
        """Say why there is nothing."""
        self.words.setText(words)
        self.setAccessibleName(words)

    def offer(self, words: str, icon: str, run: Callable[[], None]) -> None:
        """Offer to do something; call it once."""
        self.button.setIcon(icons.icon(icon))
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.clicked.connect(run)
        self.setFocusProxy(self.button)
        self.button.show()
