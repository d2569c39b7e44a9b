"""Whatever is changed in the books behind SimDesk's back, the verification says so."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from simdesk.models.flaws import FlawKind
from simdesk.services.storage import opening
from simdesk.services.storage.engines import reader_engine, writer_engine
from simdesk.services.storage.jobs import AbandonedError
from simdesk.services.storage.journal_seals import seal_settled
from simdesk.services.storage.verification import (
    Held,
    seal_kept,
    verify,
    verify_file,
    verify_open,
)
from tests.services.storage import booked_desk


@pytest.fixture(scope="module")
def booked(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("booked") / "desk.db"
    booked_desk.make(path)
    return path.read_bytes()


@pytest.fixture
def desk(tmp_path: Path, booked: bytes) -> Path:
    path = tmp_path / "desk.db"
    path.write_bytes(booked)
    return path


def change(path: Path, *statements: str, crashed: bool = False) -> None:
    """Run these without the triggers, which stand in the way of honest programs only."""
    with closing(sqlite3.connect(path)) as raw, raw:
        kept = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        for words in statements:
            assert raw.execute(words).rowcount > 0, words
        if crashed:
            raw.execute("UPDATE meta SET value = 'in use' WHERE key = 'stopped'")
            raw.execute("DELETE FROM meta WHERE key = 'sealed'")
        for _, words in kept:
            raw.execute(words)


def kinds(path: Path) -> list[FlawKind]:
    return sorted({flaw.kind for flaw in verify_file(path)})


def test_a_desk_as_it_was_left_has_no_flaw(desk: Path) -> None:
    before = desk.read_bytes()
    assert verify_file(desk) == ()
    assert desk.read_bytes() == before
    assert [one.name for one in desk.parent.iterdir()] == ["desk.db"]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE audit SET body_json = '{\"cards\":25}' WHERE n = 2", ["chain"]),
        ("UPDATE audit SET at = at + 1 WHERE n = 5", ["chain"]),
        ("DELETE FROM audit WHERE n = 3", ["chain", "closing"]),
        ("DELETE FROM audit WHERE n = (SELECT max(n) FROM audit)", ["closing"]),
        ("UPDATE op_item SET order_number = '1' WHERE op_id = 'settled1' AND seq = 4", ["seal"]),
        ("UPDATE op_item SET reason = 'x' WHERE op_id = 'settled2' AND seq = 1", ["seal"]),
        (
            "UPDATE op_item SET state = 'DONE' WHERE op_id = 'settled2' AND seq = 1",
            ["ledger", "seal"],
        ),
        ("UPDATE operation SET requested_by = 'wu' WHERE id = 'settled3'", ["seal"]),
        (
            "UPDATE op_item SET amount_minor = 1 WHERE op_id = 'moving' AND seq = 1",
            ["closing", "ledger", "plan"],
        ),
        (
            "UPDATE op_item SET iccid = 'x' WHERE op_id = 'moving' AND seq = 2",
            ["closing", "plan"],
        ),
        ("UPDATE op_item SET reason = 'x' WHERE op_id = 'moving' AND seq = 3", ["closing"]),
        (
            "DELETE FROM op_item WHERE op_id = 'moving' AND seq = 24",
            ["closing", "ledger", "plan", "reference"],
        ),
        ("UPDATE ledger SET minor = 2 WHERE op_id = 'settled2' AND seq = 4", ["ledger", "seal"]),
        ("UPDATE ledger SET at = 2 WHERE serial IS NOT NULL", ["closing"]),
        ("DELETE FROM ledger WHERE serial IS NOT NULL", ["closing", "ledger"]),
        (
            "UPDATE purchase SET state = 'FAILED' WHERE state = 'DONE'",
            ["closing", "ledger", "purchase"],
        ),
        (
            "UPDATE purchase SET order_number = '9' WHERE state = 'DONE'",
            ["closing", "purchase"],
        ),
        ("UPDATE purchase SET command_json = '{}'", ["closing"]),
    ],
)
def test_what_was_changed_is_found(desk: Path, statement: str, found: Sequence[str]) -> None:
    change(desk, statement)
    assert kinds(desk) == found


def test_after_a_crash_what_was_settled_is_still_proved(desk: Path) -> None:
    change(desk, "UPDATE op_item SET code = 'x' WHERE op_id = 'settled1'", crashed=True)
    assert kinds(desk) == ["seal"]


def test_after_a_crash_the_seal_of_an_earlier_closing_is_not_held_against_it(desk: Path) -> None:
    change(desk, "UPDATE op_item SET state = 'UNKNOWN' WHERE state = 'SENDING'", crashed=True)
    assert kinds(desk) == []


def test_rules_dropped_from_the_schema_are_missed(desk: Path) -> None:
    with closing(sqlite3.connect(desk)) as raw:
        raw.execute("DROP TRIGGER kept_audit_update")
    assert kinds(desk) == ["closing"]


def test_pages_of_ones_are_seen(desk: Path) -> None:
    with desk.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096)
    flaws = verify_file(desk)
    assert flaws[0].structural
    assert all(str(flaw.words) for flaw in flaws)


@pytest.mark.parametrize("content", [b"", b"ICCID;MSISDN\n" * 500, b"SQLite format 3\0" * 9])
def test_what_is_no_database_is_said_not_raised(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    assert [flaw.kind for flaw in verify_file(path)] == [FlawKind.STRUCTURE]


def test_an_operation_is_sealed_once_and_only_when_it_is_over(desk: Path) -> None:
    engine = writer_engine(desk)
    with engine.begin() as connection:
        auditor = booked_desk.auditor()
        assert seal_settled(connection, auditor) == 0
        connection.exec_driver_sql("UPDATE op_item SET state = 'WITHDRAWN' WHERE op_id = 'moving'")
        assert seal_settled(connection, auditor) == 0
        connection.exec_driver_sql("UPDATE operation SET state = 'STOPPED' WHERE id = 'moving'")
        assert seal_settled(connection, auditor) == 1
        assert seal_settled(connection, auditor) == 0
        assert verify(connection) == ()
    engine.dispose()


def test_an_operation_whose_plan_is_broken_is_not_sealed(desk: Path) -> None:
    change(desk, "UPDATE op_item SET serial = 'x' WHERE op_id = 'moving' AND seq = 1")
    engine = writer_engine(desk)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE op_item SET state = 'WITHDRAWN' WHERE op_id = 'moving'")
        connection.exec_driver_sql("UPDATE operation SET state = 'STOPPED' WHERE id = 'moving'")
        assert seal_settled(connection, booked_desk.auditor()) == 0
    engine.dispose()


def test_a_verification_that_is_stopped_tells_no_flaw(desk: Path) -> None:
    engine = reader_engine(desk)
    with engine.connect() as connection, connection.begin():
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        with pytest.raises(AbandonedError):
            verify_open(connection, Held(), lambda fits: raw.set_progress_handler(lambda: 1, 10))
        raw.set_progress_handler(None, 0)
    engine.dispose()


def test_what_is_written_meanwhile_is_no_flaw(desk: Path) -> None:
    """To its last check a verification holds the state that it began with."""
    with closing(sqlite3.connect(desk)) as raw:
        seal = seal_kept(raw)
    assert seal is not None
    told: list[bool] = []

    def later(fits: bool) -> None:
        told.append(fits)
        change(desk, "UPDATE purchase SET amount_minor = amount_minor + 1")

    engine = reader_engine(desk)
    with engine.connect() as connection, connection.begin():
        assert verify_open(connection, Held(seal), later) == ()
    assert told == [True]
    engine.dispose()
    assert FlawKind.PURCHASE in kinds(desk)


def test_what_was_read_before_is_read_from_the_disk_again(desk: Path) -> None:
    engine = reader_engine(desk)
    with engine.connect() as connection, connection.begin():
        assert verify_open(connection, Held(), lambda fits: None) == ()
    with desk.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096)
    with engine.connect() as connection, connection.begin():
        assert verify_open(connection, Held(), lambda fits: None)[0].structural
    engine.dispose()


def test_a_file_of_another_schema_is_asked_for_its_structure_only(desk: Path) -> None:
    change(desk, "UPDATE op_item SET code = 'x' WHERE op_id = 'settled1'")
    with closing(sqlite3.connect(desk)) as raw:
        raw.execute(f"PRAGMA user_version={opening.SCHEMA + 1}")
    assert verify_file(desk) == ()
