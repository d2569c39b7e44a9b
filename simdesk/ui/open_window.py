"""The main window of one desk: put on the screen, made anew in another language, taken down."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from simdesk.services.crash import Crashes, stop_sending
from simdesk.ui.ahead import Ahead
from simdesk.ui.bridge import Bridge
from simdesk.ui.context import Context
from simdesk.ui.garbage import set_aside_anew
from simdesk.ui.long_work import LongWork
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Messages
from simdesk.ui.news import News
from simdesk.ui.tasks import Tasks
from simdesk.ui.text import shown

if TYPE_CHECKING:
    from simdesk.compose import Desk

LASTING = frozenset({"sync", "sync on time", "backups"})
"""Tasks of the desk, not of a window: they go on whatever window there is, and are seen there."""
SET_ASIDE_MS = 2_000
"""So long after an old window has gone: what it was made of is garbage by then."""


class OpenWindow:
    """The main window and what belongs to it; both change when the window is made anew."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        """`window` has been furnished with `context`; needs a running loop."""
        self.window = window
        self.context = context
        self._arranging: list[Callable[[MainWindow], object]] = []
        self._closing = asyncio.Event()
        self.each_time(self._listen)

    def each_time(self, arrange: Callable[[MainWindow], object]) -> None:
        """Do something to the window now, and to each that takes its place."""
        self._arranging.append(arrange)
        arrange(self.window)

    def _listen(self, window: MainWindow) -> None:
        window.close_wanted.connect(self._closing.set)

    async def closed(self) -> None:
        """Return once the operator has asked to close and has answered what was asked."""
        await self._closing.wait()

    def renew(self, make: Callable[[], MainWindow] | None = None) -> None:
        """Put a new window in the place of this one, in the language that is spoken now.

        It has the same desk and messages, and stands where the old one stood: page, question,
        selection, docks. What the desk does goes on; what the old window was only reading ends.
        The old one is hidden, and goes when what must end in it has ended. `make` makes a window
        that is not furnished yet; a fleet's when absent.
        """
        from simdesk.ui.left_off import LeftOff

        old, before = self.window, self.context
        left = LeftOff.of(old)
        old.remember()
        desk = before.desk
        window = _unfurnished(desk) if make is None else make()
        tasks = Tasks(before.messages)
        bridge = Bridge(desk.announcer)
        after = Context(desk, tasks, before.messages, bridge, desk.preferences)
        ending = before.tasks.hand_over(tasks, LASTING)
        before.bridge.close()
        self.window, self.context = window, after
        if old.windowState() == Qt.WindowState.WindowNoState:
            window.setGeometry(old.geometry())  # what was saved allows for frames, which may differ
        _furnish(window, after)
        left.go_on_in(window)
        for arrange in self._arranging:
            arrange(window)
        old.hide()
        tasks.start(f"leave window {id(old):x}", self._leave(old, ending), replace=False)

    async def _leave(self, old: MainWindow, ending: "frozenset[asyncio.Task[object]]") -> None:
        try:
            await asyncio.gather(*ending, return_exceptions=True)
        finally:
            old.deleteLater()
        QTimer.singleShot(SET_ASIDE_MS, self.window, set_aside_anew)

    async def aclose(self) -> None:
        """Remember the window, end its tasks, take it down. The desk stays open."""
        self.window.remember()
        self.window.hide()
        self.context.bridge.close()
        await self.context.tasks.aclose()
        self.window.deleteLater()


def show_desk(
    desk: "Desk",
    crashes: Crashes | None = None,
    window: MainWindow | None = None,
    news: News | None = None,
) -> OpenWindow:
    """Put the main window of an open desk on the screen; needs a running loop.

    An unexpected error becomes a report in `crashes` and stops sending (F36). `window` is one that
    was on the screen before the desk was open. `news` hears what long work has come to.
    """
    desk.file_language.speak(shown)
    messages = Messages(crashes=crashes)
    messages.reported.connect(partial(stop_sending, desk.sending))
    context = Context(desk, Tasks(messages), messages, Bridge(desk.announcer), desk.preferences)
    if window is None:
        window = _unfurnished(desk)
    _furnish(window, context)
    opened = OpenWindow(window, context)
    if news is not None:
        opened.each_time(partial(_tell_news, opened, news))
    return opened


def _tell_news(opened: OpenWindow, news: News, window: MainWindow) -> None:
    LongWork(window, opened.context, news, lambda: opened.window)


def _unfurnished(desk: "Desk") -> MainWindow:
    return MainWindow(desk.name, desk.settings, preferences=desk.preferences.current)


def _furnish(window: MainWindow, context: Context) -> None:
    window.furnish(context)
    for part in (context.messages, context.tasks, context.bridge):
        part.setParent(window)
    window.show()
    Ahead(window)
