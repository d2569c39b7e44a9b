"""Start and end of the program: the opening window, the loop, an orderly close."""

import asyncio
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton
from sqlalchemy import Connection, select

from simdesk import app
from simdesk.compose import SystemClock, open_desk
from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.models.texts import text
from simdesk.services import crash, logs
from simdesk.services.crash import read_report
from simdesk.services.crash_hooks import HARD
from simdesk.services.exports import ExportRequest, ExportState
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.sending import Ban
from simdesk.services.storage import export_reading
from simdesk.services.storage.tables import audit
from simdesk.ui.actions.cards import action_id
from simdesk.ui.closing import ClosingDialog
from simdesk.ui.dialogs.report import ReportDialog
from simdesk.ui.main_window import MainWindow
from simdesk.ui.opening import OpeningWindow
from tests.services.providers.paper import CARDS, open_paper


@pytest.fixture(autouse=True)
def hooks() -> Iterator[None]:
    """The program takes the last-resort hooks; the tests take them back."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


async def _top(kind: type) -> object:
    for _ in range(2_000):
        for found in QApplication.topLevelWidgets():
            if isinstance(found, kind) and found.isVisible():
                return found
        await asyncio.sleep(0.01)
    raise AssertionError(f"no {kind.__name__} came")


async def _until(holds: Callable[[], bool]) -> None:
    for _ in range(2_000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


@pytest.mark.long_async(60)
async def test_it_opens_fills_and_closes_in_good_order(qloop: object, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    life = asyncio.ensure_future(app.live(folder, FleetPlan(cards=60), "tester"))
    window = await _top(MainWindow)
    assert isinstance(window, MainWindow)
    for _ in range(2_000):
        if len(window.cards.model.ids) > 40 and not window.cards._context.tasks.busy("sync"):
            break
        await asyncio.sleep(0.01)
    assert len(window.cards.model.ids) > 40
    window.close()
    assert await life == 0
    # Both files were let go of: the fleet opens again.
    desk = await open_desk(folder, FleetPlan(cards=60), SystemClock(), "tester")
    assert await desk.cards.total() > 40
    await desk.aclose()


@pytest.mark.long_async(60)
@pytest.mark.parametrize("wait", [True, False])
async def test_closing_while_an_export_is_written_asks_and_leaves_no_half_file(
    qloop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait: bool
) -> None:
    reached, go = threading.Event(), threading.Event()
    whole = export_reading.columns

    def slowly(*args: Any, **kwargs: Any) -> Any:
        for chunk in whole(*args, **kwargs):
            reached.set()
            assert go.wait(20)
            yield chunk

    monkeypatch.setattr(export_reading, "columns", slowly)
    folder = tmp_path / "demo"
    life = asyncio.ensure_future(app.live(folder, FleetPlan(cards=60), "tester"))
    window = await _top(MainWindow)
    assert isinstance(window, MainWindow)
    desk = window._context.desk
    await _until(lambda: not window._context.tasks.busy("sync"))
    month = Month.of(desk.cards.now())
    asked = ExportRequest(CardFilter(), Sort(), None, month, month, name="fleet", folder=tmp_path)
    await desk.exports.start(asked)
    await asyncio.to_thread(reached.wait, 20)
    window.close()
    dialog = await _top(ClosingDialog)
    assert isinstance(dialog, ClosingDialog)
    assert dialog.windowTitle() == "“fleet.xlsx” is being written"
    (progress,) = desk.exports._progress.values()
    (dialog.safe_button if wait else dialog.confirm_button).click()
    await _until(lambda: progress.stopped is not wait)
    assert life.done() is False
    go.set()
    if wait:
        await _until(lambda: not desk.exports.running)
        assert window.isVisible()
        window.close()
    assert await life == 0
    left = [path.name for path in tmp_path.iterdir() if path != folder]
    assert left == (["fleet.xlsx"] if wait else [])
    again = await open_desk(folder, FleetPlan(cards=60), SystemClock(), "tester")
    (row,) = await again.exports.list()
    assert row.state is (ExportState.COMPLETED if wait else ExportState.CANCELLED)
    await again.aclose()


@pytest.mark.long_async(60)
async def test_a_fleet_that_cannot_be_opened_says_why_and_stays(
    qloop: object, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "world.db").write_bytes(b"this is somebody's letter, not a world" * 40)
    life = asyncio.ensure_future(app.live(folder, FleetPlan(cards=60), "tester"))
    opening = await _top(OpeningWindow)
    assert isinstance(opening, OpeningWindow)
    close = opening.findChildren(QPushButton)[0]
    for _ in range(1_000):
        if close.isVisible():
            break
        await asyncio.sleep(0.01)
    assert "world.db" in opening._words.text()
    close.click()
    assert await life == 1
    assert (folder / "world.db").read_bytes().startswith(b"this is somebody's letter")


@pytest.mark.long_async(60)
async def test_a_provider_that_is_no_simulation_has_no_banner_and_no_acts(
    qloop: object, tmp_path: Path
) -> None:
    plan = FleetPlan(provider="paper")
    openers = {"paper": open_paper}
    desk = await open_desk(tmp_path, plan, SystemClock(), "tester", openers=openers)
    opened = app.show_desk(desk)
    window = opened.window
    await desk.sync.run()
    for _ in range(2_000):
        if len(window.cards.model.ids) == len(CARDS):
            break
        await asyncio.sleep(0.01)
    assert len(window.cards.model.ids) == len(CARDS)
    assert window.banner is None
    window.cards.table.selectAll()
    suspend = action_id(Action.SUSPEND)
    for _ in range(2_000):
        if window.registry.reason(suspend) == "This provider does not offer it.":
            break
        await asyncio.sleep(0.01)
    assert window.registry.reason(suspend) == "This provider does not offer it."
    assert not window.registry.actions[suspend].isEnabled()
    await opened.aclose()
    await desk.aclose()


def test_the_opening_window_counts_cards(qtbot: object) -> None:
    opening = OpeningWindow("demo")
    qtbot.addWidget(opening)  # type: ignore[attr-defined]
    opening.show_progress(4_000, 10_000)
    assert opening._words.text() == "Building the demo fleet: 4,000 of 10,000 cards"
    assert opening.findChildren(QProgressBar)[0].value() == 4_000
    opening.show_failure(KnownError(text("The disk is full."), text("Free some space.")))
    assert opening._words.text() == "The disk is full. Free some space."


@pytest.mark.qt_no_exception_capture
@pytest.mark.long_async(60)
@pytest.mark.parametrize("where", ["slot", "thread", "task", "job", "unraisable"])
async def test_what_fails_anywhere_is_said_stops_sending_and_leaves_the_window(
    qloop: object, tmp_path: Path, capsys: pytest.CaptureFixture[str], where: str
) -> None:
    folder = tmp_path / "demo"
    life = asyncio.ensure_future(app.live(folder, FleetPlan(cards=60), "tester"))
    window = await _top(MainWindow)
    assert isinstance(window, MainWindow)
    context = window._context
    await _until(lambda: not context.tasks.busy("sync"))
    assert window.registry.reason("help.report") is not None
    _slip(where, window)
    await _until(lambda: context.desk.sending.forbids(Ban.FAILED))
    (message,) = [one for one in context.messages.history if one.report is not None]
    assert message.report is not None
    assert "a slip of ours" in message.report
    (path,) = crash.kept_reports(folder / crash.FOLDER)
    assert read_report(path) == message.report
    if where not in ("task", "job"):
        assert "a slip of ours" in capsys.readouterr().err
    await _until(lambda: window.registry.reason("help.report") is None)
    window.message_bar._report.click()
    dialog = await _top(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    assert dialog.words.toPlainText() == message.report
    dialog.confirm_button.click()
    await _until(lambda: context.desk.sending.reason is None)
    await _until(window.message_bar.isHidden)
    told = await context.desk.database.read(_last_audited)
    assert told == ("sending_continued", True)
    window.close()
    assert await life == 0
    assert "unexpected error" in (folder / logs.FOLDER / logs.FILE).read_text("utf-8")
    assert not (folder / crash.FOLDER / HARD).exists()


def _last_audited(connection: Connection) -> tuple[str, bool]:
    row = connection.execute(select(audit).order_by(audit.c.n.desc())).first()
    assert row is not None
    return row.act, "RuntimeError" in row.body_json


def _slip(where: str, window: MainWindow) -> None:
    def fail(*given: object) -> None:
        raise RuntimeError("a slip of ours")

    async def failing() -> None:
        fail()

    context = window._context
    match where:
        case "slot":
            QTimer.singleShot(0, fail)
        case "thread":
            threading.Thread(target=fail).start()
        case "task":
            context.tasks.start("slip", failing(), replace=False)
        case "job":
            context.tasks.start("slip", context.desk.database.write(fail), replace=False)
        case "unraisable":
            type("Clumsy", (), {"__del__": fail})()


@pytest.mark.long_async(60)
async def test_a_mistake_while_opening_is_said_and_kept(
    qloop: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def fails(*given: object, **more: object) -> None:
        raise ZeroDivisionError("token=abc")

    monkeypatch.setattr(app, "open_desk", fails)
    life = asyncio.ensure_future(app.live(tmp_path, FleetPlan(cards=60), "tester"))
    opening = await _top(OpeningWindow)
    assert isinstance(opening, OpeningWindow)
    close = opening.findChildren(QPushButton)[0]
    await _until(close.isVisible)
    (path,) = crash.kept_reports(tmp_path / crash.FOLDER)
    assert str(path) in opening._words.text()
    close.click()
    assert await life == 1
    printed = capsys.readouterr().err
    assert "ZeroDivisionError" in printed
    assert "abc" not in printed + read_report(path)


@pytest.mark.long_async(60)
async def test_mistakes_beside_the_opening_stop_sending_however_often_met(
    qloop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_desk = app.open_desk

    async def slipping(*given: Any, **more: Any) -> Any:
        handler = asyncio.get_running_loop().call_exception_handler
        for error in (RuntimeError("one"), ValueError("other"), RuntimeError("one")):
            handler({"message": "slipping", "exception": error})
        return await open_desk(*given, **more)

    monkeypatch.setattr(app, "open_desk", slipping)
    life = asyncio.ensure_future(app.live(tmp_path / "demo", FleetPlan(cards=60), "tester"))
    window = await _top(MainWindow)
    assert isinstance(window, MainWindow)
    context = window._context
    await _until(lambda: not context.tasks.busy("sync"))
    assert context.desk.sending.forbids(Ban.FAILED)
    reports = [one.report for one in context.messages.history if one.report is not None]
    assert ["error  RuntimeError" in report for report in reports] == [True, False]
    window.close()
    assert await life == 0


@pytest.mark.long_async(60)
async def test_the_next_start_tells_of_a_run_that_died(qloop: object, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    (folder / crash.FOLDER).mkdir(parents=True)
    (folder / crash.FOLDER / HARD).write_text("Fatal Python error: Aborted\n")
    life = asyncio.ensure_future(app.live(folder, FleetPlan(cards=60), "tester"))
    window = await _top(MainWindow)
    assert isinstance(window, MainWindow)
    (told,) = [one for one in window._context.messages.history if one.offer is not None]
    assert "ended by the system" in told.words
    assert told.offer is not None
    told.offer.run()
    dialog = await _top(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    assert "Aborted" in dialog.words.toPlainText()
    assert dialog.confirm_button.isHidden()
    dialog.safe_button.click()
    for path in crash.kept_reports(folder / crash.FOLDER):
        path.unlink()
    told.offer.run()
    assert "hard-" in window._context.messages.history[-1].words
    window.close()
    assert await life == 0
