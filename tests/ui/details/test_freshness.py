"""How old a reading is, in words: fresh for a day, then in hours, from two days on in days."""

from datetime import datetime, timedelta

import pytest

from simdesk.models.card import Stamps
from simdesk.ui.details import freshness
from tests.factories import a_card_row, a_moment

NOW = a_moment(2026, 6, 15, 9)

READINGS = """
hours words                                       stale
0     as of 15 Jun 2026 09:00                     no
24    as of 14 Jun 2026 09:00                     no
25    as of 14 Jun 2026 08:00, 25 hours old       yes
47    as of 13 Jun 2026 10:00, 47 hours old       yes
48    as of 13 Jun 2026 09:00, 2 days old         yes
240   as of 5 Jun 2026 09:00, 10 days old         yes
"""


@pytest.mark.parametrize("line", READINGS.strip().splitlines()[1:])
def test_the_age_of_a_reading(line: str) -> None:
    hours, rest = line.split(maxsplit=1)
    words, stale = rest.rsplit(maxsplit=1)
    found = freshness.of_reading(NOW - timedelta(hours=int(hours)), NOW)
    assert (str(found), found.stale) == (words.strip(), stale == "yes")


@pytest.mark.parametrize(
    ("as_of", "words", "stale"),
    [
        (a_moment(2026, 6, 15), "as of 14 Jun 2026 24:00", False),
        (a_moment(2026, 6, 15, 8), "as of 15 Jun 2026 08:00", False),
        (a_moment(2026, 6, 14, 23, 30), "as of 14 Jun 2026 23:30, 1 hour old", True),
        (a_moment(2026, 6, 14, 22), "as of 14 Jun 2026 22:00, 2 hours old", True),
        (a_moment(2026, 6, 14), "as of 13 Jun 2026 24:00, 24 hours old", True),
        (a_moment(2026, 6, 13), "as of 12 Jun 2026 24:00, 2 days old", True),
    ],
)
def test_usage_is_fresh_when_it_reaches_to_the_last_midnight(
    as_of: datetime, words: str, stale: bool
) -> None:
    found = freshness.of_usage(as_of, NOW)
    assert (str(found), found.stale) == (words, stale)


def test_what_was_never_read_is_stale() -> None:
    found = freshness.of_reading(None, NOW)
    assert (str(found), found.stale) == ("not read yet", True)


@pytest.mark.parametrize(
    ("listed", "missing", "words"),
    [
        (NOW, None, None),
        (NOW - timedelta(days=3), None, "Status as of 12 Jun 2026 09:00, 3 days old."),
        (NOW, a_moment(2026, 6, 1, 7), "Not in the provider's list since 1 Jun 2026 07:00."),
    ],
)
def test_one_warning_about_a_card_at_most(
    listed: datetime, missing: datetime | None, words: str | None
) -> None:
    row = a_card_row(stamps=Stamps(listed, None, None, missing))
    found = freshness.of_row(row, NOW)
    assert (None if found is None else str(found)) == words
