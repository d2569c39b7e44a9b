"""The audit into a spreadsheet, oldest first, with all it takes to verify it; on a reader thread.

A record's digest is SHA-256, in hexadecimal, over the text of “Follows” and the JSON list of
number, seconds of UTC, operator, machine, code, subject and body, without blanks between.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO

from simdesk.models.audit import Audited, AuditFilter, AuditHead
from simdesk.models.periods import local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.departures import MARK
from simdesk.services.export_columns import Say
from simdesk.services.files import write_atomically
from simdesk.services.spreadsheets.columns import Column, Kind, Row, TableWriter, Value
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from simdesk.services.storage.audit_store import AuditReader

SHEET = "Audit"
_PORTION = 500


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
    head, written = reader.head(), 0
    rows = _rows(reader, plan.question)
    with write_atomically(plan.path) as file:
        writer = _writer(file, plan)
        try:
            while portion := list(islice(rows, _PORTION)):
                writer.write(portion)
                written += len(portion)
            marker = [(MARK, head.mark), ("SimDesk account", plan.account[:255])]
            writer.finish(_about(plan, written, head), marker)
        except BaseException:
            writer.abandon()
            raise
    return AuditWritten(written, head)


def _writer(file: IO[bytes], plan: AuditExport) -> TableWriter:
    columns = audit_columns(plan.say)
    if plan.path.suffix.lower() == ".csv":
        return CsvWriter(file, columns)
    return XlsxWriter(file, columns, plan.created, name=SHEET)


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
        seconds = int(record.at.timestamp() // 1)
        yield (
            record.number,
            seconds,
            seconds,
            record.who,
            record.host,
            record.act,
            record.act,
            record.subject,
            body,
            prev,
            record.digest,
        )


def _about(plan: AuditExport, written: int, head: AuditHead) -> list[tuple[str, str]]:
    question, say = plan.question, plan.say
    days = " – ".join("" if day is None else f"{day}" for day in (question.first, question.last))
    told: list[tuple[Text, str]] = [
        (text(QT_TRANSLATE_NOOP("trade", "Exported by")), "SimDesk"),
        (text(QT_TRANSLATE_NOOP("trade", "Account")), plan.account),
        (
            text(QT_TRANSLATE_NOOP("trade", "Exported at")),
            f"{local(plan.created):%Y-%m-%d %H:%M:%S} Asia/Shanghai",
        ),
        (text(QT_TRANSLATE_NOOP("trade", "Records")), str(written)),
        (text(QT_TRANSLATE_NOOP("trade", "Words")), question.words),
        (
            text(QT_TRANSLATE_NOOP("trade", "Acts")),
            ", ".join(sorted(say(act.label) for act in question.acts)),
        ),
        (text(QT_TRANSLATE_NOOP("trade", "Days")), days if days != " – " else ""),
        (text(QT_TRANSLATE_NOOP("trade", "Audit head")), head.mark),
    ]
    return [(say(label), value) for label, value in told]
