"""The log: one line a record, redacted with its errors, capped, and quiet about a full disk."""

import logging
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simdesk.models.redaction import HIDDEN, Redactor
from simdesk.services import logs
from simdesk.services.logs import Logs, note
from tests.factories import a_moment
from tests.narrow_disk import needs_limits, room_for

SECRET = "Xy7+secretive"
LOG = logging.getLogger("simdesk.tests")
NOW = datetime(2026, 6, 15, 1, 4, 1, 123_000, UTC)


@pytest.fixture
def log() -> Iterator[Logs]:
    found = Logs(Redactor([SECRET]), lambda: NOW)
    yield found
    found.close()


def lines(folder: Path) -> list[str]:
    return (folder / logs.FILE).read_text("utf-8").splitlines()


def test_a_record_is_one_line_with_its_facts(log: Logs, tmp_path: Path) -> None:
    log.open(tmp_path, lambda: a_moment(2026, 6, 15, 9, 4))
    note(LOG, "sync\nended", cards=100, phase="Up to date", at=NOW)
    (line,) = lines(tmp_path)
    assert line == (
        "2026-06-15T01:04:01.123Z 2026-06-15T09:04:00+0800 INFO simdesk.tests: sync\\nended"
        ' cards=100 phase="Up to date" at="2026-06-15 01:04:01.123000+00:00"'
    )


def test_arguments_errors_and_their_causes_are_redacted(log: Logs, tmp_path: Path) -> None:
    log.open(tmp_path)
    LOG.info("asked with %s for %s", SECRET, "89860321000000005668")
    try:
        try:
            raise ConnectionResetError(f"key={SECRET[:4]} {SECRET!r}")
        except OSError as error:
            raise RuntimeError("Signature=abcdef") from error
    except RuntimeError:
        LOG.exception("failed")
    whole = "\n".join(lines(tmp_path))
    assert len(lines(tmp_path)) == 2
    assert SECRET not in whole
    assert "abcdef" not in whole
    assert f"asked with {HIDDEN} for 898603…5668" in whole
    assert "ConnectionResetError: key=" in whole
    assert "direct cause" in whole
    assert f"Signature={HIDDEN}" in whole


def test_records_of_before_are_written_when_there_is_a_folder(log: Logs, tmp_path: Path) -> None:
    note(LOG, "begins")
    LOG.debug("a task")
    logging.getLogger("somebody").info("else")
    logging.getLogger("somebody").warning("warns")
    log.open(tmp_path / "north" / "logs")
    assert [line.rpartition(": ")[2] for line in lines(tmp_path / "north" / "logs")] == [
        "begins",
        "warns",
    ]
    assert [line.rpartition(": ")[2] for line in log.recent] == ["begins", "a task", "warns"]


def test_one_desk_after_the_other_writes_each_line_once(log: Logs, tmp_path: Path) -> None:
    log.open(tmp_path)
    note(LOG, "one")
    log.leave()
    note(LOG, "between")
    log.open(tmp_path)
    log.open(tmp_path)
    note(LOG, "two")
    assert [line.rpartition(": ")[2] for line in lines(tmp_path)] == ["one", "between", "two"]


def test_the_files_are_capped(log: Logs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "FILE_BYTES", 2_000)
    log.open(tmp_path)
    for number in range(300):
        note(LOG, "a line of some length", number=number)
    found = sorted(tmp_path.iterdir())
    assert len(found) == logs.FILES
    assert all(path.stat().st_size <= 2_000 for path in found)
    assert lines(tmp_path)[-1].endswith("number=299")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files")
def test_others_may_not_read_it(log: Logs, tmp_path: Path) -> None:
    log.open(tmp_path / "logs")
    note(LOG, "begins")
    assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "logs" / logs.FILE).stat().st_mode) == 0o600


@needs_limits
def test_a_full_disk_costs_lines_and_nothing_else(
    log: Logs, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log.open(tmp_path)
    note(LOG, "before")
    with room_for(0):
        note(LOG, "lost")
        note(LOG, "lost too")
    note(LOG, "after")
    found = [line.rpartition(": ")[2] for line in lines(tmp_path)]
    assert found[0] == "before"
    assert found[-1] == "2 records before this one could not be written"
    assert capsys.readouterr().err == ""


def test_a_folder_that_cannot_be_made_stops_nothing(log: Logs, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    log.open(tmp_path / "logs")
    note(LOG, "begins")
    assert log.recent[-1].endswith("begins")


def test_a_record_that_cannot_be_made_stops_nothing(
    log: Logs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = logging.getLogger()  # pytest's own handlers would raise
    ours = [one for one in root.handlers if type(one).__module__ == logs.__name__]
    monkeypatch.setattr(root, "handlers", ours)

    class Spiteful:
        def __str__(self) -> str:
            raise ZeroDivisionError

    log.open(tmp_path)
    LOG.info("%d of %d", *[1])
    LOG.info("%s", Spiteful())
    note(LOG, "goes on")
    assert "%d of %d (with arguments that do not fit)" in lines(tmp_path)[0]
    assert log.recent[-2] == "INFO simdesk.tests: (cannot be written)"
    assert any("goes on" in line for line in lines(tmp_path))


def test_closing_leaves_logging_as_it_was(tmp_path: Path) -> None:
    root, program = logging.getLogger(), logging.getLogger("simdesk")
    before = list(root.handlers), program.level
    log = Logs(Redactor(), lambda: NOW)
    log.open(tmp_path)
    log.close()
    assert (list(root.handlers), program.level) == before
