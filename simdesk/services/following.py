"""A sync and what follows it, so that no page is forgotten: the one way the desk is brought up."""

from collections.abc import Awaitable, Callable, Sequence

from simdesk.models.errors import KnownError
from simdesk.services import sync_pace
from simdesk.services.sync import SyncService

Step = Callable[[], Awaitable[object]]


class Following:
    """`steps` are what is read or checked when the cards are up to date, in this order."""

    def __init__(self, sync: SyncService, steps: Sequence[Step]) -> None:
        self._sync = sync
        self._steps = steps

    async def sync(self) -> None:
        """One whole sync, then every step; does nothing while a sync runs.

        After a sync that was stopped or failed there are no steps. A step that fails keeps no
        other from its turn. Raises KnownError for the first thing that failed, at the end.
        """
        if self._sync.progress.running:
            return
        await self._sync.run()
        if self._sync.progress.phase == sync_pace.STOPPED:
            return
        failures = [error for step in self._steps if (error := await _tried(step)) is not None]
        if failures:
            raise failures[0]


async def _tried(step: Step) -> KnownError | None:
    try:
        await step()
    except KnownError as error:
        return error
    return None
