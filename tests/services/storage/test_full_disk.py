"""A disk without room, as the system says it: a sentence, and a desk that opens again later."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.services.files import InstanceLock
from simdesk.services.storage import opening
from simdesk.services.storage.database import Database
from tests.narrow_disk import needs_limits, room_for

pytestmark = needs_limits
WORLD = "world 1"
UNWRITTEN = r"could not be .*written"


async def opens(path: Path) -> bool:
    database = await Database.open(path, WORLD)
    await database.aclose()
    return True


@pytest.mark.parametrize("room", [0, 100, 4_096, 8_192, 60_000])
async def test_a_new_desk_without_room_is_told_and_made_later(tmp_path: Path, room: int) -> None:
    path = tmp_path / "desk.db"
    with room_for(room), pytest.raises(KnownError, match=UNWRITTEN) as told:
        await Database.open(path, WORLD)
    assert str(path) in str(told.value)
    assert told.value.remedy is not None
    assert not path.exists()
    assert await opens(path)


@pytest.mark.parametrize("room", [0, 100, 8_192])
async def test_a_desk_that_is_there_is_told_and_left_as_it_is(tmp_path: Path, room: int) -> None:
    path = tmp_path / "desk.db"
    assert await opens(path)
    before = path.read_bytes()
    with room_for(room), pytest.raises(KnownError, match=UNWRITTEN):
        await Database.open(path, WORLD)
    assert path.read_bytes() == before
    assert await opens(path)


async def test_an_upgrade_without_room_for_the_copy_is_told_before_it_begins(
    tmp_path: Path,
) -> None:
    path = tmp_path / "desk.db"
    assert await opens(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '0000'")
    before = path.read_bytes()
    with room_for(8_192), pytest.raises(KnownError, match=UNWRITTEN):
        await Database.open(path, WORLD)
    assert path.read_bytes() == before
    assert not (tmp_path / "desk-before-upgrade.db").exists()


async def test_a_desk_closes_without_room_and_is_looked_over_at_the_next_start(
    tmp_path: Path,
) -> None:
    path = tmp_path / "desk.db"
    database = await Database.open(path, WORLD)
    await database.write(lambda one: one.exec_driver_sql("INSERT INTO meta VALUES ('a', 'kept')"))
    with room_for(0):
        await database.aclose()
    with closing(sqlite3.connect(path)) as raw:
        meta = dict(raw.execute("SELECT key, value FROM meta").fetchall())
    assert (meta["a"], meta["stopped"]) == ("kept", "in use")
    assert await opens(path)


def test_a_lock_without_room_for_a_name_is_told_and_not_held(tmp_path: Path) -> None:
    path = tmp_path / "simdesk.lock"
    with room_for(0), pytest.raises(KnownError, match="could not be written"):
        InstanceLock(path).acquire()
    with InstanceLock(path):
        assert path.read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_connection_that_cannot_be_made_ready_is_not_left_open(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("not a database, but long enough to look into\n" * 20, "utf-8")
    engine = opening.writer_engine(path)
    with pytest.raises(Exception, match="not a database") as told:
        engine.connect()
    held = [file.readlink() for file in Path("/proc/self/fd").iterdir() if file.is_symlink()]
    assert path not in held, told.value
    engine.dispose()
