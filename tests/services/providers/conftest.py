"""Worlds by fixture: `hands` holds a calm one of 120 cards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simdesk.services.providers.simulator import FleetPlan
from tests.services.providers.worlds import CALM, Hands, a_world


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[Hands]:
    with a_world(tmp_path, FleetPlan(120, seed=3, restless=CALM)) as world:
        yield Hands(world)
