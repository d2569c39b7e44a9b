"""What the codes in a record of the audit are called: colours, rules, reasons, purchases."""

from collections.abc import Iterable, Mapping

from simdesk.models.backups import BackupReason
from simdesk.models.orders import OrderType
from simdesk.models.rule_words import KIND_LABELS, PUSH_LABELS, group_text
from simdesk.models.rules import Group, GroupKind, RuleKind
from simdesk.models.status import SpecificStatus
from simdesk.models.tags import TagColor
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_CODES: Mapping[str, Mapping[str, Text]] = {
    "color": {one.value: one.label for one in TagColor},
    "kind": {
        "voucher_limit": text(QT_TRANSLATE_NOOP("trade", "Usage limit")),
        "add_cards": OrderType.ADD_CARD.label,
        "enlarge_pool": OrderType.ADD_FLOW.label,
        "function_fees": OrderType.FUNCTION.label,
        "pay_order": text(QT_TRANSLATE_NOOP("trade", "Pay an order")),
        "close_order": text(QT_TRANSLATE_NOOP("trade", "Close an order")),
    },
    "push": {push.value: label for push, label in PUSH_LABELS.items()},
    "what": {
        "cycle_usage": KIND_LABELS[RuleKind.USAGE],
        "tier_share": KIND_LABELS[RuleKind.USAGE],
        "pool_share": KIND_LABELS[RuleKind.POOL],
        "status": KIND_LABELS[RuleKind.STATUS],
        "expiry": KIND_LABELS[RuleKind.EXPIRY],
    },
    "why": {one.value: one.label for one in BackupReason},
}
"""By the name of a fact: the labels of its codes."""


def code_words(name: str, value: object) -> list[Text] | None:
    """The labels of a fact's codes; None where it has none, or one that this SimDesk does not know.

    Statuses that a rule looks for are several.
    """
    if name == "becomes" and isinstance(value, list):
        return _statuses(value)
    if name == "group" and isinstance(value, str):
        return _group(*value.partition(" ")[::2])
    known = _CODES.get(name, {}).get(value) if isinstance(value, str) else None
    return None if known is None else [known]


def _statuses(codes: Iterable[object]) -> list[Text] | None:
    found = [SpecificStatus.of(code) for code in codes if isinstance(code, int)]
    return None if None in found else [one.label for one in found if one is not None]


def _group(kind: str, value: str) -> list[Text] | None:
    if kind not in set(GroupKind):
        return None
    return [group_text(Group(GroupKind(kind), value))]
