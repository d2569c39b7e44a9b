"""Cards bought for a pool arrive: a business day later they are in the list, in no device yet."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from simdesk.models.orders import OrderState
from simdesk.models.periods import Month, add_months, silent_end
from simdesk.models.status import Base, Trigger
from simdesk.models.usage import KB_PER_MB
from simdesk.services.providers.simulator import chance, identities, moments, people
from simdesk.services.providers.simulator.catalog import KINDS, STOCKS
from simdesk.services.providers.simulator.draft import TEST_MONTHS
from simdesk.services.providers.simulator.till import Till
from simdesk.services.providers.simulator.traffic import no_days

_SATURDAY: Final = 5
_MORNING: Final = 9 * 3600
_OFFICE_HOURS: Final = 8 * 3600
_TESTED: Final = 0.3
"""The share of new cards that come with a test period."""


@dataclass(frozen=True, slots=True)
class _Draw:
    """What chance says of one new card."""

    card: int
    pick: float
    level: float
    test: float
    quota: float


class Deliveries:
    """Writes new cards into the world; must be used in its thread."""

    def __init__(self, connection: sqlite3.Connection, till: Till, seed: int) -> None:
        self._connection = connection
        self._till = till
        self._seed = seed
        self._serials = people.serials_of(seed)

    def deliver(self, number: str, at: int) -> None:
        """The cards of a paid order arrive, which completes it."""
        bill = self._till.bill(number)
        assert bill is not None
        voucher, last = self._connection.execute(
            "SELECT v.id, (SELECT coalesce(max(id), 0) FROM card) FROM voucher v WHERE v.words = ?",
            (bill.ware.voucher,),
        ).fetchone()
        ids = np.arange(last + 1, last + 1 + bill.ware.quantity, dtype=np.int64)
        for draw, bits in zip(self._draws(ids), people.bits_of(self._seed, ids), strict=True):
            self._write(draw, bits, voucher - 1, number, at)
        self._till.move(number, bill.state, OrderState.COMPLETED)

    def _draws(self, ids: chance.Ids) -> list[_Draw]:
        streams = ("kind", "level", "test", "quota")
        shares = [
            chance.shares(chance.key(self._seed, f"delivered/{stream}"), ids) for stream in streams
        ]
        return [_Draw(*parts) for parts in zip(ids.tolist(), *map(list, shares), strict=True)]

    def _write(self, draw: _Draw, bits: people.Bits, stock: int, number: str, at: int) -> None:
        kinds = STOCKS[stock].kinds
        kind = kinds[int(draw.pick * len(kinds))]
        device = KINDS[kind]
        level = device.low + int((device.high - device.low) * draw.level * draw.level)
        opened = moments.day_of(moments.day_at(at))
        newcomer = people.Newcomer(
            draw.card, stock, kind, max(level, 2), at, opened.year, bits, number
        )
        _insert(self._connection, "card", people.card_row(self._serials, newcomer))
        tested = draw.test < _TESTED
        self._add_state(draw, tested, opened, at)
        begun = at if tested else 0
        if STOCKS[stock].smart:
            channels = people.Channels(draw.card, begun, 0, False, 0, bits)
            for row in people.sub_rows(self._serials, channels):
                _insert(self._connection, "sub_card", row)
        month = moments.month_number(Month.of(opened))
        _insert(self._connection, "usage", (draw.card, month, no_days(1).astype("<u4").tobytes()))
        self._connection.execute(
            "INSERT INTO event (at, card, what, who, detail) VALUES (?, ?, 'opened', ?, ?)",
            (at, draw.card, Trigger.CARRIER.value, number),
        )

    def _add_state(self, draw: _Draw, tested: bool, opened: date, at: int) -> None:
        test_until = add_months(opened, TEST_MONTHS)
        silent_until = silent_end(test_until if tested else opened)
        columns: dict[str, object] = {
            "card": draw.card,
            "base": int(Base.TESTABLE if tested else Base.INACTIVE),
            "open_from": at if tested else 0,
            "device": identities.imei(self._serials + draw.card),
            "certified": 1,
            "limit_restore": 1,
            "method": "",
            "periods": 1,
            "test_until": moments.day_number(test_until) if tested else 0,
            "test_quota": (5 + int(draw.quota * 21)) * KB_PER_MB if tested else 0,
            "silent_until": moments.day_at(moments.seconds(silent_until)),
        }
        names = [row[1] for row in self._connection.execute("PRAGMA table_info(state)")]
        _insert(self._connection, "state", tuple(columns.get(name, 0) for name in names))


def delivery_second(at: int, number: str) -> int:
    """When an order paid at `at` is delivered: in office hours of the next business day.

    Saturdays and Sundays are none; public holidays are not known here.
    """
    day = moments.day_of(moments.day_at(at)) + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    hour = int(chance.one(0, "delivery", number) * _OFFICE_HOURS)
    return moments.begin(moments.day_number(day)) + _MORNING + hour


def _insert(connection: sqlite3.Connection, table: str, row: tuple[object, ...]) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)
