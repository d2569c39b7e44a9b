"""What a look at the card makes of an open item: one table of sight, waiting and state."""

from dataclasses import replace
from datetime import timedelta

import pytest

from simdesk.models.action import Action
from simdesk.models.commands import CardRef
from simdesk.models.operations import ItemState, Request
from simdesk.models.texts import Text
from simdesk.services.operation_codec import request_to_json
from simdesk.services.operation_effects import Judgement, Sight
from simdesk.services.operation_settle import ruled
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.journal_reads import Doubt
from tests.factories import a_moment

SENT = a_moment(2026, 6, 15, 9, 0)
LATE_EFFECT = timedelta(minutes=15)
DOUBT = Doubt(
    op_id="a1",
    seq=1,
    card_id=7,
    ref=CardRef("89860321000000015668", "123456"),
    serial="s",
    state=ItemState.UNKNOWN,
    request_json=request_to_json(Request(Action.SUSPEND)),
    before_json='{"specific":100}',
    price=None,
    order_number=None,
    sent_at=seconds(SENT),
    answered_at=seconds(SENT),
)

# Looked at within the provider's window for late effects, after it, and after seven days.
RULING = """
item     sight     within      after       week
UNKNOWN  SEEN      DONE        DONE        DONE
UNKNOWN  NOT_SEEN  UNKNOWN     NOT_APPLIED NOT_APPLIED
UNKNOWN  HIDDEN    UNKNOWN     NEEDS_HUMAN NEEDS_HUMAN
UNKNOWN  PENDING   UNKNOWN     UNKNOWN     NEEDS_HUMAN
UNKNOWN  VOID      NOT_APPLIED NOT_APPLIED NOT_APPLIED
UNKNOWN  TRACELESS UNKNOWN     NEEDS_HUMAN NEEDS_HUMAN
ACCEPTED SEEN      DONE        DONE        DONE
ACCEPTED NOT_SEEN  ACCEPTED    ACCEPTED    UNKNOWN
ACCEPTED HIDDEN    ACCEPTED    ACCEPTED    UNKNOWN
ACCEPTED PENDING   ACCEPTED    ACCEPTED    UNKNOWN
ACCEPTED VOID      FAILED      FAILED      FAILED
ACCEPTED TRACELESS DONE        DONE        DONE
"""
WAITED = (timedelta(minutes=14), timedelta(minutes=16), timedelta(days=7, minutes=1))


def words(state: ItemState, sight: Sight, waited: timedelta) -> tuple[ItemState, str]:
    judgement = Judgement(sight, Text("Found."))
    after, said = ruled(replace(DOUBT, state=state), judgement, SENT + waited, LATE_EFFECT)
    return after, str(said)


@pytest.mark.parametrize("line", RULING.strip().splitlines()[1:])
def test_a_look_rules_as_the_picture_says(line: str) -> None:
    item, sight, *expected = line.split()
    for waited, after in zip(WAITED, expected, strict=True):
        assert words(ItemState(item), Sight[sight], waited)[0] is ItemState(after), waited


def test_the_picture_is_whole() -> None:
    rows = {tuple(line.split()[:2]) for line in RULING.strip().splitlines()[1:]}
    assert len(rows) == 2 * len(Sight)


def test_what_leaves_no_trace_is_done_by_the_providers_word_alone() -> None:
    at_once = timedelta(0)
    assert words(ItemState.ACCEPTED, Sight.TRACELESS, at_once) == (
        ItemState.DONE,
        "The provider accepted it. Found.",
    )


def test_what_leaves_no_trace_and_was_never_answered_needs_a_person() -> None:
    after, said = words(ItemState.UNKNOWN, Sight.TRACELESS, WAITED[1])
    assert after is ItemState.NEEDS_HUMAN
    assert said == (
        "Found. Look it up at the provider: did the act of 2026-06-15 09:00 take effect?"
    )
