"""The banner that stands while nothing may be sent, and says why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, TINY


class SendingBanner(QFrame):
    """Hidden while sending is allowed; it cannot be dismissed.

    A button leads to what safe mode offers, while that is why.
    """

    safe_mode_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", "bad")
        self._context = context
        self._words = Words(self)
        self._offers = QPushButton(self.tr("What can be done…"), self)
        self._offers.clicked.connect(self.safe_mode_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, TINY, LARGE, TINY)
        line.addWidget(self._words, 1)
        line.addWidget(self._offers)
        context.bridge.sending_changed.connect(self.show_sending)
        self.show_sending()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_sending(self) -> None:
        """Say why nothing is sent; hide when it may be."""
        reason = self._context.desk.sending.reason
        self.setVisible(reason is not None)
        if reason is None:
            return
        custody = self._context.desk.custody
        self._offers.setVisible(custody.safe_mode.on or custody.restoring.since is not None)
        words = self.tr("Nothing is sent to the provider: {reason} Reading goes on.")
        self._words.say(words.format(reason=shown(reason)), "bad")
        self.setAccessibleName(self._words.text())
