"""Group commit: what many workers want written becomes durable in one transaction at a time."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from simdesk.models.clock import Clock
from simdesk.models.texts import Text
from simdesk.services.operation_outcomes import BUSY, CHANGED, DOUBTFUL_REFUSAL, STOPPED
from simdesk.services.storage import journal_acts, journal_states, journal_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_store import (
    Intent,
    PlannedItem,
    Reasons,
    Ruling,
    Settlement,
)

_REASONS = Reasons(changed=str(CHANGED), busy=str(BUSY), doubtful=str(DOUBTFUL_REFUSAL))
LARGEST = 512
"""Items one transaction takes at most."""
GATHERING = 0.03
"""Seconds from the end of one transaction to the next: a bulk's wishes gather, a click's does not
wait."""
WOKEN = 32
"""Senders that go on in one turn of the loop."""
_SENDS = 6
"""Where that many could be sent in less, it is less."""


@dataclass
class _Batch:
    """What is written together. Each wish waits on its own future."""

    intents: list[tuple[Intent, asyncio.Future[Ruling]]] = field(default_factory=list)
    settlements: list[tuple[Sequence[Settlement], asyncio.Future[None]]] = field(
        default_factory=list
    )

    def __bool__(self) -> bool:
        return bool(self.intents or self.settlements)

    def fail(self, error: BaseException) -> None:
        for _, ruled in self.intents:
            if not ruled.done():
                ruled.set_exception(error)
        for _, settled in self.settlements:
            if not settled.done():
                settled.set_exception(error)


async def _wake(batch: _Batch, rulings: Sequence[Ruling]) -> None:
    """Let those go on who waited, a few in each turn of the loop: hundreds would hold it up."""
    for _, settled in batch.settlements:
        if not settled.done():
            settled.set_result(None)
    ruled = zip(batch.intents, rulings, strict=True)
    for place, ((_, waiting), ruling) in enumerate(ruled, start=1):
        if not waiting.done():
            waiting.set_result(ruling)
        if place % WOKEN == 0:
            await asyncio.sleep(0)


class Keeper(Protocol):
    """What a run needs of a journal. What it answers is as durable as the journal is."""

    async def planned(self, op_id: str, after: int, limit: int) -> Sequence[PlannedItem]:
        """The next waiting items behind place `after`, in order."""
        ...

    async def intend(self, intent: Intent) -> Ruling:
        """Make an item SENDING if it still may be. Raises KnownError when it cannot be written."""
        ...

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        """Write outcomes down, all or none. Raises KnownError when they cannot be written."""
        ...

    async def close(self, op_id: str, at: int, *, stopped: bool) -> None:
        """Nothing more is sent of it: what still waits is withdrawn. `at`: seconds of UTC."""
        ...

    async def leave(self, op_id: str, at: int, why: Text) -> None:
        """Nobody sends it at present: what is left waits for the operator's word."""
        ...


class Journal:
    """Intents and outcomes on their way to the database: the `Keeper` of the desk.

    While one transaction is being committed, and a little longer, the next one gathers, so a slow
    disk makes larger groups, not more commits. An intent that was answered SENDING is durable.
    """

    def __init__(
        self, database: Database, clock: Clock, rate: Callable[[], float], auditor: Auditor
    ) -> None:
        """`rate` tells how many sends a second are possible at present."""
        self._database = database
        self._auditor = auditor
        self._clock = clock
        self._rate = rate
        self._opens_at = clock.monotonic()
        self._batch = _Batch()
        self._writing: asyncio.Task[None] | None = None

    async def planned(self, op_id: str, after: int, limit: int) -> Sequence[PlannedItem]:
        """The next waiting items behind place `after`, in order."""
        job = partial(journal_store.planned, op_id=op_id, after=after, limit=limit)
        return await self._database.read(job)

    async def intend(self, intent: Intent) -> Ruling:
        """Make an item SENDING if it still may be. Raises KnownError when it cannot be written."""
        waiting: asyncio.Future[Ruling] = asyncio.get_running_loop().create_future()
        self._batch.intents.append((intent, waiting))
        self._write_soon()
        return await waiting

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        """Write outcomes down, all or none. Raises KnownError when they cannot be written."""
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._batch.settlements.append((settlements, waiting))
        self._write_soon()
        await waiting

    async def close(self, op_id: str, at: int, *, stopped: bool) -> None:
        """Nothing more is sent of it: what still waits is withdrawn. `at`: seconds of UTC."""
        part = partial(
            journal_states.close_in_parts, op_id=op_id, at=at, stopped=stopped, why=str(STOPPED)
        )
        while await self._database.write(part):
            pass

    async def leave(self, op_id: str, at: int, why: Text) -> None:
        """Nobody sends it at present: what is left waits for the operator's word."""
        job = partial(journal_acts.leave, auditor=self._auditor, op_id=op_id, at=at, why=str(why))
        await self._database.write(job)

    async def aclose(self) -> None:
        """Return when everything handed in is written."""
        while self._writing is not None:
            await asyncio.wait({self._writing})

    def _write_soon(self) -> None:
        if self._writing is None:
            self._writing = asyncio.create_task(self._write(), name="journal")

    async def _write(self) -> None:
        # The first turn lets every worker that is ready join the group.
        await asyncio.sleep(0)
        while self._batch:
            gathering = self._opens_at - self._clock.monotonic()
            if gathering > 0:
                await self._clock.sleep(gathering)
            batch = self._next_batch()
            job = partial(
                journal_store.advance,
                settlements=[one for some, _ in batch.settlements for one in some],
                intents=[one for one, _ in batch.intents],
                reasons=_REASONS,
            )
            write = asyncio.ensure_future(self._database.write(job))
            await asyncio.wait({write})
            self._opens_at = self._clock.monotonic() + min(GATHERING, _SENDS / self._rate())
            error = write.exception()
            if error is not None:
                batch.fail(error)
                continue
            await _wake(batch, write.result())
        self._writing = None

    def _next_batch(self) -> _Batch:
        # Outcomes first: they free cards that intents may want.
        taken = self._batch
        place = size = 0
        while place < len(taken.settlements) and size < LARGEST:
            size += len(taken.settlements[place][0])
            place += 1
        room = max(0, LARGEST - size)
        self._batch = _Batch(taken.intents[room:], taken.settlements[place:])
        return _Batch(taken.intents[:room], taken.settlements[:place])
