"""Acts on cards: previewed, journalled, sent once, and settled by looking."""

from collections import deque
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from simdesk.models.changes import Change, SendingChanged
from simdesk.models.clock import Clock
from simdesk.models.cooling import COOLING
from simdesk.models.errors import KnownError
from simdesk.models.guards import passed
from simdesk.models.operations import (
    ActRequest,
    BlockedGroup,
    Earlier,
    Hold,
    ItemRow,
    ItemState,
    OperationRow,
    Origin,
    Preview,
)
from simdesk.models.orders import Offers
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.entry import checked_note, checked_reason
from simdesk.services.operation_codec import request_from_json
from simdesk.services.operation_entering import CLOSING
from simdesk.services.operation_journal import Journal
from simdesk.services.operation_listing import Listing
from simdesk.services.operation_notices import Notices, ReadBack, Refresh
from simdesk.services.operation_outcomes import (
    ENDED,
    INTERRUPTED,
    OVERDUE,
    PAUSED,
    STOPPED,
)
from simdesk.services.operation_preview import Previewer
from simdesk.services.operation_reversal import reversal_of
from simdesk.services.operation_runs import Runs
from simdesk.services.operation_settle import Settler
from simdesk.services.operation_steps import StepCheck
from simdesk.services.operation_waiting import Waiter
from simdesk.services.operation_workshop import Workshop
from simdesk.services.operation_writing import Writing
from simdesk.services.sending import Sending
from simdesk.services.storage import journal_reads, journal_reversal, journal_states
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_states import Interruptions

_REMEMBERED = 2
"""Previews kept to know a second press by; they may be large."""
_RETRIED = (ItemState.FAILED, ItemState.NOT_APPLIED)
_INTERRUPTIONS = Interruptions(str(INTERRUPTED), str(ENDED), str(STOPPED))
_UNKNOWN_OPERATION = text(QT_TRANSLATE_NOOP("trade", "There is no such operation."))

Obstacles = Callable[[Preview], Awaitable[tuple[Text, ...]]]
"""What forbids an operation to start: bounds that operators set."""


async def no_obstacles(preview: Preview) -> tuple[Text, ...]:
    """Where no bounds are set."""
    del preview
    return ()


async def no_preparation(cards: int) -> None:
    """Where nothing is done before a bulk."""
    del cards


@dataclass(frozen=True, slots=True)
class VoucherOffers:
    """What can be bought for the cards of one voucher."""

    voucher: str
    cards: int
    offers: Offers


class OperationService:
    """Every act at the provider goes through here: preview, start, pause, stop, settle."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        clock: Clock,
        announcer: Announcer,
        *,
        refresh: Refresh,
        random_bits: Callable[[int], int],
        auditor: Auditor,
        sending: Sending,
        obstacles: Obstacles = no_obstacles,
        before_bulk: Callable[[int], Awaitable[None]] = no_preparation,
        most_workers: int = 32,
        answer_within: float | None = None,
        cooling: timedelta = COOLING,
    ) -> None:
        """`refresh` reads cards back into the desk; `random_bits(128)` makes ids and serials.

        What cannot be undone waits for `cooling` before it is sent. `before_bulk` hears, before
        anything is written, how many cards are to be acted on.
        """
        self._database = database
        self._calls = calls
        self._auditor = auditor
        self._sending = sending
        self._obstacles = obstacles
        self._before_bulk = before_bulk
        self._notices = Notices(announcer, clock)
        self._read_back = ReadBack(refresh, clock, calls)
        self._settler = Settler(database, calls, clock, self._notices)
        self._journal = Journal(database, clock, lambda: calls.rate, auditor)
        shop = Workshop(
            database,
            self._journal,
            calls,
            clock,
            auditor,
            self._notices,
            self._read_back,
            self._settler.wake,
            StepCheck(database, calls, clock).trouble,
            most_workers,
            answer_within,
        )
        self._runs = Runs(shop)
        self._previewer = Previewer(database, calls, calls.now, self._runs.seconds_for)
        self._writing = Writing(database, calls, random_bits, auditor, cooling)
        self._waiter = Waiter(database, calls, clock, self._release)
        self._started: deque[tuple[Preview, str]] = deque(maxlen=_REMEMBERED)
        self._listing = Listing(database, self._runs)
        self._closing = False
        self._unsubscribe = announcer.subscribe(self._on_change)

    @property
    def running(self) -> bool:
        """Something is still being sent."""
        return bool(self._runs.alive)

    # Previews

    async def offers(self, ids: Sequence[int]) -> tuple[VoucherOffers, ...]:
        """What can be bought for these cards, by voucher. Raises ProviderFault."""
        found = await self._previewer.offers_of(ids)
        return tuple(VoucherOffers(voucher, *found[voucher]) for voucher in sorted(found))

    async def preview(self, request: ActRequest, ids: Sequence[int]) -> Preview:
        """What `request` would do to these cards; nothing is sent. Raises KnownError."""
        preview = await self._previewer.preview(request, ids)
        preview = replace(preview, not_before=self._writing.goes_at(preview))
        return replace(preview, obstacles=await self._obstacles(preview))

    async def retry_preview(self, operation_id: str) -> Preview:
        """A preview for the cards that were refused or not changed; never those in doubt.

        Its items replace those of the operation. Raises KnownError.
        """
        request = await self._request_of(operation_id)
        job = partial(journal_reads.places, op_id=operation_id, states=_RETRIED)
        places = await self._database.read(job)
        preview = await self.preview(request, list(places))
        return replace(preview, earlier=Earlier(Origin.RETRY, operation_id, places))

    async def reverse_preview(self, operation_id: str) -> Preview:
        """A preview of taking an operation back: for the cards it changed, untouched since.

        Raises KnownError for what cannot be taken back.
        """
        request = await self._request_of(operation_id)
        # On the reader's thread: the window's must not go through so many cards.
        way_back = await self._database.read(
            lambda connection: reversal_of(
                request, journal_reversal.footprints(connection, operation_id)
            )
        )
        preview = await self.preview(way_back.request, tuple(way_back.places))
        left_out = tuple(BlockedGroup(why, them) for why, them in way_back.left_out.items())
        return replace(
            preview,
            requested=preview.requested + sum(len(group.card_ids) for group in left_out),
            blocked=preview.blocked + left_out,
            earlier=Earlier(Origin.REVERSAL, operation_id, way_back.places),
        )

    # Start, pause, stop

    async def start(self, preview: Preview, reason: str = "") -> str:
        """Write the operation down and send it in the background. Returns its id.

        What cannot be undone waits first. The same preview starts only once, however often it is
        pressed. `reason` is kept. Raises KnownError when no card is eligible, when something
        forbids it, when prices have risen since the preview, for a reason that is not a line of
        text, or when nothing can be written.
        """
        for earlier, op_id in self._started:
            if earlier is preview:
                return op_id
        self._check(preview)
        reason = checked_reason(reason)
        op_id = self._writing.new_id()
        self._started.append((preview, op_id))
        self._runs.reserve(op_id)
        try:
            obstacles = await self._obstacles(preview)
            if obstacles:
                raise passed(obstacles)
            await self._previewer.check_prices(preview)
            await self._before_bulk(preview.eligible_count)
            await self._writing.write(op_id, preview, reason)
        except BaseException:
            self._runs.forget(op_id)
            self._started.remove((preview, op_id))
            raise
        await self._runs.begin(op_id)
        self._waiter.wake()
        self._notices.tell(op_id)
        return op_id

    def _check(self, preview: Preview) -> None:
        if not preview.eligible_count:
            raise KnownError(text(QT_TRANSLATE_NOOP("trade", "No card is eligible for this.")))
        if self._closing:
            raise KnownError(CLOSING)
        self._sending.check()

    async def pause(self, operation_id: str) -> None:
        """Send nothing more of it until `carry_on`; what is in flight is awaited."""
        run = self._runs.of(operation_id)
        if run is None or run.stopping:
            return
        run.pause(PAUSED)
        await self._writing.pause(operation_id, PAUSED)
        self._notices.tell(operation_id)

    async def carry_on(self, operation_id: str) -> None:
        """The operator's word: send what is left of a paused operation.

        What is in doubt is not sent again. Raises KnownError while nothing may be sent.
        """
        self._sending.check()
        await self._runs.ended(operation_id)
        if await self._writing.let_go(operation_id, Hold.PAUSED):
            await self._runs.begin(operation_id)
            self._notices.tell(operation_id)

    async def stop(self, operation_id: str) -> None:
        """Send nothing more of it, ever; what is in flight is awaited and written down.

        Of one that waits or is paused, all that was not sent is withdrawn at once.
        """
        run = self._runs.of(operation_id)
        if run is not None and not run.over:
            run.stop()
            await self._writing.ask_to_stop(operation_id)
        else:
            await self._writing.withdraw(operation_id)
        self._notices.tell(operation_id)

    async def release_due(self) -> None:
        """Send what has waited long enough, as the background does by itself."""
        await self._waiter.release_due()

    async def _release(self, operation_id: str) -> None:
        reason = self._sending.reason
        if reason is not None:
            await self._writing.park(operation_id, reason)
        elif await self._writing.let_go(operation_id, Hold.WAITING):
            await self._runs.begin(operation_id)
        self._notices.tell(operation_id)

    def _on_change(self, change: Change) -> None:
        reason = self._sending.reason
        if isinstance(change, SendingChanged) and reason is not None:
            self._runs.pause_all(reason)

    # Reading

    async def operations(self) -> tuple[OperationRow, ...]:
        """Every operation, newest first."""
        return await self._listing.rows()

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

    # Doubt

    async def settle(self) -> None:
        """Look now at every card whose outcome is open. Raises ProviderFault."""
        await self._recover(self._runs.alive)
        await self._settler.settle()

    async def recover(self) -> int:
        """At start, before anything is sent: what was being sent is in doubt. Returns how many.

        Nothing resumes by itself: what was being sent, and what should have gone out meanwhile,
        is paused.
        """
        await self._writing.tidy()
        overdue = partial(
            journal_states.park_overdue, at=seconds(self._calls.now()), why=str(OVERDUE)
        )
        await self._database.write(overdue)
        doubtful = await self._recover(frozenset())
        self._settler.wake()
        self._waiter.wake()
        return doubtful

    async def decide(self, operation_id: str, seq: int, took_effect: bool, note: str) -> None:
        """A person looked it up: an item that needs one is done, or did not take effect."""
        note = checked_note(note)
        after = ItemState.DONE if took_effect else ItemState.NOT_APPLIED
        await self._writing.decide(operation_id, seq, after, note)
        items = await self.items(operation_id, offset=seq - 1, limit=1)
        self._notices.tell(operation_id, [item.card_id for item in items])
        self._read_back.want(item.card_id for item in items)

    async def aclose(self, within: float = 10.0) -> None:
        """Pause all, await what is in flight for `within` seconds, write everything down."""
        self._closing = True
        self._unsubscribe()
        await self._writing.aclose()
        await self._waiter.aclose()
        await self._runs.aclose(within, ENDED)
        await self._settler.aclose()
        await self._read_back.aclose()
        await self._journal.aclose()
        await self._notices.aclose()

    async def _recover(self, alive: frozenset[str]) -> int:
        return await self._database.write(
            partial(
                journal_states.recover,
                at=seconds(self._calls.now()),
                reasons=_INTERRUPTIONS,
                alive=alive,
            )
        )

    async def _request_of(self, operation_id: str) -> ActRequest:
        found = await self._database.read(partial(journal_reads.request_of, op_id=operation_id))
        if found is None:
            raise KnownError(_UNKNOWN_OPERATION)
        return request_from_json(found)
