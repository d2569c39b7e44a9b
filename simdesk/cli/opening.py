"""A fleet opened for one command, and closed whatever happens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from simdesk.cli.asked import operator
from simdesk.cli.telling import Progress, tell
from simdesk.compose import Desk, SystemClock, open_desk
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.watch import Watch


@asynccontextmanager
async def opened(
    folder: Path, plan: FleetPlan, watch: Watch, preferences: PreferenceService | None = None
) -> AsyncIterator[Desk]:
    """The desk of the fleet in `folder`, built by `plan` where it is not there yet.

    `watch` keeps its log there meanwhile. Raises KnownError when it cannot be opened.
    """
    progress = Progress("cards built:")
    desk = await open_desk(
        folder, plan, SystemClock(), operator(), progress.at,
        redactor=watch.redactor, preferences=preferences,
    )  # fmt: skip
    progress.end()
    watch.settle(folder, desk.provider.now)
    for reason in desk.custody.safe_mode.reasons:
        tell(f"simdesk: safe mode: {reason}")
    try:
        yield desk
    finally:
        await desk.aclose()
        watch.logs.leave()
