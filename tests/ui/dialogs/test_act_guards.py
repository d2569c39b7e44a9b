"""What keeps a slip from being sent: gates by size, reasons, obstacles, keys held down, a ban."""

import asyncio
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import Preview
from simdesk.models.texts import text
from simdesk.services.sending import Ban
from simdesk.ui.dialogs.act import READ_MS, ActDialog
from tests.factories import a_moment
from tests.ui.dialogs.test_acting import FakeOperations, Stage


@pytest.fixture
def stage(qtbot: Any) -> Stage:
    window = QWidget()
    qtbot.addWidget(window)
    return Stage(window)


async def an_act(stage: Stage, action: Action, cards: int) -> ActDialog:
    """The dialog of an act on so many eligible cards."""
    return cast("ActDialog", await stage.open(action, range(2, 2 * cards + 2, 2)))


def fields(dialog: ActDialog) -> list[str]:
    lines = [one for one in dialog.findChildren(QLineEdit) if one.isVisibleTo(dialog)]
    return [line.accessibleName() for line in lines]


@pytest.mark.parametrize(
    ("action", "cards", "asked"),
    [
        (Action.SUSPEND, 999, []),
        (Action.SUSPEND, 1_000, ["Reason, optional", "Type the number of cards: 1,000"]),
        (Action.FORCE_ACTIVATE, 9, ["Reason, optional"]),
        (Action.FORCE_ACTIVATE, 10, ["Reason, optional", "Type the number of cards: 10"]),
        (Action.AUTO_RENEW_ON, 101, ["Reason, required", "Type the number of cards: 101"]),
        (
            Action.CANCEL,
            101,
            [
                "Reason, required",
                "Type the number of cards: 101",
                "Type the name of the account: north",
            ],
        ),
    ],
)
async def test_the_gate_grows_with_size_and_risk(
    qloop: object, stage: Stage, action: Action, cards: int, asked: list[str]
) -> None:
    dialog = await an_act(stage, action, cards)
    assert fields(dialog) == asked
    dialog.reject()


async def test_a_large_cancellation_asks_for_number_account_and_reason(
    qloop: object, stage: Stage
) -> None:
    dialog = await an_act(stage, Action.CANCEL, 101)
    number, name = dialog.gate.number, dialog.gate.name
    steps: list[tuple[QLineEdit, str, str]] = [
        (dialog.reason.line, "end of contract", "Confirm the cards first."),
        (number, "101", "Confirm the cards first."),
        (name, "south", "Confirm the cards first."),
        (name, "north", ""),
        (number, "100", "Confirm the cards first."),
        (number, "101", ""),
    ]
    for line, typed, missing in steps:
        line.setText(typed)
        assert dialog.confirm_button.toolTip() == missing
        assert dialog.confirm_button.isEnabled() is (missing == "")
    dialog.confirm_button.click()
    await stage.rest()
    assert stage.desk.operations.reasons == ["end of contract"]


async def test_an_obstacle_cannot_be_confirmed_away(qloop: object, stage: Stage) -> None:
    cap = "Today's spending cap of CNY 100.00 would be passed. Choose fewer cards."
    stage.desk.operations.obstacles = (text(cap),)
    dialog = await an_act(stage, Action.CANCEL, 2)
    assert dialog._panel._obstacles.text() == cap
    assert dialog._panel._obstacles.objectName() == "errorLine"
    assert fields(dialog) == []
    assert dialog.confirm_button.toolTip() == cap
    dialog.confirmed()
    await stage.rest()
    assert stage.started == []
    dialog.reject()


async def test_a_cancellation_says_when_it_is_sent(qloop: object, stage: Stage) -> None:
    stage.desk.operations.not_before = a_moment(2026, 11, 21, 14, 0)
    dialog = await an_act(stage, Action.CANCEL, 1)
    words = dialog._panel._waits.text()
    assert words.startswith("Nothing is sent before 21 Nov 2026 14:00.")
    assert "revoked" in words
    assert words.endswith("SimDesk has to be open then; else it asks at its next start.")
    dialog.reject()


async def test_while_nothing_may_be_sent_nothing_can_be_confirmed(
    qloop: object, stage: Stage
) -> None:
    sending = stage.desk.sending
    sending.forbid(Ban.SAFE_MODE, text("SimDesk is in safe mode."))
    dialog = await an_act(stage, Action.SUSPEND, 2)
    assert dialog._ban.text() == "Nothing is sent at present: SimDesk is in safe mode."
    assert dialog._ban.isVisibleTo(dialog)
    assert not dialog.confirm_button.isEnabled()
    sending.allow(Ban.SAFE_MODE)
    assert not dialog._ban.isVisibleTo(dialog)
    assert dialog.confirm_button.isEnabled()
    sending.forbid(Ban.RESTORED, text("This desk was restored."))
    assert not dialog.confirm_button.isEnabled()
    dialog.reject()


def enter(widget: QWidget, *, held: bool) -> None:
    key = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "\r",
        held,
    )
    QApplication.sendEvent(widget, key)


@pytest.mark.parametrize("on_button", [False, True])
async def test_enter_held_down_confirms_nothing(
    qloop: object, stage: Stage, on_button: bool
) -> None:
    dialog = await an_act(stage, Action.SUSPEND, 2)
    target = dialog.confirm_button if on_button else dialog
    enter(target, held=False)  # the second press of a hasty pair: nobody has read anything yet
    await asyncio.sleep(READ_MS / 800)
    for _ in range(30):
        enter(target, held=True)
    await stage.rest()
    assert stage.started == []
    enter(target, held=False)
    enter(target, held=False)
    await stage.rest()
    assert len(stage.started) == 1


class Changed(FakeOperations):
    """The first start finds another price; the next preview is right again."""

    async def start(self, preview: Preview, reason: str = "") -> str:
        if not self.started:
            self.started.append(preview)
            raise KnownError(text("The price has changed."), text("Look at it anew."))
        return await super().start(preview, reason)


async def test_a_changed_price_is_previewed_anew_before_it_is_paid(
    qloop: object, stage: Stage
) -> None:
    stage.desk.operations = operations = Changed()
    dialog = await an_act(stage, Action.RENEW, 2)
    seen: list[Preview] = []
    dialog.previewed.connect(seen.append)
    dialog.confirm_button.click()
    await stage.rest()
    assert dialog._error.text() == "The price has changed. Look at it anew."
    dialog._again.click()
    await stage.rest()
    assert len(seen) == 1
    dialog.confirm_button.click()
    await stage.rest()
    assert operations.started[-1] is seen[0]
    assert operations.started[0] is not seen[0]
    assert stage.sent == ["operation-1"]


@pytest.mark.parametrize(
    ("action", "cards", "steps"),
    [
        (Action.SUSPEND, 999, None),
        (Action.SUSPEND, 1_000, "It begins with 1, 10, 100 cards"),
        (Action.SUSPEND, 20_000, "It begins with 1, 10, 100, 200 cards"),
        (Action.RENEW, 50, "It begins with 1, 10 cards"),
    ],
)
async def test_the_steps_of_a_large_bulk_are_told(
    qloop: object, stage: Stage, action: Action, cards: int, steps: str | None
) -> None:
    dialog = await an_act(stage, action, cards)
    words = dialog._panel._frozen.text()
    assert (steps or "") in words
    assert ("It begins with" in words) is (steps is not None)
    dialog.reject()
