"""Old desks are brought up to date in one piece, a copy kept; new ones are as migrated."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine

from simdesk.models.errors import KnownError
from simdesk.services.storage import opening, upgrading
from simdesk.services.storage.database import Database
from simdesk.services.storage.engines import writer_engine
from simdesk.services.storage.verification import verify

WORLD = "world 1"
Schema = dict[tuple[str, str], object]


def empty_database(path: Path) -> Engine:
    path.touch()
    return writer_engine(path)


def schema(path: Path) -> Schema:
    """Every table's columns, keys, options, checks, indexes and triggers, as SQLite sees them."""
    with closing(sqlite3.connect(path)) as raw:
        objects = raw.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'"
            " AND name NOT LIKE 'sqlite_stat%'"
        ).fetchall()
        found: Schema = {}
        for kind, name, table, words in objects:
            if kind == "trigger":
                found[kind, name] = (table, words)
            elif kind == "table":
                options = raw.execute(
                    "SELECT wr, strict FROM pragma_table_list WHERE name = ?", (name,)
                ).fetchone()
                found[kind, name] = (
                    raw.execute(f"PRAGMA table_xinfo({name})").fetchall(),
                    sorted(row[2:6] for row in raw.execute(f"PRAGMA foreign_key_list({name})")),
                    options,
                    sorted(checks(raw, name)),
                )
            else:
                unique = {row[1]: row[2:] for row in raw.execute(f"PRAGMA index_list({table})")}
                columns = [row[2:] for row in raw.execute(f"PRAGMA index_xinfo({name})")]
                found[kind, name] = (table, unique[name], columns)
        return found


def checks(raw: sqlite3.Connection, table: str) -> list[str]:
    (words,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return [part.partition(")")[0] for part in " ".join(words.split()).split("CHECK (")[1:]]


def test_migrating_an_empty_file_gives_the_tables_of_today(tmp_path: Path) -> None:
    opening.create(tmp_path / "made.db", WORLD)
    engine = empty_database(tmp_path / "migrated.db")
    upgrading.upgrade(engine)
    engine.dispose()
    made, migrated = schema(tmp_path / "made.db"), schema(tmp_path / "migrated.db")
    assert migrated.keys() == made.keys()
    for name in made:
        assert migrated[name] == made[name], name


def test_the_newest_revision_is_the_one_new_desks_carry() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(upgrading.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == opening.HEAD


async def test_opening_a_desk_of_today_does_not_import_alembic(tmp_path: Path) -> None:
    opening.create(tmp_path / "desk.db", WORLD)
    loaded = {name: sys.modules.pop(name) for name in list(sys.modules) if _alembic(name)}
    try:
        database = await Database.open(tmp_path / "desk.db", WORLD)
        await database.aclose()
        assert not any(map(_alembic, sys.modules))
    finally:
        sys.modules.update(loaded)


def _alembic(name: str) -> bool:
    return name.partition(".")[0] == "alembic"


@pytest.fixture
def old_desk(tmp_path: Path) -> Path:
    """A desk from before revision 0001, with something in it."""
    path = tmp_path / "desk.db"
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
        raw.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        raw.execute("INSERT INTO alembic_version VALUES ('0000')")
        raw.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        for row in (("marker", opening.MARKER), ("identity", WORLD), ("stopped", "cleanly")):
            raw.execute("INSERT INTO meta VALUES (?, ?)", row)
    return path


async def test_an_old_desk_is_copied_and_then_upgraded(
    old_desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_today(engine: Engine) -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE today (id INTEGER)")

    monkeypatch.setattr("simdesk.services.storage.database.upgrade", to_today)
    database = await Database.open(old_desk, WORLD)
    await database.read(lambda one: one.exec_driver_sql("SELECT * FROM today").all())
    await database.aclose()
    copy = old_desk.with_name("desk-before-upgrade.db")
    with closing(sqlite3.connect(copy)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        assert raw.execute("PRAGMA application_id").fetchone() == (opening.APPLICATION_ID,)
    assert "meta" in tables
    assert "today" not in tables


async def test_an_upgrade_that_fails_leaves_the_desk_as_it_was(old_desk: Path) -> None:
    # Revision 0000 never was: Alembic gives up before it touches a table.
    before = schema(old_desk)
    with pytest.raises(Exception, match="0000") as caught:
        await Database.open(old_desk, WORLD)
    assert not isinstance(caught.value, KnownError)
    assert schema(old_desk) == before


def test_money_of_before_there_was_a_ledger_lies_where_its_state_says(tmp_path: Path) -> None:
    from alembic import command

    path = tmp_path / "desk.db"
    engine = empty_database(path)
    config = Config()
    config.set_main_option("script_location", str(Path(upgrading.__file__).parent / "migrations"))
    config.attributes["engine"] = engine
    command.upgrade(config, "0003")
    purchase = "'demo', 'enlarge_pool', '{}', 700, 'CNY', '{}', 'lin', 5"
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO account (name, provider) VALUES ('demo', 'paper')")
        for state in ("DONE", "UNKNOWN", "FAILED"):
            connection.exec_driver_sql(
                "INSERT INTO purchase (serial, account, kind, command_json, amount_minor, currency,"
                f" before_json, requested_by, requested_at, state) VALUES ('{state}', {purchase},"
                f" '{state}')"
            )
    upgrading.upgrade(engine)
    with engine.begin() as connection:
        moved = connection.exec_driver_sql(
            "SELECT serial, debit, credit, minor FROM ledger ORDER BY serial"
        )
        assert moved.fetchall() == [
            ("DONE", "budget", "spent", 700),
            ("UNKNOWN", "budget", "in_flight", 700),
        ]
        assert verify(connection) == ()
    engine.dispose()


def test_a_migration_cut_off_in_the_middle_leaves_no_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simdesk.services.storage.migrations import journal_0001

    def cut_off() -> None:
        raise InterruptedError("power cut")

    monkeypatch.setattr(journal_0001, "create", cut_off)
    engine = empty_database(tmp_path / "desk.db")
    with pytest.raises(InterruptedError):
        upgrading.upgrade(engine)
    engine.dispose()
    assert schema(tmp_path / "desk.db") == {}


def test_tables_say_nothing_sqlite_alone_understands(tmp_path: Path) -> None:
    """The DDL compiles for PostgreSQL, where teams will keep their desks."""
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    from simdesk.services.storage.tables import metadata

    words = [
        str(CreateTable(one).compile(dialect=postgresql.dialect()))
        for one in metadata.sorted_tables
    ]
    assert all("BIGINT" in one or "TEXT" in one for one in words)
    assert not any("ROWID" in one or "STRICT" in one for one in words)
    create_engine("sqlite://").dispose()
