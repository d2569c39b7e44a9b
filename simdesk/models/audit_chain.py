"""Whether the chain of the audit is whole, and where it breaks (reliability.md 4.7)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from simdesk.models.audit import AuditHead
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head of the chain that was written down outside of the database, when and why.

    `at` is in business time, None for one that an operator brings along.
    """

    head: AuditHead
    at: datetime | None
    why: str

    @property
    def noted(self) -> Text:
        """When and why it was written down."""
        if self.at is None:
            return text(QT_TRANSLATE_NOOP("trade", "{why}"), why=self.why)
        return text(QT_TRANSLATE_NOOP("trade", "{why}, {at}"), why=self.why, at=self.at)


class Breach(Enum):
    """What is wrong with a record."""

    ALTERED = "altered"
    """Its digest is not that of what it tells."""
    MISSING = "missing"
    """It is not there, though later ones are."""
    UNLINKED = "unlinked"
    """It does not follow from the record before."""
    REWRITTEN = "rewritten"
    """It, or one since the anchor before, was written anew: its digest is not the anchored one."""
    CUT_OFF = "cut off"
    """It is not there, and neither are later ones, though one of them was anchored."""
    UNREADABLE = "unreadable"
    """The file is damaged there."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The first broken record; with `since`, the break is at one from there to `number`.

    `anchor` is the one that the chain contradicts, where it does.
    """

    number: int
    breach: Breach
    since: int | None = None
    anchor: Anchor | None = None

    @property
    def words(self) -> Text:
        """What is wrong, in one sentence; a gap for a moment is filled in business time."""
        anchor = self.anchor
        return text(
            _SENTENCES[self.breach],
            number=f"{self.number:,}",
            before=f"{self.number - 1:,}",
            since=f"{self.since or self.number:,}",
            anchored="" if anchor is None else f"{anchor.head.number:,}",
            noted="" if anchor is None else anchor.noted,
        )


_SENTENCES = {
    Breach.ALTERED: QT_TRANSLATE_NOOP(
        "trade", "Record {number} was altered: its digest does not fit what it tells."
    ),
    Breach.MISSING: QT_TRANSLATE_NOOP("trade", "Record {number} is missing."),
    Breach.UNLINKED: QT_TRANSLATE_NOOP(
        "trade", "Record {number} does not follow from record {before}."
    ),
    Breach.REWRITTEN: QT_TRANSLATE_NOOP(
        "trade",
        "Records from {since} on were written anew: record {anchored} is not the one that was"
        " noted ({noted}).",
    ),
    Breach.CUT_OFF: QT_TRANSLATE_NOOP(
        "trade",
        "Records from {number} on were cut off: record {anchored} was noted ({noted}).",
    ),
    Breach.UNREADABLE: QT_TRANSLATE_NOOP(
        "trade", "Record {number} cannot be read: the file is damaged."
    ),
}


@dataclass(frozen=True, slots=True)
class ChainVerdict:
    """How far the chain is whole: `head` is the last record found so, `anchors` agreed with it.

    `unreadable` counts lines among the anchors that are none.
    """

    head: AuditHead
    anchors: int
    broken: Broken | None = None
    unreadable: int = 0

    @property
    def whole(self) -> bool:
        return self.broken is None
