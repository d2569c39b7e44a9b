"""Lines of what two sides say about one card: differences, and what a sheet wants changed."""

from dataclasses import dataclass
from enum import StrEnum

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

Stored = str | int | None
"""A value as a desk keeps it: codes, KB, seconds since 1970, lists as lines."""


class LineKind(StrEnum):
    """What a line says. The first three compare, the others are about bringing a sheet back."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"
    CHANGE = "change"
    """To be done: the sheet wants another value than the desk has."""
    CONFLICT = "conflict"
    """The same, but the card moved on since the sheet was written."""
    REFUSED = "refused"

    @property
    def label(self) -> Text:
        return text(_LABELS[self])


_LABELS = {
    LineKind.ADDED: QT_TRANSLATE_NOOP("trade", "Added"),
    LineKind.GONE: QT_TRANSLATE_NOOP("trade", "Gone"),
    LineKind.CHANGED: QT_TRANSLATE_NOOP("trade", "Changed"),
    LineKind.CHANGE: QT_TRANSLATE_NOOP("trade", "Change"),
    LineKind.CONFLICT: QT_TRANSLATE_NOOP("trade", "Conflict"),
    LineKind.REFUSED: QT_TRANSLATE_NOOP("trade", "Refused"),
}


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line about a card.

    `field` is the key of an export column, "" where the line is about the card as a whole.
    `usage_kb` is what was used since, where that is known. `card_id` is the card's on the desk, or
    of two sides on the later one that has it; `row` is the row of the sheet, from 1, `cell` its
    address.
    """

    kind: LineKind
    iccid: str
    field: str = ""
    before: Stored = None
    after: Stored = None
    usage_kb: int | None = None
    card_id: int | None = None
    row: int | None = None
    cell: str = ""
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class LineQuestion:
    """Which lines are wanted: of a kind, of a field, and those that say `words` somewhere."""

    kind: LineKind | None = None
    field: str | None = None
    words: str = ""
