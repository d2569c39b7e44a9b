"""Unexpected errors: collected once, redacted, kept, and sending stops until someone says go on."""

import asyncio
import gc
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from simdesk.models.action import Action
from simdesk.models.changes import SendingChanged
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.operations import Hold, ItemState, OperationState, Request
from simdesk.models.redaction import HIDDEN, Redactor
from simdesk.services import crash
from simdesk.services.announcer import Announcer
from simdesk.services.crash import Crashes, CrashReport, kept_reports, read_report, stop_sending
from simdesk.services.crash_hooks import HARD, CrashHooks, HardCrashes
from simdesk.services.sending import Ban, Sending
from simdesk.services.storage.database import Database
from tests.narrow_disk import needs_limits, room_for
from tests.services.small_desk import small_desk

SECRET = "Xy7+secretive"
NOW = datetime(2026, 6, 15, 1, 4, 1, tzinfo=UTC)


def crashes(folder: Path | None = None) -> Crashes:
    found = Crashes(Redactor([SECRET]), lambda: NOW, lambda: ("INFO a line",))
    if folder is not None:
        found.keep_in(folder)
    return found


def failed(words: str = "a slip") -> RuntimeError:
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        return error


def failed_elsewhere() -> RuntimeError:
    try:
        raise RuntimeError("another slip")
    except RuntimeError as error:
        return error


def test_a_report_tells_everything_and_no_secret(tmp_path: Path) -> None:
    error = failed(f"card 89860321000000005668 said {SECRET}, token=abc")
    error.__cause__ = OSError(f"refused {SECRET}")
    report = crashes(tmp_path / "reports").collect(error, f"sync with {SECRET}")
    assert report.path == tmp_path / "reports" / "crash-20260615-010401.txt"
    assert read_report(report.path) == report.text
    assert SECRET not in report.text
    for told in (
        "2026-06-15 01:04:01 UTC",
        f"while  sync with {HIDDEN}",
        f"RuntimeError: card 898603…5668 said {HIDDEN}, token={HIDDEN}",
        f"OSError: refused {HIDDEN}",
        "test_crash.py",
        f"Python {sys.version.partition(' ')[0]}",
        "INFO a line",
    ):
        assert told in report.text


def test_the_same_error_is_reported_once_and_counted(tmp_path: Path) -> None:
    found = crashes(tmp_path)
    reports = [found.collect(failed(), "painting") for _ in range(5)]
    assert [one.times for one in reports] == [1, 2, 3, 4, 5]
    assert {one.path for one in reports} == {reports[0].path}
    assert found.collect(failed_elsewhere(), "painting").times == 1
    assert len(kept_reports(tmp_path)) == 2


def test_what_came_before_a_folder_is_kept_in_it(tmp_path: Path) -> None:
    found = crashes()
    assert found.collect(failed(), "opening").path is None
    found.keep_in(tmp_path)
    assert found.latest is not None
    assert found.latest.path in kept_reports(tmp_path)


def test_old_reports_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "KEPT", 3)
    for day in range(1, 7):
        (tmp_path / f"crash-202605{day:02d}-000000.txt").write_text("old")
    (tmp_path / "hard-20260520-000000.txt").write_text("old")
    (tmp_path / "letter.txt").write_text("somebody's")
    crashes(tmp_path).collect(failed(), "sync")
    assert [path.name for path in kept_reports(tmp_path)] == [
        "crash-20260615-010401.txt",
        "hard-20260520-000000.txt",
        "crash-20260506-000000.txt",
    ]
    assert (tmp_path / "letter.txt").exists()


@needs_limits
def test_a_full_disk_costs_the_file_not_the_report(tmp_path: Path) -> None:
    found = crashes(tmp_path)
    with room_for(0):
        report = found.collect(failed(), "sync")
    assert report.path is None
    assert "a slip" in report.text
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"crash-1\.txt” could not be read"):
        read_report(tmp_path / "crash-1.txt")


def test_sending_stops_until_the_operator_goes_on() -> None:
    heard: list[object] = []
    announcer = Announcer()
    announcer.subscribe(heard.append)
    sending, found = Sending(announcer), crashes()
    stop_sending(sending, found.collect(failed(), "sync"))
    assert sending.forbids(Ban.FAILED)
    with pytest.raises(KnownError, match="unexpected error \\(RuntimeError\\)"):
        sending.check()
    sending.allow(Ban.FAILED)
    stop_sending(sending, found.collect(failed(), "sync"))
    sending.check()
    stop_sending(sending, found.collect(failed_elsewhere(), "sync"))
    assert sending.forbids(Ban.FAILED)
    assert heard == [SendingChanged()] * 3


async def test_a_running_bulk_stops_at_an_unexpected_error_and_ends_when_told(
    tmp_path: Path,
) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.sync.run()
        ids = await desk.cards.ids(parse_filter("status:in_use"), Sort())
        preview = await desk.operations.preview(Request(Action.SUSPEND), ids)
        wanted = preview.eligible_count
        operation = await desk.operations.start(preview)
        while len(await desk.operations.items(operation, {ItemState.DONE})) < 3:
            await asyncio.sleep(0)
        stop_sending(desk.sending, crashes().collect(failed(), "painting"))
        while desk.operations.running:
            await asyncio.sleep(0.01)
        (row,) = await desk.operations.operations()
        assert (row.state, row.hold) == (OperationState.RUNNING, Hold.PAUSED)
        assert "unexpected error (RuntimeError)" in str(row.hold_reason)
        sent = len(await desk.operations.items(operation, {ItemState.DONE}))
        assert 3 <= sent < wanted
        with pytest.raises(KnownError, match="Nothing is sent"):
            await desk.operations.carry_on(operation)
        assert len(await desk.operations.items(operation, {ItemState.DONE})) == sent
        desk.sending.allow(Ban.FAILED)
        await desk.operations.carry_on(operation)
        while desk.operations.running:
            await asyncio.sleep(0.01)
        assert len(await desk.operations.items(operation, {ItemState.DONE})) == wanted


# Hooks


@pytest.fixture
def told() -> list[CrashReport]:
    return []


@pytest.fixture
def hooks(told: list[CrashReport]) -> Iterator[CrashHooks]:
    found = CrashHooks(crashes(), told.append)
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    found.install()
    yield found
    found.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def slip() -> NoReturn:
    raise ZeroDivisionError(f"{SECRET}")


def test_a_thread_that_dies_is_told(
    hooks: CrashHooks, told: list[CrashReport], capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=slip, name="pump")
    thread.start()
    thread.join()
    (report,) = told
    assert (report.kind, report.doing) == ("ZeroDivisionError", "working in pump")
    printed = capsys.readouterr().err
    assert "ZeroDivisionError" in printed
    assert SECRET not in printed


def test_a_destructor_that_fails_is_told(hooks: CrashHooks, told: list[CrashReport]) -> None:
    class Clumsy:
        def __del__(self) -> None:
            slip()

    Clumsy()
    gc.collect()
    assert "letting go of a function" in told[0].doing


async def test_a_task_nobody_awaits_is_told(hooks: CrashHooks, told: list[CrashReport]) -> None:
    async def fails() -> None:
        slip()

    loop = asyncio.get_running_loop()
    hooks.listen_to(loop)
    task = asyncio.ensure_future(fails())
    await asyncio.sleep(0.01)
    del task
    gc.collect()
    loop.call_soon(slip)
    await asyncio.sleep(0.01)
    loop.set_exception_handler(None)
    assert [report.kind for report in told] == ["ZeroDivisionError"]
    assert told[0].doing == "Task exception was never retrieved"
    loop.call_exception_handler({"message": "a task was lost"})


async def test_a_mistake_in_a_job_of_the_database_reaches_who_asked(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "desk.db", "world 1")
    for ask in (database.read, database.write):
        with pytest.raises(ZeroDivisionError):
            await ask(lambda _: slip())
    with pytest.raises(Exception, match="no such column") as found:
        await database.read(
            lambda connection: connection.exec_driver_sql("SELECT missing WHERE 1=?", (SECRET,))
        )
    await database.aclose()
    assert SECRET not in str(found.value)
    assert SECRET not in crashes().collect(found.value, "asking").text


def test_the_last_resort_never_raises(
    hooks: CrashHooks, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuses(report: CrashReport) -> None:
        raise OSError(f"{SECRET}")

    CrashHooks(crashes(), refuses).report(failed(SECRET), "painting")
    printed = capsys.readouterr().err
    assert "RuntimeError could not be reported: OSError" in printed
    assert SECRET not in printed


def test_an_interruption_is_no_crash(
    hooks: CrashHooks, told: list[CrashReport], capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


# Hard crashes

_DIES = """
import os, pathlib, sys
from simdesk.services.crash_hooks import HardCrashes
hard = HardCrashes(pathlib.Path(sys.argv[1]))
hard.start()
def deep():
    secret = "Xy7+secretive"
    os.abort() if sys.argv[2] == "dies" else hard.stop()
deep()
"""


@pytest.mark.parametrize("end", ["dies", "lives"])
def test_a_process_that_dies_of_a_signal_is_told_at_the_next_start(
    tmp_path: Path, end: str
) -> None:
    run = [sys.executable, "-c", _DIES, str(tmp_path), end]
    subprocess.run(run, check=False, capture_output=True, cwd=Path(__file__).parents[2])
    assert (tmp_path / HARD).exists() is (end == "dies")
    found = HardCrashes(tmp_path)
    earlier = found._put_away() if found._path.exists() else None
    assert (earlier is not None) is (end == "dies")
    if earlier is not None:
        assert "in deep" in read_report(earlier)
        assert "Xy7" not in read_report(earlier)
        assert kept_reports(tmp_path) == (earlier,)
