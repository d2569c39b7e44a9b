"""Usage and what it brings: limits, quotas, month starts, add-ons, device changes."""

import numpy as np
import pytest

from simdesk.models.commands import (
    AddOn,
    CardRef,
    Resume,
    ResumeUse,
    SetAutoRebind,
    SetUsageLimit,
    Suspend,
)
from simdesk.models.outcomes import Done, Refused
from simdesk.models.periods import Month
from simdesk.models.status import Event, SpecificStatus
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import PlanType
from simdesk.services.providers.base import CardReading
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.traffic import Devices, day_traffic
from tests.services.providers.worlds import PLENTY, Hands

S = SpecificStatus
JUNE, JULY = Month(2026, 6), Month(2026, 7)


def day_kb(hands: Hands, ref: CardRef, month: Month, day: int) -> int | None:
    usage = hands.world.reader.usage([ref], [month], hands.world.today)[ref]
    return usage.months[0].days[day - 1]


def busy(reading: CardReading) -> bool:
    return reading.facts.cycle_usage_kb > 5_000


def test_a_day_is_counted_when_it_is_over(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SF, where=busy)
    before = hands.read(ref).facts
    hands.go_to(2026, 6, 15, 23, 59, 59)
    assert hands.read(ref).facts == before
    assert day_kb(hands, ref, JUNE, 15) is None
    hands.go_to(2026, 6, 16)
    facts, sent = hands.read(ref).facts, day_kb(hands, ref, JUNE, 15)
    assert sent is not None
    assert facts.cycle_usage_kb == before.cycle_usage_kb + sent
    assert facts.usage_as_of.isoformat() == "2026-06-16T00:00:00+08:00"


def test_the_cycle_is_the_sum_of_its_days(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.UP, where=busy)
    hands.go_to(2026, 6, 28)
    days = [day_kb(hands, ref, JUNE, day) for day in range(1, 28)]
    assert None not in days
    assert hands.read(ref).facts.cycle_usage_kb == sum(day or 0 for day in days)
    hands.go_to(2026, 7, 1)
    assert hands.read(ref).facts.cycle_usage_kb == 0


def test_a_suspended_card_sends_for_the_hours_it_was_open(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.UP, where=busy)
    twin_world_day = full_day(hands, ref)
    hands.go_to(2026, 6, 15, 18)
    assert hands.send(Suspend(ref)) == Done()
    hands.go_to(2026, 6, 17)
    assert day_kb(hands, ref, JUNE, 15) == twin_world_day * 3 // 4
    assert day_kb(hands, ref, JUNE, 16) == 0


def full_day(hands: Hands, ref: CardRef) -> int:
    """What the card would send on 15 June if it stayed open all day."""
    number = hands.life(ref).card
    level, kind = hands.world.rows.execute(
        "SELECT level, kind FROM card WHERE id = ?", (number,)
    ).fetchone()
    devices = Devices(*(np.array([value], np.int64) for value in (number, level, kind)))
    day = moments.day_at(hands.world.at)
    return int(day_traffic(hands.world.seed, devices, day)[0])


@pytest.mark.parametrize("plan", [PlanType.SF, PlanType.UP])
def test_reaching_the_limit_suspends_until_the_month_begins(hands: Hands, plan: PlanType) -> None:
    ref = hands.card(S.IN_USE, plan, where=busy)
    hands.put(ref, limit_kb=0, month_kb=3 * KB_PER_MB)
    assert hands.send(SetUsageLimit(ref, 2)) == Done()
    assert hands.status(ref) == S.IN_USE
    hands.go_to(2026, 6, 16)
    assert hands.status(ref) == S.USAGE_LIMIT
    hands.go_to(2026, 6, 30, 23, 59, 59)
    assert hands.status(ref) == S.USAGE_LIMIT
    hands.go_to(2026, 7, 1)
    assert hands.status(ref) == S.IN_USE


def test_without_auto_restore_the_hold_stays(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.UP, where=busy)
    hands.put(ref, month_kb=3 * KB_PER_MB)
    assert hands.send(SetUsageLimit(ref, 2, auto_restore=False)) == Done()
    hands.go_to(2026, 7, 5)
    assert hands.status(ref) == S.USAGE_LIMIT
    assert not hands.read(ref).details.limit_auto_restore


def test_resumed_by_hand_above_the_limit_holds_until_the_month_ends(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.UP, where=busy)
    hands.put(ref, month_kb=3 * KB_PER_MB)
    assert hands.send(SetUsageLimit(ref, 2)) == Done()
    hands.go_to(2026, 6, 16)
    assert hands.send(Resume(ref)) == Done()
    for day in (17, 20, 30):
        hands.go_to(2026, 6, day)
        assert hands.status(ref) == S.IN_USE
    hands.go_to(2026, 7, 1)
    hands.put(ref, month_kb=3 * KB_PER_MB)
    hands.go_to(2026, 7, 2)
    assert hands.status(ref) == S.USAGE_LIMIT


def test_raising_or_removing_the_limit_lets_the_card_go(hands: Hands) -> None:
    for limit in (900_000, 0):
        ref = hands.card(S.USAGE_LIMIT, PlanType.SF)
        hands.put(ref, overridden=0)
        if hands.read(ref).details.voucher_limit_kb is None or limit:
            assert hands.send(SetUsageLimit(ref, limit)) == Done()
            assert hands.status(ref) == S.IN_USE


def test_the_voucher_limit_is_inherited_and_the_cards_own_wins(hands: Hands) -> None:
    ref = hands.card(
        S.IN_USE,
        where=lambda one: (
            one.details.voucher_limit_kb is not None and one.details.card_limit_kb is None
        ),
    )
    inherited = hands.read(ref).details.voucher_limit_kb
    assert inherited is not None
    hands.put(ref, month_kb=inherited)
    assert hands.send(SetUsageLimit(ref, inherited // KB_PER_MB * 2)) == Done()
    hands.go_to(2026, 6, 16)
    assert hands.status(ref) == S.IN_USE
    assert hands.send(SetUsageLimit(ref, 0)) == Done()
    assert hands.read(ref).details.card_limit_kb is None
    hands.go_to(2026, 6, 17)
    assert hands.status(ref) == S.USAGE_LIMIT


@pytest.mark.parametrize(
    ("limit_mb", "code"),
    [
        (-1, "linkcard.check.RuleMustBePositiveInteger"),
        (9_007_199_254_740_991, "linkcard.check.RuleMaxValueLimit"),
    ],
)
def test_impossible_limits_are_refused(hands: Hands, limit_mb: int, code: str) -> None:
    outcome = hands.send(SetUsageLimit(hands.card(S.IN_USE, PlanType.SF), limit_mb))
    assert isinstance(outcome, Refused)
    assert outcome.code == code


def test_quota_used_up_suspends_until_the_cycle_begins(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC)
    facts = hands.read(ref).facts
    assert facts.tier_kb is not None
    hands.put(ref, cycle_kb=facts.tier_kb)
    hands.go_to(2026, 6, 16)
    facts = hands.read(ref).facts
    assert (facts.specific, facts.cycle_left_kb) == (S.CREDIT_CONTROL, 0)
    hands.go_to(2026, 7, 1)
    facts = hands.read(ref).facts
    assert (facts.specific, facts.cycle_left_kb) == (S.IN_USE, facts.tier_kb)


def test_a_yearly_quota_waits_for_its_year(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC, where=lambda one: one.facts.cycle.months == 12)
    facts = hands.read(ref).facts
    assert facts.tier_kb is not None
    anchor = moments.month_number(Month(2025, 9))
    hands.put(ref, cycle_kb=facts.tier_kb, anchor=anchor, auto_renew=1)
    hands.go_to(2026, 7, 2)
    assert hands.status(ref) == S.CREDIT_CONTROL
    hands.skip_to(2026, 8, 31, 23)
    hands.put(ref, expires=hands.world.at + 10**8)
    hands.go_to(2026, 9, 1)
    assert hands.read(ref).facts.cycle_left_kb == facts.tier_kb


def test_an_add_on_lifts_the_suspension_and_dies_with_the_plan(hands: Hands) -> None:
    ref = hands.card(S.CREDIT_CONTROL, PlanType.SC)
    life = hands.life(ref)
    hands.world.transact(
        lambda: hands.world.rows.execute(
            "UPDATE plan SET ends = ? WHERE card = ?", (20_665, life.card)
        )
    )
    hands.put(ref, expires=moments.last_second_of(20_665), auto_renew=1)
    left = hands.read(ref).facts.cycle_left_kb
    assert left == 0
    assert isinstance(hands.send(AddOn(ref, 100 * KB_PER_MB, 2, PLENTY)), Done)
    facts = hands.read(ref).facts
    assert facts.specific == S.IN_USE
    assert facts.cycle_left_kb is not None
    assert facts.cycle_left_kb > 0
    usage = hands.world.reader.usage([ref], [JUNE], hands.world.today)[ref]
    assert [plan.remark for plan in usage.plans] == ["", "add-on package"]
    assert moments.day_of(hands.life(ref).extra_until) == moments.day_of(20_665)
    hands.world.pass_time(moments.begin(20_666))
    assert hands.life(ref).extra_kb == 0


def test_what_an_add_on_leaves_goes_into_the_next_cycle_of_the_plan(hands: Hands) -> None:
    ref = hands.card(
        S.IN_USE, PlanType.SC, where=lambda one: one.facts.cycle.months == 1 and not busy(one)
    )
    tier = hands.read(ref).facts.tier_kb
    assert tier is not None
    assert isinstance(hands.send(AddOn(ref, 10 * KB_PER_MB, 1, PLENTY)), Done)
    until = moments.day_at(hands.world.at) + 200
    hands.put(ref, cycle_kb=tier + 4 * KB_PER_MB, plugged=0, extra_until=until,
              expires=moments.last_second_of(until))  # fmt: skip
    hands.go_to(2026, 7, 1)
    facts = hands.read(ref).facts
    assert facts.cycle_left_kb == tier + 6 * KB_PER_MB


def test_a_card_in_a_new_device_is_held_until_released_then_bound(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.UP, where=busy)
    befall(hands, ref, Event.DEVICE_CHANGED)
    reading = hands.read(ref)
    assert reading.facts.specific == S.DEVICE_CHANGE
    bound = reading.details.imei
    assert hands.send(ResumeUse(ref)) == Done()
    assert hands.read(ref).details.imei == bound
    hands.go_to(2026, 6, 20)
    assert hands.read(ref).details.imei not in ("", bound)


def test_automatic_rebind_binds_at_once(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.UP, where=busy)
    bound = hands.read(ref).details.imei
    assert hands.send(SetAutoRebind(ref, True)) == Done()
    befall(hands, ref, Event.DEVICE_CHANGED)
    reading = hands.read(ref)
    assert reading.facts.specific == S.IN_USE
    assert reading.details.imei != bound


@pytest.mark.parametrize(
    ("comes", "goes", "shown"),
    [
        (Event.REAL_NAME_MISSING, Event.CERTIFIED, S.REAL_NAME),
        (Event.RISK_FOUND, Event.RISK_LIFTED, S.ABNORMAL),
    ],
)
def test_the_carriers_holds_are_lifted_by_the_carrier(
    hands: Hands, comes: Event, goes: Event, shown: SpecificStatus
) -> None:
    ref = hands.card(S.IN_USE, PlanType.UP)
    befall(hands, ref, comes)
    reading = hands.read(ref)
    assert reading.facts.specific == shown
    assert reading.details.certified is (comes is not Event.REAL_NAME_MISSING)
    lifted = hands.world.rows.execute(
        "SELECT at FROM agenda WHERE card = ? AND what = ?", (hands.life(ref).card, goes.value)
    ).fetchone()
    hands.world.pass_time(lifted[0] - 1)
    assert hands.status(ref) == shown
    hands.world.pass_time(lifted[0])
    reading = hands.read(ref)
    assert reading.facts.specific != shown
    assert reading.details.certified


def test_a_hold_hidden_by_a_stop_is_lifted_after_the_renewal(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC)
    befall(hands, ref, Event.RISK_FOUND)
    hands.put(ref, base=40, stopped_on=moments.day_at(hands.world.at))
    card = hands.life(ref).card
    entries = "SELECT count(*) FROM agenda WHERE card = ? AND what = 'risk lifted'"
    hands.go_to(2026, 7, 30)
    assert hands.world.rows.execute(entries, (card,)).fetchone()[0] == 1
    assert hands.status(ref) == S.STOPPED


def test_first_traffic_activates_binds_and_sets_the_expiry(hands: Hands) -> None:
    ref = hands.card(S.SILENT_PERIOD, PlanType.SC, where=lambda one: one.facts.cycle.months == 1)
    hands.put(ref, periods=2)
    befall(hands, ref, "plugged in")
    reading = hands.read(ref)
    assert reading.facts.specific == S.IN_USE
    assert reading.facts.activation_method == "first_data_record"
    assert reading.details.imei != ""
    assert reading.facts.expires_at is not None
    assert reading.facts.expires_at.isoformat() == "2026-07-31T23:59:59+08:00"
    hands.go_to(2026, 6, 18)
    assert day_kb(hands, ref, JUNE, 17) is not None


def befall(hands: Hands, ref: CardRef, what: Event | str) -> None:
    """Let the carrier do this to the card within the next minute."""
    number, world = hands.life(ref).card, hands.world
    world.transact(
        lambda: world.rows.execute(
            "INSERT INTO agenda (at, card, what, detail) VALUES (?, ?, ?, '')",
            (world.at + 60, number, str(what)),
        )
    )
    world.pass_time(world.at + 61)
