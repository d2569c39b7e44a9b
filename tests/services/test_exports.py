"""Exports as an operator asks for them: their life, their ends, their files."""

import asyncio
import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import IO, Any

import pytest

from simdesk.models.changes import ExportsChanged
from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.services import export_job, files
from simdesk.services.exports import ExportState
from simdesk.services.storage import export_reading, export_store
from tests.conftest import VirtualClock
from tests.factories import a_moment
from tests.services.export_stage import EVERYTHING, JUNE, MAY, a_stage, facts


async def test_a_second_file_of_the_same_name_is_numbered(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        both = await asyncio.gather(stage.export(name="June"), stage.export(name="June"))
        third = await stage.export(name="June")
        over = await stage.export(name="June", replace=True)
    assert sorted(row.name for row in both) == ["June (2).xlsx", "June.xlsx"]
    assert (third.name, over.name) == ("June (3).xlsx", "June.xlsx")


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "a/b"},
        {"name": "../x"},
        {"name": "x" * 51},
        {"name": "CON"},
        {"first": JUNE, "last": MAY},
        {"first": Month(2025, 5)},
        {"folder": Path("/nowhere/at/all")},
    ],
)
async def test_what_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    async with a_stage(tmp_path) as stage:
        with pytest.raises(KnownError):
            await stage.export(**changes)
        assert await stage.states() == []


async def test_the_service_says_who_when_and_how_far(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(*map(facts, range(1_200)))
        row = await stage.export()
        assert row.finished_at == a_moment()
        assert (row.first, row.last, row.daily, row.kept) == (MAY, JUNE, False, False)
        assert set(stage.told) == {ExportsChanged(row.id)}
        # Waiting, generating, counted, ended; the clock stands, so no row was worth a word.
        assert len(stage.told) == 4
        assert not stage.service.running


def test_progress_is_announced_ten_times_a_second_at_most() -> None:
    told: list[int] = []
    clock = VirtualClock()
    progress = export_job.Progress(clock, lambda: told.append(progress.rows))
    progress.counted(10_000)
    for _ in range(100):
        clock.now += 0.03
        progress.wrote(100)
    assert told[0] == 0
    assert len(told) == 1 + 25
    assert told[-1] <= progress.rows == 10_000


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch, at_line: int) -> Iterator["Gate"]:
    """Stop the writing thread before a chunk until `go` is set."""
    gate = Gate()
    whole = export_reading.columns

    def slowly(*args: Any, **kwargs: Any) -> Iterator[list[Any]]:
        for number, chunk in enumerate(whole(*args, **kwargs)):
            if number == at_line:
                gate.reached.set()
                assert gate.go.wait(10)
            yield chunk

    monkeypatch.setattr(export_reading, "columns", slowly)
    try:
        yield gate
    finally:
        gate.go.set()


@dataclass
class Gate:
    reached: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)

    async def arrival(self) -> None:
        assert await asyncio.to_thread(self.reached.wait, 10)


async def test_cancel_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(*map(facts, range(1_100)))
        with held_up(monkeypatch, 1) as gate:
            export_id = await stage.service.start(EVERYTHING)
            await gate.arrival()
            (row,) = await stage.service.list()
            assert (row.state, row.rows, row.total) == (ExportState.GENERATING, 500, 1_100)
            cancelling = asyncio.create_task(stage.service.cancel(export_id))
            await asyncio.sleep(0)
            gate.go.set()
            await cancelling
        row = await stage.service.wait(export_id)
        assert (row.state, row.rows) == (ExportState.CANCELLED, 500)
        assert list(stage.folder.iterdir()) == []


async def test_one_after_the_other_and_a_waiting_one_can_be_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1))
        with held_up(monkeypatch, 0) as gate:
            first = await stage.service.start(EVERYTHING)
            await gate.arrival()
            second = await stage.service.start(EVERYTHING)
            assert await stage.states() == [ExportState.WAITING, ExportState.GENERATING]
            names = [row.name for row in await stage.service.list()]
            assert stage.service.under_way == (names[1], names[0])
            cancelling = asyncio.create_task(stage.service.cancel(second))
            await asyncio.sleep(0)
            gate.go.set()
            assert (await stage.service.wait(first)).state is ExportState.COMPLETED
            await cancelling
        assert (await stage.service.wait(second)).state is ExportState.CANCELLED
        assert stage.service.under_way == ()


async def test_closing_in_the_middle_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1))
        with held_up(monkeypatch, 0) as gate:
            await stage.service.start(EVERYTHING)
            await gate.arrival()
            closing = asyncio.create_task(stage.service.aclose())
            await asyncio.sleep(0)
            gate.go.set()
            await closing
        assert await stage.states() == [ExportState.CANCELLED]
        assert list(stage.folder.iterdir()) == []


class FullDisk:
    """A file that takes so many bytes and no more."""

    def __init__(self, file: IO[bytes], room: int) -> None:
        self._file = file
        self._room = room

    def write(self, content: bytes) -> int:
        self._room -= len(content)
        if self._room < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._file.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def fill_disk(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    @contextmanager
    def narrow(path: Path) -> Iterator[Any]:
        with files.write_atomically(path) as file:
            yield FullDisk(file, room)

    monkeypatch.setattr(export_job, "write_atomically", narrow)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("room", [0, 40, 2_000, 12_000])
async def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, room: int
) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(*map(facts, range(600)))
        fill_disk(monkeypatch, room)
        row = await stage.export(format=form)
        assert row.state is ExportState.FAILED
        assert str(row.error) == (
            f"The disk is full: “{row.path}” could not be written. "
            "Free some space or choose another folder, then try again."
        )
        assert list(stage.folder.iterdir()) == []
        monkeypatch.undo()
        assert (await stage.export(format=form)).state is ExportState.COMPLETED


async def test_a_read_only_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        raise PermissionError(errno.EACCES, "Permission denied")

    async with a_stage(tmp_path) as stage:
        monkeypatch.setattr(Path, "open", refused)
        row = await stage.export()
        monkeypatch.undo()
        assert row.state is ExportState.FAILED
        assert "may not be written: Permission denied" in str(row.error)


async def test_a_mistake_of_ours_fails_the_export_and_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise ZeroDivisionError

    async with a_stage(tmp_path) as stage:
        monkeypatch.setattr(export_reading, "columns", broken)
        with pytest.raises(ZeroDivisionError):
            await stage.export()
        (row,) = await stage.service.list()
        assert row.state is ExportState.FAILED
        assert str(row.error) == "Something in SimDesk went wrong; nothing was written."
        assert list(stage.folder.iterdir()) == []


async def test_what_a_crash_cut_off_has_failed(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.export(name="whole")
        for state in ("WAITING", "GENERATING"):
            values = cut_off(stage.folder / "half.xlsx", state)
            await stage.database.write(partial(export_store.add, values=values))
    async with a_stage(tmp_path) as stage:
        await stage.service.recover()
        rows = {row.id: row for row in await stage.service.list()}
    assert [rows[number].state for number in (1, 2, 3)] == [
        ExportState.COMPLETED,
        ExportState.FAILED,
        ExportState.FAILED,
    ]
    assert str(rows[2].error) == "SimDesk ended before the file was written. Export again."
    assert rows[1].error is None


def cut_off(path: Path, state: str) -> dict[str, object]:
    return {
        "name": path.name,
        "path": path.name,
        "format": "xlsx",
        "state": state,
        "content": "all",
        "first_month": 202605,
        "last_month": 202606,
        "created_at": int(a_moment().timestamp()),
    }


async def test_after_seven_days_our_own_files_expire_and_the_operators_stay(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    async with a_stage(tmp_path) as stage:
        ours = await stage.export()
        theirs = await stage.export(folder=own)
        assert (ours.kept, theirs.kept) == (False, True)
        stage.today += timedelta(days=7, seconds=-1)
        assert await stage.states() == [ExportState.COMPLETED] * 2
        stage.today += timedelta(seconds=1)
        assert await stage.states() == [ExportState.COMPLETED, ExportState.EXPIRED]
        assert (ours.path.exists(), theirs.path.exists()) == (False, True)


async def test_download_saves_a_copy(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        row = await stage.export()
        await stage.service.save_copy(row.id, tmp_path / "copy.xlsx")
        assert (tmp_path / "copy.xlsx").read_bytes() == row.path.read_bytes()
        row.path.unlink()
        with pytest.raises(KnownError, match="is no longer there"):
            await stage.service.save_copy(row.id, tmp_path / "again.xlsx")
        with pytest.raises(KnownError):
            await stage.service.save_copy(99, tmp_path / "again.xlsx")


async def test_delete_removes_our_files_and_only_forgets_the_operators(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    async with a_stage(tmp_path) as stage:
        ours, theirs = await stage.export(), await stage.export(folder=own)
        await stage.service.delete(ours.id)
        await stage.service.delete(theirs.id)
        assert await stage.service.list() == ()
    assert (ours.path.exists(), theirs.path.exists()) == (False, True)


async def test_the_list_goes_with_a_fleet_that_is_moved(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    async with a_stage(tmp_path / "before") as stage:
        await stage.export()
    (tmp_path / "before").rename(tmp_path / "after")
    async with a_stage(tmp_path / "after") as stage:
        (row,) = await stage.service.list()
    assert row.path.parent == tmp_path / "after" / "exports"
    assert row.path.exists()
    assert not row.kept


_KILLED = """
import asyncio, os, sys
from pathlib import Path
from simdesk.services.storage import export_reading, export_store
from tests.services.export_stage import EVERYTHING, a_stage, facts

whole = export_reading.columns

def cut_off(*args, **kwargs):
    for number, chunk in enumerate(whole(*args, **kwargs)):
        if number == 2:
            os._exit(9)
        yield chunk

async def main():
    async with a_stage(Path(sys.argv[1])) as stage:
        await stage.cards(*map(facts, range(1_400)))
        export_reading.columns = cut_off
        await stage.service.wait(await stage.service.start(EVERYTHING))

asyncio.run(main())
"""


async def test_a_process_killed_while_writing_leaves_nothing_that_looks_whole(
    tmp_path: Path,
) -> None:
    root = str(Path(__file__).resolve().parents[2])
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": root},
        cwd=root,
        check=False,
        timeout=60,
    )
    assert killed.returncode == 9
    left = [path.name for path in (tmp_path / "exports").iterdir()]
    assert len(left) == 1
    assert left[0].endswith(".part")
    async with a_stage(tmp_path) as stage:
        await stage.service.recover()
        assert await stage.states() == [ExportState.FAILED]
        assert list(stage.folder.iterdir()) == []
