"""A step of a bulk is looked at before the next one: do the cards show what was asked?"""

from datetime import timedelta
from functools import partial

from simdesk.models.clock import Clock
from simdesk.models.errors import ProviderFault
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.calls import Calls
from simdesk.services.operation_effects import Sight, judged
from simdesk.services.operation_looking import looked_at
from simdesk.services.operation_settle import case_of
from simdesk.services.storage import journal_reads
from simdesk.services.storage.database import Database

PATIENCE = timedelta(minutes=15)
"""How long a step waits for what was accepted to be done."""
SAMPLE = 100
"""Cards of a step that are read at most; the others are read back as usual."""
_FIRST_GAP, _LONGEST_GAP = 1.0, 30.0

_UNCONFIRMED = QT_TRANSLATE_NOOP(
    "trade", "{count} cards are accepted but not confirmed yet; see whether they take effect."
)
_NOT_SHOWN = QT_TRANSLATE_NOOP(
    "trade", "The provider said done, but {wrong} of {count} cards do not show it: {finding}"
)


class StepCheck:
    """Reads the cards of a step and compares them with what was asked (reliability.md 4.10)."""

    def __init__(self, database: Database, calls: Calls, clock: Clock) -> None:
        self._database = database
        self._calls = calls
        self._clock = clock

    async def trouble(self, op_id: str, after: int) -> Text | None:
        """Why the items behind place `after` do not look as asked; None when they do."""
        return await self._unconfirmed(op_id, after) or await self._not_shown(op_id, after)

    async def _unconfirmed(self, op_id: str, after: int) -> Text | None:
        gap, limit = _FIRST_GAP, self._clock.monotonic() + PATIENCE.total_seconds()
        job = partial(journal_reads.accepted_count, op_id=op_id, after=after)
        while count := await self._database.read(job):
            if self._clock.monotonic() > limit:
                return text(_UNCONFIRMED, count=f"{count:,}")
            await self._clock.sleep(gap)
            gap = min(_LONGEST_GAP, gap * 2)
        return None

    async def _not_shown(self, op_id: str, after: int) -> Text | None:
        job = partial(journal_reads.done_items, op_id=op_id, after=after, limit=SAMPLE)
        items = await self._database.read(job)
        try:
            readings = await looked_at(self._calls, [item.ref for item in items])
        except ProviderFault as fault:
            return fault.message
        now, wrong, finding = self._calls.now(), 0, None
        for item in items:
            judgement = judged(case_of(item), readings.get(item.ref), now)
            if judgement.sight in (Sight.NOT_SEEN, Sight.VOID):
                wrong, finding = wrong + 1, judgement.finding
        if finding is None:
            return None
        return text(_NOT_SHOWN, wrong=wrong, count=len(items), finding=finding)
