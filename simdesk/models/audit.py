"""What the audit tells: every act of an operator, in words and in facts (reliability.md 4.7)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class Audited(StrEnum):
    """Everything that is written into the audit; the value is its name there, for ever."""

    OPERATION_STARTED = "operation_started"
    OPERATION_PAUSED = "operation_paused"
    OPERATION_CONTINUED = "operation_continued"
    OPERATION_STOPPED = "operation_stopped"
    OPERATION_SETTLED = "operation_settled"
    ITEM_DECIDED = "item_decided"
    PURCHASE_ASKED = "purchase_asked"
    PURCHASE_ANSWERED = "purchase_answered"
    PURCHASE_DECIDED = "purchase_decided"
    REMARK_EDITED = "remark_edited"
    TAGS_EDITED = "tags_edited"
    TAG_CHANGED = "tag_changed"
    RULE_CHANGED = "rule_changed"
    CARDS_EXPORTED = "cards_exported"
    ORDERS_EXPORTED = "orders_exported"
    COMPARISON_EXPORTED = "comparison_exported"
    AUDIT_EXPORTED = "audit_exported"
    GUARDS_CHANGED = "guards_changed"
    BACKUP_MADE = "backup_made"
    BACKUP_RESTORED = "backup_restored"
    SAFE_MODE_LEFT = "safe_mode_left"
    SENDING_CONTINUED = "sending_continued"

    @property
    def label(self) -> Text:
        return text(_LABELS[self])


_LABELS: Mapping[Audited, str] = {
    Audited.OPERATION_STARTED: QT_TRANSLATE_NOOP("trade", "Operation started"),
    Audited.OPERATION_PAUSED: QT_TRANSLATE_NOOP("trade", "Operation paused"),
    Audited.OPERATION_CONTINUED: QT_TRANSLATE_NOOP("trade", "Operation continued"),
    Audited.OPERATION_STOPPED: QT_TRANSLATE_NOOP("trade", "Operation stopped"),
    Audited.OPERATION_SETTLED: QT_TRANSLATE_NOOP("trade", "Operation settled"),
    Audited.ITEM_DECIDED: QT_TRANSLATE_NOOP("trade", "Outcome decided by a person"),
    Audited.PURCHASE_ASKED: QT_TRANSLATE_NOOP("trade", "Purchase asked for"),
    Audited.PURCHASE_ANSWERED: QT_TRANSLATE_NOOP("trade", "Purchase answered"),
    Audited.PURCHASE_DECIDED: QT_TRANSLATE_NOOP("trade", "Purchase decided by a person"),
    Audited.REMARK_EDITED: QT_TRANSLATE_NOOP("trade", "Remark edited"),
    Audited.TAGS_EDITED: QT_TRANSLATE_NOOP("trade", "Tags edited"),
    Audited.TAG_CHANGED: QT_TRANSLATE_NOOP("trade", "Tag changed"),
    Audited.RULE_CHANGED: QT_TRANSLATE_NOOP("trade", "Rule changed"),
    Audited.CARDS_EXPORTED: QT_TRANSLATE_NOOP("trade", "Cards exported"),
    Audited.ORDERS_EXPORTED: QT_TRANSLATE_NOOP("trade", "Orders exported"),
    Audited.COMPARISON_EXPORTED: QT_TRANSLATE_NOOP("trade", "Comparison exported"),
    Audited.AUDIT_EXPORTED: QT_TRANSLATE_NOOP("trade", "Audit exported"),
    Audited.GUARDS_CHANGED: QT_TRANSLATE_NOOP("trade", "Limits changed"),
    Audited.BACKUP_MADE: QT_TRANSLATE_NOOP("trade", "Backup made"),
    Audited.BACKUP_RESTORED: QT_TRANSLATE_NOOP("trade", "Backup restored"),
    Audited.SAFE_MODE_LEFT: QT_TRANSLATE_NOOP("trade", "Safe mode left"),
    Audited.SENDING_CONTINUED: QT_TRANSLATE_NOOP("trade", "Sending continued after an error"),
}


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One link of the chain; `body` holds what was before and after, and reasons.

    `number` counts from 1 without gaps. `subject` names what was acted on: an operation's id, an
    ICCID, a voucher.
    """

    number: int
    at: datetime
    who: str
    host: str
    act: str
    subject: str
    body: Mapping[str, object]
    digest: str


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The end of the chain: how many records there are, and the digest of the last."""

    number: int
    digest: str

    @property
    def mark(self) -> str:
        """As it stands in the files that leave the desk: number, colon, digest."""
        return f"{self.number}:{self.digest}"

    @classmethod
    def parse(cls, mark: str) -> Self:
        """The head of a mark. Raises ValueError for what is none."""
        found = _MARK.fullmatch(mark.strip())
        if found is None:
            raise ValueError(mark)
        return cls(int(found[1]), found[2])


FILE_MARK = "SimDesk audit"
"""Under this name a file that leaves the desk tells programs the head of the audit."""
_MARK = re.compile("([0-9]{1,18}):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which records to list; everything that is given must hold.

    Each of the `words` is somewhere in who, host, act, subject or body, ASCII case apart. `first`
    and `last` are business days, both included.
    """

    words: str = ""
    acts: frozenset[Audited] = frozenset()
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class AuditList:
    """Some records that match, newest first, and how many match altogether."""

    records: tuple[AuditRecord, ...]
    total: int
