"""A run of cards as columns side by side, so that a day passes for all of them at once."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from simdesk.models.status import Base
from simdesk.services.providers.simulator.draft import Column
from simdesk.services.providers.simulator.lines import VoucherRow
from simdesk.services.providers.simulator.traffic import Devices

_STATE: Final = (
    "card", "base", "holds", "due", "due_on", "open_from", "open_secs", "plugged", "device",
    "imei", "limit_kb", "limit_restore", "overridden", "expires", "anchor", "test_until",
    "test_quota", "test_kb", "silent_until", "stopped_on", "cycle_kb", "month_kb", "extra_kb",
    "extra_until", "sms",
)  # fmt: skip
_SAVED: Final = (
    "open_secs", "imei", "overridden", "test_kb", "cycle_kb", "month_kb", "extra_kb", "sms",
)  # fmt: skip
_SUBS: Final = ("card", "seq", "weight", "holds", "open_from", "open_secs", "cycle_kb")
_LOAD: Final = (
    f"SELECT {', '.join(_STATE)} FROM state WHERE card BETWEEN ? AND ?"
    f" AND base < {int(Base.CANCELLED)} ORDER BY card"
)
_LOAD_SUBS: Final = (
    f"SELECT {', '.join('u.' + name for name in _SUBS)} FROM sub_card u"
    " JOIN state s ON s.card = u.card WHERE u.card BETWEEN ? AND ?"
    f" AND s.base < {int(Base.CANCELLED)} ORDER BY u.card, u.seq"
)
_SAVE: Final = f"UPDATE state SET {', '.join(name + ' = ?' for name in _SAVED)} WHERE card = ?"


@dataclass(frozen=True, slots=True)
class Fixed:
    """What never changes about a run of cards; `first` is the number of the first."""

    first: int
    level: Column
    kind: Column
    voucher: Column
    smart: Column


@dataclass(frozen=True, slots=True)
class Tariffs:
    """Voucher columns by voucher number; 0 where a voucher has no such thing."""

    quota: Column
    limit: Column
    restore: Column
    cycle_months: Column
    expires: Column


class Board:
    """The living cards of a run; columns by name, sub-cards in `subs`."""

    def __init__(
        self, connection: sqlite3.Connection, fixed: Fixed, last: int, tariffs: Tariffs
    ) -> None:
        self._connection = connection
        rows = connection.execute(_LOAD, (fixed.first, last)).fetchall()
        self.columns = _columns(rows, _STATE)
        self._before = {name: self.columns[name].copy() for name in _SAVED}
        place = self.columns["card"] - fixed.first
        self.devices = Devices(self.columns["card"], fixed.level[place], fixed.kind[place])
        self.voucher = fixed.voucher[place]
        self.smart = fixed.smart[place] > 0
        self.tariffs = tariffs
        self.subs: dict[str, Column] = {}
        if self.smart.any():
            found = connection.execute(_LOAD_SUBS, (fixed.first, last)).fetchall()
            self.subs = _columns(found, _SUBS)

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]

    def __len__(self) -> int:
        return len(self.columns["card"])

    @property
    def quota(self) -> Column:
        return self.tariffs.quota[self.voucher]

    @property
    def limit(self) -> Column:
        return np.where(self["limit_kb"] > 0, self["limit_kb"], self.tariffs.limit[self.voucher])

    @property
    def restores(self) -> Column:
        """Whether a usage limit lets go when the month begins."""
        own = self["limit_kb"] > 0
        return np.where(own, self["limit_restore"], self.tariffs.restore[self.voucher])

    @property
    def cycle_months(self) -> Column:
        return self.tariffs.cycle_months[self.voucher]

    def save(self) -> None:
        """Write the counters of the cards whose counters moved."""
        changed = np.zeros(len(self), np.bool_)
        for name in _SAVED:
            changed |= self._before[name] != self.columns[name]
        rows = zip(
            *(self.columns[name][changed].tolist() for name in (*_SAVED, "card")), strict=True
        )
        self._connection.executemany(_SAVE, rows)
        if self.subs:
            self._connection.executemany(
                "UPDATE sub_card SET open_secs = 0, cycle_kb = ? WHERE card = ? AND seq = ?",
                zip(*(self.subs[name].tolist() for name in ("cycle_kb", "card", "seq")),
                    strict=True),
            )  # fmt: skip


def read_fixed(connection: sqlite3.Connection, first: int, last: int) -> Fixed:
    rows = connection.execute(
        "SELECT level, kind, voucher, smart FROM card WHERE id BETWEEN ? AND ? ORDER BY id",
        (first, last),
    ).fetchall()
    columns = _columns(rows, ("level", "kind", "voucher", "smart"))
    return Fixed(first, **columns)


def read_tariffs(vouchers: Mapping[int, VoucherRow]) -> Tariffs:
    def column(values: Mapping[int, int]) -> Column:
        return np.array([values.get(number, 0) for number in range(max(vouchers) + 1)], np.int64)

    plans = {number: line.voucher for number, line in vouchers.items()}
    return Tariffs(
        quota=column(
            {n: plan.tier_kb or 0 for n, plan in plans.items() if plan.plan_type.single_card}
        ),
        limit=column({n: line.limit_kb for n, line in vouchers.items()}),
        restore=column({n: int(line.limit_restore) for n, line in vouchers.items()}),
        cycle_months=column(
            {n: 1 if plan.plan_type.pooled else plan.cycle.months for n, plan in plans.items()}
        ),
        expires=column({n: int(not plan.plan_type.pooled) for n, plan in plans.items()}),
    )


def _columns(rows: list[tuple[int, ...]], names: tuple[str, ...]) -> dict[str, Column]:
    table = np.array(rows, np.int64).reshape(len(rows), len(names))
    return {name: table[:, place].copy() for place, name in enumerate(names)}
