"""Which cards each number counts, on rows made by hand. Today is 15 June 2026."""

from datetime import date
from typing import Any

import pytest

from simdesk.models import overview_questions as questions
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.models.periods import last_second, midnight
from simdesk.models.voucher import PlanType
from tests.factories import TODAY, a_card_row, a_moment

TIER = 102_400


def ends(words: str) -> dict[str, Any]:
    return {"expires_at": last_second(date.fromisoformat(words))}


def quiet(words: str) -> dict[str, Any]:
    return {"quiet_since": midnight(date.fromisoformat(words))}


def found(question: CardFilter, card: dict[str, Any], today: date = TODAY) -> bool:
    return question.on(today).matches(a_card_row(**card))


@pytest.mark.parametrize(
    ("card", "wanted"),
    [
        (ends("2026-06-15"), True),  # today: in 0 days
        (ends("2026-06-22"), True),  # 22 - 15 = 7
        (ends("2026-06-23"), False),  # 8
        (ends("2026-06-14"), False),  # ended
        ({**ends("2026-06-22"), "specific": 200}, True),  # its time runs on while suspended
        ({**ends("2026-06-22"), "specific": 300, "plan_type": PlanType.SF}, True),
        ({**ends("2026-06-22"), "specific": 40}, False),
        ({**ends("2026-06-22"), "specific": 50}, False),
        ({"plan_type": PlanType.UP}, False),  # pooled cards have no expiry
        ({"specific": 20}, False),
    ],
)
def test_a_plan_ends_within_seven_days(card: dict[str, Any], wanted: bool) -> None:
    assert found(questions.expiring(), card) is wanted
    assert found(questions.expiring_unrenewed(), card) is wanted
    assert not found(questions.expiring_unrenewed(), {**card, "auto_renew": True})


@pytest.mark.parametrize(
    ("today", "expires", "wanted"),
    [
        ("2027-02-21", "2027-02-28", True),
        ("2027-02-20", "2027-02-28", False),
        ("2028-02-22", "2028-02-29", True),  # a leap year's February is a day longer
        ("2028-02-21", "2028-02-29", False),
        ("2026-12-24", "2026-12-31", True),
        ("2026-12-28", "2027-01-04", True),
        ("2026-12-27", "2027-01-04", False),
    ],
)
def test_seven_days_over_the_ends_of_months(today: str, expires: str, wanted: bool) -> None:
    assert found(questions.expiring(), ends(expires), date.fromisoformat(today)) is wanted


@pytest.mark.parametrize(
    ("left_kb", "card", "tenth", "three_tenths"),
    [
        (0, {}, True, False),
        (TIER // 10, {}, True, False),  # exactly 10 %
        (TIER // 10 + 1, {}, False, True),
        (TIER * 3 // 10, {}, False, True),  # exactly 30 %
        (TIER * 3 // 10 + 1, {}, False, False),
        (TIER // 10, {"plan_type": PlanType.SCD}, True, False),
        (TIER // 10, {"plan_type": PlanType.SF}, False, False),  # single-card plans only
        (0, {"specific": 400}, False, False),  # counted by its reason
        (TIER // 10, {"specific": 150}, True, False),
        (None, {}, False, False),
    ],
)
def test_little_data_left(
    left_kb: int | None, card: dict[str, Any], tenth: bool, three_tenths: bool
) -> None:
    card = {"tier_kb": TIER, **card, "cycle_left_kb": left_kb}
    assert found(questions.at_most_a_tenth_left(), card) is tenth
    assert found(questions.at_most_three_tenths_left(), card) is three_tenths


@pytest.mark.parametrize(
    ("card", "wanted"),
    [
        ({"specific": 200}, True),
        ({"specific": 40}, True),
        ({"specific": 40, "cancellation_due": True}, False),
        ({"specific": 100}, False),
        ({"specific": 300, "plan_type": PlanType.SF}, False),
        ({"specific": 50}, False),
    ],
)
def test_what_can_be_cancelled(card: dict[str, Any], wanted: bool) -> None:
    assert found(questions.cancellable(), card) is wanted


@pytest.mark.parametrize(
    ("days", "card", "wanted"),
    [
        # 30 days without traffic: 16 May to 14 June.
        (30, quiet("2026-05-16"), True),
        (30, quiet("2026-05-17"), False),
        (7, quiet("2026-06-08"), True),  # 8 to 14 June
        (7, quiet("2026-06-09"), False),
        (90, quiet("2026-03-17"), True),  # 15 of March, 30, 31, 14
        (90, quiet("2026-03-18"), False),
        (7, {}, False),  # traffic, or nothing known
        (30, {**quiet("2026-01-01"), "specific": 200}, False),
        (30, {**quiet("2026-01-01"), "activated_at": a_moment(2026, 5, 16, 23)}, True),
        (30, {**quiet("2026-01-01"), "activated_at": a_moment(2026, 5, 17, 0)}, False),
    ],
)
def test_in_use_without_traffic(days: int, card: dict[str, Any], wanted: bool) -> None:
    assert found(questions.idle(days), card) is wanted


@pytest.mark.parametrize(
    ("card", "wanted"),
    [
        ({}, True),
        ({"specific": 500}, True),
        ({"specific": 130}, False),  # suspended in its test period, which brings no tier
        ({"specific": 20}, False),
        ({"specific": 40}, False),
        ({"tier_kb": 2 * TIER}, False),  # another voucher
    ],
)
def test_active_cards_of_a_pool(card: dict[str, Any], wanted: bool) -> None:
    card = {"plan_type": PlanType.SF, **card}
    assert found(questions.in_pool("CM_SF_M_2_100M"), card) is wanted


def test_what_the_calendar_does_in_the_days_ahead() -> None:
    stopped = {"specific": 40, **ends("2026-03-31")}  # 1 July
    assert found(questions.auto_cancelled(date(2026, 7, 1)), stopped)
    assert not found(questions.auto_cancelled(date(2026, 7, 2)), stopped)
    assert found(questions.auto_cancelled(), stopped, date(2026, 5, 31))  # 31 days before
    assert not found(questions.auto_cancelled(), stopped, date(2026, 5, 30))
    assert not found(questions.auto_cancelled(), {**stopped, "cancellation_due": True})
    silent = {"specific": 20, "opened_at": a_moment(2025, 12, 15)}  # 15 June, so 1 July
    assert found(questions.silent_until(date(2026, 7, 1)), silent)
    assert found(questions.silent_until(), silent)
    assert not found(questions.silent_until(), silent, date(2026, 5, 30))


def test_every_question_can_be_read_and_written() -> None:
    asked = [
        *questions.FLAGS.values(),
        questions.cancellable(),
        questions.auto_cancelled(),
        questions.silent_until(TODAY),
        questions.in_pool("CM_UP_M_2_north gate"),
        questions.of_no_known_status(),
        questions.every_card(),
        questions.within(questions.of_specific(*questions.STOPS), questions.POOLED),
    ]
    for question in asked:
        assert parse_filter(filter_text(question)) == question
    assert filter_text(questions.idle(30)) == "status:in_use idle<=-30d activated<=-30d"
    assert filter_text(questions.cancellable()) == "specific:manual,stopped due:no"
