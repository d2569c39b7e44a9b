"""The bar above the audit: verifying, and whether the chain of records is whole."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.audit_chain import ChainVerdict
from simdesk.ui.asking_bar import AskingBar
from simdesk.ui.joining import sentences
from simdesk.ui.text import count_shown, moment_shown, shown


class AuditVerdictBar(AskingBar):
    """Hidden until something is verified. `stop_wanted` asks to verify no further."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", "", parent)
        self.button.setProperty("flat", True)
        self.button.clicked.connect(self._on_pressed)
        self._verifying = False

    def show_progress(self, done: int, total: int) -> None:
        """Say how many records are verified."""
        self._verifying = True
        words = self.tr("Verifying the chain of records…")
        if total:
            words = self.tr("Verifying the chain: {done} of {total} records").format(
                done=count_shown(done), total=count_shown(total)
            )
        self._say(words, "info", self.tr("Stop"))

    def show_verdict(self, verdict: ChainVerdict, at: datetime) -> None:
        """Say what was found at the business time `at`."""
        self._verifying = False
        if verdict.broken is not None:
            before = self.tr("Whole records before it: {count}.").format(
                count=count_shown(verdict.head.number)
            )
            said = sentences((shown(verdict.broken.words), before))
            self._say(said, "bad", self.tr("Hide"))
            return
        words = self.tr(
            "The chain is whole. Records: {records}. Heads noted outside of the desk that agree:"
            " {anchors}. Verified {at}."
        ).format(
            records=count_shown(verdict.head.number),
            anchors=count_shown(verdict.anchors),
            at=moment_shown(at),
        )
        if verdict.unreadable:
            noted = self.tr("Noted lines that cannot be read: {count}.")
            words = sentences((words, noted.format(count=count_shown(verdict.unreadable))))
        self._say(words, "warn" if verdict.unreadable else "ok", self.tr("Hide"))

    def end(self) -> None:
        """Verifying was stopped or failed: there is nothing to say."""
        if self._verifying:
            self._verifying = False
            self.hide()

    def _say(self, words: str, role: str, button: str) -> None:
        self.colour(role)
        if self.button.text() != button:
            self.button.setText(button)
            self.button.setAccessibleName(button)
        self.say(words)

    def _on_pressed(self) -> None:
        if self._verifying:
            self.stop_wanted.emit()
        else:
            self.hide()
