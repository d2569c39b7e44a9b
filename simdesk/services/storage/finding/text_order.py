"""Texts by the million in the order of the database: by their bytes, eight of them at a time.

Nothing here holds the interpreter for long, and no text becomes an object of its own.
"""

from dataclasses import dataclass, replace
from functools import reduce
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from simdesk.services.storage.finding.columns import Codes, Mask

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]
_WORD = 8
_PIECE = 2**20
"""Bytes looked at in one go: all of them would need their own number of megabytes thrice."""
_KEPT = np.array([2**64 - 2 ** (64 - 8 * length) for length in range(_WORD + 1)], np.uint64)
"""What remains of a word whose first so many bytes belong to the text: zeros follow."""
_CASE = 5
"""The bit that a small letter has and its capital has not."""


@dataclass(frozen=True)
class Texts:
    """Texts in one piece: number n begins at `starts[n]` and has `lengths[n]` bytes."""

    data: Bytes
    """A word longer than all texts."""
    starts: Codes
    lengths: Codes

    @classmethod
    def between(cls, laid: bytes, *ends: int) -> "Texts":
        """What lies between such bytes, before the first of them, and behind the last."""
        data = np.zeros(len(laid) + _WORD, np.uint8)
        data[: len(laid)] = np.frombuffer(laid, np.uint8)
        found = []
        for begin in range(0, len(laid), _PIECE):
            piece = data[begin : min(begin + _PIECE, len(laid))]
            ended = reduce(np.logical_or, (piece == end for end in ends))
            found.append((np.flatnonzero(ended) + begin).astype(np.int32))
        stops = np.concatenate([*found, np.array([len(laid)], np.int32)])
        starts = np.concatenate([np.zeros(1, np.int32), stops[:-1] + 1])
        return cls(data, starts, stops - starts)

    def rows(self) -> Codes:
        """By text: how many zero bytes lie before it."""
        begun = self.data[self.starts - 1] == 0  # before the first lies the last of the spare ones
        return np.cumsum(begun, dtype=np.int32) - 1

    def picked(self, places: Mask) -> "Texts":
        """Some of them."""
        return Texts(self.data, self.starts[places], self.lengths[places])

    def text(self, place: int) -> str:
        begin = int(self.starts[place])
        return self.data[begin : begin + int(self.lengths[place])].tobytes().decode()


class Arranged(NamedTuple):
    """Places of texts in order: ASCII case apart, then by spelling, then as they came.

    `groups` tells which of them is the first of its text, `spellings` the first of its spelling.
    """

    places: Places
    groups: Mask
    spellings: Mask


def arranged(texts: Texts) -> Arranged:
    """All of these texts, none of which has a zero byte in it."""
    places = np.arange(len(texts.starts))
    firsts = np.zeros(len(places), np.bool_)
    firsts[:1] = True
    folded = _folded(texts.data)
    if folded is None:
        _refine(texts, places, firsts)
        return Arranged(places, firsts, firsts)
    _refine(replace(texts, data=folded), places, firsts)
    del folded
    groups = firsts.copy()
    _refine(texts, places, firsts)
    return Arranged(places, groups, firsts)


def _folded(data: Bytes) -> Bytes | None:
    """The same in small ASCII letters; None where there are no others."""
    folded = None
    for begin in range(0, len(data), _PIECE):
        piece = data[begin : begin + _PIECE]
        capitals = (piece >= ord("A")) & (piece <= ord("Z"))
        if capitals.any():
            folded = data.copy() if folded is None else folded
            folded[begin : begin + _PIECE] |= capitals.view(np.uint8) << _CASE
    return folded


def _refine(texts: Texts, places: Places, firsts: Mask) -> None:
    """Put blocks of places, of which `firsts` tells the first ones, in order within each."""
    at, active = 0, np.arange(len(places))
    while len(active := active[_open(texts.lengths[places[active]], firsts[active], at)]):
        mine = places[active]
        words = _words(texts, mine, at)
        by_word = np.lexsort((words, np.cumsum(firsts[active], dtype=np.int32)))
        places[active] = mine[by_word]
        words = words[by_word]
        firsts[active[1:]] |= words[1:] != words[:-1]  # the first of a block is one already
        at += _WORD


def _open(lengths: Codes, firsts: Mask, at: int) -> Mask:
    """Which belong to a block of several where a text goes on behind its first `at` bytes."""
    begins = np.flatnonzero(firsts)
    if not len(begins):
        return firsts
    sizes = np.diff(begins, append=len(firsts))
    return np.repeat((sizes > 1) & (np.maximum.reduceat(lengths, begins) > at), sizes)


def _words(texts: Texts, places: Places, at: int) -> npt.NDArray[np.uint64]:
    """The eight bytes behind the first `at` ones of each, as numbers that order as they do."""
    data = texts.data
    # A word begins at every byte; those of shorter texts are read anywhere and kept of none.
    every: npt.NDArray[np.uint64] = np.ndarray(
        len(data) - _WORD + 1, ">u8", data.data, strides=(1,)
    )
    begins = np.minimum(texts.starts[places] + at, len(every) - 1)
    left = np.clip(texts.lengths[places] - at, 0, _WORD)
    return every[begins].astype(np.uint64) & _KEPT[left]
