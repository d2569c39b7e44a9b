"""Card ids by the million: equality, places, chosen ones within an order, what is missing.

Ids come as `array('q')`, in a table's order; nobody changes one that was handed over. A call over a
million ids takes a few milliseconds, for the window asks between two frames. Ids are the numbers
of rows in a table that never loses one, so that the largest is about as large as their count: sets
of them are kept as one byte for each number up to the largest.

A span is a first and a last row, both included.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]

Span = tuple[int, int]
_BLOCK = 65_536


def view(ids: "array[int]") -> "Whole":
    """The ids as a numpy array over the same memory. Do not change it."""
    import numpy as np  # on first use: the window is there before the first million

    return np.frombuffer(ids, dtype=np.int64)


def ids_of(numbers: "Whole") -> "array[int]":
    """A numpy array of whole numbers as ids."""
    found = array("q")
    if len(numbers):
        found.frombytes(numbers.astype("int64", copy=False).data.cast("B"))
    return found


def compact(ids: Iterable[int]) -> "array[int]":
    """Ids of any kind as an array; one that is an array already as it is."""
    return ids if isinstance(ids, array) and ids.typecode == "q" else array("q", ids)


def alike(ids: "array[int]", others: "array[int]", count: int) -> bool:
    """The first `count` of both are the same in the same order."""
    if ids is others or not count:
        return True
    return bool((view(ids)[:count] == view(others)[:count]).all())


def row_of(ids: "array[int]", card_id: int) -> int | None:
    """The row of a card; None where it is not among them."""
    if not ids:
        return None
    # In pieces, so that what stands at the top is found at once.
    for start in range(0, len(ids), _BLOCK):
        here = view(ids)[start : start + _BLOCK] == card_id
        at = int(here.argmax())
        if here[at]:
            return start + at
    return None


class IdSet(AbstractSet[int]):
    """A set of card ids. Made once, never changed."""

    __slots__ = ("_bits", "_count")

    def __init__(self, ids: "array[int] | Iterable[int]" = ()) -> None:
        import numpy as np

        numbers = view(compact(ids))
        # One more than there are numbers, never set: every larger number is looked up there.
        bits = np.zeros(int(numbers.max(initial=0)) + 2, dtype=np.bool_)
        bits[numbers] = True
        self._keep(bits)

    def _keep(self, bits: "Flags") -> None:
        import numpy as np

        self._bits = bits
        self._count = int(np.count_nonzero(bits))

    @classmethod
    def _of(cls, bits: "Flags") -> "IdSet":
        made = cls.__new__(cls)
        made._keep(bits)
        return made

    def __len__(self) -> int:
        return self._count

    def __contains__(self, card_id: object) -> bool:
        if not isinstance(card_id, int) or not 0 <= card_id < len(self._bits):
            return False
        return bool(self._bits[card_id])

    def __iter__(self) -> Iterator[int]:
        return iter(self.ids())

    def ids(self) -> "array[int]":
        """The ids, the smallest first."""
        return ids_of(self._bits.nonzero()[0])

    def with_(self, others: "IdSet") -> "IdSet":
        """The ids of both."""
        if not others or not self:
            return self or others
        short, long = sorted((self._bits, others._bits), key=len)
        both = long.copy()
        both[: len(short)] |= short
        return self._of(both)

    def without(self, ids: "array[int]") -> "IdSet":
        """The ids that are not among these."""
        left = self._bits.copy()
        left[view(ids).clip(max=len(left) - 1)] = False
        return self._of(left)

    def rows_in(self, order: "array[int]") -> "RowSet":
        """The rows of `order` at which one of the ids stands."""
        return RowSet(self._bits.take(view(order), mode="clip"))


class RowSet:
    """Chosen rows of a table, one byte for each row of it. Made once, never changed."""

    __slots__ = ("_flags", "count")

    def __init__(self, flags: "Flags") -> None:
        import numpy as np

        self._flags = flags
        self.count = int(np.count_nonzero(flags))
        """How many are chosen."""

    @classmethod
    def of(cls, spans: Iterable[Span], rows: int) -> "RowSet":
        """The rows of these spans, of a table of `rows`."""
        import numpy as np

        return cls(np.zeros(rows, dtype=np.bool_)).painted(spans, True)

    def __len__(self) -> int:
        return len(self._flags)

    def has(self, row: int) -> bool:
        return 0 <= row < len(self._flags) and bool(self._flags[row])

    def painted(self, spans: Iterable[Span], chosen: bool) -> "RowSet":
        """The same, and the rows of these spans all chosen or all not."""
        flags = self._flags.copy()
        for first, last in spans:
            flags[first : last + 1] = chosen
        return RowSet(flags)

    def turned(self, spans: Iterable[Span]) -> "RowSet":
        """The same, and in these spans what was not chosen instead of what was."""
        flags = self._flags.copy()
        for first, last in spans:
            flags[first : last + 1] ^= True
        return RowSet(flags)

    def spans(self) -> list[Span]:
        """The chosen rows as spans in order."""
        found = self.few_spans(len(self._flags))
        assert found is not None
        return found

    def few_spans(self, most: int) -> list[Span] | None:
        """The chosen rows as spans in order; None where there are more than `most` of them."""
        flags = self._flags
        turns = (flags[1:] != flags[:-1]).nonzero()[0] + 1
        if len(turns) > 2 * most:
            return None  # before a list is made of them
        ends = turns.tolist()
        if self.has(0):
            ends.insert(0, 0)
        if self.has(len(flags) - 1):
            ends.append(len(flags))
        spans = [(first, end - 1) for first, end in zip(ends[::2], ends[1::2], strict=True)]
        return spans if len(spans) <= most else None

    def pick(self, ids: "array[int]") -> "array[int]":
        """Those of `ids`, one for each row, whose rows are chosen, in the same order."""
        return ids_of(view(ids).take(self._flags.nonzero()[0]))

    def following(self, start: int, step: int) -> int | None:
        """The first chosen row from `start` on, forwards (1) or backwards (-1), going round."""
        count = len(self._flags)
        if not self.count:
            return None
        start %= count
        if step > 0:
            parts = ((start, count, 1), (0, start, 1))
        else:
            parts = ((0, start + 1, -1), (start + 1, count, -1))
        for begin, end, way in parts:
            part = self._flags[begin:end][::way]
            at = int(part.argmax()) if len(part) else 0
            if len(part) and part[at]:
                return begin + at if way > 0 else end - 1 - at
        return None


def in_spans(ids: "array[int]", spans: Sequence[Span]) -> "array[int]":
    """The ids of these rows, in order; all of them as they are, without a copy."""
    if len(spans) == 1 and spans[0] == (0, len(ids) - 1):
        return ids
    found = array("q")
    for first, last in spans:
        found.extend(ids[first : last + 1])
    return found
