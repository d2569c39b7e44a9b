"""What can be done to an operation as it stands, and why the rest cannot."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from simdesk.models.action import Action, Risk
from simdesk.models.operations import Hold, ItemState, OperationRow, OperationState
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class Step(StrEnum):
    """What an operator can do to a whole operation."""

    PAUSE = "pause"
    CARRY_ON = "carry_on"
    STOP = "stop"
    RETRY = "retry"
    REVERSE = "reverse"
    LOOK = "look"


_ENDED = text(QT_TRANSLATE_NOOP("trade", "It has ended."))
_STOPPING = text(QT_TRANSLATE_NOOP("trade", "It is being stopped."))
_RUNNING = text(QT_TRANSLATE_NOOP("trade", "It has not ended yet."))
_PAUSED = text(QT_TRANSLATE_NOOP("trade", "It is paused already."))
_NOT_PAUSED = text(QT_TRANSLATE_NOOP("trade", "It is not paused."))
_WAITING = text(QT_TRANSLATE_NOOP("trade", "It has not begun: until its time it can be revoked."))
_NO_FAILURE = text(QT_TRANSLATE_NOOP("trade", "No card was refused or left unchanged."))
_NO_DOUBT = text(QT_TRANSLATE_NOOP("trade", "No card is in doubt."))
_NOTHING_DONE = text(QT_TRANSLATE_NOOP("trade", "It changed no card."))
_PAID = text(QT_TRANSLATE_NOOP("trade", "What is paid is not given back."))
_FINAL = text(QT_TRANSLATE_NOOP("trade", "A cancelled account cannot be restored."))
_ACTIVATED = text(QT_TRANSLATE_NOOP("trade", "An activation cannot be taken back."))
_UNBOUND = text(QT_TRANSLATE_NOOP("trade", "A lifted device lock cannot be put back."))
_ONE_WAY = {Action.FORCE_ACTIVATE: _ACTIVATED, Action.RESUME_USE: _UNBOUND}


def step_blocked(row: OperationRow, step: Step) -> Text | None:
    """Why `step` is not possible now; None when it is."""
    return _BLOCKED[step](row)


def one_way(action: Action) -> Text | None:
    """Why what `action` did cannot be reversed; None when it can (reliability.md 4.10)."""
    if action.risk is Risk.FINAL:
        return _FINAL
    return _PAID if action.paid else _ONE_WAY.get(action)


def left(row: OperationRow) -> int:
    """Cards that are still to be sent."""
    return row.counts.get(ItemState.PLANNED, 0)


def failures(row: OperationRow) -> int:
    """Cards that were refused, or that the act left unchanged."""
    return _count(row, ItemState.FAILED, ItemState.NOT_APPLIED)


def persons(row: OperationRow) -> int:
    """Cards whose outcome only a person can find out."""
    return _count(row, ItemState.NEEDS_HUMAN)


def _count(row: OperationRow, *states: ItemState) -> int:
    return sum(row.counts.get(state, 0) for state in states)


def _over(row: OperationRow) -> bool:
    return row.state in (OperationState.STOPPED, OperationState.FINISHED)


def _moving(row: OperationRow) -> Text | None:
    """Why it neither sends nor will by itself or by the operator's word; None when it may."""
    if _over(row):
        return _ENDED
    return _STOPPING if row.state is OperationState.STOPPING else None


def _pause(row: OperationRow) -> Text | None:
    held = {Hold.PAUSED: _PAUSED, Hold.WAITING: _WAITING}
    return _moving(row) or (None if row.hold is None else held[row.hold])


def _carry_on(row: OperationRow) -> Text | None:
    if row.hold is Hold.WAITING:
        return _moving(row) or _WAITING
    return _moving(row) or (None if row.hold is Hold.PAUSED else _NOT_PAUSED)


def _retry(row: OperationRow) -> Text | None:
    if not _over(row):
        return _RUNNING
    return None if failures(row) else _NO_FAILURE


def _reverse(row: OperationRow) -> Text | None:
    blocked = one_way(row.request.action)
    if blocked is not None:
        return blocked
    if not _over(row):
        return _RUNNING
    return None if _count(row, ItemState.DONE) else _NOTHING_DONE


def _look(row: OperationRow) -> Text | None:
    return None if _count(row, ItemState.UNKNOWN, ItemState.ACCEPTED) else _NO_DOUBT


_BLOCKED: Mapping[Step, Callable[[OperationRow], Text | None]] = {
    Step.PAUSE: _pause,
    Step.CARRY_ON: _carry_on,
    Step.STOP: _moving,
    Step.RETRY: _retry,
    Step.REVERSE: _reverse,
    Step.LOOK: _look,
}
