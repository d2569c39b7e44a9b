"""Windows of spreadsheets, put on top of a fleet's window or shown alone."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from simdesk.compose import Desk, SystemClock, make_reviews, open_desk, utc_now
from simdesk.models.filters import CardFilter
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.recent import Recent
from simdesk.services.review_folders import REVIEWS
from simdesk.services.settings import Settings
from simdesk.services.watch import Watch
from simdesk.ui.context import Context
from simdesk.ui.desktop import SystemDesktop
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Messages
from simdesk.ui.news import News
from simdesk.ui.open_window import OpenWindow, show_desk
from simdesk.ui.renewal import Renewal

if TYPE_CHECKING:
    from simdesk.ui.review.windows import ReviewWindows


async def review(
    path: Path,
    home: Path,
    settings: Path,
    operator: str,
    preferences: PreferenceService | None = None,
) -> int:
    """Show a spreadsheet alone, with no fleet, until its window is closed. Returns an exit status.

    While it is open it lies below `home`; `settings` is the file that remembers how it was read.
    """
    preferences = PreferenceService() if preferences is None else preferences
    news = News(SystemClock(), SystemDesktop(), preferences)
    watch = Watch(utc_now)
    loop = asyncio.get_running_loop()
    watch.begin(loop)
    try:
        emptied: asyncio.Future[None] = loop.create_future()
        windows = review_windows(
            operator, home, Settings(settings), watch=watch, preferences=preferences, news=news
        )
        renewal = Renewal(windows.renew, windows.messages, windows)
        windows.language_wanted.connect(renewal.speak)
        windows.emptied.connect(lambda: None if emptied.done() else emptied.set_result(None))
        windows.open(path)
        await emptied
        await windows.aclose()
        return 0
    finally:
        news.close()
        watch.close()


class LateReviews:
    """The windows of spreadsheets over a fleet's window: read and made when first wanted."""

    def __init__(
        self,
        operator: str,
        opened: OpenWindow,
        watch: Watch,
        news: News,
        *,
        folder: Path,
        recent: Recent | None,
    ) -> None:
        """`folder` is the fleet's; `recent` remembers what was opened."""
        self._operator, self._folder, self._recent = operator, folder, recent
        self._opened, self._watch, self._news = opened, watch, news
        self._windows: ReviewWindows | None = None
        self._renewal = Renewal(self._renew, opened.context.messages)
        opened.each_time(self._listen)

    def _listen(self, window: MainWindow) -> None:
        window.spreadsheet_wanted.connect(self._open)
        window.language_wanted.connect(self._renewal.speak)

    def _renew(self) -> None:
        """The fleet's window first: those of spreadsheets are held against its desk."""
        self._opened.renew()
        if self._windows is not None:
            self._windows.renew(self._opened.context)

    def _open(self, path: Path) -> None:
        opened = self._opened
        if self._recent is not None:
            self._recent.note_spreadsheet(path)
        if self._windows is None:
            desk = opened.context.desk
            windows = review_windows(
                self._operator,
                self._folder,
                desk.settings,
                opened.context,
                self._watch,
                preferences=desk.preferences,
                news=self._news,
            )
            windows.cards_wanted.connect(self._come_for_cards)
            windows.operation_wanted.connect(self._show_operation)
            windows.language_wanted.connect(self._renewal.speak)
            self._windows = windows
        self._windows.open(path, opened.window)

    def _come_for_cards(self, question: CardFilter) -> None:
        self._opened.window.come_for_cards(question)

    def _show_operation(self, operation_id: str) -> None:
        self._opened.window.show_operation(operation_id)

    async def aclose(self) -> None:
        """Close what is open; nothing is asked."""
        if self._windows is not None:
            await self._windows.aclose()


def review_windows(
    operator: str,
    home: Path,
    settings: Settings,
    fleet: Context | None = None,
    watch: Watch | None = None,
    *,
    preferences: PreferenceService | None = None,
    news: News | None = None,
) -> "ReviewWindows":
    """The windows of spreadsheets; they are held against `fleet`. Needs a running loop.

    While they are open they lie below `home`; `settings` remember how they were read.
    """
    from simdesk.ui.review.opening import Means
    from simdesk.ui.review.windows import ReviewWindows

    crashes = None if watch is None else watch.crashes
    preferences = PreferenceService() if preferences is None else preferences

    async def begin(folder: Path) -> Desk:
        redactor = None if watch is None else watch.redactor
        return await open_desk(
            folder, FleetPlan(), SystemClock(), operator,
            redactor=redactor, preferences=preferences,
        )  # fmt: skip

    def show(desk: Desk, window: MainWindow) -> OpenWindow:
        opened = show_desk(desk, crashes, window, news)
        opened.each_time(partial(prepare, desk))
        return opened

    messages = Messages(crashes=crashes) if fleet is None else fleet.messages
    means = Means(make_reviews(), begin, show, home / REVIEWS, settings, preferences, news)
    return ReviewWindows(means, messages, fleet)


def prepare(desk: Desk, window: MainWindow) -> None:
    """Read all cards into memory, beside the work and only when the first are on the screen."""
    window.cards.presenter.searched.connect(desk.cards.preparing.begin)
