"""The months of daily usage behind a new fleet, under the same rules as the days to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.services.providers.simulator import holds, moments
from simdesk.services.providers.simulator.draft import FAR, TODAY, Column, Draft
from simdesk.services.providers.simulator.traffic import (
    NO_DATA,
    TEST_PERCENT,
    Devices,
    day_traffic,
    no_days,
)

BLANK: Final = NO_DATA


@dataclass(slots=True)
class Meters:
    """What the cards' counters show once the past has been lived through."""

    cycle_kb: Column
    month_kb: Column
    test_kb: Column


class Past:
    """Lives through the months before today; `meters` and the draft's holds are the result."""

    def __init__(self, seed: int, draft: Draft, months: int) -> None:
        self._seed = seed
        self._draft = draft
        self._months = months
        self._testing, self._quota, self._limit = draft.testing, draft.quota, draft.limit
        self._devices = Devices(draft.ids, draft.level, draft.kind)
        nothing = np.zeros_like(draft.ids)
        self.meters = Meters(nothing.copy(), nothing.copy(), nothing.copy())
        self._over_quota = np.zeros(len(draft.ids), np.bool_)
        self._over_limit = np.zeros(len(draft.ids), np.bool_)
        self._begins = np.where(self._testing, draft.opened + 1, draft.activated)
        self._begins = np.where(draft.plugged, self._begins, FAR)

    def months(self) -> Iterator[tuple[int, NDArray[np.uint32], NDArray[np.bool_]]]:
        """Month number, its days (cards, 31), and which cards had an account in it."""
        this_month = int(moments.months_of(np.array([TODAY]))[0])
        for month in range(this_month - self._months + 1, this_month + 1):
            yield self._month(month)
        self._close()

    def _month(self, month: int) -> tuple[int, NDArray[np.uint32], NDArray[np.bool_]]:
        draft = self._draft
        self._turn(month)
        days = no_days(len(draft.ids))
        first, last = (int(moments.first_days(np.array([month + more]))[0]) for more in (0, 1))
        for day in range(first, min(last, TODAY)):
            kb = self._day(day)
            known = (draft.opened <= day) & (day < draft.gone)
            days[:, day - first] = np.where(known, kb, BLANK)
        return month, days, (draft.opened < min(last, TODAY)) & (draft.gone > first)

    def _turn(self, month: int) -> None:
        """A month begins: limits and, where due, quotas start anew."""
        self.meters.month_kb[:] = 0
        self._over_limit[:] = False
        anchor = moments.months_of(np.minimum(self._draft.activated, TODAY))
        anew = (month - anchor) % self._draft.cycle_months == 0
        self.meters.cycle_kb[anew] = 0
        self._over_quota[anew] = False

    def _day(self, day: int) -> Column:
        draft, meters = self._draft, self.meters
        passing = (self._begins <= day) & (day < draft.until)
        passing &= ~(self._over_quota | self._over_limit)
        sent = np.where(passing, day_traffic(self._seed, self._devices, day), 0)
        sent = np.where(self._testing, sent * TEST_PERCENT // 100, sent)
        meters.cycle_kb += sent
        meters.month_kb += sent
        meters.test_kb += np.where(self._testing, sent, 0)
        self._over_quota |= (self._quota > 0) & (meters.cycle_kb >= self._quota) & ~self._testing
        self._over_limit |= (self._limit > 0) & (meters.month_kb >= self._limit) & ~self._testing
        return sent

    def _close(self) -> None:
        """Cards that ran over in this cycle are held for it now."""
        draft = self._draft
        active = (
            (draft.activated < FAR)
            & (draft.gone == FAR)
            & ((draft.expires >= TODAY) | (draft.expires == 0))
        )
        single = self._quota > 0
        draft.holds = draft.holds | np.where(active & self._over_quota & single, holds.CREDIT, 0)
        draft.holds = draft.holds | np.where(active & self._over_limit & ~single, holds.USAGE, 0)
