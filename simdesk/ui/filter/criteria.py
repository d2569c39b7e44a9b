"""Which fields the advanced search offers, in which group, and which of them can be empty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from simdesk.models.filter_fields import FIELDS, Field, FieldKind
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class Group(Enum):
    """The headings of the advanced search, in order."""

    CARD = "card"
    PLAN = "plan"
    STATUS = "status"
    TRAFFIC = "traffic"
    DATES = "dates"
    OTHER = "other"

    @property
    def label(self) -> Text:
        return text(_GROUP_LABELS[self])


_GROUP_LABELS = {
    Group.CARD: QT_TRANSLATE_NOOP("trade", "Card"),
    Group.PLAN: QT_TRANSLATE_NOOP("trade", "Plan"),
    Group.STATUS: QT_TRANSLATE_NOOP("trade", "Status"),
    Group.TRAFFIC: QT_TRANSLATE_NOOP("trade", "Traffic"),
    Group.DATES: QT_TRANSLATE_NOOP("trade", "Dates"),
    Group.OTHER: QT_TRANSLATE_NOOP("trade", "Other"),
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One field as the advanced search offers it.

    `completed` asks the desk for the values it holds; `extra_words` are found by the search over
    criteria names beside the label and the field's name.
    """

    field: Field
    group: Group
    can_be_empty: bool = False
    completed: bool = False
    extra_words: str = ""

    @property
    def name(self) -> str:
        return self.field.name

    def found_by(self, words: str, label: str) -> bool:
        """Whether all `words` occur in the label as shown, the field's name or the extra words."""
        held = f"{label} {self.field.name} {self.extra_words}".casefold()
        return all(word in held for word in words.casefold().split())


def _criterion(
    name: str, group: Group, *, empty: bool = False, completed: bool = False, words: str = ""
) -> Criterion:
    return Criterion(FIELDS[name], group, empty, completed, words)


CRITERIA: tuple[Criterion, ...] = (
    _criterion("iccid", Group.CARD, words="number id"),
    _criterion("msisdn", Group.CARD, empty=True, words="phone number"),
    _criterion("imsi", Group.CARD, empty=True),
    _criterion("imei", Group.CARD, empty=True, words="device"),
    _criterion("carrier", Group.CARD, words="operator vendor"),
    _criterion("smart", Group.CARD, words="sub-card virtual"),
    _criterion("sim_type", Group.CARD, empty=True, completed=True, words="form factor nano micro"),
    _criterion("tag", Group.CARD, empty=True, completed=True, words="label"),
    _criterion("remark", Group.CARD, empty=True, words="note comment"),
    _criterion("voucher", Group.PLAN, completed=True, words="credential package"),
    _criterion("plan", Group.PLAN, words="data type tariff"),
    _criterion("cycle", Group.PLAN, words="period"),
    _criterion("tier", Group.PLAN, empty=True, words="data level quota"),
    _criterion("pool", Group.PLAN, empty=True, completed=True),
    _criterion("rate", Group.PLAN, words="fee price"),
    _criterion("auto_renew", Group.PLAN, words="recharge"),
    _criterion("status", Group.STATUS),
    _criterion("specific", Group.STATUS, words="suspended reason"),
    _criterion("method", Group.STATUS, empty=True),
    _criterion("due", Group.STATUS, words="cancel"),
    _criterion("pending", Group.STATUS, words="operation"),
    _criterion("cancelled", Group.STATUS, words="closed account"),
    _criterion("usage", Group.TRAFFIC, words="used data flow"),
    _criterion("left", Group.TRAFFIC, empty=True, words="remaining rest"),
    _criterion("left_share", Group.TRAFFIC, empty=True, words="remaining percent"),
    _criterion("sms", Group.TRAFFIC, words="message"),
    _criterion("idle", Group.TRAFFIC, empty=True, words="no data unused quiet waste"),
    _criterion("limit", Group.TRAFFIC, empty=True, words="threshold stop"),
    _criterion("expires", Group.DATES, empty=True, words="expiry end"),
    _criterion("silent_ends", Group.DATES, empty=True, words="forced activation deadline"),
    _criterion("auto_cancel", Group.DATES, empty=True, words="stopped deadline automatic"),
    _criterion("activated", Group.DATES, empty=True, words="activation"),
    _criterion("opened", Group.DATES, words="account opening"),
    _criterion("synced", Group.DATES, words="read sync refresh stale"),
    _criterion("missing", Group.DATES, empty=True, words="vanished listed"),
    _criterion("apn", Group.OTHER, empty=True, completed=True),
    _criterion("network", Group.OTHER, empty=True, completed=True, words="4G 5G"),
    _criterion("certify", Group.OTHER, empty=True, completed=True, words="real-name enterprise"),
    _criterion("group", Group.OTHER, empty=True, completed=True, words="directional"),
    _criterion("order", Group.OTHER, empty=True),
    _criterion("notification", Group.OTHER, empty=True, words="rule automation alert notify"),
)


def criteria_of(group: Group) -> tuple[Criterion, ...]:
    return tuple(one for one in CRITERIA if one.group is group)


_OPERATORS = {
    FieldKind.ID: (Operator.ANY_OF,),
    FieldKind.TEXT: (Operator.ANY_OF,),
    FieldKind.WORDS: (Operator.CONTAINS,),
    FieldKind.CHOICE: (Operator.ANY_OF,),
    FieldKind.SIZE: (Operator.RANGE, Operator.ANY_OF),
    FieldKind.NUMBER: (Operator.RANGE, Operator.ANY_OF),
    FieldKind.MOMENT: (Operator.RANGE, Operator.ANY_OF),
    FieldKind.FLAG: (Operator.ANY_OF,),
    FieldKind.TAGS: (Operator.ANY_OF,),
    FieldKind.CANCELLED: (Operator.ANY_OF,),
}


_PARTING = frozenset(",，\n\r\t")
"""Signs that a line of entries separated by commas cannot hold inside an entry."""


def shows(field: Field, term: Term) -> bool:
    """Whether the criterion's control can show `term` without losing anything of it."""
    if term.field != field.name:
        return False
    if term.operator is Operator.NONE:
        return True
    if term.operator not in _OPERATORS[field.kind]:
        return False
    if term.operator is Operator.RANGE:
        ends = (term.low is not None, term.high is not None)
        return ends != (True, True) or not (term.low_open or term.high_open)
    return _fits(field.kind, term)


def _fits(kind: FieldKind, term: Term) -> bool:
    if kind in (FieldKind.FLAG, FieldKind.CANCELLED):
        return len(term.values) == 1 and not term.negated
    if kind in (FieldKind.SIZE, FieldKind.NUMBER, FieldKind.MOMENT):
        return len(term.values) == 1
    if kind is FieldKind.CHOICE:
        return True
    words = [str(value) for value in term.values]
    return not any(word != word.strip() or set(word) & _PARTING for word in words)


def place_of(field: Field, terms: Sequence[Term]) -> int | None:
    """Where the term stands that this criterion's control shows; the first one it can."""
    for place, term in enumerate(terms):
        if shows(field, term):
            return place
    return None


def changed(asked: CardFilter, field: Field, term: Term | None) -> CardFilter:
    """`asked` with what the criterion's control says now, every other term untouched.

    A changed term keeps its place; a new one goes last; None takes the term away.
    """
    place = place_of(field, asked.terms)
    if place is None:
        return asked if term is None else asked.with_term(term)
    if term is None:
        return asked.without(place)
    return replace(asked, terms=(*asked.terms[:place], term, *asked.terms[place + 1 :]))


def others(field: Field, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Further terms on the same field that the control does not show and leaves alone."""
    place = place_of(field, terms)
    return tuple(
        term for number, term in enumerate(terms) if term.field == field.name and number != place
    )
