"""How rows travel out of a spreadsheet: a chunk at a time, row by row or column by column."""

from collections.abc import Sequence
from itertools import zip_longest

from simdesk.models.sheets import Cell

Rows = Sequence[Sequence[Cell]]
"""Consecutive rows; each ends where its last cell does."""
Columns = Sequence[Sequence[Cell]]
"""Consecutive rows column by column, all equally long; there is at least one column."""
Merged = tuple[int, int, int, int]
"""First row, first column, last row and last column of cells that are shown as one, from 0."""


def by_columns(rows: Rows) -> Columns:
    """The same cells column by column; short rows are filled up with blanks."""
    return list(zip_longest(*rows)) or [[None] * len(rows)]
