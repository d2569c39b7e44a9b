"""The text form of a filter, cut into terms and values without asking what they mean.

Positions are indices into the text, in code points. The cutting never fails: an unclosed quote is
marked, so that completion can work on a text that is still being typed.
"""

import re
from dataclasses import dataclass

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_PREFIX = re.compile("~-|-~|~|-")
_FIELD = re.compile("([A-Za-z][A-Za-z0-9_-]*)(>=|<=|<>|!=|:|=|>|<)")
_COMPARISON = re.compile(">=|<=|>|<")
_ESCAPES = {'"': '"', "\\": "\\", "n": "\n", "r": "\r", "t": "\t"}
_SPECIAL = re.compile(r'[\s",:<>=~\\“”：＝，]|\.\.')
RESERVED = frozenset({"AND", "OR", "NOT", "&&", "||"})
"""Words of other query languages, which this one lacks: quoted, they are words like others."""

NONE = "none"
RANGE = ".."


class FilterError(KnownError):
    """The text form is wrong between `start` and `end`."""

    def __init__(self, message: Text, remedy: Text | None, start: int, end: int) -> None:
        super().__init__(message, remedy)
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Item:
    """One value: unescaped, and where it stands with its quotes. `open` lacks its closing quote."""

    words: str
    start: int
    end: int
    quoted: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class RawTerm:
    """One term as written; `field` is None for bare words, `operator` is : = > >= < <= != or <>."""

    start: int
    end: int
    disabled: bool
    negated: bool
    field: str | None
    field_start: int
    operator: str
    items: tuple[Item, ...]


def cut(words: str) -> tuple[RawTerm, ...]:
    """Cut `words` into raw terms. Raises FilterError for a bad escape or after a closing quote."""
    terms = []
    position = _skip_blanks(words, 0)
    while position < len(words):
        term = _read_term(words, position)
        terms.append(term)
        position = _skip_blanks(words, term.end)
    return tuple(terms)


def quoted(words: str) -> str:
    """`words` as a value of the text form, in quotes where it needs them."""
    plain = (
        words
        and not _SPECIAL.search(words)
        and words[0] not in "-("
        and words.lower() != NONE
        and words not in RESERVED
    )
    if plain:
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    for letter in "nrt":
        escaped = escaped.replace(_ESCAPES[letter], f"\\{letter}")
    return f'"{escaped}"'


def _skip_blanks(words: str, position: int) -> int:
    while position < len(words) and words[position].isspace():
        position += 1
    return position


def _read_term(words: str, start: int) -> RawTerm:
    prefix = _PREFIX.match(words, start)
    marks = prefix[0] if prefix else ""
    begin = start + len(marks)
    match = _FIELD.match(words, begin)
    field, operator, position = None, "", begin
    if match is not None:
        field, operator, position = match[1], match[2], match.end()
        comparison = _COMPARISON.match(words, position) if operator == ":" else None
        if comparison is not None:  # usage:>=100MB, as other programs write it
            operator, position = comparison[0], comparison.end()
    items = _read_items(words, position)
    return RawTerm(start, items[-1].end, "~" in marks, "-" in marks, field, begin, operator, items)


def _read_items(words: str, position: int) -> tuple[Item, ...]:
    items = [_read_item(words, position)]
    while items[-1].end < len(words) and words[items[-1].end] == ",":
        items.append(_read_item(words, items[-1].end + 1))
    return tuple(items)


def _read_item(words: str, start: int) -> Item:
    if words.startswith('"', start):
        return _read_quoted(words, start)
    end = start
    while end < len(words) and words[end] != "," and not words[end].isspace():
        end += 1
    return Item(words[start:end], start, end)


def _read_quoted(words: str, start: int) -> Item:
    found: list[str] = []
    position = start + 1
    while position < len(words) and words[position] != '"':
        if words[position] == "\\":
            found.append(_unescaped(words, position))
            position += 1
        else:
            found.append(words[position])
        position += 1
    if position >= len(words):
        return Item("".join(found), start, len(words), quoted=True, open=True)
    end = position + 1
    if end < len(words) and words[end] != "," and not words[end].isspace():
        raise FilterError(
            text(QT_TRANSLATE_NOOP("trade", "Something follows the closing quote.")),
            text(
                QT_TRANSLATE_NOOP(
                    "trade", 'Put a blank behind the quote; inside quotes, write " as \\".'
                )
            ),
            end,
            end + 1,
        )
    return Item("".join(found), start, end, quoted=True)


def _unescaped(words: str, position: int) -> str:
    letter = words[position + 1 : position + 2]
    if letter and letter not in _ESCAPES:
        raise FilterError(
            text(QT_TRANSLATE_NOOP("trade", "“\\{letter}” means nothing here."), letter=letter),
            text(QT_TRANSLATE_NOOP("trade", "Inside quotes, write \\ as \\\\.")),
            position,
            position + 2,
        )
    return _ESCAPES.get(letter, "")
