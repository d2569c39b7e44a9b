"""How much the pools of an invented fleet bought: some have plenty, some run out, one has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.services.providers.simulator import chance

# Bought beyond the closed months, in percent of what a whole month takes.
_ROLES: Final = ((60, 94), (400, 900), (70, 92), (250, 500), (150, 400))
_EXCEEDED: Final = (60, 90)
_AT_LEAST: Final = 10 * KB_PER_GB
_WHOLE_GB_FROM: Final = 50 * KB_PER_GB
_SPARE_PERCENT: Final = (100, 104, 108, 115, 130)
_SHORT_PERCENT: Final = 95


@dataclass(frozen=True, slots=True)
class PoolUse:
    """A pooled plan so far: KB used in closed months and in this one, and its active cards."""

    number: int
    spent_kb: int
    month_kb: int
    active: int


def bought_sizes(seed: int, pools: Sequence[PoolUse], passed: int, days: int) -> Mapping[int, int]:
    """KB bought in all, by voucher; `passed` of the month's `days` are counted.

    In an order drawn by the seed: the first of the larger pools has exceeded its size, of the rest
    the first runs out before the month ends, the second is comfortable, and so on.
    """
    sizes = {pool.number: _AT_LEAST for pool in pools}
    for place, pool in enumerate(_cast(seed, pools)):
        share = chance.one(seed, "pool size", pool.number)
        if place == 0:
            beyond = pool.month_kb * chance.between(*_EXCEEDED, share) // 100
        else:
            whole = pool.month_kb * days // max(passed, 1)
            percent = chance.between(*_ROLES[(place - 1) % len(_ROLES)], share)
            beyond = max(whole * percent // 100, pool.month_kb + 1)
        sizes[pool.number] = _as_sold(pool.spent_kb + beyond, beyond, up=place > 0)
    return sizes


def _cast(seed: int, pools: Sequence[PoolUse]) -> list[PoolUse]:
    """The pools that are used, in order of their roles."""
    used = sorted(
        (pool for pool in pools if pool.month_kb > 0),
        key=lambda pool: chance.one(seed, "pool", pool.number),
    )
    if not used:
        return []
    middle = sorted(pool.month_kb for pool in used)[len(used) // 2]
    first = next(pool for pool in used if pool.month_kb >= middle)
    return [first, *(pool for pool in used if pool is not first)]


def units_bought(seed: int, pools: Sequence[PoolUse]) -> Mapping[int, int]:
    """Function fees of a month, by voucher: one pool at least has more active cards than that."""
    by_chance = sorted(pools, key=lambda pool: chance.one(seed, "fees", pool.number))
    short = next((pool.number for pool in by_chance if pool.active > 0), None)
    found: dict[int, int] = {}
    for pool in pools:
        share = chance.one(seed, "spare fees", pool.number)
        percent = _SPARE_PERCENT[int(share * len(_SPARE_PERCENT))]
        found[pool.number] = -(-pool.active * percent // 100)
        if pool.number == short:
            found[pool.number] = min(pool.active - 1, pool.active * _SHORT_PERCENT // 100)
    return found


def _as_sold(kb: int, beyond: int, *, up: bool) -> int:
    """As people buy: whole GB, for small pools whole MB."""
    unit = KB_PER_GB if beyond >= _WHOLE_GB_FROM else KB_PER_MB
    return (kb + unit - 1 if up else kb) // unit * unit
