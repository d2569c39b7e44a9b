"""What every operation works with, and what one run of it is to send."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from simdesk.models.clock import Clock
from simdesk.models.operations import ActRequest
from simdesk.models.texts import Text
from simdesk.services.calls import Calls
from simdesk.services.operation_flight import Deadline
from simdesk.services.operation_journal import Keeper
from simdesk.services.operation_notices import Notices, ReadBack
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database


@dataclass(frozen=True)
class Workshop:
    """What every operation works with."""

    database: Database
    journal: Keeper
    calls: Calls
    clock: Clock
    auditor: Auditor
    notices: Notices
    read_back: ReadBack
    doubt: Callable[[], None]
    """Called when an item must be settled by reading its card."""
    step_trouble: Callable[[str, int], Awaitable[Text | None]]
    """Why the items of an operation behind this place that were sent do not show what was asked;
    None when all of them do. Waits, within reason, for those that are open."""
    most_workers: int = 32
    answer_within: float | None = None
    """Seconds after which an answer is no longer awaited and the item is in doubt. None leaves
    that to the provider, whose adapter has time-outs of its own."""


@dataclass(frozen=True)
class Bulk:
    """What a run is to send: `planned` items of an operation of which `dealt` are past that.

    A single one goes before everything else. `tolerated` failures were seen by an operator.
    """

    op_id: str
    request: ActRequest
    deadline: Deadline
    planned: int
    dealt: int = 0
    tolerated: frozenset[str] = frozenset()
