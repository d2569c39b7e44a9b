"""What else writes a table of cards: each the usual way, at its fastest, given ready rows.

The rows are in memory, as storage reads them; reading them is not in a peer's time, in ours it is.
"""

import csv
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pandas as pd
import xlsxwriter

from simdesk.models.periods import ZONE
from simdesk.services.spreadsheets.columns import Column, Kind, Row, Value
from simdesk.services.spreadsheets.sheet_text import guarded

TEXTS = (Kind.ID, Kind.WORDS)


class Said(dict[Value, str]):
    """A column's values in words, each said once."""

    def __init__(self, column: Column) -> None:
        super().__init__({None: "", "": ""})
        self._column = column

    def __missing__(self, value: Value) -> str:
        said = self[value] = self._column.said(value)
        return said


def by_xlsxwriter(path: Path, about: Sequence[Column], rows: Sequence[Row]) -> None:
    """XlsxWriter in constant memory: the type of each cell is told, nothing is guessed."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    words = book.add_format({"num_format": "@"})
    size = book.add_format({"num_format": "#,##0.00"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    for place, column in enumerate(about):
        sheet.write_string(0, place, column.title)
    shown = [(column.kind, Said(column)) for column in about]
    for line, row in enumerate(rows, 1):
        for place, ((kind, said), value) in enumerate(zip(shown, row, strict=True)):
            if value is None or value == "":
                continue
            if kind in TEXTS:
                sheet.write_string(line, place, said[value], words)
            elif kind is Kind.SIZE:
                sheet.write_number(line, place, int(value) / 1024, size)
            elif kind is Kind.MOMENT:
                day = (int(value) + 28_800) / 86_400 + 25_569
                sheet.write_number(line, place, day, moment)
            else:
                sheet.write_number(line, place, int(value))
    book.close()


def by_pandas(path: Path, about: Sequence[Column], rows: Sequence[Row]) -> None:
    """pandas with openpyxl behind it."""
    table: dict[str, list[object]] = {}
    for column, values in zip(about, zip(*rows, strict=True), strict=True):
        said = Said(column)
        if column.kind in TEXTS:
            table[column.title] = [said[value] or None for value in values]
        elif column.kind is Kind.SIZE:
            table[column.title] = [None if kb is None else int(kb) / 1024 for kb in values]
        elif column.kind is Kind.MOMENT:
            table[column.title] = [_naive(value) for value in values]
        else:
            table[column.title] = list(values)
    pd.DataFrame(table).to_excel(path, index=False, engine="openpyxl")


def _naive(moment: Value) -> datetime | None:
    if moment is None:
        return None
    return datetime.fromtimestamp(int(moment), ZONE).replace(tzinfo=None)


def by_csv_module(path: Path, about: Sequence[Column], rows: Sequence[Row]) -> None:
    """The csv module, writing the very words that our file has."""
    shown = [(column.kind, Said(column)) for column in about]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([column.title for column in about])
        for row in rows:
            line: list[object] = []
            for (kind, said), value in zip(shown, row, strict=True):
                if value is None or kind is Kind.COUNT:
                    line.append(value)
                elif kind in TEXTS:
                    line.append(guarded(said[value]))
                elif kind is Kind.SIZE:
                    kb = int(value)
                    line.append(f"{kb / 1024:.2f}" if kb * 100 % 1024 == 0 else f"{kb / 1024:.4f}")
                else:
                    at = datetime.fromtimestamp(int(value), ZONE)
                    line.append(f"{at:%Y-%m-%d %H:%M:%S}")
            out.writerow(line)
