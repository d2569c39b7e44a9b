"""Tags: the operator's own labels for cards (domain.md 6.5; 9, rows 22 and 35)."""

from dataclasses import dataclass
from enum import StrEnum

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class TagColor(StrEnum):
    """The colours a tag can have; the theme says what each looks like."""

    SLATE = "slate"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    VIOLET = "violet"
    PINK = "pink"

    @property
    def label(self) -> Text:
        return text(_LABELS[self])

    @classmethod
    def of(cls, stored: str) -> "TagColor":
        """The colour of that name; slate for one that this SimDesk does not know."""
        return next((one for one in cls if one.value == stored), cls.SLATE)


_LABELS = {
    TagColor.SLATE: QT_TRANSLATE_NOOP("trade", "Slate"),
    TagColor.RED: QT_TRANSLATE_NOOP("trade", "Red"),
    TagColor.AMBER: QT_TRANSLATE_NOOP("trade", "Amber"),
    TagColor.GREEN: QT_TRANSLATE_NOOP("trade", "Green"),
    TagColor.TEAL: QT_TRANSLATE_NOOP("trade", "Teal"),
    TagColor.BLUE: QT_TRANSLATE_NOOP("trade", "Blue"),
    TagColor.VIOLET: QT_TRANSLATE_NOOP("trade", "Violet"),
    TagColor.PINK: QT_TRANSLATE_NOOP("trade", "Pink"),
}


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as the Tags page lists it.

    `cards` counts the cards that carry it, cancelled ones left out; `rules` names the automation
    rules that watch it.
    """

    id: int
    name: str
    color: TagColor
    cards: int
    cancelled: int
    rules: tuple[str, ...] = ()
