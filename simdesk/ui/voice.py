"""What happens away from the focus, announced to those who do not see it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from simdesk.ui.messages import LOUD, Message, Messages

Tell = Callable[[QAccessibleAnnouncementEvent], None]


class Voice(QObject):
    """Announces messages, bars that appear and operations that end, in the window's name.

    Trouble interrupts what is being read, all else waits for it to end. Nothing is announced twice
    in a row. `tell` hands an event to the system.
    """

    def __init__(self, window: QWidget, tell: Tell = QAccessible.updateAccessibility) -> None:
        super().__init__(window)
        self._window = window
        self._tell = tell
        self._last = ""

    def hear(
        self,
        messages: Messages,
        urgent: Iterable[SignalInstance] = (),
        quiet: Iterable[SignalInstance] = (),
    ) -> None:
        """Announce what these say from now on; the signals carry words."""
        messages.said.connect(self._on_said)
        for signal in urgent:
            signal.connect(self.interrupt)
        for signal in quiet:
            signal.connect(self.say)

    def say(self, words: str) -> None:
        """Announce when what is being read has ended."""
        self._announce(words, QAccessible.AnnouncementPoliteness.Polite)

    def interrupt(self, words: str) -> None:
        """Announce at once."""
        self._announce(words, QAccessible.AnnouncementPoliteness.Assertive)

    def _on_said(self, message: Message) -> None:
        self._last = ""  # the same thing done twice is told twice
        (self.interrupt if message.weight in LOUD else self.say)(message.words)

    def _announce(self, words: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
        if words == self._last:
            return
        self._last = words
        if words:
            event = QAccessibleAnnouncementEvent(self._window, words)
            event.setPoliteness(politeness)
            self._tell(event)
