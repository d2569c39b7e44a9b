"""Days that no column holds: SQL and Python name the same one, month ends and leap days too."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select, update

from simdesk.models.deadlines import auto_cancels, silence_ends
from simdesk.models.periods import last_second, midnight
from simdesk.services.storage.codec import moment_or_none, seconds
from simdesk.services.storage.derived_dates import AUTO_CANCEL, SILENT_ENDS
from simdesk.services.storage.rows import rows
from simdesk.services.storage.tables import card
from tests.factories import a_card_row, a_moment
from tests.services.storage.desk_file import put_change, put_rows

FIVE_YEARS = [date(2026, 1, 1) + timedelta(days=count) for count in range(5 * 366)]
"""With the leap day of 2028, and what lies three and six months behind each day."""


def told(desk: Connection) -> tuple[datetime | None, datetime | None]:
    """The first card's dates by SQL, which must be those of its row by Python."""
    silent, cancel = desk.execute(select(SILENT_ENDS, AUTO_CANCEL).where(card.c.id == 1)).one()
    (row,) = rows(desk, [1])
    found = moment_or_none(silent), moment_or_none(cancel)
    assert found == (silence_ends(row), auto_cancels(row))
    return found


def test_every_day_of_five_years_is_counted_alike(desk: Connection) -> None:
    put_rows(desk, [a_card_row(specific=40)])
    for day in FIVE_YEARS:
        desk.execute(update(card).values(expires_at=seconds(last_second(day)), specific=40))
        assert told(desk)[0] is None
        opened = midnight(day) + timedelta(hours=day.day % 24)
        desk.execute(update(card).values(opened_at=seconds(opened), specific=20))
        assert told(desk)[1] is None


@pytest.mark.parametrize(
    ("specific", "opened", "silent"),
    [
        (20, a_moment(2026, 6, 15, 0, 0, 0), date(2027, 1, 1)),
        (20, a_moment(2026, 5, 31, 23, 59, 59), date(2026, 12, 1)),
        (10, a_moment(2026, 5, 31), None),
        (100, a_moment(2026, 5, 31), None),
    ],
)
def test_silence_counts_from_the_opening(
    desk: Connection, specific: int, opened: datetime, silent: date | None
) -> None:
    put_rows(desk, [a_card_row(specific=specific, opened_at=opened)])
    assert told(desk) == (None if silent is None else midnight(silent), None)


def test_silence_counts_from_the_test_period_that_the_desk_saw_end(desk: Connection) -> None:
    put_rows(desk, [a_card_row(specific=20, opened_at=a_moment(2026, 1, 10))])
    assert told(desk)[0] == midnight(date(2026, 8, 1))
    put_change(desk, 1, a_moment(2026, 3, 31, 23, 59), "130", "10")
    put_change(desk, 1, a_moment(2026, 4, 10), "10", "20")
    assert told(desk)[0] == midnight(date(2026, 11, 1))
    (row,) = rows(desk, [1])
    assert row.tested_until == a_moment(2026, 4, 10)


def test_a_pooled_card_that_stopped_without_an_expiry_has_no_date(desk: Connection) -> None:
    put_rows(desk, [a_card_row(specific=40, expires_at=None)])
    assert told(desk) == (None, None)
