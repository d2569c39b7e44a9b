"""Backups: what is told of each, and which of them are kept (reliability.md 4.6)."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from simdesk.models.audit import AuditHead
from simdesk.models.periods import local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class BackupReason(StrEnum):
    """Why a backup was made; the value is its name beside the backup, for ever."""

    TIME = "time"
    HAND = "hand"
    BULK = "bulk"
    UPGRADE = "upgrade"
    RESTORE = "restore"

    @property
    def label(self) -> Text:
        return text(_LABELS[self])


_LABELS: Mapping[BackupReason, str] = {
    BackupReason.TIME: QT_TRANSLATE_NOOP("trade", "By the clock"),
    BackupReason.HAND: QT_TRANSLATE_NOOP("trade", "By hand"),
    BackupReason.BULK: QT_TRANSLATE_NOOP("trade", "Before a large operation"),
    BackupReason.UPGRADE: QT_TRANSLATE_NOOP("trade", "Before an upgrade"),
    BackupReason.RESTORE: QT_TRANSLATE_NOOP("trade", "Before a restore"),
}


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy of the desk. `at` is business time, `size` bytes.

    `counts` are the rows of each table, `head` the end of the audit's chain, `sha256` that of the
    whole file; all were read from the finished copy.
    """

    name: str
    at: datetime
    why: BackupReason
    size: int
    sha256: str
    head: AuditHead
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Loss:
    """What the desk knows today that a backup does not: it would be gone after a restore."""

    operations: int
    purchases: int
    audit_records: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Keeping:
    """Of how many days, weeks and months that have a backup the last one stays."""

    days: int = 14
    weeks: int = 8
    months: int = 12


ALL_FOR = timedelta(days=2)
Period = Callable[[datetime], Hashable]
_AS_AT_FIRST = Keeping()


def kept(
    moments: Iterable[datetime], now: datetime, keeping: Keeping = _AS_AT_FIRST
) -> frozenset[datetime]:
    """Which backups stay: all of 2 days, then the last of each of so many days, weeks, months.

    Days, weeks and months are those that have a backup, on the carriers' calendar; the newest
    backup stays whatever its age.
    """
    newest = sorted(moments, reverse=True)
    stay = {moment for moment in newest if now - moment <= ALL_FOR}
    periods = ((_day, keeping.days), (_week, keeping.weeks), (_month, keeping.months))
    for period, most in periods:
        last: dict[Hashable, datetime] = {}
        for moment in newest:
            last.setdefault(period(moment), moment)
        stay.update(list(last.values())[:most])
    return frozenset(stay)


def _day(moment: datetime) -> Hashable:
    return local(moment).date()


def _week(moment: datetime) -> Hashable:
    return local(moment).isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return local(moment).year, local(moment).month
