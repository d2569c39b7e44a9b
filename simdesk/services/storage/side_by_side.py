"""Many cards side by side, column by column, as a check of rules reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select, true

from simdesk.models.rules import Group, GroupKind
from simdesk.models.voucher import PlanType
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.id_lists import numbers_in
from simdesk.services.storage.tables import card, card_tag, tag

Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]

NOTHING = -1
"""What stands where a card has no such value."""
_DAY = 86_400
_SHANGHAI = 8 * 3_600
"""Seconds east of UTC; Asia/Shanghai has had no summer time since 1991."""
_EPOCH = date(1970, 1, 1)


def read_numbers(
    connection: Connection, asked: Select[Any], values: Mapping[str, object] | None = None
) -> Whole:
    """The columns of a query of whole numbers without NULLs, one array each."""
    width = len(asked.selected_columns)
    joined = str(connection.scalar(dialect.lines_joined(asked), dict(values or {})) or "")
    return np.ascontiguousarray(numbers_in(joined).reshape(-1, width).T)


def day_number(day: date) -> int:
    """Days since 1970."""
    return (day - _EPOCH).days


def day_of(number: int) -> date:
    return date.fromordinal(_EPOCH.toordinal() + number)


def days_of_seconds(stored: Whole) -> Whole:
    """The days in Asia/Shanghai of moments as stored; nothing stays nothing."""
    return np.where(stored == NOTHING, NOTHING, (stored + _SHANGHAI) // _DAY)


def day_of_moment(moment: datetime) -> int:
    return (seconds(moment) + _SHANGHAI) // _DAY


def months_of(days: Whole) -> Whole:
    """Months since 1970 of days since 1970."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def first_days(months: Whole) -> Whole:
    """The first day of each month."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def last_of_each(ids: Whole, order: Whole) -> Whole:
    """Places of the last row, by `order`, of each id; ids ascending."""
    places = np.lexsort((order, ids))
    ends = np.ones(len(ids), np.bool_)
    ends[:-1] = ids[places][1:] != ids[places][:-1]
    return np.asarray(places[ends])


def in_group(group: Group) -> ColumnElement[bool]:
    """What a row of `card` must fulfil to be in the group."""
    match group.kind:
        case GroupKind.ALL:
            return true()
        case GroupKind.VOUCHER:
            # The index disregards case; vouchers do not.
            return and_(
                dialect.uncased(card.c.voucher) == group.value, card.c.voucher == group.value
            )
        case GroupKind.TAG:
            named = select(tag.c.id).where(tag.c.name == group.value)
            return card.c.id.in_(select(card_tag.c.card_id).where(card_tag.c.tag_id.in_(named)))


def _told(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(column, NOTHING)


_POOLED = [one.value for one in PlanType if one.pooled]
_SINGLE = [one.value for one in PlanType if one.single_card]
COLUMNS = (
    card.c.id,
    card.c.specific,
    card.c.cycle_usage_kb,
    card.c.usage_as_of,
    case((card.c.plan_type.in_(_SINGLE), _told(card.c.tier_kb)), else_=NOTHING).label("tier"),
    case((card.c.plan_type.in_(_POOLED), 1), else_=card.c.cycle - 1100).label("months"),
    _told(card.c.activated_at).label("activated"),
    _told(card.c.expires_at).label("expires"),
)


@dataclass(slots=True)
class Cards:
    """Cards side by side, as a check on one day sees them; `NOTHING` for what is not there.

    Sizes are KB, days are days since 1970. `usage_day` is the day whose 00:00 usage runs up to;
    `tier_kb` is told for single-card plans alone; `cycle_months` is 1 for pools.
    """

    ids: Whole
    specific: Whole
    usage_kb: Whole
    usage_day: Whole
    tier_kb: Whole
    cycle_months: Whole
    activated: Whole
    expires: Whole

    @classmethod
    def read(cls, connection: Connection, wanted: ColumnElement[bool]) -> Self:
        """The cards that fulfil `wanted`, by id."""
        found = read_numbers(connection, select(*COLUMNS).where(wanted))
        found = found[:, np.argsort(found[0])]
        ids, specific, usage, as_of, tier, months, activated, expires = found
        return cls(
            ids,
            specific,
            usage,
            days_of_seconds(as_of),
            tier,
            months,
            days_of_seconds(activated),
            days_of_seconds(expires),
        )

    def __len__(self) -> int:
        return len(self.ids)

    def only(self, which: Mask | Whole) -> Self:
        """The cards of a mask, or at these places in that order."""
        return type(self)(*(getattr(self, one.name)[which] for one in fields(self)))

    def anchors(self) -> Whole:
        """A month, counted from 1970, in which a plan cycle of each card begins."""
        activated = np.where(self.activated == NOTHING, 0, months_of(self.activated))
        return np.where(self.expires == NOTHING, activated, months_of(self.expires + 1))

    def cycle_begins(self, day: int, anchors: Whole | None = None) -> Whole:
        """First day of each card's plan cycle on `day` (`models.rule_days.cycle_begins`).

        `anchors` may be given by who keeps them.
        """
        month = months_of(np.array([day]))[0]
        passed = (month - (self.anchors() if anchors is None else anchors)) % self.cycle_months
        first = first_days(month - np.arange(int(self.cycle_months.max(initial=1))))
        return np.asarray(first[passed])
