"""Values already written once: most columns of a fleet repeat a few of them."""

from collections.abc import Callable, Sequence

from simdesk.services.spreadsheets.columns import Value
from simdesk.services.spreadsheets.sheet_text import CELL_UNITS, carried

MOST = 8_000
"""Texts a column remembers; those of one that has more are hardly worth remembering."""
MOST_NUMBERS = 40_000
"""Numbers remembered for all columns of a kind together."""


class Words:
    """A column's texts as sheets can carry them, and how many characters they could not."""

    def __init__(self, said: Callable[[Value], str]) -> None:
        self.left_out = 0
        self._said = said
        self._lost: dict[Value, int] = {}

    def carried(self, value: Value) -> str:
        """What is left of a value's words."""
        words = self._said(value)
        kept = carried(words)
        if len(kept) != len(words):
            self._lost[value] = len(words) - len(kept)
        return kept

    def count(self, values: Sequence[Value]) -> None:
        """These values were written, however often they had been before."""
        if self._lost:
            self.left_out += sum(self._lost.get(value, 0) for value in values)


class Remembered(dict[Value, str]):
    """What `make` made of each value; nothing known is told in `blank`.

    Once `most` are remembered, `passing` makes the others, again each time they come.
    """

    def __init__(
        self,
        make: Callable[[Value], str],
        blank: str,
        most: int = MOST,
        passing: Callable[[Value], str] | None = None,
    ) -> None:
        super().__init__({None: blank, "": blank})
        self.make = make
        self._passing = passing or make
        self._most = most

    def __missing__(self, value: Value) -> str:
        if self.full:
            return self._passing(value)
        made = self[value] = self.make(value)
        return made

    @property
    def full(self) -> bool:
        """There are more values than are remembered."""
        return len(self) >= self._most

    def of(self, values: Sequence[Value]) -> list[str]:
        return list(map(self.__getitem__, values))


def plain_ids(values: Sequence[Value]) -> bool:
    """All are ASCII letters and digits, a list of such as lines, or nothing.

    One that is there and has no line end needs no escape, no quotes and no guard.
    """
    try:
        joined = "".join(filter(None, values))  # type: ignore[arg-type]  # what is no text raises
    except TypeError:
        return False
    return len(joined) <= CELL_UNITS and joined.isascii() and joined.replace("\n", "").isalnum()
