"""An event loop without a clock of its own: time moves only when nothing else can go on.

No sockets, no threads, no timers of asyncio: what waits, waits on `LoopClock`. A turn costs a few
microseconds, and the same life always runs the same way.
"""

import asyncio
import heapq
import itertools
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class LoopClock:
    """A `models.clock.Clock` in seconds from 0, whose sleepers are woken by the loop itself."""

    def __init__(self) -> None:
        self.now = 0.0
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        due = self.now + max(seconds, 0.0)
        heapq.heappush(self._sleepers, (due, next(self._order), woken))
        await woken

    def wake_next(self) -> bool:
        """Wake the earliest sleeper; False when there is none."""
        while self._sleepers:
            due, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                self.now = max(self.now, due)
                woken.set_result(None)
                return True
        return False


class StandstillError(Exception):
    """Everybody waits for somebody else."""


class VirtualLoop(asyncio.BaseEventLoop):
    """Runs what is ready; when nothing is, the clock moves to its next sleeper."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = LoopClock()

    def time(self) -> float:
        return self.clock.now

    def live(self, life: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine on a clock that begins anew, to its end; nothing of it may stay."""
        self.clock = LoopClock()
        return self.run_until_complete(life)

    def _run_once(self) -> None:
        # The loop of BaseEventLoop without its selector and its timers, which nobody here needs.
        ready: Any = self._ready  # type: ignore[attr-defined]  # asyncio's own queue
        if self._scheduled:  # type: ignore[attr-defined]
            raise StandstillError("a timer of asyncio's, which no clock here can move")
        if not ready and not self.clock.wake_next():
            raise StandstillError("nothing is ready and nobody sleeps")
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()
