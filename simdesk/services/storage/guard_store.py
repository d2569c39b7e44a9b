"""The bounds an operator set, and whether an act would pass them: in the transaction it is in."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select

from simdesk.models.audit import Audited
from simdesk.models.guards import CLOSING, GuardedAct, Guards, cap_obstacle, closing_obstacle
from simdesk.models.operations import ItemState, OperationState
from simdesk.models.orders import Money
from simdesk.models.outcomes import ACCEPTED_PATIENCE
from simdesk.models.periods import local, midnight
from simdesk.models.pool_figures import counts_in_pool
from simdesk.models.texts import Text
from simdesk.services.storage import ledger_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.dialect import ids_in
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import card, guard, op_item, operation

SUBJECT = "guards"
"""What the audit calls them."""
_CAP, _CLOSING = "daily_cap_minor", "daily_closing_percent"
CURRENCY = "CNY"
"""What the cap counts in; wallets of other currencies have none."""
_PATIENCE = ACCEPTED_PATIENCE + timedelta(days=1)
"""A little longer than an accepted act may take."""


def guards(connection: Connection) -> Guards:
    """The bounds that are set."""
    found = {row.name: row.value for row in connection.execute(_GUARDS)}
    cap = found.get(_CAP)
    return Guards(None if cap is None else Money(cap, CURRENCY), found.get(_CLOSING))


_GUARDS = select(guard)


def change(connection: Connection, new: Guards, auditor: Auditor) -> bool:
    """Set all bounds anew, and audit what they were. False when they are as before."""
    before = guards(connection)
    if before == new:
        return False
    connection.execute(delete(guard))
    rows = [
        {"name": name, "value": value} for name, value in _told(new).items() if value is not None
    ]
    if rows:
        connection.execute(insert(guard), rows)
    body = {"before": _told(before), "after": _told(new), "currency": CURRENCY}
    auditor.write(connection, Audited.GUARDS_CHANGED, SUBJECT, body)
    return True


def _told(bounds: Guards) -> dict[str, int | None]:
    return {
        _CAP: None if bounds.cap is None else bounds.cap.minor,
        _CLOSING: bounds.closing_percent,
    }


def violated(connection: Connection, act: GuardedAct, at: datetime) -> tuple[Text, ...]:
    """Why the act would pass a bound, in sentences; empty when it passes none.

    Ask in the transaction that writes the act, before it is written: of two at once the second
    then sees the first. `at` is business time.
    """
    bounds = guards(connection)
    found: list[Text | None] = []
    if bounds.cap is not None and act.cost is not None and act.cost.currency == CURRENCY:
        committed = ledger_store.standing(connection, at, CURRENCY).committed
        found.append(cap_obstacle(act.cost, committed, bounds.cap))
    if bounds.closing_percent is not None:
        for voucher, card_ids in sorted(act.closing.items()):
            found.append(_closing(connection, voucher, card_ids, at, bounds.closing_percent))
    return tuple(one for one in found if one is not None)


def _closing(
    connection: Connection, voucher: str, card_ids: Sequence[int], at: datetime, percent: int
) -> Text | None:
    closed = select(op_item.c.card_id).where(_closes_today(at))
    mine = card.c.voucher == voucher
    before = connection.execute(
        select(func.count())
        .select_from(card)
        .where(mine, card.c.id.in_(closed), ~ids_in(card.c.id, card_ids))
    ).scalar_one()
    active = 0
    for status, specific, in_hand, count in connection.execute(
        select(card.c.status, card.c.specific, card.c.id.in_(closed), func.count())
        .where(mine)
        .group_by(card.c.status, card.c.specific, card.c.id.in_(closed))
    ):
        if in_hand or counts_in_pool(status, specific):
            active += count
    return closing_obstacle(voucher, len(card_ids), before, active, percent)


def _closes_today(at: datetime) -> ColumnElement[bool]:
    """Items that suspended or cancelled a card today, may have, or are about to."""
    today = seconds(midnight(local(at).date()))
    closing = operation.c.action.in_([action.value for action in CLOSING])
    running = operation.c.state == OperationState.RUNNING.value
    of_closing = select(operation.c.id).where(closing)
    alive = of_closing.where(running)
    # What was asked long ago cannot have been settled today but by a person's word.
    late = of_closing.where(
        or_(running, operation.c.requested_at >= today - int(_PATIENCE.total_seconds()))
    )
    return or_(
        and_(op_item.c.state == ItemState.PLANNED.value, op_item.c.op_id.in_(alive)),
        and_(OPEN_ITEM, op_item.c.op_id.in_(of_closing)),
        and_(
            op_item.c.state == ItemState.DONE.value,
            op_item.c.settled_at >= today,
            op_item.c.op_id.in_(late),
        ),
    )
