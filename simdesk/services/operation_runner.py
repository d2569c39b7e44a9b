"""One operation being carried out: a pool of workers that grows with need, no task per card."""

import asyncio
import heapq
from collections import deque
from collections.abc import Awaitable, Sequence
from functools import partial
from typing import TypeVar

from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.operations import ItemState, command_for
from simdesk.models.outcomes import NotSent, Outcome, Throttled
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.operation_answers import Answer, Answers
from simdesk.services.operation_flight import Flight, Held
from simdesk.services.operation_outcomes import DEARER, TOO_OLD, Meaning, meaning
from simdesk.services.operation_pace import Pace
from simdesk.services.operation_prices import Quotes
from simdesk.services.operation_ramp import Ramp, Tripwire, ramp_of
from simdesk.services.operation_workshop import Bulk, Workshop
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.journal_store import Intent, PlannedItem

T = TypeVar("T")
CHUNK = 2000
"""Items read from the journal at once."""
RENEWALS = 3
"""How often an intent that grew old is renewed before it is sent as it is."""
_FAILED = text(QT_TRANSLATE_NOOP("trade", "An unexpected error stopped it; it was reported."))
_NOT_WRITTEN = text(QT_TRANSLATE_NOOP("trade", "An answer could not be written to the disk."))


class Run:
    """Sends an operation's items until none is left, it is paused, or it is stopped."""

    def __init__(self, workshop: Workshop, bulk: Bulk) -> None:
        self.op_id = bulk.op_id
        self.pace = Pace(workshop.clock)
        self.stopping = False
        """Nothing more is sent: it was stopped, or paused."""
        self.over = False
        """Its ending is written."""
        self.pause_reason: Text | None = None
        self._shop = workshop
        self._request = bulk.request
        self._deadline = bulk.deadline
        self._planned = bulk.planned
        self._urgent = bulk.planned + bulk.dealt == 1
        self._quotes = Quotes(bulk.request, workshop.calls, workshop.clock)
        steps = ramp_of(bulk.request.action, bulk.planned + bulk.dealt)
        self._ramp = Ramp(steps, bulk.dealt)
        self._tripwire = Tripwire(bool(steps), bulk.tolerated)
        self._ready: deque[PlannedItem] = deque()
        self._again: list[tuple[float, int, PlannedItem]] = []
        self._last = self._furthest = self._passed = 0
        self._all_read = False
        self._reading = asyncio.Lock()
        self._workers: set[asyncio.Task[None]] = set()
        self._nobody_works = asyncio.Event()
        self._flights: set[Flight] = set()
        self._on_the_ground = 0
        """Flights that have not gone yet."""
        self._answers = Answers(
            workshop.journal,
            workshop.clock,
            written=self._written,
            not_yet=partial(self.pause, _NOT_WRITTEN),
            failed=self._failed,
        )
        self._stopped = asyncio.Event()
        self._errors: list[BaseException] = []
        self._not_sent: dict[int, int] = {}
        self._renewed: dict[int, int] = {}

    @property
    def left(self) -> int:
        """Items not dealt with yet."""
        return self._planned - self.pace.count

    async def work(self) -> None:
        """Send everything, then close the operation. Raises what went wrong on the way."""
        limit = self._shop.answer_within
        watch = None if limit is None else asyncio.create_task(self._watch(limit))
        self._hire()
        await self._nobody_works.wait()
        await self._answers.drained()
        if watch is not None:
            watch.cancel()
            await asyncio.wait({watch})
        try:
            await self._end()
        finally:
            self.over = True
            self._shop.notices.tell(self.op_id)
        if self._errors:
            raise self._errors[0]

    async def _end(self) -> None:
        why, journal = self.pause_reason, self._shop.journal
        if why is not None:
            await journal.leave(self.op_id, self._now(), why)
        # It may have been stopped while its pause was being written.
        if self.pause_reason is None:
            await journal.close(self.op_id, self._now(), stopped=self.stopping)

    def stop(self) -> None:
        """Send nothing more, from now on; what is in flight is awaited."""
        self.pause_reason = None
        self._halt()

    def pause(self, why: Text) -> None:
        """As `stop`, but what is left stays planned until the operator's word."""
        if not self.stopping:
            self.pause_reason = why
            self._halt()

    def _halt(self) -> None:
        self.stopping = True
        self._stopped.set()
        self._ramp.wake()
        for flight in tuple(self._flights):
            flight.hold()

    def give_up(self) -> None:
        """Wait no longer for answers: what is in flight is in doubt."""
        self._answers.give_up()
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
            self._failed(error)
        if not self._workers:
            self._nobody_works.set()

    def _failed(self, error: BaseException) -> None:
        self._errors.append(error)
        self.pause(_FAILED if not isinstance(error, KnownError) else error.message)

    def _hire_if_idle(self) -> None:
        # While none of its sends waits for the rate, more hands can send; the pool stops growing
        # by itself when the rate, not the answers, is what holds it up. Sends of others do not
        # count: a bulk takes its turns beside another one and beside a sync.
        if self._on_the_ground or (self._all_read and not self._ready):
            return
        room = self._shop.most_workers - len(self._workers)
        if room <= 0:
            return
        for _ in range(min(room, (len(self._workers) + 1) // 2)):
            self._hire()

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
            if not self._ramp.free:
                await self._climb(now)
            elif self._ready:
                self._ramp.begin()
                item = self._ready.popleft()
                self._furthest = max(self._furthest, item.seq)
                return item
            elif not self._all_read:
                await self._read_more()
            elif self._again:
                await self._rest(self._again[0][0] - now)
            else:
                return None
        return None

    async def _climb(self, now: float) -> None:
        """The step has begun: go on when all of it shows what was asked, else pause."""
        if self._again:
            await self._rest(self._again[0][0] - now)
        elif not self._ramp.may_check():
            await self._ramp.moved()
        else:
            trouble = await self._unless_stopped(self._shop.step_trouble(self.op_id, self._passed))
            if trouble is not None:
                self.pause(trouble)
            self._passed = self._furthest
            self._ramp.checked()

    async def _read_more(self) -> None:
        async with self._reading:
            if self._ready or self._all_read:
                return
            items = await self._shop.journal.planned(self.op_id, self._last, CHUNK)
            self._ready.extend(items)
            self._all_read = len(items) < CHUNK
            if items:
                self._last = items[-1].seq

    async def _rest(self, wait: float) -> None:
        await self._unless_stopped(self._shop.clock.sleep(wait))

    async def _unless_stopped(self, what: Awaitable[T]) -> T | None:
        """What comes of it, None when the run was halted meanwhile."""
        working = asyncio.ensure_future(what)
        stopped = asyncio.ensure_future(self._stopped.wait())
        await asyncio.wait({working, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not working.done():
            working.cancel()
        await asyncio.wait({working, stopped})
        return None if working.cancelled() else working.result()

    async def _carry_out(self, item: PlannedItem) -> None:
        now = self._shop.calls.now()
        skip = TOO_OLD if now > self._deadline.until else None
        if skip is None and item.price is not None:
            try:
                if await self._quotes.dearer(item.voucher, item.ref, item.price):
                    skip = DEARER
            except ProviderFault as fault:
                # Without a price nothing paid goes out; the item stays planned.
                self.pause(fault.message)
                return
        intent = Intent(item.op_id, item.seq, seconds(now), None if skip is None else str(skip))
        ruling = await self._shop.journal.intend(intent)
        self._shop.notices.tell(self.op_id, (item.card_id,))
        if ruling.state is not ItemState.SENDING:
            self._dealt_with()
            return
        patient = self._renewed.get(item.seq, 0) >= RENEWALS
        flight = Flight(self._shop.clock, self._deadline, self._halted, patient, now)
        outcome = await self._send(item, flight)
        found = self._meaning(item, flight, outcome)
        if isinstance(outcome, Throttled):
            self._shop.calls.slow_down(outcome.after)
        answer = Answer(item, ruling.attempt, self._now(), found)
        self._watch_out(found)
        if found.state is not ItemState.PLANNED:
            self._answers.put(answer)
        elif await self._answers.kept(answer):
            due = self._shop.clock.monotonic() + (found.again_in or 0.0)
            heapq.heappush(self._again, (due, item.seq, item))

    def _halted(self) -> bool:
        return self.stopping

    def _dealt_with(self) -> None:
        self.pace.note()
        self._ramp.end()

    async def _send(self, item: PlannedItem, flight: Flight) -> Outcome:
        def may_go() -> bool:
            going = flight.may_go()
            if going:
                self._on_the_ground -= 1
                self._hire_if_idle()
            return going

        command = command_for(self._request, item.ref, item.price)
        send = self._shop.calls.send(command, item.serial, urgent=self._urgent, wanted=may_go)
        self._flights.add(flight)
        self._on_the_ground += 1
        try:
            return await flight.fly(send)
        finally:
            self._flights.discard(flight)
            if flight.gone is None:
                self._on_the_ground -= 1

    def _meaning(self, item: PlannedItem, flight: Flight, outcome: Outcome) -> Meaning:
        if flight.held is not None:
            if flight.held is Held.STALE:
                self._renewed[item.seq] = self._renewed.get(item.seq, 0) + 1
            return Meaning(ItemState.PLANNED, "not_sent")
        before = self._not_sent.get(item.seq, 0)
        if isinstance(outcome, NotSent):
            self._not_sent[item.seq] = before + 1
        return meaning(outcome, self._shop.calls.capabilities, before)

    def _watch_out(self, found: Meaning) -> None:
        """Send nothing more when this answer, or one too many like it, says so."""
        if found.pause is not None:
            self.pause(found.pause)
        if found.state is ItemState.PLANNED:
            return
        why = None if found.reason is None else str(found.reason)
        trip = self._tripwire.note(found.state, found.code, why, climbing=self._ramp.climbing)
        if trip is not None:
            self.pause(trip)

    def _written(self, answers: Sequence[Answer]) -> None:
        """These answers are durable: whoever waits for them may go on."""
        self._shop.notices.tell(self.op_id, [answer.item.card_id for answer in answers])
        for answer in answers:
            if answer.found.state is ItemState.PLANNED:
                continue
            self._dealt_with()
            if not answer.found.state.final or answer.attempt > 1:
                # A refusal after an earlier attempt may have been written down as a doubt.
                self._shop.doubt()
        self._shop.read_back.want(
            answer.item.card_id for answer in answers if answer.found.state.final
        )
