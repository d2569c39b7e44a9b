"""One export from first card to finished file: what is read of the desk, and how it is written.

A small one is read by a reader thread and written by another behind it, a large one by a process
of its own (`exporting`).
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from simdesk.models.audit import FILE_MARK, AuditHead
from simdesk.models.clock import Clock
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month, local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.export_columns import FIELDS, UNKNOWN_CODE, Say, columns, in_order
from simdesk.services.export_words import Format
from simdesk.services.files import write_atomically
from simdesk.services.spreadsheets.behind import WriterBehind
from simdesk.services.spreadsheets.columns import Column, TableWriter
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from simdesk.services.storage.export_chunks import Chunk

if TYPE_CHECKING:
    from simdesk.services.storage.export_reading import CardReader

FORMAT_VERSION = 1
"""Of what a reader of our own files must know; counts up when a column changes its meaning."""
AUDIT_HEAD = QT_TRANSLATE_NOOP("trade", "Audit head")
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


@dataclass(frozen=True, slots=True)
class Begun:
    """What an export knows before its first row: how many cards, and the audit's head."""

    total: int
    head: AuditHead


class Progress:
    """How far an export is, and whether it shall stop; shared between two threads.

    `moved` is called on the writing thread, at most every 100 ms of `clock`; without a clock,
    whenever rows were written.
    """

    def __init__(self, clock: Clock | None, moved: Callable[[], None]) -> None:
        self.rows = 0
        self.total: int | None = None
        self.on_stop: Callable[[], None] | None = None
        """Called when it shall stop, on the thread that says so."""
        self._clock = clock
        self._moved = moved
        self._told_at = 0.0 if clock is None else clock.monotonic()
        self._stop = threading.Event()

    def stop(self) -> None:
        self._stop.set()
        if self.on_stop is not None:
            self.on_stop()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def check(self) -> None:
        """Raises ExportCancelledError once the export shall stop."""
        if self.stopped:
            raise ExportCancelledError

    def counted(self, total: int) -> None:
        self.total = total
        self._moved()

    def wrote(self, rows: int) -> None:
        self.reached(self.rows + rows)

    def reached(self, rows: int) -> None:
        """So many rows are written in all."""
        self.rows = rows
        if self._clock is None:
            self._moved()
        elif (now := self._clock.monotonic()) - self._told_at >= _MOVED_EVERY:
            self._told_at = now
            self._moved()


def read_cards(cards: "CardReader", plan: ExportPlan) -> Iterator[Begun | Chunk]:
    """What an export tells, first how much, of the one state of the desk that `cards` reads."""
    head = cards.audit_head()
    card_ids = plan.card_ids
    if card_ids is None:
        card_ids = cards.ids(plan.question, plan.sort)
    yield Begun(len(card_ids), head)
    yield from cards.columns(card_ids, FIELDS, plan.months, daily=plan.daily)


def write_export(
    read: Iterator[Begun | Chunk],
    plan: ExportPlan,
    progress: Progress,
    say: Say = str,
    *,
    behind: bool = True,
) -> Written:
    """Write the file, the audit's head in it as an anchor (reliability.md 4.7).

    `read` is what `read_cards` tells; with `behind` it goes on while a thread writes. Raises
    KnownError for what the disk does, and ExportCancelledError; then there is no file.
    """
    progress.check()
    begun = next(read)
    assert isinstance(begun, Begun)
    progress.counted(begun.total)
    shown = columns(plan.months, daily=plan.daily, say=say)
    with write_atomically(plan.path) as file:
        writer = _writer(file, plan, shown, behind)
        try:
            as_of = None
            for chunk in read:
                assert isinstance(chunk, Chunk)
                progress.check()
                writer.write_columns(in_order(chunk.columns))
                progress.wrote(len(chunk.columns[0]))
                as_of = chunk.as_of if as_of is None else min(as_of, chunk.as_of)
            about = _about(plan, progress.rows, _told(as_of), writer.left_out, shown)
            about.append((text(AUDIT_HEAD), begun.head.mark))
            said = [(say(label), value) for label, value in about]
            writer.finish(said, _marker(plan, begun.head))
            progress.check()
        except BaseException:
            writer.abandon()
            raise
        size = file.seek(0, 2)
    return Written(progress.rows, size, begun.head)


def words_of(plan: ExportPlan, say: Say) -> dict[str, str]:
    """Each sentence that the file of `plan` says, as a template, and how `say` says it."""
    heard: dict[str, str] = {}

    def hear(said: Text) -> str:
        gaps = tuple((name, f"{{{name}}}") for name, _ in said.arguments)
        heard[said.source] = say(Text(said.source, gaps))
        return str(said)

    shown = columns(plan.months, daily=plan.daily, say=hear)
    for label, _ in _about(plan, 0, None, 0, shown):
        hear(label)
    hear(text(AUDIT_HEAD))
    hear(text(UNKNOWN_CODE, code=""))
    return heard


def _writer(
    file: IO[bytes], plan: ExportPlan, shown: Sequence[Column], behind: bool
) -> TableWriter:
    writer: TableWriter
    if plan.format == "csv":
        writer = CsvWriter(file, shown)
    else:
        writer = XlsxWriter(file, shown, plan.created)
    return WriterBehind(writer) if behind else writer


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
        (FILE_MARK, head.mark),
    ]
