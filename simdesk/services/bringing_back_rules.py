"""What becomes of a row that comes back: each cell judged, then the row as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from simdesk.models.action import Action
from simdesk.models.actions import Blocked, verdict
from simdesk.models.bringing_back import (
    FIELDS,
    LIMIT,
    REMARK,
    TAGS,
    DeskCard,
    SheetRow,
)
from simdesk.models.capabilities import Capabilities
from simdesk.models.errors import KnownError, with_remedy
from simdesk.models.sheet_fields import ROW_VERSION, WISH
from simdesk.models.sheet_lines import LineKind, SheetLine, Stored
from simdesk.models.sheet_sides import SheetSide
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import KB_PER_MB, LARGEST_KB
from simdesk.models.wishes import wish_of
from simdesk.services.entry import checked_remark, checked_tag
from simdesk.services.spreadsheets.sheet_text import carried

UNKNOWN = text(QT_TRANSLATE_NOOP("trade", "The desk does not know this card."))
TWICE = text(QT_TRANSLATE_NOOP("trade", "An earlier row of the sheet is about the same card."))
MOVED_ON = text(
    QT_TRANSLATE_NOOP("trade", "The card changed at the provider since the file was written.")
)
"""Nothing of the desk's own would be lost: remarks and tags may be kept on a word."""
_EDITED = text(QT_TRANSLATE_NOOP("trade", "It was changed here since the file was written."))
_OTHER_REFUSED = text(QT_TRANSLATE_NOOP("trade", "Another cell of this row was refused."))
_OTHER_CONFLICT = text(QT_TRANSLATE_NOOP("trade", "Another cell of this row is in conflict."))
_NO_LIMIT = text(QT_TRANSLATE_NOOP("trade", "A usage limit is a whole number of MB, 0 for none."))
_OF_VOUCHER = text(
    QT_TRANSLATE_NOOP(
        "trade", "The limit is its voucher's: the card has none of its own to take away."
    )
)
_MANY_TAGS = QT_TRANSLATE_NOOP("trade", "A card has at most {most} tags; this would have {count}.")
_ACTIONS = {REMARK: Action.REMARK, TAGS: Action.TAG, LIMIT: Action.USAGE_LIMIT}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that wants something: another value, and why it may not have it, if so.

    What is not permitted for a card that moved on meanwhile is a conflict: it was, perhaps, when
    it was written.
    """

    name: str
    before: Stored
    after: Stored
    refused: Text | None = None
    conflict: Text | None = None


class Judging:
    """Judges rows by what the provider can do, on its business date `today`."""

    def __init__(self, sheet: SheetSide, capabilities: Capabilities, today: date) -> None:
        self._sheet = sheet
        self._capabilities = capabilities
        self._today = today

    def refused(self, row: SheetRow, why: Text, card_id: int | None = None) -> SheetLine:
        """The line about a row that is refused as a whole."""
        cell = self._sheet.cell(row.row, "iccid")
        return SheetLine(
            LineKind.REFUSED, row.iccid, card_id=card_id, row=row.row, cell=cell, reason=why
        )

    def lines(self, row: SheetRow, card: DeskCard) -> list[SheetLine]:
        """A line for each cell that wants something; all of one kind but for the refused.

        None where the row wants nothing: its cells say what the desk has, or had when the sheet
        was written.
        """
        cells = list(self._cells(row, card))
        if any(cell.refused is not None for cell in cells):
            told = [(cell, LineKind.REFUSED, cell.refused or _OTHER_REFUSED) for cell in cells]
        elif any(cell.conflict is not None for cell in cells):
            told = [(cell, LineKind.CONFLICT, cell.conflict or _OTHER_CONFLICT) for cell in cells]
        else:
            return [self._line(row, card, cell, LineKind.CHANGE, None) for cell in cells]
        return [self._line(row, card, *one) for one in told]

    def _line(
        self, row: SheetRow, card: DeskCard, cell: _Cell, kind: LineKind, why: Text | None
    ) -> SheetLine:
        return SheetLine(
            kind,
            card.iccid,
            cell.name,
            cell.before,
            cell.after,
            card_id=card.id,
            row=row.row,
            cell=self._sheet.cell(row.row, cell.name),
            reason=why,
        )

    def _cells(self, row: SheetRow, card: DeskCard) -> Iterator[_Cell]:
        moved = MOVED_ON if row.version and row.version != card.version else None
        for name in (*FIELDS, ROW_VERSION):
            unread = self._sheet.unread.get((row.row, name))
            if unread is not None:
                yield _Cell(name, card.has.get(name), None, unread)
        for name in (REMARK, TAGS, LIMIT):
            if name not in row.says or (row.row, name) in self._sheet.unread:
                continue
            cell = self._kept(name, row.says[name], card, moved)
            if _same(name, cell.after, cell.before) or (name == LIMIT and cell.after is None):
                continue
            if _same(name, cell.after, card.had[name]):
                continue  # not touched in the sheet: it was changed here meanwhile
            edited = None if _same(name, card.had[name], card.has[name]) else _EDITED
            yield replace(cell, conflict=edited or moved)
        if WISH in row.says:
            yield self._wish(str(row.says[WISH]), card, moved)

    def _kept(self, name: str, says: Stored, card: DeskCard, moved: Text | None) -> _Cell:
        try:
            wanted = says if says == card.has[name] else self._wanted(name, says, card)
        except KnownError as error:
            return _Cell(name, card.has[name], says, with_remedy(error.message, error.remedy))
        blocked = None if moved else self._blocked(_ACTIONS[name], card)
        return _Cell(name, card.has[name], wanted, blocked)

    def _wanted(self, name: str, says: Stored, card: DeskCard) -> Stored:
        """What the cell says as the desk keeps it. Raises KnownError for what it cannot keep."""
        if name == REMARK:
            return checked_remark(str(says))
        if name == TAGS:
            return self._tags(str(says), card)
        if says is None:
            return None  # a blank cell wants no limit but the one there is
        limit = int(says)
        if limit < 0 or limit % KB_PER_MB or limit > LARGEST_KB:
            raise KnownError(_NO_LIMIT)
        if not limit and card.has[LIMIT] and not card.own_limit:
            raise KnownError(_OF_VOUCHER)
        return limit

    def _tags(self, says: str, card: DeskCard) -> str:
        names = sorted({checked_tag(name) for name in says.split("\n")}) if says else []
        has = str(card.has[TAGS] or "")
        most = max(self._capabilities.max_tags, len(has.split("\n")) if has else 0)
        if len(names) > most:
            raise KnownError(text(_MANY_TAGS, most=most, count=len(names)))
        return "\n".join(names)

    def _wish(self, words: str, card: DeskCard, moved: Text | None) -> _Cell:
        try:
            request = wish_of(words)
        except KnownError as error:
            return _Cell(WISH, None, words, with_remedy(error.message, error.remedy))
        blocked = None if moved else self._blocked(request.action, card)
        return _Cell(WISH, None, words, blocked, moved)

    def _blocked(self, action: Action, card: DeskCard) -> Text | None:
        ruling = verdict(card.key, action, self._capabilities, self._today)
        return ruling.reason if isinstance(ruling, Blocked) else None


def _same(name: str, one: Stored, other: Stored) -> bool:
    """They say the same, as far as a sheet can carry it: a provider's own words may hold more."""
    if one == other or (name == LIMIT and not one and not other):
        return True
    return name != LIMIT and _in_a_sheet(str(one or "")) == _in_a_sheet(str(other or ""))


def _in_a_sheet(words: str) -> str:
    return carried(words).replace("\r\n", "\n").replace("\r", "\n")
