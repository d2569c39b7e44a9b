"""Opening and closing a fleet: what fails in the middle lets go of everything it had taken."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simdesk.compose import DESK_FILE, Desk, open_desk
from simdesk.models.errors import KnownError
from simdesk.services.providers.simulator import FleetPlan
from tests.conftest import VirtualClock
from tests.narrow_disk import needs_limits, room_for

PLAN = FleetPlan(15)


async def opened(folder: Path) -> Desk:
    return await open_desk(folder, PLAN, VirtualClock(), "Li Na")


def damage(path: Path, table: str) -> None:
    """Spoil the pages a table and its indexes begin on; nothing else notices."""
    with closing(sqlite3.connect(path)) as raw:
        asked = "SELECT rootpage FROM sqlite_master WHERE tbl_name = ?"
        pages = [number for (number,) in raw.execute(asked, (table,))]
    with path.open("r+b") as file:
        for number in pages:
            file.seek(4096 * (number - 1))
            file.write(b"\xff" * 4096)


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "north").write_text("in the way", encoding="utf-8")
    with pytest.raises(KnownError, match="could not be written") as told:
        await opened(tmp_path / "north")
    assert str(tmp_path / "north") in str(told.value)


async def test_a_fleet_that_cannot_be_recovered_is_let_go_of(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    await desk.aclose()
    damage(tmp_path / DESK_FILE, "op_item")
    for _ in range(2):
        with pytest.raises(KnownError, match="is damaged"):
            await opened(tmp_path)


@needs_limits
async def test_a_fleet_closes_on_a_full_disk_and_opens_again(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    await desk.sync.run()
    with room_for(0):
        await desk.aclose()
    desk = await opened(tmp_path)
    assert await desk.cards.total() > 10
    await desk.aclose()
