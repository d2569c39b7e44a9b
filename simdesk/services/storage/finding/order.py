"""Cards in the order of a sort, as `where.wanted` has it: empty values last, ties by id."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

from simdesk.models.filters import Direction, Sort
from simdesk.services.storage.finding.columns import NOTHING, Mask, Whole

Order = npt.NDArray[np.int32]
Ranks = Callable[[str, Whole], Whole]
"""What a field orders these cards by; NOTHING for what is empty. KeyError: it has no order."""
Stamp = tuple[int, ...]
_LAST = int(np.iinfo(np.int64).max)
SOME = 20_000
"""So many cards are sorted by themselves sooner than they are picked from an order of all."""
KEPT = 12
"""Orders of all cards that are kept: four bytes a card each."""


def in_order(ids: Whole, sort: Sort, ranks: Ranks) -> Whole:
    """These cards, given by ascending id, in the order of a sort."""
    # From the last key to the first: each stable sort keeps the order of the one before.
    for key in reversed(sort.keys):
        values = ranks(key.field, ids)
        turned = ~values if key.direction is Direction.DESCENDING else values
        ids = ids[np.argsort(np.where(values == NOTHING, _LAST, turned), kind="stable")]
    return ids


def picked(found: Mask, order: Order) -> Whole:
    """The found cards in an order of all."""
    return order[found[order]].astype(np.int64)


class Orders:
    """Orders of all cards, the latest used. Those that read a changed field are dropped.

    What was worked out while a field changed is not kept: whoever works takes a `stamp` first.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[Sort, Order] = OrderedDict()
        self._changes: Counter[str] = Counter()
        self._cards = 0

    def stamp(self, sort: Sort) -> Stamp:
        return (self._cards, *(self._changes[key.field] for key in sort.keys))

    def get(self, sort: Sort) -> Order | None:
        found = self._kept.get(sort)
        if found is not None:
            self._kept.move_to_end(sort)
        return found

    def put(self, sort: Sort, order: Order, stamp: Stamp) -> None:
        if stamp != self.stamp(sort):
            return
        self._kept[sort] = order
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def drop(self, fields: Iterable[str], *, grown: bool) -> None:
        """These fields changed for some cards, or there are more cards."""
        names = frozenset(fields)
        self._changes.update(names)
        self._cards += grown
        for sort in list(self._kept):
            if grown or names & {key.field for key in sort.keys}:
                del self._kept[sort]
