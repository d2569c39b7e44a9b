"""How the contract tests open each provider: one entry, or more, for every registered one."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from simdesk.services.providers.base import Provider
from simdesk.services.providers.registry import REGISTRY
from simdesk.services.providers.simulator import FleetPlan, Profile
from tests.conftest import VirtualClock
from tests.services.providers import paper
from tests.services.providers.worlds import CALM, built

IN_TESTS = (paper.NAME,)
"""Providers that are registered for the tests alone."""


@dataclass(frozen=True)
class Opener:
    """`open` into an empty folder; how many `cards` are then there, cancelled ones included.

    `throttles` says that the other side counts the calls itself; otherwise the rate is the
    caller's duty alone.
    """

    open: Callable[[Path], Awaitable[Provider]]
    cards: int
    throttles: bool = False


def simulated(profile: Profile) -> Opener:
    plan = FleetPlan(90, 4, profile, CALM)

    async def open_it(folder: Path) -> Provider:
        (folder / "world.db").write_bytes(built(plan))
        return await REGISTRY["simulator"](folder, plan, VirtualClock(), None)

    return Opener(open_it, plan.cards, throttles=True)


OPENERS: Mapping[str, Opener] = {
    **{f"simulator, {profile}": simulated(profile) for profile in Profile},
    "paper": Opener(paper.open_paper, len(paper.CARDS)),
}
"""By the registered name, and after a comma what is special.

Each has cards in use with a monthly plan since before this month, on its first page. One that sells
anything has them of every plan type, and a balance that pays for it.
"""

SILENT = ("spreadsheet",)
"""Registered ones that answer nothing at all; test_spreadsheet.py holds them to what is left."""
