"""Who plays in a new fleet: the status and the voucher of every card."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.models.status import SpecificStatus
from simdesk.services.providers.simulator import chance
from simdesk.services.providers.simulator.catalog import STOCKS
from simdesk.services.providers.simulator.fleet_plan import FleetPlan

_S = SpecificStatus
# The first rows show every specific status once, so that even a small fleet holds them all.
ROLES: Final[Sequence[tuple[SpecificStatus, str]]] = (
    (_S.IN_USE, "CM_SC_M_2_100M"),
    (_S.SILENT_PERIOD, "CM_SF_M_2_100M"),
    (_S.TEST_PERIOD, "CT_SC_M_2_100M"),
    (_S.MANUAL, "CM_SC_M_2_100M"),
    (_S.PARTIAL, "AL_SC_M_2_500M"),
    (_S.USAGE_LIMIT, "CM_SF_M_2_100M"),
    (_S.CREDIT_CONTROL, "CT_SC_M_2_100M"),
    (_S.DEVICE_CHANGE, "CM_SF_M_2_100M"),
    (_S.STOPPED, "CM_SC_M_2_100M"),
    (_S.REAL_NAME, "CU_SC_M_2_500M"),
    (_S.ABNORMAL, "CU_SF_M_2_200M"),
    (_S.TEST_DEVICE_CHANGE, "CT_SF_M_2_100M"),
    (_S.CANCELLED, "CM_SC_M_2_100M"),
    (_S.IN_USE, "CM_SF_M_2_100M"),
    (_S.IN_USE, "CU_UP_M_2_north"),
    (_S.IN_USE, "CM_SCD_M_2_200M"),
    (_S.IN_USE, "CM_SFD_M_2_200M"),
    (_S.IN_USE, "CM_UPG_M_2_grid_7"),
    (_S.IN_USE, "AL_SF_M_2_1G"),
    (_S.IN_USE, "CM_SC_Y_2_1G"),
    (_S.PARTIAL, "AL_UP_M_2_roaming"),
    (_S.MANUAL, "CU_UP_M_2_north"),
    (_S.MANUAL, "CT_SF_M_2_100M"),
    (_S.MANUAL, "AL_SC_M_2_500M"),
    (_S.SILENT_PERIOD, "CT_SC_M_2_100M"),
    (_S.SILENT_PERIOD, "CU_UP_M_2_north"),
    (_S.TEST_PERIOD, "CU_SF_M_2_200M"),
    (_S.USAGE_LIMIT, "CU_UP_M_2_north"),
    (_S.DEVICE_CHANGE, "CT_SC_M_2_100M"),
    (_S.DEVICE_CHANGE, "AL_SF_M_2_1G"),
    (_S.STOPPED, "CU_SF_M_2_200M"),
    (_S.STOPPED, "AL_SC_M_2_500M"),
    (_S.CANCELLED, "CU_UP_M_2_north"),
    (_S.STOPPED, "CT_SF_Y_2_1G"),
)
_SHARES: Final = (
    (_S.IN_USE, 700),
    (_S.SILENT_PERIOD, 85),
    (_S.TEST_PERIOD, 35),
    (_S.PARTIAL, 15),
    (_S.MANUAL, 35),
    (_S.USAGE_LIMIT, 12),
    (_S.CREDIT_CONTROL, 8),
    (_S.DEVICE_CHANGE, 16),
    (_S.REAL_NAME, 9),
    (_S.ABNORMAL, 8),
    (_S.STOPPED, 40),
    (_S.TEST_DEVICE_CHANGE, 5),
    (_S.CANCELLED, 32),
)
_STOCK_NUMBERS = {stock.voucher.text: number for number, stock in enumerate(STOCKS)}
_WEIGHTS = np.array([stock.weight for stock in STOCKS], np.int64)
_SMART = np.array([stock.voucher.carrier == "VNO" for stock in STOCKS])
_SINGLE = np.array([stock.voucher.plan_type.single_card for stock in STOCKS])
_POOLED = np.array([stock.voucher.plan_type.pooled for stock in STOCKS])

Cast = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]


def cast_for(plan: FleetPlan, ids: chance.Ids) -> Cast:
    """For each card its specific status, its voucher (a number in STOCKS), and if it has a role."""
    drawn = chance.shares(chance.key(plan.seed, "status"), ids)
    codes = np.array([int(status) for status, _ in _SHARES], np.int64)
    steps = np.cumsum([weight for _, weight in _SHARES])
    specific = codes[np.searchsorted(steps, (drawn * steps[-1]).astype(np.int64), side="right")]
    stock = _stocks_for(plan.seed, ids, specific)
    roles = _roles(plan, ids, specific, stock)
    return specific, stock, roles


def _stocks_for(seed: int, ids: chance.Ids, specific: NDArray[np.int64]) -> NDArray[np.int64]:
    drawn = chance.shares(chance.key(seed, "voucher"), ids)
    stock = np.zeros(len(ids), np.int64)
    for status, _ in _SHARES:
        wanted = specific == int(status)
        steps = np.cumsum(np.where(_fitting(status), _WEIGHTS, 0))
        numbers = (drawn[wanted] * steps[-1]).astype(np.int64)
        stock[wanted] = np.searchsorted(steps, numbers, side="right")
    return stock


def _fitting(status: SpecificStatus) -> NDArray[np.bool_]:
    """The vouchers whose cards can show this status (domain.md 2.2, 2.4)."""
    if status is _S.PARTIAL:
        return _SMART
    if status is _S.STOPPED:
        return ~_POOLED
    if status is _S.USAGE_LIMIT:
        return ~_SINGLE
    if status is _S.CREDIT_CONTROL:
        return _SINGLE
    return np.ones(len(STOCKS), np.bool_)


def _roles(
    plan: FleetPlan, ids: chance.Ids, specific: NDArray[np.int64], stock: NDArray[np.int64]
) -> NDArray[np.bool_]:
    stride = max(1, plan.cards // len(ROLES))
    cast = np.zeros(len(ids), np.bool_)
    for number, (status, words) in enumerate(ROLES):
        place = number * stride + 1 - int(ids[0])
        if 0 <= place < len(ids):
            specific[place], stock[place], cast[place] = int(status), _STOCK_NUMBERS[words], True
    return cast
