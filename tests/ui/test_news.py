"""Long work that ends behind other windows is told to the desktop; short or watched work is not."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from simdesk.app import _keep_in_sync
from simdesk.models.action import Action
from simdesk.models.changes import BackupsChanged, ExportsChanged, OperationsChanged, SyncMoved
from simdesk.models.errors import KnownError
from simdesk.models.operations import Hold, ItemState, OperationRow, OperationState, Request
from simdesk.models.texts import text
from simdesk.services import sync_pace
from simdesk.services.export_words import ExportRow, ExportState
from simdesk.services.operation_outcomes import PAUSED as BY_HAND
from simdesk.services.preferences import PreferenceService
from simdesk.ui.desktop import SystemDesktop, system_tray
from simdesk.ui.long_work import BACKUP, SYNC, LongWork, sync_of
from simdesk.ui.messages import Weight
from simdesk.ui.news import LONG, News, Story, looked_at
from simdesk.ui.open_window import show_desk
from simdesk.ui.shortcut_sheet import ShortcutSheet
from tests.conftest import VirtualClock
from tests.factories import a_moment
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until
from tests.ui.test_export_dialog import an_export

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
S = ItemState
RUNNING = OperationRow(
    "one",
    Request(Action.SUSPEND),
    OperationState.RUNNING,
    "li",
    a_moment(),
    None,
    {S.DONE: 100, S.PLANNED: 400},
)
ENDED = replace(RUNNING, state=OperationState.FINISHED, counts={S.DONE: 500})
TROUBLED = replace(ENDED, counts={S.DONE: 497, S.FAILED: 3})
STOPPED = replace(RUNNING, state=OperationState.STOPPED, counts={S.DONE: 90, S.WITHDRAWN: 410})


@dataclass
class FakeDesktop:
    """Keeps what it was told; `press` is the click on the last message."""

    alerts: list[QWidget] = field(default_factory=list)
    told: list[tuple[str, bool]] = field(default_factory=list)
    press: Callable[[], None] = lambda: None
    closed: bool = False

    def alert(self, window: QWidget) -> None:
        self.alerts.append(window)

    def say(self, title: str, words: str, *, bad: bool, clicked: Callable[[], None]) -> None:
        assert title
        self.told.append((words, bad))
        self.press = clicked

    def close(self) -> None:
        self.closed = True


@dataclass
class Stage:
    desk: FakeDesk
    window: Any
    news: News
    desktop: FakeDesktop
    clock: VirtualClock
    other: QWidget

    async def look_away(self) -> None:
        self.other.show()
        self.other.activateWindow()
        await until(lambda: QApplication.activeWindow() is self.other)

    async def look(self) -> None:
        self.window.activateWindow()
        await until(lambda: looked_at(self.window))

    @property
    def said(self) -> list[str]:
        return [one.words for one in self.window._context.messages.history]

    async def operation(self, *rows: OperationRow, seconds: float = LONG) -> None:
        """It is seen as each row says, with so much time between."""
        for at, row in enumerate(rows):
            self.clock.now += seconds if at else 0.0
            self.desk.operations.rows = (row,)
            self.window.operations.load()
            await self.rest()

    async def rest(self) -> None:
        tasks = self.window._context.tasks
        await until(lambda: not tasks.names() - {"details"})

    async def task(self, name: str, seconds: float, work: Callable[[], None]) -> None:
        async def run() -> None:
            self.clock.now += seconds
            work()

        self.window._context.tasks.start(name, run(), replace=False)
        await self.rest()


@asynccontextmanager
async def a_stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A window that nobody looks at."""
    desk, clock, desktop = FakeDesk(tmp_path, a_fleet(20)), VirtualClock(), FakeDesktop()
    news = News(clock, desktop, desk.preferences)
    other = QWidget()
    async with a_window(desk) as window:
        LongWork(window, window._context, news, lambda: window)
        stage = Stage(desk, window, news, desktop, clock, other)
        await stage.rest()
        await stage.look_away()
        try:
            yield stage
        finally:
            other.hide()
            other.deleteLater()


SUSPEND = "Suspend of 500 cards"


@pytest.mark.parametrize(
    ("end", "told", "bad"),
    [
        (ENDED, f"{SUSPEND} has ended: 500 of 500", False),
        (TROUBLED, f"{SUSPEND} has ended: 500 of 500 · 3 refused", True),
        (STOPPED, f"{SUSPEND} was stopped early: 90 of 500 · 410 not started", True),
    ],
)
async def test_a_long_operation_is_told_once_and_leads_to_itself(
    qloop: object, tmp_path: Path, end: OperationRow, told: str, bad: bool
) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.operation(RUNNING, end, end)
        assert stage.desktop.told == [(told, bad)]
        assert stage.desktop.alerts == [stage.window]
        assert stage.said == [told]
        message = stage.window._context.messages.history[-1]
        assert message.weight is (Weight.WARNED if bad else Weight.DONE)
        stage.window.show_page("cards")
        stage.window.showMinimized()
        stage.desktop.press()
        assert stage.window.front_page == "operations"
        assert not stage.window.isMinimized()
        await until(lambda: looked_at(stage.window))


async def test_one_that_paused_itself_is_told_by_hand_not(qloop: object, tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        paused = replace(RUNNING, hold=Hold.PAUSED, hold_reason="Too many were refused.")
        await stage.operation(RUNNING, paused)
        words = f"{SUSPEND} paused itself and waits for your word: 100 of 500"
        assert stage.desktop.told == [(words, True)]
        assert stage.said == []  # the bar about it says so
        by_hand = replace(paused, id="two", hold_reason=str(BY_HAND))
        await stage.operation(replace(RUNNING, id="two"), by_hand, replace(ENDED, id="two"))
        assert len(stage.desktop.told) == 1


async def test_short_or_watched_work_is_no_news(qloop: object, tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.operation(RUNNING, ENDED, seconds=LONG - 0.1)
        assert not stage.desktop.told
        await stage.look()
        await stage.operation(RUNNING, ENDED)
        assert not stage.desktop.told
        assert not stage.desktop.alerts
        assert not stage.said


async def test_a_dialog_of_the_window_is_looking_at_it(qloop: object, tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.look()
        stage.window.show_shortcuts()
        await until(lambda: isinstance(QApplication.activeWindow(), ShortcutSheet))
        assert looked_at(stage.window)
        QApplication.activeWindow().close()


async def test_without_notifications_it_is_in_the_window(qloop: object, tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        stage.desk.preferences.change({"notifications": False})
        await stage.operation(RUNNING, ENDED)
        assert not stage.desktop.told
        assert not stage.desktop.alerts
        assert stage.said == [f"{SUSPEND} has ended: 500 of 500"]


# Syncs and backups


def failing() -> None:
    raise KnownError(text("The provider does not answer."))


async def test_a_sync_is_told_when_it_ends_and_when_it_fails(qloop: object, tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.task(SYNC, LONG, lambda: None)
        assert stage.desktop.told == [("The sync has ended.", False)]
        await stage.task(SYNC, LONG, failing)
        assert stage.desktop.told[1:] == [("The provider does not answer.", True)]
        assert stage.said == ["The sync has ended.", "The provider does not answer."]


async def test_a_sync_on_time_is_news_only_when_it_fails(qloop: object, tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        for work in (lambda: None, failing):
            stage.news.begin(sync_of(stage.desk), asked=False)  # type: ignore[arg-type]
            await stage.task(SYNC, LONG, work)
        assert stage.desktop.told == [("The provider does not answer.", True)]


async def test_the_program_asks_for_a_sync_at_the_start_and_for_none_on_time(
    qloop: object, tmp_path: Path
) -> None:
    async with a_stage(tmp_path) as stage:
        desk, hurry = stage.desk, list[Callable[[], None]]()

        async def repeat(begin: Callable[[], None]) -> None:
            hurry.append(begin)

        async def sync() -> None:
            stage.clock.now += LONG

        desk.following.sync = sync  # type: ignore[assignment,method-assign]
        desk.syncing = SimpleNamespace(repeat=repeat)  # type: ignore[attr-defined]
        opened: Any = SimpleNamespace(context=stage.window._context)
        _keep_in_sync(opened, stage.news)
        await stage.rest()
        assert stage.desktop.told == [("The sync has ended.", False)]
        hurry[0]()
        await stage.rest()
        assert len(stage.desktop.told) == 1


async def test_a_sync_that_was_stopped_is_no_news(qloop: object, tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        moved = SyncMoved(False, sync_pace.STOPPED, 3, 20)
        await stage.task(SYNC, LONG, lambda: stage.desk.announcer.announce(moved))
        assert not stage.desktop.told


async def test_a_backup_is_told_as_made_or_not(qloop: object, tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        announce = stage.desk.announcer.announce
        await stage.task(BACKUP, LONG, lambda: announce(BackupsChanged()))
        await stage.task(BACKUP, LONG, lambda: None)  # its dialog has said why
        assert stage.desktop.told == [
            ("The backup is made and checked.", False),
            ("The backup was not made.", True),
        ]
        await stage.task("another task", LONG, lambda: None)
        assert len(stage.desktop.told) == 2


# Exports

MAY = Path("may.xlsx")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (an_export(MAY, rows=20), ("Exported 20 cards to “may.xlsx”.", False)),
        (
            an_export(MAY, state=ExportState.FAILED, error=text("The disk is full.")),
            ("“may.xlsx” was not written. The disk is full.", True),
        ),
        (an_export(MAY, state=ExportState.CANCELLED), None),
        (None, None),
    ],
)
async def test_an_export_is_told_unless_it_was_cancelled(
    qloop: object, tmp_path: Path, row: ExportRow | None, told: tuple[str, bool] | None
) -> None:
    async with a_stage(tmp_path) as stage:

        async def wait(export_id: int) -> ExportRow:
            assert export_id == 7
            stage.clock.now += LONG
            if row is None:
                raise KnownError(text("It is not on the list."))
            return row

        async def rows() -> tuple[ExportRow, ...]:
            return ()

        stage.desk.exports.wait = wait  # type: ignore[attr-defined]
        stage.desk.exports.list = rows  # type: ignore[attr-defined]
        for _ in range(3):
            stage.desk.announcer.announce(ExportsChanged(7))
        await stage.rest()
        assert stage.desktop.told == ([] if told is None else [told])
        assert stage.said == []  # whoever asked for it is told by its own message
        if told is not None:
            stage.desktop.press()
            assert stage.window.front_page == "exports"


# Of itself


def test_work_that_is_forgotten_or_unknown_is_no_news(qtbot: Any) -> None:
    window, desktop, clock = QWidget(), FakeDesktop(), VirtualClock()
    qtbot.addWidget(window)
    news = News(clock, desktop, PreferenceService())
    story = Story("It is done.", lambda: window, lambda: None)
    news.begin("work")
    clock.now += LONG
    news.forget("work")
    assert not news.knows("work")
    assert not news.end("work", story)
    news.close()
    assert desktop.closed


def test_a_message_of_a_window_that_is_gone_leads_nowhere(qapp: QApplication) -> None:
    window, desktop, clock, shown = QWidget(), FakeDesktop(), VirtualClock(), list[str]()
    window.setWindowTitle("north · SimDesk")
    news = News(clock, desktop, PreferenceService())
    news.begin("work")
    clock.now += LONG
    assert news.end("work", Story("Done.", lambda: window, lambda: shown.append("shown")))
    import shiboken6

    shiboken6.delete(window)
    desktop.press()
    assert shown == []


class FakeIcon(QSystemTrayIcon):
    """Looks like the system's, and keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str, QSystemTrayIcon.MessageIcon]] = []
        self.standing = False

    def show(self) -> None:
        self.standing = True

    def hide(self) -> None:
        self.standing = False

    def showMessage(self, title: str, words: str, icon: Any, msecs: int = 0) -> None:  # type: ignore[override]
        assert self.standing
        assert msecs > 0
        self.told.append((title, words, icon))


def test_the_tray_icon_stands_until_its_message_is_read(qapp: QApplication) -> None:
    icon, pressed = FakeIcon(), list[str]()
    desktop = SystemDesktop(lambda: icon)
    kinds = QSystemTrayIcon.MessageIcon
    desktop.say("SimDesk", "Done.", bad=False, clicked=lambda: pressed.append("one"))
    desktop.say("SimDesk", "Failed.", bad=True, clicked=lambda: pressed.append("two"))
    assert icon.told == [
        ("SimDesk", "Done.", kinds.Information),
        ("SimDesk", "Failed.", kinds.Warning),
    ]
    icon.messageClicked.emit()
    assert (pressed, icon.standing) == (["two"], False)
    icon.messageClicked.emit()
    assert pressed == ["two"]
    desktop.say("SimDesk", "Done.", bad=False, clicked=lambda: pressed.append("three"))
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not icon.standing
    desktop.say("SimDesk", "Done.", bad=False, clicked=lambda: pressed.append("four"))
    desktop.close()
    assert not icon.standing
    desktop.close()


def test_where_there_is_no_tray_nothing_is_shown(qtbot: Any) -> None:
    assert system_tray() is None  # none offscreen
    desktop = SystemDesktop()
    desktop.say("SimDesk", "Done.", bad=False, clicked=lambda: None)
    window = QWidget()
    qtbot.addWidget(window)
    desktop.alert(window)
    desktop.close()


async def test_a_window_made_anew_goes_on_where_the_old_one_listened(
    qloop: object, tmp_path: Path
) -> None:
    desk, clock, desktop = FakeDesk(tmp_path, a_fleet(20)), VirtualClock(), FakeDesktop()
    desk.operations.rows = (RUNNING,)
    news = News(clock, desktop, desk.preferences)
    opened = show_desk(desk, news=news)  # type: ignore[arg-type]
    key = (desk.folder, "operation", "one")
    await until(lambda: news.knows(key))
    clock.now += LONG
    opened.renew()
    other = QWidget()
    other.show()
    other.activateWindow()
    await until(lambda: QApplication.activeWindow() is other)
    desk.operations.rows = (ENDED,)
    desk.announcer.announce(OperationsChanged("one"))
    await until(lambda: bool(desktop.told))
    assert desktop.told == [(f"{SUSPEND} has ended: 500 of 500", False)]
    assert desktop.alerts == [opened.window]
    desktop.press()
    assert opened.window.front_page == "operations"
    other.deleteLater()
    await opened.aclose()
