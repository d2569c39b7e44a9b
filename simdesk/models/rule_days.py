"""What a rule sees on one day, said once for a card: the vectorised twin is held against this.

A check on day D sees usage up to 24:00 of the day before, in the plan cycle that holds D: on a
cycle's first day nothing is used yet. It sees expiry by D's date, and status changes on the day
they were observed. Days are those of Asia/Shanghai (domain.md 2.3; 9, rows 7, 8).
"""

from datetime import date, timedelta

from simdesk.models.card import CardFacts, CardRow
from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.periods import Month, cycle_of, local
from simdesk.models.rules import (
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    PoolShare,
    Push,
    StatusBecomes,
    TierShare,
)

ANY_JANUARY = date(2000, 1, 1)
"""Cycles of cards that have no plan yet are counted from here."""


def concerns(group: Group, row: CardRow) -> bool:
    """Whether a card is in the group."""
    match group.kind:
        case GroupKind.ALL:
            return True
        case GroupKind.VOUCHER:
            return row.facts.voucher == group.value
        case GroupKind.TAG:
            return group.value in row.tags


def cycle_begins(facts: CardFacts, day: date) -> date:
    """First day of the plan cycle a card is in on `day`.

    The day after an expiry begins a cycle, which stays true after a restart in another month;
    without expiry cycles count from the activation. A pool's cycle is the month.
    """
    months = 1 if facts.plan_type.pooled else facts.cycle.months
    anchor = ANY_JANUARY
    if facts.expires_at is not None:
        anchor = local(facts.expires_at).date() + timedelta(days=1)
    elif facts.activated_at is not None:
        anchor = local(facts.activated_at).date()
    return cycle_of(anchor, months, day)[0]


def pool_cycle_begins(day: date) -> date:
    """Pools are counted by calendar month (domain.md 9, row 7)."""
    return Month.of(day).first


def measured(condition: Condition, facts: CardFacts, day: date) -> int | None:
    """What a check on `day` measures of a card that meets the condition; None where it does not.

    KB, percent rounded down, or days left. A cancelled card meets none of these; one that is not
    activated has no plan cycle; usage told in an earlier cycle says nothing of this one. Raises
    TypeError for conditions that are not about a card's present state.
    """
    if facts.status == CANCELLED_CODE:
        return None
    match condition:
        case CycleUsage(kb=kb):
            used = _used(facts, day)
            return used if used is not None and used >= kb else None
        case TierShare(percent=percent):
            used = _used(facts, day)
            if used is None or not facts.plan_type.single_card or not facts.tier_kb:
                return None
            share = used * 100 // facts.tier_kb
            return share if share >= percent else None
        case ExpiresWithin(days=days):
            if facts.expires_at is None:
                return None
            left = (local(facts.expires_at).date() - day).days
            return left if 0 <= left <= days else None
        case StatusBecomes() | PoolShare():
            raise TypeError(condition)


def _used(facts: CardFacts, day: date) -> int | None:
    if facts.activated_at is None or local(facts.activated_at).date() > day:
        return None
    fresh = local(facts.usage_as_of).date() >= cycle_begins(facts, day)
    return facts.cycle_usage_kb if fresh else None


def lets_notify(push: Push, cycle_began: date, day: date, last: date | None) -> bool:
    """Whether a check on `day` may tell of a card last told of on `last`, None for never."""
    match push:
        case Push.CYCLE:
            return last is None or last < cycle_began
        case Push.DAY:
            return last is None or last < day
        case Push.CHECK:
            return True
