"""Opening and closing a fleet: what fails in the middle lets go of everything it had taken."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simdesk.compose import DESK_FILE, Desk, open_desk
from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.operations import Request
from simdesk.services.providers.registry import REGISTRY
from simdesk.services.providers.simulator import FleetPlan
from tests.conftest import VirtualClock
from tests.narrow_disk import needs_limits, room_for
from tests.services.providers.paper import CARDS, Paper, open_paper

PLAN = FleetPlan(15)
ON_PAPER = FleetPlan(provider="paper")
BOTH = {**REGISTRY, "paper": open_paper}


async def opened(folder: Path) -> Desk:
    return await open_desk(folder, PLAN, VirtualClock(), "Li Na")


def damage(path: Path, table: str) -> None:
    """Spoil the pages a table and its indexes begin on; nothing else notices."""
    with closing(sqlite3.connect(path)) as raw:
        asked = "SELECT rootpage FROM sqlite_master WHERE tbl_name = ? AND rootpage > 0"
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


async def test_a_fleet_of_a_provider_that_is_no_simulation(tmp_path: Path) -> None:
    desk = await open_desk(tmp_path, ON_PAPER, VirtualClock(), "Li Na", openers=BOTH)
    assert desk.simulation is None
    await desk.sync.run()
    ids = await desk.cards.ids(CardFilter(), Sort())
    assert len(ids) == len(CARDS)
    preview = await desk.operations.preview(Request(Action.SUSPEND), ids)
    assert [str(group.reason) for group in preview.blocked] == ["This provider does not offer it."]
    assert preview.eligible_count == 0
    await desk.aclose()


async def test_a_fleet_goes_on_with_the_provider_it_began_with(tmp_path: Path) -> None:
    for plan in (ON_PAPER, PLAN, FleetPlan(provider="forgotten")):
        desk = await open_desk(tmp_path, plan, VirtualClock(), "Li Na", openers=BOTH)
        assert desk.provider.name == "paper"
        await desk.aclose()
    assert not (tmp_path / "world.db").exists()


@pytest.mark.parametrize("began", [False, True])
async def test_an_unknown_provider_is_named(began: bool, tmp_path: Path) -> None:
    folder = tmp_path / "north"
    if began:
        desk = await open_desk(folder, ON_PAPER, VirtualClock(), "Li Na", openers=BOTH)
        await desk.aclose()
    before = sorted(tmp_path.rglob("*"))
    others = {"slate": open_paper, "abacus": open_paper}
    with pytest.raises(KnownError, match="no provider “paper”") as told:
        await open_desk(folder, ON_PAPER, VirtualClock(), "Li Na", openers=others)
    assert str(told.value.remedy) == "Known are: abacus, slate."
    assert sorted(tmp_path.rglob("*")) == before


async def test_a_secret_too_short_to_hide_opens_no_fleet(tmp_path: Path) -> None:
    provider = Paper()
    provider.secrets = ("12345",)
    closed: list[bool] = []

    async def open_it(*told: object) -> Paper:
        return provider

    async def aclose() -> None:
        closed.append(True)

    provider.aclose = aclose  # type: ignore[method-assign]
    with pytest.raises(ValueError, match="fewer than 6"):
        await open_desk(tmp_path, ON_PAPER, VirtualClock(), "Li Na", openers={"paper": open_it})
    assert closed == [True]
    assert not (tmp_path / DESK_FILE).exists()
