"""One operation being carried out: a pool of workers that grows with need, no task per card."""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.models.operations import ActRequest, ItemState, command_for
from simdesk.models.outcomes import NotSent, Outcome, Throttled
from simdesk.services.calls import Calls
from simdesk.services.operation_flight import Deadline, Flight, Held
from simdesk.services.operation_journal import Journal
from simdesk.services.operation_notices import Notices, ReadBack
from simdesk.services.operation_outcomes import STOPPED, TOO_OLD, Meaning, meaning
from simdesk.services.operation_pace import Pace
from simdesk.services.storage import journal_store
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_store import Intent, PlannedItem, Settlement

CHUNK = 256
"""Items read from the journal at once."""
RENEWALS = 3
"""How often an intent that grew old is renewed before it is sent as it is."""
_WRITE_TRIES = 5


@dataclass(frozen=True)
class Workshop:
    """What every operation works with."""

    database: Database
    journal: Journal
    calls: Calls
    clock: Clock
    notices: Notices
    read_back: ReadBack
    doubt: Callable[[], None]
    """Called when an item must be settled by reading its card."""
    most_workers: int = 32
    answer_within: float | None = None
    """Seconds after which an answer is no longer awaited and the item is in doubt. None leaves
    that to the provider, whose adapter has time-outs of its own."""


class Run:
    """Sends an operation's items until none is left or it is stopped."""

    def __init__(
        self, workshop: Workshop, op_id: str, request: ActRequest, deadline: Deadline, items: int
    ) -> None:
        """`items` is how many there are to send; a single one goes before everything else."""
        self.op_id = op_id
        self.pace = Pace(workshop.clock)
        self.stopping = False
        self._shop = workshop
        self._request = request
        self._deadline = deadline
        self._items = items
        self._ready: deque[PlannedItem] = deque()
        self._again: list[tuple[float, int, PlannedItem]] = []
        self._last = 0
        self._all_read = False
        self._reading = asyncio.Lock()
        self._workers: set[asyncio.Task[None]] = set()
        self._flights: set[Flight] = set()
        self._stopped = asyncio.Event()
        self._given_up = False
        self._errors: list[BaseException] = []
        self._not_sent: dict[int, int] = {}
        self._renewed: dict[int, int] = {}

    @property
    def left(self) -> int:
        """Items not dealt with yet."""
        return self._items - self.pace.count

    async def work(self) -> None:
        """Send everything, then close the operation. Raises what went wrong on the way."""
        limit = self._shop.answer_within
        watch = None if limit is None else asyncio.create_task(self._watch(limit))
        self._hire()
        while self._workers:
            await asyncio.wait(self._workers, return_when=asyncio.FIRST_COMPLETED)
        if watch is not None:
            watch.cancel()
            await asyncio.wait({watch})
        close = partial(
            journal_store.close_operation,
            op_id=self.op_id,
            at=self._now(),
            stopped=self.stopping,
            why=str(STOPPED),
        )
        try:
            await self._shop.database.write(close)
        finally:
            self._shop.notices.tell(self.op_id)
        if self._errors:
            raise self._errors[0]

    def stop(self) -> None:
        """Send nothing more, from now on; what is in flight is awaited."""
        self.stopping = True
        self._stopped.set()
        for flight in tuple(self._flights):
            flight.hold()

    def give_up(self) -> None:
        """Stop, and wait no longer for answers: what is in flight is in doubt."""
        self.stop()
        self._given_up = True
        for flight in tuple(self._flights):
            flight.give_up()

    def _now(self) -> int:
        return seconds(self._shop.calls.now())

    def _hire(self) -> None:
        worker = asyncio.create_task(self._worker(), name=f"worker {self.op_id}")
        self._workers.add(worker)
        worker.add_done_callback(self._worker_ended)

    def _worker_ended(self, worker: asyncio.Task[None]) -> None:
        self._workers.discard(worker)
        error = None if worker.cancelled() else worker.exception()
        if error is not None:
            self._errors.append(error)
            self.stop()

    def _hire_if_idle(self) -> None:
        # While none of its sends waits for the rate, more hands can send; the pool stops growing
        # by itself when the rate, not the answers, is what holds it up. Sends of others do not
        # count: a bulk takes its turns beside another one and beside a sync.
        if self._waits or (self._all_read and not self._ready):
            return
        room = self._shop.most_workers - len(self._workers)
        for _ in range(min(room, (len(self._workers) + 1) // 2)):
            self._hire()

    @property
    def _waits(self) -> bool:
        """One of its sends has not gone yet."""
        return any(flight.gone is None for flight in self._flights)

    async def _watch(self, limit: float) -> None:
        while True:
            await self._shop.clock.sleep(limit / 4)
            now = self._shop.clock.monotonic()
            for flight in tuple(self._flights):
                if flight.gone is not None and now - flight.gone >= limit:
                    flight.give_up()

    async def _worker(self) -> None:
        while (item := await self._take()) is not None:
            await self._carry_out(item)

    async def _take(self) -> PlannedItem | None:
        while not self.stopping:
            now = self._shop.clock.monotonic()
            if self._again and self._again[0][0] <= now:
                return heapq.heappop(self._again)[2]
            if self._ready:
                return self._ready.popleft()
            if not self._all_read:
                await self._read_more()
            elif self._again:
                await self._pause(self._again[0][0] - now)
            else:
                return None
        return None

    async def _read_more(self) -> None:
        async with self._reading:
            if self._ready or self._all_read:
                return
            job = partial(journal_store.planned, op_id=self.op_id, after=self._last, limit=CHUNK)
            items = await self._shop.database.read(job)
            self._ready.extend(items)
            self._all_read = len(items) < CHUNK
            if items:
                self._last = items[-1].seq

    async def _pause(self, wait: float) -> None:
        sleeping = asyncio.ensure_future(self._shop.clock.sleep(wait))
        stopped = asyncio.ensure_future(self._stopped.wait())
        await asyncio.wait({sleeping, stopped}, return_when=asyncio.FIRST_COMPLETED)
        sleeping.cancel()
        stopped.cancel()
        await asyncio.wait({sleeping, stopped})

    async def _carry_out(self, item: PlannedItem) -> None:
        skip = str(TOO_OLD) if self._deadline.passed else None
        ruling = await self._shop.journal.intend(Intent(item.op_id, item.seq, self._now(), skip))
        self._shop.notices.tell(self.op_id, (item.card_id,))
        if ruling.state is not ItemState.SENDING:
            self.pace.note()
            return
        flight = Flight(
            self._shop.clock,
            self._deadline,
            lambda: self.stopping,
            self._renewed.get(item.seq, 0) >= RENEWALS,
        )
        outcome = await self._send(item, flight)
        await self._settle(item, ruling.attempt, flight, outcome)

    async def _send(self, item: PlannedItem, flight: Flight) -> Outcome:
        def may_go() -> bool:
            going = flight.may_go()
            if going:
                self._hire_if_idle()
            return going

        command = command_for(self._request, item.ref, item.price)
        send = self._shop.calls.send(command, item.serial, urgent=self._items == 1, wanted=may_go)
        self._flights.add(flight)
        try:
            return await flight.fly(send)
        finally:
            self._flights.discard(flight)

    async def _settle(
        self, item: PlannedItem, attempt: int, flight: Flight, outcome: Outcome
    ) -> None:
        found = self._meaning(item, flight, outcome)
        await self._write(_settlement(item, attempt, self._now(), found))
        if isinstance(outcome, Throttled):
            self._shop.calls.slow_down(outcome.after)
        self._shop.notices.tell(self.op_id, (item.card_id,))
        if found.state is ItemState.PLANNED:
            due = self._shop.clock.monotonic() + (found.again_in or 0.0)
            heapq.heappush(self._again, (due, item.seq, item))
            return
        self.pace.note()
        if found.state.final:
            self._shop.read_back.want((item.card_id,))
        if not found.state.final or attempt > 1:
            # A refusal after an earlier attempt may have been written down as a doubt.
            self._shop.doubt()

    def _meaning(self, item: PlannedItem, flight: Flight, outcome: Outcome) -> Meaning:
        if flight.held is not None:
            if flight.held is Held.STALE:
                self._renewed[item.seq] = self._renewed.get(item.seq, 0) + 1
            return Meaning(ItemState.PLANNED, "not_sent")
        before = self._not_sent.get(item.seq, 0)
        if isinstance(outcome, NotSent):
            self._not_sent[item.seq] = before + 1
        return meaning(outcome, self._shop.calls.capabilities, before)

    async def _write(self, settlement: Settlement) -> None:
        # The act is done and its answer known: a full disk is given some time to be mended.
        # If it is not, the item stays SENDING and is in doubt after the next start.
        tries = 0
        while True:
            try:
                await self._shop.journal.settle(settlement)
                return
            except KnownError:
                tries += 1
                if tries == _WRITE_TRIES or self._given_up:
                    raise
            self.stop()
            await self._shop.clock.sleep(2.0**tries)


def _settlement(item: PlannedItem, attempt: int, at: int, found: Meaning) -> Settlement:
    return Settlement(
        item.op_id,
        item.seq,
        attempt,
        at,
        found.state,
        found.outcome,
        found.code,
        None if found.reason is None else str(found.reason),
        found.order_number,
        None if found.again_in is None else at + round(found.again_in),
    )
