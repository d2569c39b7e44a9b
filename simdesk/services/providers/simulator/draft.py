"""The past of a new fleet's cards: when opened, activated, held, expired or cancelled."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.models.periods import SILENT_MONTHS
from simdesk.models.status import Hold, SpecificStatus
from simdesk.services.providers.simulator import chance, holds, moments
from simdesk.services.providers.simulator.cast import cast_for
from simdesk.services.providers.simulator.catalog import KINDS, STOCKS
from simdesk.services.providers.simulator.fleet_plan import FleetPlan

Column = NDArray[np.int64]
TODAY: Final = moments.day_at(moments.seconds(moments.START))
FAR: Final = 1 << 40
"""A day that never comes."""
_S = SpecificStatus
TEST_MONTHS: Final = 3
_CYCLES = np.array([stock.voucher.cycle.months for stock in STOCKS], np.int64)
_TIERS = np.array([stock.voucher.tier_kb or 0 for stock in STOCKS], np.int64)
SINGLE: Final = np.array([stock.voucher.plan_type.single_card for stock in STOCKS])
POOLED: Final = np.array([stock.voucher.plan_type.pooled for stock in STOCKS])
SMART: Final = np.array([stock.voucher.carrier == "VNO" for stock in STOCKS])
_LIMITS = np.array([stock.limit_mb * 1024 for stock in STOCKS], np.int64)
_KIND_CHOICES = np.array([len(stock.kinds) for stock in STOCKS], np.int64)
_KINDS = np.array([(stock.kinds * 8)[:8] for stock in STOCKS], np.int64)
_LOW = np.array([kind.low for kind in KINDS], np.int64)
_HIGH = np.array([kind.high for kind in KINDS], np.int64)
# What a device sends on an average day, in percent of its level.
_AVERAGE = np.array(
    [102 * (500 + 2 * kind.weekend) * (100 - kind.idle_percent) // 70_000 for kind in KINDS],
    np.int64,
)
# Use of a monthly tier in percent: mostly modest, some nearly used up by now, some beyond.
_USE_STEPS = np.array([0, 620, 830, 890, 945, 975, 1000], np.int64)
_USE_LOW = np.array([10, 70, 120, 150, 193, 215, 215], np.int64)
_USE_HIGH = np.array([70, 120, 150, 185, 205, 260, 260], np.int64)


@dataclass(slots=True)
class Draft:
    """Columns side by side, one entry per card; days are counted from 1970, amounts are KB."""

    ids: Column
    specific: Column
    stock: Column
    kind: Column
    level: Column
    opened: Column
    activated: Column
    """FAR where the card was never activated."""
    until: Column
    """First day on which a hold, a stop or a cancellation keeps the card silent; FAR for none."""
    expires: Column
    """Last day of the plan; 0 where there is none."""
    gone: Column
    """Day of cancellation; FAR for none."""
    test_until: Column
    test_quota: Column
    silent_until: Column
    own_limit: Column
    holds: Column
    plugged: NDArray[np.bool_]

    @property
    def cycle_months(self) -> Column:
        return np.where(POOLED[self.stock], 1, _CYCLES[self.stock])

    @property
    def quota(self) -> Column:
        """Each card's own quota in a cycle; 0 where it has none."""
        return np.where(SINGLE[self.stock], _TIERS[self.stock], 0)

    @property
    def limit(self) -> Column:
        return np.where(self.own_limit > 0, self.own_limit, _LIMITS[self.stock])

    @property
    def testing(self) -> NDArray[np.bool_]:
        return among(self.specific, _S.TEST_PERIOD, _S.TEST_DEVICE_CHANGE)


def among(specific: Column, *statuses: SpecificStatus) -> NDArray[np.bool_]:
    """Which cards show one of these statuses."""
    return np.isin(specific, [int(status) for status in statuses])


def draft_cards(plan: FleetPlan, ids: Column) -> Draft:
    """Draw the past of these cards; the same plan and id give the same past."""
    specific, stock, roles = cast_for(plan, ids)
    draws = _Draws(plan.seed, ids)
    pick = (draws("kind") * _KIND_CHOICES[stock]).astype(np.int64)
    kind = _KINDS[stock, pick]
    opened, activated, expires, gone = _dates(draws, specific, stock)
    draft = Draft(
        ids, specific, stock, kind, _levels(draws, specific, stock, kind, roles),
        opened, activated, _silenced(draws, specific, activated, expires, gone), expires, gone,
        np.zeros_like(ids), np.zeros_like(ids), np.zeros_like(ids), np.zeros_like(ids),
        _drawn_holds(draws, specific), _plugged(draws, specific, activated),
    )  # fmt: skip
    _set_limits(draws, draft)
    _set_buffers(draws, draft)
    return draft


class _Draws:
    def __init__(self, seed: int, ids: Column) -> None:
        self._seed = seed
        self._ids = ids

    def __call__(self, stream: str) -> chance.Shares:
        return chance.shares(chance.key(self._seed, f"draft/{stream}"), self._ids)

    def days(self, stream: str, low: int, high: int) -> Column:
        return low + (self(stream) * (high - low + 1)).astype(np.int64)


def _dates(draws: _Draws, specific: Column, stock: Column) -> tuple[Column, Column, Column, Column]:
    testing = among(specific, _S.TEST_PERIOD, _S.TEST_DEVICE_CHANGE)
    silent = among(specific, _S.SILENT_PERIOD)
    stopped = among(specific, _S.STOPPED)
    cancelled = among(specific, _S.CANCELLED)
    lapsed = cancelled & ~POOLED[stock] & (draws("lapsed") < 0.6)
    opened = TODAY - draws.days("age", 40, 900)
    activated = np.minimum(opened + draws.days("wait", 0, 50), TODAY - 20)
    this_month = moments.months_of(np.array([TODAY]))[0]
    # Stopped at the end of one of the last three months; cancelled ones at least four months ago.
    ended = np.where(lapsed, this_month - draws.days("ended", 4, 12),
                     this_month - draws.days("stopped", 1, 3))  # fmt: skip
    cycle = _CYCLES[stock]
    length = np.where(cycle == 12, 12, draws.days("length", 2, 12))
    begun = moments.first_days(ended - length + 1) + draws.days("begun", 0, 27)
    ending = stopped | lapsed
    activated = np.where(ending, begun, activated)
    opened = np.where(ending, begun - draws.days("wait", 0, 50), opened)
    expires = np.where(ending, moments.last_days(ended), _running_until(draws, activated, cycle))
    expires = np.where(POOLED[stock] & ~ending, 0, expires)
    asked = moments.first_days(this_month - draws.days("asked", 0, 10)) + draws.days("day", 0, 12)
    gone = np.where(lapsed, moments.added_months(expires, 3) + 1, asked)
    by_hand = cancelled & ~lapsed
    activated = np.where(by_hand, gone - draws.days("served", 60, 500), activated)
    opened = np.where(by_hand, activated - draws.days("wait", 0, 50), opened)
    expires = np.where(by_hand & ~POOLED[stock], moments.last_days(moments.months_of(gone)),
                       expires)  # fmt: skip
    gone = np.where(cancelled, gone, FAR)
    opened = np.where(testing, TODAY - draws.days("age", 3, 80), opened)
    opened = np.where(silent, TODAY - draws.days("age", 5, 160), opened)
    never = testing | silent
    return opened, np.where(never, FAR, activated), np.where(never, 0, expires), gone


def _running_until(draws: _Draws, activated: Column, cycle: Column) -> Column:
    this_month = moments.months_of(np.array([TODAY]))[0]
    ahead = (draws("ahead") * 13).astype(np.int64)
    begun = moments.months_of(activated)
    years = (this_month - begun) // 12 + 1
    last = np.where(cycle == 12, begun + 12 * years - 1, this_month + ahead)
    return moments.last_days(last)


def _silenced(
    draws: _Draws, specific: Column, activated: Column, expires: Column, gone: Column
) -> Column:
    held = among(
        specific, _S.MANUAL, _S.DEVICE_CHANGE, _S.REAL_NAME, _S.ABNORMAL, _S.TEST_DEVICE_CHANGE
    )
    until = np.where(held, TODAY - draws.days("held", 1, 15), FAR)
    until = np.where(among(specific, _S.STOPPED), expires + 1, until)
    return np.where(gone < FAR, np.minimum(expires + (expires == 0) * FAR + 1, gone - 4), until)


def _drawn_holds(draws: _Draws, specific: Column) -> Column:
    mask = np.zeros_like(specific)
    for hold in (Hold.MANUAL, Hold.DEVICE, Hold.REAL_NAME, Hold.ABNORMAL):
        mask[specific == hold.value] = holds.BITS[hold]
    mask[among(specific, _S.TEST_DEVICE_CHANGE)] = holds.DEVICE
    # Some cards are held for a second, hidden reason too.
    double = among(specific, _S.DEVICE_CHANGE, _S.REAL_NAME, _S.ABNORMAL)
    return mask | np.where(double & (draws("double") < 0.12), holds.MANUAL, 0)


def _plugged(draws: _Draws, specific: Column, activated: Column) -> NDArray[np.bool_]:
    share = np.where(among(specific, _S.SILENT_PERIOD), 0.0, 0.92)
    share[among(specific, _S.TEST_DEVICE_CHANGE, _S.DEVICE_CHANGE, _S.USAGE_LIMIT,
                _S.CREDIT_CONTROL, _S.PARTIAL)] = 1.0  # fmt: skip
    return draws("plugged") < share


def _levels(
    draws: _Draws, specific: Column, stock: Column, kind: Column, roles: NDArray[np.bool_]
) -> Column:
    drawn = draws("level")
    free = _LOW[kind] + ((_HIGH[kind] - _LOW[kind]) * drawn * drawn).astype(np.int64)
    thousand = (draws("use") * 1000).astype(np.int64)
    band = np.searchsorted(_USE_STEPS, thousand, side="right") - 1
    percent = _USE_LOW[band] + ((_USE_HIGH - _USE_LOW)[band] * drawn).astype(np.int64)
    percent = np.where(roles, 45, percent)
    percent = np.where(_CYCLES[stock] == 12, np.minimum(percent, 95), percent)
    percent = np.where(among(specific, _S.CREDIT_CONTROL), 330, percent)
    days = np.where(_CYCLES[stock] == 12, 365, 30)
    own = _TIERS[stock] * percent // days // np.maximum(_AVERAGE[kind], 1)
    return np.maximum(np.where(SINGLE[stock], own, free), 2)


def _set_limits(draws: _Draws, draft: Draft) -> None:
    """Give some cards a usage limit of their own, below which they still are by now."""
    factor = 90 + (draws("limit factor") * 80).astype(np.int64)
    reached = among(draft.specific, _S.USAGE_LIMIT)
    limited = (draws("limited") < 0.22) & ~reached & (draft.activated < FAR)
    month = draft.level * 30 * np.where(reached, 20, factor) // 100
    rounded = np.maximum(month // 1024, 1) * 1024
    own = (limited | reached) & ~SINGLE[draft.stock]
    # A limit of one MB is no real limit for the smallest devices: they send more to reach it.
    draft.level = np.where(reached & own, np.maximum(draft.level, 300), draft.level)
    draft.own_limit = np.where(own, rounded, 0)


def _set_buffers(draws: _Draws, draft: Draft) -> None:
    """Test and silent periods (domain.md 2.3): they add up, the first of a month ends them."""
    testing, silent = draft.testing, among(draft.specific, _S.SILENT_PERIOD)
    tested = moments.added_months(draft.opened, TEST_MONTHS)
    draft.test_until = np.where(testing, tested, 0)
    draft.test_quota = np.where(testing, (5 + draws.days("quota", 0, 20)) * 1024, 0)
    waited = moments.added_months(np.where(testing, tested, draft.opened), SILENT_MONTHS)
    ends = moments.first_days(moments.months_of(waited) + 1)
    draft.silent_until = np.where(testing | silent, ends, 0)
    # So far a card on test has stayed within its test data.
    share = (30 + draws("tested") * 60).astype(np.int64)
    most = draft.test_quota * share // 2 // np.maximum(TODAY - draft.opened, 1) // 2
    draft.level = np.where(testing, np.maximum(np.minimum(draft.level, most), 2), draft.level)
