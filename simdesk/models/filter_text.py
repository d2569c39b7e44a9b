"""The text form of a `CardFilter`, read and written.

    carrier:CMCC status:in_use,suspended usage>=100MB expires<30d -tag:test remark:"north gate"

Terms are joined by AND. `field:a,b` is any of them, `field:low..high` a range with its ends
(`low<..<high` without them, either end may be left out), `field:none` empty; `-` before a term
turns it round, `~` switches it off. Bare words and "quoted phrases" are looked for in the ids and
the remark, each its own term. In quotes, `\\"`, `\\\\`, `\\n`, `\\r` and `\\t` are escapes. Days
are dates or counted from today: `today`, `30d`, `-7d`. There are no brackets, no OR, no patterns.

`parse_filter(filter_text(f)) == f` for every filter made of terms that `filters.OPERATORS`
admits,
`card_ids` apart: those have no text form. Text
is ASCII where digits count: full-width or Arabic digits are refused.
"""

from simdesk.models.filter_completion import Completion, completions
from simdesk.models.filter_fields import FIELDS, Field
from simdesk.models.filter_reading import parse_filter
from simdesk.models.filter_tokens import NONE, RANGE, FilterError
from simdesk.models.filter_values import value_text
from simdesk.models.filter_words import term_words
from simdesk.models.filters import CardFilter, Operator, Term

__all__ = [
    "Completion",
    "FilterError",
    "completions",
    "filter_text",
    "parse_filter",
    "term_text",
    "term_words",
]


def filter_text(question: CardFilter) -> str:
    """Write a filter's terms; its `card_ids` are left out."""
    return " ".join(map(term_text, question.terms))


def term_text(term: Term) -> str:
    """Write one term. Raises ValueError for a term that has no text form."""
    marks = ("" if term.enabled else "~") + ("-" if term.negated else "")
    if term.field is None:
        return marks + _list_text(None, term)
    return f"{marks}{term.field}{_condition_text(FIELDS[term.field], term)}"


def _condition_text(field: Field, term: Term) -> str:
    if term.operator is Operator.NONE:
        return f":{NONE}"
    if term.operator is Operator.RANGE:
        return _range_text(field, term)
    return ":" + _list_text(field, term)


def _list_text(field: Field | None, term: Term) -> str:
    if not term.values:
        raise ValueError(f"a term without values: {term}")
    return ",".join(value_text(field, value) for value in term.values)


def _range_text(field: Field, term: Term) -> str:
    low = None if term.low is None else value_text(field, term.low)
    high = None if term.high is None else value_text(field, term.high)
    if low is not None and high is not None:
        return f":{low}{'<' * term.low_open}{RANGE}{'<' * term.high_open}{high}"
    if low is not None:
        return f">{'' if term.low_open else '='}{low}"
    if high is not None:
        return f"<{'' if term.high_open else '='}{high}"
    raise ValueError(f"a range without ends: {term}")
