"""A value that cards are counted by, in words."""

from simdesk.models.filter_fields import FIELDS
from simdesk.models.filter_words import value_words
from simdesk.models.filters import Operator, Value
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.value_counts import term_of_value


def counted_words(name: str, value: Value | None) -> Text:
    """How a list of values says this one: `In Use`, `1 MB to 10 MB`, `empty`.

    Dates travel as dates, so that the window shows them in its own form.
    """
    field, term = FIELDS[name], term_of_value(name, value)
    if value is None:
        return text(QT_TRANSLATE_NOOP("trade", "empty"))
    if term.operator is not Operator.RANGE:
        return value_words(field, value)
    low = None if term.low is None else value_words(field, term.low)
    high = None if term.high is None else value_words(field, term.high)
    if low is None:
        return text(QT_TRANSLATE_NOOP("trade", "below {high}"), high=high)
    if high is None:
        return text(QT_TRANSLATE_NOOP("trade", "{low} or more"), low=low)
    # The upper end belongs to the next band; the condition above the table is exact.
    return text(QT_TRANSLATE_NOOP("trade", "{low} to {high}"), low=low, high=high)
