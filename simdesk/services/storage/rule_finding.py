"""What one check of one rule finds among the cards as they are now."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import ColumnElement, Connection, Integer, and_, cast, func, select

from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.periods import midnight
from simdesk.models.rules import (
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    Push,
    Rule,
    StatusBecomes,
    TierShare,
)
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.rule_measure import may_notify, measure
from simdesk.services.storage.rule_store import last_change
from simdesk.services.storage.side_by_side import (
    NOTHING,
    Cards,
    Mask,
    Whole,
    day_of,
    day_of_moment,
    days_of_seconds,
    in_group,
    last_of_each,
    read_numbers,
)
from simdesk.services.storage.tables import card, card_change, notification, trigger_record


@dataclass(frozen=True, slots=True)
class Found:
    """Cards that met a rule's condition, side by side; `notified` says which may be told of.

    `changes` are the observed changes behind them, in their order, for status rules; `NOTHING`
    for others. `seen_change` is the last observed change there was.
    """

    ids: Whole
    measured: Whole
    notified: Mask
    changes: Whole
    seen_change: int

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def told(self) -> int:
        """How many cards the notification is about."""
        return int(self.notified.sum())

    @property
    def told_ids(self) -> frozenset[int]:
        return frozenset(self.ids[self.notified].tolist())


def find(connection: Connection, rule: Rule, now: datetime) -> Found:
    """Check a rule about cards at `now`, on one state of the desk.

    Of a state that lasts, a card is recorded once a day, unless the rule tells at every check.
    """
    day = day_of_moment(now)
    seen = last_change(connection)
    condition = rule.draft.condition
    if isinstance(condition, StatusBecomes):
        cards, measured, changes = _became(connection, rule, condition)
    else:
        cards, measured = _are(connection, rule.draft.group, condition, day)
        changes = np.full(len(cards), NOTHING)
        if rule.draft.push is not Push.CHECK:
            new = ~np.isin(cards.ids, _recorded_on(connection, rule, day))
            cards, measured, changes = cards.only(new), measured[new], changes[new]
    began = cards.cycle_begins(day)
    last = _last_told(connection, rule, cards, began, day)
    notified = may_notify(rule.draft.push, began, day, last)
    return Found(cards.ids, measured, notified, changes, seen)


def _are(
    connection: Connection, group: Group, condition: Condition, day: int
) -> tuple[Cards, Whole]:
    likely = and_(in_group(group), card.c.status != CANCELLED_CODE, _likely(condition, day))
    cards = Cards.read(connection, likely)
    met, measured = measure(condition, cards, day, cards.cycle_begins(day))
    return cards.only(met), measured[met]


def _likely(condition: Condition, day: int) -> ColumnElement[bool]:
    """Narrows in SQL what `measure` then decides, so that an index can serve."""
    match condition:
        case CycleUsage(kb=kb):
            return card.c.cycle_usage_kb >= kb
        case TierShare(percent=percent):
            return card.c.cycle_usage_kb * 100 >= card.c.tier_kb * percent
        case ExpiresWithin(days=days):
            first, end = (seconds(midnight(day_of(day + more))) for more in (0, days + 1))
            return card.c.expires_at.between(first, end - 1)
    raise TypeError(condition)


def _became(
    connection: Connection, rule: Rule, condition: StatusBecomes
) -> tuple[Cards, Whole, Whole]:
    """Each card's last change into one of the statuses, in the order they were observed."""
    codes = dialect.ids_in(cast(card_change.c.after, Integer), map(int, condition.statuses))
    asked = (
        select(card_change.c.id, card_change.c.card_id, cast(card_change.c.after, Integer))
        .join_from(card_change, card)
        .where(
            card_change.c.id > rule.checked_change,
            card_change.c.field == "specific",
            codes,
            in_group(rule.draft.group),
        )
    )
    changes, ids, after = read_numbers(connection, asked)
    last = last_of_each(ids, changes)
    cards = Cards.read(connection, dialect.ids_in(card.c.id, ids[last].tolist()))
    # `last` goes by card, as the cards do; what is kept goes by change.
    by_change = np.argsort(changes[last])
    return cards.only(by_change), after[last][by_change], changes[last][by_change]


def _recorded_on(connection: Connection, rule: Rule, day: int) -> Whole:
    since = max(seconds(midnight(day_of(day))), seconds(rule.watching_since))
    asked = select(trigger_record.c.card_id).where(
        trigger_record.c.rule_id == rule.id,
        trigger_record.c.at >= since,
        trigger_record.c.card_id.is_not(None),
    )
    return read_numbers(connection, asked).ravel()


def _last_told(connection: Connection, rule: Rule, cards: Cards, began: Whole, day: int) -> Whole:
    """The day each card was last told of by this rule as it is; `NOTHING` for never."""
    told = np.full(len(cards), NOTHING)
    if rule.draft.push is Push.CHECK or not len(cards):
        return told
    earliest = day if rule.draft.push is Push.DAY else int(began.min())
    since = max(seconds(midnight(day_of(earliest))), seconds(rule.watching_since))
    notices = select(notification.c.id).where(
        notification.c.rule_id == rule.id, notification.c.at >= since
    )
    asked = (
        select(trigger_record.c.card_id, func.max(trigger_record.c.at).label("at"))
        .where(trigger_record.c.notification_id.in_(notices), trigger_record.c.card_id.is_not(None))
        .group_by(trigger_record.c.card_id)
    )
    ids, at = read_numbers(connection, asked)
    order = np.argsort(ids)
    place = np.searchsorted(ids, cards.ids, sorter=order)
    known = place < len(ids)
    rows = order[place[known]]
    same = ids[rows] == cards.ids[known]
    told[np.flatnonzero(known)[same]] = days_of_seconds(at[rows[same]])
    return told
