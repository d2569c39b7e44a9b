"""Operations as the panel lists them: what the journal keeps, and how those go that are sent."""

from collections.abc import Mapping
from functools import partial

from simdesk.models.operations import Hold, ItemState, OperationRow, OperationState
from simdesk.services.operation_codec import request_from_json
from simdesk.services.operation_runs import Runs
from simdesk.services.storage import journal_reads
from simdesk.services.storage.codec import moment
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_reads import StoredOperation

_SETTLED = (OperationState.STOPPED, OperationState.FINISHED)


class Listing:
    """Remembers the rows of what is over: they never change again."""

    def __init__(self, database: Database, runs: Runs) -> None:
        self._database = database
        self._runs = runs
        self._over: dict[str, OperationRow] = {}

    async def rows(self) -> tuple[OperationRow, ...]:
        """Every operation, newest first."""
        stored = await self._database.read(journal_reads.operations)
        moving = [one.id for one in stored if one.id not in self._over]
        counts = await self._database.read(partial(journal_reads.counts, op_ids=moving))
        rows = tuple(self._over.get(one.id) or self._row(one, counts[one.id]) for one in stored)
        self._over = {row.id: row for row in rows if _is_over(row)}
        return rows

    def _row(self, stored: StoredOperation, counts: Mapping[ItemState, int]) -> OperationRow:
        hold, why = self._hold(stored)
        return OperationRow(
            stored.id,
            request_from_json(stored.request_json),
            OperationState(stored.state),
            stored.requested_by,
            moment(stored.requested_at),
            stored.amount,
            counts,
            self._runs.seconds_left(stored.id, counts),
            hold,
            why,
            None if stored.not_before is None else moment(stored.not_before),
            stored.reverses,
            stored.reason,
        )

    def _hold(self, stored: StoredOperation) -> tuple[Hold | None, str | None]:
        """Whether it is held and why; a pause shows before it is written."""
        run = self._runs.of(stored.id)
        if stored.hold is None and run is not None and run.pause_reason is not None:
            return Hold.PAUSED, str(run.pause_reason)
        return None if stored.hold is None else Hold(stored.hold), stored.hold_reason


def _is_over(row: OperationRow) -> bool:
    return row.state in _SETTLED and row.settled == row.total
