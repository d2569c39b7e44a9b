"""The acting dialogs: preview first, gate where it matters, and only then one send."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any, TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QWidget,
)

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.models.gate import GateKind
from simdesk.models.operations import (
    ActRequest,
    AddOnRequest,
    BlockedGroup,
    LimitRequest,
    Preview,
    PricedGroup,
    RenewRequest,
    Request,
)
from simdesk.models.orders import AddOnOffer, Money, Offers, RenewalOffer
from simdesk.models.tags import TagColor, TagRow
from simdesk.models.texts import Text, text
from simdesk.services.announcer import Announcer
from simdesk.services.sending import Sending
from simdesk.ui.bridge import Bridge
from simdesk.ui.context import Context
from simdesk.ui.dialogs.act import READ_MS, ActDialog
from simdesk.ui.dialogs.acting import open_action, open_sub_card_action
from simdesk.ui.dialogs.gate import Gate
from simdesk.ui.dialogs.group_table import GroupTable
from simdesk.ui.dialogs.remark import remark_written
from simdesk.ui.dialogs.tags import tags_written
from simdesk.ui.dialogs.top_up import TopUpForm
from simdesk.ui.messages import Messages
from simdesk.ui.tasks import Tasks
from simdesk.ui.text import shown
from tests.factories import a_card_row, a_moment

PRICE = Money(1_200)


W = TypeVar("W", bound=QWidget)


class FakeOperations:
    """Judges even ids as eligible; remembers what was started."""

    def __init__(self) -> None:
        self.previewed: list[ActRequest] = []
        self.started: list[Preview] = []
        self.reasons: list[str] = []
        self.refusal: KnownError | None = None
        self.obstacles: tuple[Text, ...] = ()
        self.not_before: datetime | None = None

    async def preview(self, request: ActRequest, ids: Sequence[int]) -> Preview:
        self.previewed.append(request)
        if self.refusal is not None:
            raise self.refusal
        good = tuple(card for card in ids if card % 2 == 0)
        bad = tuple(card for card in ids if card % 2)
        price = PRICE if request.action.paid else None
        return Preview(
            request=request,
            requested=len(ids),
            eligible=(PricedGroup(good, "CM_SC_M_1_100M", price),) if good else (),
            blocked=(BlockedGroup(text("odd cards are left alone"), bad),) if bad else (),
            versions=dict.fromkeys(good, 1),
            total=None if price is None else price.times(len(good)),
            cautions=(text("mind the 20th"),) if request.action is Action.CANCEL else (),
            frozen_at=a_moment(),
            seconds=len(good) / 20,
            obstacles=self.obstacles,
            not_before=self.not_before,
        )

    async def offers(self, ids: Sequence[int]) -> tuple[Any, ...]:
        renewals = (RenewalOffer(1, 1, PRICE), RenewalOffer(3, 3, PRICE.times(3)))
        add_ons = (AddOnOffer(102_400, Money(500)),)
        return (_Voucher(Offers(renewals, add_ons)),)

    async def start(self, preview: Preview, reason: str = "") -> str:
        self.started.append(preview)
        self.reasons.append(reason)
        return "operation-1"


class _Voucher:
    def __init__(self, offers: Offers) -> None:
        self.offers = offers


class FakeEdits:
    def __init__(self) -> None:
        self.done: list[tuple[object, ...]] = []

    async def set_remark(self, ids: Sequence[int], remark: str) -> int:
        self.done.append(("remark", tuple(ids), remark))
        return len(ids)

    async def change_tags(
        self, ids: Sequence[int], add: Sequence[str], remove: Sequence[str]
    ) -> int:
        self.done.append(("tags", tuple(ids), tuple(add), tuple(remove)))
        return len(ids)


class FakeCards:
    """Three of the tags are carried: by one card of two, by both, by one."""

    async def tag_counts(self, ids: Sequence[int]) -> dict[str, int]:
        return {"depot": 1, "north": len(ids), "test": 1}


class FakeTags:
    async def list(self) -> tuple[TagRow, ...]:
        names = ("depot", "north", "spare", "test")
        return tuple(TagRow(at, name, TagColor.SLATE, 0, 0) for at, name in enumerate(names))


class FakeDesk:
    def __init__(self) -> None:
        self.tags = FakeTags()
        self.operations = FakeOperations()
        self.edits = FakeEdits()
        self.cards = FakeCards()
        self.announcer = Announcer()
        self.sending = Sending(self.announcer)
        self.provider = SimpleNamespace(account="north")


class Stage:
    """A window with one fake desk; opens dialogs and waits until their tasks have ended."""

    def __init__(self, parent: QWidget) -> None:
        self.desk = FakeDesk()
        self.messages = Messages(parent)
        self.tasks = Tasks(self.messages, parent)
        bridge = Bridge(self.desk.announcer, parent)
        self.context = Context(cast("Any", self.desk), self.tasks, self.messages, bridge)
        self.parent = parent
        self.sent: list[str] = []
        self.wanted: list[object] = []

    async def open(
        self, action: Action, ids: Sequence[int], current: CardRow | None = None
    ) -> QWidget:
        open_action(
            self.context,
            action,
            ids,
            current,
            self.parent,
            sent=self.sent.append,
            cards_wanted=self.wanted.append,
        )
        await self.rest()
        return self.parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[
            -1
        ]

    async def rest(self) -> None:
        for _ in range(10):
            await asyncio.sleep(0)

    @property
    def started(self) -> list[Preview]:
        return self.desk.operations.started


@pytest.fixture
def stage(qtbot: Any) -> Stage:
    window = QWidget()
    qtbot.addWidget(window)
    return Stage(window)


def _press(dialog: QWidget, key: Qt.Key, qtbot: Any) -> None:
    qtbot.keyClick(dialog, key)


async def test_a_bulk_shows_who_is_acted_on_and_who_is_left_alone(
    qloop: object, stage: Stage
) -> None:
    dialog = cast("ActDialog", await stage.open(Action.SUSPEND, range(1, 11)))
    sums = dialog._panel._sums.text()
    assert sums == "10 selected  ·  5 will be acted on  ·  5 left alone"
    assert dialog.confirm_button.text() == "Suspend 5 cards"
    assert dialog._panel._blocked.item(0, 0).text() == "odd cards are left alone"
    assert stage.started == []
    dialog.reject()


@pytest.mark.parametrize(
    ("action", "fills"),
    [(Action.SUSPEND, False), (Action.CANCEL, False), (Action.USAGE_LIMIT, True)],
)
async def test_a_form_with_nothing_to_fill_in_takes_no_room(
    qloop: object, stage: Stage, action: Action, fills: bool
) -> None:
    dialog = cast("ActDialog", await stage.open(action, (2,)))
    assert dialog._form.isHidden() is not fills
    dialog.reject()


async def test_the_time_of_a_bulk_is_told_and_what_it_includes(qloop: object, stage: Stage) -> None:
    dialog = cast("ActDialog", await stage.open(Action.SUSPEND, range(1, 2_001)))
    words = dialog._panel._frozen.text()
    assert words.endswith("With reading the cards back it takes about 50 s.")
    dialog.reject()


async def test_pressing_the_button_twice_sends_once(qloop: object, stage: Stage) -> None:
    dialog = cast("ActDialog", await stage.open(Action.SUSPEND, (2, 4)))
    dialog.confirm_button.click()
    dialog.confirm_button.click()
    await stage.rest()
    assert [preview.eligible_ids for preview in stage.started] == [(2, 4)]
    assert stage.sent == ["operation-1"]


async def test_nothing_eligible_leaves_the_button_off(qloop: object, stage: Stage) -> None:
    dialog = cast("ActDialog", await stage.open(Action.SUSPEND, (1, 3)))
    assert not dialog.confirm_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("action", "sends"),
    [(Action.SUSPEND, True), (Action.RESUME, True), (Action.FORCE_ACTIVATE, False)],
)
async def test_enter_confirms_only_what_can_be_taken_back(
    qloop: object, stage: Stage, qtbot: Any, action: Action, sends: bool
) -> None:
    dialog = await stage.open(action, (2,))
    await asyncio.sleep(READ_MS / 800)
    _press(dialog, Qt.Key.Key_Return, qtbot)
    await stage.rest()
    assert bool(stage.started) is sends


async def test_enter_never_pays(qloop: object, stage: Stage, qtbot: Any) -> None:
    dialog = cast("ActDialog", await stage.open(Action.RENEW, (2,)))
    assert dialog.confirm_button.text() == "Create Order and Pay CNY 12.00 for 1 card"
    _press(dialog, Qt.Key.Key_Return, qtbot)
    await stage.rest()
    assert stage.started == []
    dialog.reject()


async def test_one_cancellation_asks_for_a_tick(qloop: object, stage: Stage) -> None:
    dialog = cast("ActDialog", await stage.open(Action.CANCEL, (2,)))
    assert dialog.confirm_button.text() == "Request cancellation of 1 card"
    assert not dialog.confirm_button.isEnabled()
    dialog.gate.tick.setChecked(True)
    assert dialog.confirm_button.toolTip() == "Say why first."
    assert not dialog.confirm_button.isEnabled()
    dialog.reason.line.setText(" contract ended ")
    assert dialog.confirm_button.isEnabled()
    dialog.confirm_button.click()
    await stage.rest()
    assert stage.desk.operations.reasons == ["contract ended"]


@pytest.mark.parametrize(
    ("typed", "opens"), [("4", False), ("2", True), ("", False), ("22", False)]
)
async def test_many_cancellations_ask_for_the_number_of_cards(
    qloop: object, stage: Stage, typed: str, opens: bool
) -> None:
    dialog = cast("ActDialog", await stage.open(Action.CANCEL, (1, 2, 3, 4)))
    dialog.reason.line.setText("contract ended")
    dialog.gate.number.setText(typed)
    assert dialog.confirm_button.isEnabled() is opens
    assert dialog._panel._cautions.text() == "mind the 20th"
    dialog.reject()


async def test_top_up_offers_renewal_and_add_on_with_prices(qloop: object, stage: Stage) -> None:
    dialog = cast("ActDialog", await stage.open(Action.RENEW, (2, 4)))
    period, tier, quantity = dialog.findChildren(QComboBox)
    assert [period.itemText(row) for row in range(period.count())] == [
        "1 month · CNY 12.00",
        "3 months · CNY 36.00",
    ]
    period.setCurrentIndex(1)
    await stage.rest()
    assert stage.desk.operations.previewed[-1] == RenewRequest(3)
    _, add_on = dialog.findChildren(QRadioButton)
    add_on.setChecked(True)
    quantity.setCurrentIndex(2)
    await stage.rest()
    assert tier.isVisibleTo(dialog)
    assert not period.isVisibleTo(dialog)
    assert stage.desk.operations.previewed[-1] == AddOnRequest(102_400, 3)
    dialog.reject()


async def test_periods_of_monthly_and_yearly_plans_are_told_apart(
    qloop: object, stage: Stage
) -> None:
    dialog = cast("ActDialog", await stage.open(Action.RENEW, (2, 4)))
    monthly = Offers((RenewalOffer(1, 1, PRICE), RenewalOffer(3, 3, PRICE)), ())
    yearly = Offers((RenewalOffer(1, 12, PRICE), RenewalOffer(2, 24, PRICE)), ())
    for offers in ((monthly, yearly), (yearly, monthly)):
        cast("TopUpForm", dialog._form).show_offers(offers)
        period = dialog.findChildren(QComboBox)[0]
        words = [period.itemText(row) for row in range(period.count())]
        assert words == ["1 month or 1 year", "2 years", "3 months"]
    await stage.rest()
    dialog.reject()


@pytest.mark.parametrize(
    ("words", "request_made", "error"),
    [
        ("500MB", LimitRequest(500), None),
        ("1.5 gb", LimitRequest(1536), None),
        ("0MB", None, "Write whole megabytes, 1MB or more."),
        ("many", None, "Write a number with a unit, such as 100MB or 1.5GB."),
        ("", None, None),
    ],
)
async def test_a_usage_limit_is_whole_megabytes(
    qloop: object, stage: Stage, words: str, request_made: LimitRequest | None, error: str | None
) -> None:
    dialog = cast("ActDialog", await stage.open(Action.USAGE_LIMIT, (2,)))
    _only(dialog._form, QLineEdit).setText(words)
    await stage.rest()
    assert dialog.confirm_button.isEnabled() is (request_made is not None)
    if request_made is not None:
        assert stage.desk.operations.previewed[-1] == request_made
    assert (error or "") in dialog._error.text()
    assert dialog._error.isVisibleTo(dialog) is (error is not None)
    dialog.reject()


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (Action.USAGE_LIMIT, QLineEdit),
        (Action.AUTO_REBIND, QRadioButton),
        (Action.RENEW, QRadioButton),
        (Action.SUSPEND, QPushButton),  # nothing to fill in: the safe button
    ],
)
async def test_the_keys_begin_with_the_form(
    qloop: object, stage: Stage, action: Action, kind: type[QWidget]
) -> None:
    dialog = await stage.open(action, (2,))
    assert isinstance(dialog.focusWidget(), kind)
    cast("Any", dialog).reject()


async def test_a_refused_preview_is_said_inside_the_dialog(qloop: object, stage: Stage) -> None:
    stage.desk.operations.refusal = KnownError(text("The provider is away."), text("Try later."))
    dialog = cast("ActDialog", await stage.open(Action.SUSPEND, (2,)))
    assert dialog._error.text() == "The provider is away. Try later."
    assert not dialog.confirm_button.isEnabled()
    assert stage.messages.history == []
    dialog.reject()


async def test_a_refused_preview_can_be_asked_for_again(qloop: object, stage: Stage) -> None:
    stage.desk.operations.refusal = KnownError(text("The provider is away."), text("Try later."))
    dialog = cast("ActDialog", await stage.open(Action.SUSPEND, (2,)))
    assert dialog._panel._sums.text() == "No preview yet: nothing can be sent."
    assert dialog._again.isVisible()
    stage.desk.operations.refusal = None
    dialog._again.click()
    await stage.rest()
    assert not dialog._error.isVisible()
    assert not dialog._again.isVisible()
    assert dialog.confirm_button.isEnabled()
    dialog.reject()


async def test_a_blocked_group_can_be_looked_at(qloop: object, stage: Stage) -> None:
    dialog = cast("ActDialog", await stage.open(Action.SUSPEND, (1, 2, 3)))
    dialog._panel._blocked.cellActivated.emit(0, 0)
    assert stage.wanted == [CardFilter(card_ids=(1, 3))]
    assert stage.started == []


async def test_a_remark_is_written_for_all_cards_at_once(qloop: object, stage: Stage) -> None:
    row = a_card_row(remark="north gate")
    dialog = cast("Any", await stage.open(Action.REMARK, (row.id,), row))
    assert dialog._words.toPlainText() == "north gate"
    dialog._words.setPlainText("北门 2\nleft")
    dialog.confirm_button.click()
    await stage.rest()
    assert stage.desk.edits.done == [("remark", (row.id,), "北门 2 left")]


async def test_enter_writes_a_remark(qloop: object, stage: Stage) -> None:
    dialog = cast("Any", await stage.open(Action.REMARK, (2, 4)))
    dialog.show()
    QTest.keyClicks(dialog._words, "north gate")
    QTest.keyClick(dialog._words, Qt.Key.Key_Return)
    await stage.rest()
    assert stage.desk.edits.done == [("remark", (2, 4), "north gate")]
    assert stage.messages.history[-1].words == "Remark of 2 cards written."


async def test_a_remark_over_100_characters_cannot_be_written(qloop: object, stage: Stage) -> None:
    dialog = cast("Any", await stage.open(Action.REMARK, (2,)))
    dialog._words.setPlainText("x" * 101)
    assert dialog._left.text() == "101 of 100 characters"
    assert not dialog.confirm_button.isEnabled()
    dialog.reject()


def _ticks(dialog: Any) -> dict[str, str]:
    return {item.text(): item.checkState().name for item in dialog._items()}


async def test_tags_stand_as_the_cards_have_them_and_only_what_is_changed_is_written(
    qloop: object, stage: Stage
) -> None:
    dialog = cast("Any", await stage.open(Action.TAG, (1, 2)))
    assert _ticks(dialog) == {
        "depot": "PartiallyChecked",
        "north": "Checked",
        "spare": "Unchecked",
        "test": "PartiallyChecked",
    }
    assert dialog._items()[0].toolTip() == "1 of 2 cards have it"
    assert not dialog.confirm_button.isEnabled()  # nothing is changed yet
    depot, north, _, test = dialog._items()
    depot.setCheckState(Qt.CheckState.Checked)
    north.setCheckState(Qt.CheckState.Unchecked)
    test.setCheckState(Qt.CheckState.Unchecked)
    dialog._new.setText("新")
    dialog.confirm_button.click()
    await stage.rest()
    assert stage.desk.edits.done == [("tags", (1, 2), ("depot", "新"), ("north", "test"))]


async def test_a_tag_is_typed_and_written_with_enter(qloop: object, stage: Stage) -> None:
    dialog = cast("Any", await stage.open(Action.TAG, (1, 2)))
    assert dialog.focusWidget() is dialog._new
    assert not dialog._hint.isHidden()  # some are half ticked
    QTest.keyClicks(dialog._new, "SPARE")
    assert dialog.confirm_button.isEnabled()
    QTest.keyClick(dialog._new, Qt.Key.Key_Return)
    await stage.rest()
    assert stage.desk.edits.done == [("tags", (1, 2), ("spare",), ())]
    assert stage.messages.history[-1].words == "Tags of 2 cards changed."
    assert shown(tags_written(1)) == "Tags of 1 card changed."
    assert shown(remark_written(1)) == "Remark of 1 card written."


async def test_nothing_is_written_when_nothing_was_changed(qloop: object, stage: Stage) -> None:
    dialog = cast("Any", await stage.open(Action.TAG, (2,)))
    assert _ticks(dialog)["north"] == "Checked"
    assert dialog._hint.isHidden()
    dialog._new.setText("north")
    dialog._add.click()
    assert not dialog.confirm_button.isEnabled()
    spare = dialog._items()[2]
    spare.setCheckState(Qt.CheckState.Checked)
    assert dialog.confirm_button.isEnabled()
    spare.setCheckState(Qt.CheckState.Unchecked)
    dialog.confirmed()
    await stage.rest()
    assert stage.desk.edits.done == []
    dialog.reject()


async def test_a_long_reason_takes_a_second_line(qloop: object, stage: Stage) -> None:
    dialog = cast("Any", await stage.open(Action.SUSPEND, (1, 2)))
    table = dialog.findChildren(GroupTable)[1]
    dialog.resize(480, 400)
    dialog.show()
    assert table.rowHeight(0) == 28
    assert table.height() == 28 + 28 + 2 * table.frameWidth()
    table.show_groups(["Left alone because", "Cards"], [["why not " * 30, "3"]], (1,))
    assert table.rowHeight(0) > 2 * 14
    narrow = table.rowHeight(0)
    dialog.resize(1_200, 400)
    QApplication.processEvents()
    assert table.rowHeight(0) < narrow
    dialog.reject()


async def test_every_control_of_every_dialog_has_a_name(qloop: object, stage: Stage) -> None:
    for action in (
        Action.SUSPEND,
        Action.RENEW,
        Action.USAGE_LIMIT,
        Action.AUTO_REBIND,
        Action.TAG,
    ):
        dialog = await stage.open(action, (1, 2))
        kinds: tuple[type[QWidget], ...] = (QLineEdit, QComboBox, QTableWidget)
        for kind in kinds:
            for control in dialog.findChildren(kind):
                assert control.accessibleName(), (action, control)
        cast("ActDialog", dialog).reject()
        await stage.rest()


def test_the_gate_forgets_its_answer_when_the_number_changes(qtbot: Any) -> None:
    gate = Gate()
    qtbot.addWidget(gate)
    heard: list[bool] = []
    gate.opened_changed.connect(heard.append)
    gate.ask_for(GateKind.NUMBER, 12, "north")
    number = gate.number
    number.setText("12")
    assert gate.opened
    gate.ask_for(GateKind.NUMBER, 13, "north")
    assert not gate.opened
    assert heard[-2:] == [True, False] or heard[-1] is False


def _only(within: QWidget, kind: type[W]) -> W:
    (found,) = within.findChildren(kind)
    return found


async def test_an_act_on_sub_cards_names_them_and_their_number(qloop: object, stage: Stage) -> None:
    open_sub_card_action(
        stage.context,
        Action.SUSPEND,
        4,
        ("1460993000001", "1460993000002"),
        stage.parent,
        sent=stage.sent.append,
    )
    await stage.rest()
    (dialog,) = stage.parent.findChildren(ActDialog)
    assert dialog.confirm_button.text() == "Suspend 2 sub-cards"
    dialog.confirm_button.click()
    await stage.rest()
    (preview,) = stage.started
    assert preview.request == Request(Action.SUSPEND, ("1460993000001", "1460993000002"))
    assert preview.eligible_ids == (4,)
