"""A csv file streamed from row tuples: UTF-8 with BOM, RFC 4180, no cell a formula."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import IO

from simdesk.models.usage import KB_PER_MB
from simdesk.services.spreadsheets.columns import Column, Kind, Row, Value, whole
from simdesk.services.spreadsheets.memory import MOST_NUMBERS, Remembered, Words, plain_ids
from simdesk.services.spreadsheets.sheet_text import carried, guarded
from simdesk.services.spreadsheets.zone import (
    DAY_SECONDS,
    STEADY_OFFSET,
    first_day,
    offset_of,
)

_EPOCH = date(1970, 1, 1)
_CHUNK_CELLS = 3_000
_BOM = b"\xef\xbb\xbf"
_LINE_END = "\r\n"
_QUOTED = re.compile('[",\r\n]')


class CsvWriter:
    """Writes one table; `stream` is a binary file. Raises what the stream raises."""

    def __init__(self, stream: IO[bytes], columns: Sequence[Column]) -> None:
        self._stream = stream
        # Readers pass over an empty line, so that the only field of a line is quoted.
        blank = '""' if len(columns) == 1 else ""
        numbers = _Numbers(blank)
        self._fields = tuple(_Fields(column, numbers, blank) for column in columns)
        self._chunk = max(1, _CHUNK_CELLS // len(columns))
        titles = ",".join(_field(carried(column.title)) for column in columns)
        stream.write(_BOM + titles.encode() + _LINE_END.encode())

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out so far."""
        return sum(fields.left_out for fields in self._fields)

    def write(self, rows: Sequence[Row]) -> None:
        """Append rows, each as long as the columns."""
        if rows:
            self.write_columns(list(zip(*rows, strict=True)))

    def write_columns(self, columns: Sequence[Sequence[Value]]) -> None:
        """Append rows given column by column."""
        for start in range(0, len(columns[0]), self._chunk):
            made = [
                fields.of(values[start : start + self._chunk])
                for fields, values in zip(self._fields, columns, strict=True)
            ]
            lines = _LINE_END.join(map(",".join, zip(*made, strict=True)))
            self._stream.write(lines.encode() + _LINE_END.encode())

    def finish(self, about: Sequence[tuple[str, str]], marker: Sequence[tuple[str, str]]) -> None:
        """A csv file is its table: what it is about has no place in it."""
        del about, marker

    def abandon(self) -> None:
        """Nothing is held back."""


class _Fields:
    """One column's values made fields."""

    def __init__(self, column: Column, numbers: "_Numbers", blank: str) -> None:
        self._kind = column.kind
        self._numbers = numbers
        self._words = Words(column.said)
        self._known = Remembered(lambda value: _field(self._words.carried(value)), blank)

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out so far."""
        return self._words.left_out

    def of(self, values: Sequence[Value]) -> Sequence[str]:
        """The fields of consecutive rows, in their order. Raises TypeError for a wrong kind."""
        if self._kind not in (Kind.ID, Kind.WORDS):
            return self._numbers.of(self._kind, values)
        fields = _ids(self._known, values) if self._kind is Kind.ID else self._known.of(values)
        self._words.count(values)
        return fields


class _Numbers:
    """Counts, sizes, amounts and moments made fields; the columns share what is remembered."""

    def __init__(self, blank: str) -> None:
        self._days, self._times = _Days(), _Times()
        makers = {
            Kind.COUNT: _count,
            Kind.SIZE: _size,
            Kind.MONEY: _money,
            Kind.MOMENT: self._moment,
        }
        self._known = {kind: Remembered(make, blank, MOST_NUMBERS) for kind, make in makers.items()}

    def of(self, kind: Kind, values: Sequence[Value]) -> list[str]:
        known = self._known[kind]
        if kind is Kind.SIZE:
            return _sizes(known, values)
        if kind is Kind.MOMENT:
            return _moments(known, values, self._days, self._times)
        return known.of(values)

    def _moment(self, value: Value) -> str:
        moment = whole(value)
        day, second = divmod(moment + offset_of(moment), DAY_SECONDS)
        return f"{self._days[day]} {self._times[second]}"


class _Days(dict[int, str]):
    """Days since 1970 as `2026-06-30`."""

    def __missing__(self, day: int) -> str:
        shown = self[day] = (_EPOCH + timedelta(days=day)).isoformat()
        return shown


class _Times(dict[int, str]):
    """Seconds since midnight as `09:04:00`."""

    def __missing__(self, second: int) -> str:
        shown = f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
        self[second] = shown
        return shown


def _field(words: str) -> str:
    words = guarded(words)
    if _QUOTED.search(words):
        return '"' + words.replace('"', '""') + '"'
    return words


def _count(value: Value) -> str:
    return str(whole(value))


def _size(value: Value) -> str:
    """MB with two decimals, with four where two would lose a KB."""
    kb = whole(value)
    return f"{kb / KB_PER_MB:.2f}" if kb * 100 % KB_PER_MB == 0 else f"{kb / KB_PER_MB:.4f}"


_KB_AFTER_POINT = tuple(_size(kb)[1:] for kb in range(KB_PER_MB))


# Without a call, nor a look into the memory, for each value: a million rows have as many.


def _sizes(known: Remembered, values: Sequence[Value]) -> list[str]:
    parts = _KB_AFTER_POINT
    return [
        f"{kb >> 10}{parts[kb & 1023]}" if isinstance(kb, int) and kb >= 0 else known[kb]
        for kb in values
    ]


def _moments(
    known: Remembered, values: Sequence[Value], days: "_Days", times: "_Times"
) -> list[str]:
    first = first_day(values)
    if first is None:
        return known.of(values)
    begin = first * DAY_SECONDS - STEADY_OFFSET
    return [
        f"{days[(at - begin) // DAY_SECONDS + first]} {times[(at - begin) % DAY_SECONDS]}"
        if isinstance(at, int)
        else known[at]
        for at in values
    ]


def _ids(known: Remembered, values: Sequence[Value]) -> list[str]:
    if not plain_ids(values):
        return known.of(values)
    return [one if one and "\n" not in one else known[one] for one in values]  # type: ignore[misc,operator]  # they are text


def _money(value: Value) -> str:
    sign, (units, rest) = "-" if whole(value) < 0 else "", divmod(abs(whole(value)), 100)
    return f"{sign}{units}.{rest:02d}"
