"""A list into a spreadsheet: its rows, what it is about, and the audit's head as an anchor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import IO

from simdesk.models.audit import FILE_MARK, AuditHead
from simdesk.models.periods import local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.export_columns import Say
from simdesk.services.files import write_atomically
from simdesk.services.spreadsheets.columns import Column, Row, TableWriter
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter

_PORTION = 500


@dataclass(frozen=True)
class ListFile:
    """Where a list goes; the file's ending says whether csv or xlsx."""

    path: Path
    account: str
    created: datetime
    head: AuditHead
    """The end of the audit's chain, which stands in the file."""
    say: Say = str


@dataclass(frozen=True)
class ListKind:
    """What a list is of: `sheet` names its first sheet, `marker` tells programs whose it is.

    `counted` says to people what its rows are, `about` what else is told of it.
    """

    sheet: str
    marker: str
    columns: Sequence[Column]
    counted: Text
    about: Sequence[tuple[Text, str]]


def write_list(file: ListFile, kind: ListKind, rows: Iterable[Row]) -> int:
    """Write the file, a portion of rows at a time; how many there were.

    Raises KnownError for what the disk does; then there is no file.
    """
    written, rest = 0, iter(rows)
    with write_atomically(file.path) as stream:
        writer = _writer(stream, file, kind)
        try:
            while portion := list(islice(rest, _PORTION)):
                writer.write(portion)
                written += len(portion)
            marker = [(kind.marker, file.account[:255]), (FILE_MARK, file.head.mark)]
            writer.finish(_about(file, kind, written), marker)
        except BaseException:
            # Whatever it was: an open workbook would write into the closed file when it is freed.
            writer.abandon()
            raise
    return written


def _writer(stream: IO[bytes], file: ListFile, kind: ListKind) -> TableWriter:
    if file.path.suffix.lower() == ".csv":
        return CsvWriter(stream, kind.columns)
    return XlsxWriter(stream, kind.columns, file.created, name=kind.sheet)


def _about(file: ListFile, kind: ListKind, written: int) -> list[tuple[str, str]]:
    told = [
        (text(QT_TRANSLATE_NOOP("trade", "Exported by")), "SimDesk"),
        (text(QT_TRANSLATE_NOOP("trade", "Account")), file.account),
        (
            text(QT_TRANSLATE_NOOP("trade", "Exported at")),
            f"{local(file.created):%Y-%m-%d %H:%M:%S} Asia/Shanghai",
        ),
        (kind.counted, str(written)),
        *kind.about,
        (text(QT_TRANSLATE_NOOP("trade", "Audit head")), file.head.mark),
    ]
    return [(file.say(label), value) for label, value in told]


def days_told(first: date | None, last: date | None) -> tuple[Text, str]:
    """The line about the days of a list; empty where it is of all."""
    days = " – ".join("" if day is None else f"{day}" for day in (first, last))
    return text(QT_TRANSLATE_NOOP("trade", "Days")), days if days != " – " else ""
