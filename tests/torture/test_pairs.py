"""Killed twice, at every pair of points: one paid, one reversible, one irreversible kind."""

import pytest

from tests.torture.behaviours import BEHAVIOURS
from tests.torture.conftest import Count
from tests.torture.plan import Schedule
from tests.torture.sweeps import FIRST_CARRIER, THOROUGH, pairs, tally
from tests.torture.tier import asked

pytestmark = pytest.mark.torture
TELLING = {
    "renew": (
        "done",
        "refused",
        "throttled",
        "answer lost",
        "late",
        "accepted",
        "overdue",
        "malformed",
    ),
    "suspend": ("done", "throttled", "answer lost", "accepted"),
    "cancel": ("done", "refused", "late", "overdue", "malformed"),
}
"""One of each sort for what costs money; the others resemble them, and have their nights."""


def rooms() -> list[tuple[str, str]]:
    """Kinds and behaviours that are tortured by pairs."""
    night = asked().night
    return [(kind, name) for kind in THOROUGH for name in (BEHAVIOURS if night else TELLING[kind])]


@pytest.mark.parametrize(("kind", "behaviour"), rooms())
def test_two_kills_anywhere_lose_and_double_nothing(
    kind: str, behaviour: str, count: Count
) -> None:
    count(tally(pairs(Schedule(kind, FIRST_CARRIER, BEHAVIOURS[behaviour]))))
