"""A new fleet looks real: every status, plan and carrier, numbers that hold, usage that fits."""

from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from simdesk.models.card import CardFacts
from simdesk.models.numbers import parse_iccid, parse_imei, parse_imsi, parse_msisdn
from simdesk.models.periods import Month, auto_cancel_day, cycle_of, local
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import Carrier, PlanType, parse_voucher
from simdesk.services.providers.base import CardReading
from simdesk.services.providers.simulator import FleetPlan, Profile, moments
from simdesk.services.providers.simulator.catalog import STOCKS
from simdesk.services.providers.simulator.identities import check_digit
from simdesk.services.providers.simulator.ledger import price_list
from simdesk.services.providers.simulator.reading import Reader
from simdesk.services.providers.simulator.traffic import Devices, day_traffic
from tests.services.providers.worlds import Hands, a_world

TODAY_MONTH = Month(2026, 6)


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> list[CardReading]:
    with a_world(tmp_path_factory.mktemp("fleet"), FleetPlan(2_500, seed=2)) as world:
        return Hands(world).readings()


@pytest.fixture(scope="module")
def facts(fleet: list[CardReading]) -> list[CardFacts]:
    return [reading.facts for reading in fleet]


def test_it_holds_everything(facts: list[CardFacts]) -> None:
    assert {one.specific for one in facts} == {int(status) for status in SpecificStatus}
    assert {one.plan_type for one in facts} == set(PlanType)
    assert {one.carrier for one in facts} == set(Carrier)
    assert {one.activation_method for one in facts} > {None, "first_data_record", "manage"}
    assert len({one.sim_type for one in facts}) == 10
    assert {one.network for one in facts} == {"4G", "5G"}
    assert {one.auto_renew for one in facts} == {True, False}


@pytest.mark.parametrize("cards", [13, 50, 200])
def test_even_a_small_fleet_shows_every_status(tmp_path: Path, cards: int) -> None:
    with a_world(tmp_path, FleetPlan(cards)) as world:
        shown = {reading.facts.specific for reading in Hands(world).readings()}
    assert shown == {int(status) for status in SpecificStatus}


def test_a_tiny_fleet_is_built_too(tmp_path: Path) -> None:
    with a_world(tmp_path, FleetPlan(1, profile=Profile.LINKCARD)) as world:
        assert len(Hands(world).readings()) == 1


def test_numbers_are_well_formed_and_unique(fleet: list[CardReading]) -> None:
    for reading in fleet:
        facts = reading.facts
        assert parse_iccid(facts.iccid) == facts.iccid
        assert facts.iccid[-1] == check_digit(facts.iccid[:-1])
        assert [parse_msisdn(number) for number in facts.msisdns] == list(facts.msisdns)
        assert [parse_imsi(number) for number in facts.imsis] == list(facts.imsis)
        if reading.details.imei:
            assert parse_imei(reading.details.imei) == reading.details.imei
    for numbers in (
        [one.facts.iccid for one in fleet],
        [number for one in fleet for number in one.facts.msisdns],
        [number for one in fleet for number in one.facts.imsis],
        [number for one in fleet for number in one.details.ips],
    ):
        assert len(set(numbers)) == len(numbers)


def test_facts_say_what_the_voucher_says(facts: list[CardFacts]) -> None:
    for one in facts:
        voucher = parse_voucher(one.voucher)
        assert (voucher.carrier, voucher.plan_type, voucher.cycle) == (
            one.carrier, one.plan_type, one.cycle,
        )  # fmt: skip
        assert (voucher.tier_kb, voucher.pool_id) == (one.tier_kb, one.pool_id)
        assert (one.cycle_left_kb is None) is not one.plan_type.single_card


def test_status_and_dates_agree(facts: list[CardFacts]) -> None:
    for one in facts:
        never = one.specific in (10, 20, 130)
        assert (one.activated_at is None) is never
        assert (one.activation_method is None) is never
        if never or one.plan_type.pooled:
            assert one.expires_at is None
            continue
        assert one.activated_at is not None
        assert one.expires_at is not None
        assert one.opened_at <= one.activated_at
        last = local(one.expires_at)
        assert last.date() == Month.of(last.date()).last
        if one.specific == 40:
            assert last.date() < one.usage_as_of.date() < auto_cancel_day(last.date())
        elif one.specific != 50:
            assert last > one.usage_as_of


def test_some_cards_run_low_and_some_end_soon(facts: list[CardFacts]) -> None:
    left = [
        one.cycle_left_kb * 100 // one.tier_kb
        for one in facts
        if one.specific == 100 and one.cycle_left_kb is not None and one.tier_kb
    ]
    assert sum(share <= 10 for share in left) >= 10
    assert sum(10 < share <= 30 for share in left) >= 30
    ends = [Month.of(one.expires_at.date()) for one in facts if one.expires_at]
    assert ends.count(TODAY_MONTH) >= 50


def test_half_have_a_remark_and_few_tags_are_broad(facts: list[CardFacts]) -> None:
    remarks = Counter("中" if any(letter > "一" for letter in one.remark) else "en"
                      for one in facts if one.remark)  # fmt: skip
    assert min(remarks.values()) > len(facts) // 6
    assert 0.45 < remarks.total() / len(facts) < 0.55
    tags = Counter(tag for one in facts for tag in one.tags)
    assert 25 <= len(tags) <= 32
    (_, most), *_, (_, least) = tags.most_common()
    assert most > len(facts) // 5
    assert least < len(facts) // 250
    assert max(len(one.tags) for one in facts) == 3
    assert all(len(set(one.tags)) == len(one.tags) for one in facts)


@pytest.mark.parametrize(("plan", "months"), [
    (FleetPlan(40), 13), (FleetPlan(40, months=3), 3), (FleetPlan(40, months=1), 1),
    (FleetPlan(40, profile=Profile.LINKCARD), 6),
    (FleetPlan(40, profile=Profile.LINKCARD, months=3), 3),
])  # fmt: skip
def test_usage_goes_back_as_far_as_the_plan_says(
    tmp_path: Path, plan: FleetPlan, months: int
) -> None:
    with a_world(tmp_path, plan) as world:
        assert world.capabilities.history_months == months
        refs = [reading.facts.ref for reading in Hands(world).readings()]
        past = list(TODAY_MONTH.plus(-13).until(TODAY_MONTH))
        usage = world.reader.usage(refs, past, world.today).values()
    known = {one.month for card in usage for one in card.months if any(kb for kb in one.days)}
    lived = plan.past_months
    assert known == set(TODAY_MONTH.plus(1 - lived).until(TODAY_MONTH))


def test_large_fleets_have_a_short_past() -> None:
    assert [FleetPlan(cards).past_months for cards in (100_000, 100_001)] == [13, 3]


def test_limits_are_set_and_inherited(fleet: list[CardReading]) -> None:
    limited = [one for one in fleet if one.details.card_limit_kb is not None]
    inherited = [one for one in fleet if one.details.voucher_limit_kb is not None]
    assert limited
    assert inherited
    assert not any(one.facts.plan_type.single_card for one in limited + inherited)
    for one in fleet:
        over = (one.details.effective_limit_kb or 1 << 60) <= one.facts.cycle_usage_kb
        if one.facts.specific == 300:
            assert over or one.facts.cycle.months == 12
        if one.facts.specific == 100 and one.facts.cycle.months == 1:
            assert not over


def test_usage_is_thirteen_months_and_adds_up(tmp_path: Path) -> None:
    with a_world(tmp_path, FleetPlan(300, seed=8)) as world:
        readings = Hands(world).readings()
        months = [TODAY_MONTH.plus(-back) for back in range(14)]
        usage = world.reader.usage([one.facts.ref for one in readings], months, world.today)
    for one in readings:
        facts, found = one.facts, usage[one.facts.ref]
        assert set(found.months[13].days) == {None}
        if facts.specific in (100, 150) and facts.activated_at is not None:
            first, _ = cycle_of(
                facts.activated_at.date(),
                1 if facts.plan_type.pooled else facts.cycle.months,
                facts.usage_as_of.date(),
            )
            in_cycle = [month for month in found.months if month.month >= Month.of(first)]
            assert sum(month.total_kb for month in in_cycle) == facts.cycle_usage_kb
        assert all(day is None for day in found.months[0].days[14:])
        if facts.opened_at.year < 2025:
            assert facts.status == 50 or None not in found.months[1].days
        assert sum(share.used_kb for share in found.shares) in (0, facts.cycle_usage_kb)
    old = [one for one in readings if one.facts.specific == 50]
    assert any(usage[one.facts.ref].months[12].total_kb for one in old)


def test_weekends_differ_where_people_work() -> None:
    ids = np.arange(1, 2_001, dtype=np.int64)
    office = Devices(ids, np.full(2_000, 10_000), np.full(2_000, 7))
    camera = Devices(ids, np.full(2_000, 10_000), np.full(2_000, 8))
    friday, saturday = (moments.day_number(date(2026, 6, day)) for day in (12, 13))
    assert day_traffic(1, office, saturday).sum() * 3 < day_traffic(1, office, friday).sum()
    level = day_traffic(1, camera, friday).sum() / 2_000
    assert 9_000 < level < 11_000


def test_every_voucher_of_the_fleet_has_a_price() -> None:
    prices = price_list()
    for stock in STOCKS:
        assert prices.month(stock.voucher).minor > 0
        offers = prices.offers(stock.voucher)
        assert bool(offers.renewals) is not stock.voucher.plan_type.pooled
        assert bool(offers.add_ons) is stock.voucher.plan_type.single_card


def test_a_card_is_worded_anew_only_when_something_about_it_is_new(tmp_path: Path) -> None:
    with a_world(tmp_path, FleetPlan(5_000, seed=3)) as world:  # more than a reader keeps
        hands = Hands(world)
        for _ in range(2):
            assert hands.readings() == Reader(world.rows).page(1, 5_000, world.today)
        for ref in (hands.card(SpecificStatus.IN_USE), hands.card(smart=True)):
            before = hands.read(ref)
            assert hands.read(ref) is before
            hands.put(ref, limit_kb=2048)
            limited = hands.read(ref)
            assert limited.details.card_limit_kb == 2048
            hands.show(ref, SpecificStatus.ABNORMAL)
            assert hands.status(ref) == SpecificStatus.ABNORMAL
            assert {sub.specific for sub in hands.read(ref).details.sub_cards} <= {
                SpecificStatus.ABNORMAL
            }
        world.pass_time(world.at + moments.DAY)
        assert hands.read(ref).facts.usage_as_of > before.facts.usage_as_of
