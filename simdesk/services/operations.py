"""Acts on cards: previewed, journalled, sent once, and settled by looking."""

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from simdesk.models.action import Action
from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    ActRequest,
    ItemRow,
    ItemState,
    OperationRow,
    OperationState,
    Preview,
)
from simdesk.models.orders import Offers
from simdesk.models.periods import CANCELLATION_DEADLINE_DAY, local, midnight
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.operation_codec import request_from_json, request_to_json
from simdesk.services.operation_flight import Deadline
from simdesk.services.operation_journal import Journal
from simdesk.services.operation_notices import Notices, ReadBack, Refresh
from simdesk.services.operation_outcomes import ENDED, INTERRUPTED
from simdesk.services.operation_pace import seconds_at_best
from simdesk.services.operation_preview import Previewer
from simdesk.services.operation_runner import Run, Workshop
from simdesk.services.operation_settle import Settler
from simdesk.services.storage import journal_findings, journal_plan, journal_reads, journal_store
from simdesk.services.storage.codec import moment, seconds
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_findings import Finding
from simdesk.services.storage.journal_plan import NewItem, NewOperation
from simdesk.services.storage.journal_reads import StoredOperation

PREVIEW_HOLDS = timedelta(hours=24)
"""How long after its preview an act may still be sent, beside the time the bulk itself needs."""
_REMEMBERED = 2
"""Previews kept to know a second press by; they may be large."""
_SETTLED = (OperationState.STOPPED, OperationState.FINISHED)
_RETRIED = (ItemState.FAILED, ItemState.NOT_APPLIED)
_REASONS: Mapping[ItemState, str] = {
    ItemState.UNKNOWN: str(INTERRUPTED),
    ItemState.WITHDRAWN: str(ENDED),
}


@dataclass(frozen=True, slots=True)
class VoucherOffers:
    """What can be bought for the cards of one voucher."""

    voucher: str
    cards: int
    offers: Offers


class OperationService:
    """Every act at the provider goes through here: preview, start, stop, settle."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        clock: Clock,
        announcer: Announcer,
        *,
        refresh: Refresh,
        random_bits: Callable[[int], int],
        operator: str,
        most_workers: int = 32,
        answer_within: float | None = None,
    ) -> None:
        """`refresh` reads cards back into the desk; `random_bits(128)` makes ids and serials."""
        self._database = database
        self._calls = calls
        self._operator = operator
        self._random_bits = random_bits
        self._previewer = Previewer(database, calls, calls.now, self._seconds_for)
        self._notices = Notices(announcer, clock)
        self._read_back = ReadBack(refresh, clock, calls)
        self._settler = Settler(database, calls, clock, self._notices)
        self._shop = Workshop(
            database,
            Journal(database, clock, lambda: calls.rate),
            calls,
            clock,
            self._notices,
            self._read_back,
            self._settler.wake,
            most_workers,
            answer_within,
        )
        self._runs: dict[str, Run | None] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._started: deque[tuple[Preview, str]] = deque(maxlen=_REMEMBERED)
        self._over: dict[str, OperationRow] = {}
        self._last_pace: float | None = None
        self._closing = False

    @property
    def running(self) -> bool:
        """Something is still being sent."""
        return bool(self._runs)

    async def offers(self, ids: Sequence[int]) -> tuple[VoucherOffers, ...]:
        """What can be bought for these cards, by voucher. Raises ProviderFault."""
        found = await self._previewer.offers_of(ids)
        return tuple(VoucherOffers(voucher, *found[voucher]) for voucher in sorted(found))

    async def preview(self, request: ActRequest, ids: Sequence[int]) -> Preview:
        """What `request` would do to these cards; nothing is sent. Raises KnownError."""
        return await self._previewer.preview(request, ids)

    async def start(self, preview: Preview) -> str:
        """Write the operation down and send it in the background. Returns its id.

        The same preview starts only once, however often it is pressed. Raises KnownError when
        no card is eligible or nothing can be written.
        """
        for earlier, op_id in self._started:
            if earlier is preview:
                return op_id
        if not preview.eligible_count:
            raise KnownError(text(QT_TRANSLATE_NOOP("trade", "No card is eligible for this.")))
        if self._closing:
            raise KnownError(text(QT_TRANSLATE_NOOP("trade", "SimDesk is closing.")))
        op_id = f"{self._random_bits(128):032x}"
        self._started.append((preview, op_id))
        self._runs[op_id] = None
        try:
            await self._write(op_id, preview)
        except BaseException:
            del self._runs[op_id]
            self._started.remove((preview, op_id))
            raise
        self._run(op_id, preview)
        return op_id

    async def stop(self, operation_id: str) -> None:
        """Send nothing more of it from now on; what is in flight is awaited and written down."""
        run = self._runs.get(operation_id)
        if run is None:
            return
        run.stop()
        job = partial(journal_store.ask_to_stop, op_id=operation_id)
        await self._database.write(job)
        self._notices.tell(operation_id)

    async def retry_preview(self, operation_id: str) -> Preview:
        """A preview for the cards that were refused or not changed; never those in doubt."""
        request = await self._request_of(operation_id)
        job = partial(journal_reads.card_ids, op_id=operation_id, states=_RETRIED)
        return await self.preview(request, await self._database.read(job))

    async def operations(self) -> tuple[OperationRow, ...]:
        """Every operation, newest first."""
        stored = await self._database.read(journal_reads.operations)
        moving = [one.id for one in stored if one.id not in self._over]
        counts = await self._database.read(partial(journal_reads.counts, op_ids=moving))
        rows = tuple(self._over.get(one.id) or self._row(one, counts[one.id]) for one in stored)
        # What is all over never changes again.
        self._over = {row.id: row for row in rows if _is_over(row)}
        return rows

    async def items(
        self,
        operation_id: str,
        states: Collection[ItemState] | None = None,
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[ItemRow, ...]:
        """A page of an operation's items, in order, those in `states` only."""
        job = partial(
            journal_reads.items, op_id=operation_id, states=states, offset=offset, limit=limit
        )
        return await self._database.read(job)

    async def card_ids(self, operation_id: str) -> tuple[int, ...]:
        """The cards of an operation, in order."""
        job = partial(journal_reads.card_ids, op_id=operation_id, states=tuple(ItemState))
        return await self._database.read(job)

    async def settle(self) -> None:
        """Look now at every card whose outcome is open. Raises ProviderFault."""
        await self._recover(frozenset(self._runs))
        await self._settler.settle()

    async def recover(self) -> int:
        """At start, before anything is sent: what was being sent is in doubt. Returns how many."""
        doubtful = await self._recover(frozenset())
        self._settler.wake()
        return doubtful

    async def decide(self, operation_id: str, seq: int, took_effect: bool, note: str) -> None:
        """A person looked it up: an item that needs one is done, or did not take effect."""
        after = ItemState.DONE if took_effect else ItemState.NOT_APPLIED
        finding = Finding(
            operation_id,
            seq,
            seconds(self._calls.now()),
            ItemState.NEEDS_HUMAN,
            after,
            "person",
            note,
            self._operator,
        )
        await self._database.write(partial(journal_findings.record, findings=[finding]))
        items = await self.items(operation_id, offset=seq - 1, limit=1)
        self._notices.tell(operation_id, [item.card_id for item in items])
        self._read_back.want(item.card_id for item in items)

    async def aclose(self, within: float = 10.0) -> None:
        """Stop, await what is in flight for `within` seconds, write everything down."""
        self._closing = True
        for run in self._runs.values():
            if run is not None:
                run.stop()
        if self._tasks:
            patience = asyncio.ensure_future(self._shop.clock.sleep(within))
            ended = asyncio.ensure_future(asyncio.wait(tuple(self._tasks.values())))
            await asyncio.wait({patience, ended}, return_when=asyncio.FIRST_COMPLETED)
            for run in self._runs.values():
                if run is not None:
                    run.give_up()
            await ended
            patience.cancel()
            await asyncio.wait({patience})
        await self._settler.aclose()
        await self._read_back.aclose()
        await self._shop.journal.aclose()
        await self._notices.aclose()

    async def _write(self, op_id: str, preview: Preview) -> None:
        request = preview.request
        new = NewOperation(
            op_id,
            request.action.value,
            request_to_json(request),
            request.action.risk,
            self._calls.name,
            self._calls.account,
            self._calls.capabilities.simulated,
            preview.total,
            self._operator,
            seconds(self._calls.now()),
        )
        # Made by the writer's thread, as many at a time as it writes.
        items = (
            NewItem(card_id, preview.versions[card_id], self._serial(), group.price)
            for group in preview.eligible
            for card_id in group.card_ids
        )
        await self._database.write(partial(journal_plan.write_operation, new=new, items=items))

    def _serial(self) -> str:
        return f"{self._random_bits(128):032x}"

    def _run(self, op_id: str, preview: Preview) -> None:
        deadline = Deadline(_until(preview), self._calls.now)
        run = Run(self._shop, op_id, preview.request, deadline, preview.eligible_count)
        self._runs[op_id] = run
        task = asyncio.create_task(run.work(), name=f"operation {op_id}")
        self._tasks[op_id] = task
        task.add_done_callback(partial(self._ended, op_id))
        self._notices.tell(op_id)

    def _ended(self, op_id: str, task: asyncio.Task[None]) -> None:
        run = self._runs.pop(op_id)
        del self._tasks[op_id]
        if run is not None:
            self._last_pace = run.pace.told() or self._last_pace
        error = None if task.cancelled() else task.exception()
        if error is not None:
            context = {"message": "an operation ended early", "exception": error, "task": task}
            task.get_loop().call_exception_handler(context)

    async def _recover(self, alive: frozenset[str]) -> int:
        job = partial(
            journal_store.recover, at=seconds(self._calls.now()), reasons=_REASONS, alive=alive
        )
        return await self._database.write(job)

    async def _request_of(self, operation_id: str) -> ActRequest:
        found = await self._database.read(partial(journal_reads.request_of, op_id=operation_id))
        if found is None:
            raise KnownError(text(QT_TRANSLATE_NOOP("trade", "There is no such operation.")))
        return request_from_json(found)

    def _row(self, stored: StoredOperation, counts: Mapping[ItemState, int]) -> OperationRow:
        return OperationRow(
            stored.id,
            request_from_json(stored.request_json),
            OperationState(stored.state),
            stored.requested_by,
            moment(stored.requested_at),
            stored.amount,
            counts,
            self._seconds_left(stored.id, counts),
        )

    def _seconds_left(self, op_id: str, counts: Mapping[ItemState, int]) -> float | None:
        run = self._runs.get(op_id)
        if run is None or run.stopping:
            return None
        left = counts[ItemState.PLANNED] + counts[ItemState.SENDING]
        capabilities = self._calls.capabilities
        at_best = seconds_at_best(left, capabilities, counts[ItemState.ACCEPTED])
        return run.pace.seconds_left(left, at_best)

    def _seconds_for(self, sends: int) -> float:
        """An honest time for a bulk not begun: as fast as the last one, within the rate."""
        going = [run for run in self._runs.values() if run is not None and not run.stopping]
        # What is being sent already takes every other turn.
        turns = sends + min(sends, sum(run.left for run in going))
        at_best = seconds_at_best(turns, self._calls.capabilities)
        paces = [pace for run in going if (pace := run.pace.told()) is not None]
        pace = sum(paces) if paces and len(paces) == len(going) else self._last_pace
        return at_best if pace is None else max(at_best, turns / pace)


def _is_over(row: OperationRow) -> bool:
    return row.state in _SETTLED and row.settled == row.total


def _until(preview: Preview) -> datetime:
    """Until when its items may be sent: a cancellation previewed in time stays in time."""
    until = preview.frozen_at + PREVIEW_HOLDS + timedelta(seconds=preview.seconds)
    today = local(preview.frozen_at).date()
    if preview.request.action is Action.CANCEL and today.day < CANCELLATION_DEADLINE_DAY:
        late = midnight(today.replace(day=CANCELLATION_DEADLINE_DAY))
        return min(until, late - timedelta(seconds=1))
    return until
