"""Worlds by fixture: `hands` holds a calm one of 120 cards."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from simdesk.services.providers.simulator import FleetPlan, build_world
from tests.services.providers.worlds import CALM, Hands, a_world

SMALL = FleetPlan(120, seed=3, restless=CALM)


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to copy: building it for every test would take most of the time."""
    path = tmp_path_factory.mktemp("small") / "world.db"
    build_world(path, SMALL)
    return path


@pytest.fixture
def hands(tmp_path: Path, small_world: Path) -> Iterator[Hands]:
    shutil.copy(small_world, tmp_path)
    with a_world(tmp_path, SMALL) as world:
        yield Hands(world)
