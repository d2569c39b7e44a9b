"""Old desks are brought up to date in one piece, a copy kept; new ones are as migrated."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import IntegrityError

from simdesk.models.errors import KnownError
from simdesk.services.storage import opening, upgrading
from simdesk.services.storage.database import Database
from simdesk.services.storage.engines import writer_engine
from simdesk.services.storage.verification import verify
from tests.factories import a_card_row, some_facts
from tests.services.storage.desk_file import put_rows

WORLD = "world 1"
CAPITALS = ((1, "8986A"), (2, "8986a"))
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


def test_what_was_known_is_known_after_the_tables_shrank(tmp_path: Path) -> None:
    from alembic import command

    path = tmp_path / "desk.db"
    engine = empty_database(path)
    config = Config()
    config.set_main_option("script_location", str(Path(upgrading.__file__).parent / "migrations"))
    config.attributes["engine"] = engine
    command.upgrade(config, "0004")
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO account (name, provider) VALUES ('demo', 'paper')")
        columns = connection.exec_driver_sql("PRAGMA table_info(card)").all()
        for card_id, msisdns, imsis in ((3, "51", "61"), (7, "52\n53", "62"), (9, None, "63\n64")):
            values = {name: "x" if kind == "TEXT" else 1 for _, name, kind, *_ in columns}
            values |= {"id": card_id, "account": "demo", "iccid": f"8986{card_id}"}
            held: dict[str, object] = {**values, "msisdns": msisdns, "imsis": imsis}
            marks = ", ".join("?" * len(held))
            words = f"INSERT INTO card ({', '.join(held)}) VALUES ({marks})"
            connection.exec_driver_sql(words, tuple(held.values()))
            for kind, lines in (("msisdn", msisdns), ("imsi", imsis)):
                for number in (lines or "").split():
                    row = (card_id, kind, number)
                    connection.exec_driver_sql("INSERT INTO card_number VALUES (?, ?, ?)", row)
            for place, name in enumerate(("Month", f"Year {card_id}")):
                row = (card_id, place, name, "2026-06-01", "2026-06-30", 30, "")
                connection.exec_driver_sql(
                    "INSERT INTO plan_running VALUES (?, ?, ?, ?, ?, ?, ?)", row
                )
        before = connection.exec_driver_sql("SELECT * FROM card ORDER BY id").fetchall()
        plans = connection.exec_driver_sql("SELECT * FROM plan_running").fetchall()
    upgrading.upgrade(engine)
    with engine.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").fetchall() == [(1,)]
        assert connection.exec_driver_sql("SELECT * FROM card ORDER BY id").fetchall() == before
        numbers = connection.exec_driver_sql("SELECT * FROM card_number").fetchall()
        assert numbers == [
            (7, "msisdn", "52"), (7, "msisdn", "53"), (9, "imsi", "63"), (9, "imsi", "64"),
        ]  # fmt: skip
        joined = connection.exec_driver_sql(
            "SELECT card_id, place, name, starts, ends, quota_kb, remark FROM plan_running"
            " JOIN plan_name ON plan_name.id = name_id ORDER BY card_id, place"
        )
        assert joined.fetchall() == plans
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        assert verify(connection) == ()
    engine.dispose()


@pytest.mark.parametrize("words", [
    "INSERT INTO card ({names}) SELECT 3, {others} FROM card WHERE id = 1",
    "UPDATE card SET iccid = '8986A' WHERE id = 2",
])  # fmt: skip
def test_no_two_rows_are_the_same_card(tmp_path: Path, words: str) -> None:
    opening.create(tmp_path / "desk.db", WORLD)
    engine = writer_engine(tmp_path / "desk.db")
    with engine.begin() as connection:
        # Numbers that differ in capitals alone are two cards.
        two = [a_card_row(id=place, facts=some_facts(iccid=one)) for place, one in CAPITALS]
        put_rows(connection, two)
        columns = [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(card)")]
        asked = words.format(names=", ".join(columns), others=", ".join(columns[1:]))
        with pytest.raises(IntegrityError, match="the same"):
            connection.exec_driver_sql(asked)
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
