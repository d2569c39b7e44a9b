"""Lists of cards in a column of a spreadsheet, such as “suspend these 8,000”: a cell, a card.

    rows = [listed_row(17, "89860321000000015668"), ...]   # every row that has a cell
    report = sort_rows(rows, lookup, cancelled)            # five buckets that sum to the rows

`lookup` and `cancelled` are those of `paste.sort_paste`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from simdesk.models.numbers import classify, cleaned, kinds_of
from simdesk.models.paste import Bin, Binned, Pasted
from simdesk.models.sheets import Cell
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_NUMERIC = text(
    QT_TRANSLATE_NOOP(
        "trade",
        "The number stands in a numeric cell, of which a spreadsheet program keeps 15 digits:"
        " nobody can know which card is meant. Format the column as text at the source and copy it"
        " again.",
    )
)
_NOT_FOUND = text(QT_TRANSLATE_NOOP("trade", "The desk does not know this card."))
_DUPLICATE = text(QT_TRANSLATE_NOOP("trade", "An earlier row is about the same card."))
_AMBIGUOUS = text(QT_TRANSLATE_NOOP("trade", "Several cards have this number."))


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list: its number in the sheet, from 1, the cell as it came, and what it may be.

    `why` says why it names no card; None for a number in good form.
    """

    row: int
    pasted: Pasted
    why: Text | None = None

    @property
    def words(self) -> str:
        return self.pasted.words


@dataclass(frozen=True, slots=True)
class ListReport:
    """What became of the rows of a list; `rows` counts all of them.

    `found` holds the ids of the cards, distinct, in the order of the list: as many as rows in that
    bucket. The other buckets hold their rows, each with its reason.
    """

    found: tuple[int, ...]
    rows: int
    not_found: tuple[ListedRow, ...]
    duplicate: tuple[ListedRow, ...]
    ambiguous: tuple[ListedRow, ...]
    malformed: tuple[ListedRow, ...]


def listed_row(row: int, cell: Cell) -> ListedRow | None:
    """The row, None for a blank cell.

    A number in a numeric cell is never repaired: it is malformed, and so says why.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if not isinstance(cell, str):
        return ListedRow(row, Pasted(str(cell), "", ()), _NUMERIC)
    words = cell.strip().strip("\"'“”‘’\ufeff\u200b").removeprefix("=").strip('"')
    number = cleaned(words)
    kinds = kinds_of(number)
    why = None if kinds else classify(words)
    return ListedRow(row, Pasted(cell, number, kinds), why if isinstance(why, Text) else None)


def sort_rows(
    rows: Iterable[ListedRow],
    lookup: Mapping[str, Collection[int]],
    cancelled: Collection[int] = frozenset(),
) -> ListReport:
    """Sort the rows of a list into found, not found, duplicate, ambiguous and malformed."""
    binned = Binned(lookup, cancelled)
    bins: dict[Bin, list[ListedRow]] = {one: [] for one in Bin}
    for row in rows:
        name = binned.bin_of(row.pasted)
        bins[name].append(ListedRow(row.row, row.pasted, row.why or _WHY.get(name)))
    count = sum(map(len, bins.values()))
    del bins[Bin.FOUND]
    lists = {name.value: tuple(held) for name, held in bins.items()}
    return ListReport(tuple(binned.found), count, **lists)


_WHY = {
    Bin.NOT_FOUND: _NOT_FOUND,
    Bin.DUPLICATE: _DUPLICATE,
    Bin.AMBIGUOUS: _AMBIGUOUS,
}
