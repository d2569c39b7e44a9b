"""How much of a voucher's pool is used, from what the desk itself has read."""

from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial

from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.rules import Group, GroupKind
from simdesk.models.voucher import voucher_or_none
from simdesk.services.storage import rule_history, rule_pools, voucher_store
from simdesk.services.storage.database import Database

PoolShareOf = Callable[[str], Awaitable[int | None]]
"""Percent of a voucher's pool that is used, rounded down; None where nobody can tell."""
Progress = Callable[[int, int], None]
"""Cards done, cards in all."""


def tier_of_pool(voucher: str) -> int | None:
    """What each active card of a same-tier voucher adds, in KB; None for other vouchers."""
    parts = voucher_or_none(voucher)
    return None if parts is None or not parts.plan_type.same_tier else parts.tier_kb


async def pool_percents(
    database: Database, voucher: str, first: date, last: date, progress: Progress | None = None
) -> list[int | None]:
    """Percent of a same-tier pool used by 00:00 of each day; None where there was no pool.

    Raises ValueError for another voucher.
    """
    tier = tier_of_pool(voucher)
    if tier is None:
        raise ValueError(f"no same-tier pool: {voucher}")
    group = Group(GroupKind.VOUCHER, voucher)
    ids = await database.read(partial(rule_history.ids_of_group, group=group))
    used, active = rule_pools.no_days(first, last)
    for start in range(0, len(ids), rule_history.PORTION):
        portion = ids[start : start + rule_history.PORTION]
        job = partial(rule_pools.pool_days, ids=portion, first=first, last=last)
        more, others = await database.read(job)
        used, active = used + more, active + others
        if progress is not None:
            progress(start + len(portion), len(ids))
    return rule_pools.percents(used, active, tier)


def pool_share(database: Database, account: str, today: Callable[[], date]) -> PoolShareOf:
    """Tells of same-tier pools from their cards' days, of others what the provider told last."""

    async def share(voucher: str) -> int | None:
        if tier_of_pool(voucher) is not None:
            (percent,) = await pool_percents(database, voucher, today(), today())
            return percent
        month = Month.of(today())
        asked = partial(voucher_store.readings, account=account, month=month)
        told = [one for one in await database.read(asked) if one.voucher == voucher]
        return _told_share(told[0]) if told else None

    return share


def _told_share(reading: PoolReading) -> int | None:
    """Percent of a pooled plan's data that is gone; None where its size is not told."""
    used, total = reading.grand_used_kb, reading.grand_total_kb
    return None if used is None or not total else used * 100 // total
