"""A spreadsheet's cell as words, and what is said of one that cannot be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from simdesk.models.sheets import Cell, Rejection
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text

Stored = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a cell is not read; its address is known to whoever asked."""

    why: Rejection
    message: Text
    remedy: Text


Value = Stored | Refusal
Column = Sequence[Cell]
Reader = Callable[[Column], list[Value]]
"""Reads a column: as many values as cells, None for blank ones."""

BLANKS: Final = frozenset(
    {"-", "--", "—", "——", "/", "n/a", "na", "null", "none", "nil", "无", "空"}
)
"""What people and programs write for nothing; in free text they are words like any other."""
_MOST_KNOWN = 50_000  # different texts of a column that are remembered


class Remembering:
    """Reads each different cell once."""

    def __init__(self, read: Callable[[Cell], Value]) -> None:
        self._read = read
        self._known: dict[str, Value] = {}

    def __call__(self, cells: Column) -> list[Value]:
        known = self._known
        try:
            return [None if cell is None else known[cell] for cell in cells]  # type: ignore[index]  # others miss
        except KeyError:
            return list(map(self.one, cells))

    def one(self, cell: Cell) -> Value:
        if not isinstance(cell, str):  # 1, 1.0 and True would be one and the same key
            return None if cell is None else self._read(cell)
        if cell not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[cell] = self._read(cell)
        return self._known[cell]


def words_of(cell: Cell) -> str | None:
    """A cell as text, letter by letter; numbers and dates as a person would write them."""
    match cell:
        case None | "":
            return None
        case str():
            return cell
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M:%S}".removesuffix(" 00:00:00")
    return str(cell)


def unread(cell: Cell, what: str) -> Refusal:
    return Refusal(
        Rejection.BAD_VALUE,
        text(what, words=shortened(words_of(cell) or "")),
        text(QT_TRANSLATE_NOOP("trade", "The card is shown without it.")),
    )


def kept(value: Value) -> Value:
    """The same, refused where it is a text that no database can keep."""
    if not isinstance(value, str) or (value.isascii() and "\0" not in value):
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return unread(value.encode(errors="replace").decode(), _NO_TEXT)
    return unread(value, _NO_TEXT) if "\0" in value else value


_NO_TEXT = QT_TRANSLATE_NOOP("trade", "“{words}” has characters that are no text.")
