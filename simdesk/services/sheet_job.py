"""Long work over spreadsheets on a thread of its own, with progress, until nobody wants it."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
Tick = Callable[[int, int], None]
Moved = Callable[[int, int], None]
"""Hears how many rows of how many are done, on the loop's thread."""


class _UnwantedError(Exception):
    """Nobody waits any more."""


def unheard(done: int, total: int) -> None:
    """Where nobody wants to know how far it is."""
    del done, total


async def beside(job: Callable[[Tick], T], moved: Moved = unheard) -> T:
    """Run `job` on a thread; cancelling ends it at its next tick, and waits for that."""
    loop, stop = asyncio.get_running_loop(), threading.Event()

    def tick(done: int, total: int) -> None:
        if stop.is_set():
            raise _UnwantedError
        loop.call_soon_threadsafe(moved, done, total)

    working = asyncio.ensure_future(asyncio.to_thread(job, tick))
    try:
        return await asyncio.shield(working)
    except asyncio.CancelledError:
        stop.set()
        await asyncio.wait({working})
        if not working.cancelled():
            working.exception()
        raise
