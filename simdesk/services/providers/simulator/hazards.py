"""What may befall a card on a day, drawn at its midnight: device changes, holds, first traffic."""

import sqlite3
from typing import Final

import numpy as np

from simdesk.models.status import Base, Event
from simdesk.services.providers.simulator import chance, moments
from simdesk.services.providers.simulator.draft import Column

PLUGGED: Final = "plugged in"
COMMAND: Final = "command"
DELIVERY: Final = "delivery"
ALL: Final = "all"
# Chances of a day, in parts of 65,536.
_DEVICE: Final = 26
_REAL_NAME: Final = 12
_RISK: Final = 12
_PLUG: Final = 800
_PUSH: Final = 60
_LATER: Final = 30_000


class Hazards:
    """Writes the carriers' events of a coming day into the agenda."""

    def __init__(self, connection: sqlite3.Connection, seed: int, restless: int) -> None:
        self._connection = connection
        self.seed = seed
        self._restless = restless
        self._key = chance.key(seed, "hazards")

    def plan_day(self, day: int, cards: Column, bases: Column, plugged: Column) -> None:
        """Draw what happens on `day` to these cards; `plugged` says whose device is in place."""
        drawn = chance.hashes(self._key, cards, day)
        first, second, third = (chance.lane(drawn, number) for number in range(3))
        alive = (bases == Base.ACTIVE) | (bases == Base.TESTABLE)
        running = bases == Base.ACTIVE
        silent = bases == Base.INACTIVE
        there = plugged > 0
        device, real_name, risk = (
            self._restless * chances for chances in (_DEVICE, _REAL_NAME, _RISK)
        )
        for what, hit in (
            (Event.DEVICE_CHANGED, alive & there & (first < device)),
            (Event.REAL_NAME_MISSING, running & (second < real_name)),
            (Event.RISK_FOUND, running & (second >= real_name)
             & (second < real_name + risk)),
            (PLUGGED, ~there & (alive | silent) & (third < _PLUG)),
            (Event.FIRST_TRAFFIC, silent & there & (third < _LATER)),
            (Event.CARRIER_ACTIVATED, silent & ~there & (third >= _PLUG)
             & (third < _PLUG + _PUSH)),
        ):  # fmt: skip
            self._enter(day, str(what), cards[hit])

    def _enter(self, day: int, what: str, cards: Column) -> None:
        if not len(cards):
            return
        share = chance.shares(chance.key(self.seed, f"hour/{what}"), cards, day)
        at = moments.begin(day) + 1 + (share * (moments.DAY - 2)).astype(np.int64)
        self._connection.executemany(
            "INSERT INTO agenda (at, card, what, detail) VALUES (?, ?, ?, '')",
            list(zip(at.tolist(), cards.tolist(), [what] * len(cards), strict=True)),
        )
