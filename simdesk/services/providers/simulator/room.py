"""The one thread a world lives in: every question waits its turn there, and time passes first."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from simdesk.models.clock import Clock
from simdesk.services.providers.simulator.timeline import Timeline
from simdesk.services.providers.simulator.world import World

T = TypeVar("T")


class Room:
    """Serialises all access to a world, so that the caller's loop never waits on its file."""

    def __init__(self, world: World, thread: ThreadPoolExecutor, clock: Clock) -> None:
        self._world = world
        self._thread = thread
        self.timeline = Timeline(clock, world.at)
        self.id = world.id
        self.seed = world.seed
        self.profile = world.profile
        self.capabilities = world.capabilities
        self._closed = False

    @classmethod
    async def open(cls, path: Path, clock: Clock, build: Callable[[], None]) -> "Room":
        """Open the world at `path`, after `build` if there is none. Raises KnownError."""
        thread = ThreadPoolExecutor(1, thread_name_prefix="world")

        def enter() -> World:
            if not path.exists():
                build()
            return World(path)

        entered = thread.submit(enter)
        try:
            world = await asyncio.wrap_future(entered)
        except BaseException:
            thread.submit(_leave, entered)
            thread.shutdown(wait=False)
            raise
        return cls(world, thread, clock)

    @property
    def balance(self) -> int:
        """Minor units in the wallet after the last thing that happened."""
        return self._world.till.balance

    async def ask(self, job: Callable[[World], T]) -> T:
        """Let time pass until now, then do `job` in the world's thread."""
        return await self._at(self.timeline.now(), job)

    async def go_to(self, second: int) -> None:
        """Let everything happen up to `second`, then go on from there."""
        await self._at(second, lambda world: None)
        self.timeline.jump(second)

    async def _at(self, second: int, job: Callable[[World], T]) -> T:
        def in_time() -> T:
            self._world.pass_time(second)
            return job(self._world)

        return await asyncio.wrap_future(self._thread.submit(in_time))

    async def close(self) -> None:
        """Let the world reach this moment, let go of its file and end the thread.

        Raises KnownError where the file can no longer be written; it is let go of all the same.
        """
        if self._closed:
            return
        self._closed = True
        try:
            await self.ask(lambda world: None)
        finally:
            await asyncio.wrap_future(self._thread.submit(self._world.close))
            self._thread.shutdown(wait=False)


def _leave(entered: Future[World]) -> None:
    """Close a world that nobody waits for any more."""
    if not entered.cancelled() and entered.exception() is None:
        entered.result().close()
