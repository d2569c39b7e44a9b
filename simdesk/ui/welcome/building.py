"""What stands in place of the doors while a demo fleet is built: how far it is, and a way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from simdesk.ui.text import count_shown
from simdesk.ui.theme import LARGE, MEDIUM


class BuildingPanel(QFrame):
    """Cards done and in all, a bar, and Cancel."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAccessibleName(self.cancel.text())
        self.cancel.clicked.connect(self._on_cancel_clicked)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(MEDIUM)
        box.addStretch(1)
        box.addWidget(self.words)
        box.addWidget(self._bar)
        box.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)

    def begin(self, total: int) -> None:
        """A fleet of so many cards is being built from now on."""
        self.cancel.setEnabled(True)
        self._bar.setRange(0, 0)
        words = self.tr("Building the demo fleet of {total} cards")
        self.words.setText(words.format(total=count_shown(total)))

    def show_progress(self, done: int, total: int) -> None:
        """So many of its cards are there."""
        if not self.cancel.isEnabled():
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.words.setText(
            self.tr("Building the demo fleet: {done} of {total} cards").format(
                done=count_shown(done), total=count_shown(total)
            )
        )

    def show_opening(self) -> None:
        """It is built; its window comes next."""
        self.cancel.setEnabled(False)
        self._bar.setRange(0, 0)
        self.words.setText(self.tr("The fleet is built. Opening its window."))

    def _on_cancel_clicked(self) -> None:
        self.cancel.setEnabled(False)
        self.words.setText(self.tr("Stopping at the end of this step"))
        self.cancel_wanted.emit()
