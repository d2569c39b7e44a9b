"""What is held against something else: a spreadsheet opened for review, or a desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from simdesk.models.periods import Month
from simdesk.models.texts import Text


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that reading refused: where it is (row from 1, cell such as "B17" or ""), and why."""

    row: int
    cell: str
    reason: Text


@dataclass(frozen=True, slots=True)
class SheetSide:
    """A desk file with cards, and what is known of where they come from.

    `fields` are the export columns it tells, None for a desk, which tells all; `months` those whose
    days it tells. `columns` gives the place of each field in its sheet, A being 0: a review's cards
    have the rows of the sheet as ids, counted on through all sheets; `starts` are the ids before
    the first row of each. `refused_rows` counts all rows that reading refused, `refused` tells the
    first of them. `unread` says of cells that reading refused, by the card's id and the field, why:
    they are blank, which is no wish.
    """

    path: Path
    label: str
    account: str | None = None
    fields: frozenset[str] | None = None
    months: frozenset[Month] = frozenset()
    exported_at: datetime | None = None
    export_id: int | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    refused_rows: int = 0
    refused: tuple[RefusedRow, ...] = ()
    starts: tuple[int, ...] = (0,)
    unread: Mapping[tuple[int, str], Text] = field(default_factory=dict)

    def tells(self, name: str) -> bool:
        return self.fields is None or name in self.fields

    def cell(self, row: int, name: str) -> str:
        """The address of a field's cell, such as "C17"; the row alone where there is no column."""
        number = row - max((start for start in self.starts if start < row), default=0)
        place = self.columns.get(name)
        return str(number) if place is None else f"{_letters(place)}{number}"


def _letters(place: int) -> str:
    letters, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
