"""Answers on their way into the journal: many at a time, while their senders go on."""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.services.operation_journal import LARGEST, Keeper
from simdesk.services.operation_outcomes import Meaning
from simdesk.services.storage.journal_store import PlannedItem, Settlement

_TRIES = 5


class Answer(NamedTuple):
    """What became of one attempt, at `at` (seconds of UTC)."""

    item: PlannedItem
    attempt: int
    at: int
    found: Meaning

    def settlement(self) -> Settlement:
        """As the journal keeps it."""
        item, at, found = self.item, self.at, self.found
        return Settlement(
            item.op_id,
            item.seq,
            self.attempt,
            at,
            found.state,
            found.outcome,
            found.code,
            None if found.reason is None else str(found.reason),
            found.order_number,
            None if found.again_in is None else at + round(found.again_in),
            found.charged if found.charged != item.price else None,
        )


class Answers:
    """The answers of one run that are not written yet.

    A sender does not wait for the disk: what a crash cuts off here is found as SENDING, and is in
    doubt, as if the answer had never come. `written` hears of answers once they are durable, in
    order; `not_yet` that the disk did not take them, and `failed` of those that are given up.
    """

    def __init__(
        self,
        journal: Keeper,
        clock: Clock,
        *,
        written: Callable[[Sequence[Answer]], None],
        not_yet: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._written = written
        self._not_yet = not_yet
        self._failed = failed
        self._waiting: list[Answer] = []
        self._awaited: dict[int, asyncio.Future[bool]] = {}
        self._writing: asyncio.Task[None] | None = None
        self._last_try = False

    def put(self, answer: Answer) -> None:
        """Write it down soon."""
        self._waiting.append(answer)
        if self._writing is None:
            self._writing = asyncio.create_task(self._write(), name="answers")

    async def kept(self, answer: Answer) -> bool:
        """Write it down and return then. False when it had to be given up."""
        waiting: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._awaited[answer.item.seq] = waiting
        self.put(answer)
        return await waiting

    async def drained(self) -> None:
        """Return when nothing waits any more: all is written, or given up."""
        while self._writing is not None:
            await asyncio.wait({self._writing})

    def give_up(self) -> None:
        """The program ends: what the disk does not take now is left in doubt."""
        self._last_try = True

    async def _write(self) -> None:
        try:
            while self._waiting:
                await self._write_some()
        finally:
            self._writing = None

    async def _write_some(self) -> None:
        part = self._waiting[:LARGEST]
        try:
            await self._keep([answer.settlement() for answer in part])
        except BaseException as error:
            # After a mistake the others are tried still; on a disk that takes nothing those that
            # came meanwhile have waited as long. Whatever it is, nobody may wait for ever.
            mistake = isinstance(error, Exception) and not isinstance(error, KnownError)
            self._end(part if mistake else self._waiting[:], kept=False)
            self._failed(error)
            if not isinstance(error, Exception):
                raise
            return
        self._end(part, kept=True)
        try:
            self._written(part)
        except Exception as error:  # noqa: BLE001 - told to the run, whose other answers go on
            self._failed(error)

    def _end(self, part: Sequence[Answer], *, kept: bool) -> None:
        del self._waiting[: len(part)]
        if not self._awaited:
            return
        for answer in part:
            waiting = self._awaited.pop(answer.item.seq, None)
            if waiting is not None and not waiting.done():
                waiting.set_result(kept)

    async def _keep(self, settlements: Sequence[Settlement]) -> None:
        # The acts are done and their answers known: a full disk is given some time to be mended.
        # If it is not, the items stay SENDING and are in doubt after the next start.
        tries = 0
        while True:
            try:
                await self._journal.settle(settlements)
                return
            except KnownError:
                tries += 1
                if tries == _TRIES or self._last_try:
                    raise
            self._not_yet()
            await self._clock.sleep(2.0**tries)
