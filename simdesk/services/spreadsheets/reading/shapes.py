"""How rows travel out of a spreadsheet: a chunk at a time, row by row or column by column."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import zip_longest
from math import isfinite

from simdesk.models.sheets import Cell

Rows = Sequence[Sequence[Cell]]
"""Consecutive rows; each ends where its last cell does."""
Columns = Sequence[Sequence[Cell]]
"""Consecutive rows column by column, all equally long; there is at least one column."""
Merged = tuple[int, int, int, int]
"""First row, first column, last row and last column of cells that are shown as one, from 0."""
_DAY = timedelta(days=1)


def row_of(cells: Iterable[object]) -> Sequence[Cell]:
    """A row as a reader of workbooks gives it; it ends with its last cell that holds something.

    Durations become days. Readers have no other kinds of values than cells and those.
    """
    row = [_cell(cell) for cell in cells]
    while row and row[-1] is None:
        row.pop()
    return row


def _cell(value: object) -> Cell:
    if value == "":
        return None
    if isinstance(value, timedelta):
        return value / _DAY
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return value  # type: ignore[return-value]  # see `row_of`


def by_columns(rows: Rows) -> Columns:
    """The same cells column by column; short rows are filled up with blanks."""
    return list(zip_longest(*rows)) or [[None] * len(rows)]
