"""The days behind us, as a check on each of them would have seen the cards.

Usage comes from the stored days, status and expiry from the changes that syncs observed; each of
those counts from the day it was observed, as if that day's check came after that day's last sync.
Groups, tiers and activations are taken as they are now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Integer, case, cast, func, select

from simdesk.models.periods import Month, midnight
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.side_by_side import (
    NOTHING,
    Cards,
    Mask,
    Whole,
    day_number,
    days_of_seconds,
    read_numbers,
)
from simdesk.services.storage.tables import card, card_change, usage
from simdesk.services.storage.usage_store import UNKNOWN_DAY, month_number

Days = NDArray[np.uint32]
_ROWS = 2_000
"""Rows of usage fetched at once."""
_SPECIFIC, _EXPIRES = 0, 1


@dataclass(frozen=True, slots=True)
class Became:
    """The status changes observed on one day: places of the cards, codes, in their order."""

    places: Whole
    codes: Whole


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day behind us. `cards.usage_kb` is what each has used in its cycle by that day's 00:00."""

    day: int
    cards: Cards
    began: Whole
    became: Became


class Past:
    """The days from `first` to `last` of a few thousand cards, walked once, forwards.

    Without `with_usage` nothing is known of what was used. `ids` are ascending.
    """

    def __init__(
        self,
        connection: Connection,
        ids: Sequence[int],
        first: date,
        last: date,
        *,
        with_usage: bool = True,
    ) -> None:
        self.first, self.last = day_number(first), day_number(last)
        self.now = Cards.read(connection, dialect.ids_in(card.c.id, ids))
        self._changes = _Changes(connection, self.now, first)
        self._used = _Used(connection, self.now, first, last) if with_usage else None

    def days(self) -> Iterator[PastDay]:
        """Each day in turn; what it yields is valid until the next."""
        cards = replace(
            self.now, specific=self.now.specific.copy(), expires=self.now.expires.copy()
        )
        self._changes.undo_all(cards)
        anchors = cards.anchors()
        for day in range(self.first, self.last + 1):
            became, expiries = self._changes.apply(cards, day)
            anchors = cards.anchors() if expiries else anchors
            began = cards.cycle_begins(day, anchors)
            if self._used is not None:
                cards.usage_kb = self.used(np.maximum(began, cards.activated), day)
                cards.usage_day = np.full(len(cards), day)
            yield PastDay(day, cards, began, became)

    def used(self, since: Whole, day: int) -> Whole:
        """KB each card used from the day `since` up to `day`, which itself does not count."""
        assert self._used is not None
        return self._used.between(since, day)

    def unknown(self) -> Mask:
        """Which cards have days without known usage in this time, since they were activated."""
        assert self._used is not None
        return self._used.unknown(np.maximum(self.first, self.now.activated), self.last)


class _Changes:
    """Status and expiry, as syncs observed them changing since the first day."""

    def __init__(self, connection: Connection, cards: Cards, first: date) -> None:
        asked = select(
            card_change.c.id,
            card_change.c.card_id,
            card_change.c.observed_at,
            case((card_change.c.field == "specific", _SPECIFIC), else_=_EXPIRES),
            _number(card_change.c.before),
            _number(card_change.c.after),
        ).where(
            dialect.ids_in(card_change.c.card_id, cards.ids.tolist()),
            card_change.c.field.in_(("specific", "expires")),
            card_change.c.observed_at >= seconds(midnight(first)),
        )
        found = read_numbers(connection, asked)
        _, ids, at, self._what, before, after = found[:, np.argsort(found[0])]
        self._places = np.searchsorted(cards.ids, ids)
        self._days = days_of_seconds(at)
        expiry = self._what == _EXPIRES
        self._before = np.where(expiry, days_of_seconds(before), before)
        self._after = np.where(expiry, days_of_seconds(after), after)

    def undo_all(self, cards: Cards) -> None:
        """Make the cards what they were before the first of the changes."""
        # Where a card comes twice the last assignment stays: backwards, the oldest value.
        for what, held in ((_SPECIFIC, cards.specific), (_EXPIRES, cards.expires)):
            mine = np.flatnonzero(self._what == what)[::-1]
            held[self._places[mine]] = self._before[mine]

    def apply(self, cards: Cards, day: int) -> tuple[Became, int]:
        """Let the changes of one day happen: of status, and how many of expiry."""
        today = np.flatnonzero(self._days == day)
        status = today[self._what[today] == _SPECIFIC]
        expiry = today[self._what[today] == _EXPIRES]
        cards.specific[self._places[status]] = self._after[status]
        cards.expires[self._places[expiry]] = self._after[expiry]
        return Became(self._places[status], self._after[status]), len(expiry)


def _number(column: Any) -> Any:  # noqa: ANN401 - columns of the driver
    return func.coalesce(cast(column, Integer), NOTHING)


class _Used:
    """Running sums of daily usage: what was used between any two days is one subtraction."""

    def __init__(self, connection: Connection, cards: Cards, first: date, last: date) -> None:
        longest = int(cards.cycle_months.max(initial=1))
        begin, end = Month.of(first).plus(1 - longest), Month.of(last)
        self._first = day_number(begin.first)
        days = _Months(cards, begin, end)
        days.read(connection, cards.ids, Month.of(first), end)
        # Only long cycles reach back behind the first month.
        days.read(connection, cards.ids[cards.cycle_months > 1], begin, Month.of(first).plus(-1))
        kb = days.in_a_row()
        self._known = kb != UNKNOWN_DAY
        kb[~self._known] = 0
        self._sums = np.zeros((len(cards), kb.shape[1] + 1), np.int64)
        np.cumsum(kb, axis=1, out=self._sums[:, 1:])
        self._rows = np.arange(len(cards))

    def between(self, since: Whole, day: int) -> Whole:
        start = np.clip(since, self._first, day) - self._first
        return np.asarray(self._sums[:, day - self._first] - self._sums[self._rows, start])

    def unknown(self, since: Whole, day: int) -> Mask:
        begin, end = int(since.min(initial=day)) - self._first, day - self._first
        asked = np.arange(begin, end) >= (since - self._first)[:, np.newaxis]
        return np.asarray((asked & ~self._known[:, begin:end]).any(axis=1))


class _Months:
    """KB by card, month and day of the month, filled from the stored blobs."""

    def __init__(self, cards: Cards, begin: Month, end: Month) -> None:
        self._ids = cards.ids
        self._months = list(begin.until(end))
        self._places = {month_number(month): place for place, month in enumerate(self._months)}
        self._days = np.full((len(cards), len(self._months), 31), UNKNOWN_DAY, np.uint32)

    def read(self, connection: Connection, ids: Whole, begin: Month, end: Month) -> None:
        """Fill in what is stored of these cards from `begin` to `end`."""
        if not len(ids) or end < begin:
            return
        asked = select(usage.c.card_id, usage.c.month, usage.c.days).where(
            dialect.ids_in(usage.c.card_id, ids.tolist()),
            usage.c.month.between(month_number(begin), month_number(end)),
        )
        found = connection.execute(asked)
        while rows := found.fetchmany(_ROWS):
            card_ids, numbers, packed = zip(*rows, strict=True)
            cards = np.searchsorted(self._ids, np.array(card_ids))
            months = [self._places[number] for number in numbers]
            self._days[cards, months] = np.frombuffer(b"".join(packed), "<u4").reshape(-1, 31)

    def in_a_row(self) -> Days:
        """KB by card and day, from the first day of the first month on without gaps."""
        real = np.concatenate([np.arange(31) < month.days for month in self._months])
        return np.ascontiguousarray(self._days.reshape(len(self._ids), -1)[:, real])
