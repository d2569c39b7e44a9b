"""What a usage chart shows, as plain values: bars, ticks and the sentence that stands for them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QDate, QLocale

from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import KB_PER_GB, KB_PER_MB, MonthUsage
from simdesk.ui.text import date_patterns

_UNITS = ((KB_PER_GB * 1024, "TB"), (KB_PER_GB, "GB"), (KB_PER_MB, "MB"), (1, "KB"))
_WEEKLY_DAYS = (8, 15, 22)
_GAP = 6
"""Pixels between two labels of the axis, at least."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Usage of the days `first` to `last` in KB; None where no day of them is known."""

    first: date
    last: date
    kb: int | None
    known_days: int

    @property
    def single_day(self) -> bool:
        return self.first == self.last


def daily_bars(months: Sequence[MonthUsage], first: date, last: date) -> tuple[Bar, ...]:
    """One bar a day, from `first` to `last`, both included."""
    by_month = {one.month: one for one in months}
    return tuple(_day_bar(by_month.get(Month.of(day)), day) for day in _days(first, last))


def monthly_bars(months: Sequence[MonthUsage], first: date, last: date) -> tuple[Bar, ...]:
    """One bar a calendar month; the first and the last month may be cut by the range."""
    bars = daily_bars(months, first, last)
    return tuple(_joined(part) for part in _by_month(bars))


def _day_bar(usage: MonthUsage | None, day: date) -> Bar:
    kb = None if usage is None else usage.on(day)
    return Bar(day, day, kb, 0 if kb is None else 1)


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _by_month(bars: Sequence[Bar]) -> list[list[Bar]]:
    months: list[list[Bar]] = []
    for bar in bars:
        if not months or Month.of(months[-1][0].first) != Month.of(bar.first):
            months.append([])
        months[-1].append(bar)
    return months


def _joined(bars: Sequence[Bar]) -> Bar:
    known = [bar.kb for bar in bars if bar.kb is not None]
    return Bar(bars[0].first, bars[-1].last, sum(known) if known else None, len(known))


def size_ticks(highest_kb: int) -> tuple[tuple[float, str], ...]:
    """Three to five round sizes from zero to at least `highest_kb`, in one unit."""
    divisor, unit = next((pair for pair in _UNITS if highest_kb >= pair[0]), _UNITS[-1])
    step = _round_step(highest_kb / divisor / 4)
    if divisor == 1:
        step = max(step, 1.0)
    digits = 0 if step.is_integer() else 1 if (step * 10).is_integer() else 2
    ticks: list[tuple[float, str]] = []
    while len(ticks) < 3 or ticks[-1][0] < highest_kb:
        value = step * len(ticks)
        ticks.append((value * divisor, f"{value:,.{digits}f} {unit}"))
    return tuple(ticks)


def _round_step(wanted: float) -> float:
    scale = 0.1
    while scale * 10 <= wanted:
        scale *= 10
    return next(
        (scale * factor for factor in (1, 2, 2.5, 5) if scale * factor >= wanted), scale * 10
    )


Tick = tuple[int, str]


def axis_ticks(
    bars: Sequence[Bar], locale: QLocale, pixels: float, measure: Callable[[str], int]
) -> tuple[Tick, ...]:
    """Labelled positions: months by name, days of a short range by number.

    `pixels` is the room of one bar, `measure` tells a label's width; labels never touch.
    """
    firsts = [
        (place, _day_and_month(bar.first, locale))
        for place, bar in enumerate(bars)
        if bar.first.day == 1
    ]
    if not all(bar.single_day for bar in bars):
        return _thinned(_month_ticks(bars, locale), pixels, measure)
    for days in (_WEEKLY_DAYS, _WEEKLY_DAYS[1:2]):
        numbers = [
            (place, str(bar.first.day)) for place, bar in enumerate(bars) if bar.first.day in days
        ]
        ticks = sorted(firsts + numbers)
        if _apart(ticks, pixels, measure):
            return tuple(ticks)
    return _thinned(firsts, pixels, measure)


def _month_ticks(bars: Sequence[Bar], locale: QLocale) -> list[Tick]:
    ticks = []
    for position, bar in enumerate(bars):
        first = QDate(bar.first.year, bar.first.month, 1)
        ticks.append((position, locale.toString(first, date_patterns(locale).short_month)))
    return ticks


def _apart(ticks: Sequence[Tick], pixels: float, measure: Callable[[str], int]) -> bool:
    return all(
        (later[0] - earlier[0]) * pixels >= (measure(earlier[1]) + measure(later[1])) / 2 + _GAP
        for earlier, later in pairwise(ticks)
    )


def _thinned(
    ticks: Sequence[Tick], pixels: float, measure: Callable[[str], int]
) -> tuple[Tick, ...]:
    each = 1
    while len(ticks[::each]) > 1 and not _apart(ticks[::each], pixels, measure):
        each += 1
    return tuple(ticks[::each])


def _day_and_month(day: date, locale: QLocale) -> str:
    return locale.toString(QDate(day.year, day.month, day.day), date_patterns(locale).month_day)


def month_name(month: Month, locale: QLocale) -> str:
    """`June 2026`, as `locale` writes it."""
    first = QDate(month.year, month.number, 1)
    return locale.toString(first, date_patterns(locale).month)


def no_data_spans(bars: Sequence[Bar]) -> tuple[tuple[int, int], ...]:
    """Runs of bars without data, as first and last position."""
    spans: list[tuple[int, int]] = []
    for position, bar in enumerate(bars):
        if bar.kb is not None:
            continue
        if spans and spans[-1][1] == position - 1:
            spans[-1] = (spans[-1][0], position)
        else:
            spans.append((position, position))
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """What one month's bars come to. `most` is the busiest day, None where nothing was used."""

    month: Month
    kb: int
    known_days: int
    days: int
    most: Bar | None


def month_summaries(bars: Sequence[Bar]) -> tuple[MonthSummary, ...]:
    """One summary for each month that daily `bars` touch, oldest first."""
    return tuple(_summary(part) for part in _by_month(bars))


def _summary(bars: Sequence[Bar]) -> MonthSummary:
    known = [bar for bar in bars if bar.kb is not None]
    busiest = max(known, key=lambda bar: bar.kb or 0, default=None)
    most = busiest if busiest is not None and busiest.kb else None
    total = sum(bar.kb or 0 for bar in known)
    return MonthSummary(Month.of(bars[0].first), total, len(known), len(bars), most)


def summary_words(summary: MonthSummary, month: str, total: str, most: str, day: str) -> Text:
    """The sentence that stands for a month's bars; the arguments are already written for people."""
    if summary.known_days == 0:
        return text(QT_TRANSLATE_NOOP("trade", "{month}: no data."), month=month)
    if summary.most is None:
        return text(
            QT_TRANSLATE_NOOP("trade", "{month}: nothing used in {days} days."),
            month=month,
            days=summary.known_days,
        )
    return text(
        QT_TRANSLATE_NOOP("trade", "{month}: {total} over {days} days, most {most} on {day}."),
        month=month,
        total=total,
        days=summary.known_days,
        most=most,
        day=day,
    )
