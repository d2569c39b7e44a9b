"""What stands on the screen until the fleet is open: how far it is, or what went wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from simdesk.models.errors import KnownError
from simdesk.ui.measures import grown
from simdesk.ui.text import count_shown, error_words
from simdesk.ui.theme import LARGE, MEDIUM

_WIDTH = 460


class OpeningWindow(QWidget):
    """Small and quiet; on failure it stays until it is closed."""

    closed = Signal()

    def __init__(self, fleet: str) -> None:
        super().__init__()
        self.setWindowTitle("SimDesk")
        self.setFixedWidth(grown(_WIDTH))
        self._heading = _line(self, self.tr("Opening fleet “{name}”").format(name=fleet))
        self._heading.setObjectName("heading")
        self._words = _line(self, self.tr("Reading the desk's database"))
        self._words.setObjectName("muted")
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._close = QPushButton(self.tr("Close"), self)
        self._close.clicked.connect(self.close)
        self._close.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(MEDIUM)
        for part in (self._heading, self._words, self._bar):
            box.addWidget(part)
        box.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)

    def show_progress(self, done: int, total: int) -> None:
        """The simulated world is being built: so many of its cards are there."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(
            self.tr("Building the demo fleet: {done} of {total} cards").format(
                done=count_shown(done), total=count_shown(total)
            )
        )

    def show_failure(self, error: KnownError) -> None:
        """Say why the fleet could not be opened, and stay."""
        self._heading.setText(self.tr("The fleet could not be opened"))
        self._words.setText(error_words(error))
        self._bar.hide()
        self._close.show()
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        self._close.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _line(parent: QWidget, words: str) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
