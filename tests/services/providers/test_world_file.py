"""A stranger's file is refused and left untouched; a world is whole or not there at all."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.services.providers.simulator import FleetPlan, build_world, open_simulator
from simdesk.services.providers.simulator.world import World
from tests.conftest import VirtualClock
from tests.services.providers.worlds import a_world, built

PLAN = FleetPlan(15)


def refused(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        World(path)
    assert path.read_bytes() == before
    assert str(path) in str(caught.value)
    assert caught.value.remedy is not None
    return str(caught.value.message)


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\0" + b"\0" * 200])
def test_other_files(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "world.db"
    path.write_bytes(content)
    assert "is not a simulated world" in refused(path)


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "world.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (words TEXT)")
    connection.commit()
    connection.close()
    assert "is not a simulated world" in refused(path)


def test_a_newer_world(tmp_path: Path) -> None:
    path = tmp_path / "world.db"
    path.write_bytes(built(PLAN))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "newer SimDesk" in refused(path)


def test_a_torn_off_world(tmp_path: Path) -> None:
    path = tmp_path / "world.db"
    path.write_bytes(built(PLAN)[:-5000])
    assert "its end is missing" in refused(path)


def test_a_world_whose_tables_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "world.db"
    content = bytearray(built(PLAN))
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    assert "is not a simulated world" in refused(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        World(tmp_path / "nothing.db")


def test_a_world_opens_once(tmp_path: Path) -> None:
    with a_world(tmp_path, PLAN) as world:
        world.pass_time(world.at + 1)
        with pytest.raises(KnownError, match="cannot be opened"):
            World(tmp_path / "world.db")


async def test_opening_builds_what_is_missing_and_says_how_far(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    folder = tmp_path / "new" / "fleet"
    simulator = await open_simulator(
        folder, PLAN, VirtualClock(), lambda done, total: heard.append((done, total))
    )
    await simulator.aclose()
    assert heard == [(15, 15)]
    assert [path.name for path in folder.iterdir()] == ["world.db"]


async def test_a_world_that_is_there_keeps_its_own_plan(tmp_path: Path) -> None:
    (tmp_path / "world.db").write_bytes(built(PLAN))
    simulator = await open_simulator(tmp_path, FleetPlan(99, seed=5), VirtualClock())
    assert (await simulator.cards(1)).total == 15
    await simulator.aclose()


async def test_a_refused_file_ends_the_thread(tmp_path: Path) -> None:
    (tmp_path / "world.db").write_bytes(b"not ours")
    with pytest.raises(KnownError):
        await open_simulator(tmp_path, PLAN, VirtualClock())


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(KnownError, match="cannot be written"):
        build_world(blocked / "world.db", PLAN)

    def give_up(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_world(tmp_path / "world.db", PLAN, give_up)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


async def test_a_building_that_is_called_off_lets_go_of_the_world(tmp_path: Path) -> None:
    under_way, go_on = threading.Event(), threading.Event()

    def wait(done: int, total: int) -> None:
        under_way.set()
        assert go_on.wait(10)

    opening = asyncio.create_task(open_simulator(tmp_path, PLAN, VirtualClock(), wait))
    assert await asyncio.to_thread(under_way.wait, 10)
    (thread,) = (one for one in threading.enumerate() if one.name.startswith("world"))
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    go_on.set()
    await asyncio.to_thread(thread.join, 10)
    simulator = await open_simulator(tmp_path, PLAN, VirtualClock())
    assert (await simulator.cards(1)).total == 15
    await simulator.aclose()
