"""Where a life is played: no thread is ever quicker than another, so its seed replays it."""

import asyncio
import heapq
import itertools
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from simdesk.compose import Desk
from simdesk.services.providers.simulator import Simulator

T = TypeVar("T")


class StageClock:
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


class AtOnce(Executor):
    """Has each job done by its own threads before `submit` returns."""

    def __init__(self, threads: Executor) -> None:
        self._threads = threads

    def submit(self, job: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future = self._threads.submit(job, *args, **kwargs)
        future.exception()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._threads.shutdown(wait, cancel_futures=cancel_futures)


def set_the_stage(desk: Desk) -> None:
    """From now on a job of the desk's or the world's threads ends before anything else happens."""
    assert isinstance(desk.provider, Simulator)
    for owner, name in (
        (desk.database, "_readers"),
        (desk.database, "_writer"),
        (desk.provider.room, "_thread"),
    ):
        setattr(owner, name, AtOnce(getattr(owner, name)))
