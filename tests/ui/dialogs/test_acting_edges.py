"""Acting where something is known already, missing, refused, or pressed at the wrong moment."""

import asyncio
from collections.abc import Sequence
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton, QWidget

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import AddOnRequest, LimitRequest, Preview, RebindRequest
from simdesk.models.orders import AddOnOffer, Money, Offers
from simdesk.models.texts import text
from simdesk.models.usage import KB_PER_MB
from simdesk.ui.dialogs.act import ActDialog
from simdesk.ui.dialogs.delete_exports import delete_words
from simdesk.ui.dialogs.forms import LimitForm
from simdesk.ui.text import shown
from tests.factories import a_card_row, some_details
from tests.ui.dialogs.test_acting import FakeOperations, Stage, _only, _Voucher

AWAY = KnownError(text("The provider is away."), text("Try later."))


@pytest.fixture
def stage(qtbot: Any) -> Stage:
    window = QWidget()
    qtbot.addWidget(window)
    return Stage(window)


def radio(within: QWidget, words: str) -> QRadioButton:
    return next(one for one in within.findChildren(QRadioButton) if one.text().startswith(words))


class OnlyAddOns(FakeOperations):
    async def offers(self, ids: Sequence[int]) -> tuple[Any, ...]:
        return (_Voucher(Offers((), (AddOnOffer(102_400, Money(500)),))),)


class NoOffers(FakeOperations):
    async def offers(self, ids: Sequence[int]) -> tuple[Any, ...]:
        raise AWAY


class Refusing(FakeOperations):
    """Answers a start when told to, with a refusal."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()

    async def start(self, preview: Preview, reason: str = "") -> str:
        self.started.append(preview)
        await self.gate.wait()
        raise AWAY


async def test_a_limit_begins_with_what_the_card_has(qloop: object, stage: Stage) -> None:
    details = some_details(card_limit_kb=500 * KB_PER_MB, limit_auto_restore=False)
    row = a_card_row(id=2, details=details)
    dialog = cast("ActDialog", await stage.open(Action.USAGE_LIMIT, (2,), row))
    assert _only(dialog._form, QLineEdit).text() == "500MB"
    assert stage.desk.operations.previewed[-1] == LimitRequest(500, False)
    _only(dialog._form, QCheckBox).setChecked(True)
    await stage.rest()
    assert stage.desk.operations.previewed[-1] == LimitRequest(500, True)
    dialog.reject()


async def test_a_limit_is_taken_away_whatever_size_is_written(qloop: object, stage: Stage) -> None:
    dialog = cast("ActDialog", await stage.open(Action.USAGE_LIMIT, (2,)))
    _only(dialog._form, QLineEdit).setText("nonsense")
    await stage.rest()
    radio(dialog, "Remove").setChecked(True)
    await stage.rest()
    assert stage.desk.operations.previewed[-1] == LimitRequest(0)
    assert not _only(dialog._form, QLineEdit).isEnabled()
    assert not dialog._error.isVisibleTo(dialog)
    assert dialog.confirm_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("1023KB", "is not possible"),
        ("1.5MB", "is not possible"),
        ("9007199254740991MB", "is not a data size"),
    ],
)
def test_a_limit_the_provider_does_not_take_is_refused_at_once(
    qtbot: Any, words: str, sentence: str
) -> None:
    form = LimitForm()
    qtbot.addWidget(form)
    _only(form, QLineEdit).setText(words)
    with pytest.raises(KnownError, match=sentence) as told:
        form.request()
    assert words in str(told.value)


@pytest.mark.parametrize(("now", "offered"), [(True, False), (False, True), (None, True)])
async def test_automatic_rebind_offers_the_other_way(
    qloop: object, stage: Stage, now: bool | None, offered: bool
) -> None:
    details = None if now is None else some_details(auto_rebind=now)
    row = a_card_row(id=2, details=details)
    dialog = cast("ActDialog", await stage.open(Action.AUTO_REBIND, (2,), row))
    assert stage.desk.operations.previewed[-1] == RebindRequest(offered)
    radio(dialog, "Off" if offered else "On").setChecked(True)
    await stage.rest()
    assert stage.desk.operations.previewed[-1] == RebindRequest(not offered)
    dialog.reject()


async def test_an_add_on_is_begun_with_when_it_was_asked_for(qloop: object, stage: Stage) -> None:
    dialog = cast("ActDialog", await stage.open(Action.ADD_ON, (2,)))
    assert radio(dialog, "Purchase").isChecked()
    assert stage.desk.operations.previewed[-1] == AddOnRequest(102_400, 1)
    dialog.reject()


async def test_where_only_add_ons_are_sold_the_renewal_cannot_be_chosen(
    qloop: object, stage: Stage
) -> None:
    stage.desk.operations = OnlyAddOns()
    dialog = cast("ActDialog", await stage.open(Action.RENEW, (2,)))
    assert radio(dialog, "Purchase").isChecked()
    assert not radio(dialog, "Renew").isEnabled()
    assert stage.desk.operations.previewed[-1] == AddOnRequest(102_400, 1)
    dialog.reject()


async def test_offers_that_cannot_be_read_are_told_in_the_dialog(
    qloop: object, stage: Stage
) -> None:
    stage.desk.operations = NoOffers()
    dialog = cast("ActDialog", await stage.open(Action.RENEW, (2,)))
    assert dialog._error.text() == "The provider is away. Try later."
    assert not dialog.confirm_button.isEnabled()
    assert all(combo.count() == 0 for combo in dialog.findChildren(QComboBox)[:2])
    stage.desk.operations = FakeOperations()
    dialog._again.click()
    await stage.rest()
    assert not dialog._error.isVisible()
    assert dialog.findChildren(QComboBox)[0].count() == 2
    assert dialog.confirm_button.isEnabled()
    dialog.reject()


async def test_a_start_under_way_cannot_be_walked_away_from_and_its_refusal_stays(
    qloop: object, stage: Stage, qtbot: Any
) -> None:
    stage.desk.operations = operations = Refusing()
    dialog = cast("ActDialog", await stage.open(Action.SUSPEND, (2,)))
    dialog.confirm_button.click()
    await stage.rest()
    dialog.close()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.confirmed()
    assert dialog.isVisible()
    operations.gate.set()
    await stage.rest()
    assert dialog.isVisible()
    assert dialog._error.text() == "The provider is away. Try later."
    assert (len(operations.started), stage.sent) == (1, [])
    assert dialog.confirm_button.isEnabled()
    dialog.close()
    assert not dialog.isVisible()


async def test_tags_of_one_card_begin_as_they_are(qloop: object, stage: Stage) -> None:
    row = a_card_row(id=2, tags=("depot", "north", "test"))
    dialog = cast("Any", await stage.open(Action.TAG, (2,), row))
    ticked = [item.text() for item in dialog._items() if item.checkState() is Qt.CheckState.Checked]
    assert ticked == ["depot", "north", "test"]
    assert dialog._items()[2].checkState() is Qt.CheckState.Unchecked
    dialog.reject()


async def test_a_tag_that_is_there_is_ticked_and_not_listed_twice(
    qloop: object, stage: Stage
) -> None:
    dialog = cast("Any", await stage.open(Action.TAG, (1, 2)))
    for words, count in (("   ", 4), ("TEST", 4), ("north gate", 5)):
        dialog._new.setText(words)
        dialog._on_add_clicked()
        assert dialog._list.count() == count
    assert dialog._wanted() == (("test", "north gate"), ())
    dialog.reject()


@pytest.mark.parametrize(
    ("count", "gone", "words"),
    [
        (1, 0, "Remove 1 line from the list"),
        (1_200, 0, "Remove 1,200 lines from the list"),
    ],
)
def test_the_button_says_that_only_lines_go(count: int, gone: int, words: str) -> None:
    assert shown(delete_words(count, gone)) == words
