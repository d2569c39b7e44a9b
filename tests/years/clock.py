"""The clock of a life, which moves only when nothing else can go on."""

import asyncio
import heapq
import itertools
from typing import Any


class LifeClock:
    """A `models.clock.Clock` whose sleepers wake one by one, each when nothing else can go on."""

    def __init__(self) -> None:
        self._now = 0.0
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._watching = False

    def monotonic(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        woken: asyncio.Future[None] = loop.create_future()
        due = self._now + max(seconds, 0.0)
        heapq.heappush(self._sleepers, (due, next(self._order), woken))
        if not self._watching:
            self._watching = True
            loop.call_soon(self._turn, loop)
        await woken

    def _turn(self, loop: Any) -> None:
        # Only the loop itself knows whether all that could run at once has run.
        if not loop._ready:
            self._wake_next()
        self._watching = bool(self._sleepers)
        if self._watching:
            loop.call_soon(self._turn, loop)

    def _wake_next(self) -> None:
        while self._sleepers:
            due, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                self._now = max(self._now, due)
                woken.set_result(None)
                return
