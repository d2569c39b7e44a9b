"""The database's threads: reads that can be stopped, writes that cannot, errors in words."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from simdesk.models.errors import KnownError
from simdesk.services.storage import engines
from simdesk.services.storage.database import Database

COUNT_FOR_EVER = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Database]:
    database = await Database.open(folder / "desk.db", "world 1")
    try:
        yield database
    finally:
        await database.aclose()


def note(connection: Connection, value: str) -> None:
    connection.execute(text("INSERT INTO meta VALUES ('note', :value)"), {"value": value})


def noted(connection: Connection) -> str | None:
    return connection.scalar(text("SELECT value FROM meta WHERE key = 'note'"))


def pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


class Gate:
    """A job waits inside it until the test lets it go on."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.open = threading.Event()

    def __call__(self, connection: Connection) -> str:
        note(connection, "written") if pragma(connection, "query_only") == 0 else None
        self.entered.set()
        assert self.open.wait(10)
        return "through"

    async def reached(self) -> None:
        assert await asyncio.to_thread(self.entered.wait, 10)


async def test_what_is_written_is_read(tmp_path: Path) -> None:
    async with opened(tmp_path) as database:
        await database.write(lambda connection: note(connection, "kept"))
        assert await database.read(noted) == "kept"


async def test_a_failing_write_leaves_nothing(tmp_path: Path) -> None:
    def half(connection: Connection) -> None:
        note(connection, "half")
        raise ZeroDivisionError

    async with opened(tmp_path) as database:
        with pytest.raises(ZeroDivisionError):
            await database.write(half)
        assert await database.read(noted) is None


async def test_readers_cannot_write(tmp_path: Path) -> None:
    async with opened(tmp_path) as database:
        with pytest.raises(KnownError, match="may only be read"):
            await database.read(lambda connection: note(connection, "smuggled"))


@pytest.mark.parametrize("kind", ["read", "write"])
async def test_connections_are_durable_and_trust_no_schema(tmp_path: Path, kind: str) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
    async with opened(tmp_path) as database:
        run = database.read if kind == "read" else database.write
        found = await run(lambda connection: [pragma(connection, name) for name in names])
    assert found == ["wal", 2, 1, 0, 5000]


async def test_a_cancelled_read_ends_at_once_and_hits_no_other(tmp_path: Path) -> None:
    async with opened(tmp_path) as database:
        gates = [Gate(), Gate()]
        others = [asyncio.create_task(database.read(gate)) for gate in gates]
        for gate in gates:
            await gate.reached()
        # Two of three readers are taken; the long one has the third.
        long = asyncio.create_task(database.read(lambda one: one.scalar(text(COUNT_FOR_EVER))))
        await asyncio.sleep(0.05)
        long.cancel()
        with pytest.raises(asyncio.CancelledError):
            await long
        for gate in gates:
            gate.open.set()
        assert await asyncio.gather(*others) == ["through", "through"]
        assert await database.read(lambda one: one.scalar(text("SELECT 1"))) == 1


async def test_a_cancelled_read_begins_no_further_statement(tmp_path: Path) -> None:
    gate, reached = Gate(), []

    def job(connection: Connection) -> None:
        gate(connection)
        connection.execute(text("SELECT 1"))
        reached.append("second statement")

    async with opened(tmp_path) as database:
        task = asyncio.create_task(database.read(job))
        await gate.reached()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.open.set()
    assert reached == []


async def test_a_read_that_waits_for_a_thread_never_starts_when_cancelled(tmp_path: Path) -> None:
    ran = []
    async with opened(tmp_path) as database:
        gates = [Gate() for _ in range(engines.READERS)]
        busy = [asyncio.create_task(database.read(gate)) for gate in gates]
        for gate in gates:
            await gate.reached()
        queued = asyncio.create_task(database.read(ran.append))
        await asyncio.sleep(0)
        queued.cancel()
        with pytest.raises(asyncio.CancelledError):
            await queued
        for gate in gates:
            gate.open.set()
        await asyncio.gather(*busy)
    assert ran == []


async def test_a_write_ends_though_nobody_waits_any_more(tmp_path: Path) -> None:
    gate = Gate()
    async with opened(tmp_path) as database:
        task = asyncio.create_task(database.write(gate))
        await gate.reached()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.open.set()
        # One writer: this waits for the one before it.
        assert await database.write(noted) == "written"


async def test_a_write_that_fails_unseen_complains_to_nobody(tmp_path: Path) -> None:
    gate = Gate()

    def failing(connection: Connection) -> None:
        gate(connection)
        raise ZeroDivisionError

    async with opened(tmp_path) as database:
        task = asyncio.create_task(database.write(failing))
        await gate.reached()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.open.set()
        assert await database.write(noted) is None


async def test_a_reader_sees_one_state_of_the_file(tmp_path: Path) -> None:
    async with opened(tmp_path) as database:
        gate = Gate()

        def twice(connection: Connection) -> tuple[str | None, str | None]:
            before = noted(connection)
            gate(connection)
            return before, noted(connection)

        task = asyncio.create_task(database.read(twice))
        await gate.reached()
        await database.write(lambda connection: note(connection, "meanwhile"))
        gate.open.set()
        assert await task == (None, None)
        assert await database.read(noted) == "meanwhile"


async def test_closing_ends_reads_and_keeps_writes(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "desk.db", "world 1")
    long = asyncio.create_task(database.read(lambda one: one.scalar(text(COUNT_FOR_EVER))))
    writing = asyncio.create_task(database.write(lambda connection: note(connection, "last")))
    await asyncio.sleep(0.05)
    await database.aclose()
    await database.aclose()
    await writing
    with pytest.raises(asyncio.CancelledError):
        await long
    async with opened(tmp_path) as again:
        assert await again.read(noted) == "last"


async def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    def fill(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
        connection.exec_driver_sql("CREATE TABLE heap AS SELECT zeroblob(1000000) AS bytes")

    async with opened(tmp_path) as database:
        await database.write(lambda connection: note(connection, "before"))
        with pytest.raises(KnownError, match="disk is full"):
            await database.write(fill)
        assert await database.read(noted) == "before"


async def test_a_file_locked_by_another_program_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pragmas = tuple(one for one in engines._PRAGMAS if "busy_timeout" not in one)
    monkeypatch.setattr(engines, "_PRAGMAS", (*pragmas, "PRAGMA busy_timeout=20"))
    async with opened(tmp_path) as database:
        other = sqlite3.connect(tmp_path / "desk.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="locked"):
            await database.write(lambda connection: note(connection, "late"))
        other.execute("ROLLBACK")
        other.close()
        await database.write(lambda connection: note(connection, "now"))


async def test_a_mistake_of_the_program_is_no_known_error(tmp_path: Path) -> None:
    async with opened(tmp_path) as database:
        with pytest.raises(Exception, match="no such table") as caught:
            await database.read(lambda one: one.execute(text("SELECT * FROM nowhere")))
        assert not isinstance(caught.value, KnownError)
        with pytest.raises(Exception, match="no such table") as caught:
            await database.write(lambda one: one.execute(text("SELECT * FROM nowhere")))
        assert not isinstance(caught.value, KnownError)


async def test_a_lock_of_another_program_does_not_keep_the_desk_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pragmas = tuple(one for one in engines._PRAGMAS if "busy_timeout" not in one)
    monkeypatch.setattr(engines, "_PRAGMAS", (*pragmas, "PRAGMA busy_timeout=20"))
    async with opened(tmp_path) as database:
        await database.write(lambda connection: note(connection, "kept"))
        other = sqlite3.connect(tmp_path / "desk.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await database.aclose()
        other.execute("ROLLBACK")
        other.close()
    async with opened(tmp_path) as again:
        assert await again.read(noted) == "kept"


async def test_a_mistake_while_closing_is_not_hidden_and_lets_go_of_the_file(
    tmp_path: Path,
) -> None:
    database = await Database.open(tmp_path / "desk.db", "world 1")
    await database.write(lambda one: one.exec_driver_sql("ALTER TABLE meta RENAME TO lost"))
    with pytest.raises(Exception, match="no such table: meta"):
        await database.aclose()
    with pytest.raises(KnownError, match="is damaged"):  # and not: is already open
        await Database.open(tmp_path / "desk.db", "world 1")
