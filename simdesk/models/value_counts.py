"""Cards counted by the values of one field: what a list to group by shows, a condition for each."""

from dataclasses import dataclass
from enum import Enum

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import Operator, Term, Value
from simdesk.models.usage import KB_PER_GB, KB_PER_MB

MOST_VALUES = 1_000
"""As many different values are told; a million ICCIDs are no list that anyone reads."""

BANDS: tuple[int, ...] = (
    0,
    1,
    KB_PER_MB,
    10 * KB_PER_MB,
    100 * KB_PER_MB,
    KB_PER_GB,
    10 * KB_PER_GB,
    100 * KB_PER_GB,
)
"""Where each band of sizes in KB begins; the first is nothing at all, the last has no end."""
BANDED = frozenset({"usage", "left"})
"""Fields that say another size on nearly every card: they are counted by bands."""
BELOW = -1
"""The value of the band of what lies below zero."""

GROUPED: tuple[str, ...] = tuple(
    name for name, field in FIELDS.items() if field.kind is not FieldKind.CANCELLED
)
"""Fields whose values can be counted."""


class CountOrder(Enum):
    """What a list of values is ordered by; equal ones by their value, empty values come last."""

    COUNT = "count"
    VALUE = "value"
    USAGE = "usage"


@dataclass(frozen=True, slots=True)
class ValueCount:
    """One value of a field: on how many cards, and their usage in this cycle in KB.

    `value` is what a filter's term takes, for a band of sizes its least KB (`BELOW` for what lies
    below zero), None for cards where the field is empty. `term` finds these cards; a remark is
    looked for as words, and an id may begin another one, so that these may find more.
    """

    value: Value | None
    count: int
    usage_kb: int
    term: Term


@dataclass(frozen=True, slots=True)
class ValueCounts:
    """The first `rows` of `different` values on `cards`.

    Counts add up to more than `cards` where one card has several numbers or tags.
    """

    rows: tuple[ValueCount, ...] = ()
    different: int = 0
    cards: int = 0


def term_of_value(name: str, value: Value | None) -> Term:
    """The condition that finds the cards counted under a value of this field."""
    if value is None:
        return Term(name, Operator.NONE)
    if name in BANDED:
        return _band(name, value)
    if FIELDS[name].kind is FieldKind.WORDS:
        return Term(name, Operator.CONTAINS, (value,))
    return Term(name, Operator.ANY_OF, (value,))


def _band(name: str, low: Value) -> Term:
    if low == BELOW:
        return Term(name, Operator.RANGE, high=0, high_open=True)
    if low == 0:
        return Term(name, Operator.ANY_OF, (0,))
    place = BANDS.index(int(low)) + 1  # type: ignore[arg-type]  # sizes are whole numbers
    if place == len(BANDS):
        return Term(name, Operator.RANGE, low=low)
    return Term(name, Operator.RANGE, low=low, high=BANDS[place], high_open=True)
