"""The desk's own sums of every voucher against the world's books, through half a year of days.

The world counts in its own file and by its own code; the desk only knows the cards it has synced.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from simdesk.compose import open_desk
from simdesk.services.providers.simulator import FleetPlan
from simdesk.services.vouchers import VoucherRow
from tests.conftest import VirtualClock

DAYS = 184
EVERY = 7


def told(row: VoucherRow) -> dict[str, object]:
    """What the desk makes of a voucher, in the words of the provider's reading."""
    pool = row.pool
    own = {
        "cards": sum(row.by_status.values()),
        "active": row.active,
        "used": row.used_kb,
        "outside": row.outside_kb,
    }
    if row.parts is not None and row.parts.plan_type.same_tier and pool is not None:
        own |= {"total": pool.total_kb, "left": pool.left_kb}
    if row.function_fees is not None:
        own["exceeded"] = row.fees_exceeded
    return own


def provided(row: VoucherRow) -> dict[str, object]:
    reading = row.reading
    assert reading is not None, row.voucher
    theirs: dict[str, object] = {
        "cards": reading.cards_total,
        "active": reading.cards_active,
        "used": reading.used_kb,
        "outside": reading.outside_kb,
    }
    if reading.total_kb is not None:
        theirs |= {"total": reading.total_kb, "left": reading.left_kb}
    if reading.function_fees is not None:
        theirs["exceeded"] = reading.function_fees_exceeded
    return theirs


@pytest.mark.long_async(300)
async def test_desk_and_world_count_every_voucher_alike(
    tmp_path: Path, virtual_clock: VirtualClock
) -> None:
    desk = await open_desk(tmp_path, FleetPlan(cards=250, seed=11), virtual_clock, "lin")
    assert desk.simulation is not None
    desk.simulation.paused = True
    yearly_used = 0
    for _ in range(0, DAYS, EVERY):
        await desk.simulation.advance_to(desk.simulation.now.date() + timedelta(days=EVERY))
        await desk.sync.run()
        await desk.vouchers.read()
        for row in await desk.vouchers.list():
            assert told(row) == provided(row), (desk.simulation.now, row.voucher)
            if row.parts is not None and row.parts.cycle.months == 12 and row.pool is not None:
                yearly_used += row.pool.used_kb
    assert yearly_used > 0
    await desk.aclose()
