"""Texts of all cards laid end to end, to be searched for a piece of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from simdesk.services.storage.finding.columns import Mask

BLOCK = 2_048
"""Cards whose texts lie in one piece: searching it holds the interpreter for a moment only."""
_END = b"\0"  # the desk stores no NUL
_DIGITS = b"0123456789\n\0"
_ONE_BY_ONE = 100
Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Haystack:
    """The texts of all cards in ASCII lower case, BLOCK of them a block; never changed.

    `digits` tells that nothing but digits and line ends is in it: a word need not be looked for.
    """

    blocks: tuple[bytes, ...] = ()
    digits: bool = True

    @classmethod
    def of(cls, blocks: Sequence[bytes]) -> "Haystack":
        return cls(tuple(blocks), all(map(_only_digits, blocks)))

    def put(self, texts: Mapping[int, str]) -> "Haystack":
        """The same with other texts of some cards, new ones among them."""
        by_block: dict[int, dict[int, str]] = {}
        for card_id, words in texts.items():
            by_block.setdefault(card_id // BLOCK, {})[card_id % BLOCK] = words
        blocks = list(self.blocks)
        for number, changed in by_block.items():
            while number >= len(blocks):
                blocks.append(laid((), ()))
            lines = blocks[number].split(_END)
            for place, words in changed.items():
                lines[place] = words.encode()
            blocks[number] = _END.join(lines)
        digits = self.digits and all(_only_digits(blocks[number]) for number in by_block)
        return Haystack(tuple(blocks), digits)

    def cards_with(self, words: Sequence[str], size: int) -> Mask:
        """Cards whose text has one of the words (in ASCII lower case, none empty) in it."""
        sought = [word.encode() for word in words]
        if self.digits:
            sought = [word for word in sought if _only_digits(word)]
        found: Mask = np.zeros(len(self.blocks) * BLOCK, np.bool_)
        for number, block in enumerate(self.blocks if sought else ()):
            for word in sought:
                places = _starts(block, word)
                if len(places):
                    found[number * BLOCK + np.searchsorted(_ends(block), places)] = True
        return _sized(found, size)

    def cards_without_text(self, size: int) -> Mask:
        """Cards whose text is empty."""
        found: Mask = np.ones(max(len(self.blocks) * BLOCK, size), np.bool_)
        for number, block in enumerate(self.blocks):
            empty = np.diff(_ends(block), prepend=-1) == 1
            found[number * BLOCK : (number + 1) * BLOCK] = empty
        return found[:size]


def laid(ids: Sequence[int], texts: Sequence[str]) -> bytes:
    """The block of these cards' texts, each with its end; those of missing cards are empty."""
    lines: Sequence[str] = texts
    if len(ids) < BLOCK:
        spread = [""] * BLOCK
        for card_id, words in zip(ids, texts, strict=True):
            spread[card_id % BLOCK] = words
        lines = spread
    return "\0".join([*lines, ""]).encode()


def _only_digits(words: bytes) -> bool:
    return not words.translate(None, _DIGITS)


def _ends(block: bytes) -> Places:
    return np.flatnonzero(np.frombuffer(block, np.uint8) == 0)


def _starts(block: bytes, word: bytes) -> Places:
    """Where the word stands, in no order: its first bytes are compared as one number, all at once.

    A search of bytes would hold the interpreter, and take three times as long.
    """
    width = 4 if len(word) >= 4 else 2 if len(word) >= 2 else 1
    kind = np.dtype(f"u{width}")
    head = np.frombuffer(word[:width], kind)[0]
    found = [
        np.flatnonzero(np.frombuffer(block, kind, (len(block) - at) // width, at) == head) * width
        + at
        for at in range(width)
    ]
    return _whole_words(block, word, np.concatenate(found), width)


def _whole_words(block: bytes, word: bytes, places: Places, known: int) -> Places:
    """Those of the places where the word stands, of which the first `known` bytes are there."""
    if known == len(word):
        return places
    if len(places) <= _ONE_BY_ONE:
        fitting = [place for place in places.tolist() if block.startswith(word, place)]
        return np.array(fitting, np.intp)
    places = places[places <= len(block) - len(word)]
    data = np.frombuffer(block, np.uint8)
    for at in range(known, len(word)):
        places = places[data[places + at] == word[at]]
    return places


def _sized(found: Mask, size: int) -> Mask:
    if len(found) >= size:
        return found[:size]
    return np.concatenate([found, np.zeros(size - len(found), np.bool_)])
