"""The window on top of the desk: a desk is opened, shown, and closed in good order."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from simdesk.app_reviews import LateReviews, prepare
from simdesk.compose import Desk, SystemClock, open_desk, utc_now
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.paths import DESK_FILE
from simdesk.services import crash
from simdesk.services.crash import Crashes, CrashReport, read_report
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.recent import Recent
from simdesk.services.rescue import Rescue, forget_copy
from simdesk.services.watch import Watch
from simdesk.ui.desktop import SystemDesktop
from simdesk.ui.long_work import sync_of
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Messages, Offer
from simdesk.ui.news import News
from simdesk.ui.open_window import OpenWindow, show_desk
from simdesk.ui.opening import OpeningWindow
from simdesk.ui.rescue import RescueWindow, Wish


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
    opened.each_time(partial(prepare, desk))
    if asked.another is not None:
        opened.each_time(_let_change_fleet)
    _tell_of_hard_crash(opened, watch.watch_hard_crashes(folder))
    opened.window.preferred.tell_complaints()
    _keep_in_sync(opened, asked.news)
    reviews = LateReviews(
        asked.operator, opened, watch, asked.news, folder=folder, recent=asked.recent
    )
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
