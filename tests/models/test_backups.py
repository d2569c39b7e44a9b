"""Which backups stay, as a table over a year in which one was made every half hour of work."""

from datetime import datetime, timedelta

import pytest

from simdesk.models.backups import BackupReason, Keeping, kept
from tests.factories import a_moment

NOW = a_moment(2026, 12, 31, 18)


def every_half_hour(days: int) -> list[datetime]:
    """Working days from 09:00 to 18:00, back from NOW."""
    found = []
    for back in range(days):
        evening = NOW - timedelta(days=back)
        if evening.weekday() < 5:
            found += [evening - timedelta(minutes=30 * step) for step in range(19)]
    return found


def test_of_a_year_few_stay_and_of_every_age_some() -> None:
    stay = sorted(kept(every_half_hour(365), NOW), reverse=True)
    ages = [(NOW - moment) for moment in stay]
    # Thursday and Wednesday in full, with Tuesday evening just two days old; then last ones only.
    assert sum(age <= timedelta(days=2) for age in ages) == 2 * 19 + 1
    assert [f"{moment:%m-%d %H}" for moment in stay if moment.hour == 18 and moment.day > 10][
        :14
    ] == [
        "12-31 18", "12-30 18", "12-29 18", "12-28 18", "12-25 18", "12-24 18", "12-23 18",
        "12-22 18", "12-21 18", "12-18 18", "12-17 18", "12-16 18", "12-15 18", "12-14 18",
    ]  # fmt: skip
    assert [f"{moment:%m-%d}" for moment in stay if moment < a_moment(2026, 12, 12)] == [
        "12-11", "12-04", "11-30", "11-27", "11-20", "11-13", "10-30", "09-30", "08-31", "07-31",
        "06-30", "05-29", "04-30", "03-31", "02-27", "01-30",
    ]  # fmt: skip


@pytest.mark.parametrize("days", [1, 3, 10, 40, 200, 700])
def test_thinning_every_evening_leaves_what_thinning_at_the_end_leaves(days: int) -> None:
    there: set[datetime] = set()
    for moment in sorted(every_half_hour(days)):
        there.add(moment)
        there &= kept(there, moment)
    assert kept(there, NOW) == kept(every_half_hour(days), NOW)
    assert len(there) <= 3 * 19 + Keeping().days + Keeping().weeks + Keeping().months


def test_the_newest_stays_whatever_its_age() -> None:
    old = NOW - timedelta(days=4000)
    assert kept([old], NOW) == {old}
    assert kept([], NOW) == frozenset()


def test_every_reason_has_its_words() -> None:
    assert len({str(reason.label) for reason in BackupReason}) == len(BackupReason)
