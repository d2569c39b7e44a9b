"""A bulk through the real database and a provider that answers at once, rate limit off.

    .venv/bin/python tests/benchmarks/bench_operations.py --cards 10000 --latency 0

Prints how long the preview, the start and the sends took, items a second, the longest call on the
loop's thread (every callback is timed, in seconds of the processor, so that neighbours do not
count) and the longest gap between two ticks of 5 ms beside it.
"""

import argparse
import asyncio
import gc
import math
import random
import sys
import tempfile
import time
from asyncio import events
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from simdesk.compose import SystemClock
from simdesk.models.action import Action
from simdesk.models.operations import OperationState, Request
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.operations import OperationService
from simdesk.services.rate import TokenBucket
from simdesk.services.sending import Sending
from simdesk.services.storage import listing_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from tests.services.scripted_provider import ScriptedProvider, cards


class CallTimer:
    """Times every callback of the loop."""

    def __init__(self) -> None:
        self.longest: list[tuple[float, str]] = []
        self._run = events.Handle._run
        timer = self

        def timed(handle: Any) -> None:
            began = time.thread_time()
            timer._run(handle)
            spent = time.thread_time() - began
            if spent > 0.005:
                timer.longest.append((spent, repr(handle)[:110]))

        events.Handle._run = timed  # type: ignore[method-assign]


async def gaps(found: list[float]) -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        found.append(now - last - 0.005)
        last = now


async def bench(count: int, latency: float, workers: int, rate: float) -> None:
    clock = SystemClock()
    provider = ScriptedProvider(clock, cards(count), latency=latency)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "desk.db", provider.identity)
        facts = list(provider.cards_by_ref.values())
        now = provider.now()
        await database.write(partial(listing_store.ensure_account, name="demo", provider="s"))
        for start in range(0, count, 2000):
            part = facts[start : start + 2000]
            await database.write(
                partial(listing_store.put_listing, account="demo", listed=part, asked_at=now)
            )
        calls = Calls(provider, TokenBucket(rate, clock), clock)

        async def refresh(ids: Sequence[int]) -> None:
            del ids

        announcer = Announcer()
        service = OperationService(
            database,
            calls,
            clock,
            announcer,
            refresh=refresh,
            random_bits=random.Random(1).getrandbits,
            auditor=Auditor("bench", "bench", calls.now),
            sending=Sending(announcer),
            most_workers=workers,
        )
        # As in the app: what is there stays, and nobody collects in the middle of a call.
        gc.collect()
        gc.freeze()
        gc.disable()
        found: list[float] = []
        ticking = asyncio.create_task(gaps(found))
        timer = CallTimer()
        began = time.perf_counter()
        preview = await service.preview(Request(Action.SUSPEND), range(1, count + 1))
        previewed = time.perf_counter()
        op_id = await service.start(preview)
        started = time.perf_counter()
        while (await service.operations())[0].state is not OperationState.FINISHED:
            await asyncio.sleep(0.1)
        ended = time.perf_counter()
        row = (await service.operations())[0]
        print(f"preview  {1000 * (previewed - began):8.1f} ms")
        print(f"start    {1000 * (started - previewed):8.1f} ms")
        print(f"send     {ended - started:8.2f} s   {count / (ended - started):,.0f} items/s")
        print(f"counts   {sum(row.counts.values())} of {count}, operation {op_id[:8]}")
        longest = sorted(timer.longest, reverse=True)[:5]
        print(f"longest call {1000 * (longest[0][0] if longest else 0):.1f} ms")
        for spent, what in longest:
            print(f"   {1000 * spent:6.1f} ms {what}")
        found.sort()
        print(
            f"gap median {1000 * found[len(found) // 2]:.1f} ms, longest {1000 * found[-1]:.1f} ms"
        )
        ticking.cancel()
        await service.aclose()
        await database.aclose()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=10_000)
    parser.add_argument("--latency", type=float, default=0.0)
    parser.add_argument("--workers", type=int, default=32)
    parser.add_argument("--rate", type=float, default=math.inf)
    given = parser.parse_args()
    asyncio.run(bench(given.cards, given.latency, given.workers, given.rate))
