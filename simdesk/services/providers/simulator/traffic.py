"""How much a device sends in a day: a draw per card and day, weekday pattern included."""

import struct
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.services.providers.simulator import chance
from simdesk.services.providers.simulator.catalog import KINDS

NO_DATA: Final = 0xFFFFFFFF
DAYS_IN_BLOB: Final = 31
TEST_PERCENT: Final = 2
"""A card on test sends this share of what its device will send later."""
_WEEKEND = np.array([kind.weekend for kind in KINDS], np.int64)
_IDLE = np.array([kind.idle_percent * chance.LANES // 100 for kind in KINDS], np.int64)
_DAY = struct.Struct("<I")
_NO_DATA = _DAY.pack(NO_DATA)
_BEGUN = tuple(struct.Struct(f"<{days}I") for days in range(DAYS_IN_BLOB + 1))
"""The first days of a month, by how many they are."""
_SMS = 1_600
_BURST = chance.LANES // 100

Amounts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices of some cards: card ids, daily level in KB and kind, side by side."""

    ids: chance.Ids
    level: Amounts
    kind: Amounts


def day_traffic(seed: int, devices: Devices, day: int) -> Amounts:
    """KB each device would send on `day` (days since 1970) with its card open all day."""
    drawn = chance.hashes(chance.key(seed, "traffic"), devices.ids, day)
    percent = 40 + (chance.lane(drawn, 0) + chance.lane(drawn, 1)) * 60 // chance.LANES
    if (day + 3) % 7 >= 5:  # 1970-01-01 was a Thursday
        percent = percent * _WEEKEND[devices.kind] // 100
    rare = chance.lane(drawn, 2)
    percent = np.where(rare < _BURST, percent * 3, percent)
    idle = chance.lane(drawn, 3) < _IDLE[devices.kind]
    return np.where(idle, 0, devices.level * percent // 100)


def texted(seed: int, ids: chance.Ids, day: int) -> NDArray[np.bool_]:
    """Whose device sends a short message on `day`, if it sends anything at all."""
    return chance.lane(chance.hashes(chance.key(seed, "sms of a day"), ids, day), 0) < _SMS


def no_days(cards: int) -> NDArray[np.uint32]:
    """A month of unknown days for each card, ready to be filled: shape (cards, 31)."""
    return np.full((cards, DAYS_IN_BLOB), NO_DATA, np.dtype("<u4"))


def blobs(month: NDArray[np.uint32]) -> list[bytes]:
    """The rows of a month as the file keeps them."""
    whole = month.astype("<u4", copy=False).tobytes()
    width = DAYS_IN_BLOB * 4
    return [whole[start : start + width] for start in range(0, len(whole), width)]


def days_of(blob: bytes) -> tuple[int | None, ...]:
    """A stored month as 31 values in KB, None where nothing is known."""
    # Most often the days that nothing is known of are the last ones.
    told = -(-len(blob.rstrip(b"\xff")) // _DAY.size)
    begun = blob[: told * _DAY.size]
    if _NO_DATA not in begun:
        return _BEGUN[told].unpack(begun) + (None,) * (DAYS_IN_BLOB - told)
    return tuple([None if kb == NO_DATA else kb for kb in _BEGUN[DAYS_IN_BLOB].unpack(blob)])
