"""Cards that need a person: one list, one question at a time, a note with each answer."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QWidget

from simdesk.models.action import Action
from simdesk.models.attention import PersonItem
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.models.operations import RenewRequest, Request
from simdesk.models.orders import Money
from simdesk.models.texts import text
from simdesk.services.announcer import Announcer
from simdesk.ui.bridge import Bridge
from simdesk.ui.context import Context
from simdesk.ui.dialogs.person import PersonDialog
from simdesk.ui.messages import Messages
from simdesk.ui.tasks import Tasks
from tests.factories import a_moment

SENT = "15 Jun 2026 09:00"
CANCELLED = PersonItem(
    operation_id="one",
    seq=3,
    card_id=103,
    iccid="89860321123456780003",
    request=Request(Action.CANCEL),
    serial="00000000000000000000000000000abc",
    sent_at=a_moment(2026, 6, 15, 9, 0),
    price=None,
    order_number=None,
    reason="The card shows nothing of it.",
    requested_by="Li Na",
)
RENEWED = replace(
    CANCELLED,
    operation_id="two",
    seq=1,
    card_id=107,
    iccid="89860321123456780007",
    request=RenewRequest(1),
    price=Money(1_200),
    order_number="202606150001",
    sent_at=None,
    reason=None,
)


class FakeDesk:
    """Two questions; a decided one is no longer asked."""

    def __init__(self) -> None:
        self.left = [CANCELLED, RENEWED]
        self.decided: list[tuple[object, ...]] = []
        self.refusal: KnownError | None = None
        self.attention = SimpleNamespace(persons=self.persons)
        self.operations = SimpleNamespace(decide=self.decide)

    async def persons(self) -> tuple[PersonItem, ...]:
        return tuple(self.left)

    async def decide(self, operation_id: str, seq: int, took_effect: bool, note: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.decided.append((operation_id, seq, took_effect, note))
        self.left = [one for one in self.left if one.operation_id != operation_id]


class Stage:
    def __init__(self, parent: QWidget) -> None:
        self.desk = FakeDesk()
        messages = Messages(parent)
        tasks = Tasks(messages, parent)
        bridge = Bridge(Announcer(), parent)
        self.context = Context(cast("Any", self.desk), tasks, messages, bridge)
        self.dialog = PersonDialog(self.context, parent)
        self.again: list[str] = []
        self.cards: list[object] = []
        self.dialog.again_wanted.connect(self.again.append)
        self.dialog.cards_wanted.connect(self.cards.append)
        self.dialog.open()

    async def rest(self) -> None:
        for _ in range(10):
            await asyncio.sleep(0)


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


async def opened(window: QWidget) -> Stage:
    stage = Stage(window)
    await stage.rest()
    return stage


async def test_a_question_says_all_that_is_known(qloop: object, window: QWidget) -> None:
    stage = await opened(window)
    assert stage.dialog.windowTitle() == "2 cards need a person"
    assert stage.dialog._question.words == (
        "Request Account Cancellation, by Li Na",
        SENT,
        "00000000000000000000000000000abc",
        "no number was answered",
        "The card shows nothing of it.",
        f"Is the account cancelled there, or its cancellation requested since about {SENT}?",
    )
    stage.dialog._table.selectRow(1)
    assert stage.dialog._question.words[:5] == (
        "Renew plan, by Li Na · CNY 12.00",
        "a time that is not known",
        "00000000000000000000000000000abc",
        "202606150001",
        "nothing more",
    )
    stage.dialog.reject()


async def test_an_answer_needs_a_note_and_then_the_next_is_asked(
    qloop: object, window: QWidget
) -> None:
    stage = await opened(window)
    dialog = stage.dialog
    assert not dialog.took_effect.isEnabled()
    assert dialog.no_effect.toolTip() == "Write down what you saw first."
    dialog._note.setText("  ")
    assert not dialog.took_effect.isEnabled()
    dialog._note.setText(" Console, account closed at 9:01 ")
    dialog.took_effect.click()
    dialog.took_effect.click()
    await stage.rest()
    assert stage.desk.decided == [("one", 3, True, "Console, account closed at 9:01")]
    assert dialog.asked == RENEWED
    assert dialog._note.text() == ""
    assert not dialog.took_effect.isEnabled()
    assert not dialog.ask_again.isVisible()
    assert dialog.windowTitle() == "1 card needs a person"
    dialog.reject()


async def test_what_had_no_effect_can_be_asked_for_again(qloop: object, window: QWidget) -> None:
    stage = await opened(window)
    dialog = stage.dialog
    dialog._table.selectRow(1)
    dialog._note.setText("No such order")
    dialog.no_effect.click()
    await stage.rest()
    assert stage.desk.decided == [("two", 1, False, "No such order")]
    assert dialog.ask_again.isVisible()
    dialog.ask_again.click()
    assert stage.again == ["two"]


async def test_a_refused_answer_is_said_and_nothing_is_lost(qloop: object, window: QWidget) -> None:
    stage = await opened(window)
    stage.desk.refusal = KnownError(text("The disk is full."), text("Free some space."))
    dialog = stage.dialog
    dialog._note.setText("Console")
    dialog.no_effect.click()
    await stage.rest()
    assert dialog._error.text() == "The disk is full. Free some space."
    assert dialog._note.text() == "Console"
    assert dialog.no_effect.isEnabled()
    dialog._on_row_activated()
    assert stage.cards == [CardFilter(card_ids=(103,))]


async def test_nothing_left_says_so(qloop: object, window: QWidget) -> None:
    stage = await opened(window)
    stage.desk.left = []
    stage.dialog._load()
    await stage.rest()
    assert stage.dialog.asked is None
    assert stage.dialog._question.words[-1] == "No card needs a person."
    stage.dialog._note.setText("Console")
    assert not stage.dialog.took_effect.isEnabled()
    stage.dialog.reject()
