"""A journal that keeps its books in memory: the desk's rules on items, without a disk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from simdesk.models.operations import ItemState
from simdesk.models.texts import Text
from simdesk.services.operation_outcomes import BUSY, CHANGED, DOUBTFUL_REFUSAL
from simdesk.services.storage.journal_store import (
    AMBIGUOUS,
    Intent,
    PlannedItem,
    Ruling,
    Settlement,
)

_OPEN = (ItemState.SENDING, ItemState.ACCEPTED, ItemState.UNKNOWN, ItemState.NEEDS_HUMAN)


@dataclass
class Try:
    """One attempt: when it began and, once it has, when and how it ended."""

    began: int
    ended: int | None = None
    outcome: str | None = None


@dataclass
class KeptItem:
    """An item as it stands; moments are seconds of UTC."""

    planned: PlannedItem
    state: ItemState = ItemState.PLANNED
    tries: list[Try] = field(default_factory=list)
    settled_at: int | None = None
    code: str | None = None
    reason: str | None = None
    order_number: str | None = None


class MemoryJournal:
    """A `Keeper` of any number of operations on the same cards. `changed` cards are not sent."""

    def __init__(self, items: Iterable[PlannedItem], changed: frozenset[int] = frozenset()) -> None:
        self.items = {(item.op_id, item.seq): KeptItem(item) for item in items}
        self.ended: dict[str, str] = {}
        """Operations that are over or held, and why."""
        self._changed = changed
        self._open: dict[int, tuple[str, int]] = {}

    async def planned(self, op_id: str, after: int, limit: int) -> Sequence[PlannedItem]:
        """The next waiting items behind place `after`, in order."""
        found: list[PlannedItem] = []
        seq = after + 1
        while len(found) < limit and (item := self.items.get((op_id, seq))) is not None:
            if item.state is ItemState.PLANNED:
                found.append(item.planned)
            seq += 1
        return found

    async def intend(self, intent: Intent) -> Ruling:
        """Make an item SENDING if it still may be."""
        key = (intent.op_id, intent.seq)
        item = self.items[key]
        if item.state is not ItemState.PLANNED:
            return Ruling(item.state)
        card = item.planned.card_id
        busy = self._open.get(card)
        if busy is not None or card in self._changed or intent.skip is not None:
            why = str(CHANGED if busy is None else BUSY)
            self._move(item, ItemState.SKIPPED, intent.at, intent.skip or why)
            return Ruling(ItemState.SKIPPED, busy_with=None if busy is None else busy[0])
        item.tries.append(Try(intent.at))
        item.state, item.code, item.reason = ItemState.SENDING, None, None
        self._open[card] = key
        return Ruling(ItemState.SENDING, len(item.tries))

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        """Write outcomes down."""
        for one in settlements:
            item = self.items[one.op_id, one.seq]
            attempt = item.tries[one.attempt - 1]
            if attempt.ended is None:
                attempt.ended, attempt.outcome = one.at, one.outcome
            if item.state is not ItemState.SENDING:
                continue
            doubtful = any(earlier.outcome in AMBIGUOUS for earlier in item.tries[:-1])
            if one.outcome == "refused" and doubtful:
                self._move(item, ItemState.UNKNOWN, None, str(DOUBTFUL_REFUSAL))
                continue
            final = one.state.final
            self._move(item, one.state, one.at if final else None, one.reason)
            item.code, item.order_number = one.code, one.order_number

    async def close(self, op_id: str, at: int, *, stopped: bool) -> None:
        """Nothing more is sent of it: what still waits is withdrawn."""
        for item in self.items.values():
            if item.planned.op_id == op_id and item.state is ItemState.PLANNED:
                self._move(item, ItemState.WITHDRAWN, at, None)
        self.ended[op_id] = "STOPPED" if stopped else "FINISHED"

    async def leave(self, op_id: str, at: int, why: Text) -> None:
        """What is left waits for the operator's word; with nothing left it is finished."""
        mine = (item for item in self.items.values() if item.planned.op_id == op_id)
        if any(item.state is ItemState.PLANNED for item in mine):
            self.ended[op_id] = str(why)
        else:
            await self.close(op_id, at, stopped=False)

    def _move(self, item: KeptItem, to: ItemState, at: int | None, why: str | None) -> None:
        item.state, item.settled_at, item.reason = to, at, why
        key, card = (item.planned.op_id, item.planned.seq), item.planned.card_id
        if to not in _OPEN and self._open.get(card) == key:
            del self._open[card]
