"""An operation as a whole: held and let go, stopped, closed, and what a restart makes of it.

Every statement names the states it may leave, so that running it twice changes nothing, and is put
together once: these run all day, and to build one costs as much as to run it. Moments are seconds
of UTC in business time.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
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
_OF: BindParameter[str] = bindparam("of")
_THIS, _ITS_ITEM = operation.c.id == _OF, op_item.c.op_id == _OF


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
    asked = {"of": op_id}
    row = connection.execute(_OPERATION, asked).first()
    if row is None:
        return None
    by_state = {state: int(count) for state, count in connection.execute(_COUNTS, asked)}
    planned = by_state.pop(ItemState.PLANNED.value, 0)
    return Parked(
        row.id,
        row.request_json,
        row.requested_at,
        row.requested_at if row.send_until is None else row.send_until,
        None if row.hold is None else Hold(row.hold),
        planned,
        sum(by_state.values()),
        frozenset(connection.scalars(_CODES, asked)),
    )


_OPERATION = select(
    operation.c.id,
    operation.c.request_json,
    operation.c.requested_at,
    operation.c.send_until,
    operation.c.hold,
).where(_THIS, _RUNNING)
_COUNTS = select(op_item.c.state, func.count()).where(_ITS_ITEM).group_by(op_item.c.state)
_WITHOUT_EFFECT = (ItemState.FAILED.value, ItemState.UNKNOWN.value, ItemState.NOT_APPLIED.value)
_CODES = (
    select(func.coalesce(op_item.c.code, op_item.c.state))
    .where(_ITS_ITEM, op_item.c.state.in_(_WITHOUT_EFFECT))
    .distinct()
)


def pause(connection: Connection, op_id: str, why: str) -> bool:
    """Send nothing more of it until the operator's word. False when it was held, or is over."""
    return connection.execute(_PAUSE, {"of": op_id, "why": why}).rowcount == 1


_PAUSE = (
    update(operation)
    .where(_THIS, _RUNNING, operation.c.hold.is_(None))
    .values(hold=Hold.PAUSED.value, hold_reason=bindparam("why"))
)


def leave(connection: Connection, op_id: str, at: int, why: str) -> bool:
    """Nobody sends it at present: what is left is paused; with nothing left it is finished.

    True when it is paused now, and was not before.
    """
    if connection.scalar(_ONE_WAITING, {"of": op_id}) is None:
        close_operation(connection, op_id, at, False, "")
        return False
    return pause(connection, op_id, why)


def _waiting(op_id: ColumnElement[str]) -> Select[int]:
    """A row for every item of an operation that is still to be sent."""
    return select(literal(1)).where(op_item.c.op_id == op_id, op_item.c.state == "PLANNED")


_ONE_WAITING = _waiting(_OF).limit(1)


def let_go(connection: Connection, op_id: str, hold: Hold, send_until: int) -> bool:
    """It may be sent again, up to `send_until`. False when it is not held so."""
    asked = {"of": op_id, "held": hold.value, "until": send_until}
    return connection.execute(_LET_GO, asked).rowcount == 1


_UNHOLD = update(operation).where(_THIS, _RUNNING).values(hold=None, hold_reason=None)
_LET_GO = _UNHOLD.where(operation.c.hold == bindparam("held")).values(send_until=bindparam("until"))


def unhold(connection: Connection, op_id: str) -> None:
    """Take any hold off, for another one to be put on."""
    connection.execute(_UNHOLD, {"of": op_id})


def next_due(connection: Connection) -> tuple[str, int] | None:
    """The waiting operation whose time comes first, and when; None when none waits."""
    row = connection.execute(_NEXT_DUE).first()
    return None if row is None else (row.id, row.not_before)


_NEXT_DUE = (
    select(operation.c.id, operation.c.not_before)
    .where(_RUNNING, operation.c.hold == Hold.WAITING.value)
    .order_by(operation.c.not_before)
    .limit(1)
)


def ask_to_stop(connection: Connection, op_id: str) -> bool:
    """Note the wish before it is carried out. False when the operation is not running."""
    return connection.execute(_ASK_TO_STOP, {"of": op_id}).rowcount == 1


_ASK_TO_STOP = (
    update(operation)
    .where(_THIS, _RUNNING)
    .values(
        state=OperationState.STOPPING.value,
        stop_requested=True,
        hold=None,
        hold_reason=None,
    )
)
WITHDRAWN_AT_ONCE = 5000
"""Items that one transaction withdraws, where others are to write in between."""


def close_in_parts(connection: Connection, op_id: str, at: int, stopped: bool, why: str) -> bool:
    """Withdraw some of what still waits; with the last of it the operation is closed.

    True when there is more: call it again. Until then it is RUNNING or STOPPING, and what a crash
    leaves of it is found at the next start.
    """
    done = connection.execute(
        _WITHDRAW_SOME, {"of": op_id, "at": at, "why": why, "most": WITHDRAWN_AT_ONCE}
    )
    if done.rowcount == WITHDRAWN_AT_ONCE:
        return True
    _close(connection, op_id, stopped)
    return False


def close_operation(connection: Connection, op_id: str, at: int, stopped: bool, why: str) -> None:
    """Nothing more will be sent: what still waits is WITHDRAWN."""
    connection.execute(_WITHDRAW, {"of": op_id, "at": at, "why": why})
    _close(connection, op_id, stopped)


_WITHDRAW = (
    update(op_item)
    .where(_ITS_ITEM, op_item.c.state == "PLANNED")
    .values(
        state="WITHDRAWN",
        settled_at=bindparam("at"),
        next_try_at=None,
        reason=bindparam("why"),
    )
)
_WITHDRAW_SOME = _WITHDRAW.where(
    op_item.c.seq.in_(
        select(op_item.c.seq)
        .where(_ITS_ITEM, op_item.c.state == "PLANNED")
        .limit(bindparam("most"))
    )
)


def _close(connection: Connection, op_id: str, stopped: bool) -> None:
    state = OperationState.STOPPED if stopped else OperationState.FINISHED
    connection.execute(_CLOSE, {"of": op_id, "to": state.value})


_CLOSE = (
    update(operation)
    .where(_THIS, operation.c.state.in_(_GOING))
    .values(state=bindparam("to"), hold=None, hold_reason=None)
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
    connection.execute(_CUT_OFF, {"at": at, "alive": list(alive)})
    connection.execute(_DOUBT, {"why": why, "alive": list(alive)})
    return connection.scalar(_DOUBTFUL) or 0


_NOT_ALIVE: BindParameter[str] = bindparam("alive", expanding=True)
_SENDING = and_(OPEN_ITEM, op_item.c.state == "SENDING", op_item.c.op_id.not_in(_NOT_ALIVE))
_CUT_OFF = (
    update(attempt)
    .where(
        tuple_(attempt.c.op_id, attempt.c.seq).in_(
            select(op_item.c.op_id, op_item.c.seq).where(_SENDING)
        ),
        attempt.c.ended_at.is_(None),
    )
    .values(ended_at=bindparam("at"), outcome="interrupted")
)
_DOUBT = update(op_item).where(_SENDING).values(state="UNKNOWN", reason=bindparam("why"))
_DOUBTFUL = (
    select(func.count())
    .select_from(op_item)
    .where(OPEN_ITEM, op_item.c.state.in_(("UNKNOWN", "NEEDS_HUMAN")))
)


def _park_interrupted(
    connection: Connection, at: int, reasons: Interruptions, alive: Collection[str]
) -> None:
    for op_id, state in connection.execute(_LEFT, {"alive": list(alive)}).all():
        if state == OperationState.RUNNING.value:
            leave(connection, op_id, at, reasons.ended)
        else:
            close_operation(connection, op_id, at, True, reasons.stopped)


# Of one that was paused, the last item may have been in flight: nothing is left to go on with.
_ALL_SENT = and_(operation.c.hold == Hold.PAUSED.value, ~exists(_waiting(operation.c.id)))
_LEFT = select(operation.c.id, operation.c.state).where(
    operation.c.state.in_(_GOING),
    or_(operation.c.hold.is_(None), _ALL_SENT),
    operation.c.id.not_in(_NOT_ALIVE),
)


def park_overdue(connection: Connection, at: int, why: str) -> None:
    """At a start: what should have gone out while nobody was there asks first."""
    connection.execute(_PARK_OVERDUE, {"at": at, "why": why})


_PARK_OVERDUE = (
    update(operation)
    .where(
        _RUNNING, operation.c.hold == Hold.WAITING.value, operation.c.not_before <= bindparam("at")
    )
    .values(hold=Hold.PAUSED.value, hold_reason=bindparam("why"))
)
