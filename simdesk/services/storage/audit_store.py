"""The chain of the audit: each record's digest covers the one before it (reliability.md 4.7)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from simdesk.models.audit import Audited, AuditHead
from simdesk.services.storage.tables import audit

GENESIS = "0" * 64
"""What stands before the first record."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record about to be written; `at` is seconds of UTC in business time."""

    at: int
    who: str
    host: str
    act: Audited
    subject: str
    body: Mapping[str, object]


def append(connection: Connection, record: NewRecord) -> None:
    """Write a record at the end of the chain, in the transaction of the act it tells of."""
    last = head(connection)
    number = last.number + 1
    told = (record.at, record.who, record.host, record.act.value, record.subject)
    body = canonical(record.body)
    connection.execute(
        insert(audit),
        {
            "n": number,
            **dict(zip(("at", "who", "host", "act", "subject"), told, strict=True)),
            "body_json": body,
            "prev": last.digest,
            "h": digest(last.digest, (number, *told, body)),
        },
    )


def head(connection: Connection) -> AuditHead:
    """The last record's number and digest; 0 and `GENESIS` where there is none."""
    row = connection.execute(_LAST).one_or_none()
    return AuditHead(0, GENESIS) if row is None else AuditHead(row.n, row.h)


_LAST = select(audit.c.n, audit.c.h).order_by(audit.c.n.desc()).limit(1)


def canonical(value: object) -> str:
    """JSON that is spelled in one way only."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(prev: str, told: tuple[object, ...]) -> str:
    """SHA-256 over the digest before and the record as stored, in hexadecimal."""
    return hashlib.sha256((prev + canonical(told)).encode()).hexdigest()
