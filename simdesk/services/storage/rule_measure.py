"""Which of many cards meet a condition on a day: `models.rule_days`, vectorised (a test compares).

The check of today and the try on history both ask here; they differ only in where the columns come
from.
"""

import numpy as np

from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.rules import (
    Condition,
    CycleUsage,
    ExpiresWithin,
    PoolShare,
    Push,
    StatusBecomes,
    TierShare,
)
from simdesk.services.storage.side_by_side import NOTHING, Cards, Mask, Whole


def measure(condition: Condition, cards: Cards, day: int, began: Whole) -> tuple[Mask, Whole]:
    """Which cards meet the condition on `day`, and what is measured of each.

    `began` is the first day of the plan cycle each is in. Raises TypeError for conditions that are
    not about a card's present state.
    """
    alive = cards.specific != CANCELLED_CODE
    match condition:
        case CycleUsage(kb=kb):
            return alive & _told(cards, day, began) & (cards.usage_kb >= kb), cards.usage_kb
        case TierShare(percent=percent):
            tiered = cards.tier_kb > 0
            share = cards.usage_kb * 100 // np.where(tiered, cards.tier_kb, 1)
            return alive & _told(cards, day, began) & tiered & (share >= percent), share
        case ExpiresWithin(days=days):
            left = cards.expires - day
            near = (cards.expires != NOTHING) & (left >= 0) & (left <= days)
            return alive & near, left
        case StatusBecomes() | PoolShare():
            raise TypeError(condition)


def _told(cards: Cards, day: int, began: Whole) -> Mask:
    """Whether the usage told of a card is of the plan cycle it is in."""
    running = (cards.activated != NOTHING) & (cards.activated <= day)
    fresh: Mask = running & (cards.usage_day >= began)
    return fresh


def may_notify(push: Push, cycle_began: Whole, day: int, last: Whole) -> Mask:
    """Which cards may be told of on `day`; `last` is the day each was last told of."""
    match push:
        case Push.CYCLE:
            return np.asarray(last < cycle_began)
        case Push.DAY:
            return np.asarray(last < day)
        case Push.CHECK:
            return np.ones(len(last), np.bool_)
