"""The chain of the audit: each record's digest covers the one before it (reliability.md 4.7).

Reading it: the newest records that match, a page at a time, and how many do.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, or_, select

from simdesk.models.audit import Audited, AuditFilter, AuditHead, AuditList, AuditRecord
from simdesk.models.filters import folded
from simdesk.models.periods import local, midnight
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import clean, seconds
from simdesk.services.storage.tables import audit

GENESIS = "0" * 64
"""What stands before the first record."""
UNREADABLE = "unreadable"
"""The only key of a body that is not JSON: somebody else wrote it."""
_PORTION = 500
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_COLUMNS = (*(column for column in audit.c if column.name != "prev"),)
_SEARCHED = (audit.c.who, audit.c.host, audit.c.act, audit.c.subject, audit.c.body_json)


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record about to be written; `at` is seconds of UTC in business time."""

    at: int
    who: str
    host: str
    act: Audited
    subject: str
    body: Mapping[str, object]


# Writing


def append(connection: Connection, record: NewRecord) -> AuditHead:
    """Write a record at the end of the chain, in the transaction of the act it tells of.

    Returns the new head. What no file can keep, such as half a character, is written as “?”.
    """
    last = head(connection)
    number = last.number + 1
    words = (record.who, record.host, record.act.value, record.subject)
    told = (record.at, *map(clean, words))
    body = clean(canonical(record.body))
    h = digest(last.digest, (number, *told, body))
    connection.execute(
        _APPEND,
        {
            "n": number,
            **dict(zip(("at", "who", "host", "act", "subject"), told, strict=True)),
            "body_json": body,
            "prev": last.digest,
            "h": h,
        },
    )
    return AuditHead(number, h)


_APPEND = insert(audit)


def head(connection: Connection) -> AuditHead:
    """The last record's number and digest; 0 and `GENESIS` where there is none."""
    row = connection.execute(_LAST).one_or_none()
    return AuditHead(0, GENESIS) if row is None else AuditHead(row.n, row.h)


_LAST = select(audit.c.n, audit.c.h).order_by(audit.c.n.desc()).limit(1)


def canonical(value: object) -> str:
    """JSON that is spelled in one way only."""
    return _ENCODER.encode(value)


def digest(prev: str, told: tuple[object, ...]) -> str:
    """SHA-256 over the digest before and the record as stored, in hexadecimal."""
    return hashlib.sha256((prev + canonical(told)).encode()).hexdigest()


# Reading


def listed(
    connection: Connection, question: AuditFilter, limit: int, before: int | None = None
) -> AuditList:
    """The newest records that match, at most `limit`, of those numbered below `before`."""
    matching = _matching(question)
    asked = select(*_COLUMNS).where(matching).order_by(audit.c.n.desc()).limit(limit)
    if before is not None:
        asked = asked.where(audit.c.n < before)
    found = tuple(map(_record, connection.execute(asked)))
    total = len(found)
    if total == limit or before is not None:
        counted = select(func.count()).select_from(audit).where(matching)
        total = connection.execute(counted).scalar_one()
    return AuditList(found, total)


class AuditReader:
    """What an export asks of one consistent state of the file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> AuditHead:
        """The end of the chain."""
        return head(self._connection)

    def records(self, question: AuditFilter) -> Iterator[tuple[AuditRecord, str, str]]:
        """All records that match, oldest first; with each its body as kept and its link."""
        asked = select(*audit.c).where(_matching(question)).order_by(audit.c.n)
        streaming = self._connection.execution_options(stream_results=True, yield_per=_PORTION)
        for row in streaming.execute(asked):
            yield _record(row), row.body_json, row.prev


def _matching(question: AuditFilter) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [audit.c.n.is_not(None)]
    if question.acts:
        wanted.append(audit.c.act.in_(sorted(question.acts)))
    if question.first is not None:
        wanted.append(audit.c.at >= seconds(midnight(question.first)))
    if question.last is not None:
        wanted.append(audit.c.at < seconds(midnight(question.last + timedelta(days=1))))
    wanted += [
        or_(*(dialect.contains_one_of(column, [word]) for column in _SEARCHED))
        for word in folded(question.words).split()
    ]
    return and_(*wanted)


def _record(row: Row[*tuple[object, ...]]) -> AuditRecord:
    return AuditRecord(
        row.n, _moment(row.at), row.who, row.host, row.act, row.subject, _body(row.body_json), row.h
    )


def _moment(stored: object) -> datetime:
    # A record that somebody else wrote must be shown, too; verifying tells that it is wrong.
    try:
        return local(datetime.fromtimestamp(stored, UTC))  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError, OSError):
        return local(datetime.fromtimestamp(0, UTC))


def _body(stored: object) -> Mapping[str, object]:
    try:
        body = json.loads(str(stored))
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {UNREADABLE: str(stored)}
