"""News for somebody who looked away: long work has ended or failed behind other windows."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from simdesk.models.clock import Clock
from simdesk.services.preferences import PreferenceService
from simdesk.ui.desktop import Desktop

LONG = 10.0
"""Seconds of work that somebody turns away from."""


@dataclass(frozen=True)
class Story:
    """What became of it. `window` gives the one that tells more, `show` leads to the place there.

    `window` is asked when the story is told and again when it is pressed: windows are made anew.
    """

    words: str
    window: Callable[[], QWidget]
    show: Callable[[], None]
    bad: bool = False


class News:
    """One for all windows of the program. Work goes by a key of whoever tells of it."""

    def __init__(self, clock: Clock, desktop: Desktop, preferences: PreferenceService) -> None:
        self._clock = clock
        self._desktop = desktop
        self._preferences = preferences
        self._began: dict[Hashable, tuple[float, bool]] = {}
        """When, and whether somebody asked for it."""

    def knows(self, work: Hashable) -> bool:
        """It has begun, and has not ended."""
        return work in self._began

    def begin(self, work: Hashable, *, asked: bool = True) -> None:
        """It begins now; what is known already began earlier.

        What nobody `asked` for, such as a sync on time, is news only when it goes wrong.
        """
        self._began.setdefault(work, (self._clock.monotonic(), asked))

    def forget(self, work: Hashable) -> None:
        """It ended as the operator wanted: no news."""
        self._began.pop(work, None)

    def end(self, work: Hashable, story: Story) -> bool:
        """It has ended. Tells the desktop, as far as the operator wants that.

        Returns whether it is news: whether it was long, and its window not looked at.
        """
        began, asked = self._began.pop(work, (self._clock.monotonic(), False))
        if self._clock.monotonic() - began < LONG or not (asked or story.bad):
            return False
        window = story.window()
        if looked_at(window):
            return False
        if self._preferences.current.notifications:
            self._desktop.alert(window)
            self._desktop.say(
                window.windowTitle(), story.words, bad=story.bad, clicked=lambda: _follow(story)
            )
        return True

    def close(self) -> None:
        """Take away what the desktop still shows."""
        self._desktop.close()


def looked_at(window: QWidget) -> bool:
    """The window is the active one, or one of its dialogs is."""
    front = QApplication.activeWindow()
    while front is not None and front is not window:
        front = front.parentWidget()
    return front is window


def to_front(window: QWidget) -> None:
    """Bring a window before all others, also one that was made small."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _follow(story: Story) -> None:
    window = story.window()
    if isValid(window):  # it may have been closed since
        to_front(window)
        story.show()
