"""The one way to tell the user: short messages in a bar, never a dialog for each card."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from simdesk.models.errors import KnownError
from simdesk.models.redaction import Redactor
from simdesk.models.texts import Text
from simdesk.services.crash import Crashes, CrashReport
from simdesk.services.logs import trace_of
from simdesk.ui.text import error_words, said

KEPT = 100
"""How many messages the history keeps."""


class Weight(Enum):
    """How much a message matters; also the role it is drawn in."""

    TOLD = "info"
    DONE = "ok"
    WARNED = "warn"
    FAILED = "bad"


QUIET = (Weight.TOLD, Weight.DONE)
LOUD = (Weight.WARNED, Weight.FAILED)


@dataclass(frozen=True)
class Offer:
    """One thing to do about a message, as a button."""

    words: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Message:
    """`words` are translated and filled; `report` is what to read and to send, if anything."""

    weight: Weight
    words: str
    report: str | None = None
    offer: Offer | None = None


class Messages(QObject):
    """Where every part of the window says what the user should read."""

    said = Signal(object)
    """A Message."""
    reported = Signal(object)
    """A CrashReport: an unexpected error was met, here or elsewhere."""

    def __init__(self, parent: QObject | None = None, crashes: Crashes | None = None) -> None:
        """`crashes` keeps what unexpected errors leave; without, they are only told."""
        super().__init__(parent)
        self._crashes = crashes
        self.history: list[Message] = []

    def tell(self, words: Text | str, offer: Offer | None = None) -> None:
        self._say(Message(Weight.TOLD, said(words), offer=offer))

    def done(self, words: Text | str, offer: Offer | None = None) -> None:
        self._say(Message(Weight.DONE, said(words), offer=offer))

    def warn(self, words: Text | str, offer: Offer | None = None) -> None:
        self._say(Message(Weight.WARNED, said(words), offer=offer))

    def fail(self, error: KnownError, offer: Offer | None = None) -> None:
        """What happened, what to do next, and the provider's code."""
        self._say(Message(Weight.FAILED, error_words(error), offer=offer))

    def bug(self, error: BaseException, doing: str) -> None:
        """A mistake of ours, met while `doing`: it becomes a report that can be read."""
        if self._crashes is not None:
            self.report(self._crashes.collect(error, doing))
        else:
            told = f"{doing}\n{trace_of(error)}"
            words = self.tr("Something in SimDesk went wrong ({name}). Please report it.")
            self._say_report(words, type(error).__name__, Redactor().text(told))

    def report(self, report: CrashReport) -> None:
        """Say that an unexpected error was met, wherever it was."""
        self.reported.emit(report)
        words = self.tr("Something in SimDesk went wrong ({name}). Please report it.")
        if report.times == 1:
            words = self.tr(
                "Something in SimDesk went wrong ({name}). Nothing is sent until you have read its "
                "report and let sending go on."
            )
        self._say_report(words, report.kind, report.text)

    def _say_report(self, words: str, kind: str, report: str) -> None:
        self._say(Message(Weight.FAILED, words.format(name=kind), report=report))

    def _say(self, message: Message) -> None:
        self.history.append(message)
        del self.history[:-KEPT]
        self.said.emit(message)
