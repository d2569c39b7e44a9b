"""Waiting again and again for as long as somebody says, who may think better of it meanwhile."""

import asyncio
from collections.abc import Callable

from simdesk.models.clock import Clock


class Interval:
    """So many seconds; None is for ever. Other seconds count for the wait under way as well."""

    def __init__(self, clock: Clock, seconds: float | None) -> None:
        self._clock = clock
        self._seconds = seconds
        self._changed = asyncio.Event()

    @property
    def seconds(self) -> float | None:
        return self._seconds

    @seconds.setter
    def seconds(self, seconds: float | None) -> None:
        if seconds != self._seconds:
            self._seconds = seconds
            self._changed.set()

    async def passed(self, times: float = 1.0) -> None:
        """Return when `times` as much time has passed since now; `times` is positive."""
        began = self._clock.monotonic()
        while True:
            self._changed.clear()
            if self._seconds is None:
                await self._changed.wait()
                continue
            left = began + self._seconds * times - self._clock.monotonic()
            if left <= 0 or not await self._changed_within(left):
                return

    async def repeat(self, begin: Callable[[], object]) -> None:
        """Call `begin` each time it has passed, until cancelled."""
        while True:
            await self.passed()
            begin()

    async def _changed_within(self, seconds: float) -> bool:
        waits = (
            asyncio.ensure_future(self._clock.sleep(seconds)),
            asyncio.ensure_future(self._changed.wait()),
        )
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)
        return self._changed.is_set()
