"""Data usage in integer KB, base 1024 (domain.md 1)."""

import re
from dataclasses import dataclass
from datetime import date

from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, shortened, text

KB_PER_MB = 1024
KB_PER_GB = 1024 * 1024
_UNITS = {"KB": 1, "MB": KB_PER_MB, "GB": KB_PER_GB, "TB": 1024 * KB_PER_GB}
_SIZE = re.compile(
    r"([0-9]{1,16}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.([0-9]{1,15}))?[ \u00a0]*(KB|MB|GB|TB)",
    re.ASCII | re.IGNORECASE,
)
LARGEST_KB = 2**53 - 1
"""More than any fleet uses; a larger size is a slip of the hand."""


def parse_size(words: str) -> int:
    """Read `1.5GB`, `1,024 MB` or `0KB` as KB, rounded half up. Raises KnownError."""
    match = _SIZE.fullmatch(words.strip())
    kb = None if match is None else _kb_of(match)
    if kb is None or kb > LARGEST_KB:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{words}” is not a data size."), words=shortened(words)
            ),
            text(QT_TRANSLATE_NOOP("trade", "Write a number with a unit, such as 100MB or 1.5GB.")),
        )
    return kb


def _kb_of(match: re.Match[str]) -> int:
    whole, fraction, unit = match[1].replace(",", ""), match[2] or "", match[3].upper()
    scale: int = 10 ** len(fraction)
    return (int(whole + fraction) * _UNITS[unit] * 2 + scale) // (2 * scale)


def size_parts(kb: int) -> tuple[int, str]:
    """KB for people: tenths of a unit, and that unit; below 1 MB it is KB, and tenths are 0.

    Half up, and never 1,024.0 of a unit that has a larger one: (482, "GB") is 48.2 GB.
    """
    amount = abs(kb)
    if amount < KB_PER_MB:
        return kb * 10, "KB"
    tenths, found = 0, ""
    for unit in ("MB", "GB", "TB"):
        tenths, found = (amount * 20 + _UNITS[unit]) // (2 * _UNITS[unit]), unit
        if tenths < 10_240:
            break
    return tenths if kb > 0 else -tenths, found


def size_text(kb: int) -> str:
    """Show KB in English, with one decimal: for files, logs and the command line."""
    tenths, unit = size_parts(kb)
    sign, amount = ("-", -tenths) if tenths < 0 else ("", tenths)
    if unit == "KB":
        return f"{sign}{amount // 10:,} KB"
    return f"{sign}{amount // 10:,}.{amount % 10} {unit}"


def exact_size(kb: int) -> tuple[int, str]:
    """KB as a whole number of the largest unit that loses nothing: (100, "MB"), (1025, "KB")."""
    for unit in ("TB", "GB", "MB"):
        if kb and kb % _UNITS[unit] == 0:
            return kb // _UNITS[unit], unit
    return kb, "KB"


@dataclass(frozen=True, slots=True)
class MonthUsage:
    """One card's usage in one calendar month.

    `days` has 31 entries in KB, day 1 first; None where nothing is known. Days run from 00:00 to
    24:00 in Asia/Shanghai.
    """

    month: Month
    days: tuple[int | None, ...]

    @property
    def total_kb(self) -> int:
        return sum(day for day in self.days if day is not None)

    def on(self, day: date) -> int | None:
        """Usage on `day` in KB; None when unknown or in another month."""
        return self.days[day.day - 1] if Month.of(day) == self.month else None


@dataclass(frozen=True, slots=True)
class CarrierShare:
    """What one carrier carried of a smart card's month, with its last signal reading.

    `signal_csq` is 0-31 (dBm = 2 x csq - 113), `delay_ms` the network delay (domain.md 6.2).
    """

    carrier: str
    used_kb: int
    signal_csq: int | None
    delay_ms: int | None


@dataclass(frozen=True, slots=True)
class ActivePlan:
    """A plan or add-on package that runs or is queued on a card (domain.md 6.2)."""

    name: str
    starts: date
    ends: date
    quota_kb: int | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class CardUsage:
    """What the provider says of one card's usage for the months asked."""

    months: tuple[MonthUsage, ...]
    plans: tuple[ActivePlan, ...] = ()
    shares: tuple[CarrierShare, ...] = ()
