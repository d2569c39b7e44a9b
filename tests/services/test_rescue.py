"""A desk that cannot be opened: what can be had of it, and a backup in its place."""

import csv
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from simdesk.models.backups import BackupReason
from simdesk.models.errors import KnownError
from simdesk.services.files import InstanceLock
from simdesk.services.rescue import Rescue, forget_copy
from simdesk.services.storage import backup_files
from simdesk.services.storage.database import Database
from simdesk.services.storage.verification import verify_file
from tests.factories import a_moment
from tests.services.storage import booked_desk

AT: datetime = a_moment(2026, 6, 15, 9)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    booked_desk.make(path)
    return path


def back_up(desk: Path) -> None:
    backup_files.write_backup(desk, desk.parent / "backups" / "desk-1.db", AT, BackupReason.HAND)


def spoil(path: Path, table: str) -> None:
    """Overwrite the second leaf of a table with ones."""
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    content = bytearray(path.read_bytes())
    page = content[(root - 1) * 4096 : root * 4096]
    cell = int.from_bytes(page[14:16], "big")  # of an inner page: the second child
    child = int.from_bytes(page[cell : cell + 4], "big")
    content[(child - 1) * 4096 : child * 4096] = b"\xff" * 4096
    path.write_bytes(content)


async def test_corrupt_with_a_backup(desk: Path) -> None:
    """Firefox's first test: the file is damaged, a backup is there."""
    back_up(desk)
    desk.write_bytes(b"\0" * 8192)
    rescue = Rescue(desk)
    assert (await rescue.verify())[0].structural
    (backup,) = await rescue.backups()
    kept = await rescue.restore(backup)
    assert kept is not None
    assert kept.read_bytes() == b"\0" * 8192
    assert verify_file(desk) == ()
    database = await Database.open(desk, booked_desk.WORLD)
    await database.aclose()


async def test_corrupt_without_a_backup(desk: Path) -> None:
    """The second: there is none. Nothing is replaced, for the file holds what was paid."""
    desk.write_bytes(b"SQLite format 3\0" + b"\0" * 8192)
    before = desk.read_bytes()
    assert await Rescue(desk).backups() == ()
    with pytest.raises(KnownError):
        await Database.open(desk, booked_desk.WORLD)
    assert desk.read_bytes() == before


async def test_corrupt_with_a_corrupt_backup(desk: Path) -> None:
    """The third: the backup is no better. It is refused, and both stay."""
    back_up(desk)
    backup = desk.parent / "backups" / "desk-1.db"
    for path in (desk, backup):
        with path.open("r+b") as file:
            file.truncate(20_000)
    before = desk.read_bytes(), backup.read_bytes()
    rescue = Rescue(desk)
    (listed,) = await rescue.backups()
    with pytest.raises(KnownError, match="damaged"):
        await rescue.restore(listed)
    assert (desk.read_bytes(), backup.read_bytes()) == before


async def test_gone_with_a_backup(desk: Path) -> None:
    """The fourth: no file at all."""
    back_up(desk)
    desk.unlink()
    (backup,) = await Rescue(desk).backups()
    assert await Rescue(desk).restore(backup) is None
    assert verify_file(desk) == ()


async def test_a_desk_that_is_open_is_not_restored(desk: Path) -> None:
    back_up(desk)
    (backup,) = await Rescue(desk).backups()
    with (
        InstanceLock(desk.with_name("desk.db.lock")),
        pytest.raises(KnownError, match="already open"),
    ):
        await Rescue(desk).restore(backup)


async def test_a_stale_wal_does_not_undo_the_restore(desk: Path, tmp_path: Path) -> None:
    """F33: a WAL that is left under the restored file would replay what was undone."""
    back_up(desk)
    with closing(sqlite3.connect(desk)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE op_item SET reason = 'later' WHERE state = 'UNKNOWN'")
        raw.commit()
        stale = (desk.with_name("desk.db-wal")).read_bytes()
    desk.with_name("desk.db-wal").write_bytes(stale)
    (backup,) = await Rescue(desk).backups()
    await Rescue(desk).restore(backup)
    with closing(sqlite3.connect(desk)) as raw:
        found = raw.execute("SELECT count(*) FROM op_item WHERE reason = 'later'").fetchone()
    assert found == (0,)


async def test_what_can_be_read_is_saved(desk: Path) -> None:
    with closing(sqlite3.connect(desk)) as raw:
        whole = raw.execute("SELECT seq FROM op_item ORDER BY rowid").fetchall()
    spoil(desk, "op_item")
    assert verify_file(desk)[0].structural
    folder, rows = await Rescue(desk).save_readable()
    assert rows["operation"] == 5
    assert 0 < rows["op_item"] < len(whole)
    with (folder / "op_item.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == rows["op_item"]
    # From both ends: the first and the last item are there, some between them are not.
    assert (lines[0]["op_id"], lines[0]["seq"]) == ("settled1", "1")
    assert ("moving", "24") in {(line["op_id"], line["seq"]) for line in lines}
    again, _ = await Rescue(desk).save_readable()
    assert again != folder


async def test_nothing_can_be_read_of_noise(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(b"\xff" * 10_000)
    assert (await Rescue(path).save_readable())[1] == {}


async def test_a_copy_to_look_at_lies_elsewhere_and_goes(desk: Path) -> None:
    copy = await Rescue(desk).copy()
    assert copy.read_bytes() == desk.read_bytes()
    assert copy.parent != desk.parent
    forget_copy(copy)
    assert not copy.parent.exists()


async def test_a_backup_of_which_nothing_is_told_is_as_old_as_its_last_record(
    desk: Path, tmp_path: Path
) -> None:
    other = tmp_path / "usb.db"
    shutil.copyfile(desk, other)
    assert backup_files.made_at(other) == AT
    other.write_bytes(b"noise" * 100)
    with pytest.raises(KnownError):
        backup_files.made_at(other)


async def test_nothing_is_left_beside_a_file_that_is_only_read(desk: Path, tmp_path: Path) -> None:
    """Desks are in WAL mode: SQLite leaves side files beside them even when it may only read."""
    other = tmp_path / "usb" / "desk.db"
    other.parent.mkdir()
    shutil.copyfile(desk, other)
    assert other.read_bytes()[18] == 2  # WAL
    await Rescue(other).save_readable()
    shutil.rmtree(other.parent / "readable-1")
    await Rescue(desk).restore_from(other)
    assert [path.name for path in other.parent.iterdir()] == ["desk.db"]
