"""Killed at every single point: each kind of act, each behaviour of a provider (F01-F21)."""

import pytest

from tests.torture.behaviours import CARRIERS, ENDLESS
from tests.torture.conftest import Count
from tests.torture.plan import Schedule
from tests.torture.schedule import room
from tests.torture.sweeps import FIRST_CARRIER, of_kind, rooms, singles, tally
from tests.torture.tier import asked

pytestmark = pytest.mark.torture


@pytest.mark.parametrize(("kind", "carrier"), list(rooms()))
def test_a_kill_at_any_point_loses_and_doubles_nothing(
    kind: str, carrier: str, count: Count
) -> None:
    for schedule in of_kind(kind, carrier):
        count(tally(singles(schedule)))


@pytest.mark.parametrize("carrier", CARRIERS)
def test_what_was_accepted_and_never_comes_is_settled_too(carrier: str, count: Count) -> None:
    """It takes days of looking, each with points of its own: some of them do, but at night."""
    step = 1 if asked().night and carrier == FIRST_CARRIER else 29
    for script in ENDLESS.values():
        base = Schedule("renew", carrier, script)
        lives = (Schedule("renew", carrier, script, (kill,)) for kill in range(1, 300, step))
        count(tally(map(room().live, (base, *lives))))
