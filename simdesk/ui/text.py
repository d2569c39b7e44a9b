"""Words, sizes, money and days as people read them, in the language and locale of the window."""

import string
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from simdesk.models.errors import KnownError
from simdesk.models.money import Money
from simdesk.models.periods import Month, local, midnight
from simdesk.models.texts import Text
from simdesk.models.usage import size_parts
from simdesk.ui.joining import sentences
from simdesk.ui.zones import clock_mark, here

CONTEXT = "trade"
"""The translation context of everything the models and services say."""


@dataclass(frozen=True)
class DatePatterns:
    """How a locale writes days, as Qt spells patterns."""

    day: str
    month: str
    short_month: str
    month_day: str


_ENGLISH = DatePatterns("d MMM yyyy", "MMMM yyyy", "MMM yy", "d MMM")
_BY_LANGUAGE = {
    QLocale.Language.Chinese: DatePatterns("yyyy年M月d日", "yyyy年M月", "yy年M月", "M月d日"),
}
"""Those of the locale's own; other languages write days in the order of English."""


class _Shown(string.Formatter):
    """Fills gaps the way the window shows things; a gap with its own format keeps it."""

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - Formatter's own
        if format_spec:
            return str(super().format_field(value, format_spec))
        return _word(value)


_FILLER = _Shown()


def _word(value: object) -> str:
    match value:
        case Text():
            return shown(value)
        case Money():
            return money_shown(value)
        case datetime():
            return carriers_moment_shown(value)
        case date():
            return day_shown(value)
    return str(value)


def shown(text: Text) -> str:
    """Translate a text and fill its gaps, texts inside it included."""
    template = QCoreApplication.translate(CONTEXT, text.source)
    return _FILLER.vformat(template, (), dict(text.arguments))


def said(words: Text | str) -> str:
    """A text translated; plain words, which the window has already translated, as they are."""
    return shown(words) if isinstance(words, Text) else words


def locale() -> QLocale:
    """The operator's locale; English where the system names none."""
    found = QLocale()
    if found.language() is QLocale.Language.C:
        return QLocale(QLocale.Language.English)
    return found


def count_shown(number: int) -> str:
    """A whole number with thousands separators."""
    return locale().toString(number)


def counted(count: int, one: str, many: str, **gaps: str) -> str:
    """Translated words of so many things: `one` of a single one, else `many` with its {count}."""
    return (one if count == 1 else many).format(count=count_shown(count), **gaps)


def size_shown(kb: int) -> str:
    """Data in KB with one decimal and a unit."""
    tenths, unit = size_parts(kb)
    if unit == "KB":
        return f"{locale().toString(kb)} KB"
    return f"{locale().toString(tenths / 10, 'f', 1)} {unit}"


def money_shown(money: Money) -> str:
    """An amount with its currency and two decimals."""
    return f"{money.currency} {locale().toString(money.minor / 100, 'f', 2)}"


def date_patterns(where: QLocale | None = None) -> DatePatterns:
    """How days are written in `where`, which is the operator's locale when absent."""
    return _BY_LANGUAGE.get((where or locale()).language(), _ENGLISH)


def day_shown(day: date) -> str:
    """A day as `30 Jun 2026`, `2026年6月30日`."""
    here = locale()
    return here.toString(QDate(day.year, day.month, day.day), date_patterns(here).day)


def month_shown(month: Month) -> str:
    """A month as `June 2026`, `2026年6月`."""
    here = locale()
    return here.toString(QDate(month.year, month.number, 1), date_patterns(here).month)


def moment_shown(moment: datetime) -> str:
    """A moment on the operator's clock as `30 Jun 2026 09:04`; ` UTC+2` behind where it differs."""
    return _on_its_clock(here(moment))


def carriers_moment_shown(moment: datetime) -> str:
    """A moment of the carriers' business, such as an expiry: on their clock, whatever is shown."""
    return _on_its_clock(local(moment))


def _on_its_clock(moment: datetime) -> str:
    at = QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute))
    where = locale()
    return where.toString(at, f"{date_patterns(where).day} HH:mm") + clock_mark(moment)


def stamp_shown(moment: datetime) -> str:
    """What a value is true as of; midnight is 24:00 of the day before, as providers say it."""
    at = local(moment)
    if (at.hour, at.minute) != (0, 0):
        return carriers_moment_shown(moment)
    return f"{day_shown(at.date() - timedelta(days=1))} 24:00{clock_mark(at)}"


def age_shown(as_of: datetime | None, today: date) -> tuple[str, bool]:
    """As of when usage is, and how old that is: `usage as of 12 Jun 2026 24:00 · 2 days old`.

    True when it is older than the end of the day before `today`. Empty without a moment.
    """
    if as_of is None:
        return "", False
    words = QCoreApplication.translate("age", "usage as of {stamp}").format(
        stamp=stamp_shown(as_of)
    )
    late = (midnight(today) - local(as_of)).days
    if late <= 0:
        return words, False
    one = QCoreApplication.translate("age", "1 day old")
    many = QCoreApplication.translate("age", "{count} days old")
    return f"{words} · {one if late == 1 else many.format(count=count_shown(late))}", True


def duration_shown(seconds: float) -> str:
    """A length of time, in its two largest units at most: `1 h 23 min`, `42 s`."""
    whole = max(1, round(seconds))
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    if hours:
        words = QCoreApplication.translate("duration", "{hours} h {minutes} min")
    elif minutes:
        words = QCoreApplication.translate("duration", "{minutes} min {seconds} s")
    else:
        words = QCoreApplication.translate("duration", "{seconds} s")
    return words.format(hours=hours, minutes=minutes, seconds=rest)


def error_words(error: KnownError) -> str:
    """What happened, what to do next, and the provider's code, in one line."""
    parts = [shown(error.message)]
    if error.remedy is not None:
        parts.append(shown(error.remedy))
    if error.code is not None:
        parts.append(f"[{error.code}]")
    return sentences(parts)
