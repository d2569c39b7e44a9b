"""The fleet counted for the Overview: few scans, whatever its size."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, or_, select

from simdesk.models import overview_questions as questions
from simdesk.models.deadlines import LOOK_AHEAD_DAYS
from simdesk.models.filters import CANCELLED_CODE, CardFilter, folded
from simdesk.models.overview_counting import Counted, Flagged, Group, SameTierUse
from simdesk.models.periods import EXPIRY_WARNING_DAYS, Month, midnight
from simdesk.models.pools import PoolReading
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.voucher import PlanType
from simdesk.services.storage import voucher_store, where
from simdesk.services.storage.codec import moment, moment_or_none, seconds
from simdesk.services.storage.derived_dates import AUTO_CANCEL, SILENT_ENDS
from simdesk.services.storage.tables import card, card_change

_KEYS = (
    card.c.specific,
    card.c.status,
    card.c.plan_type,
    card.c.cancellation_due,
    card.c.voucher,
)
"""In the order of an index that has them all: it alone is read."""
_ACTIVE = (SimStatus.IN_USE.value, SimStatus.SUSPENDED.value)
_STOPPED = questions.of_specific(SpecificStatus.STOPPED).with_term(questions.NOT_DUE)
_SILENT = questions.of_specific(SpecificStatus.SILENT_PERIOD)
_LISTED = card.c.not_listed_since.is_(None)
"""What the provider lists no more keeps its old usage for ever."""


def counted(connection: Connection, account: str, today: date) -> Counted:
    """The fleet on `today`, on one state of the file; readings are those of `account`."""
    month = Month.of(today)
    as_of, unread = _freshness(connection)
    return Counted(
        today,
        _groups(connection),
        _flagged(connection, today),
        _dated(connection, AUTO_CANCEL, _STOPPED, today),
        _dated(connection, SILENT_ENDS, _SILENT, today),
        _pool_use(connection),
        _cancelled_used(connection, month),
        _readings(connection, account, month),
        as_of,
        unread,
    )


def _groups(connection: Connection) -> tuple[Group, ...]:
    asked = select(*_KEYS, func.count(), func.min(card.c.id)).group_by(*_KEYS)
    return tuple(
        Group(status, specific, PlanType(plan), bool(due), voucher, cards, a_card)
        for specific, status, plan, due, voucher, cards, a_card in connection.execute(asked)
    )


def _flagged(connection: Connection, today: date) -> tuple[Flagged, ...]:
    """One scan: of the cards that any question may find, every question is asked."""
    asked = {
        name: where.condition(question.on(today)) for name, question in questions.FLAGS.items()
    }
    sums = [func.sum(case((condition, 1), else_=0)) for condition in asked.values()]
    keys = (card.c.plan_type, card.c.voucher)
    found = select(*keys, *sums).where(_worth_asking(today)).group_by(*keys)
    return tuple(
        Flagged(PlanType(plan), voucher, dict(zip(asked, counts, strict=True)))
        for plan, voucher, *counts in connection.execute(found)
    )


def _worth_asking(today: date) -> ColumnElement[bool]:
    """Said in few comparisons: a card that no flag's question can leave out by mistake."""
    in_use = card.c.status == SimStatus.IN_USE.value
    quiet_until = today - timedelta(days=min(questions.IDLE_DAYS) - 1)
    week_over = today + timedelta(days=EXPIRY_WARNING_DAYS + 1)
    return or_(
        card.c.expires_at.between(_second(today), _second(week_over)),
        in_use & (card.c.quiet_since <= _second(quiet_until)),
        in_use & (card.c.cycle_left_kb * 10 <= card.c.tier_kb * 3),
    )


def _second(day: date) -> int:
    return seconds(midnight(day))


def _freshness(connection: Connection) -> tuple[datetime | None, int]:
    """The oldest usage of the cards that are listed, and cards in use whose usage is unread."""
    unread = case(((card.c.status == SimStatus.IN_USE.value) & card.c.usage_at.is_(None), 1))
    asked = select(func.min(card.c.usage_as_of), func.count(unread)).where(
        card.c.status != CANCELLED_CODE, _LISTED
    )
    oldest, count = connection.execute(asked).one()
    return moment_or_none(oldest), count


def _pool_use(connection: Connection) -> dict[str, SameTierUse]:
    """Usage of the active cards of same-tier vouchers, by folded voucher."""
    asked = (
        select(
            card.c.voucher,
            func.sum(card.c.cycle_usage_kb),
            func.min(case((_LISTED, card.c.usage_as_of))),
        )
        .where(
            card.c.plan_type.in_([plan.value for plan in questions.SAME_TIER]),
            card.c.status.in_(_ACTIVE),
            card.c.specific != SpecificStatus.TEST_DEVICE_CHANGE.value,
        )
        .group_by(card.c.voucher)
    )
    found: dict[str, SameTierUse] = {}
    for voucher, used, as_of in connection.execute(asked):
        if as_of is not None:
            found[folded(voucher)] = SameTierUse(used, moment(as_of))
    return found


def _dated(
    connection: Connection, day: ColumnElement[Any], question: CardFilter, today: date
) -> dict[date, int]:
    """Cards by the day on which something happens to them, as far as is told ahead."""
    last = today + timedelta(days=LOOK_AHEAD_DAYS)
    # There are few such days: to work each card's out once, what is too far is left out here.
    asked = select(day, func.count()).where(where.condition(question)).group_by(day)
    found = {moment_or_none(stored): cards for stored, cards in connection.execute(asked)}
    return {at.date(): cards for at, cards in found.items() if at is not None and at.date() <= last}


def _cancelled_used(connection: Connection, month: Month) -> Mapping[str, int]:
    """Usage of the cards that this month's syncs found cancelled, by voucher in folded letters."""
    begins = _second(month.first)
    # Changes are written in order of time: the newest are read from the end.
    before = (
        select(card_change.c.id)
        .where(card_change.c.observed_at < begins)
        .order_by(card_change.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    gone = select(card_change.c.card_id).where(
        card_change.c.id > func.coalesce(before, 0),
        card_change.c.field == "specific",
        card_change.c.after == str(CANCELLED_CODE),
    )
    asked = (
        select(card.c.voucher, func.sum(card.c.cycle_usage_kb))
        .where(card.c.status == CANCELLED_CODE, card.c.id.in_(gone))
        .group_by(card.c.voucher)
    )
    found: dict[str, int] = {}
    for voucher, used in connection.execute(asked):
        found[folded(voucher)] = found.get(folded(voucher), 0) + used
    return found


def _readings(
    connection: Connection, account: str, month: Month
) -> tuple[tuple[PoolReading, datetime], ...]:
    at = voucher_store.read_moments(connection, account, month)
    told = voucher_store.readings(connection, account, month)
    return tuple((reading, at[reading.voucher]) for reading in told)
