"""Every timer to the day and second (domain.md 2.3, 2.4, 9)."""

from datetime import date, datetime, timedelta

import pytest

from simdesk.models.card import ActivationMethod
from simdesk.models.commands import CancelAccount, ForceActivate, ResumeUse, Suspend
from simdesk.models.outcomes import Done
from simdesk.models.periods import ZONE, auto_cancel_day, silent_end
from simdesk.models.status import Hold, SpecificStatus
from simdesk.models.voucher import PlanType
from simdesk.services.providers.simulator import moments
from tests.services.providers.worlds import Hands, seconds

S = SpecificStatus


def at_midnight_of(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def a_second_before(hands: Hands, day: date) -> None:
    hands.world.pass_time(seconds(*at_midnight_of(day)) - 1)


@pytest.mark.parametrize(
    ("stopped", "cancelled"),
    [
        (date(2026, 6, 30), date(2026, 10, 1)),
        (date(2026, 7, 31), date(2026, 11, 1)),
        (date(2026, 8, 31), date(2026, 12, 1)),
        (date(2026, 11, 30), date(2027, 3, 1)),  # 28 February has no 30th
        (date(2027, 1, 31), date(2027, 5, 1)),  # 31 January: after 30 April
        (date(2027, 11, 30), date(2028, 3, 1)),  # a leap year's 29 February
    ],
)
def test_auto_cancel_to_the_day(hands: Hands, stopped: date, cancelled: date) -> None:
    assert cancelled == auto_cancel_day(stopped)
    ref = hands.card(S.STOPPED)
    eve = cancelled - timedelta(days=2)
    hands.skip_to(*at_midnight_of(eve))
    number = moments.day_number(stopped)
    hands.put(ref, stopped_on=number, expires=moments.last_second_of(number), auto_renew=0)
    a_second_before(hands, cancelled)
    assert hands.status(ref) == S.STOPPED
    hands.go_to(*at_midnight_of(cancelled))
    assert hands.status(ref) == S.CANCELLED


def test_a_plan_ends_with_its_last_second_and_counts_from_that_day(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC)
    ends = seconds(2026, 7, 31, 23, 59, 59)
    hands.put(ref, expires=ends, auto_renew=0, cycle_kb=0)
    hands.world.pass_time(ends)
    assert hands.status(ref) == S.IN_USE
    hands.world.pass_time(ends + 1)
    assert hands.status(ref) == S.STOPPED
    assert hands.life(ref).stopped_on == moments.day_number(date(2026, 7, 31))
    hands.skip_to(2026, 10, 30)
    hands.go_to(2026, 10, 31, 23, 59, 59)
    assert hands.status(ref) == S.STOPPED
    hands.go_to(2026, 11, 1)
    assert hands.status(ref) == S.CANCELLED


@pytest.mark.parametrize(
    ("asked", "gone_at_once"),
    [((2026, 6, 19, 23, 59, 59), True), ((2026, 6, 20), False), ((2026, 6, 21, 10), False)],
)
def test_the_twentieth(hands: Hands, asked: tuple[int, ...], gone_at_once: bool) -> None:
    ref = hands.card(S.MANUAL, PlanType.UP)
    hands.go_to(*asked)
    assert hands.send(CancelAccount(ref)) == Done()
    assert (hands.status(ref) == S.CANCELLED) is gone_at_once
    if gone_at_once:
        return
    facts = hands.read(ref).facts
    assert facts.cancellation_due
    assert facts.specific == S.MANUAL
    hands.go_to(2026, 6, 30, 23, 59, 59)
    assert hands.status(ref) == S.MANUAL
    hands.go_to(2026, 7, 1)
    facts = hands.read(ref).facts
    assert facts.specific == S.CANCELLED
    assert not facts.cancellation_due


def test_a_late_cancellation_of_december_finishes_in_january(hands: Hands) -> None:
    ref = hands.card(S.MANUAL, PlanType.UP)
    hands.skip_to(2026, 12, 31, 23)
    assert hands.send(CancelAccount(ref)) == Done()
    hands.go_to(2027, 1, 1)
    assert hands.status(ref) == S.CANCELLED


def test_the_silent_period_ends_on_the_first_after_six_months(hands: Hands) -> None:
    ref = hands.card(S.SILENT_PERIOD, PlanType.SF)
    hands.put(ref, plugged=0, silent_until=moments.day_number(date(2026, 9, 1)), periods=3)
    # No carrier notice and no device on the day before: the calendar alone activates it.
    hands.skip_to(2026, 8, 31, 1)
    a_second_before(hands, date(2026, 9, 1))
    assert hands.status(ref) == S.SILENT_PERIOD
    hands.go_to(2026, 9, 1)
    facts = hands.read(ref).facts
    assert facts.specific == S.IN_USE
    assert facts.activation_method is ActivationMethod.SILENCE_EXPIRE
    assert facts.activated_at == datetime(2026, 9, 1, tzinfo=ZONE)
    assert facts.expires_at == datetime(2026, 11, 30, 23, 59, 59, tzinfo=ZONE)


def test_new_silent_cards_wait_for_the_day_the_calendar_names(hands: Hands) -> None:
    for reading in hands.readings():
        if reading.facts.specific != S.SILENT_PERIOD:
            continue
        life = hands.life(reading.facts.ref)
        ends = silent_end(reading.facts.opened_at.date())
        assert moments.day_of(life.silent_until) == ends.date()


def test_the_test_period_ends_and_the_silent_period_follows(hands: Hands) -> None:
    ref = hands.card(S.TEST_PERIOD)
    ends = date(2026, 6, 25)
    hands.put(ref, plugged=0, test_until=moments.day_number(ends), test_kb=0)
    a_second_before(hands, ends)
    assert hands.status(ref) == S.TEST_PERIOD
    hands.go_to(*at_midnight_of(ends))
    assert hands.status(ref) == S.SILENT_PERIOD
    assert moments.day_of(hands.life(ref).silent_until) == date(2027, 1, 1)


def test_test_data_used_up_activates(hands: Hands) -> None:
    ref = hands.card(S.TEST_PERIOD)
    hands.put(ref, test_quota=1024, test_kb=1025)
    hands.go_to(2026, 6, 16)
    facts = hands.read(ref).facts
    assert facts.specific == S.IN_USE
    assert facts.activation_method is ActivationMethod.TEST_FLOW_DEPLETED
    assert facts.cycle_usage_kb == 0


def test_a_card_on_test_in_a_new_device_waits_for_release(hands: Hands) -> None:
    ref = hands.card(S.TEST_DEVICE_CHANGE)
    ends = date(2026, 6, 25)
    hands.put(ref, test_until=moments.day_number(ends))
    hands.go_to(2026, 6, 26, 12)
    assert hands.status(ref) == S.TEST_DEVICE_CHANGE
    assert hands.send(ResumeUse(ref)) == Done()
    assert hands.status(ref) == S.TEST_PERIOD
    hands.go_to(2026, 6, 27)
    assert hands.status(ref) == S.SILENT_PERIOD


def test_expiry_hides_holds_that_return_with_a_renewal(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SC)
    hands.put(
        ref,
        held=frozenset({Hold.MANUAL, Hold.CREDIT, Hold.DEVICE}),
        expires=seconds(2026, 6, 30, 23, 59, 59),
        auto_renew=0,
    )
    hands.go_to(2026, 7, 1)
    assert hands.status(ref) == S.STOPPED
    assert hands.life(ref).state.holds >= {Hold.MANUAL, Hold.DEVICE}


def test_a_suspended_card_expires_too(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, PlanType.SF)
    hands.put(ref, expires=seconds(2026, 6, 30, 23, 59, 59), auto_renew=0)
    assert hands.send(Suspend(ref)) == Done()
    hands.go_to(2026, 7, 1)
    assert hands.status(ref) == S.STOPPED


def test_pooled_cards_never_expire(hands: Hands) -> None:
    hands.skip_to(2027, 6, 20)
    hands.go_to(2027, 7, 2)
    pooled = [one.facts for one in hands.readings() if one.facts.plan_type.pooled]
    assert pooled
    assert all(facts.expires_at is None and facts.status != 40 for facts in pooled)


def test_force_activation_starts_the_plan_without_a_device(hands: Hands) -> None:
    ref = hands.card(S.SILENT_PERIOD, PlanType.SF, where=lambda one: one.facts.cycle.months == 1)
    hands.put(ref, periods=3, plugged=0)
    hands.go_to(2026, 6, 15, 20)
    assert hands.send(ForceActivate(ref)) == Done()
    reading = hands.read(ref)
    assert reading.facts.specific == S.IN_USE
    assert reading.facts.activation_method is ActivationMethod.MANAGE
    assert reading.facts.activated_at == datetime(2026, 6, 15, 20, tzinfo=ZONE)
    assert reading.facts.expires_at == datetime(2026, 8, 31, 23, 59, 59, tzinfo=ZONE)
    assert reading.details.imei == ""
    hands.put(ref, plugged=1)
    hands.go_to(2026, 6, 20)
    assert hands.read(ref).details.imei != ""


def test_days_go_by_where_every_card_is_cancelled(hands: Hands) -> None:
    for reading in hands.readings():
        hands.show(reading.facts.ref, S.CANCELLED)
    used = [reading.facts.cycle_usage_kb for reading in hands.readings()]
    hands.go_to(2026, 8, 2)
    assert {reading.facts.specific for reading in hands.readings()} == {S.CANCELLED}
    assert [reading.facts.cycle_usage_kb for reading in hands.readings()] == used
    assert hands.world.today == moments.day_number(date(2026, 8, 2))
