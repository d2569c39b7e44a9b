"""Comparing a spreadsheet with the desk, or with another one."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from simdesk.models.audit import Audited
from simdesk.models.sheet_comparison import TOLD_LESS, ComparedSheets, other_account
from simdesk.models.sheet_lines import LineKind, LineQuestion
from simdesk.models.sheet_sides import SheetSide
from simdesk.models.texts import Text, text
from simdesk.services.audit_bodies import lines_exported
from simdesk.services.departures import Departures
from simdesk.services.export_columns import CARD_COLUMNS, Say
from simdesk.services.list_export import ListFile
from simdesk.services.sheet_comparison_export import write_sheet_comparison
from simdesk.services.sheet_job import Moved, Tick, beside, unheard
from simdesk.services.sheet_words import codes_saying
from simdesk.services.storage import sheet_differences
from simdesk.services.storage.sheet_differences import Compared, Counted
from simdesk.services.storage.sheet_lines import LineStore
from simdesk.services.told_lines import ToldLines

_NAMES = tuple(one.field for one in CARD_COLUMNS if one.field != "iccid")


@dataclass(frozen=True)
class ComparisonDesk:
    """What an exported comparison needs of the desk it leaves: the audit tells of it."""

    departures: Departures
    account: str
    now: Callable[[], datetime]
    say: Say = str


class SheetComparison(ToldLines):
    """Two sides compared, its lines by ICCID."""

    def __init__(self, found: ComparedSheets, lines: LineStore) -> None:
        """Use `compare`."""
        super().__init__(lines)
        self.found = found

    @classmethod
    async def compare(
        cls, before: SheetSide, after: SheetSide, folder: Path, moved: Moved = unheard
    ) -> Self:
        """Compare all cards of both sides by ICCID, in the fields that both tell.

        `folder` holds the lines; `moved` hears of the rows of both sides. A card that is cancelled
        on one side and missing on the other is no difference. Cancelled, it leaves nothing.
        """
        fields = [name for name in _NAMES if before.tells(name) and after.tells(name)]
        months = sorted(before.months & after.months)
        what = Compared(fields, months)
        lines = await asyncio.to_thread(LineStore, folder)

        def job(tick: Tick) -> Counted:
            return sheet_differences.compare(before.path, after.path, what, lines, tick)

        try:
            counted = await beside(job, moved)
        except BaseException:
            await asyncio.to_thread(lines.close)
            raise
        names = [*fields, *(f"month.{month}" for month in months)]
        return cls(_told(before, after, names, counted), lines)

    async def export(self, path: Path, asked: LineQuestion, desk: ComparisonDesk) -> int:
        """Write the lines that are wanted to a spreadsheet; how many there were.

        The file's ending says whether csv or xlsx. Raises KnownError for what the disk does; then
        there is no file.
        """
        head = await desk.departures.head()
        file = ListFile(path, desk.account, desk.now(), head, desk.say)
        codes = codes_saying(asked.words, desk.say)
        rows = self._lines.all(asked, codes)
        written = await asyncio.to_thread(write_sheet_comparison, self.found, rows, file)
        body = lines_exported(f"{self.found.before} – {self.found.after}", path.name, written)
        await desk.departures.tell(Audited.COMPARISON_EXPORTED, path, body, head)
        return written


def _told(
    before: SheetSide, after: SheetSide, names: list[str], counted: Counted
) -> ComparedSheets:
    counts = sorted(((name, counted.fields[name]) for name in names), key=lambda one: -one[1])
    cautions = [other_account(before.account, after.account), _less(before, after)]
    return ComparedSheets(
        before.label,
        after.label,
        counted.same,
        counted.alone[LineKind.ADDED],
        counted.alone[LineKind.GONE],
        counted.changed,
        dict(counts),
        counted.usage_kb,
        tuple(one for one in cautions if one is not None),
    )


def _less(before: SheetSide, after: SheetSide) -> Text | None:
    told = sum(before.tells(name) and after.tells(name) for name in _NAMES)
    if told == len(_NAMES):
        return None
    return text(TOLD_LESS.source, count=told, all=len(_NAMES))
