"""Bringing a sheet back: what was edited in it is held against the desk as it is now."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from simdesk.models.bringing_back import FIELDS, BroughtBack
from simdesk.models.capabilities import Capabilities
from simdesk.models.periods import local
from simdesk.models.sheet_comparison import other_account
from simdesk.models.sheet_fields import ROW_VERSION
from simdesk.models.sheet_lines import LineKind, SheetLine
from simdesk.models.sheet_sides import SheetSide
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.bringing_back_rules import TWICE, UNKNOWN, Judging
from simdesk.services.edits import LocalEdits
from simdesk.services.returning import Returning
from simdesk.services.sheet_job import Moved, Tick, beside, unheard
from simdesk.services.storage.database import Database
from simdesk.services.storage.sheet_lines import LineStore
from simdesk.services.storage.sheet_merging import count, looked_at
from simdesk.services.storage.sheet_returns import Beside, returned

_UNMARKED = text(
    QT_TRANSLATE_NOOP(
        "trade",
        "The file does not tell when it was written: what changed here or at the provider since"
        " cannot be told from what was edited in it.",
    )
)
_NOTHING = text(
    QT_TRANSLATE_NOOP(
        "trade", "The file has no column of remarks, tags, usage limits or wished actions."
    )
)


class BringingBack:
    """Holds sheets against one desk. `now` is business time."""

    def __init__(
        self,
        database: Database,
        edits: LocalEdits,
        capabilities: Capabilities,
        now: Callable[[], datetime],
        account: str,
    ) -> None:
        self._database = database
        self._edits = edits
        self._capabilities = capabilities
        self._now = now
        self._account = account

    async def look(self, sheet: SheetSide, folder: Path, moved: Moved = unheard) -> Returning:
        """What the sheet wants, row by row; nothing is changed.

        A cell wants something where it differs from the desk now and from what the desk had when
        the sheet was written. A conflict is a card that changed meanwhile: at the provider, by the
        version of its row, or here, in the same field. `folder` holds the lines; `moved` hears of
        the rows of the sheet. Cancelled, it leaves nothing.
        """
        lines = await asyncio.to_thread(LineStore, folder)
        judging = Judging(sheet, self._capabilities, local(self._now()).date())

        def job(tick: Tick) -> _Sorting:
            return self._looked(sheet, judging, lines, tick)

        try:
            sorting = await beside(job, moved)
        except BaseException:
            await asyncio.to_thread(lines.close)
            raise
        return Returning(self._told(sheet, sorting), lines, self._database, self._edits)

    def _looked(
        self, sheet: SheetSide, judging: Judging, lines: LineStore, tick: Tick
    ) -> "_Sorting":
        sorting = _Sorting(judging)
        lines.put(_unread(sheet))
        told = [name for name in FIELDS if sheet.tells(name)]
        if sheet.tells(ROW_VERSION):
            told.append(ROW_VERSION)
        judged = {row for row, _ in sheet.unread}
        with looked_at(sheet.path, self._database.path) as (review, desk):
            total, done = count(review), 0
            for batch in returned(review, desk, told, sheet.exported_at, judged):
                tick(done, total)
                lines.put(sorting.lines_of(batch))
                done += len(batch)
        lines.finish()
        tick(total, total)
        return sorting

    def _told(self, sheet: SheetSide, sorting: "_Sorting") -> BroughtBack:
        rows = sorting.rows
        cautions = [other_account(sheet.account, self._account)]
        if sheet.exported_at is None or not sheet.tells(ROW_VERSION):
            cautions.append(_UNMARKED)
        if not any(map(sheet.tells, FIELDS)):
            cautions.append(_NOTHING)
        return BroughtBack(
            sheet.label,
            rows[None],
            rows[LineKind.CHANGE],
            rows[LineKind.CONFLICT],
            rows[LineKind.REFUSED] + sheet.refused_rows,
            dict(sorting.fields),
            tuple(one for one in cautions if one is not None),
        )


class _Sorting:
    """Rows being sorted: how many of each kind, None for those that want nothing."""

    def __init__(self, judging: Judging) -> None:
        self.rows: Counter[LineKind | None] = Counter()
        self.fields: Counter[str] = Counter()
        self._judging = judging
        self._seen = bytearray()  # a byte for each card of the desk: ids are small numbers

    def lines_of(self, batch: Sequence[Beside]) -> Iterator[SheetLine]:
        """The lines of consecutive rows."""
        for one in batch:
            lines = self._lines(one)
            kind = lines[0].kind if lines else None
            self.rows[kind] += 1
            if kind is LineKind.CHANGE:
                self.fields.update(line.field for line in lines)
            yield from lines

    def _lines(self, one: Beside) -> list[SheetLine]:
        if one.card_id is None:
            return [self._judging.refused(one.row, UNKNOWN)]
        if self._again(one.card_id):
            return [self._judging.refused(one.row, TWICE, one.card_id)]
        return [] if one.card is None else self._judging.lines(one.row, one.card)

    def _again(self, card_id: int) -> bool:
        if card_id >= len(self._seen):
            self._seen.extend(bytes(card_id + 1_024 - len(self._seen)))
        again = bool(self._seen[card_id])
        self._seen[card_id] = 1
        return again


def _unread(sheet: SheetSide) -> Iterator[SheetLine]:
    for one in sheet.refused:
        yield SheetLine(LineKind.REFUSED, "", row=one.row, cell=one.cell, reason=one.reason)
