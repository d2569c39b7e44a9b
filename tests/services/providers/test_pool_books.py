"""Vouchers' months in a world that lives, against a count of our own over each card's reading."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from simdesk.models.periods import Month
from simdesk.models.status import Base
from simdesk.services.providers.simulator import FleetPlan
from simdesk.services.providers.simulator.lines import VoucherRow
from simdesk.services.providers.simulator.truth import CardTruth, Truth, truth_of
from simdesk.services.providers.simulator.world import World
from tests.services.providers.test_pools import JUNE, read
from tests.services.providers.worlds import CALM, Hands, a_world, seconds


def counted(world: World, before: Truth, month: Month) -> dict[str, tuple[int, int, int]]:
    """Cards, active cards and KB used, by voucher; `before` is the month's last second."""
    found: dict[str, tuple[int, int, int]] = {}
    readings = Hands(world).readings()
    usage = world.reader.usage([one.facts.ref for one in readings], [month], world.today)
    for one in readings:
        facts = one.facts
        used = 0
        for place, kb in enumerate(usage[facts.ref].months[0].days[: month.days]):
            day = month.first.replace(day=place + 1)
            if kb and facts.activated_at is not None and day >= facts.activated_at.date():
                used += kb
        active = before.cards[facts.ref].state.base is Base.ACTIVE
        cards, running, sum_kb = found.get(facts.voucher, (0, 0, 0))
        found[facts.voucher] = (cards + 1, running + active, sum_kb + used)
    return found


def against_tiers(then: Truth, voucher: str) -> int:
    """What the counters of active cards show; of the others, what they used in this month."""
    cycles = month = 0
    for card in then.cards.values():
        if card.facts.voucher == voucher and card.state.base is Base.ACTIVE:
            cycles += card.facts.cycle_usage_kb
            month += this_month(card, then)
    return cycles + then.pools[voucher].used_kb - month


def this_month(card: CardTruth, then: Truth) -> int:
    begun = card.facts.activated_at
    month = Month.of(then.now.date())
    days = next((one.days for one in card.usage if one.month == month), ())
    first = 0 if begun is None or Month.of(begun.date()) < month else begun.day - 1
    return sum(kb or 0 for kb in days[first:])


def test_a_closed_month_keeps_its_figures(tmp_path: Path) -> None:
    with a_world(tmp_path, FleetPlan(160, seed=5, restless=20)) as world:
        spent = dict(world.rows.execute("SELECT voucher, spent_kb FROM pool").fetchall())
        for month in JUNE.until(Month(2026, 10)):
            after = month.plus(1)
            world.pass_time(seconds(after.year, after.number, 1) - 1)
            before = truth_of(world, history=False)
            world.pass_time(seconds(after.year, after.number, 3, 12))
            mine = counted(world, before, month)
            for number, row in world.reader.vouchers.items():
                told = world.pools.reading(number, month, world.today)
                assert told is not None
                words = row.voucher.text
                assert (told.cards_total, told.cards_active, told.used_kb) == mine.get(
                    words, (0, 0, 0)
                ), (words, month)
                if row.voucher.plan_type.same_tier:
                    total = told.cards_active * (row.voucher.tier_kb or 0)
                    held = against_tiers(before, words) + told.used_kb - before.pools[words].used_kb
                    assert (told.total_kb, told.left_kb) == (total, max(0, total - held))
                    assert told.outside_kb == min(told.used_kb, max(0, held - total))
                if row.voucher.plan_type.pooled:
                    spent[number] += told.used_kb
                    assert told.grand_used_kb == spent[number]
                    # What was said in the last second lacks the last day alone.
                    assert before.pools[words].used_kb <= told.used_kb
                    assert before.pools[words].function_fees == told.function_fees


def test_the_sms_of_a_month_include_its_last_day(tmp_path: Path) -> None:
    with a_world(tmp_path, FleetPlan(400, seed=6, restless=CALM)) as world:
        # Cards that were cancelled in earlier months keep a counter that counts no more.
        gone = {one.facts.ref for one in Hands(world).readings() if one.facts.status == 50}
        world.pass_time(seconds(2026, 7, 1) - 1)
        early = sum(read(world, row.voucher.text).sms_used for row in vouchers(world))
        sent = [one.facts.sms_used for one in Hands(world).readings() if one.facts.ref not in gone]
        assert early == sum(sent)
        world.pass_time(seconds(2026, 7, 2))
        late = sum(read(world, row.voucher.text).sms_used for row in vouchers(world))
        # A day's SMS are few, and July has only its first day's (yearly counters go on).
        assert early < late < early + len(sent) / 10
        july = sum(read(world, row.voucher.text, Month(2026, 7)).sms_used
                   for row in vouchers(world))  # fmt: skip
        assert july == sum(one.facts.sms_used for one in Hands(world).readings()
                           if one.facts.status != 50)  # fmt: skip


def vouchers(world: World) -> Iterable[VoucherRow]:
    return world.reader.vouchers.values()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_new_fleet_has_pools_of_every_kind(tmp_path: Path, seed: int) -> None:
    with a_world(tmp_path, FleetPlan(2_500, seed=seed)) as world:
        told = [read(world, row.voucher.text) for row in vouchers(world)
                if row.voucher.plan_type.pooled]  # fmt: skip
    exceeded = [pool for pool in told if pool.outside_kb > 0]
    assert len(exceeded) == 1
    ending, comfortable = 0, 0
    for pool in told:
        assert pool.grand_left_kb is not None
        daily = pool.used_kb / 14
        ending += 0 < pool.grand_left_kb < daily * 16
        comfortable += pool.grand_left_kb > daily * 30
    assert ending >= 2
    assert comfortable >= 2
    beyond = [pool.function_fees_exceeded or 0 for pool in told]
    assert 1 <= sum(more > 0 for more in beyond) < len(told)


def test_the_books_of_a_new_fleets_past_fit_its_cards(tmp_path: Path) -> None:
    with a_world(tmp_path, FleetPlan(600, seed=4)) as world:
        readings = Hands(world).readings()
        months = list(Month(2025, 6).until(JUNE))
        usage = world.reader.usage([one.facts.ref for one in readings], months, world.today)
        for place, month in enumerate(months):
            for row in vouchers(world):
                mine = [one.facts for one in readings if one.facts.voucher == row.voucher.text]
                told = read(world, row.voucher.text, month)
                assert told.cards_total == sum(
                    Month.of(facts.opened_at.date()) <= month for facts in mine
                )
                assert told.used_kb == sum(
                    usage[facts.ref].months[place].total_kb
                    for facts in mine if facts.activated_at is not None
                )  # fmt: skip
                if month == JUNE:
                    assert told.cards_active == sum(facts.status in (30, 35) for facts in mine
                                                    if facts.specific != 130)  # fmt: skip
