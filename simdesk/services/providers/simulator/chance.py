"""Chance without memory: every draw is a hash of seed, stream, card and day.

A draw never depends on which draws came before it, so the world is the same however often and in
whatever portions its time passes. Only exact arithmetic is used, so machines agree to the bit.
"""

import hashlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Shares = NDArray[np.float64]

_MASK: Final = (1 << 64) - 1
_GOLDEN: Final = 0x9E3779B97F4A7C15
_FIRST: Final = 0xBF58476D1CE4E5B9
_SECOND: Final = 0x94D049BB133111EB
LANES: Final = 1 << 16


def key(seed: int, stream: str) -> int:
    """The 64-bit key of one named stream of draws."""
    digest = hashlib.blake2b(f"{seed}/{stream}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def hashes(stream_key: int, ids: Ids, step: int = 0) -> Hashes:
    """One 64-bit draw for each id; `step` is the day, or 0 where time plays no part."""
    shift = np.uint64((stream_key + step * _FIRST) & _MASK)
    return _mixed(ids.astype(np.uint64) * np.uint64(_GOLDEN) + shift)


def shares(stream_key: int, ids: Ids, step: int = 0) -> Shares:
    """One number in [0, 1) for each id."""
    return (hashes(stream_key, ids, step) >> np.uint64(11)).astype(np.float64) * 2.0**-53


def lane(drawn: Hashes, number: int) -> Ids:
    """The 16-bit part `number` (0-3) of each draw: four small draws for the price of one."""
    return ((drawn >> np.uint64(16 * number)) & np.uint64(LANES - 1)).astype(np.int64)


def one(seed: int, *parts: object) -> float:
    """A single number in [0, 1) for what `parts` name."""
    return (key(seed, "/".join(map(str, parts))) >> 11) * 2.0**-53


def between(low: int, high: int, share: float) -> int:
    """A whole number in [low, high] for a share in [0, 1)."""
    return low + int((high - low + 1) * share)


def _mixed(values: Hashes) -> Hashes:
    values ^= values >> np.uint64(30)
    values *= np.uint64(_FIRST)
    values ^= values >> np.uint64(27)
    values *= np.uint64(_SECOND)
    values ^= values >> np.uint64(31)
    return values
