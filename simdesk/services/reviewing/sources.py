"""A spreadsheet as the reading process sees it: sheets, their first rows, columns in chunks."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import Final

from simdesk.models.sheet_guessing import HEADER_WITHIN
from simdesk.models.sheet_mapping import Head
from simdesk.models.sheets import Cell
from simdesk.services.spreadsheets.reading.shapes import Columns
from simdesk.services.spreadsheets.reading.source import Source

HEAD_ROWS: Final = HEADER_WITHIN + 30
"""Rows that are looked at to understand a sheet."""
_MOST_SHEETS = 100
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


def chunks(source: Source, sheet: str, skipped: int) -> Iterator[tuple[int, Columns]]:
    """The rows below the first `skipped`: the number of the first, from 1, and their columns."""
    number = 1
    for columns in source.columns(sheet):
        size, begin = len(columns[0]), max(0, skipped + 1 - number)
        if begin < size:
            below = [column[begin:] for column in columns] if begin else columns
            yield number + begin, below
        number += size
