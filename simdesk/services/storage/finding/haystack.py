"""Texts of all cards laid end to end, to be searched for a piece of one."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from simdesk.services.storage.finding.columns import Mask

BLOCK = 2_048
"""Cards whose texts lie in one piece: searching it holds the interpreter for a moment only."""
_END = b"\0"  # the desk stores no NUL


class Haystack:
    """Element n is the text of card n, in ASCII lower case."""

    def __init__(self, blocks: Sequence[bytes] = ()) -> None:
        self._blocks = tuple(blocks)

    def blocks(self) -> tuple[bytes, ...]:
        """The texts as they are now; replaced, never changed."""
        return self._blocks

    def put(self, texts: Mapping[int, str]) -> None:
        """Set the texts of some cards, new ones among them."""
        blocks = list(self._blocks)
        by_block: dict[int, dict[int, str]] = {}
        for card_id, words in texts.items():
            by_block.setdefault(card_id // BLOCK, {})[card_id % BLOCK] = words
        for number, changed in by_block.items():
            while number >= len(blocks):
                blocks.append(laid((), ()))
            lines = blocks[number].split(_END)
            for place, words in changed.items():
                lines[place] = words.encode()
            blocks[number] = _END.join(lines)
        self._blocks = tuple(blocks)


def laid(ids: Sequence[int], texts: Sequence[str]) -> bytes:
    """The block of these cards' texts, each with its end; those of missing cards are empty."""
    lines: Sequence[str] = texts
    if len(ids) < BLOCK:
        spread = [""] * BLOCK
        for card_id, words in zip(ids, texts, strict=True):
            spread[card_id % BLOCK] = words
        lines = spread
    return "\0".join([*lines, ""]).encode()


def cards_with(blocks: Sequence[bytes], words: Sequence[str], size: int) -> Mask:
    """Cards whose text has one of the words (in ASCII lower case, none empty) in it."""
    found: Mask = np.zeros(len(blocks) * BLOCK, np.bool_)
    for number, block in enumerate(blocks):
        ends = None
        for word in words:
            sought = word.encode()
            if block.find(sought) < 0:
                continue
            if ends is None:
                ends = _ends(block)
            places = np.searchsorted(ends, _starts(block, sought))
            found[number * BLOCK + places] = True
    return _sized(found, size)


def cards_without_text(blocks: Sequence[bytes], size: int) -> Mask:
    """Cards whose text is empty."""
    found: Mask = np.zeros(len(blocks) * BLOCK, np.bool_)
    for number, block in enumerate(blocks):
        ends = _ends(block)
        found[number * BLOCK : (number + 1) * BLOCK] = np.diff(ends, prepend=-1) == 1
    return _sized(found, size)


def _ends(block: bytes) -> npt.NDArray[np.intp]:
    return np.flatnonzero(np.frombuffer(block, np.uint8) == 0)


def _starts(block: bytes, sought: bytes) -> npt.NDArray[np.int64]:
    """Where the piece stands, as far as it does not overlap itself: once for each text at least.

    Cutting at each place is one call, whatever their number.
    """
    pieces = block.split(sought)
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))[:-1]
    return np.cumsum(lengths) + np.arange(len(lengths)) * len(sought)


def _sized(found: Mask, size: int) -> Mask:
    if len(found) >= size:
        return found[:size]
    return np.concatenate([found, np.zeros(size - len(found), np.bool_)])
