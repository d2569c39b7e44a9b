"""A glance at a closed desk shows what an open one answers, and never does anything else."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, update

from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.status import SimStatus
from simdesk.models.tags import TagColor
from simdesk.models.voucher import Carrier
from simdesk.services.storage import card_store, desk_file, opening
from simdesk.services.storage.database import Database
from simdesk.services.storage.engines import writer_engine
from simdesk.services.storage.glance import glance
from simdesk.services.storage.tables import tag
from tests.factories import a_card_row, a_moment, a_sub_card, fleet_of, some_details
from tests.services.storage.desk_file import put_change, put_operation, put_rows
from tests.strategies import card_rows

WORLD = "world 1"


def answered(path: Path, limit: int) -> tuple[CardRow, ...]:
    """What the plain question answers on an open desk."""
    engine = writer_engine(path)
    try:
        with engine.connect() as connection:
            return card_store.first(connection, CardFilter(), Sort(), limit)
    finally:
        engine.dispose()


def made(path: Path, fill: Callable[[Connection], object]) -> Path:
    opening.create(path, WORLD)
    engine = writer_engine(path)
    with engine.begin() as connection:
        fill(connection)
    engine.dispose()
    return path


def a_desk(path: Path, rows: Sequence[CardRow]) -> Path:
    return made(path, lambda connection: put_rows(connection, rows))


def seen(path: Path, limit: int = 200) -> tuple[CardRow, ...]:
    found = glance(path, limit)
    assert found is not None
    return found.cards


@given(fleet=st.tuples(*(card_rows(number) for number in range(1, 6))), limit=st.integers(1, 6))
@settings(max_examples=15, deadline=None)
def test_it_sees_what_the_plain_question_answers(
    tmp_path_factory: pytest.TempPathFactory, fleet: tuple[CardRow, ...], limit: int
) -> None:
    path = a_desk(tmp_path_factory.mktemp("desk") / "desk.db", fleet)
    found = seen(path, limit)
    assert found == answered(path, limit)
    assert repr(found) == repr(answered(path, limit))  # 1 is not True


def test_everything_a_row_shows_is_there(tmp_path: Path) -> None:
    channels = (a_sub_card(), a_sub_card(iccid="8986004", carrier=Carrier.CTCC))
    smart = a_card_row(carrier=Carrier.VNO, details=some_details(sub_cards=channels))
    tagged = a_card_row(id=2, instance_id="2", iccid="898600a", tags=("old", "Depot"))
    silent = a_card_row(id=3, instance_id="3", specific=20)
    told = a_card_row(id=4, instance_id="4", notifications=("7", "9"))

    def fill(connection: Connection) -> None:
        put_rows(connection, [smart, tagged, silent, told])
        put_operation(connection, tagged, "suspend", "SENDING")
        put_change(connection, 3, a_moment(2026, 5, 2), "10", "20")
        connection.execute(update(tag).where(tag.c.name == "old").values(color="red"))

    path = made(tmp_path / "desk.db", fill)
    rows = {row.id: row for row in seen(path)}
    assert tuple(rows.values()) == answered(path, 200)
    assert rows[1].details is not None
    assert rows[1].details.sub_cards == channels
    assert (rows[2].pending, rows[2].tags) == ("suspend", ("Depot", "old"))
    assert rows[3].tested_until is not None
    assert rows[4].notifications == ("7", "9")
    found = glance(path, 1)
    assert found is not None
    assert found.colors == {"old": TagColor.RED, "Depot": TagColor.SLATE}


def test_cancelled_cards_are_not_among_the_first(tmp_path: Path) -> None:
    gone = a_card_row(status=SimStatus.CANCELLED.value)
    here = a_card_row(id=2, instance_id="2")
    path = a_desk(tmp_path / "desk.db", [gone, here])
    assert [row.id for row in seen(path)] == [2] == [row.id for row in answered(path, 9)]


def test_what_a_crash_left_in_the_log_is_seen(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "desk.db", fleet_of({"remark": "before"}))
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("UPDATE card SET remark = 'written last'")
        assert path.with_name("desk.db-wal").stat().st_size > 0
        assert [row.remark for row in seen(path)] == ["written last"]


def test_it_leaves_nothing_behind_and_changes_nothing(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "desk.db", fleet_of({}, {}))
    before = path.read_bytes()
    assert len(seen(path)) == 2
    assert [one.name for one in tmp_path.iterdir()] == ["desk.db"]
    assert path.read_bytes() == before


async def test_somebody_else_may_have_the_desk_open(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "desk.db", fleet_of({}))
    database = await Database.open(path, WORLD)
    assert len(seen(path)) == 1
    await database.aclose()


def missing(path: Path) -> None:
    path.unlink()


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA application_id = 7")


def another_schema(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {desk_file.SCHEMA + 1}")


def no_database(path: Path) -> None:
    path.write_text("ICCID;MSISDN\n" * 20)


def truncated(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(4096 * 3)


def wrong_values(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute("UPDATE card SET carrier = 'nobody'")


@pytest.mark.parametrize(
    "harm", [missing, another_program, another_schema, no_database, truncated, wrong_values]
)
def test_of_what_is_odd_it_sees_nothing(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    path = a_desk(tmp_path / "desk.db", fleet_of({}, {}))
    harm(path)
    assert glance(path, 9) is None
    assert {one.name for one in tmp_path.iterdir()} <= {"desk.db"}
