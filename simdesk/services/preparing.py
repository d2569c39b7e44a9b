"""Keeping the cards in memory, beside the work, so that a question is answered at once."""

import asyncio
import logging

from simdesk.models.errors import KnownError
from simdesk.services.logs import note
from simdesk.services.storage.database import Database
from simdesk.services.storage.finding.finder import Finder

_LOG = logging.getLogger(__name__)


class Preparing:
    """Loads what `finder` answers from, and loads it anew when too much was written at once.

    Until then, and where it fails, the database is asked: slower, with the same answers.
    """

    def __init__(self, database: Database, finder: Finder) -> None:
        self._database = database
        self._finder = finder
        self._lost = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Load, and stay ready until `aclose`; does nothing when begun already."""
        if self._task is None:
            self._task = asyncio.ensure_future(self._keep())
            self._task.add_done_callback(_told)

    async def aclose(self) -> None:
        """Load no more."""
        task = self._task
        if task is not None:
            self._finder.index.when_lost = None
            task.cancel()
            await asyncio.wait([task])

    async def once(self) -> None:
        """Load; returns when every question is answered in memory at once. Raises KnownError."""
        await self._database.follow(self._finder.index)
        while not await self._database.read(self._finder.load):
            pass
        note(_LOG, "cards are in memory")
        await self._database.read(self._finder.get_ready)

    async def _keep(self) -> None:
        loop = asyncio.get_running_loop()
        self._finder.index.when_lost = lambda: loop.call_soon_threadsafe(self._lost.set)
        try:
            while True:
                self._lost.clear()
                await self.once()
                await self._lost.wait()
        except KnownError as error:  # the disk: questions about cards will say so themselves
            note(_LOG, "cards are not kept in memory", why=str(error))


def _told(task: "asyncio.Task[None]") -> None:
    # A mistake of ours goes where the loop reports those.
    if not task.cancelled():
        task.result()
