"""What is not ours, newer, damaged, in use or another fleet's is refused and left as it was."""

import asyncio
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.services.storage import engines, opening
from simdesk.services.storage.database import Database

WORLD = "world 1"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk that was closed properly."""
    path = tmp_path / "desk.db"
    opening.create(path, WORLD)
    return path


def execute(path: Path, words: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(words)


def overwrite(path: Path, start: int, what: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(what)


def as_in_use(path: Path) -> None:
    """As a crash leaves it: nobody noted a proper end."""
    execute(path, "UPDATE meta SET value = 'in use' WHERE key = 'stopped'")


def damage(path: Path) -> None:
    pages = path.stat().st_size // 4096
    overwrite(path, 4096 * (pages // 2), b"\xff" * 4096 * (pages // 2))


def truncate(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(4096 * 3)


def not_a_database(path: Path) -> None:
    path.write_text("ICCID;MSISDN\n" * 20)


def another_program(path: Path) -> None:
    execute(path, "PRAGMA application_id = 7")


def unnamed_database(path: Path) -> None:
    execute(path, "PRAGMA application_id = 0")


def newer(path: Path) -> None:
    execute(path, f"PRAGMA user_version = {opening.SCHEMA + 1}")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def crashed_and_damaged(path: Path) -> None:
    as_in_use(path)
    damage(path)


def crashed_and_truncated(path: Path) -> None:
    as_in_use(path)
    truncate(path)


def spoil(path: Path, table: str) -> None:
    """Overwrite the page that `table` begins on."""
    with closing(sqlite3.connect(path)) as raw:
        page = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (number,) = raw.execute(page, (table,)).fetchone()
    overwrite(path, 4096 * (number - 1), b"\xff" * 4096)


def crashed_and_spoiled_where_nobody_reads_yet(path: Path) -> None:
    as_in_use(path)
    spoil(path, "evidence")


def without_marker(path: Path) -> None:
    execute(path, "UPDATE meta SET value = 'something else' WHERE key = 'marker'")


def without_meta(path: Path) -> None:
    execute(path, "DROP TABLE meta")


def of_another_world(path: Path) -> None:
    execute(path, "UPDATE meta SET value = 'world 2' WHERE key = 'identity'")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (empty, "is empty"),
        (short, "is not a SimDesk file"),
        (not_a_database, "is not a SimDesk file"),
        (another_program, "belongs to another program"),
        (unnamed_database, "belongs to another program"),
        (newer, "newer SimDesk"),
        (crashed_and_damaged, "is damaged"),
        (crashed_and_truncated, "is damaged"),
        (crashed_and_spoiled_where_nobody_reads_yet, "is damaged"),
        (without_marker, "is damaged"),
        (without_meta, "is damaged"),
        (of_another_world, "another fleet"),
    ],
)
async def test_a_file_that_is_refused_stays_as_it_is(
    desk: Path, change: Callable[[Path], None], sentence: str
) -> None:
    change(desk)
    before = desk.read_bytes()
    with pytest.raises(KnownError, match=sentence) as caught:
        await Database.open(desk, WORLD)
    assert str(desk) in str(caught.value)
    assert caught.value.remedy is not None
    assert desk.read_bytes() == before
    assert {path.name for path in desk.parent.iterdir()} == {"desk.db", "desk.db.lock"}


async def test_a_new_desk_is_ours_and_belongs_to_its_world(tmp_path: Path) -> None:
    path = tmp_path / "fleets" / "north" / "desk.db"
    database = await Database.open(path, WORLD)
    await database.aclose()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (opening.APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (opening.SCHEMA,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        meta = dict(raw.execute("SELECT * FROM meta").fetchall())
    assert meta.pop(opening.SEALED).startswith("1 ")
    assert meta == {"marker": opening.MARKER, "identity": WORLD, "stopped": "cleanly"}


async def test_what_an_interrupted_creation_left_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "desk.db.new").write_bytes(b"half")
    (tmp_path / "desk.db.new-wal").write_bytes(b"half")
    database = await Database.open(tmp_path / "desk.db", WORLD)
    await database.aclose()
    assert {path.name for path in tmp_path.iterdir()} == {"desk.db", "desk.db.lock"}


async def test_a_desk_can_be_open_once(desk: Path) -> None:
    first = await Database.open(desk, WORLD)
    with pytest.raises(KnownError, match="already open"):
        await Database.open(desk, WORLD)
    await first.aclose()
    again = await Database.open(desk, WORLD)
    await again.aclose()


async def test_a_crash_leaves_a_desk_that_opens_with_all_that_was_committed(
    desk: Path, tmp_path: Path
) -> None:
    database = await Database.open(desk, WORLD)
    await database.write(
        lambda one: one.exec_driver_sql("INSERT INTO meta VALUES ('note', 'committed')")
    )
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in ("desk.db", "desk.db-wal"):
        shutil.copy(tmp_path / name, crashed / name)
    await database.aclose()

    again = await Database.open(crashed / "desk.db", WORLD)
    found = await again.read(
        lambda one: one.exec_driver_sql("SELECT value FROM meta WHERE key = 'note'").scalar()
    )
    assert found == "committed"
    await again.aclose()


async def test_damage_found_later_is_told(desk: Path) -> None:
    database = await Database.open(desk, WORLD)
    await database.aclose()
    spoil(desk, "evidence")  # a proper end was noted: nobody looks
    database = await Database.open(desk, WORLD)
    with pytest.raises(KnownError, match="damaged"):
        await database.read(lambda one: one.exec_driver_sql("SELECT * FROM evidence").all())
    await database.aclose()


async def test_a_desk_that_may_only_be_read_is_refused(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def read_only(address: str, **options: object) -> sqlite3.Connection:
        return connect(address.replace("mode=rw", "mode=ro"), **options)  # type: ignore[call-overload]  # passed on

    before = desk.read_bytes()
    monkeypatch.setattr(engines.sqlite3, "connect", read_only)
    with pytest.raises(KnownError, match="may only be read"):
        await Database.open(desk, WORLD)
    monkeypatch.undo()
    assert desk.read_bytes() == before
    database = await Database.open(desk, WORLD)
    await database.aclose()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
async def test_a_folder_that_takes_no_files_is_told() -> None:
    with pytest.raises(KnownError, match="/proc/simdesk"):
        await Database.open(Path("/proc/simdesk/desk.db"), WORLD)


async def test_a_folder_that_cannot_hold_the_new_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, identity: str) -> None:
        raise OSError(28, "No space left on device", str(path), None, identity)

    monkeypatch.setattr(opening, "create", full)
    with pytest.raises(KnownError, match="disk is full"):
        await Database.open(tmp_path / "desk.db", WORLD)
    monkeypatch.undo()
    database = await Database.open(tmp_path / "desk.db", WORLD)
    await database.aclose()


async def test_an_opening_that_is_called_off_lets_go(desk: Path) -> None:
    task = asyncio.create_task(Database.open(desk, WORLD))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    database = await Database.open(desk, WORLD)
    await database.aclose()


@pytest.mark.parametrize(
    ("change", "identity"),
    [
        (lambda path: None, WORLD),
        (of_another_world, "world 2"),
        (as_in_use, WORLD),
        (newer, WORLD),
        (Path.unlink, None),
        (empty, None),
        (short, None),
        (not_a_database, None),
        (without_marker, None),
        (without_meta, None),
    ],
)
def test_whose_desk_it_is_can_be_asked_before_it_is_opened(
    desk: Path, change: Callable[[Path], None], identity: str | None
) -> None:
    change(desk)
    before = desk.read_bytes() if desk.exists() else b""
    assert opening.identity_of(desk) == identity
    assert (desk.read_bytes() if desk.exists() else b"") == before
    assert {path.name for path in desk.parent.iterdir()} <= {"desk.db"}
