"""Cells of a spreadsheet as a desk stores them; what cannot be read is refused, never repaired.

A whole column is read at once: nearly all its cells are alike, and a million rows have many.
"""

import re
import unicodedata
from datetime import date, time
from functools import partial
from types import NoneType

from simdesk.models.sheet_cells import (
    BLANKS,
    Column,
    Reader,
    Refusal,
    Remembering,
    Value,
    kept,
    unread,
    words_of,
)
from simdesk.models.sheet_codes import code_of
from simdesk.models.sheet_fields import SheetKind, Unit, sheet_field
from simdesk.models.sheet_ids import Ids, list_of
from simdesk.models.sheet_mapping import DateOrder, MappedColumn
from simdesk.models.sheet_moments import Moments
from simdesk.models.sheets import Cell, Rejection
from simdesk.models.texts import QT_TRANSLATE_NOOP, shortened, text
from simdesk.models.usage import KB_PER_GB, KB_PER_MB, LARGEST_KB

_KB = {"KB": 1, "MB": KB_PER_MB, "GB": KB_PER_GB, "TB": 1024 * KB_PER_GB}
_LONG_UNITS: dict[str, Unit] = {"k": "KB", "m": "MB", "g": "GB", "t": "TB", "兆": "MB"}
_SIZE = re.compile(
    r"([0-9]{1,16}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.([0-9]{1,15}))?\s*(kb?|mb?|gb?|tb?|兆)?"
)
_WHOLE = re.compile(r"([0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.0+)?\s*(?:条)?")
_NO_LIMIT = frozenset({"unlimited", "no limit", "不限", "不限量", "无限", "无限制"})
_CODE_IN_WORDS = re.compile(r"[^0-9]*\(?([0-9]{1,4})\)?")
_CODED = frozenset({"status", "specific"})


def reader_of(
    column: MappedColumn, *, own: bool, order: DateOrder = "ymd", from_1904: bool = False
) -> Reader:
    """How the cells of this column are read. `own` is a file of ours, whose forms are known.

    Ids and words give text, lists lines, sizes KB, moments seconds of UTC since 1970.
    """
    about = sheet_field(column.key)
    match SheetKind.WORDS if about is None else about.kind:
        case SheetKind.ID:
            return Ids(card=column.key == "iccid", own=own)
        case SheetKind.IDS:
            return Ids(card=False, own=own, several=True)
        case SheetKind.LIST:
            return Remembering(lambda cell: kept(list_of(words_of(cell), own=own)))
        case SheetKind.CODE | SheetKind.FLAG:
            return Remembering(partial(_code, column.key))
        case SheetKind.SIZE:
            return _Sizes(column.unit)
        case SheetKind.COUNT:
            return _counts
        case SheetKind.MOMENT:
            return Moments(order, from_1904=from_1904, ends=column.key == "expires" and not own)
        case _:
            return _texts


def _texts(cells: Column) -> list[Value]:
    """Free text, letter by letter."""
    try:
        joined = "".join([cell for cell in cells if cell is not None])  # type: ignore[misc]  # others raise
        joined.encode()
    except (TypeError, UnicodeEncodeError):
        joined = "\0"
    if "\0" in joined:
        return [kept(words_of(cell)) for cell in cells]
    return [cell or None for cell in cells]  # type: ignore[misc]  # they are text


def _code(key: str, cell: Cell) -> Value:
    words = (words_of(cell) or "").strip()
    if not words or (words.casefold() in BLANKS and code_of(key, words) is None):
        return None
    found = code_of(key, words)
    if found is None and key == "status":
        found = code_of("specific", words)  # many write that one; it tells its status
    if found is not None:
        return found
    if key in _CODED and (match := _CODE_IN_WORDS.fullmatch(words)) is not None:
        return int(match[1])  # a provider may have codes that SimDesk does not know
    about = sheet_field(key)
    title = text(key) if about is None else about.title
    return Refusal(
        Rejection.BAD_VALUE,
        text(
            QT_TRANSLATE_NOOP("trade", "“{words}” is no value of {field} that SimDesk knows."),
            words=shortened(words),
            field=title,
        ),
        text(QT_TRANSLATE_NOOP("trade", "The card is shown without it.")),
    )


_NO_SIZE = QT_TRANSLATE_NOOP("trade", "“{words}” is not a data size.")
_NO_COUNT = QT_TRANSLATE_NOOP("trade", "“{words}” is not a whole number.")


class _Sizes:
    """Reads sizes as KB, rounded half up; a plain number is of the column's unit."""

    def __init__(self, unit: Unit) -> None:
        self._scale = _KB[unit]
        self._texts = Remembering(self._of_text)

    def __call__(self, cells: Column) -> list[Value]:
        scale = self._scale
        if bool in set(map(type, cells)):  # which counts as a number
            return list(map(self._one, cells))
        try:
            made = [None if cell is None else int(cell * scale + 0.5) for cell in cells]  # type: ignore[operator]  # text raises
        except (TypeError, ValueError, OverflowError):
            return list(map(self._one, cells))
        known = [kb for kb in made if kb is not None]
        if not known or (min(known) >= 0 and max(known) <= LARGEST_KB):
            return list(made)
        return list(map(self._one, cells))

    def _one(self, cell: Cell) -> Value:
        if isinstance(cell, str):
            return self._texts.one(cell)
        if cell is None:
            return None
        if isinstance(cell, bool | date | time) or not 0 <= cell * self._scale <= LARGEST_KB:
            return unread(cell, _NO_SIZE)
        return int(cell * self._scale + 0.5)

    def _of_text(self, cell: Cell) -> Value:
        words = unicodedata.normalize("NFKC", str(cell)).strip().casefold()
        if not words or words in BLANKS or words in _NO_LIMIT:
            return None
        found = _SIZE.fullmatch(words)
        if found is None:
            return unread(cell, _NO_SIZE)
        whole, fraction, unit = found[1].replace(",", ""), found[2] or "", found[3]
        scale = (
            self._scale if unit is None else _KB["MB" if unit == "兆" else f"{unit[0]}B".upper()]
        )
        parts = 10 ** len(fraction)
        kb = (int(whole + fraction) * scale * 2 + parts) // (2 * parts)
        return kb if kb <= LARGEST_KB else unread(cell, _NO_SIZE)


def _counts(cells: Column) -> list[Value]:
    kinds = set(map(type, cells))
    if kinds <= {int, float, NoneType}:
        try:
            made = [None if cell is None else int(cell) for cell in cells]  # type: ignore[arg-type]  # they are numbers
        except (ValueError, OverflowError):  # not a number, or without end
            return list(map(_count, cells))
        known = [one for one in made if one is not None]
        if made == list(cells) and (not known or 0 <= min(known) <= max(known) <= LARGEST_KB):
            return list(made)
    return list(map(_count, cells))


def _count(cell: Cell) -> Value:
    match cell:
        case None:
            return None
        case bool() | date() | time():
            return unread(cell, _NO_COUNT)
        case int() | float():
            good = 0 <= cell <= LARGEST_KB and float(cell).is_integer()
            return int(cell) if good else unread(cell, _NO_COUNT)
    words = unicodedata.normalize("NFKC", str(cell)).strip().casefold()
    if not words or words in BLANKS:
        return None
    found = _WHOLE.fullmatch(words)
    return unread(cell, _NO_COUNT) if found is None else int(found[1].replace(",", ""))
