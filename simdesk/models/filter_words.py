"""One term of a filter in words, for the chips above the table."""

from datetime import date

from simdesk.models.filter_fields import FIELDS, Field, FieldKind
from simdesk.models.filter_values import choice_of
from simdesk.models.filters import Operator, RelativeDay, Term, Value
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import exact_size

_SHOWN_VALUES = 3


def term_words(term: Term) -> Text:
    """A term as people read it: `status: In Use`, `usage >= 100 MB`, `not tag: test`.

    Dates travel as dates, so that the window shows them in its own form.
    """
    words = _positive(term)
    return text(QT_TRANSLATE_NOOP("trade", "not {words}"), words=words) if term.negated else words


def _positive(term: Term) -> Text:
    field = None if term.field is None else FIELDS[term.field]
    if field is None:
        return _listed(None, term.values)
    name = field.name.replace("_", " ")
    if term.operator is Operator.NONE:
        return text(QT_TRANSLATE_NOOP("trade", "{name}: none"), name=name)
    if term.operator is Operator.RANGE:
        return _range_words(field, name, term)
    return text(
        QT_TRANSLATE_NOOP("trade", "{name}: {value}"), name=name, value=_listed(field, term.values)
    )


def _range_words(field: Field, name: str, term: Term) -> Text:
    low = None if term.low is None else value_words(field, term.low)
    high = None if term.high is None else value_words(field, term.high)
    if low is None and high is None:
        return text(QT_TRANSLATE_NOOP("trade", "{name}: any"), name=name)
    if high is None:
        sign = ">" if term.low_open else ">="
        return text("{name} {sign} {value}", name=name, sign=sign, value=low)
    if low is None:
        sign = "<" if term.high_open else "<="
        return text("{name} {sign} {value}", name=name, sign=sign, value=high)
    if not term.low_open and not term.high_open:
        return text(
            QT_TRANSLATE_NOOP("trade", "{name}: {low} to {high}"), name=name, low=low, high=high
        )
    return text(
        "{low} {first} {name} {second} {high}",
        name=name,
        low=low,
        first="<" if term.low_open else "<=",
        second="<" if term.high_open else "<=",
        high=high,
    )


def _listed(field: Field | None, values: tuple[Value, ...]) -> Text:
    shown = [value_words(field, value) for value in values[:_SHOWN_VALUES]]
    words = shown[0] if shown else Text("-")
    for one in shown[1:]:
        words = text(QT_TRANSLATE_NOOP("trade", "{first}, {second}"), first=words, second=one)
    if len(values) > _SHOWN_VALUES:
        return text(
            QT_TRANSLATE_NOOP("trade", "{words} and {count} more"),
            words=words,
            count=len(values) - _SHOWN_VALUES,
        )
    return words


def value_words(field: Field | None, value: Value) -> Text:
    """One value of a field, or of bare words, as people read it."""
    match value:
        case True:
            return text(QT_TRANSLATE_NOOP("trade", "yes"))
        case False:
            return text(QT_TRANSLATE_NOOP("trade", "no"))
        case date():
            return text("{day}", day=value)
        case RelativeDay():
            return _relative_words(value.days)
    choice = None if field is None else choice_of(field, value)
    if choice is not None:
        return choice.label
    if field is not None and field.kind is FieldKind.SIZE and isinstance(value, int):
        amount, unit = exact_size(value)
        return text("{amount} {unit}", amount=f"{amount:,}", unit=unit)
    if field is not None and field.unit:
        return text("{value} {unit}", value=value, unit=field.unit)
    quoted = field is None or field.kind is FieldKind.WORDS
    return text("“{words}”" if quoted else "{words}", words=value)


def _relative_words(days: int) -> Text:
    if days == 0:
        return text(QT_TRANSLATE_NOOP("trade", "today"))
    if days == 1:
        return text(QT_TRANSLATE_NOOP("trade", "tomorrow"))
    if days == -1:
        return text(QT_TRANSLATE_NOOP("trade", "yesterday"))
    if days > 0:
        return text(QT_TRANSLATE_NOOP("trade", "today + {count} days"), count=days)
    return text(QT_TRANSLATE_NOOP("trade", "today - {count} days"), count=-days)
