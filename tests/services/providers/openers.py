"""How the contract tests open each provider: one entry, or more, for every registered one."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from simdesk.services.providers.base import Provider
from simdesk.services.providers.registry import REGISTRY
from simdesk.services.providers.simulator import FleetPlan, Profile
from tests.conftest import VirtualClock
from tests.services.providers.worlds import CALM, built

CARDS = 90
Opener = Callable[[Path], Awaitable[Provider]]


def simulated(profile: Profile) -> Opener:
    plan = FleetPlan(CARDS, 4, profile, CALM)

    async def open_it(folder: Path) -> Provider:
        (folder / "world.db").write_bytes(built(plan))
        return await REGISTRY["simulator"](folder, plan, VirtualClock())

    return open_it


OPENERS: Mapping[str, Opener] = {f"simulator, {profile}": simulated(profile) for profile in Profile}
"""By the registered name, and after a comma what is special. Each opens on `CARDS` cards with some
in use of every plan type, and a balance that pays for a renewal."""
