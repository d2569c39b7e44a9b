"""When a cancellation goes out: a day to revoke it, and still before the 20th (domain.md 9, 10)."""

from datetime import datetime, time, timedelta

from simdesk.models.action import Action
from simdesk.models.periods import CANCELLATION_DEADLINE_DAY, ZONE, local, midnight

COOLING = timedelta(hours=24)
"""How long what cannot be undone waits, and can be revoked."""
_LAST_CALL = time(23, tzinfo=ZONE)


def goes_at(
    action: Action, asked: datetime, seconds: float, cooling: timedelta = COOLING
) -> datetime | None:
    """When the first of its sends goes out; None for at once.

    Sends that take `seconds` are to be over by 23:00 on the 19th where they were asked for in
    time; what is asked so late that nothing is left to wait goes at once.
    """
    if not action.irreversible or not cooling:
        return None
    at = asked + cooling
    today = local(asked).date()
    if today.day < CANCELLATION_DEADLINE_DAY:
        last_day = today.replace(day=CANCELLATION_DEADLINE_DAY - 1)
        at = min(at, datetime.combine(last_day, _LAST_CALL) - timedelta(seconds=seconds))
    return at if at > asked else None


def sent_before(action: Action, asked: datetime, until: datetime) -> datetime:
    """`until`, or the last second in which a cancellation asked for in time still is in time."""
    today = local(asked).date()
    if action is not Action.CANCEL or today.day >= CANCELLATION_DEADLINE_DAY:
        return until
    late = midnight(today.replace(day=CANCELLATION_DEADLINE_DAY))
    return min(until, late - timedelta(seconds=1))
