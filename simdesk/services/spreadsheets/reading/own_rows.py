"""Rows of our own exports taken apart by one pattern, which is learnt from the rows before them.

Each column holds cells of few sorts, so a pattern for a whole row finds all its values in one go,
twice as fast as cutting the XML up. What does not fit is left to those who cut it up.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from simdesk.models.sheets import Cell
from simdesk.services.spreadsheets.reading.own_cells import NotOursError, words
from simdesk.services.spreadsheets.reading.shapes import Columns

_KINDS: Final = {
    "text": re.compile(
        r' s="[126]" t="inlineStr"><is><t(?: xml:space="preserve")?>([^<]+)</t></is></c>'
    ),
    "shared": re.compile(r' s="[126]" t="s"><v>([0-9]{1,9})</v></c>'),
    "count": re.compile(r' s="3"><v>(-?[0-9]{1,40})</v></c>'),
    "decimal": re.compile(r' s="[45]"><v>(-?[0-9.]{1,40})</v></c>'),
}
"""What follows the "<c" of a cell that is not blank, by what it holds."""
_NUMBERS: Final[dict[str, Callable[[str], Cell]]] = {"count": int, "decimal": float}
_NO_DIGITS = re.compile("[^-.0-9]")
_MOST_COLUMNS = 200
"""Wider rows are taken apart by cutting alone."""
_MOST_LESSONS = 20
_MOST_SORTS = 4
Found = Sequence[str]


class _Sort(NamedTuple):
    """Cells of one kind that begin and end with the same words."""

    begin: str
    end: str
    kind: str


class OwnRows:
    """Makes values of whole rows, by what was learnt of each column.

    `texts` are the shared ones.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = _Texts(texts)
        self._sorts: list[list[_Sort]] = []
        self._pattern: re.Pattern[str] | None = None
        self._lessons = 0

    def learn(self, columns: Sequence[Sequence[str]]) -> None:
        """Look at cells that were cut up, without their "<c", to take the next rows apart."""
        self._lessons += 1
        if self._lessons > _MOST_LESSONS:
            return  # most rows do not fit: to learn would take longer than it saves
        if len(self._sorts) != len(columns):
            self._sorts = [[] for _ in columns]
        self._sorts = [
            _sorts_of(set(cells), known) for cells, known in zip(columns, self._sorts, strict=True)
        ]
        simple = len(columns) <= _MOST_COLUMNS and all(map(_simple, self._sorts))
        self._pattern = _pattern(self._sorts) if simple else None

    def columns(self, xml: str, number: int) -> Columns | None:
        """The values of rows from row `number` on, column by column; None where one does not fit.

        Raises NotOursError for what no file of ours holds.
        """
        if self._pattern is None:
            return None
        rows = self._pattern.findall(xml)
        if not rows:
            return None
        whole, numbers, *found = zip(*rows, strict=True)
        if sum(map(len, whole)) != len(xml):  # something stands before, between or behind them
            return None
        count = len(rows)
        if any(numbers) and numbers != tuple(map(str, range(number, number + count))):
            return None
        groups = iter(found)
        read = words if "&" in xml or "_x" in xml else None
        return [self._values(sorts, groups, count, read) for sorts in self._sorts]

    def _values(
        self,
        sorts: Sequence[_Sort],
        groups: Iterator[Found],
        count: int,
        read: Callable[[str], str] | None,
    ) -> Sequence[Cell]:
        made = [self._of_kind(sort.kind, next(groups), read) for sort in sorts]
        if len(made) == 1:
            return made[0]
        if not made:
            return (None,) * count
        # They are texts: each cell is of one of the sorts, or blank.
        return [next(filter(None, cells), None) for cells in zip(*made, strict=True)]

    def _of_kind(
        self, kind: str, found: Found, read: Callable[[str], str] | None
    ) -> Sequence[Cell]:
        if kind == "shared":
            texts = self._texts
            return [texts[one] for one in found]
        if kind in _NUMBERS:
            return _numbers(_NUMBERS[kind], found)
        if read is not None:
            return [read(one) if one else None for one in found]
        return [one or None for one in found] if "" in found else found


class _Texts(dict[str, str | None]):
    """The shared texts by their numbers as they are written; None for no number."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__({"": None})
        self._texts = texts

    def __missing__(self, number: str) -> str | None:
        try:
            made = self[number] = self._texts[int(number)]
        except IndexError as error:
            raise NotOursError(number) from error
        return made


def _sorts_of(cells: set[str], known: Sequence[_Sort]) -> list[_Sort]:
    """The sorts of these cells and those known before; an unknown one fits no pattern."""
    found = list(known)
    for cell in cells:
        if cell == "/>" or any(cell.startswith(sort.begin) for sort in found):
            continue
        for kind, pattern in _KINDS.items():
            if (match := pattern.fullmatch(cell)) is not None:
                found.append(_Sort(cell[: match.start(1)], cell[match.end(1) :], kind))
    return found


def _simple(sorts: Sequence[_Sort]) -> bool:
    """Cells of one sort, or texts of a few."""
    few_texts = len(sorts) <= _MOST_SORTS and not {sort.kind for sort in sorts} & _NUMBERS.keys()
    return len(sorts) <= 1 or few_texts


def _pattern(columns: Sequence[Sequence[_Sort]]) -> re.Pattern[str]:
    """Of a whole row: itself, its number, and a group for each sort of each column."""
    row = ""
    for sorts in columns:
        cells = [f"{re.escape(one.begin)}([^<]+){re.escape(one.end)}" for one in sorts]
        row += f"<c(?:{'|'.join((*cells, '/>'))})"
    return re.compile(f'(<row(?: r="([0-9]+)")?>{row}</row>)')


def _numbers(made: Callable[[str], Cell], found: Found) -> Sequence[Cell]:
    if _NO_DIGITS.search("".join(found)):  # other ways to write a number, or what is none
        raise NotOursError
    try:
        if "" in found:
            return [made(one) if one else None for one in found]
        return list(map(made, found))
    except ValueError as error:
        raise NotOursError from error
