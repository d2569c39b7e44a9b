"""Loads and saves single cards of the world."""

import sqlite3
from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from simdesk.services.providers.simulator.life import Life, SubLife
from simdesk.services.providers.simulator.lines import VoucherRow

_STATE: Final = tuple(one.name for one in fields(Life) if one.name not in ("line", "subs"))
_SUB: Final = tuple(one.name for one in fields(SubLife))
_LOAD: Final = (
    f"SELECT c.voucher, c.smart, {', '.join('s.' + name for name in _STATE)}"
    " FROM state s JOIN card c ON c.id = s.card WHERE s.card = ?"
)
_LOAD_SUBS: Final = f"SELECT {', '.join(_SUB)} FROM sub_card WHERE card = ? ORDER BY seq"
_SAVE: Final = f"UPDATE state SET {', '.join(name + ' = ?' for name in _STATE[1:])} WHERE card = ?"
_SAVE_SUB: Final = (
    "UPDATE sub_card SET holds = ?, certified = ?, open_from = ?, open_secs = ?, cycle_kb = ?"
    " WHERE card = ? AND seq = ?"
)


class Lives:
    """The cards of a world, one at a time; must be used in its thread."""

    def __init__(self, connection: sqlite3.Connection, vouchers: Mapping[int, VoucherRow]) -> None:
        self._connection = connection
        self._vouchers = vouchers

    def load(self, card: int) -> Life:
        """The card with this number. Raises KeyError for an unknown one."""
        row = self._connection.execute(_LOAD, (card,)).fetchone()
        if row is None:
            raise KeyError(card)
        voucher, smart, *state = row
        subs = self._connection.execute(_LOAD_SUBS, (card,)).fetchall() if smart else []
        columns = dict(zip(_STATE, state, strict=True))
        line = self._vouchers[voucher]
        return Life(**columns, line=line, subs=[SubLife(*sub) for sub in subs])

    def save(self, life: Life) -> None:
        values = [getattr(life, name) for name in _STATE[1:]]
        self._connection.execute(_SAVE, (*values, life.card))
        if life.subs:
            self._connection.executemany(
                _SAVE_SUB,
                [
                    (sub.holds, sub.certified, sub.open_from, sub.open_secs, sub.cycle_kb,
                     life.card, sub.seq)
                    for sub in life.subs
                ],
            )  # fmt: skip
