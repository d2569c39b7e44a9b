"""Operations that wait for their time are let go when it comes."""

import asyncio
from collections.abc import Awaitable, Callable

from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.services.calls import Calls
from simdesk.services.storage import journal_states
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.database import Database

_SHORTEST, _LONGEST = 1.0, 60.0
"""Seconds between two looks: business time may be hurried, or jump, and machines sleep."""
_FASTEST = 3600.0
"""Business seconds in one second, as long as nobody has measured it."""


class Waiter:
    """Watches business time while something waits. `release` lets one operation go."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        clock: Clock,
        release: Callable[[str], Awaitable[None]],
    ) -> None:
        self._database = database
        self._calls = calls
        self._clock = clock
        self._release = release
        self._news = False
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Something may be waiting."""
        self._news = True
        if self._task is None:
            self._task = asyncio.create_task(self._watch(), name="waiting operations")

    async def release_due(self) -> float | None:
        """Let go of everything whose time has come. Returns the business seconds to the next."""
        while (due := await self._database.read(journal_states.next_due)) is not None:
            op_id, at = due
            left = at - seconds(self._calls.now())
            if left > 0:
                return float(left)
            await self._release(op_id)
        return None

    async def aclose(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
            self._task = None

    async def _watch(self) -> None:
        speed = _FASTEST
        try:
            while self._news:
                self._news = False
                while (left := await self._next()) is not None:
                    before = self._calls.now()
                    nap = min(_LONGEST, max(_SHORTEST, left / speed))
                    await self._clock.sleep(nap)
                    passed = (self._calls.now() - before).total_seconds()
                    speed = max(1.0, passed / nap)
        finally:
            self._task = None

    async def _next(self) -> float | None:
        try:
            return await self.release_due()
        except KnownError:
            return _LONGEST  # the disk may be mended; it is tried again
