"""Texts, numbers and moments as people read them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from simdesk.models.orders import Money
from simdesk.models.texts import text
from simdesk.ui import zones
from simdesk.ui.text import (
    carriers_moment_shown,
    count_shown,
    day_shown,
    duration_shown,
    moment_shown,
    said,
    shown,
    size_shown,
    stamp_shown,
)
from tests.factories import a_moment

pytestmark = pytest.mark.usefixtures("qapp")


def test_gaps_are_filled_the_way_the_window_shows_things() -> None:
    inner = text("on {day}", day=date(2026, 6, 30))
    outer = text("{count} cards {when}, {price}", count=3, when=inner, price=Money(123_456))
    assert shown(outer) == "3 cards on 30 Jun 2026, CNY 1,234.56"


def test_a_gap_with_its_own_format_keeps_it() -> None:
    assert shown(text("{count:,} cards", count=12_345)) == "12,345 cards"


def test_plain_words_stay_as_they_are() -> None:
    assert said("already {translated}") == "already {translated}"
    assert said(text("marked")) == "marked"


def test_numbers_have_separators_and_sizes_a_unit() -> None:
    assert count_shown(1_234_567) == "1,234,567"
    assert size_shown(50_541_363) == "48.2 GB"


def test_midnight_is_twenty_four_hundred_of_the_day_before() -> None:
    assert stamp_shown(a_moment(2026, 6, 15, 0)) == "14 Jun 2026 24:00"
    assert stamp_shown(a_moment(2026, 6, 15, 9, 4)) == "15 Jun 2026 09:04"
    assert day_shown(date(2026, 6, 30)) == "30 Jun 2026"
    assert moment_shown(a_moment(2026, 1, 2, 3, 4, 5)) == "2 Jan 2026 03:04"


@pytest.fixture
def in_berlin() -> Iterator[None]:
    zones.show_in("Europe/Berlin")
    yield
    zones.show_in("Asia/Shanghai")


def test_another_clock_is_named_and_the_carriers_stays_theirs(in_berlin: None) -> None:
    summer, winter = a_moment(2026, 6, 15, 9, 4), a_moment(2026, 1, 2, 3, 4)
    assert moment_shown(summer) == "15 Jun 2026 03:04 UTC+2"
    assert moment_shown(winter) == "1 Jan 2026 20:04 UTC+1"
    assert carriers_moment_shown(summer) == "15 Jun 2026 09:04 UTC+8"
    assert shown(text("due {at}", at=summer)) == "due 15 Jun 2026 09:04 UTC+8"
    assert stamp_shown(a_moment(2026, 6, 15, 0)) == "14 Jun 2026 24:00 UTC+8"


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Asia/Hong_Kong", "15 Jun 2026 09:04"),
        ("UTC", "15 Jun 2026 01:04 UTC"),
        ("Asia/Kolkata", "15 Jun 2026 06:34 UTC+5:30"),
        ("America/New_York", "14 Jun 2026 21:04 UTC−4"),
    ],
)
def test_a_clock_is_named_only_where_it_differs(in_berlin: None, zone: str, told: str) -> None:
    zones.show_in(zone)
    assert moment_shown(a_moment(2026, 6, 15, 9, 4)) == told


def test_a_zone_that_is_not_known_changes_nothing() -> None:
    with pytest.raises(LookupError):
        zones.show_in("Mars/Base")
    assert moment_shown(a_moment(2026, 6, 15, 9, 4)) == "15 Jun 2026 09:04"


def test_moments_fill_gaps_with_the_carriers_clock() -> None:
    assert shown(text("due {at}", at=a_moment(2026, 6, 30, 9, 4))) == "due 30 Jun 2026 09:04"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "1 s"),
        (42.4, "42 s"),
        (95.0, "1 min 35 s"),
        (3_600, "1 h 0 min"),
        (5_025, "1 h 23 min"),
    ],
)
def test_a_duration_is_said_in_its_two_largest_units(seconds: float, words: str) -> None:
    assert duration_shown(seconds) == words


def test_a_system_without_a_language_is_spoken_to_in_english() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale.c())
        assert (count_shown(1_234), day_shown(date(2026, 6, 30))) == ("1,234", "30 Jun 2026")
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        assert (count_shown(1_234), day_shown(date(2026, 6, 30))) == ("1.234", "30 Juni 2026")
    finally:
        QLocale.setDefault(before)
