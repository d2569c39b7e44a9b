"""One machine at its worst, around the real program: F23, F26, F27, F28, F31.

Each test ends the bulk, after the trouble has gone, and holds the journal against the world.
"""

import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.narrow_disk import needs_limits
from tests.torture import plain_books
from tests.torture.campaign import Life, life
from tests.torture.plain_books import Books

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(sys.platform == "win32", reason="signals and rights of another kind"),
]
BULK = 400
OPTIONS = ("--act", "renew", "--cards", "700", "--most", str(BULK))
NOBODY = 65_534


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    return tmp_path / "fleet"


def in_mid_bulk(one: Life, items: int = 120) -> None:
    """Wait until so many items were sent."""
    while (line := one.until("at")) is not None:
        if int(line.split()[1]) >= items:
            return
    pytest.fail(one.told())


def ends_exactly(one: Life, folder: Path) -> Books:
    """It lives to its end by itself; then every card has had its act once and nothing is amiss."""
    assert one.ended() == 0, one.told()
    assert one.lines[-1] == "over", one.told()
    books = plain_books.read(folder, ended=True)
    assert books.wrong == []
    assert books.states["DONE"] == sum(books.cards.values()) == BULK
    return books


def outcomes(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "desk.db")) as desk:
        return {row[0] for row in desk.execute("SELECT DISTINCT outcome FROM attempt")}


def test_a_program_frozen_between_intent_and_send_asks_itself_again(fleet: Path) -> None:
    """F23: what it meant to send before it slept is intended anew, not sent as it is."""
    with life(fleet, *OPTIONS, "--fresh", "1.5") as one:
        in_mid_bulk(one)
        for _ in range(3):
            one.process.send_signal(signal.SIGSTOP)
            time.sleep(2.5)
            one.process.send_signal(signal.SIGCONT)
            time.sleep(0.3)
        ends_exactly(one, fleet)
    assert "not_sent" in outcomes(fleet), "no send was under way when it froze"


@needs_limits
@pytest.mark.parametrize("room", [0, 200_000])
def test_a_disk_that_takes_no_more_stops_sends_and_loses_nothing(fleet: Path, room: int) -> None:
    """F26: the intent cannot be written, so nothing is sent; the next life goes on."""
    with life(fleet, *OPTIONS, "--room", str(room)) as one:
        assert one.until("narrow") is not None, one.told()
        earlier, before = -1, plain_books.read(fleet, ended=False)
        while earlier < before.effects.total():
            time.sleep(2)
            earlier, before = before.effects.total(), plain_books.read(fleet, ended=False)
    assert before.wrong == []
    assert 0 < before.states["DONE"] < BULK
    with life(fleet, *OPTIONS) as two:
        ends_exactly(two, fleet)


@needs_limits
def test_a_disk_that_is_mended_in_time_is_forgiven(fleet: Path) -> None:
    with life(fleet, *OPTIONS, "--room", "60000", "--mended", "3") as one:
        ends_exactly(one, fleet)
        assert any(line.startswith("narrow") for line in one.lines)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Another program writes to the desk, and takes its time."""
    with closing(sqlite3.connect(folder / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_lock_shorter_than_the_patience_is_waited_for(fleet: Path) -> None:
    """F28"""
    with life(fleet, *OPTIONS) as one:
        in_mid_bulk(one)
        with locked(fleet):
            time.sleep(2)
        ends_exactly(one, fleet)
        assert not any(line.startswith(("trouble", "carried")) for line in one.lines), one.told()


def test_a_longer_lock_is_named_and_costs_nothing(fleet: Path) -> None:
    """F28: nothing is sent meanwhile; SimDesk pauses, says why, and goes on at a person's word."""
    with life(fleet, *OPTIONS) as one:
        in_mid_bulk(one)
        with locked(fleet):
            time.sleep(3)
            sent = plain_books.read(fleet, ended=False).effects
            time.sleep(6)
            assert plain_books.read(fleet, ended=False).effects == sent
        ends_exactly(one, fleet)
    with closing(sqlite3.connect(fleet / "desk.db")) as desk:
        told = [row[0] for row in desk.execute("SELECT body_json FROM audit")]
    assert any('"by":"SimDesk"' in words and "could not be" in words for words in told), told


def test_a_second_program_is_refused_until_the_first_is_dead(fleet: Path) -> None:
    """F31: running or frozen, the first keeps the fleet; killed, it lets go at once."""
    with life(fleet, *OPTIONS) as first:
        assert first.until("ready") is not None, first.told()
        refused_while_open(fleet)
        in_mid_bulk(first)
        first.process.send_signal(signal.SIGSTOP)
        refused_while_open(fleet)
    with life(fleet, *OPTIONS) as third:
        ends_exactly(third, fleet)


def refused_while_open(fleet: Path) -> None:
    with life(fleet, *OPTIONS) as second:
        assert second.ended() == 2, second.told()
        (line,) = second.lines
        assert line.startswith("trouble")
        assert "open" in line


@pytest.fixture
def open_house() -> Iterator[Path]:
    """A folder that every user of the system can look into."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


def test_a_fleet_that_may_only_be_read_is_told_and_left_alone(open_house: Path) -> None:
    """F27: another user, or a disk mounted to be read."""
    fleet = open_house / "fleet"
    with life(fleet, *OPTIONS) as one:
        in_mid_bulk(one)
    kept = {path: path.read_bytes() for path in fleet.iterdir()}
    for path in (*kept, fleet):
        path.chmod(0o555 if path == fleet else 0o444)
    try:
        other = ("--user", str(NOBODY)) if os.geteuid() == 0 else ()
        with life(fleet, *OPTIONS, *other) as two:
            assert two.ended() == 2, two.told()
            (line,) = two.lines
            assert line.startswith("trouble"), line
            assert str(fleet) in line
        assert {path: path.read_bytes() for path in fleet.iterdir()} == kept
    finally:
        for path in (fleet, *kept):
            path.chmod(0o755 if path == fleet else 0o644)
    with life(fleet, *OPTIONS) as three:
        ends_exactly(three, fleet)
