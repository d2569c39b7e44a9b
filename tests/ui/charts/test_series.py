"""What a usage chart shows, before anything is drawn."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale

from simdesk.models.periods import Month
from simdesk.models.usage import KB_PER_GB, KB_PER_MB, MonthUsage
from simdesk.ui.charts import series
from simdesk.ui.text import shown
from tests.ui.details.fakes import month_usage, steady_usage

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
MAY, JUNE = Month(2026, 5), Month(2026, 6)


def drawn(bars: tuple[series.Bar, ...]) -> str:
    """`.` no data, `0` nothing used, `#` something."""
    return "".join("." if bar.kb is None else "#" if bar.kb else "0" for bar in bars)


def usage(*days: int | None) -> tuple[MonthUsage, ...]:
    return (month_usage(JUNE, days),)


def test_a_day_without_data_is_not_a_day_without_usage() -> None:
    bars = series.daily_bars(usage(None, 0, 3, None, 5), date(2026, 6, 1), date(2026, 6, 7))
    assert drawn(bars) == ".0#.#.."
    assert series.no_data_spans(bars) == ((0, 0), (3, 3), (5, 6))


def test_days_of_a_month_that_is_not_stored_have_no_data() -> None:
    bars = series.daily_bars(usage(1, 2), date(2026, 5, 30), date(2026, 6, 2))
    assert drawn(bars) == "..##"


def test_months_add_up_what_is_known() -> None:
    months = (month_usage(MAY, [1] * 31), *usage(2, None, 3))
    bars = series.monthly_bars(months, date(2026, 4, 1), date(2026, 6, 14))
    assert [(bar.first, bar.last, bar.kb, bar.known_days) for bar in bars] == [
        (date(2026, 4, 1), date(2026, 4, 30), None, 0),
        (date(2026, 5, 1), date(2026, 5, 31), 31 * KB_PER_MB, 31),
        (date(2026, 6, 1), date(2026, 6, 14), 5 * KB_PER_MB, 2),
    ]


@pytest.mark.parametrize(
    ("highest", "labels"),
    [
        (0, ["0 KB", "1 KB", "2 KB"]),
        (7, ["0 KB", "2 KB", "4 KB", "6 KB", "8 KB"]),
        (700, ["0 KB", "200 KB", "400 KB", "600 KB", "800 KB"]),
        (3 * KB_PER_MB // 2, ["0.0 MB", "0.5 MB", "1.0 MB", "1.5 MB"]),
        (KB_PER_MB, ["0.00 MB", "0.25 MB", "0.50 MB", "0.75 MB", "1.00 MB"]),
        (35 * KB_PER_MB, ["0 MB", "10 MB", "20 MB", "30 MB", "40 MB"]),
        (3 * KB_PER_GB, ["0 GB", "1 GB", "2 GB", "3 GB"]),
    ],
)
def test_sizes_are_round_and_in_one_unit(highest: int, labels: list[str]) -> None:
    assert [label for _, label in series.size_ticks(highest)] == labels


@pytest.mark.parametrize("highest", [0, 1, 9, 10, 1023, 1024, 4_500, 10**6, 10**9, 10**12])
def test_the_highest_tick_holds_the_highest_bar(highest: int) -> None:
    ticks = series.size_ticks(highest)
    assert ticks[0][0] == 0
    assert ticks[-1][0] >= highest
    assert 3 <= len(ticks) <= 5


@pytest.mark.parametrize("months", [1, 2, 3, 6, 13, 24])
@pytest.mark.parametrize("by_month", [False, True])
@pytest.mark.parametrize("width", [120, 280, 1100])
def test_labels_of_the_axis_never_touch(months: int, by_month: bool, width: int) -> None:
    found = steady_usage(months).months
    make = series.monthly_bars if by_month else series.daily_bars
    bars = make(found, found[0].month.first, date(2026, 6, 14))
    pixels = width / len(bars)
    ticks = series.axis_ticks(bars, ENGLISH, pixels, lambda label: 7 * len(label))
    assert ticks
    for (one, word), (other, next_word) in pairwise(ticks):
        assert (other - one) * pixels > 3.5 * (len(word) + len(next_word))


def test_two_months_are_labelled_by_weeks_where_there_is_room() -> None:
    bars = series.daily_bars((), date(2026, 5, 1), date(2026, 6, 14))
    ticks = series.axis_ticks(bars, ENGLISH, 20.0, lambda label: 7 * len(label))
    assert [label for _, label in ticks] == ["1 May", "8", "15", "22", "1 Jun", "8"]


def sentence(*days: int | None) -> str:
    bars = series.daily_bars(usage(*days), date(2026, 6, 1), date(2026, 6, 14))
    (found,) = series.month_summaries(bars)
    most = "" if found.most is None else f"{(found.most.kb or 0) // KB_PER_MB} MB"
    day = "" if found.most is None else f"{found.most.first.day} June"
    return shown(series.summary_words(found, "June", f"{found.kb // KB_PER_MB} MB", most, day))


def test_a_month_in_one_sentence() -> None:
    assert sentence(80, 0, 120, 4) == "June: 204 MB over 4 days, most 120 MB on 3 June."
    assert sentence(0, 0) == "June: nothing used in 2 days."
    assert sentence() == "June: no data."
