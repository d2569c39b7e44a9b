"""A csv file streamed from row tuples: UTF-8 with BOM, RFC 4180, no cell a formula."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import IO

from simdesk.models.periods import local
from simdesk.models.usage import KB_PER_MB
from simdesk.services.spreadsheets.columns import Column, Kind, Row, Value, whole
from simdesk.services.spreadsheets.sheet_text import carried, guarded

_MOMENT = "%Y-%m-%d %H:%M:%S"
_CHUNK_CELLS = 3_000
_REMEMBERED = 20_000
_BOM = b"\xef\xbb\xbf"


class CsvWriter:
    """Writes one table; `stream` is a binary file. Raises what the stream raises."""

    def __init__(self, stream: IO[bytes], columns: Sequence[Column]) -> None:
        self._stream = stream
        self._fields = tuple(_Fields(column) for column in columns)
        self._chunk = max(1, _CHUNK_CELLS // len(columns))
        stream.write(_BOM)
        self._put([tuple(guarded(carried(column.title)) for column in columns)])

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out so far."""
        return sum(fields.left_out for fields in self._fields)

    def write(self, rows: Sequence[Row]) -> None:
        """Append rows, each as long as the columns."""
        for start in range(0, len(rows), self._chunk):
            columns = zip(*rows[start : start + self._chunk], strict=True)
            made = [fields.of(values) for fields, values in zip(self._fields, columns, strict=True)]
            self._put(list(zip(*made, strict=True)))

    def finish(self, about: Sequence[tuple[str, str]], marker: Sequence[tuple[str, str]]) -> None:
        """A csv file is its table: what it is about has no place in it."""
        del about, marker

    def abandon(self) -> None:
        """Nothing is held back."""

    def _put(self, rows: Sequence[Sequence[str]]) -> None:
        lines = io.StringIO(newline="")
        csv.writer(lines, lineterminator="\r\n").writerows(rows)
        self._stream.write(lines.getvalue().encode())


class _Fields:
    """One column's values made fields, remembering those that come again."""

    def __init__(self, column: Column) -> None:
        self.left_out = 0
        self._known: dict[Value, str] = {None: "", "": ""}
        self._make: Callable[[Value], str] = {
            Kind.COUNT: _count,
            Kind.SIZE: _size,
            Kind.MOMENT: _moment,
        }.get(column.kind, self._words)
        self._said = column.said

    def of(self, values: Sequence[Value]) -> list[str]:
        known = self._known
        try:
            return [known[value] for value in values]
        except KeyError:
            return [self._field(value) for value in values]

    def _field(self, value: Value) -> str:
        field = self._known.get(value)
        if field is None:
            before = self.left_out
            field = self._make(value)
            if len(self._known) < _REMEMBERED and self.left_out == before:
                self._known[value] = field
        return field

    def _words(self, value: Value) -> str:
        words = self._said(value)
        kept = carried(words)
        self.left_out += len(words) - len(kept)
        return guarded(kept)


def _count(value: Value) -> str:
    return str(whole(value))


def _size(value: Value) -> str:
    """MB with two decimals, with four where two would lose a KB."""
    kb = whole(value)
    return f"{kb / KB_PER_MB:.2f}" if kb * 100 % KB_PER_MB == 0 else f"{kb / KB_PER_MB:.4f}"


def _moment(value: Value) -> str:
    return local(datetime.fromtimestamp(whole(value), UTC)).strftime(_MOMENT)
