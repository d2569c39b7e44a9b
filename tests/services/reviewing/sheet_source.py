"""A source of rows for tests of what is made of them: lists, and csv files in UTF-8 with commas."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from simdesk.models.sheets import OwnMark
from simdesk.services.spreadsheets.reading.shapes import Columns, Rows, by_columns


@dataclass
class ListedSource:
    """Sheets as lists of rows, told `chunk` rows at a time."""

    tables: Mapping[str, Rows]
    own: OwnMark | None = None
    merged_cells: Mapping[str, Sequence[tuple[int, int, int, int]]] = field(default_factory=dict)
    chunk: int = 500
    format: str = "xlsx"

    @property
    def sheets(self) -> Sequence[str]:
        return tuple(self.tables)

    def rows(self, sheet: str) -> Iterator[Rows]:
        rows = self.tables[sheet]
        for start in range(0, len(rows), self.chunk):
            yield rows[start : start + self.chunk]

    def columns(self, sheet: str) -> Iterator[Columns]:
        return map(by_columns, self.rows(sheet))

    def merged(self, sheet: str) -> Sequence[tuple[int, int, int, int]]:
        return self.merged_cells.get(sheet, ())


@contextmanager
def open_plain_csv(path: Path) -> Iterator[ListedSource]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield ListedSource({"csv": list(csv.reader(file))}, format="csv")
