"""A rule tried on the days behind us: which cards would have fired when, and been told of.

It says what the live check would have recorded (`rule_finding`) if it had run once on each of
those days after the day's last sync, starting on the first day with nobody told before. The two
share what they measure (`rule_measure`), the plan cycle and the push rule. They may differ where

- a day had no sync and check: the live check saw the usage of an earlier day, or nothing;
- a day had several: a rule that tells at every check is counted once, a status that changed twice
  is recorded twice by the live checks;
- something changed after a day's check: it counts for that day here, for the next one there;
- the provider counts a cycle otherwise than as the sum of its days (`Trial.uneven` cards), or days
  are not known (`Trial.unknown` cards);
- tags, vouchers or tiers were others then: they are taken as they are now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from sqlalchemy import Connection, func, select

from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.periods import midnight
from simdesk.models.rules import (
    Condition,
    CycleUsage,
    Group,
    Push,
    RuleDraft,
    StatusBecomes,
    TierShare,
)
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import moment_or_none, seconds
from simdesk.services.storage.past import Past, PastDay
from simdesk.services.storage.rule_measure import may_notify, measure
from simdesk.services.storage.side_by_side import (
    NOTHING,
    Cards,
    Mask,
    Whole,
    in_group,
    last_of_each,
    read_numbers,
)
from simdesk.services.storage.tables import card, card_change

PORTION = 4_000
"""Cards walked through their past together."""


@dataclass(frozen=True, slots=True)
class Firing:
    """What would have fired on one day: cards side by side."""

    day: int
    ids: Whole
    measured: Whole
    notified: Mask


@dataclass(frozen=True, slots=True)
class Trial:
    """What a portion of cards would have done, one row for each card that fired at all.

    `fired` and `notified` have a column for each day. `measured` is of the first firing.
    `unknown` cards have days without known usage, `uneven` ones a cycle that the provider counts
    otherwise than as the sum of its days, `retiered` ones another tier than at the beginning.
    """

    ids: Whole
    fired: Mask
    notified: Mask
    measured: Whole
    unknown: int = 0
    uneven: int = 0
    retiered: int = 0

    def by_day(self) -> list[tuple[int, int]]:
        """For each day how many cards fired, and how many were told of."""
        sums = self.fired.sum(axis=0).tolist(), self.notified.sum(axis=0).tolist()
        return list(zip(*sums, strict=True))

    def ids_on(self, place: int | None) -> tuple[int, ...]:
        """The cards that fired on the day at `place`, None for any day."""
        ids = self.ids if place is None else self.ids[self.fired[:, place]]
        return tuple(ids.tolist())

    def first_rows(self, limit: int, place: int | None) -> list[tuple[int, int, int, int, int]]:
        """Of the cards that fired first: id, place of that day, days, notices, what was measured.

        In the order they fired, then by id; where `place` is given those that fired on that day.
        """
        begun = self.fired.argmax(axis=1)
        rows = np.lexsort((self.ids, begun))
        if place is not None:
            rows = rows[self.fired[rows, place]]
        rows = rows[:limit]
        columns = (
            self.ids[rows],
            begun[rows],
            self.fired[rows].sum(axis=1),
            self.notified[rows].sum(axis=1),
            self.measured[rows],
        )
        return list(zip(*(column.tolist() for column in columns), strict=True))


def joined(trials: Sequence[Trial], days: int) -> Trial:
    """The trials of several portions as one."""
    none = np.zeros((0, days), np.bool_)
    nobody = np.zeros(0, np.int64)
    return Trial(
        np.concatenate([nobody, *(one.ids for one in trials)]),
        np.concatenate([none, *(one.fired for one in trials)]),
        np.concatenate([none, *(one.notified for one in trials)]),
        np.concatenate([nobody, *(one.measured for one in trials)]),
        sum(one.unknown for one in trials),
        sum(one.uneven for one in trials),
        sum(one.retiered for one in trials),
    )


def ids_of_group(connection: Connection, group: Group) -> list[int]:
    """The cards of a group, cancelled ones included, ascending."""
    asked = select(card.c.id).where(in_group(group))
    ids: list[int] = np.sort(read_numbers(connection, asked).ravel()).tolist()
    return ids


def observed_since(connection: Connection) -> datetime | None:
    """When a sync first observed a change; None when none ever did."""
    return moment_or_none(connection.scalar(select(func.min(card_change.c.observed_at))))


def firings(past: Past, condition: Condition, push: Push) -> Iterator[Firing]:
    """Walk through the past day by day."""
    last = np.full(len(past.now), NOTHING)
    for today in past.days():
        met, measured = _met(condition, today)
        notified = met & may_notify(push, today.began, today.day, last)
        last[notified] = today.day
        yield Firing(today.day, today.cards.ids[met], measured[met], notified[met])


def _met(condition: Condition, today: PastDay) -> tuple[Mask, Whole]:
    if not isinstance(condition, StatusBecomes):
        return measure(condition, today.cards, today.day, today.began)
    met = np.zeros(len(today.cards), np.bool_)
    measured = np.full(len(today.cards), NOTHING)
    wanted = np.isin(today.became.codes, [int(one) for one in condition.statuses])
    places, codes = today.became.places[wanted], today.became.codes[wanted]
    last = last_of_each(places, np.arange(len(places)))
    met[places[last]] = True
    measured[places[last]] = codes[last]
    return met, measured


def try_portion(
    connection: Connection, draft: RuleDraft, ids: Sequence[int], first: date, last: date
) -> Trial:
    """Try a rule about cards on the days from `first` to `last`, both included."""
    usage = isinstance(draft.condition, CycleUsage | TierShare)
    past = Past(connection, ids, first, last, with_usage=usage)
    shape = (len(past.now), past.last - past.first + 1)
    fired, notified = np.zeros(shape, np.bool_), np.zeros(shape, np.bool_)
    measured = np.full(shape[0], NOTHING)
    for firing in firings(past, draft.condition, draft.push):
        places, column = np.searchsorted(past.now.ids, firing.ids), firing.day - past.first
        anew = ~fired[places].any(axis=1)
        measured[places[anew]] = firing.measured[anew]
        fired[places, column] = True
        notified[places, column] = firing.notified
    ever = fired.any(axis=1)
    unknown, uneven = _doubts(past) if usage else (0, 0)
    return Trial(
        past.now.ids[ever],
        fired[ever],
        notified[ever],
        measured[ever],
        unknown,
        uneven,
        _retiered(connection, ids, first),
    )


def _doubts(past: Past) -> tuple[int, int]:
    """Cards with unknown days, and cards whose cycle is not the sum of its known days."""
    now: Cards = past.now
    alive = (now.activated != NOTHING) & (now.specific != CANCELLED_CODE)
    unknown = alive & past.unknown()
    began = np.maximum(now.cycle_begins(past.last), now.activated)
    fresh = alive & (now.usage_day == past.last) & ~unknown
    uneven = fresh & (past.used(began, past.last) != now.usage_kb)
    return int(unknown.sum()), int(uneven.sum())


def _retiered(connection: Connection, ids: Sequence[int], first: date) -> int:
    asked = select(func.count(card_change.c.card_id.distinct())).where(
        dialect.ids_in(card_change.c.card_id, ids),
        card_change.c.field == "tier",
        card_change.c.observed_at >= seconds(midnight(first)),
    )
    return connection.execute(asked).scalar_one()
