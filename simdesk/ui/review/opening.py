"""One spreadsheet under review, from the moment it is chosen until its window is closed."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from simdesk.models.errors import KnownError
from simdesk.models.sheet_mapping import Mapping as SheetMapping
from simdesk.models.sheet_mapping import Understanding
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.paths import SETTINGS_FILE
from simdesk.services.preferences import PreferenceService
from simdesk.services.review_folders import ReviewFolder, begin_review
from simdesk.services.settings import Settings
from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.main_window import CARDS, MainWindow
from simdesk.ui.news import News, Story
from simdesk.ui.pages import review_pages
from simdesk.ui.review.banner import ReviewBanner
from simdesk.ui.review.mapping_dialog import MappingDialog
from simdesk.ui.review.mapping_memory import MappingMemory
from simdesk.ui.review.opening_dialog import OpeningDialog
from simdesk.ui.review.told import arranged
from simdesk.ui.text import error_words

if TYPE_CHECKING:
    from simdesk.compose import Desk
    from simdesk.models.reviews import ReviewOf
    from simdesk.services.reviewing.reviews import Loaded, Reviews
    from simdesk.ui.context import Context

_COLUMNS, _WINDOW = "columns", "window"
"""Sections of the settings in which a review begins like the fleet's window."""


class Leaving(Protocol):
    """A dialog over the review that holds a file in the review's folder."""

    async def aclose(self) -> None:
        """Let go of the file; a second time does nothing."""


class Shown(Protocol):
    """A window on an open desk."""

    @property
    def context(self) -> "Context": ...

    def renew(self, make: Callable[[], MainWindow] | None = None) -> None:
        """Put a new window, which `make` makes, in the place of this one."""

    async def closed(self) -> None:
        """Return once the operator has asked to close."""

    async def aclose(self) -> None:
        """Take the window down; the desk stays open."""


@dataclass(frozen=True)
class Means:
    """What reviews are made with, handed in by whoever puts windows on desks.

    `folder` is where they lie while they are open; `settings` remember how files were read;
    `preferences` are those of every window; `news` are told when one is loaded or cannot be.
    """

    reviews: "Reviews"
    begin: Callable[[Path], Awaitable["Desk"]]
    show: Callable[["Desk", MainWindow], Shown]
    folder: Path
    settings: Settings
    preferences: PreferenceService = field(default_factory=PreferenceService)
    news: News | None = None


class Opening:
    """`opened` hears when the window is complete, `given_up` when the operator wants no more."""

    def __init__(
        self,
        path: Path,
        means: Means,
        over: QWidget | None,
        *,
        opened: Callable[["Opening", Shown], None],
        given_up: Callable[[], None],
    ) -> None:
        self.path = path
        self.review: ReviewOf | None = None
        self.desk: Desk | None = None
        self.window: MainWindow | None = None
        self.banner: ReviewBanner | None = None
        self.context: Context | None = None
        self.dialogs: list[Leaving] = []
        self._own = False
        self._shown_as: Shown | None = None
        self._means = means
        self._over = over
        self._opened = opened
        self._given_up = given_up
        self.dialog = OpeningDialog(path.name, over)

    async def live(self) -> None:
        """Open it, and return when its window is closed. Cancelling ends it in good order."""
        closed: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.finished.connect(partial(_settle, closed))
        self.dialog.rejected.connect(self._given_up)
        self.dialog.show()
        try:
            await self._live()
        except KnownError as error:
            await self._tell_failure(error, closed)
        except Exception as error:
            # Where no fleet's window stands, nobody else says it.
            await self._tell_failure(_unexpected(error), closed)
            raise
        finally:
            if self._means.news is not None:
                self._means.news.forget(self)
            self.dialog.hide()
            self.dialog.deleteLater()

    async def _tell_failure(self, error: KnownError, closed: "asyncio.Future[int]") -> None:
        self.dialog.rejected.disconnect(self._given_up)
        self.dialog.show_failure(error)
        self._tell_news(error_words(error), self.dialog, bad=True)
        await closed

    def _tell_news(self, words: str, window: QWidget, *, bad: bool = False) -> None:
        """The window says it by itself: what is new is said to the desktop alone."""
        if self._means.news is not None:
            story = Story(words, lambda: self.window or window, lambda: None, bad)
            self._means.news.end(self, story)

    async def _live(self) -> None:
        found = await self._means.reviews.look(self.path)
        self._own = found.own
        mapping = found.mapping if found.own else await self._agreed(found)
        if mapping is None:
            return
        if self._means.news is not None:
            self._means.news.begin(self)
        folder = begin_review(self._means.folder)
        try:
            await self._read(mapping, folder)
        finally:
            await asyncio.shield(asyncio.to_thread(folder.remove))

    async def _agreed(self, found: Understanding) -> SheetMapping | None:
        """How the file is to be read, once the operator has looked at it; None to leave it."""
        memory = MappingMemory(self._means.settings)
        dialog = MappingDialog(self.path.name, found, memory, self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        dialog.finished.connect(partial(_settle, answer))
        self.dialog.hide()
        dialog.open()
        try:
            if not await answer:
                return None
            mapping = dialog.mapping
            memory.keep(dialog.guess, mapping)
        finally:
            dialog.hide()
            dialog.deleteLater()
        self.dialog.show_loading(0, 0, 0)
        self.dialog.show()
        return mapping

    # Reading

    async def _read(self, mapping: SheetMapping, folder: ReviewFolder) -> None:
        file = folder.path / SETTINGS_FILE
        settings = Settings(file)
        settings.put(_WINDOW, self._means.settings.get(_WINDOW))
        columns = self._means.preferences.current.columns
        found = self._means.settings.get(_COLUMNS)
        fleet = Arrangement.from_settings(found) if found else Arrangement.choosing(columns)
        settings.put(_COLUMNS, arranged(fleet, mapping.keys, own=self._own).to_settings())
        try:
            self.review = await self._means.reviews.load(
                self.path, mapping, folder.path, lambda loaded: self._on_loaded(loaded, folder.path)
            )
            self.desk = await self._means.begin(folder.path)
            try:
                await self._shown(self.desk)
            finally:
                await self.desk.aclose()
        finally:
            if self.window is not None:
                self.window.hide()
                self.window.deleteLater()
                self.window = None

    def _on_loaded(self, loaded: "Loaded", folder: Path) -> None:
        """So much of it is there; its first rows come on the screen as soon as they can."""
        if loaded.first and self.window is None:
            window = self._make_window(folder)
            window.show_early(loaded.first, {})
            window.show()
            if self.banner is not None:
                self.banner.setFocus()
            self.dialog.hide()
        told = self.dialog if self.banner is None else self.banner
        told.show_loading(loaded.rows, loaded.ordered, loaded.to_order)

    def _make_window(self, folder: Path) -> MainWindow:
        name = QCoreApplication.translate("review", "{file} (review)").format(file=self.path.name)
        window = MainWindow(
            name,
            Settings(folder / SETTINGS_FILE),
            (CARDS, *review_pages()),
            self._means.preferences.current,
        )
        self.banner = ReviewBanner(window)
        self.banner.stop_wanted.connect(self._given_up)
        window.close_wanted.connect(self._on_close_wanted)
        window.put_above(self.banner)
        self.window = window
        return window

    def _on_close_wanted(self) -> None:
        if self.window is not None and not self.window.furnished:
            self._given_up()

    # Showing

    def renew(self) -> None:
        """Make its window anew, in the language that is spoken now; not before it is complete."""
        desk, shown = self.desk, self._shown_as
        if desk is not None and shown is not None:
            shown.renew(lambda: self._make_window(desk.folder))
            self._opened(self, shown)

    async def _shown(self, desk: "Desk") -> None:
        window = self.window or self._make_window(desk.folder)
        opened = self._means.show(desk, window)
        self._shown_as = opened
        self.dialog.hide()
        try:
            self._opened(self, opened)
            words = QCoreApplication.translate("review", "“{file}” is open.")
            self._tell_news(words.format(file=self.path.name), window)
            await opened.closed()
        finally:
            self.window = self._shown_as = None
            await opened.aclose()
            for dialog in self.dialogs:
                await dialog.aclose()


def _unexpected(error: Exception) -> KnownError:
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "Something in SimDesk went wrong ({kind})."),
            kind=type(error).__name__,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Please report it.")),
    )


def _settle(answer: "asyncio.Future[int]", code: int) -> None:
    if not answer.done():
        answer.set_result(code)
