"""The cards' fields as typed columns: element n of each is card n, for no card is ever deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from simdesk.models.filters import folded
from simdesk.services.storage.finding.fields import CODED, NUMBERS

Whole = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Coded = npt.NDArray[np.int16] | Codes
"""Numbers of words: narrow as long as there are few."""
Mask = npt.NDArray[np.bool_]
Number = npt.NDArray[np.int16] | npt.NDArray[np.int32] | npt.NDArray[np.int64]
"""A column is as narrow as its numbers allow; its least number stands for NULL."""
NOTHING = int(np.iinfo(np.int64).min)
"""Stands for NULL among `whole` numbers; no stored one is as small."""
_WIDTHS = (np.int16, np.int32, np.int64)
_SPARE = 1.25
_MANY = int(np.iinfo(np.int16).max)


class Words(dict[str | None, int]):
    """The different values of a text field, each with its number, in the order they came."""

    def __init__(self) -> None:
        super().__init__({None: 0})
        self._values: list[str | None] = [None]
        """Number 0 is also what rows have that no card has filled."""
        self._ranks: Codes | None = None

    def __missing__(self, value: str | None) -> int:
        code = self[value] = len(self._values)
        self._values.append(value)
        return code

    def in_order(self) -> list[str | None]:
        """The values by their numbers."""
        return self._values.copy()

    def ranks(self) -> Whole:
        """By code: its place in the order of the database; NOTHING for what is empty.

        Values that differ in ASCII case alone share a place.
        """
        known = self._values.copy()
        if self._ranks is None or len(self._ranks) != len(known):
            texts = [folded(value).encode() if value else b"" for value in known]
            places = {text: place for place, text in enumerate(sorted(set(texts)))}
            found = np.array([places[text] if text else -1 for text in texts], np.int32)
            self._ranks = found
        ranks = self._ranks.astype(np.int64)
        ranks[ranks < 0] = NOTHING
        return ranks


@dataclass(frozen=True)
class View:
    """All columns as they are at one moment, each `size` long, by card id."""

    size: int
    known: Mask
    numbers: Mapping[str, Number]
    codes: Mapping[str, Coded]
    words: Mapping[str, Words]


class Columns:
    """Grows with the fleet. Filled and patched under its owner's lock, read through a `view`."""

    def __init__(self, cards: int) -> None:
        """Room for cards with ids up to `cards`."""
        self.size = cards + 1
        self._known: Mask = np.zeros(self.size, np.bool_)
        self._numbers: dict[str, Number] = {
            name: np.full(self.size, np.iinfo(np.int16).min, np.int16) for name in NUMBERS
        }
        self._codes: dict[str, Coded] = {name: np.zeros(self.size, np.int16) for name in CODED}
        self._words = {name: Words() for name in CODED}

    def view(self) -> View:
        return View(
            self.size,
            self._known[: self.size],
            {name: column[: self.size] for name, column in self._numbers.items()},
            {name: column[: self.size] for name, column in self._codes.items()},
            self._words,
        )

    def put(self, ids: Whole, values: Mapping[str, Sequence[Any]]) -> frozenset[str]:
        """Set fields of these cards, new ones among them; the fields that are not what they were.

        `values` has for each field as many values as there are ids.
        """
        if len(ids):
            self._reach(int(ids.max()) + 1)
        changed = {name for name, column in values.items() if self._set(name, ids, column)}
        self._known[ids] = True
        return frozenset(changed)

    def _set(self, name: str, ids: Whole, values: Sequence[Any]) -> bool:
        column: Number
        new: Number
        if name in self._numbers:
            new = _whole(values)
            column = self._numbers[name] = _wide_enough(self._numbers[name], new)
            new = _cast(new, column.dtype.type)
        else:
            words = self._words[name]
            new = np.array([words[value] for value in values], np.int32)
            if len(words) > _MANY:
                self._codes[name] = self._codes[name].astype(np.int32, copy=False)
            column = self._codes[name]
        differs = not np.array_equal(column[ids], new)
        column[ids] = new
        return differs

    def _reach(self, size: int) -> None:
        if size > len(self._known):
            room = int(size * _SPARE)
            self._known = _grown(self._known, room, fill=False)
            for name, numbers in self._numbers.items():
                self._numbers[name] = _grown(numbers, room, nothing(numbers))
            for name, codes in self._codes.items():
                self._codes[name] = _grown(codes, room, 0)
        self.size = max(self.size, size)


def nothing(column: Number) -> int:
    """What stands for NULL in this column."""
    return int(np.iinfo(column.dtype).min)


def whole(column: Number) -> Whole:
    """The same numbers, of 64 bits, NOTHING for NULL."""
    wide: Whole = _cast(column, np.int64)
    return wide


def _whole(values: Sequence[Any]) -> Whole:
    try:
        return np.array(values, np.int64)
    except TypeError:  # a NULL is among them
        return np.array([NOTHING if value is None else value for value in values], np.int64)


def _wide_enough(column: Number, new: Whole) -> Number:
    """The column, wider if one of the new numbers needs it."""
    held = new[new != NOTHING]
    low, high = int(held.min(initial=0)), int(held.max(initial=0))
    for width in _WIDTHS:
        about = np.iinfo(width)
        if about.bits >= column.dtype.itemsize * 8 and about.min < low and high <= about.max:
            return column if column.dtype == width else _cast(column, width)
    raise OverflowError(f"no column is as wide as {low} to {high}")


def _cast(column: Number, width: type[np.signedinteger[Any]]) -> Any:  # noqa: ANN401 - any width
    cast = column.astype(width)
    cast[column == nothing(column)] = np.iinfo(width).min
    return cast


def _grown(column: Any, room: int, fill: int) -> Any:  # noqa: ANN401 - an array of any type
    grown = np.full(room, fill, column.dtype)
    grown[: len(column)] = column
    return grown
