"""The bar on top of a panel: what could not be done, and the way to try again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QToolButton, QWidget

from simdesk.models.errors import KnownError
from simdesk.ui.details.words import Words
from simdesk.ui.icons import icon
from simdesk.ui.joining import sentences
from simdesk.ui.text import shown


class TroubleBar(QFrame):
    """Hidden until something failed. `again_wanted` asks for another attempt."""

    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", "bad")
        self._words = Words(self)
        self._again = QPushButton(self.tr("Try again"), self)
        self._again.setProperty("flat", True)
        self._again.setStyleSheet("QAbstractButton { padding: 0; }")
        self._again.setAccessibleName(self.tr("Try again to read this card"))
        self._again.clicked.connect(self._on_again_clicked)
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        self._close.setAccessibleName(self.tr("Hide this message"))
        self._close.setToolTip(self.tr("Hide this message"))
        self._close.clicked.connect(self.hide)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self._words, 0, 0)
        layout.addWidget(self._close, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._again, 1, 0, Qt.AlignmentFlag.AlignLeft)
        layout.setColumnStretch(0, 1)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_trouble(self, not_done: str, error: KnownError) -> None:
        """Say what was `not_done`, why, and what to do next."""
        parts = [not_done, shown(error.message)]
        if error.remedy is not None:
            parts.append(shown(error.remedy))
        if error.code is not None:
            parts.append(f"[{error.code}]")
        self._words.say(sentences(parts), "bad")
        self.setAccessibleName(self._words.text())
        self.show()

    def _on_again_clicked(self) -> None:
        self.hide()
        self.again_wanted.emit()
