"""How old a value is, in words, and whether that is too old."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from simdesk.models.card import CardRow
from simdesk.models.periods import local, midnight
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.ui.text import shown, stamp_shown

READ_AGAIN_AFTER = timedelta(hours=24)
"""A list or detail reading older than this is called stale."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """The as-of of some values in words; `stale` when they may no longer be true."""

    words: Text
    stale: bool

    def __str__(self) -> str:
        return shown(self.words)


_NEVER = Freshness(text(QT_TRANSLATE_NOOP("trade", "not read yet")), True)


def of_reading(at: datetime | None, now: datetime) -> Freshness:
    """Of a list or detail reading made at `at`; None is never."""
    if at is None:
        return _NEVER
    age = now - at
    if age <= READ_AGAIN_AFTER:
        return Freshness(_as_of(at), False)
    return Freshness(_aged(at, age), True)


def of_usage(as_of: datetime, now: datetime) -> Freshness:
    """Of usage, which is fresh when it reaches to 24:00 of the previous day (domain.md 2.3)."""
    newest = midnight(local(now).date())
    if as_of >= newest:
        return Freshness(_as_of(as_of), False)
    return Freshness(_aged(as_of, newest - as_of), True)


def of_row(row: CardRow, now: datetime) -> Freshness | None:
    """The one thing about a card's readings worth a warning; None when all is fresh."""
    if row.stamps.not_listed_since is not None:
        since = row.stamps.not_listed_since
        return Freshness(
            text(
                QT_TRANSLATE_NOOP("trade", "Not in the provider's list since {since}."),
                since=stamp_shown(since),
            ),
            True,
        )
    listed = of_reading(row.stamps.listed_at, now)
    if not listed.stale:
        return None
    return Freshness(text(QT_TRANSLATE_NOOP("trade", "Status {as_of}."), as_of=listed.words), True)


def _as_of(at: datetime) -> Text:
    return text(QT_TRANSLATE_NOOP("trade", "as of {at}"), at=stamp_shown(at))


def _aged(at: datetime, age: timedelta) -> Text:
    if age.days >= 2:
        return text(
            QT_TRANSLATE_NOOP("trade", "as of {at}, {days} days old"),
            at=stamp_shown(at),
            days=age.days,
        )
    hours = int(age / timedelta(hours=1))
    if hours <= 1:
        return text(QT_TRANSLATE_NOOP("trade", "as of {at}, 1 hour old"), at=stamp_shown(at))
    return text(
        QT_TRANSLATE_NOOP("trade", "as of {at}, {hours} hours old"),
        at=stamp_shown(at),
        hours=hours,
    )
