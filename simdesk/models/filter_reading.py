"""The text form of a filter, read: raw terms become terms (see `filter_text`)."""

from dataclasses import dataclass
from difflib import get_close_matches

from simdesk.models.errors import KnownError
from simdesk.models.filter_fields import FIELDS, Field, FieldKind
from simdesk.models.filter_tokens import NONE, RANGE, RESERVED, FilterError, Item, RawTerm, cut
from simdesk.models.filter_values import RANGED, parse_value
from simdesk.models.filters import CardFilter, Operator, RelativeDay, Term, Value
from simdesk.models.texts import QT_TRANSLATE_NOOP, shortened, text

_NEVER_EMPTY = frozenset({FieldKind.FLAG, FieldKind.CANCELLED})


def parse_filter(words: str) -> CardFilter:
    """Read the text form. Raises FilterError with the place and the remedy."""
    return CardFilter(tuple(_term(raw, words) for raw in cut(words)))


def _term(raw: RawTerm, words: str) -> Term:
    for item in raw.items:
        if item.open:
            raise FilterError(
                text(QT_TRANSLATE_NOOP("trade", "A quote is not closed.")),
                text(QT_TRANSLATE_NOOP("trade", 'Write " at the end of the phrase.')),
                item.start,
                item.end,
            )
    if raw.field is None:
        return _bare_term(raw, words)
    return _field_term(raw, _field(raw))


def _bare_term(raw: RawTerm, words: str) -> Term:
    for item in raw.items:
        if not item.words.strip():
            raise _missing(raw, words)
        if not item.quoted:
            _refuse_other_languages(item)
    values = tuple(item.words for item in raw.items)
    return Term(None, Operator.CONTAINS, values, negated=raw.negated, enabled=not raw.disabled)


def _missing(raw: RawTerm, words: str) -> FilterError:
    mark = words[raw.start : raw.start + 1]
    if len(raw.items) > 1:
        message = text(QT_TRANSLATE_NOOP("trade", "A word is missing beside the comma."))
    elif raw.negated or raw.disabled:
        message = text(QT_TRANSLATE_NOOP("trade", "Nothing follows “{mark}”."), mark=mark)
    else:
        message = text(QT_TRANSLATE_NOOP("trade", "The quotes are empty."))
    remedy = text(QT_TRANSLATE_NOOP("trade", "To search for the sign itself, put it in quotes."))
    return FilterError(message, remedy, raw.start, raw.end)


def _refuse_other_languages(item: Item) -> None:
    name = item.words.lstrip("([-~")
    for sign in "：＝":
        if sign in name and name.split(sign)[0].lower() in FIELDS:
            raise FilterError(
                text(QT_TRANSLATE_NOOP("trade", "“{sign}” is a full-width sign."), sign=sign),
                text(QT_TRANSLATE_NOOP("trade", "Write an ordinary : instead.")),
                item.start,
                item.end,
            )
    if item.words[0] in "“”":
        raise FilterError(
            text(QT_TRANSLATE_NOOP("trade", "Curly quotes do not hold a phrase together.")),
            text(QT_TRANSLATE_NOOP("trade", 'Write straight quotes: "north gate".')),
            item.start,
            item.end,
        )
    if item.words in RESERVED or item.words[0] == "(":
        raise FilterError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{words}” is not part of this language."),
                words=shortened(item.words),
            ),
            text(
                QT_TRANSLATE_NOOP(
                    "trade",
                    "All terms must hold; for any of several values write status:in_use,stopped. "
                    "To search for the word itself, put it in quotes.",
                )
            ),
            item.start,
            item.end,
        )


def _field(raw: RawTerm) -> Field:
    written = raw.field or ""
    name = written.lower().replace("-", "_")
    if name in FIELDS:
        return FIELDS[name]
    near = get_close_matches(name, FIELDS, n=3, cutoff=0.55)
    remedy = text(
        QT_TRANSLATE_NOOP("trade", "To search for the words themselves, put them in quotes.")
    )
    if near:
        remedy = text(QT_TRANSLATE_NOOP("trade", "Did you mean {names}?"), names=", ".join(near))
    raise FilterError(
        text(QT_TRANSLATE_NOOP("trade", "There is no field “{name}”."), name=shortened(written)),
        remedy,
        raw.field_start,
        raw.field_start + len(written),
    )


def _field_term(raw: RawTerm, field: Field) -> Term:
    shape = _shape(raw, field)
    return Term(
        field.name,
        shape.operator,
        shape.values,
        shape.low,
        shape.high,
        shape.low_open,
        shape.high_open,
        raw.negated,
        not raw.disabled,
    )


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a field is asked, before negation and switching off."""

    operator: Operator
    values: tuple[Value, ...] = ()
    low: Value | None = None
    high: Value | None = None
    low_open: bool = False
    high_open: bool = False


def _shape(raw: RawTerm, field: Field) -> _Shape:
    if raw.operator in ("!=", "<>"):
        raise _wrong_operator(raw, field)
    if raw.operator not in (":", "="):
        return _comparison(raw, field)
    first = raw.items[0]
    if len(raw.items) == 1 and not first.quoted and first.words.lower() == NONE:
        if field.kind in _NEVER_EMPTY:
            _value(field, first, first.words)  # raises: says what may stand here
        return _Shape(Operator.NONE)
    if any(_is_range(field, item) for item in raw.items):
        return _between(raw, field)
    values = tuple(_value(field, item, item.words) for item in raw.items)
    contains = field.kind is FieldKind.WORDS
    return _Shape(Operator.CONTAINS if contains else Operator.ANY_OF, values)


def _wrong_operator(raw: RawTerm, field: Field) -> FilterError:
    start = raw.field_start + len(raw.field or "")
    end = start + len(raw.operator)
    if raw.operator in ("!=", "<>"):
        remedy = text(
            QT_TRANSLATE_NOOP("trade", "Write -{name}:… for everything but."), name=field.name
        )
    else:
        remedy = text(QT_TRANSLATE_NOOP("trade", "Write {name}:…"), name=field.name)
    message = text(
        QT_TRANSLATE_NOOP("trade", "“{operator}” does not go with {name}."),
        operator=raw.operator,
        name=field.name,
    )
    return FilterError(message, remedy, start, end)


def _comparison(raw: RawTerm, field: Field) -> _Shape:
    if field.kind not in RANGED:
        raise _wrong_operator(raw, field)
    if len(raw.items) > 1:
        raise FilterError(
            text(QT_TRANSLATE_NOOP("trade", "Only one value can be compared with.")),
            text(QT_TRANSLATE_NOOP("trade", "Write numbers without commas.")),
            raw.items[0].start,
            raw.items[-1].end,
        )
    end = _value(field, raw.items[0], raw.items[0].words)
    if raw.operator[0] == ">":
        return _Shape(Operator.RANGE, low=end, low_open=raw.operator == ">")
    return _Shape(Operator.RANGE, high=end, high_open=raw.operator == "<")


def _is_range(field: Field, item: Item) -> bool:
    return RANGE in item.words and (field.kind in RANGED or not item.quoted)


def _between(raw: RawTerm, field: Field) -> _Shape:
    item = raw.items[0]
    if field.kind not in RANGED:
        raise FilterError(
            text(QT_TRANSLATE_NOOP("trade", "{name} has no ranges."), name=field.name),
            text(QT_TRANSLATE_NOOP("trade", "A value that contains .. goes in quotes.")),
            item.start,
            item.end,
        )
    if len(raw.items) > 1:
        raise FilterError(
            text(QT_TRANSLATE_NOOP("trade", "A range stands alone, not in a list.")),
            text(QT_TRANSLATE_NOOP("trade", "Write one range: {name}:low..high"), name=field.name),
            raw.items[0].start,
            raw.items[-1].end,
        )
    return _range_of(field, item)


def _range_of(field: Field, item: Item) -> _Shape:
    before, _, after = item.words.partition(RANGE)
    low_open, high_open = before.endswith("<"), after.startswith("<")
    before, after = before.removesuffix("<"), after.removeprefix("<")
    if not before.strip() and not after.strip():
        raise FilterError(
            text(QT_TRANSLATE_NOOP("trade", "The range has no end at all.")),
            text(
                QT_TRANSLATE_NOOP("trade", "To find all that are not empty, write -{name}:none."),
                name=field.name,
            ),
            item.start,
            item.end,
        )
    low = _value(field, item, before) if before.strip() else None
    high = _value(field, item, after) if after.strip() else None
    shape = _Shape(
        Operator.RANGE,
        low=low,
        high=high,
        low_open=low_open and low is not None,
        high_open=high_open and high is not None,
    )
    if _impossible(shape):
        raise FilterError(
            text(
                QT_TRANSLATE_NOOP("trade", "Nothing lies between {low} and {high}."),
                low=before,
                high=after,
            ),
            text(QT_TRANSLATE_NOOP("trade", "Write the smaller end first.")),
            item.start,
            item.end,
        )
    return shape


def _impossible(shape: _Shape) -> bool:
    low, high = _comparable(shape.low), _comparable(shape.high)
    if low is None or high is None or type(low) is not type(high):
        return False
    if low == high:
        return shape.low_open or shape.high_open
    return bool(low > high)  # type: ignore[operator]  # of one type, as just seen


def _comparable(value: Value | None) -> Value | None:
    return value.days if isinstance(value, RelativeDay) else value


def _value(field: Field, item: Item, words: str) -> Value:
    try:
        return parse_value(field, words)
    except KnownError as error:
        # Where nothing stands, the sign before it is the place.
        start = item.start if item.end > item.start else max(item.start - 1, 0)
        raise FilterError(error.message, error.remedy, start, item.end) from None
