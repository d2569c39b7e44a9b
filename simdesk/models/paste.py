"""Pasted lists of card numbers: cut into words, then sorted against what the desk knows.

The way through, for whoever holds the cards (`CardService.paste`):

    words = split_paste(clipboard)                 # tuple[Pasted, ...], in pasted order
    wanted = numbers_wanted(words)                 # {NumberKind: {number, ...}} to look up
    lookup = {number: [card ids], ...}             # one query per kind; several ids are fine
    report = sort_paste(words, lookup, cancelled)  # PasteReport; adds up to len(words)

A 19-character ICCID lacks its check digit: put every card whose first 19 characters it is (and
any card with just those 19) under it. A number that is nowhere may be left out of `lookup`. A
15-digit number may be an IMSI or an IMEI: what both kinds find goes under the one number.
`cancelled` names the cancelled cards among those found: a number reissued to a living card means
that card.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from simdesk.models.numbers import ICCID_LENGTH, NumberKind, cleaned, kinds_of

_CELLS = re.compile("[\r\n\t,;|\u3001\uff0c\uff1b\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LONGEST_JOINED = ICCID_LENGTH + 4  # with padding
_WRAPPING = "\"'`“”‘’\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Pasted:
    """One pasted word: as it came, its cleaned number, and what it may be (nothing: malformed)."""

    words: str
    number: str
    kinds: tuple[NumberKind, ...]


class Bin(StrEnum):
    """What becomes of one number of a list; the values are those lists of a report."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    DUPLICATE = "duplicate"
    AMBIGUOUS = "ambiguous"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class PasteReport:
    """What became of each of the `pasted` words; matched and the four lists add up to it.

    `found` holds the ids of the matched cards, distinct, in pasted order. The lists hold the words
    as they came: `duplicate` repeats a number or names a card already found, `ambiguous` names
    several cards, `malformed` is no card number (`numbers.classify` says why).
    """

    found: tuple[int, ...]
    pasted: int
    matched: int
    not_found: tuple[str, ...]
    duplicate: tuple[str, ...]
    ambiguous: tuple[str, ...]
    malformed: tuple[str, ...]


def split_paste(words: str) -> tuple[Pasted, ...]:
    """Cut a pasted text at newlines, tabs, commas, semicolons and spaces; quotes fall away.

    Blanks inside one number (`8986 0321 ...`) do not cut it.
    """
    return tuple(one for cell in _CELLS.split(words) for one in _from_cell(cell))


def numbers_wanted(words: Iterable[Pasted]) -> dict[NumberKind, set[str]]:
    """The numbers to look up, by each kind they may be."""
    wanted: dict[NumberKind, set[str]] = {kind: set() for kind in NumberKind}
    for one in words:
        for kind in one.kinds:
            wanted[kind].add(one.number)
    return wanted


def sort_paste(
    words: Sequence[Pasted],
    lookup: Mapping[str, Collection[int]],
    cancelled: Collection[int] = frozenset(),
) -> PasteReport:
    """Sort pasted words into found, not found, duplicate, ambiguous and malformed."""
    binned = Binned(lookup, cancelled)
    bins: dict[Bin, list[str]] = {one: [] for one in Bin}
    for one in words:
        bins[binned.bin_of(one)].append(one.words)
    matched = len(bins.pop(Bin.FOUND))
    lists = {name.value: tuple(held) for name, held in bins.items()}
    return PasteReport(tuple(binned.found), len(words), matched, **lists)


class Binned:
    """Sorts numbers one after the other; `found` are the distinct cards so far, in their order."""

    def __init__(
        self, lookup: Mapping[str, Collection[int]], cancelled: Collection[int] = frozenset()
    ) -> None:
        self.found: dict[int, None] = {}
        self._lookup = lookup
        self._cancelled = cancelled
        self._seen: set[str] = set()

    def bin_of(self, one: Pasted) -> Bin:
        """Where the next number belongs."""
        if not one.kinds:
            return Bin.MALFORMED
        if one.number in self._seen:
            return Bin.DUPLICATE
        self._seen.add(one.number)
        cards = _meant(self._lookup.get(one.number, ()), self._cancelled)
        if len(cards) != 1:
            return Bin.AMBIGUOUS if cards else Bin.NOT_FOUND
        if cards <= self.found.keys():
            return Bin.DUPLICATE
        self.found[cards.pop()] = None
        return Bin.FOUND


def _meant(cards: Collection[int], cancelled: Collection[int]) -> set[int]:
    living = {card for card in cards if card not in cancelled}
    return living or set(cards)


def _from_cell(cell: str) -> Iterator[Pasted]:
    pieces = [piece for piece in map(_unwrapped, cell.split()) if piece]
    start = 0
    while start < len(pieces):
        number = cleaned(pieces[start])
        found = kinds_of(number)
        words, count = pieces[start], 1
        if not found and number[:1].isdigit():
            count = _pieces_of_one(pieces[start : start + ICCID_LENGTH])
            words = " ".join(pieces[start : start + count])
            number = cleaned(words)
            found = kinds_of(number)
        yield Pasted(words, number, found)
        start += count


def _pieces_of_one(pieces: Sequence[str]) -> int:
    """How many pieces make the first number; 1 when no joining of them makes one."""
    joined = cleaned(pieces[0])
    best = 1
    for count, piece in enumerate(pieces[1:], start=2):
        number = cleaned(piece)
        joined += number
        if len(joined) > _LONGEST_JOINED or kinds_of(number):
            break
        if kinds_of(cleaned(joined)):
            best = count
    return best


def _unwrapped(piece: str) -> str:
    # Spreadsheets write ids as ="8986..." or '8986... to keep them text.
    return piece.strip(_WRAPPING).removeprefix("=").strip(_WRAPPING)
