"""States of an operation's items, requests and the commands they become (reliability.md 2, 4.1)."""

from datetime import datetime

import pytest

from simdesk.models.action import Action
from simdesk.models.commands import (
    AddOn,
    CancelAccount,
    CardRef,
    Command,
    ForceActivate,
    Renew,
    Resume,
    ResumeUse,
    SetAutoRebind,
    SetAutoRenew,
    SetUsageLimit,
    Suspend,
)
from simdesk.models.operations import (
    ITEM_MOVES,
    ActRequest,
    AddOnRequest,
    BlockedGroup,
    ItemState,
    LimitRequest,
    OperationRow,
    OperationState,
    Preview,
    PricedGroup,
    RebindRequest,
    RenewRequest,
    Request,
    command_for,
    count_by_state,
)
from simdesk.models.orders import Money
from simdesk.models.texts import Text
from tests.factories import a_moment

# From a state (rows) an item may go to (columns) where there is an x.
ALLOWED = """
            PLANNED SENDING ACCEPTED DONE FAILED UNKNOWN NOT_APPLIED NEEDS_HUMAN SKIPPED WITHDRAWN
PLANNED     .       x       .        .    .      .       .           .           x       x
SENDING     x       .       x        x    x      x       .           .           .       .
ACCEPTED    .       .       .        x    x      x       .           .           .       .
UNKNOWN     .       .       .        x    .      .       x           x           .       .
NEEDS_HUMAN .       .       .        x    .      .       x           .           .       .
DONE        .       .       .        .    .      .       .           .           .       .
FAILED      .       .       .        .    .      .       .           .           .       .
NOT_APPLIED .       .       .        .    .      .       .           .           .       .
SKIPPED     .       .       .        .    .      .       .           .           .       .
WITHDRAWN   .       .       .        .    .      .       .           .           .       .
"""
OPEN = {"SENDING", "ACCEPTED", "UNKNOWN", "NEEDS_HUMAN"}
FINAL = {"DONE", "FAILED", "NOT_APPLIED", "SKIPPED", "WITHDRAWN"}
CARD = CardRef("89860321000000015668", "123456")
PRICE = Money(500)


def test_items_move_as_the_picture_says() -> None:
    header, *rows = (line.split() for line in ALLOWED.strip().splitlines())
    picture = {
        ItemState(row[0]): {
            ItemState(name) for name, cell in zip(header, row[1:], strict=True) if cell == "x"
        }
        for row in rows
    }
    assert {state: set(to) for state, to in ITEM_MOVES.items()} == picture


@pytest.mark.parametrize("state", ItemState)
def test_open_and_final(state: ItemState) -> None:
    assert state.open == (state.value in OPEN)
    assert state.final == (state.value in FINAL)
    assert str(state.label)


COMMANDS: list[tuple[ActRequest, Money | None, Command]] = [
    (Request(Action.SUSPEND), None, Suspend(CARD)),
    (Request(Action.SUSPEND, ("1",)), None, Suspend(CARD, ("1",))),
    (Request(Action.RESUME, ("1",)), None, Resume(CARD, ("1",))),
    (Request(Action.RESUME_USE, ("1",)), None, ResumeUse(CARD, ("1",))),
    (Request(Action.FORCE_ACTIVATE), None, ForceActivate(CARD)),
    (Request(Action.CANCEL), None, CancelAccount(CARD)),
    (Request(Action.AUTO_RENEW_ON), None, SetAutoRenew(CARD, True)),
    (Request(Action.AUTO_RENEW_OFF), None, SetAutoRenew(CARD, False)),
    (RenewRequest(3), PRICE, Renew(CARD, 3, PRICE)),
    (AddOnRequest(1024, 2), PRICE, AddOn(CARD, 1024, 2, PRICE)),
    (LimitRequest(20, False), None, SetUsageLimit(CARD, 20, False)),
    (LimitRequest(0), None, SetUsageLimit(CARD, 0, True)),
    (RebindRequest(True), None, SetAutoRebind(CARD, True)),
]


@pytest.mark.parametrize(("request_", "price", "command"), COMMANDS)
def test_a_request_becomes_a_command_of_the_same_action(
    request_: ActRequest, price: Money | None, command: Command
) -> None:
    assert command_for(request_, CARD, price) == command
    assert command.action is request_.action


def test_every_action_that_is_sent_has_a_command() -> None:
    assert {request.action for request, _, _ in COMMANDS} == {
        action for action in Action if not action.local
    }


@pytest.mark.parametrize(
    "request_",
    [RenewRequest(1), AddOnRequest(1024, 1), Request(Action.TAG), Request(Action.EXPORT)],
)
def test_what_cannot_be_sent(request_: ActRequest) -> None:
    with pytest.raises(ValueError, match="no command"):
        command_for(request_, CARD, None)


def test_a_preview_adds_up() -> None:
    preview = Preview(
        RenewRequest(1),
        requested=5,
        eligible=(PricedGroup((1, 4), "V1", PRICE), PricedGroup((3,), "V2", Money(100))),
        blocked=(BlockedGroup(Text("no"), (2, 5)),),
        versions={1: 1, 4: 1, 3: 2},
        total=Money(1100),
        cautions=(),
        frozen_at=a_moment(),
        seconds=0.2,
    )
    assert preview.eligible_ids == (1, 4, 3)
    assert preview.eligible_count == 3
    assert preview.eligible_count + sum(len(one.card_ids) for one in preview.blocked) == 5


def test_an_operation_counts_its_items() -> None:
    counts = count_by_state(
        [ItemState.DONE, ItemState.DONE, ItemState.FAILED, ItemState.UNKNOWN, ItemState.PLANNED]
    )
    row = OperationRow(
        "a1", Request(Action.SUSPEND), OperationState.RUNNING, "me", a_moment(), None, counts
    )
    assert set(counts) == set(ItemState)
    assert (row.total, row.settled) == (5, 3)
    assert isinstance(row.requested_at, datetime)
