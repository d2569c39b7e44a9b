"""The audit into a spreadsheet, oldest first, with all it takes to verify it; on a reader thread.

A record's digest is SHA-256, in hexadecimal, over the text of “Follows” and the JSON list of
number, seconds of UTC, operator, machine, code, subject and body, without blanks between.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simdesk.models.audit import Audited, AuditFilter, AuditHead
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.export_columns import Say
from simdesk.services.list_export import ListFile, ListKind, days_told, write_list
from simdesk.services.spreadsheets.columns import Column, Kind, Row, Value
from simdesk.services.storage.audit_store import AuditReader
from simdesk.services.storage.codec import seconds


@dataclass(frozen=True)
class AuditExport:
    """What to write where; the file's ending says whether csv or xlsx."""

    path: Path
    account: str
    question: AuditFilter
    created: datetime
    say: Say = str


@dataclass(frozen=True, slots=True)
class AuditWritten:
    """How many records a file has, and the end of the chain as it was then."""

    records: int
    head: AuditHead


def write_audit(reader: AuditReader, plan: AuditExport) -> AuditWritten:
    """Write the file; the chain's head goes into it as an anchor.

    All records are of the one state of the desk that `reader` reads. Raises KnownError for what
    the disk does; then there is no file.
    """
    head = reader.head()
    file = ListFile(plan.path, plan.account, plan.created, head, plan.say)
    kind = ListKind(
        "Audit",
        "SimDesk account",
        audit_columns(plan.say),
        text(QT_TRANSLATE_NOOP("trade", "Records")),
        _about(plan.question, plan.say),
    )
    return AuditWritten(write_list(file, kind, _rows(reader, plan.question)), head)


def audit_columns(say: Say = str) -> tuple[Column, ...]:
    """The columns of an exported audit."""
    labels: dict[Value, str] = {act.value: say(act.label) for act in Audited}

    def column(key: str, kind: Kind, title: str, width: float) -> Column:
        return Column(key, say(text(title)), kind, width)

    return (
        column("number", Kind.COUNT, QT_TRANSLATE_NOOP("trade", "Record"), 10),
        column("at", Kind.MOMENT, QT_TRANSLATE_NOOP("trade", "Time (Asia/Shanghai)"), 20),
        column("seconds", Kind.COUNT, QT_TRANSLATE_NOOP("trade", "Seconds of UTC"), 14),
        column("who", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Operator"), 16),
        column("host", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Machine"), 16),
        Column(
            "act",
            say(text(QT_TRANSLATE_NOOP("trade", "Act"))),
            Kind.WORDS,
            24,
            lambda code: labels.get(code, str(code)),
        ),
        column("code", Kind.ID, QT_TRANSLATE_NOOP("trade", "Code"), 22),
        column("subject", Kind.ID, QT_TRANSLATE_NOOP("trade", "About"), 26),
        column("body", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "What happened (JSON)"), 60),
        column("follows", Kind.ID, QT_TRANSLATE_NOOP("trade", "Follows"), 20),
        column("digest", Kind.ID, QT_TRANSLATE_NOOP("trade", "Digest"), 20),
    )


def _rows(reader: AuditReader, question: AuditFilter) -> Iterator[Row]:
    for record, body, prev in reader.records(question):
        yield (
            record.number,
            seconds(record.at),
            seconds(record.at),
            record.who,
            record.host,
            record.act,
            record.act,
            record.subject,
            body,
            prev,
            record.digest,
        )


def _about(question: AuditFilter, say: Say) -> list[tuple[Text, str]]:
    return [
        (text(QT_TRANSLATE_NOOP("trade", "Words")), question.words),
        (
            text(QT_TRANSLATE_NOOP("trade", "Acts")),
            ", ".join(sorted(say(act.label) for act in question.acts)),
        ),
        days_told(question.first, question.last),
    ]
