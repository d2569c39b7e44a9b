"""One export from first card to finished file: a reader thread reads, another writes behind it."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from simdesk.models.audit import AuditHead
from simdesk.models.clock import Clock
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month, local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.departures import MARK
from simdesk.services.export_columns import FIELDS, Say, columns, in_order
from simdesk.services.export_words import Format
from simdesk.services.files import write_atomically
from simdesk.services.spreadsheets.behind import WriterBehind
from simdesk.services.spreadsheets.columns import Column, TableWriter
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from simdesk.services.storage.export_reading import CardReader

FORMAT_VERSION = 1
"""Of what a reader of our own files must know; counts up when a column changes its meaning."""
_MOVED_EVERY = 0.1


class ExportCancelledError(Exception):
    """The operator no longer wants the file."""


@dataclass(frozen=True)
class ExportPlan:
    """Everything an export needs to know; `question` has its relative days resolved."""

    id: int
    account: str
    path: Path
    format: Format
    question: CardFilter
    sort: Sort
    card_ids: Sequence[int] | None
    months: tuple[Month, ...]
    daily: bool
    content: Text
    created: datetime
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file: its rows and bytes, and the end of the audit's chain that stands in it."""

    rows: int
    size: int
    head: AuditHead


class Progress:
    """How far an export is, and whether it shall stop; shared between two threads.

    `moved` is called on the writing thread, at most every 100 ms of `clock`.
    """

    def __init__(self, clock: Clock, moved: Callable[[], None]) -> None:
        self.rows = 0
        self.total: int | None = None
        self._clock = clock
        self._moved = moved
        self._told_at = clock.monotonic()
        self._stop = threading.Event()

    def stop(self) -> None:
        self._stop.set()

    def check(self) -> None:
        """Raises ExportCancelledError once the export shall stop."""
        if self._stop.is_set():
            raise ExportCancelledError

    def counted(self, total: int) -> None:
        self.total = total
        self._moved()

    def wrote(self, rows: int) -> None:
        self.rows += rows
        now = self._clock.monotonic()
        if now - self._told_at >= _MOVED_EVERY:
            self._told_at = now
            self._moved()


def write_export(
    cards: CardReader, plan: ExportPlan, progress: Progress, say: Say = str
) -> Written:
    """Write the file, the audit's head in it as an anchor (reliability.md 4.7).

    All rows are of the one state of the desk that `cards` reads. Raises KnownError for what the
    disk does, and ExportCancelledError; then there is no file.
    """
    progress.check()
    head = cards.audit_head()
    card_ids = plan.card_ids
    if card_ids is None:
        card_ids = cards.ids(plan.question, plan.sort)
    progress.counted(len(card_ids))
    shown = columns(plan.months, daily=plan.daily, say=say)
    with write_atomically(plan.path) as file:
        writer = _writer(file, plan, shown)
        try:
            as_of = None
            for chunk in cards.columns(card_ids, FIELDS, plan.months, daily=plan.daily):
                progress.check()
                writer.write_columns(in_order(chunk.columns))
                progress.wrote(len(chunk.columns[0]))
                as_of = chunk.as_of if as_of is None else min(as_of, chunk.as_of)
            about = _about(plan, progress.rows, _told(as_of), writer.left_out, shown)
            about.append((text(QT_TRANSLATE_NOOP("trade", "Audit head")), head.mark))
            writer.finish([(say(label), value) for label, value in about], _marker(plan, head))
            progress.check()
        except BaseException:
            writer.abandon()
            raise
        size = file.seek(0, 2)
    return Written(progress.rows, size, head)


def _writer(file: IO[bytes], plan: ExportPlan, shown: Sequence[Column]) -> TableWriter:
    if plan.format == "csv":
        return WriterBehind(CsvWriter(file, shown))
    return WriterBehind(XlsxWriter(file, shown, plan.created))


def _told(stored: int | None) -> datetime | None:
    return None if stored is None else datetime.fromtimestamp(stored, UTC)


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else f"{local(moment):%Y-%m-%d %H:%M:%S} Asia/Shanghai"


def _about(
    plan: ExportPlan, rows: int, as_of: datetime | None, left_out: int, shown: Sequence[Column]
) -> list[tuple[Text, str]]:
    return [
        (text(QT_TRANSLATE_NOOP("trade", "Exported by")), "SimDesk"),
        (text(QT_TRANSLATE_NOOP("trade", "Account")), plan.account),
        (text(QT_TRANSLATE_NOOP("trade", "Export ID")), str(plan.id)),
        (text(QT_TRANSLATE_NOOP("trade", "Exported at")), _moment(plan.created)),
        (text(QT_TRANSLATE_NOOP("trade", "Cards")), str(rows)),
        (text(QT_TRANSLATE_NOOP("trade", "Content")), str(plan.content)),
        (text(QT_TRANSLATE_NOOP("trade", "Traffic months")), ", ".join(map(str, plan.months))),
        (text(QT_TRANSLATE_NOOP("trade", "Daily usage")), "yes" if plan.daily else "no"),
        (text(QT_TRANSLATE_NOOP("trade", "Usage as of")), _moment(as_of)),
        (text(QT_TRANSLATE_NOOP("trade", "Columns")), ", ".join(column.key for column in shown)),
        (text(QT_TRANSLATE_NOOP("trade", "Format version")), str(FORMAT_VERSION)),
        (text(QT_TRANSLATE_NOOP("trade", "Characters left out")), str(left_out)),
    ]


def _marker(plan: ExportPlan, head: AuditHead) -> list[tuple[str, str]]:
    return [
        ("SimDesk format", str(FORMAT_VERSION)),
        ("SimDesk account", plan.account[:255]),
        ("SimDesk export", str(plan.id)),
        ("SimDesk exported at", local(plan.created).isoformat()),
        ("SimDesk months", f"{plan.months[0]}-{plan.months[-1]}"),
        ("SimDesk daily", "yes" if plan.daily else "no"),
        (MARK, head.mark),
    ]
