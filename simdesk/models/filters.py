"""The question as data: a `CardFilter` is ANDed terms over named fields, and its Python twin.

`matches` says in Python what storage says in SQL; a property test compares the two. Letters are
compared without regard to ASCII case only, which is what SQLite does.
"""

import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from simdesk.models.filter_fields import FIELDS, Field, FieldKind, Reading
from simdesk.models.periods import local

if TYPE_CHECKING:
    from simdesk.models.card import CardRow

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
PREFIX_LENGTH = 6
"""An id of at least this many characters also matches as a prefix (domain.md 7)."""


class Operator(StrEnum):
    ANY_OF = "any_of"
    RANGE = "range"
    NONE = "none"
    CONTAINS = "contains"


_ASKED = (Operator.ANY_OF, Operator.NONE)
_COMPARED = (Operator.ANY_OF, Operator.RANGE, Operator.NONE)
OPERATORS: Mapping[FieldKind, tuple[Operator, ...]] = MappingProxyType(
    {
        FieldKind.ID: _ASKED,
        FieldKind.TEXT: _ASKED,
        FieldKind.WORDS: (Operator.CONTAINS, Operator.NONE),
        FieldKind.CHOICE: _ASKED,
        FieldKind.SIZE: _COMPARED,
        FieldKind.NUMBER: _COMPARED,
        FieldKind.MOMENT: _COMPARED,
        FieldKind.FLAG: (Operator.ANY_OF,),
        FieldKind.TAGS: _ASKED,
        FieldKind.CANCELLED: (Operator.ANY_OF,),
    }
)
"""What may be asked of each kind of field. Bare words take CONTAINS alone."""


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """A day counted from today, so that a saved search stays true: `expires<30d`."""

    days: int


Value = str | int | bool | date | RelativeDay


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `field` is None for bare words, which search the ids and the remark.

    `values` are for ANY_OF and CONTAINS; `low` and `high` for RANGE, either may be None, each
    included unless `low_open`/`high_open`. A disabled term stays visible and asks nothing.
    """

    field: str | None
    operator: Operator
    values: tuple[Value, ...] = ()
    low: Value | None = None
    high: Value | None = None
    low_open: bool = False
    high_open: bool = False
    negated: bool = False
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class CardFilter:
    """Terms joined by AND; cancelled cards are left out unless a term asks for them.

    `card_ids`, where given, narrows to these cards (a pasted list, a frozen selection).
    """

    terms: tuple[Term, ...] = ()
    card_ids: tuple[int, ...] | None = None

    @property
    def active(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.enabled)

    @property
    def includes_cancelled(self) -> bool:
        """True when a term names cancelled cards, or the cards themselves are named."""
        return self.card_ids is not None or any(map(_asks_for_cancelled, self.active))

    def with_term(self, term: Term) -> "CardFilter":
        return replace(self, terms=(*self.terms, term))

    def without(self, index: int) -> "CardFilter":
        return replace(self, terms=self.terms[:index] + self.terms[index + 1 :])

    def on(self, today: date) -> "CardFilter":
        """The same question with days counted from `today` made dates."""
        return replace(self, terms=tuple(_resolved(term, today) for term in self.terms))

    def matches(self, row: "CardRow") -> bool:
        """The Python twin of the SQL. Raises ValueError if a relative day was not resolved."""
        if any(map(_relative, self.active)):
            raise ValueError("days counted from today are not dates yet: ask on(today) first")
        if self.card_ids is not None and row.id not in self.card_ids:
            return False
        if row.facts.status == CANCELLED_CODE and not self.includes_cancelled:
            return False
        return all(_holds(term, row) for term in self.active)


CANCELLED_CODE = 50


class Direction(Enum):
    ASCENDING = "ascending"
    DESCENDING = "descending"


@dataclass(frozen=True, slots=True)
class SortKey:
    """One field to order by; empty values come last, whichever way it goes."""

    field: str
    direction: Direction = Direction.ASCENDING

    def arranged(self, rows: "Iterable[CardRow]") -> "list[CardRow]":
        """Rows in the order of this field; equal ones stay as they come."""
        full: list[tuple[Any, CardRow]] = []
        empty: list[CardRow] = []
        for row in rows:
            value = _compared(FIELDS[self.field].read(row))
            if value is None:
                empty.append(row)
            else:
                full.append((value, row))
        full.sort(key=lambda one: one[0], reverse=self.direction is Direction.DESCENDING)
        return [*(row for _, row in full), *empty]


@dataclass(frozen=True, slots=True)
class Sort:
    """Order by a field and then by a `second` one; ties are broken by the card's id.

    `AS_LISTED` is the order of a question's `card_ids`, the first time each is named; it means the
    usual order for a question without them.
    """

    field: str = "iccid"
    direction: Direction = Direction.ASCENDING
    second: SortKey | None = None

    @property
    def as_listed(self) -> bool:
        return self.field == _LISTED

    @property
    def keys(self) -> tuple[SortKey, ...]:
        """The fields to order by, the first one first; none for the order of a list."""
        if self.as_listed:
            return ()
        first = SortKey(self.field, self.direction)
        return (first,) if self.second is None else (first, self.second)

    def for_question(self, question: CardFilter) -> "Sort":
        """This order where the question has what it needs, else the usual one."""
        return Sort() if self.as_listed and question.card_ids is None else self

    def arranged(self, rows: "Iterable[CardRow]", question: CardFilter) -> "list[CardRow]":
        """The Python twin of the SQL: the rows of a question in this order."""
        if self.as_listed and question.card_ids is not None:
            ids = question.card_ids
            places = {card_id: place for place, card_id in reversed(list(enumerate(ids)))}
            return sorted(rows, key=lambda row: places[row.id])
        found = sorted(rows, key=lambda row: row.id)
        for key in reversed(self.for_question(question).keys):
            found = key.arranged(found)
        return found


_LISTED = "listed"
AS_LISTED = Sort(_LISTED)


def _compared(value: Reading) -> Any:  # noqa: ANN401 - values of one field compare with each other
    """What a sort compares, None when it is empty; several numbers one under the other."""
    if isinstance(value, tuple):
        value = "\n".join(value)
    return folded(value) or None if isinstance(value, str) else value


def folded(words: str) -> str:
    """ASCII letters in lower case, the rest as it is: what the database compares."""
    return words.translate(_LOWER)


def _asks_for_cancelled(term: Term) -> bool:
    if term.field == "cancelled":
        return True
    if term.negated or term.operator is not Operator.ANY_OF:
        return False
    return term.field in ("status", "specific") and CANCELLED_CODE in term.values


def _resolved(term: Term, today: date) -> Term:
    def day(value: Value | None) -> Value | None:
        if isinstance(value, RelativeDay):
            return today + timedelta(days=value.days)
        return value

    values = tuple(value for value in map(day, term.values) if value is not None)
    return replace(term, values=values, low=day(term.low), high=day(term.high))


def _relative(term: Term) -> bool:
    return any(isinstance(value, RelativeDay) for value in (*term.values, term.low, term.high))


def _holds(term: Term, row: "CardRow") -> bool:
    if term.field is None:
        found = any(_contains(_bare(row), str(value)) for value in term.values)
        return found is not term.negated
    field = FIELDS[term.field]
    if field.kind is FieldKind.CANCELLED:
        return _cancelled_holds(term, row)
    return _test(term, field)(list(_readings(field, row))) is not term.negated


def _cancelled_holds(term: Term, row: "CardRow") -> bool:
    # any: all cards; yes: only the cancelled; no: only the others.
    cancelled = row.facts.status == CANCELLED_CODE
    kept = "any" in term.values or ("yes" if cancelled else "no") in term.values
    return kept is not term.negated


def _bare(row: "CardRow") -> list[str]:
    facts = row.facts
    return [facts.iccid, *facts.msisdns, *facts.imsis, row.remark]


def _contains(texts: Iterable[str], words: str) -> bool:
    wanted = folded(words)
    return any(wanted in folded(candidate) for candidate in texts)


def _readings(field: Field, row: "CardRow") -> Iterable[Value]:
    found = field.read(row)
    for value in found if isinstance(found, tuple) else (found,):
        if isinstance(value, datetime):
            yield local(value).date()
        elif value is not None and value != "":
            yield value


def _test(term: Term, field: Field) -> Callable[[list[Value]], bool]:
    if term.operator is Operator.NONE:
        return lambda found: not found
    if term.operator is Operator.CONTAINS:
        return lambda found: any(_contains(map(str, found), str(value)) for value in term.values)
    if term.operator is Operator.RANGE:
        return lambda found: any(_within(term, value) for value in found)
    return lambda found: any(
        _equal(field.kind, mine, wanted) for mine in found for wanted in term.values
    )


def _equal(kind: FieldKind, mine: Value, wanted: Value) -> bool:
    if kind is FieldKind.ID:
        held, asked = folded(str(mine)), folded(str(wanted))
        return held == asked or (len(asked) >= PREFIX_LENGTH and held.startswith(asked))
    if isinstance(mine, str):
        return folded(mine) == folded(str(wanted))
    return mine == wanted


def _within(term: Term, value: Value) -> bool:
    return _above(term, value) and _below(term, value)


def _above(term: Term, value: Value) -> bool:
    if term.low is None:
        return True
    if term.low_open:
        return bool(value > term.low)  # type: ignore[operator]  # same kind by the parser
    return bool(value >= term.low)  # type: ignore[operator]


def _below(term: Term, value: Value) -> bool:
    if term.high is None:
        return True
    if term.high_open:
        return bool(value < term.high)  # type: ignore[operator]
    return bool(value <= term.high)  # type: ignore[operator]
