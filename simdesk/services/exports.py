"""Exports: cards into spreadsheets beside the work, and the list of exported files."""

import asyncio
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from simdesk.models.audit import Audited
from simdesk.models.changes import ExportsChanged
from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.models.periods import Month, local
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.announcer import Announcer
from simdesk.services.audit_bodies import exported
from simdesk.services.departures import Departures
from simdesk.services.export_columns import Say
from simdesk.services.export_job import (
    ExportCancelledError,
    ExportPlan,
    Progress,
    Written,
    read_cards,
    write_export,
)
from simdesk.services.export_words import (
    KEPT_DAYS,
    MOST_MONTHS,
    ExportRequest,
    ExportRow,
    ExportState,
    Format,
    content_stored,
    content_text,
    error_stored,
    error_text,
)
from simdesk.services.exporting.process import LARGE, ExportProcess, NotBegunError
from simdesk.services.files import clean_name, clear_parts, file_trouble, write_atomically
from simdesk.services.storage import card_store, export_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.export_reading import CardReader
from simdesk.services.storage.export_store import StoredExport

__all__ = ["ExportRequest", "ExportRow", "ExportService", "ExportState", "Format"]


class ExportService:
    """Writes exports one after the other. `folder` is where files without a place of their own go.

    `now` is business time; `clock` paces what is announced; `say` gives the language of the files.
    Each file holds the end of the audit's chain and is told to the `departures`. What is large is
    written `apart`, without it by threads of this process.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        now: Callable[[], datetime],
        *,
        clock: Clock,
        announcer: Announcer,
        account: str,
        departures: Departures,
        say: Say = str,
        apart: ExportProcess | None = None,
    ) -> None:
        self.folder = folder.absolute()
        self._database = database
        self._now = now
        self._clock = clock
        self._announcer = announcer
        self._account = account
        self._departures = departures
        self._say = say
        self._apart = apart
        self._turn = asyncio.Semaphore(1)
        self._progress: dict[int, Progress] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._taken: dict[Path, None] = {}  # in the order they were asked for

    @property
    def running(self) -> bool:
        """An export waits or is being written."""
        return bool(self._tasks)

    @property
    def under_way(self) -> tuple[str, ...]:
        """Names of the files that wait or are being written, the oldest first."""
        return tuple(path.name for path in self._taken)

    def default_name(self) -> str:
        """The name a file gets when the operator gives none (domain.md 5)."""
        return f"cards_{local(self._now()):%Y%m%d%H%M%S}"

    async def recover(self) -> None:
        """At start: what a crash cut off has failed, what is too old is removed."""
        error = error_stored(
            KnownError(
                text(QT_TRANSLATE_NOOP("trade", "SimDesk ended before the file was written.")),
                text(QT_TRANSLATE_NOOP("trade", "Export again.")),
            )
        )
        cut_off = (ExportState.WAITING, ExportState.GENERATING)
        await self._database.write(
            lambda connection: export_store.end_cut_off(
                connection, cut_off, ExportState.FAILED, error
            )
        )
        # Nobody else writes there: the fleet is locked while it is open.
        await asyncio.to_thread(clear_parts, self.folder)
        await self._expire()

    async def start(self, request: ExportRequest) -> int:
        """Begin an export; it goes on in the background. Its id.

        Raises KnownError for a name, range or folder that cannot be used.
        """
        path = self._place(request)
        now = self._now()
        values: dict[str, object] = {
            "name": path.name,
            # A fleet's folder may be moved, and its exported files with it.
            "path": path.name if request.folder is None else str(path),
            "format": request.format,
            "state": ExportState.WAITING.value,
            "content": content_stored(request),
            "first_month": int(str(request.first)),
            "last_month": int(str(request.last)),
            "daily": request.daily,
            "created_at": int(now.timestamp()),
        }
        self._taken[path] = None
        try:
            export_id = await self._listed(values)
        except BaseException:
            self._taken.pop(path, None)
            raise
        plan = ExportPlan(
            export_id,
            self._account,
            path,
            request.format,
            request.filter.on(local(now).date()),
            request.sort,
            request.card_ids,
            request.months,
            request.daily,
            content_text(content_stored(request)),
            now,
        )
        self._launch(plan)
        return export_id

    async def _listed(self, values: dict[str, object]) -> int:
        """Put the export on the list. A write that began ends, though nobody waits any more."""
        adding = asyncio.ensure_future(
            self._database.write(partial(export_store.add, values=values))
        )
        try:
            return await asyncio.shield(adding)
        except asyncio.CancelledError:
            ended = {
                "state": ExportState.CANCELLED.value,
                "finished_at": int(self._now().timestamp()),
            }
            await self._change(await adding, ended)
            raise

    async def wait(self, export_id: int) -> ExportRow:
        """The export once it has ended. Raises KnownError for an id that is not on the list."""
        task = self._tasks.get(export_id)
        if task is not None:
            await asyncio.shield(task)
        return await self._row(export_id)

    async def cancel(self, export_id: int) -> None:
        """Stop an export and leave no file; does nothing to one that has ended."""
        progress, task = self._progress.get(export_id), self._tasks.get(export_id)
        if progress is not None and task is not None:
            progress.stop()
            await asyncio.shield(task)

    async def list(self) -> tuple[ExportRow, ...]:
        """All exports, newest first."""
        await self._expire()
        found = await self._database.read(export_store.exports)
        return tuple(map(self._shown, found))

    async def save_copy(self, export_id: int, target: Path) -> None:
        """Write a copy of the file to `target`. Raises KnownError."""
        row = await self._row(export_id)
        await asyncio.to_thread(_copy, row.path, target)

    async def delete(self, export_id: int) -> None:
        """Take an ended export off the list, and its file away unless the operator placed it."""
        await self.cancel(export_id)
        row = await self._row(export_id)
        if not row.kept:
            await asyncio.to_thread(_remove, row.path)
        await self._database.write(partial(export_store.remove, export_id=export_id))
        self._announcer.announce(ExportsChanged(export_id))

    async def aclose(self) -> None:
        """Stop what runs, without half files."""
        for progress in self._progress.values():
            progress.stop()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _place(self, request: ExportRequest) -> Path:
        if not request.first <= request.last or len(request.months) > MOST_MONTHS:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "This traffic time range cannot be exported.")),
                text(
                    QT_TRANSLATE_NOOP("trade", "Choose 1 to {most} months, the first one first."),
                    most=MOST_MONTHS,
                ),
            )
        name = clean_name(request.name or self.default_name())
        folder = (request.folder or self.folder).absolute()
        try:
            if request.folder is None:
                folder.mkdir(parents=True, exist_ok=True)
            folder.resolve(strict=True)
        except OSError as error:
            raise file_trouble(error, folder) from error
        path = folder / f"{name}.{request.format}"
        return path if request.replace else self._free(path)

    def _free(self, path: Path) -> Path:
        """The path, or the next numbered one, that no file and no running export has."""
        number, free = 1, path
        while free in self._taken or free.exists():
            number += 1
            free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        return free

    def _launch(self, plan: ExportPlan) -> None:
        loop = asyncio.get_running_loop()

        def moved() -> None:
            loop.call_soon_threadsafe(self._announcer.announce, ExportsChanged(plan.id))

        progress = Progress(self._clock, moved)
        self._progress[plan.id] = progress
        self._tasks[plan.id] = loop.create_task(self._run(plan, progress), name=f"export {plan.id}")
        self._announcer.announce(ExportsChanged(plan.id))

    async def _run(self, plan: ExportPlan, progress: Progress) -> None:
        ended: dict[str, object] = {
            "state": ExportState.FAILED.value,
            "error": error_stored(_MISTAKE),
        }
        written: Written | None = None
        try:
            async with self._turn:
                progress.check()
                await self._change(plan.id, {"state": ExportState.GENERATING.value})
                written = await self._written(plan, progress)
            ended = {
                "state": ExportState.COMPLETED.value,
                "rows": written.rows,
                "size": written.size,
            }
        except ExportCancelledError:
            ended = {"state": ExportState.CANCELLED.value, "rows": progress.rows}
        except KnownError as error:
            ended = {"state": ExportState.FAILED.value, "error": error_stored(error)}
        finally:
            ended["finished_at"] = int(self._now().timestamp())
            self._taken.pop(plan.path, None)
            try:
                await self._end(plan, ended, written)
            finally:
                del self._progress[plan.id], self._tasks[plan.id]
                self._announcer.announce(ExportsChanged(plan.id))

    async def _written(self, plan: ExportPlan, progress: Progress) -> Written:
        """The file: a large one by a process of its own, where there can be one."""
        if self._apart is not None and await self._large(plan):
            with suppress(NotBegunError):
                return await self._apart.write(plan, progress, self._say)
        return await self._database.read(
            lambda connection: write_export(
                read_cards(CardReader(connection), plan), plan, progress, self._say
            )
        )

    async def _large(self, plan: ExportPlan) -> bool:
        if plan.card_ids is not None:
            return len(plan.card_ids) >= LARGE
        enough = partial(card_store.at_least, question=plan.question, count=LARGE)
        return await self._database.read(enough)

    async def _end(
        self, plan: ExportPlan, ended: dict[str, object], written: Written | None
    ) -> None:
        """Keep how it ended; a file that leaves the desk is in the audit, its head anchored."""
        job = partial(export_store.change, export_id=plan.id, values=ended)
        if written is None:
            await self._database.write(job)
            return
        body = exported(plan, written.rows, written.size)
        act = Audited.CARDS_EXPORTED
        await self._departures.tell(act, plan.path, body, written.head, job)

    async def _change(self, export_id: int, values: dict[str, object]) -> None:
        await self._database.write(partial(export_store.change, export_id=export_id, values=values))
        self._announcer.announce(ExportsChanged(export_id))

    async def _row(self, export_id: int) -> ExportRow:
        for stored in await self._database.read(export_store.exports):
            if stored.id == export_id:
                return self._shown(stored)
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "Export {number} is not on the list."), number=export_id
            )
        )

    def _shown(self, stored: StoredExport) -> ExportRow:
        progress = self._progress.get(stored.id)
        path = self.folder / stored.path
        return ExportRow(
            stored.id,
            stored.name,
            path,
            "csv" if stored.format == "csv" else "xlsx",
            ExportState(stored.state),
            stored.rows if progress is None else progress.rows,
            stored.rows if progress is None else progress.total,
            stored.size,
            content_text(stored.content),
            Month.parse(str(stored.first_month)),
            Month.parse(str(stored.last_month)),
            stored.daily,
            _moment(stored.created_at),
            None if stored.finished_at is None else _moment(stored.finished_at),
            error_text(stored.error),
            Path(stored.path).is_absolute(),
        )

    async def _expire(self) -> None:
        oldest = self._now() - timedelta(days=KEPT_DAYS)
        for stored in await self._database.read(export_store.exports):
            row = self._shown(stored)
            if row.state is ExportState.COMPLETED and not row.kept and row.created_at <= oldest:
                await asyncio.to_thread(_remove, row.path)
                await self._change(row.id, {"state": ExportState.EXPIRED.value})


_MISTAKE = KnownError(
    text(QT_TRANSLATE_NOOP("trade", "Something in SimDesk went wrong; nothing was written."))
)


def _moment(stored: int) -> datetime:
    return local(datetime.fromtimestamp(stored, UTC))


def _copy(source: Path, target: Path) -> None:
    try:
        with source.open("rb") as file, write_atomically(target) as copy:
            shutil.copyfileobj(file, copy, 1 << 20)
    except FileNotFoundError as error:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "“{path}” is no longer there."), path=str(source)),
            text(QT_TRANSLATE_NOOP("trade", "Export again.")),
        ) from error


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise file_trouble(error, path) from error
