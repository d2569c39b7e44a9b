"""Closing while operations are in flight: finish what is sent and stop, or stay."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simdesk.ui.theme import LARGE, MEDIUM, SMALL


class ClosingDialog(QDialog):
    """Accepted: close. Rejected: stay, which Esc and Enter choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Operations are running"))
        heading = QLabel(self.tr("Operations are running"), self)
        heading.setObjectName("heading")
        words = QLabel(
            self.tr(
                "What has been sent to the provider is finished before SimDesk closes. Cards that "
                "are still waiting are not sent; you can start them again from Operations."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setMinimumWidth(420)
        stay = QPushButton(self.tr("Stay"), self)
        stay.setDefault(True)
        stay.clicked.connect(self.reject)
        close = QPushButton(self.tr("Finish what is in flight and close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(stay)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(MEDIUM)
        box.addWidget(heading)
        box.addWidget(words)
        box.addLayout(row)
        stay.setFocus()
