"""Automation rules: whom they watch, for what, and how often they tell it (domain.md 4.2).

A rule only notifies. Conditions are a closed union of values; a rule is checked by the desk after
each sync, against what the sync brought.
"""

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from simdesk.models.errors import KnownError
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import PlanType, voucher_or_none

LONGEST_NAME = 30
MOST_DAYS = 90
"""A plan's end is watched for so many days ahead at most."""
MOST_PERCENT = 999
MOST_MB = 1024**3
"""1 PB: more is a slip of the hand."""
_SIGNS = frozenset(" -_")


class GroupKind(StrEnum):
    """Whom a rule watches."""

    ALL = "all"
    VOUCHER = "voucher"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Group:
    """All cards, those of one plan voucher, or those with one tag; `value` names it."""

    kind: GroupKind
    value: str = ""


EVERY_CARD = Group(GroupKind.ALL)


class RuleKind(StrEnum):
    """The families of rules, as the console names them."""

    USAGE = "usage"
    STATUS = "status"
    EXPIRY = "expiry"
    POOL = "pool"


class Push(StrEnum):
    """How often a rule tells of the same card, or of the same pool."""

    CYCLE = "cycle"
    DAY = "day"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class CycleUsage:
    """A card has used `mb` MB or more in its plan cycle."""

    mb: int

    @property
    def kb(self) -> int:
        return self.mb * KB_PER_MB


@dataclass(frozen=True, slots=True)
class TierShare:
    """A card of a single-card plan has used `percent` of its data tier or more, add-ons apart."""

    percent: int


@dataclass(frozen=True, slots=True)
class PoolShare:
    """The cards of a voucher have together used `percent` of its pool or more."""

    percent: int


@dataclass(frozen=True, slots=True)
class StatusBecomes:
    """A card's specific status has become one of these."""

    statuses: frozenset[SpecificStatus]


@dataclass(frozen=True, slots=True)
class ExpiresWithin:
    """A card's plan ends today or within `days` days."""

    days: int


Condition = CycleUsage | TierShare | PoolShare | StatusBecomes | ExpiresWithin

_KINDS: dict[type[Condition], RuleKind] = {
    CycleUsage: RuleKind.USAGE,
    TierShare: RuleKind.USAGE,
    PoolShare: RuleKind.POOL,
    StatusBecomes: RuleKind.STATUS,
    ExpiresWithin: RuleKind.EXPIRY,
}


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """What an operator decides about a rule."""

    name: str
    group: Group
    condition: Condition
    push: Push = Push.CYCLE

    @property
    def kind(self) -> RuleKind:
        return _KINDS[type(self.condition)]

    def watches_like(self, other: "RuleDraft") -> bool:
        """Whether both look at the same cards for the same thing; name and push rule apart."""
        return self.group == other.group and self.condition == other.condition


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the desk.

    `watching_since` is when its group or condition was last decided: what it told before that does
    not count for the push rule. `checked_change` is the last observed change it has looked at.
    """

    id: int
    draft: RuleDraft
    enabled: bool
    created_by: str
    created_at: datetime
    watching_since: datetime
    checked_at: datetime | None
    checked_change: int


def checked(draft: RuleDraft) -> RuleDraft:
    """The draft as it is kept. Raises KnownError saying what cannot be and what to do instead."""
    named = replace(draft, name=checked_name(draft.name))
    if draft.group.kind is not GroupKind.ALL and not draft.group.value.strip():
        raise KnownError(_no_value(draft.group.kind))
    reason = _out_of_range(draft.condition) or why_not(draft.group, type(draft.condition))
    if reason is not None:
        raise KnownError(reason)
    return named


def checked_name(words: str) -> str:
    """A rule's name: 1 to 30 letters, digits, blanks, - and _. Raises KnownError."""
    name = words.strip()
    if not name:
        raise KnownError(text(QT_TRANSLATE_NOOP("trade", "The rule needs a name.")))
    if len(name) > LONGEST_NAME:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP(
                    "trade", "A rule's name has at most {most} characters; this has {count}."
                ),
                most=LONGEST_NAME,
                count=len(name),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Shorten it.")),
        )
    for sign in name:
        if sign not in _SIGNS and unicodedata.category(sign)[0] not in "LMN":
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP(
                        "trade",
                        "A rule's name holds letters, digits, blanks, - and _; “{sign}” is none.",
                    ),
                    sign=sign if sign.isprintable() else f"U+{ord(sign):04X}",
                ),
                text(QT_TRANSLATE_NOOP("trade", "Leave it out.")),
            )
    return name


def _no_value(kind: GroupKind) -> Text:
    if kind is GroupKind.TAG:
        return text(QT_TRANSLATE_NOOP("trade", "Choose the tag whose cards the rule watches."))
    return text(QT_TRANSLATE_NOOP("trade", "Choose the voucher whose cards the rule watches."))


def _out_of_range(condition: Condition) -> Text | None:
    match condition:
        case CycleUsage(mb=mb) if not 1 <= mb <= MOST_MB:
            return text(
                QT_TRANSLATE_NOOP("trade", "A usage is 1 to {most} MB, not {count}."),
                most=MOST_MB,
                count=mb,
            )
        case TierShare(percent=percent) | PoolShare(percent=percent):
            if not 1 <= percent <= MOST_PERCENT:
                return text(
                    QT_TRANSLATE_NOOP("trade", "A share is 1 to {most} %, not {count}."),
                    most=MOST_PERCENT,
                    count=percent,
                )
        case ExpiresWithin(days=days) if not 1 <= days <= MOST_DAYS:
            return text(
                QT_TRANSLATE_NOOP("trade", "An expiry is watched 1 to {most} days ahead, not {n}."),
                most=MOST_DAYS,
                n=days,
            )
        case StatusBecomes(statuses=statuses) if not statuses:
            return text(QT_TRANSLATE_NOOP("trade", "Choose at least one status."))
    return None


def why_not(group: Group, condition: type[Condition]) -> Text | None:
    """Why no rule of this group can have such a condition; None when it can.

    A voucher that cannot be read is taken at its word.
    """
    if condition is PoolShare and group.kind is not GroupKind.VOUCHER:
        return text(
            QT_TRANSLATE_NOOP(
                "trade", "A pool belongs to one voucher: choose “plan voucher” as the group."
            )
        )
    plan = _plan_of(group)
    if plan is None:
        return None
    words = shortened(group.value)
    if condition is PoolShare and plan.single_card:
        return text(
            QT_TRANSLATE_NOOP("trade", "{voucher} is a single-card plan: it has no pool."),
            voucher=words,
        )
    if condition is TierShare and not plan.single_card:
        return text(
            QT_TRANSLATE_NOOP(
                "trade", "{voucher} is a pool: only cards of single-card plans have a tier each."
            ),
            voucher=words,
        )
    if condition is ExpiresWithin and plan.pooled:
        return text(
            QT_TRANSLATE_NOOP("trade", "Cards of the pooled plan {voucher} do not expire."),
            voucher=words,
        )
    return None


def _plan_of(group: Group) -> PlanType | None:
    if group.kind is not GroupKind.VOUCHER:
        return None
    parts = voucher_or_none(group.value)
    return None if parts is None else parts.plan_type
