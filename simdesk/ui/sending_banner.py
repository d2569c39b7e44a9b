"""The banner that stands while nothing may be sent, and says why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simdesk.ui.asking_bar import AskingBar
from simdesk.ui.context import Context
from simdesk.ui.text import shown


class SendingBanner(AskingBar):
    """Hidden while sending is allowed; it cannot be dismissed.

    A button leads to what safe mode offers, while that is why.
    """

    safe_mode_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("bad", self.tr("What can be done…"), parent)
        self._context = context
        self.button.clicked.connect(self.safe_mode_wanted)
        context.bridge.sending_changed.connect(self.show_sending)
        self.show_sending()

    def show_sending(self) -> None:
        """Say why nothing is sent; hide when it may be."""
        reason = self._context.desk.sending.reason
        custody = self._context.desk.custody
        self.button.setVisible(custody.safe_mode.on or custody.restoring.since is not None)
        words = self.tr("Nothing is sent to the provider: {reason} Reading goes on.")
        self.say("" if reason is None else words.format(reason=shown(reason)))
