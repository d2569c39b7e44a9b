"""`simdesk export`: the cards a filter finds, written to a spreadsheet where one says."""

import argparse
import asyncio
from pathlib import Path

from simdesk.cli.asked import Asked
from simdesk.cli.opening import opened
from simdesk.cli.telling import Progress, tell, tell_error, tell_place
from simdesk.compose import Desk
from simdesk.models.changes import Change, ExportsChanged
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import FilterError, parse_filter
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.exports import ExportRequest, ExportRow, ExportState, Format
from simdesk.services.watch import Watch

FAILED = 2


def export(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    """Exit status 0 written (an empty table included), 2 refused or failed."""
    try:
        question = parse_filter(words.filter)
    except FilterError as error:
        tell_place(error, words.filter)
        return FAILED
    wanted = format_of(words.to, words.format)
    return asyncio.run(_export(asked, question, words, wanted, watch=watch))


def format_of(path: Path, said: Format | None) -> Format:
    """The file's format. Raises KnownError when its name says another than `--format` or none."""
    ending = path.suffix.lower().removeprefix(".")
    if ending in ("xlsx", "csv") and said in (None, ending):
        return "csv" if ending == "csv" else "xlsx"
    if not ending:
        return said or "xlsx"
    raise KnownError(
        text(QT_TRANSLATE_NOOP("trade", "“{path}” cannot be exported to."), path=str(path)),
        text(QT_TRANSLATE_NOOP("trade", "Let its name end in .xlsx or .csv, as --format says.")),
    )


async def _export(
    asked: Asked,
    question: CardFilter,
    words: argparse.Namespace,
    wanted: Format,
    *,
    watch: Watch,
) -> int:
    async with opened(asked.existing(), asked.plan, watch) as desk:
        this_month = Month.of(desk.cards.today())
        first, last = words.months or (this_month.plus(-1), this_month)
        target = words.to.absolute()
        request = ExportRequest(
            question,
            Sort(),
            None,
            first,
            last,
            daily=words.daily,
            format=wanted,
            name=target.stem,
            folder=target.parent,
            replace=True,
        )
        row = await exported(desk, request)
    if row.state is not ExportState.COMPLETED:
        tell_error(KnownError(row.error or row.state.label))
        return FAILED
    tell(f"simdesk: {row.rows:,} cards in {row.path} ({row.size:,} bytes)")
    return 0


async def exported(desk: Desk, request: ExportRequest) -> ExportRow:
    """Export with progress on standard error; stopped, it leaves no file."""
    progress = Progress("cards written:")
    export_id = await desk.exports.start(request)

    async def look() -> None:
        for row in await desk.exports.list():
            if row.id == export_id and row.total:
                progress.at(row.rows, row.total)

    looks: set[asyncio.Task[None]] = set()

    def heard(change: Change) -> None:
        if isinstance(change, ExportsChanged) and change.export_id == export_id and not looks:
            task = asyncio.create_task(look())
            looks.add(task)
            task.add_done_callback(looks.discard)

    silence = desk.announcer.subscribe(heard)
    try:
        return await desk.exports.wait(export_id)
    except asyncio.CancelledError:
        await desk.exports.cancel(export_id)
        raise
    finally:
        silence()
        await asyncio.gather(*looks)
        progress.end()
