"""Reads what our writers wrote, with other people's programs."""

import csv
import io
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine

from simdesk.services.spreadsheets.sheet_text import unguarded

_LOOKALIKE = re.compile("_x([0-9A-Fa-f]{4})_")


def by_openpyxl(path: Path, sheet: str = "Cards") -> list[list[Any]]:
    """Every cell of a sheet; None for a blank one."""
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return [[unescaped(cell.value) for cell in row] for row in book[sheet].iter_rows()]
    finally:
        book.close()


def by_calamine(path: Path, sheet: str = "Cards") -> list[list[Any]]:
    """Every cell of a sheet; an empty string for a blank one."""
    with path.open("rb") as file:
        book = python_calamine.CalamineWorkbook.from_filelike(file)
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [[_with_time(value) for value in row] for row in rows]


def _with_time(value: Any) -> Any:
    # calamine takes a midnight for a mere day.
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value


def by_csv(content: bytes) -> list[list[str]]:
    """Every field, the formula guard undone."""
    lines = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [[unguarded(field) for field in line] for line in csv.reader(lines, strict=True)]


def unescaped(value: Any) -> Any:
    """Undo the escape of look-alikes, which openpyxl leaves in inline strings."""
    if not isinstance(value, str):
        return value
    return _LOOKALIKE.sub(lambda match: chr(int(match[1], 16)), value)
