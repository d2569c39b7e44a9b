"""Walking the chain of the audit from its first record, beside what was anchored (4.7).

On plain sqlite3 connections: what cannot be opened as a desk any more is still verified.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from simdesk.models.audit import AuditHead
from simdesk.models.audit_chain import Anchor, Breach, Broken, ChainVerdict
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.files import reading_trouble
from simdesk.services.storage import opening
from simdesk.services.storage.audit_store import GENESIS, digest
from simdesk.services.storage.desk_file import looked_into
from simdesk.services.storage.faults import damaged, known_trouble, primary_code
from simdesk.services.storage.jobs import AbandonedError

Progress = Callable[[int, int], None]
"""Hears of records walked and in all, now and then on the walking thread."""
Row = Sequence[Any]
"""A record as kept: n, at, who, host, act, subject, body_json, prev, h."""

_CHUNK = 5_000
_ROWS = "SELECT n, at, who, host, act, subject, body_json, prev, h FROM audit ORDER BY n"
_LAST = "SELECT coalesce(max(n), 0) FROM audit"
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR})


class ChainWalk:
    """Takes records in the order of their numbers until one does not fit."""

    def __init__(self, anchors: Iterable[Anchor] = ()) -> None:
        self._anchors = deque(sorted(anchors, key=lambda anchor: anchor.head.number))
        self._agreed = 0
        self._sure = 0
        self.head = AuditHead(0, GENESIS)
        self.broken: Broken | None = None

    def take(self, row: Row) -> bool:
        """Look at the next record; False once the chain is broken."""
        number, *told, prev, h = row
        self.broken = self._fault(number, told, prev, h)
        if self.broken is None:
            self.head = AuditHead(number, h)
            self.broken = self._contradiction()
        return self.broken is None

    def _fault(self, number: int, told: Sequence[Any], prev: str, h: str) -> Broken | None:
        expected = self.head.number + 1
        if number > expected:
            return Broken(expected, Breach.MISSING)
        if number < expected or prev != self.head.digest:
            return Broken(number, Breach.UNLINKED)
        try:
            fits = digest(prev, (number, *told)) == h
        except (TypeError, ValueError):
            fits = False  # bytes, or half a character: nothing we ever wrote
        return None if fits else Broken(number, Breach.ALTERED)

    def _contradiction(self) -> Broken | None:
        number = self.head.number
        while self._anchors and self._anchors[0].head.number <= number:
            anchor = self._anchors.popleft()
            if anchor.head != self.head:
                return Broken(number, Breach.REWRITTEN, self._sure + 1, anchor)
            self._agreed += 1
            self._sure = number
        return None

    def end(self) -> ChainVerdict:
        """There are no more records: what was anchored behind the last of them was cut off."""
        if self.broken is None and self._anchors:
            self.broken = Broken(self.head.number + 1, Breach.CUT_OFF, None, self._anchors[-1])
        return ChainVerdict(self.head, self._agreed, self.broken)

    def damaged(self) -> None:
        """The next record could not be read."""
        self.broken = Broken(self.head.number + 1, Breach.UNREADABLE)


def verify_rows(rows: Iterable[Row], anchors: Iterable[Anchor] = ()) -> ChainVerdict:
    """Walk records that come in the order of their numbers."""
    walk = ChainWalk(anchors)
    for row in rows:
        if not walk.take(row):
            break
    return walk.end()


def verify_raw(
    raw: sqlite3.Connection, anchors: Iterable[Anchor] = (), progress: Progress | None = None
) -> ChainVerdict:
    """Walk the chain of one consistent state of the file, reading only.

    A place that the disk or SQLite cannot read is a broken record. Raises sqlite3.Error for
    anything else, such as a file without an audit.
    """
    walk = ChainWalk(anchors)
    decoding = raw.text_factory
    raw.text_factory = _decoded
    try:
        with closing(raw.cursor()) as cursor:
            _walk(cursor, walk, progress)
    except sqlite3.Error as error:
        if primary_code(error) not in _DAMAGE:
            raise
        walk.damaged()
    finally:
        raw.text_factory = decoding
    return walk.end()


def _walk(cursor: sqlite3.Cursor, walk: ChainWalk, progress: Progress | None) -> None:
    total = _last(cursor)
    # Row by row: of a portion that ends in a damaged page, nothing would be seen.
    for place, row in enumerate(cursor.execute(_ROWS), 1):
        if not walk.take(row):
            return
        if progress is not None and place % _CHUNK == 0:
            progress(place, max(place, total))


def _last(cursor: sqlite3.Cursor) -> int:
    try:
        return int(cursor.execute(_LAST).fetchone()[0])
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in _DAMAGE:
            raise
        return 0  # the end is damaged; what stands before it is still walked


def _decoded(stored: bytes) -> str:
    # What is not UTF-8 any more must fail its digest, not the reading of it.
    return stored.decode("utf-8", "surrogateescape")


def verify(
    connection: Connection, anchors: Iterable[Anchor] = (), progress: Progress | None = None
) -> ChainVerdict:
    """Walk the chain of an open desk."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    try:
        return verify_raw(raw, anchors, progress)
    except sqlite3.OperationalError as error:
        if primary_code(error) == sqlite3.SQLITE_INTERRUPT:
            raise AbandonedError from error
        raise


def verify_file(
    path: Path, anchors: Iterable[Anchor] = (), progress: Progress | None = None
) -> ChainVerdict:
    """Walk the chain of a desk that nobody here has open, damaged ones too; nothing is written.

    Raises KnownError when it is no desk, is newer than this program or has no audit.
    """
    try:
        opening.check_header(path)
        with closing(looked_into(path)) as raw:
            raw.execute("PRAGMA trusted_schema=OFF")
            # Nothing is written; with it SQLite reads what is left of a file that lost its end.
            raw.execute("PRAGMA writable_schema=ON")
            if raw.execute(_FIND_AUDIT).fetchone() is None:
                raise _without_audit(path)
            return verify_raw(raw, anchors, progress)
    except OSError as error:
        raise reading_trouble(error, path) from error
    except sqlite3.Error as error:
        raise known_trouble(error, path) or damaged(path) from error


_FIND_AUDIT = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit'"


def _without_audit(path: Path) -> KnownError:
    return KnownError(
        text(QT_TRANSLATE_NOOP("trade", "“{path}” has no audit."), path=str(path)),
        text(
            QT_TRANSLATE_NOOP(
                "trade", "It begins when this SimDesk first opens the fleet: open it once."
            )
        ),
    )
