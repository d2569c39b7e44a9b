"""Operations that are held: paused with a reason, waiting to be revoked, taken back, retried."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from simdesk.models.action import Action
from simdesk.models.attention import PersonItem
from simdesk.models.filters import CardFilter
from simdesk.models.operation_steps import Step
from simdesk.models.operations import (
    Hold,
    ItemState,
    OperationRow,
    OperationState,
    RenewRequest,
    Request,
    count_by_state,
)
from simdesk.services.operation_outcomes import PAUSED
from simdesk.ui.dialogs.act import ActDialog
from simdesk.ui.dialogs.person import PersonDialog
from simdesk.ui.pages.operations_model import STATE_COLUMN, operation_role
from simdesk.ui.pages.operations_words import finish_words, go_on_words, progress_words, state_words
from simdesk.ui.text import shown
from tests.factories import a_moment
from tests.ui.dialogs.test_person import CANCELLED
from tests.ui.pages.test_operations_panel import ITEMS, RUNNING, Stage

S = ItemState
LARGE = replace(
    RUNNING,
    counts={S.DONE: 2_470, S.FAILED: 6, S.SKIPPED: 5, S.PLANNED: 2_519},
    hold=Hold.PAUSED,
    hold_reason="SimDesk ended before it was done.",
    seconds_left=None,
    reason="Unpaid since May",
)
CANCELLING = replace(
    RUNNING,
    id="three",
    request=Request(Action.CANCEL),
    hold=Hold.WAITING,
    not_before=a_moment(2026, 11, 21, 14, 0),
    counts=count_by_state([S.PLANNED] * 12),
    seconds_left=None,
)
FINISHED = replace(
    RUNNING, id="four", state=OperationState.FINISHED, counts=count_by_state([S.DONE] * 3)
)
PAID = replace(FINISHED, id="five", request=RenewRequest(1))


def steps(stage: Stage) -> dict[str, str]:
    """The buttons that can be pressed are "", the others say why not."""
    found = {}
    for step, button in stage.panel.buttons.steps.items():
        assert button.accessibleName() == button.text()
        found[step.value] = "" if button.isEnabled() else button.toolTip()
    return found


async def shown_on(qtbot: Any, *rows: OperationRow) -> Stage:
    stage = Stage(qtbot, rows, ITEMS)
    stage.panel.resize(1_100, 640)
    stage.panel.show()
    stage.panel.load()
    await stage.rest()
    return stage


async def test_a_paused_one_says_why_and_can_be_continued(qloop: object, qtbot: Any) -> None:
    stage = await shown_on(qtbot, LARGE)
    state = stage.panel._model.index(0, STATE_COLUMN).data()
    assert state == "Paused: SimDesk ended before it was done."
    assert operation_role(LARGE) == "warn"
    assert stage.panel.summary.words == (
        "Suspend of 5,000 cards",
        "2,481 of 5,000 · 6 refused · 5 skipped · Paused: SimDesk ended before it was done.",
        "Asked by li on 15 Jun 2026 09:00 · Reason: Unpaid since May",
    )
    assert steps(stage) == {
        "pause": "It is paused already.",
        "carry_on": "",
        "stop": "",
        "retry": "It has not ended yet.",
        "reverse": "It has not ended yet.",
        "look": "No card is in doubt.",
    }
    button = stage.panel.buttons.steps[Step.CARRY_ON]
    button.click()
    button.click()
    await stage.rest()
    assert stage.operations.done == [("carry on", "one")]


async def test_a_running_one_is_paused_and_tells_its_time(qloop: object, qtbot: Any) -> None:
    stage = await shown_on(qtbot, replace(RUNNING, seconds_left=1_860.0))
    words = stage.panel.summary.words[1]
    assert words.endswith("31 min 0 s left, done about 09:35, read-back included")
    stage.panel.do(Step.PAUSE)
    stage.panel.do(Step.CARRY_ON)  # not possible: it is not paused
    await stage.rest()
    assert stage.operations.done == [("pause", "one")]
    stage.world.speed = 60.0
    stage.panel.load()
    await stage.rest()
    assert "done about 16 Jun 2026 16:04" in stage.panel.summary.words[1]
    stage.world.paused = True
    stage.panel.load()
    await stage.rest()
    assert stage.panel.summary.words[1].endswith("31 min 0 s left, read-back included")


async def test_waiting_cancellations_stand_on_top_and_are_revoked(
    qloop: object, qtbot: Any
) -> None:
    later = replace(CANCELLING, id="six", not_before=a_moment(2026, 11, 22, 9, 0))
    one = replace(later, id="seven", counts=count_by_state([S.PLANNED]))
    stage = await shown_on(qtbot, RUNNING, one, later, CANCELLING)
    words = "Request Account Cancellation of {} will be sent on {}; until then it can be revoked."
    assert stage.panel.waiting.words == (
        words.format("12 cards", "21 Nov 2026 14:00"),
        words.format("1 card", "22 Nov 2026 09:00"),
        words.format("12 cards", "22 Nov 2026 09:00"),
    )
    buttons = [
        button
        for button in stage.panel.waiting.findChildren(QPushButton)
        if button.text().startswith("Revoke")
    ]
    assert [button.text() for button in buttons] == [
        "Revoke 12 cancellations",
        "Revoke 1 cancellation",
        "Revoke 12 cancellations",
    ]
    buttons[0].click()
    await stage.rest()
    assert stage.operations.done == [("stop", "three")]
    stage.panel.select("three")
    await stage.rest()
    assert stage.panel.buttons.steps[Step.STOP].text() == "Revoke 12 cancellations"
    assert steps(stage)["pause"].startswith("It has not begun")
    stage.operations.rows = (RUNNING,)
    stage.panel.load()
    await stage.rest()
    assert not stage.panel.waiting.isVisible()


async def test_more_that_wait_are_counted(qloop: object, qtbot: Any) -> None:
    rows = [replace(CANCELLING, id=f"c{n}") for n in range(5)]
    stage = await shown_on(qtbot, *rows)
    assert stage.panel.waiting.words[-1] == "2 more wait; they are in the list below."


async def test_an_operation_is_taken_back_by_its_own_preview(qloop: object, qtbot: Any) -> None:
    stage = await shown_on(qtbot, FINISHED)
    stage.panel.buttons.steps[Step.REVERSE].click()
    await stage.rest()
    (dialog,) = stage.panel.findChildren(ActDialog)
    assert dialog.windowTitle() == "Reverse: Suspend"
    assert dialog.confirm_button.text() == "Resume 2 cards"
    assert dialog._panel._blocked.item(0, 0).text() == "It was changed since."
    wanted: list[object] = []
    stage.panel.cards_wanted.connect(wanted.append)
    dialog._panel._blocked.cellActivated.emit(0, 0)
    assert wanted == [CardFilter(card_ids=(102,))]


async def test_what_was_paid_is_not_taken_back_and_says_so(qloop: object, qtbot: Any) -> None:
    taking_back = replace(FINISHED, id="eight", reverses="four")
    stage = await shown_on(qtbot, PAID, taking_back, FINISHED)
    assert steps(stage)["reverse"] == "What is paid is not given back."
    stage.panel.select("eight")
    await stage.rest()
    assert stage.panel.summary.words[2].endswith("Takes back: Suspend of 3 cards")


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([S.NEEDS_HUMAN], "1 card needs a person: look at the provider what became of it."),
        ([S.NEEDS_HUMAN] * 3, "3 cards need a person: look at the provider what became of each."),
    ],
)
async def test_cards_that_need_a_person_are_answered_for_and_asked_again(
    qloop: object, qtbot: Any, counts: list[ItemState], words: str
) -> None:
    unsure = replace(FINISHED, counts=count_by_state(counts))
    stage = await shown_on(qtbot, unsure)

    async def persons() -> tuple[PersonItem, ...]:
        return (CANCELLED,)

    stage.desk.attention = SimpleNamespace(persons=persons)
    assert stage.panel.persons.words == f"{words} Nothing is sent for it until then."
    stage.panel.persons.button.click()
    await stage.rest()
    (dialog,) = stage.panel.findChildren(PersonDialog)
    assert dialog.asked == CANCELLED
    dialog.again_wanted.emit("four")
    dialog.reject()
    await stage.rest()
    (again,) = stage.panel.findChildren(ActDialog)
    assert again.windowTitle() == "Retry failures"
    again.reject()
    stage.operations.rows = (FINISHED,)
    stage.panel.load()
    await stage.rest()
    assert not stage.panel.persons.isVisible()


async def test_what_waits_is_shown_among_the_others(qloop: object, qtbot: Any) -> None:
    unsaid = replace(CANCELLING, not_before=None)
    stage = await shown_on(qtbot, RUNNING, unsaid)
    (words,) = stage.panel.waiting.words
    assert words == (
        "Request Account Cancellation of 12 cards waits for its time; until then it can be revoked."
    )
    show = next(
        button
        for button in stage.panel.waiting.findChildren(QPushButton)
        if button.accessibleName() == "Show Request Account Cancellation of 12 cards"
    )
    show.click()
    await stage.rest()
    assert stage.panel.current == unsaid


@pytest.mark.parametrize(
    ("row", "words", "finish"),
    [
        (replace(LARGE, hold_reason=None), "Paused", "Paused"),
        (
            replace(LARGE, hold_reason=str(PAUSED)),
            "Paused by the operator.",
            "Paused by the operator.",
        ),
        (
            replace(CANCELLING, not_before=None),
            "Waits for its time",
            "Waits for its time",
        ),
        (CANCELLING, "Waits until 21 Nov 2026 14:00", "Waits until 21 Nov 2026 14:00"),
        (replace(LARGE, state=OperationState.STOPPING), "Stopping", "Stopping"),
        (
            replace(RUNNING, seconds_left=None),
            "Running",
            "Nothing moves at present; no time can be told.",
        ),
        (replace(LARGE, state=OperationState.STOPPED, hold=None), "Stopped early", "Stopped early"),
    ],
)
def test_how_it_stands(row: OperationRow, words: str, finish: str) -> None:
    assert shown(state_words(row)) == words
    assert shown(finish_words(row, a_moment(), None)) == finish


def test_what_is_counted_is_said() -> None:
    counts = count_by_state([S.DONE, S.ACCEPTED, S.UNKNOWN, S.NEEDS_HUMAN, S.WITHDRAWN])
    words = progress_words(replace(RUNNING, counts=counts))
    assert words == "1 of 5 · 1 in doubt · 1 to be read back · 1 for a person · 1 not started"
    assert shown(go_on_words(LARGE)) == "Continue with 2,519 cards"
    one = replace(LARGE, counts=count_by_state([S.PLANNED]))
    assert shown(go_on_words(one)) == "Continue with 1 card"
