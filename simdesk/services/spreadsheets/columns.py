"""What a spreadsheet column holds, and the rows that fill it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

Value = str | int | None
Row = tuple[Value, ...]


class Kind(Enum):
    """What a column's values are; an empty string and None leave the cell blank."""

    ID = "id"
    """A number that is a name: str, text in every program, never repaired or rounded."""
    WORDS = "words"
    """Free text: str."""
    COUNT = "count"
    """A whole number: int."""
    SIZE = "size"
    """Data usage: int KB, shown as MB."""
    MONEY = "money"
    """An amount: int minor units, shown with two decimals; its currency has a column of its own."""
    MOMENT = "moment"
    """Whole seconds of UTC since 1970, shown in Asia/Shanghai."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` for programs, `title` for people, `width` in characters.

    `said` turns a stored value (a code, a flag) into words; it is asked once per value, not per
    cell, and never for None. A `hidden` one is for programs: an xlsx file has it folded away.
    """

    key: str
    title: str
    kind: Kind
    width: float = 14
    said: Callable[[Value], str] = str
    hidden: bool = False


class TableWriter(Protocol):
    """Writes a table to an open binary file, row by row, in constant memory."""

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out so far."""
        ...

    def write(self, rows: Sequence[Row]) -> None:
        """Append rows; a few hundred at a time keep the interpreter free for others."""
        ...

    def write_columns(self, columns: Sequence[Sequence[Value]]) -> None:
        """Append rows given column by column, all equally long."""
        ...

    def finish(self, about: Sequence[tuple[str, str]], marker: Sequence[tuple[str, str]]) -> None:
        """Write what comes last: `about` is told to people, `marker` to programs."""
        ...

    def abandon(self) -> None:
        """Let go of a file that will not be finished; nothing more is written to it."""
        ...


def whole(value: Value) -> int:
    """A count, size, amount or moment. Raises TypeError for what is not a whole number."""
    if not isinstance(value, int):
        raise TypeError(f"not a whole number: {value!r}")
    return value
