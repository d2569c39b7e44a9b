"""A spreadsheet as the reading process sees it: sheets, their first rows, columns in chunks."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice, zip_longest
from pathlib import Path
from typing import Final, Protocol

from simdesk.models.sheet_guessing import HEADER_WITHIN
from simdesk.models.sheet_mapping import Head
from simdesk.models.sheets import Cell, OwnMark

HEAD_ROWS: Final = HEADER_WITHIN + 30
"""Rows that are looked at to understand a sheet."""
_MOST_SHEETS = 100


class Source(Protocol):
    """An open file; `spreadsheets.reading` makes them. Raises SheetRejectedError while read."""

    @property
    def format(self) -> str: ...
    @property
    def own(self) -> OwnMark | None: ...
    @property
    def sheets(self) -> Sequence[str]: ...
    def rows(self, sheet: str) -> Iterator[Sequence[Sequence[Cell]]]: ...
    def merged(self, sheet: str) -> Sequence[tuple[int, int, int, int]]: ...


Opening = Callable[[Path], AbstractContextManager[Source]]


def heads(source: Source) -> list[Head]:
    """The first rows of each sheet."""
    return [
        Head(sheet, _first_rows(source, sheet), source.merged(sheet))
        for sheet in islice(source.sheets, _MOST_SHEETS)
    ]


def _first_rows(source: Source, sheet: str) -> list[Sequence[Cell]]:
    found: list[Sequence[Cell]] = []
    for chunk in source.rows(sheet):
        found += chunk
        if len(found) >= HEAD_ROWS:
            break
    return found[:HEAD_ROWS]


def chunks(source: Source, sheet: str, skipped: int) -> Iterator[tuple[int, list[Sequence[Cell]]]]:
    """The rows below the first `skipped`: the number of the first, from 1, and their columns."""
    number = 1
    for rows in source.rows(sheet):
        kept = rows[max(0, skipped + 1 - number) :]
        if kept:
            yield number + len(rows) - len(kept), columns_of(kept)
        number += len(rows)


def columns_of(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """Rows as columns, all equally long; what a short row lacks is blank."""
    if len(set(map(len, rows))) == 1:
        return list(zip(*rows, strict=True))
    return list(zip_longest(*rows))
