"""Vouchers from synced cards and the provider's readings, against sums made by hand."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from simdesk.models.card import CardRow
from simdesk.models.changes import VouchersChanged
from simdesk.models.commands import CardRef
from simdesk.models.orders import Money
from simdesk.models.periods import Month, midnight
from simdesk.models.pools import PoolReading
from simdesk.models.usage import KB_PER_GB, KB_PER_MB, CardUsage, MonthUsage
from simdesk.models.voucher import BillingCycle, Carrier, PlanType
from simdesk.services.calls import Calls
from simdesk.services.rate import TokenBucket
from simdesk.services.storage.usage_store import put_usage
from simdesk.services.vouchers import VoucherRow, VoucherService
from tests.conftest import VirtualClock
from tests.factories import a_card_row, a_moment
from tests.services.desk_stage import Stage, staged
from tests.services.scripted_provider import ScriptedProvider

MB, GB = KB_PER_MB, KB_PER_GB
JUNE = Month(2026, 6)
TODAY = date(2026, 6, 15)


class Pools(ScriptedProvider):
    """A provider that tells of pools what it is given."""

    def __init__(self, clock: VirtualClock, *told: PoolReading) -> None:
        super().__init__(clock, [])
        self.told = {one.voucher: one for one in told}
        self.asked: list[tuple[str, Month]] = []

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        self.asked.append((voucher, month))
        return self.told.get(voucher)


def a_card(number: int, voucher: str, specific: int = 100, **changes: Any) -> CardRow:
    carrier, plan, cycle, rate, last = voucher.split("_", 4)
    carriers = {"CM": Carrier.CMCC, "CU": Carrier.CUCC, "CT": Carrier.CTCC, "AL": Carrier.VNO}
    plan_type = PlanType(plan)
    return a_card_row(
        id=number,
        instance_id=str(number),
        voucher=voucher,
        carrier=carriers[carrier],
        plan_type=plan_type,
        cycle=BillingCycle.MONTH if cycle == "M" else BillingCycle.YEAR,
        rate_version=int(rate),
        tier_kb=None if plan_type.pooled else int(last[:-1]) * (GB if last[-1] == "G" else MB),
        pool_id=last if plan_type.pooled else None,
        specific=specific,
        **changes,
    )


def days(**used: int) -> tuple[int | None, ...]:
    """31 days, MB on some of them: `days(d3=5)`."""
    return tuple(used.get(f"d{day}", 0) * MB for day in range(1, 32))


@asynccontextmanager
async def desk(
    folder: Path,
    cards: Sequence[CardRow],
    use: dict[int, tuple[int | None, ...]],
    *told: PoolReading,
) -> AsyncIterator[tuple[Stage, VoucherService, Pools]]:
    async with staged(folder, cards) as stage:
        usage = {
            CardRef(row.facts.iccid, row.facts.instance_id): CardUsage(
                (MonthUsage(JUNE, use[row.id]),)
            )
            for row in cards
            if row.id in use
        }
        await stage.database.write(lambda one: put_usage(one, "demo", usage, a_moment()))
        clock = VirtualClock()
        provider = Pools(clock, *told)
        calls = Calls(provider, TokenBucket(100.0, clock), clock)
        yield stage, VoucherService(stage.database, calls, stage.announcer, now), provider


def now() -> datetime:
    return a_moment(2026, 6, 15, 9)


async def the_only(service: VoucherService) -> VoucherRow:
    (row,) = await service.list()
    return row


async def test_a_same_tier_pool_counts_active_cards_and_their_use(tmp_path: Path) -> None:
    voucher = "CM_SF_M_2_100M"
    cards = [
        a_card(1, voucher),
        a_card(2, voucher, 200),  # suspended: still counts, keeps its tier
        a_card(3, voucher, 40),  # stopped: brings nothing, what it used stays counted
        a_card(4, voucher, 50),  # cancelled: as well
        a_card(5, voucher, 20, activated_at=None),  # silent: neither shares nor adds
        # Joined on the 10th: its whole tier at once, its traffic from that day on.
        a_card(6, voucher, activated_at=midnight(date(2026, 6, 10))),
    ]
    use = {
        1: days(d1=50, d14=30),
        2: days(d2=90),
        3: days(d3=20),
        4: days(d4=40),
        5: days(d5=7),
        6: days(d9=11, d10=13, d11=5),
    }
    async with desk(tmp_path, cards, use) as (_, vouchers, _provider):
        row = await the_only(vouchers)
        assert (row.cards, row.active) == (5, 3)
        assert row.used_kb == (80 + 90 + 20 + 40 + 18) * MB
        assert row.pool is not None
        assert (row.pool.total_kb, row.pool.left_kb) == (300 * MB, 52 * MB)
        assert (row.outside_kb, row.overage) == (0, Money(0))
        found = await vouchers.use(voucher, JUNE)
        assert len(found.days) == 14
        assert [kb // MB for kb in found.days] == [50, 90, 20, 40, 0, 0, 0, 0, 0, 13, 5, 0, 0, 30]
        assert found.total_kb == 300 * MB


async def test_outside_the_plan_costs_by_carrier(tmp_path: Path) -> None:
    cards = [a_card(1, "CM_SF_M_2_100M"), a_card(2, "CT_SF_M_2_100M"), a_card(3, "AL_SF_M_2_100M")]
    use = {number: days(d1=150) for number in (1, 2, 3)}
    async with desk(tmp_path, cards, use) as (_, vouchers, _provider):
        found = {row.voucher[:2]: row for row in await vouchers.list()}
        assert {key: row.outside_kb for key, row in found.items()} == dict.fromkeys(
            ("AL", "CM", "CT"), 50 * MB
        )
        # 50 MB at 0.20; 50/1024 GB at 2.00, 9.77 fen; no price published.
        assert found["CM"].overage == Money(10_00)
        assert found["CT"].overage == Money(10)
        assert found["AL"].overage is None


async def test_a_yearly_tier_is_held_against_the_running_cycles(tmp_path: Path) -> None:
    voucher = "CT_SF_Y_2_1G"
    cards = [
        a_card(1, voucher, cycle_usage_kb=700 * MB),
        a_card(2, voucher, cycle_usage_kb=900 * MB),
        a_card(3, voucher, 40, cycle_usage_kb=999 * MB),
    ]
    use = {1: days(d1=10), 3: days(d2=25)}
    async with desk(tmp_path, cards, use) as (_, vouchers, _provider):
        row = await the_only(vouchers)
        assert row.used_kb == 35 * MB
        assert row.pool is not None
        # The stopped card's year is over; what it used this month still counts.
        assert (row.pool.used_kb, row.pool.total_kb) == (1_625 * MB, 2 * GB)


async def test_single_cards_have_no_pool_and_owe_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, [a_card(1, "CM_SC_M_1_30M")], {1: days(d1=60)}) as (
        _,
        one,
        _provider,
    ):
        row = await the_only(one)
        assert (row.pool, row.outside_kb, row.overage) == (None, 0, Money(0))
        assert row.used_kb == 60 * MB


POOLED = "CU_UP_M_2_north"


def told(total: int, used: int, fees: int = 2) -> PoolReading:
    return PoolReading(
        POOLED,
        JUNE,
        3,
        3,
        9 * GB,
        max(0, used - total),
        0,
        grand_total_kb=total,
        grand_used_kb=used,
        grand_left_kb=max(0, total - used),
        function_fees=fees,
        function_fees_exceeded=max(0, 3 - fees),
    )


@pytest.mark.parametrize(
    ("total", "used", "left", "outside", "overage"),
    [
        (100 * GB, 60 * GB, 40 * GB, 0, Money(0)),
        (100 * GB, 104 * GB, 0, 4 * GB, Money(16_00)),
        # 200 GB over in all, 9 of them this month: earlier months were charged then.
        (100 * GB, 300 * GB, 0, 9 * GB, Money(36_00)),
    ],
)
async def test_a_pooled_plan_is_what_was_bought_less_what_was_used(
    tmp_path: Path, total: int, used: int, left: int, outside: int, overage: Money
) -> None:
    cards = [a_card(number, POOLED) for number in (1, 2, 3)]
    use = {number: tuple([3 * GB] + [0] * 30) for number in (1, 2, 3)}
    async with desk(tmp_path, cards, use, told(total, used)) as (stage, vouchers, provider):
        before = await the_only(vouchers)
        assert before.pool is not None
        assert (before.pool.total_kb, before.outside_kb, before.overage) == (None, None, None)
        await vouchers.read()
        assert provider.asked == [(POOLED, JUNE)]
        assert stage.told() == [VouchersChanged(frozenset({POOLED}))]
        row = await the_only(vouchers)
        assert row.pool is not None
        assert (row.pool.total_kb, row.pool.left_kb) == (total, left)
        assert (row.outside_kb, row.overage) == (outside, overage)
        assert (row.function_fees, row.fees_exceeded) == (2, 1)
        assert row.read_at == now()
        await vouchers.read()
        assert stage.told() == []


async def test_what_cannot_be_read_is_listed_as_it_is(tmp_path: Path) -> None:
    card = replace(a_card(1, "CM_SC_M_1_30M"))
    card = replace(card, facts=replace(card.facts, voucher="odd one"))
    async with desk(tmp_path, [card], {}) as (_, vouchers, _provider):
        row = await the_only(vouchers)
        assert (row.voucher, row.parts, row.pool, row.overage) == ("odd one", None, None, None)


async def test_the_voucher_limit_is_what_its_cards_inherit(tmp_path: Path) -> None:
    voucher = "CM_SF_M_2_100M"
    inherits = a_card(1, voucher)
    assert inherits.details is not None
    details = replace(inherits.details, voucher_limit_kb=20 * MB, limit_auto_restore=False)
    own = replace(details, card_limit_kb=5 * MB, limit_auto_restore=True)
    cards = [
        replace(inherits, details=details),
        replace(a_card(2, voucher), details=own),
        replace(a_card(3, voucher), details=None),
    ]
    async with desk(tmp_path, cards, {}) as (_, vouchers, _provider):
        row = await the_only(vouchers)
        assert (row.limit_kb, row.limit_auto_restore, row.limit_settling) == (20 * MB, False, False)
