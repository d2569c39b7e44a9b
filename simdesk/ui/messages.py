"""The one way to tell the user: short messages in a bar, never a dialog for each card."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from simdesk.models.errors import KnownError
from simdesk.models.texts import Text
from simdesk.ui.text import error_words, said

KEPT = 100
"""How many messages the history keeps."""


class Weight(Enum):
    """How much a message matters; also the role it is drawn in."""

    TOLD = "info"
    DONE = "ok"
    WARNED = "warn"
    FAILED = "bad"


@dataclass(frozen=True)
class Offer:
    """One thing to do about a message, as a button."""

    words: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Message:
    """`words` are translated and filled; `report` is what to send to the makers, if anything."""

    weight: Weight
    words: str
    report: str | None = None
    offer: Offer | None = None


class Messages(QObject):
    """Where every part of the window says what the user should read."""

    said = Signal(object)
    """A Message."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        """A mistake of ours, met while `doing`: asks for a report and carries its trace."""
        words = self.tr("Something in SimDesk went wrong ({name}). Please report it.").format(
            name=type(error).__name__
        )
        trace = "".join(traceback.format_exception(error))
        self._say(Message(Weight.FAILED, words, report=f"{doing}\n{trace}"))

    def _say(self, message: Message) -> None:
        self.history.append(message)
        del self.history[:-KEPT]
        self.said.emit(message)
