"""An operation as a whole: held and let go, stopped, closed, and what a restart makes of it.

Every statement names the states it may leave, so that running it twice changes nothing. Moments
are seconds of UTC in business time.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    tuple_,
    update,
)

from simdesk.models.operations import Hold, ItemState, OperationState
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import attempt, op_item, operation

_GOING = (OperationState.RUNNING.value, OperationState.STOPPING.value)
_RUNNING = operation.c.state == OperationState.RUNNING.value


@dataclass(frozen=True, slots=True)
class Parked:
    """An operation about to be sent, or sent on: `planned` items wait, `dealt` are past that.

    `codes` are those its items failed with so far, or their states where they have none.
    """

    id: str
    request_json: str
    requested_at: int
    send_until: int
    hold: Hold | None
    planned: int
    dealt: int
    codes: frozenset[str]


def parked(connection: Connection, op_id: str) -> Parked | None:
    """A running operation with what is left of it; None when it is over, or unknown."""
    row = connection.execute(select(operation).where(operation.c.id == op_id, _RUNNING)).first()
    if row is None:
        return None
    counts = connection.execute(
        select(op_item.c.state, func.count())
        .where(op_item.c.op_id == op_id)
        .group_by(op_item.c.state)
    )
    by_state = {state: int(count) for state, count in counts}
    planned = by_state.pop(ItemState.PLANNED.value, 0)
    failed = (ItemState.FAILED.value, ItemState.UNKNOWN.value, ItemState.NOT_APPLIED.value)
    codes = select(func.coalesce(op_item.c.code, op_item.c.state)).where(
        op_item.c.op_id == op_id, op_item.c.state.in_(failed)
    )
    return Parked(
        row.id,
        row.request_json,
        row.requested_at,
        row.requested_at if row.send_until is None else row.send_until,
        None if row.hold is None else Hold(row.hold),
        planned,
        sum(by_state.values()),
        frozenset(connection.scalars(codes.distinct())),
    )


def pause(connection: Connection, op_id: str, why: str) -> bool:
    """Send nothing more of it until the operator's word. False when it was held, or is over."""
    done = connection.execute(
        update(operation)
        .where(operation.c.id == op_id, _RUNNING, operation.c.hold.is_(None))
        .values(hold=Hold.PAUSED.value, hold_reason=why)
    )
    return done.rowcount == 1


def leave(connection: Connection, op_id: str, at: int, why: str) -> bool:
    """Nobody sends it at present: what is left is paused; with nothing left it is finished.

    True when it is paused now, and was not before.
    """
    if connection.scalar(_waiting(op_id).limit(1)) is None:
        close_operation(connection, op_id, at, False, "")
        return False
    return pause(connection, op_id, why)


def _waiting(op_id: str | ColumnElement[str]) -> Select[int]:
    """A row for every item of an operation that is still to be sent."""
    return select(literal(1)).where(op_item.c.op_id == op_id, op_item.c.state == "PLANNED")


def let_go(connection: Connection, op_id: str, hold: Hold, send_until: int) -> bool:
    """It may be sent again, up to `send_until`. False when it is not held so."""
    done = connection.execute(
        update(operation)
        .where(operation.c.id == op_id, _RUNNING, operation.c.hold == hold.value)
        .values(hold=None, hold_reason=None, send_until=send_until)
    )
    return done.rowcount == 1


def unhold(connection: Connection, op_id: str) -> None:
    """Take any hold off, for another one to be put on."""
    connection.execute(
        update(operation)
        .where(operation.c.id == op_id, _RUNNING)
        .values(hold=None, hold_reason=None)
    )


def next_due(connection: Connection) -> tuple[str, int] | None:
    """The waiting operation whose time comes first, and when; None when none waits."""
    row = connection.execute(
        select(operation.c.id, operation.c.not_before)
        .where(_RUNNING, operation.c.hold == Hold.WAITING.value)
        .order_by(operation.c.not_before)
        .limit(1)
    ).first()
    return None if row is None else (row.id, row.not_before)


def ask_to_stop(connection: Connection, op_id: str) -> bool:
    """Note the wish before it is carried out. False when the operation is not running."""
    done = connection.execute(
        update(operation)
        .where(operation.c.id == op_id, _RUNNING)
        .values(
            state=OperationState.STOPPING.value,
            stop_requested=True,
            hold=None,
            hold_reason=None,
        )
    )
    return done.rowcount == 1


WITHDRAWN_AT_ONCE = 5000
"""Items that one transaction withdraws, where others are to write in between."""


def close_in_parts(connection: Connection, op_id: str, at: int, stopped: bool, why: str) -> bool:
    """Withdraw some of what still waits; with the last of it the operation is closed.

    True when there is more: call it again. Until then it is RUNNING or STOPPING, and what a crash
    leaves of it is found at the next start.
    """
    some = (
        select(op_item.c.seq)
        .where(op_item.c.op_id == op_id, op_item.c.state == "PLANNED")
        .limit(WITHDRAWN_AT_ONCE)
    )
    if _withdraw(connection, op_id, at, why, op_item.c.seq.in_(some)) == WITHDRAWN_AT_ONCE:
        return True
    _close(connection, op_id, stopped)
    return False


def close_operation(connection: Connection, op_id: str, at: int, stopped: bool, why: str) -> None:
    """Nothing more will be sent: what still waits is WITHDRAWN."""
    _withdraw(connection, op_id, at, why)
    _close(connection, op_id, stopped)


def _withdraw(
    connection: Connection, op_id: str, at: int, why: str, *which: ColumnElement[bool]
) -> int:
    done = connection.execute(
        update(op_item)
        .where(op_item.c.op_id == op_id, op_item.c.state == "PLANNED", *which)
        .values(state="WITHDRAWN", settled_at=at, next_try_at=None, reason=why)
    )
    return done.rowcount


def _close(connection: Connection, op_id: str, stopped: bool) -> None:
    state = OperationState.STOPPED if stopped else OperationState.FINISHED
    connection.execute(
        update(operation)
        .where(operation.c.id == op_id, operation.c.state.in_(_GOING))
        .values(state=state.value, hold=None, hold_reason=None)
    )


@dataclass(frozen=True, slots=True)
class Interruptions:
    """Sentences: for what was being sent, for what is left to send, for what was to stop."""

    in_doubt: str
    ended: str
    stopped: str


def recover(
    connection: Connection, at: int, reasons: Interruptions, alive: Collection[str] = ()
) -> int:
    """What nobody `alive` carries on: sends are in doubt, the rest waits for the operator's word.

    Returns how many items are in doubt.
    """
    _park_interrupted(connection, at, reasons, alive)
    return _doubt_cut_off(connection, at, reasons.in_doubt, alive)


def _doubt_cut_off(connection: Connection, at: int, why: str, alive: Collection[str]) -> int:
    """What was being sent by nobody who is `alive` is UNKNOWN. Returns how many are in doubt."""
    sending = and_(OPEN_ITEM, op_item.c.state == "SENDING", op_item.c.op_id.not_in(alive))
    cut_off = select(op_item.c.op_id, op_item.c.seq).where(sending)
    connection.execute(
        update(attempt)
        .where(tuple_(attempt.c.op_id, attempt.c.seq).in_(cut_off), attempt.c.ended_at.is_(None))
        .values(ended_at=at, outcome="interrupted")
    )
    connection.execute(update(op_item).where(sending).values(state="UNKNOWN", reason=why))
    doubtful = and_(OPEN_ITEM, op_item.c.state.in_(("UNKNOWN", "NEEDS_HUMAN")))
    return connection.scalar(select(func.count()).select_from(op_item).where(doubtful)) or 0


def _park_interrupted(
    connection: Connection, at: int, reasons: Interruptions, alive: Collection[str]
) -> None:
    # Of one that was paused, the last item may have been in flight: nothing is left to go on with.
    all_sent = and_(operation.c.hold == Hold.PAUSED.value, ~exists(_waiting(operation.c.id)))
    left = select(operation.c.id, operation.c.state).where(
        operation.c.state.in_(_GOING),
        or_(operation.c.hold.is_(None), all_sent),
        operation.c.id.not_in(alive),
    )
    for op_id, state in connection.execute(left).all():
        if state == OperationState.RUNNING.value:
            leave(connection, op_id, at, reasons.ended)
        else:
            close_operation(connection, op_id, at, True, reasons.stopped)


def park_overdue(connection: Connection, at: int, why: str) -> None:
    """At a start: what should have gone out while nobody was there asks first."""
    connection.execute(
        update(operation)
        .where(_RUNNING, operation.c.hold == Hold.WAITING.value, operation.c.not_before <= at)
        .values(hold=Hold.PAUSED.value, hold_reason=why)
    )
