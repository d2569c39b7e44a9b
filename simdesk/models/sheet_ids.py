"""Ids in spreadsheets: text alone, never repaired; and lists in one cell (ecosystem.md 8)."""

import re
from collections.abc import Iterator
from datetime import date, time

from simdesk.models.numbers import cleaned
from simdesk.models.sheet_cells import BLANKS, Column, Refusal, Value, kept, words_of
from simdesk.models.sheets import Cell, Rejection
from simdesk.models.texts import QT_TRANSLATE_NOOP, shortened, text

_DIGITS = re.compile(r"[0-9A-Za-z]{10,32}")
_FEWEST_DIGITS = 10
_ROUNDED = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-][0-9]{1,3}")
_SPLIT = re.compile(r"[,，;；、|\r\n]+")


class Ids:
    """Reads ids. Text is kept as it is, without blanks around it; nothing else is an id."""

    def __init__(self, *, card: bool, own: bool, several: bool = False) -> None:
        self._card = card
        self._own = own
        self._several = several

    def __call__(self, cells: Column) -> list[Value]:
        try:
            joined = "".join(cells)  # type: ignore[arg-type]  # anything but text raises
        except TypeError:
            return list(map(self._one, cells))
        plain = joined.isascii() and joined.isalnum()
        if plain and (not self._card or set(map(len, cells)) <= {19, 20}):  # type: ignore[arg-type]  # they are text
            return [cell or None for cell in cells]  # type: ignore[misc]  # they are text
        return list(map(self._one, cells))

    def _one(self, cell: Cell) -> Value:
        match cell:
            case None:
                return None
            case str():
                return kept(self._of_text(cell))
            case date() | time():
                return _number_for_id(words_of(cell) or "", _DATED)
            case bool():
                return _not_an_id(str(cell))
        return _number_for_id(_shown(cell), _NUMBER)

    def _of_text(self, words: str) -> Value:
        bare = words.strip().strip("\ufeff\u200b").strip()
        if not bare:
            return None
        if self._several:
            parts = listed(bare) if self._own else [p.strip() for p in _SPLIT.split(bare)]
            texts = [part for part in parts if part]
            odd = next((part for part in texts if _ROUNDED.fullmatch(part)), None)
            return _number_for_id(odd, _ROUNDED_TEXT) if odd else "\n".join(texts) or None
        if _ROUNDED.fullmatch(bare):
            return _number_for_id(bare, _ROUNDED_TEXT)
        if not self._card:
            return None if bare.casefold() in BLANKS and not self._own else bare
        number = bare if self._own else cleaned(bare)
        if _DIGITS.fullmatch(number) and sum(map(str.isdigit, number)) >= _FEWEST_DIGITS:
            return number
        return _not_an_id(bare)  # a line of totals, more often than not


_NUMBER = QT_TRANSLATE_NOOP(
    "trade",
    "The number stands in a numeric cell as {words}. A spreadsheet program keeps 15 digits of a "
    "number and makes the rest zeros, so nobody can know which card is meant.",
)
_ROUNDED_TEXT = QT_TRANSLATE_NOOP(
    "trade",
    "“{words}” is a number that a spreadsheet program rounded to a few digits. The others are "
    "lost, so nobody can know which card is meant.",
)
_DATED = QT_TRANSLATE_NOOP("trade", "A spreadsheet program took this number for the date {words}.")


def _number_for_id(words: str, why: str) -> Refusal:
    return Refusal(
        Rejection.NUMBER_FOR_ID,
        text(why, words=shortened(words)),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Get the file again from where it was made, with this column formatted as text; "
                "formatting it now brings no digit back.",
            )
        ),
    )


def _not_an_id(words: str) -> Refusal:
    return Refusal(
        Rejection.BAD_VALUE,
        text(QT_TRANSLATE_NOOP("trade", "“{words}” is not a card number."), words=shortened(words)),
        text(QT_TRANSLATE_NOOP("trade", "If this row is a card, write its whole ICCID as text.")),
    )


def _shown(number: float) -> str:
    return f"{number:.0f}" if abs(number) < 1e22 else str(number)


def listed(words: str) -> list[str]:
    """The entries of a list as our exports write it: by commas, one that has a comma in quotes."""
    return list(_entries(words))


def _entries(words: str) -> Iterator[str]:
    at = 0
    while at < len(words):
        if words[at] == '"' and (end := _closing(words, at + 1)) is not None:
            yield words[at + 1 : end].replace('""', '"')
            at = end + 1
        else:
            end = words.find(",", at)
            end = len(words) if end < 0 else end
            yield words[at:end]
            at = end
        at += 2 if words.startswith(", ", at) else 1


def _closing(words: str, at: int) -> int | None:
    """Where the quotes that were opened before `at` are closed, doubled ones passed over."""
    while (at := words.find('"', at)) >= 0:
        if not words.startswith('""', at):
            return at if at + 1 == len(words) or words[at + 1] == "," else None
        at += 2
    return None


def list_of(words: str | None, *, own: bool) -> str | None:
    if words is None:
        return None
    parts = listed(words) if own else [part.strip() for part in _SPLIT.split(words)]
    return "\n".join(dict.fromkeys(part for part in parts if part)) or None
