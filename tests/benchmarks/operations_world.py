"""What operations are measured on: a provider that only takes its time, and timers of the loop."""

import asyncio
import time
from asyncio import events
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import Any

from simdesk.compose import SystemClock
from simdesk.models.account_commands import AccountCommand
from simdesk.models.card import CardFacts
from simdesk.models.commands import CardRef, Command
from simdesk.models.outcomes import Done, Outcome, Refused
from simdesk.models.periods import ZONE
from simdesk.models.status import SpecificStatus
from simdesk.services.providers.base import CardReading
from tests.services.scripted_provider import EVERYTHING, ScriptedProvider

FASTEST, SLOWEST = 0.02, 0.08
"""Seconds until an answer, evenly spread."""
MEAN = (FASTEST + SLOWEST) / 2


class LatencyProvider(ScriptedProvider):
    """Does what is asked after 20 to 80 ms, and shows it in readings; it has no rate of its own."""

    def __init__(self, cards: Iterable[CardFacts], account: str) -> None:
        clock: Any = SystemClock()
        super().__init__(clock, cards, capabilities=replace(EVERYTHING, calls_per_second=1e9))
        self.account = account
        self.sent_at: list[float] = []
        self._chance = Random(1)
        self._done: set[CardRef] = set()

    def now(self) -> datetime:
        return datetime.now(ZONE)

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        if isinstance(command, AccountCommand):
            return Refused("IllegalRequest", "This provider acts on cards alone.")
        self.sent_at.append(time.perf_counter())
        await asyncio.sleep(self._chance.uniform(FASTEST, SLOWEST))
        self._done.add(command.card)
        return Done()

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        await asyncio.sleep(self._chance.uniform(FASTEST, SLOWEST))
        for ref in self._done.intersection(cards):
            self.cards_by_ref[ref] = replace(
                self.cards_by_ref[ref], status=35, specific=int(SpecificStatus.MANUAL)
            )
        return await super().read(cards)


async def bare_pool(items: int, workers: int) -> None:
    """The control: so many waits by so many workers that do nothing else."""
    chance, left = Random(1), iter(range(items))

    async def worker() -> None:
        for _ in left:
            await asyncio.sleep(chance.uniform(FASTEST, SLOWEST))

    await asyncio.gather(*(worker() for _ in range(workers)))


class LoopTimer:
    """The longest call on the loop's thread, in seconds of its processor: neighbours do not count.

    Neither does the system's own work for it, such as clearing a fresh page of memory.
    """

    def __init__(self) -> None:
        self.longest, self.what = 0.0, ""

    def note(self, spent: float, handle: object) -> None:
        if spent > self.longest:
            self.longest, self.what = spent, repr(handle)[:120]


@contextmanager
def timed_calls() -> Iterator[LoopTimer]:
    """Every callback of every loop is timed in here."""
    timer, run = LoopTimer(), events.Handle._run

    def timed(handle: Any) -> None:
        began = time.thread_time()
        run(handle)
        timer.note(time.thread_time() - began, handle)

    events.Handle._run = timed  # type: ignore[method-assign]
    try:
        yield timer
    finally:
        events.Handle._run = run  # type: ignore[method-assign]
