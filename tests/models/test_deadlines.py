"""The 20th, auto-cancellation and silence, counted by hand on month ends and leap days."""

from datetime import date, datetime

import pytest

from simdesk.models.deadlines import (
    CancellationWindow,
    auto_cancels,
    cancellation_window,
    silence_ends,
)
from simdesk.models.periods import last_second, midnight
from simdesk.models.voucher import BillingCycle, PlanType
from tests.factories import a_card_row, a_moment


def day(words: str) -> date:
    return date.fromisoformat(words)


@pytest.mark.parametrize(
    ("today", "late", "deadline", "days_left", "finishes"),
    [
        # 20 - 1 = 19 whole days until the 20th begins.
        ("2026-06-01", False, "2026-06-20", 19, "2026-06-01"),
        ("2026-06-18", False, "2026-06-20", 2, "2026-06-18"),
        # The 19th is the last day: its midnight is the deadline.
        ("2026-06-19", False, "2026-06-20", 1, "2026-06-19"),
        # From 00:00 on the 20th it ends with the first of July; 10 + 20 days to the next 20th.
        ("2026-06-20", True, "2026-07-20", 30, "2026-07-01"),
        ("2026-06-21", True, "2026-07-20", 29, "2026-07-01"),
        ("2026-06-30", True, "2026-07-20", 20, "2026-07-01"),
        ("2026-07-01", False, "2026-07-20", 19, "2026-07-01"),
        # 11 days of January and 20 of February.
        ("2026-01-20", True, "2026-02-20", 31, "2026-02-01"),
        ("2026-01-31", True, "2026-02-20", 20, "2026-02-01"),
        # A leap day is the 29th: 20 more days.
        ("2028-02-29", True, "2028-03-20", 20, "2028-03-01"),
        ("2026-02-28", True, "2026-03-20", 20, "2026-03-01"),
        # Over the end of a year.
        ("2026-12-19", False, "2026-12-20", 1, "2026-12-19"),
        ("2026-12-21", True, "2027-01-20", 30, "2027-01-01"),
    ],
)
def test_what_asking_for_a_cancellation_means(
    today: str, late: bool, deadline: str, days_left: int, finishes: str
) -> None:
    window = CancellationWindow(late, day(deadline), days_left, day(finishes))
    assert cancellation_window(day(today)) == window


@pytest.mark.parametrize(
    ("plan_ended", "cancelled_on"),
    [
        # Its day of the month, three months on, must have passed.
        ("2026-03-31", "2026-07-01"),  # 31 March + 3 = 30 June (no 31st), and passed: 1 July
        ("2026-01-31", "2026-05-01"),  # 30 April, and passed
        ("2026-06-30", "2026-10-01"),  # 30 September
        ("2026-08-31", "2026-12-01"),  # 30 November
        ("2026-11-30", "2027-03-01"),  # 28 February 2027 (no 30th)
        ("2027-11-30", "2028-03-01"),  # 29 February 2028, a leap day
        ("2028-02-29", "2028-05-30"),  # 29 May, and passed
        ("2026-02-28", "2026-05-29"),  # 28 May, and passed
        ("2026-12-31", "2027-04-01"),  # 31 March
        ("2026-05-31", "2026-09-01"),  # 31 August
        ("2026-06-15", "2026-09-16"),  # not on a month's last day
    ],
)
def test_auto_cancellation_of_a_stopped_card(plan_ended: str, cancelled_on: str) -> None:
    row = a_card_row(specific=40, expires_at=last_second(day(plan_ended)))
    assert auto_cancels(row) == midnight(day(cancelled_on))
    yearly = a_card_row(
        specific=40, cycle=BillingCycle.YEAR, expires_at=last_second(day(plan_ended))
    )
    assert auto_cancels(yearly) == midnight(day(cancelled_on))


@pytest.mark.parametrize("specific", [10, 20, 100, 130, 150, 200, 300, 400, 500, 600, 700, 50, 999])
def test_only_stopped_cards_are_auto_cancelled(specific: int) -> None:
    row = a_card_row(specific=specific, expires_at=last_second(day("2026-03-31")))
    assert auto_cancels(row) is None


def test_without_a_plan_that_ended_nothing_is_known() -> None:
    assert auto_cancels(a_card_row(specific=40, expires_at=None)) is None


@pytest.mark.parametrize(
    ("opened", "activated_on"),
    [
        # Six months, then the first of the month after.
        (a_moment(2026, 1, 10), "2026-08-01"),  # 10 July
        (a_moment(2026, 1, 31), "2026-08-01"),  # 31 July
        (a_moment(2026, 8, 31), "2027-03-01"),  # 28 February 2027
        (a_moment(2027, 8, 31), "2028-03-01"),  # 29 February 2028
        (a_moment(2028, 2, 29), "2028-09-01"),  # 29 August
        (a_moment(2026, 6, 1, 0), "2027-01-01"),  # 1 December
        (a_moment(2026, 6, 30, 23, 59, 59), "2027-01-01"),  # 30 December
        (a_moment(2026, 7, 1, 0), "2027-02-01"),  # 1 January
    ],
)
def test_forced_activation_of_a_silent_card(opened: datetime, activated_on: str) -> None:
    row = a_card_row(specific=20, opened_at=opened, plan_type=PlanType.SF)
    assert silence_ends(row) == midnight(day(activated_on))


@pytest.mark.parametrize(
    ("test_ended", "activated_on"),
    [
        # Opened on 10 January; test and silence add up (domain.md 2.3).
        (a_moment(2026, 2, 10), "2026-09-01"),  # one month of test: 10 August
        (a_moment(2026, 4, 10), "2026-11-01"),  # three: 10 October
        (a_moment(2026, 8, 31), "2027-03-01"),  # 28 February
    ],
)
def test_silence_begins_when_a_test_period_was_seen_to_end(
    test_ended: datetime, activated_on: str
) -> None:
    row = a_card_row(specific=20, opened_at=a_moment(2026, 1, 10), tested_until=test_ended)
    assert silence_ends(row) == midnight(day(activated_on))


@pytest.mark.parametrize("specific", [10, 100, 130, 40, 50])
def test_only_silent_cards_are_activated_by_the_calendar(specific: int) -> None:
    assert silence_ends(a_card_row(specific=specific)) is None
