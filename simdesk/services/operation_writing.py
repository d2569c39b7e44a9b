"""An operation is written down, held, let go and ended, each with its line in the audit."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from simdesk.models.cooling import goes_at, sent_before
from simdesk.models.guards import GuardedAct
from simdesk.models.operations import Hold, ItemState, Origin, Preview
from simdesk.models.periods import local
from simdesk.models.texts import Text
from simdesk.services.calls import Calls
from simdesk.services.operation_codec import request_from_json, request_to_json
from simdesk.services.operation_entering import LARGE, Entering
from simdesk.services.operation_outcomes import REVOKED, STOPPED
from simdesk.services.operation_pace import seconds_at_best
from simdesk.services.storage import journal_acts, journal_states
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.codec import moment, seconds
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_entry import NewItem, NewOperation
from simdesk.services.storage.journal_findings import Finding

PREVIEW_HOLDS = timedelta(hours=24)
"""How long after its preview an act may still be sent, beside the time the bulk itself needs."""


class Writing:
    """Makes ids and serials of `random_bits`; every job is one transaction, but for very large
    operations."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        random_bits: Callable[[int], int],
        auditor: Auditor,
        cooling: timedelta,
    ) -> None:
        self._database = database
        self._calls = calls
        self._random_bits = random_bits
        self._auditor = auditor
        self._cooling = cooling
        self._entering = Entering(database, auditor)

    def new_id(self) -> str:
        """128 random bits in hexadecimal, for an operation or a serial."""
        return f"{self._random_bits(128):032x}"

    def goes_at(self, preview: Preview) -> datetime | None:
        """When the operation would go out if it were confirmed now; None for at once."""
        action = preview.request.action
        return goes_at(action, self._calls.now(), preview.seconds, self._cooling)

    async def write(self, op_id: str, preview: Preview, reason: str) -> None:
        """Keep the operation and its items, all PLANNED. Raises KnownError."""
        waits_until = self.goes_at(preview)
        new = self._new(op_id, preview, reason, waits_until)
        replaced = _replaced(preview)
        # Made by the writer's thread, as many at a time as it writes.
        items = (
            NewItem(
                card_id,
                preview.versions[card_id],
                self.new_id(),
                group.price,
                replaced.get(card_id),
            )
            for group in preview.eligible
            for card_id in group.card_ids
        )
        if preview.eligible_count >= LARGE and new.amount is None and not replaced:
            await self._entering.write(
                new, items, guarded=GuardedAct.of(preview), body=_told(new, preview)
            )
            return
        await self._database.write(
            partial(
                journal_acts.start,
                auditor=self._auditor,
                new=new,
                items=items,
                guarded=GuardedAct.of(preview),
                body=_told(new, preview),
                replaced=tuple(replaced.values()),
            )
        )

    async def tidy(self) -> None:
        """At a start: take away what was being written down when the program died."""
        await self._entering.tidy()

    async def aclose(self) -> None:
        """Give up what is not written down yet."""
        await self._entering.aclose()

    def _new(
        self, op_id: str, preview: Preview, reason: str, waits_until: datetime | None
    ) -> NewOperation:
        request, earlier = preview.request, preview.earlier
        begins = preview.frozen_at if waits_until is None else waits_until
        until = begins + PREVIEW_HOLDS + timedelta(seconds=preview.seconds)
        return NewOperation(
            op_id,
            request.action.value,
            request_to_json(request),
            request.action.risk,
            self._calls.name,
            self._calls.account,
            self._calls.capabilities.simulated,
            preview.total,
            self._auditor.operator,
            seconds(self._calls.now()),
            seconds(sent_before(request.action, preview.frozen_at, until)),
            None if waits_until is None else seconds(waits_until),
            earlier.operation_id
            if earlier is not None and earlier.origin is Origin.REVERSAL
            else None,
            reason,
        )

    async def pause(self, op_id: str, why: Text) -> None:
        """Hold it until the operator's word."""
        await self._database.write(
            partial(journal_acts.pause, auditor=self._auditor, op_id=op_id, why=str(why))
        )

    async def let_go(self, op_id: str, hold: Hold) -> bool:
        """Take the hold off and renew the time in which it may be sent. False when not held so."""
        left = await self._database.read(partial(journal_states.parked, op_id=op_id))
        if left is None:
            return False
        action = request_from_json(left.request_json).action
        needed = timedelta(seconds=seconds_at_best(left.planned, self._calls.capabilities))
        until = self._calls.now() + PREVIEW_HOLDS + needed
        until = sent_before(action, local(moment(left.requested_at)), until)
        return await self._database.write(
            partial(
                journal_acts.let_go,
                auditor=self._auditor,
                op_id=op_id,
                hold=hold,
                send_until=seconds(until),
                left=left.planned,
            )
        )

    async def park(self, op_id: str, why: Text) -> None:
        """Its time has come, but nothing may be sent: it is paused instead."""
        await self._database.write(partial(journal_acts.park, op_id=op_id, why=str(why)))

    async def ask_to_stop(self, op_id: str) -> None:
        """Note the wish; whoever sends it carries it out."""
        await self._database.write(
            partial(journal_acts.ask_to_stop, auditor=self._auditor, op_id=op_id)
        )

    async def withdraw(self, op_id: str) -> None:
        """End one that nobody sends: what is planned of it is withdrawn."""
        left = await self._database.read(partial(journal_states.parked, op_id=op_id))
        if left is None:
            return
        why = REVOKED if left.hold is Hold.WAITING else STOPPED
        if left.planned >= LARGE:
            # First the wish: what a crash leaves is then withdrawn at the next start.
            await self.ask_to_stop(op_id)
            part = partial(
                journal_states.close_in_parts,
                op_id=op_id,
                at=seconds(self._calls.now()),
                stopped=True,
                why=str(why),
            )
            while await self._database.write(part):
                pass
            return
        await self._database.write(
            partial(
                journal_acts.withdraw,
                auditor=self._auditor,
                op_id=op_id,
                at=seconds(self._calls.now()),
                why=str(why),
                left=left.planned,
            )
        )

    async def decide(self, op_id: str, seq: int, after: ItemState, note: str) -> None:
        """A person's word about an item that needs one, kept as evidence."""
        finding = Finding(
            op_id,
            seq,
            seconds(self._calls.now()),
            ItemState.NEEDS_HUMAN,
            after,
            "person",
            note,
            self._auditor.operator,
        )
        await self._database.write(
            partial(journal_acts.decide, auditor=self._auditor, finding=finding)
        )


def _replaced(preview: Preview) -> dict[int, tuple[str, int]]:
    """By card, the item that the new one asks for anew; empty where nothing is retried."""
    earlier = preview.earlier
    if earlier is None or earlier.origin is not Origin.RETRY:
        return {}
    return {
        card_id: (earlier.operation_id, earlier.items[card_id]) for card_id in preview.eligible_ids
    }


def _told(new: NewOperation, preview: Preview) -> dict[str, object]:
    """What the audit says of an operation that starts."""
    earlier = preview.earlier
    return {
        "request": new.request_json,
        "cards": preview.eligible_count,
        "blocked": preview.requested - preview.eligible_count,
        "amount_minor": None if new.amount is None else new.amount.minor,
        "currency": None if new.amount is None else new.amount.currency,
        "not_before": new.not_before,
        "reason": new.reason,
        "earlier": None if earlier is None else f"{earlier.origin} {earlier.operation_id}",
    }
