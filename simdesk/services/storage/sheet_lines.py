"""Lines about cards in a file of their own, so that a million of them need no memory."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from threading import Lock
from typing import Any

from simdesk.models.sheet_lines import LineKind, LineQuestion, SheetLine, Stored
from simdesk.models.texts import plain_text, text_of
from simdesk.services.files import file_trouble
from simdesk.services.storage.faults import known_trouble

SUFFIX = ".lines"
_TABLE = (
    "CREATE TABLE line (number INTEGER PRIMARY KEY, kind TEXT, iccid TEXT, field TEXT, before,"
    " after, usage_kb INTEGER, card_id INTEGER, row INTEGER, cell TEXT, reason TEXT)"
)
_COLUMNS = "kind, iccid, field, before, after, usage_kb, card_id, row, cell, reason"
_PUT = f"INSERT INTO line ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SAYS = (
    "(instr(lower(iccid), :words) OR instr(lower(cell), :words)"
    " OR (typeof(before) = 'text' AND instr(lower(before), :words))"
    " OR (typeof(after) = 'text' AND instr(lower(after), :words)))"
)
_PAGE = 2_000

Codes = Mapping[str, Sequence[Stored]]
"""By field, stored codes whose words say what is sought."""


class LineStore:
    """A new file in `folder`, which `close` takes away. Any thread may ask it.

    Everything but `close` raises KnownError for what the disk does.
    """

    def __init__(self, folder: Path) -> None:
        try:
            handle, name = mkstemp(SUFFIX, "", folder)
            os.close(handle)
        except OSError as error:
            raise file_trouble(error, folder) from error
        self._path = Path(name)
        self._lock = Lock()
        self._raw = sqlite3.connect(name, check_same_thread=False, isolation_level=None)
        # Nothing here outlives the program, so nothing has to be safe.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE"):
            self._raw.execute(f"PRAGMA {pragma}")
        self._raw.execute(_TABLE)

    def put(self, lines: Iterable[SheetLine]) -> None:
        """Add lines, in their order."""
        with self._mine():
            self._raw.execute("BEGIN")
            self._raw.executemany(_PUT, map(_row, lines))
            self._raw.execute("COMMIT")

    def finish(self) -> None:
        """All lines are there: from now on they are asked for."""
        with self._mine():
            self._raw.execute("CREATE INDEX line_kind ON line (kind, field)")

    def lines(
        self, asked: LineQuestion, codes: Codes, offset: int = 0, limit: int = 200
    ) -> tuple[SheetLine, ...]:
        """A page of the lines that are wanted, in their order."""
        where, values = _where(asked, codes)
        words = f"SELECT {_COLUMNS} FROM line{where} ORDER BY number LIMIT :limit OFFSET :offset"
        with self._mine():
            found = self._raw.execute(words, {**values, "limit": limit, "offset": offset})
            return tuple(map(_line, found.fetchall()))

    def all(self, asked: LineQuestion, codes: Codes) -> Iterator[SheetLine]:
        """All the lines that are wanted, in their order, a page at a time."""
        where, values = _where(asked, codes)
        after = f"{where} AND" if where else " WHERE"
        words = f"SELECT number, {_COLUMNS} FROM line{after} number > :last ORDER BY number LIMIT"
        last = 0
        while True:
            with self._mine():
                found = self._raw.execute(f"{words} {_PAGE}", {**values, "last": last}).fetchall()
            if not found:
                return
            yield from (_line(row[1:]) for row in found)
            last = found[-1][0]

    def count(self, asked: LineQuestion, codes: Codes) -> int:
        """How many lines are wanted."""
        where, values = _where(asked, codes)
        with self._mine():
            (count,) = self._raw.execute(f"SELECT count(*) FROM line{where}", values).fetchone()
        return int(count)

    @contextmanager
    def _mine(self) -> Iterator[None]:
        """The connection is this thread's."""
        try:
            with self._lock:
                yield
        except sqlite3.Error as error:
            raise known_trouble(error, self._path) or error from error

    def close(self) -> None:
        """Take the file away; a second time does nothing."""
        with self._lock:
            self._raw.close()
            self._path.unlink(missing_ok=True)


def _where(asked: LineQuestion, codes: Codes) -> tuple[str, dict[str, Any]]:
    parts: list[str] = []
    values: dict[str, Any] = {}
    if asked.kind is not None:
        parts.append("kind = :kind")
        values["kind"] = asked.kind.value
    if asked.field is not None:
        parts.append("field = :field")
        values["field"] = asked.field
    if asked.words.strip():
        values["words"] = _lowered(asked.words.strip())
        says = [_SAYS]
        for place, (name, listed) in enumerate(codes.items()):
            values |= {f"n{place}": name, f"c{place}": json.dumps(list(listed))}
            among = f"(SELECT value FROM json_each(:c{place}))"
            says.append(f"(field = :n{place} AND (before IN {among} OR after IN {among}))")
        parts.append(f"({' OR '.join(says)})")
    return (f" WHERE {' AND '.join(parts)}" if parts else ""), values


def _lowered(words: str) -> str:
    """As SQLite's own lower: ASCII letters alone."""
    return words.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def _row(line: SheetLine) -> tuple[Any, ...]:
    reason = line.reason
    told = None if reason is None else json.dumps(plain_text(reason), default=str)
    return (
        line.kind.value,
        line.iccid,
        line.field,
        line.before,
        line.after,
        line.usage_kb,
        line.card_id,
        line.row,
        line.cell,
        told,
    )


def _line(row: Sequence[Any]) -> SheetLine:
    kind, iccid, field, before, after, usage, card_id, number, cell, reason = row
    told = None if reason is None else text_of(json.loads(reason))
    return SheetLine(
        LineKind(kind), iccid, field, before, after, usage, card_id, number, cell, told
    )
