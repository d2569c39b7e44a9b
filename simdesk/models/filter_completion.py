"""What may come next in a filter that is being typed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from simdesk.models.filter_fields import FIELDS, NEVER_EMPTY, Field, FieldKind
from simdesk.models.filter_tokens import NONE, FilterError, RawTerm, cut, quoted
from simdesk.models.filters import OPERATORS, Operator
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_MOST = 50
_SIGNS = {FieldKind.SIZE: ">=", FieldKind.NUMBER: ">=", FieldKind.MOMENT: "<"}
_SIZES = ("100MB", "500MB", "1GB", "10GB")
_DAYS = ("today", "7d", "30d", "-7d", "-30d")


@dataclass(frozen=True, slots=True)
class Completion:
    """Put `insert` in place of the text between `start` and `end`; `label` says what it means."""

    insert: str
    start: int
    end: int
    label: Text


def completions(
    words: str, position: int, known: Callable[[str], Sequence[str]]
) -> Sequence[Completion]:
    """Field names, tokens and known values for what stands at `position`, at most 50.

    `known` gives the distinct values the desk holds for a field, as `CardService.known` does.
    Positions are code points. Text behind the word being typed is left alone.
    """
    try:
        terms = cut(words[:position])
    except FilterError:
        return ()
    last = terms[-1] if terms and terms[-1].end == position else None
    if last is None:
        return tuple(_names("", position, position))
    if last.field is None:
        item = last.items[0]
        single = len(last.items) == 1 and not item.quoted
        return tuple(_names(item.words, item.start, position)) if single else ()
    name = last.field.lower().replace("-", "_")
    if name not in FIELDS or (last.items[-1].quoted and not last.items[-1].open):
        return ()
    return tuple(_values(FIELDS[name], last, known))[:_MOST]


def _names(typed: str, start: int, end: int) -> Iterator[Completion]:
    wanted = typed.lower()
    matching = [field for field in FIELDS.values() if wanted in field.name]
    for field in sorted(matching, key=lambda field: not field.name.startswith(wanted)):
        sign = _SIGNS.get(field.kind, ":")
        yield Completion(field.name + sign, start, end, field.label)


def _values(
    field: Field, term: RawTerm, known: Callable[[str], Sequence[str]]
) -> Iterator[Completion]:
    item = term.items[-1]
    wanted = item.words.lower()
    candidates = sorted(
        _candidates(field, term, known), key=lambda one: not one[0].lower().startswith(wanted)
    )
    for token, label in candidates:
        found = wanted in token.lower() or wanted in str(label).lower()
        if found and not (token == item.words and not item.open):
            yield Completion(_written(field, token, label), item.start, item.end, label)


def _candidates(
    field: Field, term: RawTerm, known: Callable[[str], Sequence[str]]
) -> Iterator[tuple[str, Text]]:
    if field.choices:
        yield from ((choice.token, choice.label) for choice in field.choices)
    elif field.kind is FieldKind.FLAG:
        yield "yes", text(QT_TRANSLATE_NOOP("trade", "yes"))
        yield "no", text(QT_TRANSLATE_NOOP("trade", "no"))
    elif field.kind is FieldKind.SIZE:
        yield from _plain(_SIZES)
    elif field.kind is FieldKind.MOMENT:
        yield from _plain(_DAYS)
    elif field.kind in (FieldKind.TEXT, FieldKind.TAGS):
        yield from _plain(known(field.name))
    alone = term.operator in (":", "=") and len(term.items) == 1
    if alone and Operator.NONE in OPERATORS[field.kind] and field.name not in NEVER_EMPTY:
        yield NONE, text(QT_TRANSLATE_NOOP("trade", "none: empty ones"))


def _plain(values: Iterable[str]) -> Iterator[tuple[str, Text]]:
    return ((value, text("{value}", value=value)) for value in values)


def _written(field: Field, token: str, label: Text) -> str:
    literal = field.kind in (FieldKind.TEXT, FieldKind.TAGS) and label.source == "{value}"
    return quoted(token) if literal else token
