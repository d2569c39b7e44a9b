"""What can be done to an operation as it stands: the table, by hand."""

from dataclasses import replace

import pytest

from simdesk.models.action import Action
from simdesk.models.operation_steps import Step, failures, left, one_way, persons, step_blocked
from simdesk.models.operations import (
    Hold,
    ItemState,
    OperationRow,
    OperationState,
    Request,
    count_by_state,
)
from tests.factories import a_moment

S = ItemState
RUNNING = OperationRow(
    "one",
    Request(Action.SUSPEND),
    OperationState.RUNNING,
    "li",
    a_moment(),
    None,
    count_by_state([S.DONE] * 3 + [S.PLANNED] * 2),
)
PAUSED = replace(RUNNING, hold=Hold.PAUSED)
WAITING = replace(RUNNING, hold=Hold.WAITING)
STOPPING = replace(RUNNING, state=OperationState.STOPPING)
STOPPED = replace(
    RUNNING,
    state=OperationState.STOPPED,
    counts=count_by_state([S.DONE, S.FAILED, S.NOT_APPLIED, S.WITHDRAWN]),
)
FINISHED = replace(RUNNING, state=OperationState.FINISHED, counts=count_by_state([S.DONE]))
REFUSED = replace(FINISHED, counts=count_by_state([S.FAILED]))
DOUBTFUL = replace(FINISHED, counts=count_by_state([S.DONE, S.UNKNOWN, S.NEEDS_HUMAN]))
ACCEPTED = replace(RUNNING, counts=count_by_state([S.ACCEPTED]))


@pytest.mark.parametrize(
    ("row", "steps"),
    [
        (RUNNING, {Step.PAUSE, Step.STOP}),
        (PAUSED, {Step.CARRY_ON, Step.STOP}),
        (WAITING, {Step.STOP}),
        (STOPPING, set()),
        (STOPPED, {Step.RETRY, Step.REVERSE}),
        (FINISHED, {Step.REVERSE}),
        (REFUSED, {Step.RETRY}),
        (DOUBTFUL, {Step.REVERSE, Step.LOOK}),
        (ACCEPTED, {Step.PAUSE, Step.STOP, Step.LOOK}),
    ],
)
def test_what_is_possible(row: OperationRow, steps: set[Step]) -> None:
    assert {step for step in Step if step_blocked(row, step) is None} == steps


@pytest.mark.parametrize(
    ("action", "why"),
    [
        (Action.SUSPEND, None),
        (Action.RESUME, None),
        (Action.USAGE_LIMIT, None),
        (Action.AUTO_REBIND, None),
        (Action.AUTO_RENEW_ON, None),
        (Action.AUTO_RENEW_OFF, None),
        (Action.RENEW, "What is paid is not given back."),
        (Action.ADD_ON, "What is paid is not given back."),
        (Action.CANCEL, "A cancelled account cannot be restored."),
        (Action.FORCE_ACTIVATE, "An activation cannot be taken back."),
        (Action.RESUME_USE, "A lifted device lock cannot be put back."),
    ],
)
def test_what_can_be_reversed(action: Action, why: str | None) -> None:
    found = one_way(action)
    assert (None if found is None else str(found)) == why


def test_what_is_counted() -> None:
    assert (left(RUNNING), failures(STOPPED), persons(DOUBTFUL)) == (2, 2, 1)
    waiting = step_blocked(WAITING, Step.CARRY_ON)
    assert str(waiting) == "It has not begun: until its time it can be revoked."
