"""`simdesk compare` and `simdesk bring-back`: spreadsheets held against a fleet."""

import argparse
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from simdesk.cli.asked import Asked
from simdesk.cli.export import format_of
from simdesk.cli.opening import opened
from simdesk.cli.telling import Progress, table, tell
from simdesk.compose import make_reviews
from simdesk.models.bringing_back import WishedAct
from simdesk.models.operations import LimitRequest
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_comparison import ComparedSheets
from simdesk.models.sheet_lines import LineQuestion, SheetLine
from simdesk.models.wishes import wish_words
from simdesk.services.returning import Returning
from simdesk.services.review_folders import REVIEWS, begin_review
from simdesk.services.sheet_comparison import SheetComparison
from simdesk.services.sheet_sides import side_of_review
from simdesk.services.sheet_words import field_title, value_words
from simdesk.services.watch import Watch

DIFFERENT = 1
_PAGE = 1_000
_TITLES = ("cell", "iccid", "what", "field", "before", "after", "why")


def compare(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    """Exit status 0 the same, 1 different. Raises KnownError for a file that is not read."""
    return asyncio.run(_compare(asked, words, watch))


def bring_back(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    """Exit status 0 shown, or kept. Raises KnownError for a file that is not read."""
    return asyncio.run(_bring_back(asked, words, watch))


async def _compare(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    target = None if words.to is None else words.to.absolute()
    if target is not None:
        format_of(target, None)
    async with (
        opened(asked.existing(), asked.plan, watch) as desk,
        _reviewed(asked, words.file) as (review, folder),
    ):
        progress = Progress("rows compared:")
        if words.other is None:
            comparison = await desk.sheets.compare(review, folder, folder, desk.name, progress.at)
        else:
            async with _reviewed(asked, words.other) as (later, at):
                sides = side_of_review(review, folder), side_of_review(later, at)
                comparison = await desk.sheets.compare_reviews(*sides, folder, progress.at)
        progress.end()
        try:
            _summary(comparison.found)
            if target is None:
                await _tell_lines(comparison)
            else:
                lines = await comparison.export(target, LineQuestion(), desk.sheets.exporting())
                tell(f"simdesk: {lines:,} lines in {target}")
        finally:
            await comparison.aclose()
    return 0 if comparison.found.same == comparison.found.cards else DIFFERENT


def _summary(found: ComparedSheets) -> None:
    tell(f"simdesk: before {found.before}, after {found.after}")
    for caution in found.cautions:
        tell(f"simdesk: {caution}")
    counts = (("added", found.added), ("gone", found.gone), ("changed", found.changed))
    told = ", ".join(f"{count:,} {name}" for name, count in (*counts, ("the same", found.same)))
    tell(f"simdesk: {found.cards:,} cards: {told}")


async def _bring_back(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    async with (
        opened(asked.existing(), asked.plan, watch) as desk,
        _reviewed(asked, words.file) as (review, folder),
    ):
        progress = Progress("rows looked at:")
        returning = await desk.sheets.look_at_changes(review, folder, folder, progress.at)
        progress.end()
        try:
            await _tell_preview(returning)
            if words.keep:
                tell(f"simdesk: cards with new remarks or tags: {await returning.keep():,}")
        finally:
            await returning.aclose()
    return 0


async def _tell_preview(returning: Returning) -> None:
    found = returning.found
    for caution in found.cautions:
        tell(f"simdesk: {caution}")
    tell(
        f"simdesk: {found.rows:,} rows of {found.label}: {found.changed:,} to be changed,"
        f" {found.conflicts:,} in conflict, {found.refused:,} refused,"
        f" {found.unchanged:,} unchanged"
    )
    await _tell_lines(returning)
    for act in await returning.acts():
        tell(f"simdesk: to be asked for in the window: {_act(act)}")


def _act(act: WishedAct) -> str:
    words, count = wish_words(act.request), len(act.card_ids)
    if isinstance(act.request, LimitRequest):
        words = f"{words} {act.request.limit_mb:,} MB"
    return f"{words} on {'1 card' if count == 1 else f'{count:,} cards'}"


async def _tell_lines(told: SheetComparison | Returning) -> None:
    cells: list[tuple[str, ...]] = []
    while page := await told.lines(LineQuestion(), len(cells), _PAGE):
        cells += map(_cells, page)
    if cells:
        print(table(_TITLES, cells))


def _cells(line: SheetLine) -> tuple[str, ...]:
    return (
        line.cell,
        line.iccid,
        str(line.kind.label),
        str(field_title(line.field)) if line.field else "",
        value_words(line.field, line.before) if line.field else "",
        value_words(line.field, line.after) if line.field else "",
        "" if line.reason is None else str(line.reason),
    )


@asynccontextmanager
async def _reviewed(asked: Asked, path: Path) -> AsyncIterator[tuple[ReviewOf, Path]]:
    """A spreadsheet read as it is understood, in a folder that is gone afterwards."""
    progress = Progress("rows read:")
    folder = begin_review(asked.folder / REVIEWS)
    try:
        desk = folder.path / "desk"
        review = await make_reviews().load(
            path.absolute(),
            None,
            desk,
            lambda loaded: progress.at(loaded.rows, None),
        )
        progress.end()
        if review.refused_rows or review.refused_cells:
            tell(
                f"simdesk: {review.file}: {review.refused_rows:,} rows and"
                f" {review.refused_cells:,} cells were refused"
            )
        yield review, desk
    finally:
        folder.remove()
