"""A filter said as a mask over all cards; `where.condition` is the same in SQL (a test compares).

What the columns cannot answer is answered by the database term by term, as ids.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_

import numpy as np

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import (
    CANCELLED_CODE,
    CardFilter,
    Operator,
    Term,
    Value,
    folded,
)
from simdesk.services.storage.codec import storable
from simdesk.services.storage.finding.columns import Mask, Number, View, Whole, nothing
from simdesk.services.storage.finding.fields import CODED, NUMBERS
from simdesk.services.storage.finding.haystack import Haystack
from simdesk.services.storage.where import day_ranges

_LARGEST = 2**63 - 1
_FEW = 16


@dataclass(frozen=True)
class Asked:
    """What a question is asked of: the columns, the texts, and the database for the rest.

    `ask` tells the cards a term holds for that is not negated.
    """

    view: View
    identities: Haystack
    remarks: Haystack
    ask: Callable[[Term], Whole]


def mask(question: CardFilter, asked: Asked) -> Mask:
    """Cards that the question finds. Relative days must have been resolved by `.on(today)`."""
    view = asked.view
    parts = [_holds(term, asked) for term in question.active]
    if question.card_ids is not None:
        parts.append(listed(np.array(question.card_ids, np.int64), view.size))
    if not question.includes_cancelled:
        parts.append(view.numbers["status"] != CANCELLED_CODE)
    return reduce(and_, parts, view.known)


def listed(ids: Whole, size: int) -> Mask:
    """A mask of these ids; those beyond `size` are of cards that came later."""
    found: Mask = np.zeros(size, np.bool_)
    found[ids[(ids >= 0) & (ids < size)]] = True
    return found


def _holds(term: Term, asked: Asked) -> Mask:
    found = _found(term, asked)
    return ~found if term.negated else found


def _found(term: Term, asked: Asked) -> Mask:
    if term.field is None:
        return _bare(term, asked)
    if term.field == "remark":
        return _remark(term, asked)
    if FIELDS[term.field].kind is FieldKind.CANCELLED:
        return _cancelled(term, asked.view)
    if term.field in NUMBERS:
        return _of_numbers(term, asked.view)
    if term.field in CODED:
        return _of_codes(term, asked.view)
    return listed(asked.ask(replace(term, negated=False)), asked.view.size)


# Texts


def _words(term: Term) -> list[str]:
    # What the database cannot hold cannot be found either.
    return [folded(str(value)) for value in term.values if storable(str(value))]


def _bare(term: Term, asked: Asked) -> Mask:
    words, size = _words(term), asked.view.size
    if "" in words:
        return np.ones(size, np.bool_)
    if any("\n" in word for word in words):  # numbers lie line by line: it would join two of them
        return listed(asked.ask(replace(term, negated=False)), size)
    return asked.identities.cards_with(words, size) | asked.remarks.cards_with(words, size)


def _remark(term: Term, asked: Asked) -> Mask:
    size = asked.view.size
    empty = asked.remarks.cards_without_text(size)
    if term.operator is Operator.NONE:
        return empty
    words = _words(term)
    return ~empty if "" in words else asked.remarks.cards_with(words, size)


def _of_codes(term: Term, view: View) -> Mask:
    assert term.field is not None
    words, codes = view.words[term.field], view.codes[term.field]
    values = words.in_order()
    if term.operator is Operator.NONE:
        holds: Iterable[bool] = (not value for value in values)
    else:
        wanted = set(_words(term))
        holds = (bool(value) and folded(value or "") in wanted for value in values)
    return np.fromiter(holds, np.bool_, len(values))[codes]


# Numbers


def _cancelled(term: Term, view: View) -> Mask:
    # any: all cards; yes: only the cancelled; no: only the others.
    cancelled = view.numbers["status"] == CANCELLED_CODE
    if "any" in term.values:
        return np.ones(view.size, np.bool_)
    found = np.zeros(view.size, np.bool_)
    if "yes" in term.values:
        found |= cancelled
    if "no" in term.values:
        found |= ~cancelled
    return found


def _of_numbers(term: Term, view: View) -> Mask:
    assert term.field is not None
    column = view.numbers[term.field]
    if term.operator is Operator.NONE:
        empty: Mask = column == nothing(column)
        return empty
    if FIELDS[term.field].kind is FieldKind.MOMENT:
        parts = [_between(column, low, high) for low, high in day_ranges(term)]
        return reduce(np.logical_or, parts, np.zeros(view.size, np.bool_))
    if term.operator is Operator.RANGE:
        return _range(term, column)
    numbers = [int(value) for value in term.values if isinstance(value, int)]
    wanted = sorted({value for value in numbers if abs(value) <= _LARGEST})
    if len(wanted) > _FEW:
        return np.isin(column, np.array(wanted, np.int64))
    parts = [column == value for value in wanted]
    return reduce(np.logical_or, parts, np.zeros(view.size, np.bool_))


def _range(term: Term, column: Number) -> Mask:
    found: Mask = column != nothing(column)
    if term.low is not None:
        low = _bounded(term.low)
        found &= column > low if term.low_open else column >= low
    if term.high is not None:
        high = _bounded(term.high)
        found &= column < high if term.high_open else column <= high
    return found


def _between(column: Number, low: int | None, high: int | None) -> Mask:
    """At or after `low` and before `high`; what is empty is not."""
    found: Mask = column != nothing(column) if low is None else column >= low
    if high is not None:
        found &= column < high
    return found


def _bounded(value: Value) -> int:
    """Raises ValueError for what is no whole number."""
    if not isinstance(value, int):
        raise ValueError(f"not a number: {value}")
    return max(-_LARGEST, min(_LARGEST, int(value)))
