"""Every spreadsheet that is open for review; each lives until its window is closed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simdesk.ui.messages import Messages
from simdesk.ui.review.opening import Means, Opening, Shown
from simdesk.ui.review.refused import RefusedDialog
from simdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from simdesk.ui.context import Context


class ReviewWindows(QObject):
    """`home` is the desk that reviews are compared with; None where there is none."""

    emptied = Signal()
    """The last one was closed, or was not opened after all."""

    def __init__(self, means: Means, messages: Messages, home: "Context | None" = None) -> None:
        super().__init__()
        self._means = means
        self._home = home
        self._tasks = Tasks(messages, self)
        self._open: dict[Path, Opening] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The files that are open, or being opened."""
        return tuple(path.name for path in self._open)

    def open(self, path: Path, over: QWidget | None = None) -> None:
        """Open a spreadsheet; one that is open comes to the front. Needs a running loop."""
        known = self._open.get(path)
        if known is not None:
            front = known.window or known.dialog
            front.raise_()
            front.activateWindow()
            return
        opening = Opening(
            path, self._means, over, opened=self._on_opened, given_up=partial(self._give_up, path)
        )
        self._open[path] = opening
        self._tasks.start(_task(path), self._live(opening), replace=False)

    async def _live(self, opening: Opening) -> None:
        try:
            await opening.live()
        finally:
            self._open.pop(opening.path, None)
            if not self._open:
                self.emptied.emit()

    def _give_up(self, path: Path) -> None:
        self._tasks.cancel(_task(path))

    async def aclose(self) -> None:
        """Close all of them; nothing is asked, for nothing of theirs could be lost."""
        await self._tasks.aclose()

    # What the banner offers

    def _on_opened(self, opening: Opening, window: Shown) -> None:
        banner, review = opening.banner, opening.review
        if banner is None or review is None:
            return
        if opening.window is not None:
            opening.window.spreadsheet_wanted.connect(partial(self.open, over=opening.window))
        banner.show_review(review, desk=self._home is not None)
        banner.refused_wanted.connect(partial(self._show_refused, opening))
        banner.compare_wanted.connect(partial(self._compare, opening, window))
        banner.bring_back_wanted.connect(partial(self._bring_back, opening, window))

    def _show_refused(self, opening: Opening) -> None:
        review = opening.review
        if review is not None:
            RefusedDialog(review, opening.window).open()

    def _compare(self, opening: Opening, window: Shown) -> None:
        raise NotImplementedError

    def _bring_back(self, opening: Opening, window: Shown) -> None:
        raise NotImplementedError


def _task(path: Path) -> str:
    return f"review {path}"
