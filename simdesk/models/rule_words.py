"""Rules in words: labels, conditions, measured values, and one sentence for a whole rule."""

from collections.abc import Collection

from simdesk.models.rules import (
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    PoolShare,
    Push,
    RuleDraft,
    RuleKind,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import size_text

KIND_LABELS = {
    RuleKind.USAGE: text(QT_TRANSLATE_NOOP("trade", "Usage in the plan cycle")),
    RuleKind.STATUS: text(QT_TRANSLATE_NOOP("trade", "Status change")),
    RuleKind.EXPIRY: text(QT_TRANSLATE_NOOP("trade", "Plan expiry")),
    RuleKind.POOL: text(QT_TRANSLATE_NOOP("trade", "Pool usage")),
}
GROUP_LABELS = {
    GroupKind.ALL: text(QT_TRANSLATE_NOOP("trade", "All cards")),
    GroupKind.VOUCHER: text(QT_TRANSLATE_NOOP("trade", "Plan voucher")),
    GroupKind.TAG: text(QT_TRANSLATE_NOOP("trade", "Tag")),
}
PUSH_LABELS = {
    Push.CYCLE: text(QT_TRANSLATE_NOOP("trade", "Once per plan cycle")),
    Push.DAY: text(QT_TRANSLATE_NOOP("trade", "Once a day")),
    Push.CHECK: text(QT_TRANSLATE_NOOP("trade", "At every check")),
}


def group_text(group: Group) -> Text:
    """The group in the list of rules: `All cards`, `Tag depot`, `Voucher CM_SC_M_2_100M`."""
    match group.kind:
        case GroupKind.ALL:
            return GROUP_LABELS[GroupKind.ALL]
        case GroupKind.VOUCHER:
            return text(QT_TRANSLATE_NOOP("trade", "Voucher {name}"), name=group.value)
        case GroupKind.TAG:
            return text(QT_TRANSLATE_NOOP("trade", "Tag {name}"), name=group.value)


def condition_text(condition: Condition) -> Text:
    """The condition as a column shows it: `used in the cycle ≥ 100.0 MB`."""
    match condition:
        case CycleUsage(kb=kb):
            return text(
                QT_TRANSLATE_NOOP("trade", "used in the cycle ≥ {size}"), size=size_text(kb)
            )
        case TierShare(percent=percent):
            return text(
                QT_TRANSLATE_NOOP("trade", "used ≥ {percent} % of the tier"), percent=percent
            )
        case PoolShare(percent=percent):
            return text(QT_TRANSLATE_NOOP("trade", "pool used ≥ {percent} %"), percent=percent)
        case StatusBecomes(statuses=statuses):
            return text(
                QT_TRANSLATE_NOOP("trade", "status becomes {statuses}"), statuses=_either(statuses)
            )
        case ExpiresWithin(days=1):
            return text(QT_TRANSLATE_NOOP("trade", "expires within 1 day"))
        case ExpiresWithin(days=days):
            return text(QT_TRANSLATE_NOOP("trade", "expires within {days} days"), days=days)


def measured_text(condition: Condition, value: int) -> Text:
    """A measured value: KB, percent, a specific status or days left, by the condition."""
    match condition:
        case CycleUsage():
            return text("{size}", size=size_text(value))
        case TierShare() | PoolShare():
            return text("{percent} %", percent=value)
        case StatusBecomes():
            known = SpecificStatus.of(value)
            return text("{code}", code=value) if known is None else known.label
        case ExpiresWithin():
            if value == 0:
                return text(QT_TRANSLATE_NOOP("trade", "expires today"))
            if value == 1:
                return text(QT_TRANSLATE_NOOP("trade", "1 day left"))
            return text(QT_TRANSLATE_NOOP("trade", "{days} days left"), days=value)


def sentence(draft: RuleDraft) -> Text:
    """What the rule will do, as one would tell it to a colleague."""
    template = QT_TRANSLATE_NOOP("trade", "After each sync: {when}, {tell}.")
    return text(template, when=_when(draft.group, draft.condition), tell=_tell(draft))


def _when(group: Group, condition: Condition) -> Text:
    if isinstance(condition, PoolShare):
        return text(
            QT_TRANSLATE_NOOP("trade", "when {percent} % or more of the pool of {voucher} is used"),
            percent=condition.percent,
            voucher=group.value,
        )
    return text(
        QT_TRANSLATE_NOOP("trade", "when {card} {does}"), card=_a_card(group), does=_does(condition)
    )


def _a_card(group: Group) -> Text:
    match group.kind:
        case GroupKind.ALL:
            return text(QT_TRANSLATE_NOOP("trade", "any card"))
        case GroupKind.VOUCHER:
            return text(
                QT_TRANSLATE_NOOP("trade", "a card of the voucher {name}"), name=group.value
            )
        case GroupKind.TAG:
            return text(QT_TRANSLATE_NOOP("trade", "a card tagged “{name}”"), name=group.value)


def _does(condition: Condition) -> Text:
    match condition:
        case CycleUsage(kb=kb):
            return text(
                QT_TRANSLATE_NOOP("trade", "has used {size} or more in its plan cycle"),
                size=size_text(kb),
            )
        case TierShare(percent=percent):
            return text(
                QT_TRANSLATE_NOOP(
                    "trade",
                    "has used {percent} % or more of its data tier (single-card plans only)",
                ),
                percent=percent,
            )
        case StatusBecomes(statuses=statuses):
            return text(
                QT_TRANSLATE_NOOP("trade", "has become {statuses}"), statuses=_either(statuses)
            )
        case ExpiresWithin(days=1):
            return text(QT_TRANSLATE_NOOP("trade", "expires today or tomorrow"))
        case ExpiresWithin(days=days):
            return text(
                QT_TRANSLATE_NOOP("trade", "expires today or within {days} days"), days=days
            )
        case PoolShare(percent=percent):
            raise TypeError(percent)


def _tell(draft: RuleDraft) -> Text:
    pool = isinstance(draft.condition, PoolShare)
    match draft.push:
        case Push.CYCLE if pool:
            return text(QT_TRANSLATE_NOOP("trade", "tell me once a month"))
        case Push.CYCLE:
            return text(QT_TRANSLATE_NOOP("trade", "tell me once per plan cycle of the card"))
        case Push.DAY if pool:
            return text(QT_TRANSLATE_NOOP("trade", "tell me once a day"))
        case Push.DAY:
            return text(QT_TRANSLATE_NOOP("trade", "tell me once a day for each card"))
        case Push.CHECK:
            return text(QT_TRANSLATE_NOOP("trade", "tell me every time"))


def _either(statuses: Collection[SpecificStatus]) -> Text:
    """`In use or Stopped`, in the order of a card's life."""
    labels = [one.label for one in SpecificStatus if one in statuses]
    words = labels[0] if labels else text(QT_TRANSLATE_NOOP("trade", "no status"))
    for label in labels[1:]:
        words = text(QT_TRANSLATE_NOOP("trade", "{first} or {second}"), first=words, second=label)
    return words
