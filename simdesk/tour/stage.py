"""The stage of the tour: the window, how a step waits, looks and takes its picture."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from simdesk.compose import Desk
from simdesk.models.clock import Clock
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter
from simdesk.ui.details.dock import Tab
from simdesk.ui.open_window import OpenWindow
from simdesk.ui.review.windows import ReviewWindows
from simdesk.ui.theme import role

PATIENCE = 120.0
RESTLESS = frozenset({"sync", "operations", "operation items"})
"""Readings that go on as long as something is sent or synced."""
RESTLESS_SECONDS = 2.0
_LOOK_EVERY = 0.02
_QUIET_ROUNDS = 5
W = TypeVar("W", bound=QWidget)


class TourError(Exception):
    """A step of the tour did not come to what it should show."""


@dataclass
class Stage:
    """The window on stage, and how a step waits, looks and takes its picture."""

    desk: Desk
    opened: OpenWindow
    out: Path
    clock: Clock
    taken: list[Path]
    reviews: ReviewWindows
    front: QWidget | None = None
    """The window in front where it is not the fleet's: that of a review."""

    @property
    def window(self) -> QWidget:
        return self.opened.window if self.front is None else self.front

    async def until(self, reached: Callable[[], object], what: str) -> None:
        """Wait until `reached`. Raises TourError after two minutes."""
        deadline = self.clock.monotonic() + PATIENCE
        while not reached():
            if self.clock.monotonic() > deadline:
                raise TourError(f"waited in vain for {what}")
            await asyncio.sleep(_LOOK_EVERY)

    async def until_async(self, reached: Callable[[], Awaitable[bool]], what: str) -> None:
        """Wait until `reached` answers yes. Raises TourError after two minutes."""
        deadline = self.clock.monotonic() + PATIENCE
        while not await reached():
            if self.clock.monotonic() > deadline:
                raise TourError(f"waited in vain for {what}")
            await asyncio.sleep(_LOOK_EVERY)

    async def quiet(self) -> None:
        """Wait until no reading of the window is under way, a few rounds in a row.

        While something is sent, readings never end: after a few seconds the picture is due anyway.
        """
        deadline = self.clock.monotonic() + RESTLESS_SECONDS
        rounds = 0
        while rounds < _QUIET_ROUNDS:
            sending = self.desk.operations.running
            if sending and self.clock.monotonic() > deadline:
                return
            busy = self.opened.context.tasks.names() - RESTLESS
            rounds = 0 if busy else rounds + 1
            await asyncio.sleep(_LOOK_EVERY * 2)

    async def ask(self, question: CardFilter) -> None:
        """Show a question in the table and wait for its answer."""
        self.opened.window.show_cards(question)
        await self.quiet()

    async def look_at(self, words: str, tab: Tab) -> None:
        """Look into the third card that matches the filter `words`, or the last, at one tab."""
        cards = self.opened.window.cards
        await self.ask(parse_filter(words))
        cards.table.setFocus()
        cards.table.go_to(min(2, cards.table.cards.rowCount() - 1))
        await self.quiet()
        cards.show_details()
        cards.details.open_tab(tab)
        await self.quiet()

    def dialog(self, kind: type[W]) -> W:
        """The dialog of this kind that is open. Raises TourError."""
        for found in QApplication.topLevelWidgets():
            if isinstance(found, kind) and found.isVisible():
                return found
        raise TourError(f"no {kind.__name__} is open")

    def picture(self, name: str) -> None:
        """Save the window, with whatever stands open above it, as the next numbered picture."""
        path = self.out / f"{len(self.taken) + 1:02d}-{name}.png"
        if not _composed(self.window).save(str(path)):
            raise TourError(f"{path} could not be written")
        self.taken.append(path)


def above(window: QWidget) -> list[QWidget]:
    """The dialogs and menus that stand open over the window."""
    tops = QApplication.topLevelWidgets()
    kinds = (QDialog, QMenu)
    return [top for top in tops if isinstance(top, kinds) and top.isVisible() and top != window]


def _composed(window: QWidget) -> QPixmap:
    # Offscreen there is no screen to photograph: dialogs are painted where they would stand.
    picture = window.grab()
    painter = QPainter(picture)
    for top in above(window):
        at = top.pos() - window.pos() if isinstance(top, QMenu) else _centred(window, top)
        frame = QRect(at, top.size())
        painter.drawPixmap(at, top.grab())
        painter.setPen(role("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))
    painter.end()
    return picture


def _centred(window: QWidget, top: QWidget) -> QPoint:
    return QPoint(
        (window.width() - top.width()) // 2, max(24, (window.height() - top.height()) // 3)
    )
