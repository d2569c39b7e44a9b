"""The books of a new fleet's vouchers: every month before this one, and what pools bought."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.models.orders import OrderState
from simdesk.models.periods import Month
from simdesk.models.usage import KB_PER_GB
from simdesk.services.providers.simulator import chance, moments
from simdesk.services.providers.simulator.catalog import STOCKS
from simdesk.services.providers.simulator.draft import TODAY, Column, Draft
from simdesk.services.providers.simulator.ledger import Purchases
from simdesk.services.providers.simulator.pool_sizes import PoolUse, bought_sizes, units_bought
from simdesk.services.providers.simulator.traffic import DAYS_IN_BLOB, NO_DATA

_POOLED: Final = tuple(
    place for place, stock in enumerate(STOCKS) if stock.voucher.plan_type.pooled
)
_MONTHS_AHEAD: Final = 5
_SMALL_KB: Final = 10 * KB_PER_GB


class PoolPast:
    """Adds up vouchers' months while cards are written; row per month, column per voucher."""

    def __init__(self, seed: int, months: int) -> None:
        self._seed = seed
        self._months = months
        self._month = moments.month_number(Month.of(moments.day_of(TODAY)))
        shape = (months, len(STOCKS))
        self._total, self._active, self._used, self._cycle = (
            np.zeros(shape, np.int64) for _ in range(4)
        )

    def add(self, draft: Draft, month: int, days: NDArray[np.uint32], cycle_kb: Column) -> None:
        """A run of cards has lived through `month`; `cycle_kb` is what each used in its cycle."""
        first, after = (int(moments.first_days(np.array([month + more]))[0]) for more in (0, 1))
        row = month - self._month + self._months - 1
        stock, begun = draft.stock, draft.activated < after
        opened = draft.opened < after
        running = begun & (draft.gone >= after)
        running &= (draft.expires == 0) | (draft.expires >= after - 1)
        begins = np.clip(draft.activated - first, 0, DAYS_IN_BLOB)[:, None]
        counts = (np.arange(DAYS_IN_BLOB) >= begins) & (days != NO_DATA)
        kb = np.where(counts, days, 0).sum(axis=1)
        for table, values in (
            (self._total, opened),
            (self._active, running),
            (self._used, kb),
            (self._cycle, np.where(running, cycle_kb, kb)),
        ):
            np.add.at(table[row], stock, values.astype(np.int64))

    def write(self, connection: sqlite3.Connection, purchases: Purchases) -> None:
        """Close the months before this one; decide what the pools have bought."""
        spent = np.cumsum(self._used[:-1], axis=0)
        closed = self._used[:-1].sum(axis=0)
        pools = [
            PoolUse(
                place + 1,
                int(closed[place]),
                int(self._used[-1, place]),
                int(self._active[-1, place]),
            )
            for place in _POOLED
        ]
        today = moments.day_of(TODAY)
        sizes = bought_sizes(self._seed, pools, today.day - 1, Month.of(today).days)
        connection.executemany(
            "INSERT INTO pool VALUES (?, ?, ?)",
            [(pool.number, sizes[pool.number], pool.spent_kb) for pool in pools],
        )
        connection.executemany(
            "INSERT INTO pool_month VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)",
            [
                (place + 1, self._month - self._months + 1 + row, *figures, sizes.get(place + 1, 0),
                 int(spent[row, place]) if place in _POOLED else 0)
                for row in range(self._months - 1)
                for place, *figures in zip(
                    range(len(STOCKS)), self._total[row].tolist(), self._active[row].tolist(),
                    self._used[row].tolist(), self._cycle[row].tolist(), strict=True,
                )
            ],
        )  # fmt: skip
        self._write_fees(connection, pools, purchases)
        self._order_enlargements(pools, sizes, purchases)

    def _write_fees(
        self, connection: sqlite3.Connection, pools: list[PoolUse], purchases: Purchases
    ) -> None:
        """Function fees of every month so far, and of some that come."""
        rows: list[tuple[int, int, int]] = []
        for row in range(self._months):
            then = [replace(pool, active=int(self._active[row, pool.number - 1])) for pool in pools]
            month = self._month - self._months + 1 + row
            for number, units in units_bought(self._seed, then).items():
                rows.append((number, month, units))
                if row == self._months - 1:
                    share = chance.one(self._seed, "fees ahead", number)
                    ahead = chance.between(0, _MONTHS_AHEAD, share)
                    rows += [(number, month + more, units) for more in range(1, ahead + 1)]
        connection.executemany("INSERT INTO function_fee VALUES (?, ?, ?)", rows)
        for number, month, units in rows:
            if units:
                day = int(moments.first_days(np.array([month]))[0])
                bought = min(day, TODAY - 5)
                at = moments.begin(bought) + 10 * 3600 + number * 97 + month % 60
                purchases.fees(STOCKS[number - 1].voucher, units, at)

    def _order_enlargements(
        self, pools: list[PoolUse], sizes: Mapping[int, int], purchases: Purchases
    ) -> None:
        """One of the past for each pool; for one that is used up, one given up and one unpaid."""
        for pool in pools:
            voucher, bought = STOCKS[pool.number - 1].voucher, sizes[pool.number]
            since = chance.between(20, 90, chance.one(self._seed, "enlarged", pool.number))
            at = moments.begin(TODAY - since) + 11 * 3600 + pool.number * 41
            purchases.enlargement(voucher, bought // 5, at)
            if pool.spent_kb + pool.month_kb > bought:
                wanted = max(pool.month_kb, _SMALL_KB)
                yesterday = moments.begin(TODAY - 1) + 16 * 3600
                purchases.enlargement(voucher, wanted, yesterday - 3_600, OrderState.CLOSED)
                purchases.enlargement(voucher, wanted, yesterday, OrderState.UNPAID)
