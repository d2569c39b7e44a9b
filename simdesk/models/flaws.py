"""What a verification of the desk's file finds (reliability.md 4.4, 4.13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class FlawKind(StrEnum):
    """What does not agree with what; the value is its name in the audit, for ever."""

    STRUCTURE = "structure"
    """The file itself is damaged: nothing more may be written to it."""
    REFERENCE = "reference"
    CHAIN = "chain"
    PLAN = "plan"
    SEAL = "seal"
    LEDGER = "ledger"
    PURCHASE = "purchase"
    CLOSING = "closing"


_SENTENCES: Mapping[FlawKind, str] = {
    FlawKind.STRUCTURE: QT_TRANSLATE_NOOP("trade", "The file is damaged: {subject}"),
    FlawKind.REFERENCE: QT_TRANSLATE_NOOP("trade", "Rows of {subject} point to rows not there."),
    FlawKind.CHAIN: QT_TRANSLATE_NOOP("trade", "The audit is broken at record {subject}."),
    FlawKind.PLAN: QT_TRANSLATE_NOOP(
        "trade", "The cards of operation {subject} are not those that were approved."
    ),
    FlawKind.SEAL: QT_TRANSLATE_NOOP(
        "trade", "Operation {subject} is not as it was when it was settled."
    ),
    FlawKind.LEDGER: QT_TRANSLATE_NOOP(
        "trade", "The money of {subject} does not lie where its state says."
    ),
    FlawKind.PURCHASE: QT_TRANSLATE_NOOP(
        "trade", "Purchase {subject} is not as the audit recorded it."
    ),
    FlawKind.CLOSING: QT_TRANSLATE_NOOP(
        "trade", "The file was changed since SimDesk was closed: {subject}."
    ),
}


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is not as it must be; `subject` names the operation, record or place."""

    kind: FlawKind
    subject: str

    @property
    def key(self) -> str:
        """What it is called in the audit when an operator has seen it and goes on."""
        return f"{self.kind.value}:{self.subject}"

    @property
    def words(self) -> Text:
        return text(_SENTENCES[self.kind], subject=self.subject)

    @property
    def structural(self) -> bool:
        """The file may not be written any more; only a backup helps."""
        return self.kind is FlawKind.STRUCTURE
