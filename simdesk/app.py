"""The window on top of the desk: a desk is opened, shown, and closed in good order."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from simdesk.compose import Desk, SystemClock, make_reviews, open_desk, utc_now
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.paths import DESK_FILE
from simdesk.services import crash
from simdesk.services.crash import Crashes, CrashReport, read_report
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.recent import Recent
from simdesk.services.rescue import Rescue, forget_copy
from simdesk.services.review_folders import REVIEWS
from simdesk.services.settings import Settings
from simdesk.services.watch import Watch
from simdesk.ui.context import Context
from simdesk.ui.desktop import SystemDesktop
from simdesk.ui.long_work import sync_of
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Messages, Offer
from simdesk.ui.news import News
from simdesk.ui.open_window import OpenWindow, show_desk
from simdesk.ui.opening import OpeningWindow
from simdesk.ui.renewal import Renewal
from simdesk.ui.rescue import RescueWindow, Wish

if TYPE_CHECKING:
    from simdesk.ui.review.windows import ReviewWindows


@dataclass(frozen=True)
class Asked:
    """What is to be opened, by whom, and how."""

    folder: Path
    plan: FleetPlan
    operator: str
    safe: bool
    wish: Wish
    preferences: PreferenceService
    news: News
    recent: Recent | None = None
    """Where opened spreadsheets are remembered."""
    another: Callable[[], object] | None = None
    """Hears at the end that another fleet is wanted; without it none can be."""


async def live(
    folder: Path,
    plan: FleetPlan,
    operator: str,
    *,
    safe: bool = False,
    window: MainWindow | None = None,
    preferences: PreferenceService | None = None,
    recent: Recent | None = None,
    another: Callable[[], object] | None = None,
) -> int:
    """Open the fleet in `folder` and stay until its window is closed. Returns an exit status.

    `safe` opens it in safe mode, and a copy to look at where even that is refused. `window` is
    furnished, if there is one already. `preferences` are what the operator set. `recent` remembers
    spreadsheets; `another` hears that the window was closed to open another fleet.
    """
    preferences = PreferenceService() if preferences is None else preferences
    news = News(SystemClock(), SystemDesktop(), preferences)
    watch = Watch(utc_now)
    watch.begin(asyncio.get_running_loop())
    wish: Wish | None = Wish.AGAIN
    status = 0
    try:
        while wish is not None:
            opening = OpeningWindow(folder.name) if window is None else window
            opening.show()
            asked = Asked(folder, plan, operator, safe, wish, preferences, news, recent, another)
            status, wish = await _watched(watch, asked, opening)
            window = None
        return status
    except Exception as error:  # noqa: BLE001 - the raw words of an error go nowhere
        watch.report(error, "running")
        return 1
    finally:
        news.close()
        watch.close()


async def _watched(
    watch: Watch, asked: Asked, opening: OpeningWindow | MainWindow
) -> tuple[int, Wish | None]:
    """One desk from its opening to its end; the exit status, and how to go on if at all."""
    folder = asked.folder
    reporter = _Reporter(watch)
    rescue = Rescue(folder / DESK_FILE)
    copy: Path | None = None
    try:
        copy = await rescue.copy() if asked.wish is Wish.COPY else None
        progress = reporter.progress_from(opening)
        desk = await open_desk(
            folder, asked.plan, SystemClock(), asked.operator, progress,
            redactor=watch.redactor, safe=asked.safe, copy=copy, preferences=asked.preferences,
        )  # fmt: skip
    except KnownError as error:
        return 1, await _failed(opening, rescue, error, copy)
    except Exception as error:  # noqa: BLE001 - said here, since there is no other window yet
        if folder.is_dir():
            watch.crashes.keep_in(folder / crash.FOLDER)
        watch.report(error, "opening the fleet")
        return 1, await _failed(opening, rescue, _told(watch.crashes.latest), copy)
    if isinstance(opening, MainWindow) and opening.given_up:
        await desk.aclose()
        opening.deleteLater()
        return 0, None
    watch.settle(folder, desk.provider.now)
    opened = _shown(desk, watch.crashes, opening, asked.news)
    reporter.report_to(opened.context.messages)
    opened.each_time(partial(_prepare, desk))
    if asked.another is not None:
        opened.each_time(_let_change_fleet)
    _tell_of_hard_crash(opened, watch.watch_hard_crashes(folder))
    opened.window.preferred.tell_complaints()
    _keep_in_sync(opened, asked.news)
    reviews = _LateReviews(asked, desk, opened, watch)
    if copy is None:
        backups = desk.custody.backups.keep(opened.context.messages.fail)
        opened.context.tasks.start("backups", backups, replace=False)
    await opened.closed()
    await reviews.aclose()
    await opened.aclose()
    await desk.aclose()
    if copy is not None:
        forget_copy(copy)
    if opened.window.another_wanted and asked.another is not None:
        asked.another()
        return 0, None
    return 0, Wish.AGAIN if desk.custody.backups.restore_ready else None


def _keep_in_sync(opened: OpenWindow, news: News) -> None:
    """Sync now and as often as the operator set."""
    desk = opened.context.desk

    def sync() -> None:
        # Of the window there is by then: it may have been made anew.
        opened.context.tasks.start("sync", desk.following.sync(), replace=False)

    def sync_on_time() -> None:
        news.begin(sync_of(desk), asked=False)
        sync()

    if desk.preferences.current.sync_at_start:
        sync()
    opened.context.tasks.start("sync on time", desk.syncing.repeat(sync_on_time), replace=False)


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


class _LateReviews:
    """The windows of spreadsheets over a fleet's window: read and made when first wanted."""

    def __init__(self, asked: Asked, desk: Desk, opened: OpenWindow, watch: Watch) -> None:
        self._asked, self._desk, self._watch = asked, desk, watch
        self._opened = opened
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
        if self._asked.recent is not None:
            self._asked.recent.note_spreadsheet(path)
        if self._windows is None:
            windows = review_windows(
                self._asked.operator,
                self._asked.folder,
                self._desk.settings,
                opened.context,
                self._watch,
                preferences=self._desk.preferences,
                news=self._asked.news,
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
        opened.each_time(partial(_prepare, desk))
        return opened

    messages = Messages(crashes=crashes) if fleet is None else fleet.messages
    means = Means(make_reviews(), begin, show, home / REVIEWS, settings, preferences, news)
    return ReviewWindows(means, messages, fleet)


def _prepare(desk: Desk, window: MainWindow) -> None:
    """Read all cards into memory, beside the work and only when the first are on the screen."""
    window.cards.presenter.searched.connect(desk.cards.preparing.begin)


def _let_change_fleet(window: MainWindow) -> None:
    window.can_change_fleet = True


def _shown(
    desk: Desk, crashes: Crashes, opening: OpeningWindow | MainWindow, news: News
) -> OpenWindow:
    if isinstance(opening, MainWindow):
        return show_desk(desk, crashes, opening, news)
    opened = show_desk(desk, crashes, news=news)
    opening.close()
    opening.deleteLater()
    return opened


async def _failed(
    opening: OpeningWindow | MainWindow, rescue: Rescue, error: KnownError, copy: Path | None
) -> Wish | None:
    """Say what happened, and what can be done where there is a desk; how to go on, if at all."""
    if copy is not None:
        forget_copy(copy)
    if isinstance(opening, MainWindow) and opening.given_up:
        opening.deleteLater()
        return None
    if isinstance(opening, OpeningWindow) and not rescue.desk.exists():
        await _stay(opening, error)
        return None
    opening.close()
    opening.deleteLater()
    window = RescueWindow(rescue, error)
    window.show()
    try:
        return await window.wish()
    finally:
        await window.aclose()


def _told(report: CrashReport | None) -> KnownError:
    kind = "" if report is None else report.kind
    place = "" if report is None or report.path is None else str(report.path)
    return KnownError(
        text(QT_TRANSLATE_NOOP("trade", "Something in SimDesk went wrong ({kind})."), kind=kind),
        text(QT_TRANSLATE_NOOP("trade", "The report to send is {path}."), path=place)
        if place
        else None,
    )


def _tell_of_hard_crash(opened: OpenWindow, trace: Path | None) -> None:
    if trace is None:
        return
    messages = opened.context.messages

    def show() -> None:
        try:
            opened.window.show_report(read_report(trace))
        except KnownError as error:
            messages.fail(error)

    messages.warn(
        QCoreApplication.translate(
            "app", "The last run of SimDesk was ended by the system in the middle of its work."
        ),
        Offer(QCoreApplication.translate("app", "Read report…"), show),
    )


async def _stay(opening: OpeningWindow, error: KnownError) -> None:
    closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def end() -> None:
        if not closed.done():
            closed.set_result(None)

    opening.closed.connect(end)
    opening.show_failure(error)
    await closed


class _Reporter(QObject):
    """Brings what other threads say to the window's thread: progress and mistakes of ours."""

    progressed = Signal(int, int)
    reported = Signal(object)
    """A CrashReport."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._early: list[CrashReport] = []
        self._messages: Messages | None = None
        self.reported.connect(self._on_reported)
        watch.tell_to(self.reported.emit)

    def progress_from(self, opening: OpeningWindow | MainWindow) -> Any:  # noqa: ANN401 - a bound signal
        self.progressed.connect(opening.show_progress)
        return self.progressed.emit

    def report_to(self, messages: Messages) -> None:
        """From now on nothing that fails anywhere stays unsaid, nor what failed before."""
        self._messages = messages
        for report in self._early:
            messages.report(report)

    def _on_reported(self, report: CrashReport) -> None:
        if self._messages is None:
            self._early.append(report)
        else:
            self._messages.report(report)
