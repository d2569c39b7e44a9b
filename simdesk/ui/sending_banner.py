"""The banner that stands while nothing may be sent, and says why."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, TINY


class SendingBanner(QFrame):
    """Hidden while sending is allowed; it cannot be dismissed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", "bad")
        self._context = context
        self._words = Words(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, TINY, LARGE, TINY)
        line.addWidget(self._words, 1)
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
        words = self.tr("Nothing is sent to the provider: {reason} Reading goes on.")
        self._words.say(words.format(reason=shown(reason)), "bad")
        self.setAccessibleName(self._words.text())
