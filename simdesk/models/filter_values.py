"""Values of a filter, read and written: choices, sizes, numbers, days, yes and no, ids."""

import re
from collections.abc import Callable
from datetime import date

from simdesk.models.errors import KnownError
from simdesk.models.filter_fields import Choice, Field, FieldKind
from simdesk.models.filter_tokens import quoted
from simdesk.models.filters import RelativeDay, Value
from simdesk.models.numbers import cleaned
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text
from simdesk.models.usage import exact_size, parse_size

_DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_RELATIVE = re.compile("([+-]?[0-9]{1,5})d", re.IGNORECASE)
_WHOLE = re.compile("[0-9]{1,15}")
_ID = re.compile("[0-9A-Za-z]+")
_FURTHEST_DAYS = 36_500
_TODAY = "today"
_YES = frozenset({"yes", "true", "on"})
_NO = frozenset({"no", "false", "off"})
_CODED = frozenset({"status", "specific"})
"""Fields that may hold codes SimDesk does not know; these are asked for as numbers."""

RANGED = frozenset({FieldKind.SIZE, FieldKind.NUMBER, FieldKind.MOMENT})
"""Kinds that can be compared and asked for a range."""


def parse_value(field: Field, words: str) -> Value:
    """Read one value of `field`. Raises KnownError saying what to write instead."""
    if not words.strip():
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "A value is missing.")),
            text(
                QT_TRANSLATE_NOOP("trade", "To find empty ones, write {name}:none."),
                name=field.name,
            ),
        )
    return _READERS[field.kind](field, words)


def value_text(field: Field | None, value: Value) -> str:
    """Write one value of `field` so that `parse_value` reads it again."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case RelativeDay(days=0):
            return _TODAY
        case RelativeDay(days=days):
            return f"{days}d"
    choice = None if field is None else choice_of(field, value)
    if choice is not None:
        return choice.token
    if isinstance(value, int):
        return _number_text(field, value)
    return quoted(value)


def choice_of(field: Field, value: Value) -> Choice | None:
    """The choice of `field` that is stored as `value`; None where there is none."""
    return next((choice for choice in field.choices if choice.value == value), None)


def _number_text(field: Field | None, value: int) -> str:
    if field is not None and field.kind is FieldKind.SIZE:
        amount, unit = exact_size(value)
        return f"{amount}{unit}"
    return f"{value}{field.unit if field is not None else ''}"


def _read_text(field: Field, words: str) -> Value:
    del field
    return words


def _read_id(field: Field, words: str) -> Value:
    number = words if words.isalnum() else cleaned(words)
    if _ID.fullmatch(number) is None:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{words}” is not part of any {label}."),
                words=shortened(words),
                label=field.label,
            ),
            text(
                QT_TRANSLATE_NOOP(
                    "trade",
                    "Write the whole number or its first six characters or more, such as "
                    "{name}:898603.",
                ),
                name=field.name,
            ),
        )
    return number


def _read_choice(field: Field, words: str) -> Value:
    wanted = _simple(words) if words.isascii() else words
    for choice in field.choices:
        if wanted in (_simple(choice.token), _simple(str(choice.label)), str(choice.value)):
            return choice.value
    if field.name in _CODED and re.fullmatch("[0-9]{1,4}", words):
        return int(words)
    raise KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "“{words}” is no value of {name}."),
            words=shortened(words),
            name=field.name,
        ),
        _one_of(field),
    )


def _one_of(field: Field) -> Text:
    return text(
        QT_TRANSLATE_NOOP("trade", "Write one of {tokens}."),
        tokens=", ".join(choice.token for choice in field.choices),
    )


def _simple(words: str) -> str:
    return re.sub("[^0-9a-z]", "", words.lower())


def _read_size(field: Field, words: str) -> Value:
    del field
    return parse_size(words)


def _read_number(field: Field, words: str) -> Value:
    bare = words.strip()
    if field.unit:
        bare = bare.removesuffix(field.unit).rstrip()
    if _WHOLE.fullmatch(bare) is None:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{words}” is not a whole number."),
                words=shortened(words),
            ),
            text(
                QT_TRANSLATE_NOOP("trade", "Write digits only, such as {name}:10."), name=field.name
            ),
        )
    return int(bare)


def _read_day(field: Field, words: str) -> Value:
    del field
    bare = words.strip()
    if bare.lower() == _TODAY:
        return RelativeDay(0)
    if (match := _RELATIVE.fullmatch(bare)) and abs(int(match[1])) <= _FURTHEST_DAYS:
        return RelativeDay(int(match[1]))
    if match := _DATE.fullmatch(bare):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "There is no day {words}."), words=bare)
            ) from None
    raise KnownError(
        text(QT_TRANSLATE_NOOP("trade", "“{words}” is not a day."), words=shortened(words)),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Write a date as 2026-12-31, or days from today: today, 30d (in 30 days), "
                "-7d (7 days ago).",
            )
        ),
    )


def _read_flag(field: Field, words: str) -> Value:
    wanted = words.strip().lower()
    if wanted in _YES:
        return True
    if wanted in _NO:
        return False
    raise KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "“{words}” is no answer to {name}."),
            words=shortened(words),
            name=field.name,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Write yes or no.")),
    )


_READERS: dict[FieldKind, Callable[[Field, str], Value]] = {
    FieldKind.ID: _read_id,
    FieldKind.TEXT: _read_text,
    FieldKind.WORDS: _read_text,
    FieldKind.TAGS: _read_text,
    FieldKind.CHOICE: _read_choice,
    FieldKind.CANCELLED: _read_choice,
    FieldKind.SIZE: _read_size,
    FieldKind.NUMBER: _read_number,
    FieldKind.MOMENT: _read_day,
    FieldKind.FLAG: _read_flag,
}
