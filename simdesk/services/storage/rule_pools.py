"""How much of a same-tier pool was used, day by day, from the stored days of its cards.

The pool of a month is its active cards times the tier (domain.md 3.3): a card joins when it is
activated and leaves when it is stopped or cancelled; what it used in the month stays counted. Test
and silent cards neither share nor add. A yearly tier is a quota of the year (9, row 8): active
cards count with what they used in their running cycle.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from sqlalchemy import Connection

from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.services.storage.past import Past
from simdesk.services.storage.side_by_side import NOTHING, Whole, first_days, months_of

_IN_POOL = (SimStatus.IN_USE, SimStatus.SUSPENDED)
_OUTSIDE = [int(one) for one in SpecificStatus if one.parent not in _IN_POOL]


def pool_days(
    connection: Connection, ids: Sequence[int], first: date, last: date
) -> tuple[Whole, Whole]:
    """KB that these cards had used of their pool by 00:00 of each day, and how many were active.

    For portions of a voucher's cards, to be added up.
    """
    past = Past(connection, ids, first, last)
    used = np.zeros(past.last - past.first + 1, np.int64)
    active = np.zeros_like(used)
    for place, today in enumerate(past.days()):
        cards = today.cards
        joined = (cards.activated != NOTHING) & (cards.activated <= today.day)
        # A card that is active now was not before its activation, observed or not.
        shares = ~np.isin(cards.specific, _OUTSIDE) & (cards.activated <= today.day)
        month = first_days(months_of(np.array([today.day])))[0]
        since = np.where((cards.cycle_months > 1) & shares, today.began, month)
        spent = past.used(np.maximum(since, cards.activated), today.day)
        used[place] = spent[joined].sum()
        active[place] = shares.sum()
    return used, active


def percents(used: Whole, active: Whole, tier_kb: int) -> list[int | None]:
    """Percent used, rounded down; None while there is no pool."""
    total = active * tier_kb
    return [
        None if whole == 0 else int(spent) * 100 // int(whole)
        for spent, whole in zip(used.tolist(), total.tolist(), strict=True)
    ]


def no_days(first: date, last: date) -> tuple[Whole, Whole]:
    """Of no cards: what portions are added to."""
    none = np.zeros((last - first).days + 1, np.int64)
    return none, none
