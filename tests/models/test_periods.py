"""The business calendar: month ends, leap days, yearly plans, the 20th, three calendar months."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.periods import (
    ZONE,
    Month,
    add_months,
    auto_cancel_day,
    cancellation_is_late,
    cycle_of,
    last_second,
    local,
    midnight,
    plan_expiry,
    renewed_expiry,
    silent_end,
)


def _day(words: str) -> date:
    return date.fromisoformat(words)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2026-01-31", 3, "2026-04-30"),
        ("2027-01-31", 13, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-06-15", 0, "2026-06-15"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-11-30", 3, "2027-02-28"),
    ],
)
def test_months_later(start: str, months: int, end: str) -> None:
    assert add_months(_day(start), months) == _day(end)


@pytest.mark.parametrize(
    ("activated", "months", "last_day"),
    [
        ("2026-06-01", 1, "2026-06-30"),
        ("2026-06-30", 1, "2026-06-30"),
        ("2026-01-31", 1, "2026-01-31"),
        ("2026-01-31", 2, "2026-02-28"),
        ("2028-01-15", 2, "2028-02-29"),
        ("2026-06-15", 3, "2026-08-31"),
        ("2026-06-15", 6, "2026-11-30"),
        ("2026-11-02", 3, "2027-01-31"),
        ("2026-06-15", 12, "2027-05-31"),
        ("2026-01-01", 12, "2026-12-31"),
        ("2028-03-01", 12, "2029-02-28"),
        ("2027-03-01", 12, "2028-02-29"),
        ("2026-06-15", 36, "2029-05-31"),
    ],
)
def test_a_plan_ends_with_its_last_month(activated: str, months: int, last_day: str) -> None:
    ends = plan_expiry(_day(activated), months)
    assert ends == last_second(_day(last_day))
    assert (ends.hour, ends.minute, ends.second, ends.tzinfo) == (23, 59, 59, ZONE)


@pytest.mark.parametrize(
    ("expires", "months", "today", "renewed"),
    [
        # Running: queued behind the old expiry.
        ("2026-06-30", 1, "2026-06-15", "2026-07-31"),
        ("2026-06-30", 1, "2026-06-30", "2026-07-31"),
        ("2026-10-31", 3, "2026-06-15", "2027-01-31"),
        ("2027-01-31", 1, "2026-06-15", "2027-02-28"),
        ("2028-01-31", 1, "2026-06-15", "2028-02-29"),
        ("2026-06-30", 12, "2026-06-15", "2027-06-30"),
        ("2027-02-28", 12, "2026-06-15", "2028-02-29"),
        ("2028-02-29", 12, "2026-06-15", "2029-02-28"),
        ("2027-05-31", 24, "2026-06-15", "2029-05-31"),
        # An imported expiry inside a month keeps its day.
        ("2026-08-15", 1, "2026-06-15", "2026-09-15"),
        ("2026-08-30", 6, "2026-06-15", "2027-02-28"),
        # Ended: the current month counts first.
        ("2026-06-14", 1, "2026-06-15", "2026-06-30"),
        ("2026-05-31", 1, "2026-06-01", "2026-06-30"),
        ("2026-04-30", 1, "2026-06-15", "2026-06-30"),
        ("2026-04-30", 3, "2026-06-15", "2026-08-31"),
        ("2025-12-31", 12, "2026-03-20", "2027-02-28"),
    ],
)
def test_renewals(expires: str, months: int, today: str, renewed: str) -> None:
    found = renewed_expiry(last_second(_day(expires)), months, _day(today))
    assert found == last_second(_day(renewed))


@pytest.mark.parametrize(
    ("opened", "months", "first_day"),
    [
        ("2026-01-01", 6, "2026-08-01"),
        ("2026-01-15", 6, "2026-08-01"),
        ("2026-01-31", 6, "2026-08-01"),
        ("2025-08-31", 6, "2026-03-01"),
        ("2025-06-30", 6, "2026-01-01"),
        ("2027-08-31", 6, "2028-03-01"),
        ("2026-01-15", 9, "2026-11-01"),
        ("2026-01-15", 0, "2026-02-01"),
    ],
)
def test_the_silent_period_ends_on_a_first(opened: str, months: int, first_day: str) -> None:
    assert silent_end(_day(opened), months) == midnight(_day(first_day))


def test_the_silent_period_is_six_months() -> None:
    assert silent_end(date(2026, 3, 10)) == midnight(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("stopped", "cancelled"),
    [
        ("2026-01-31", "2026-05-01"),
        ("2026-02-28", "2026-05-29"),
        ("2028-02-29", "2028-05-30"),
        ("2026-03-31", "2026-07-01"),
        ("2026-04-30", "2026-07-31"),
        ("2026-06-30", "2026-10-01"),
        ("2025-11-30", "2026-03-01"),
        ("2027-11-30", "2028-03-01"),
        ("2026-09-30", "2026-12-31"),
        ("2026-12-31", "2027-04-01"),
        ("2026-06-15", "2026-09-16"),
    ],
)
def test_auto_cancel_after_more_than_three_calendar_months(stopped: str, cancelled: str) -> None:
    assert auto_cancel_day(_day(stopped)) == _day(cancelled)


@pytest.mark.parametrize(
    ("day", "late"),
    [
        ("2026-06-01", False),
        ("2026-06-18", False),
        ("2026-06-19", False),
        ("2026-06-20", True),
        ("2026-06-21", True),
        ("2026-06-30", True),
        ("2026-07-01", False),
        ("2026-02-28", True),
        ("2028-02-29", True),
    ],
)
def test_the_20th(day: str, late: bool) -> None:
    assert cancellation_is_late(_day(day)) == late


def test_the_20th_begins_at_midnight_in_shanghai() -> None:
    before = datetime(2026, 6, 19, 15, 59, 59, tzinfo=UTC)
    after = datetime(2026, 6, 19, 16, 0, 0, tzinfo=UTC)
    assert not cancellation_is_late(local(before).date())
    assert cancellation_is_late(local(after).date())


@pytest.mark.parametrize(
    ("activated", "months", "today", "first", "last"),
    [
        ("2025-11-16", 1, "2026-06-15", "2026-06-01", "2026-06-30"),
        ("2026-06-15", 1, "2026-06-15", "2026-06-01", "2026-06-30"),
        ("2025-11-16", 1, "2028-02-29", "2028-02-01", "2028-02-29"),
        ("2025-11-16", 12, "2026-06-15", "2025-11-01", "2026-10-31"),
        ("2025-11-16", 12, "2026-10-31", "2025-11-01", "2026-10-31"),
        ("2025-11-16", 12, "2026-11-01", "2026-11-01", "2027-10-31"),
        ("2024-02-29", 12, "2026-01-31", "2025-02-01", "2026-01-31"),
        ("2026-06-15", 12, "2026-06-15", "2026-06-01", "2027-05-31"),
        ("2026-01-31", 3, "2026-06-15", "2026-04-01", "2026-06-30"),
        ("2026-02-10", 3, "2026-06-15", "2026-05-01", "2026-07-31"),
        ("2025-11-16", 6, "2026-06-15", "2026-05-01", "2026-10-31"),
    ],
)
def test_cycles(activated: str, months: int, today: str, first: str, last: str) -> None:
    assert cycle_of(_day(activated), months, _day(today)) == (_day(first), _day(last))


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(DAYS, DAYS, st.sampled_from((1, 3, 6, 12)))
def test_a_day_lies_in_its_cycle_of_whole_months(activated: date, today: date, months: int) -> None:
    first, last = cycle_of(activated, months, today)
    assert first <= today <= last
    assert first.day == 1
    assert Month.of(first).plus(months - 1).last == last


@given(DAYS, DAYS, st.integers(1, 36))
def test_a_renewal_never_shortens(expires: date, today: date, months: int) -> None:
    renewed = local(renewed_expiry(last_second(expires), months, today)).date()
    assert renewed > expires
    assert renewed >= today


@given(DAYS, st.integers(1, 12), st.integers(1, 12))
def test_two_renewals_are_one(activated: date, first: int, second: int) -> None:
    bought = plan_expiry(activated, first)
    assert renewed_expiry(bought, second, activated) == plan_expiry(activated, first + second)


@given(DAYS)
def test_an_auto_cancel_day_is_three_months_on(stopped: date) -> None:
    assert 89 <= (auto_cancel_day(stopped) - stopped).days - 1 <= 92


@pytest.mark.parametrize(("words", "month"), [("202602", Month(2026, 2)), ("000112", Month(1, 12))])
def test_months_are_read_and_written(words: str, month: Month) -> None:
    assert Month.parse(words) == month
    assert str(month) == words


@pytest.mark.parametrize(
    "words", ["", "20262", "202613", "202600", "2026-1", "２０２６02", "+20261"]
)
def test_what_is_no_month(words: str) -> None:
    with pytest.raises(ValueError):
        Month.parse(words)


def test_months_in_order() -> None:
    found = list(Month(2025, 11).until(Month(2026, 2)))
    assert [str(month) for month in found] == ["202511", "202512", "202601", "202602"]
    assert list(Month(2026, 2).until(Month(2026, 1))) == []
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
    assert Month(2026, 2).first == date(2026, 2, 1)
    assert Month(2026, 2).last == date(2026, 2, 28)
    assert [Month(year, 2).days for year in (2026, 2028, 2100)] == [28, 29, 28]


def test_a_naive_moment_is_a_bug() -> None:
    with pytest.raises(ValueError):
        local(datetime(2026, 6, 15))  # noqa: DTZ001 - the naive one is the point


def test_the_edges_of_a_day() -> None:
    assert midnight(date(2026, 6, 15)).isoformat() == "2026-06-15T00:00:00+08:00"
    assert last_second(date(2026, 6, 15)).isoformat() == "2026-06-15T23:59:59+08:00"
