"""Chips: the question in parts, each to switch off or take away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.errors import KnownError
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.models.texts import text
from simdesk.ui.filter.chips import ChipBar
from simdesk.ui.filter.saved import SaveSearchDialog
from tests.ui.details.fakes import FakeDesk, a_context, a_desk, said_in, unnamed_controls, until

QUESTION = "status:in_use usage>=100MB -tag:test ~apn:cmiot"


@pytest.fixture
def bar(qtbot: QtBot) -> ChipBar:
    bar = ChipBar(a_context(FakeDesk()))
    qtbot.addWidget(bar)
    bar.resize(1100, 60)
    bar.show_filter(parse_filter(QUESTION))
    bar.show()
    return bar


def chips(bar: ChipBar) -> list[str]:
    return [chip.words for chip in bar.chips]


def buttons(bar: ChipBar, place: int) -> tuple[QToolButton, QToolButton]:
    switch, remove = bar.chips[place].findChildren(QToolButton)
    return switch, remove


def test_each_condition_is_a_chip(bar: ChipBar) -> None:
    assert chips(bar) == ["status: In Use", "usage >= 100 MB", "not tag: test", "apn: cmiot"]
    switch, remove = buttons(bar, 3)
    assert switch.accessibleName() == "Condition apn: cmiot, off"
    assert remove.accessibleName() == "Remove condition apn: cmiot"


def test_nothing_asked_shows_nothing(qtbot: QtBot, bar: ChipBar) -> None:
    bar.show_filter(CardFilter())
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("place", "part", "after"),
    [
        (0, 0, "~status:in_use usage>=100MB -tag:test ~apn:cmiot"),
        (3, 0, "status:in_use usage>=100MB -tag:test apn:cmiot"),
        (2, 0, "status:in_use usage>=100MB ~-tag:test ~apn:cmiot"),
        (1, 1, "status:in_use -tag:test ~apn:cmiot"),
    ],
)
def test_a_chip_is_switched_or_taken_away(
    qtbot: QtBot, bar: ChipBar, place: int, part: int, after: str
) -> None:
    with qtbot.waitSignal(bar.filter_changed) as heard:
        buttons(bar, place)[part].click()
    assert filter_text(heard.args[0]) == after
    assert len(bar.chips) == len(parse_filter(after).terms)


def test_chips_are_reached_by_keys(qtbot: QtBot, bar: ChipBar) -> None:
    chip = bar.chips[1]
    moved: list[int] = []
    chip.moved.connect(moved.append)
    qtbot.keyClick(chip, Qt.Key.Key_Right)
    qtbot.keyClick(chip, Qt.Key.Key_Left)
    assert moved == [1, -1]
    with qtbot.waitSignal(bar.filter_changed) as heard:
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert filter_text(heard.args[0]) == "status:in_use -tag:test ~apn:cmiot"


def test_a_list_of_cards_is_a_chip_that_can_only_be_removed(qtbot: QtBot, bar: ChipBar) -> None:
    bar.show_filter(CardFilter(card_ids=tuple(range(2_341))))
    assert chips(bar) == ["2,341 listed cards"]
    assert not bar.save_button.isEnabled()
    with qtbot.waitSignal(bar.filter_changed) as heard:
        buttons(bar, 0)[1].click()
    assert heard.args == [CardFilter()]
    assert not bar.isVisible()


def test_clear_asks_nothing(qtbot: QtBot, bar: ChipBar) -> None:
    with qtbot.waitSignal(bar.filter_changed) as heard:
        bar.clear_button.click()
    assert heard.args == [CardFilter()]


def test_many_chips_take_two_rows_and_scroll(bar: ChipBar) -> None:
    one_row = bar.sizeHint().height()
    assert one_row < 40
    bar.show_filter(parse_filter(" ".join(f"word{number}" for number in range(40))))
    two_rows = bar.sizeHint().height()
    assert one_row < two_rows <= 2 * one_row
    bar.show_filter(parse_filter(" ".join(f"word{number}" for number in range(80))))
    assert bar.sizeHint().height() == two_rows


def test_a_long_condition_is_cut_short_but_told_in_whole(bar: ChipBar) -> None:
    words = "北门仓库" * 40
    bar.show_filter(parse_filter(f'"{words}"'))
    switch, _ = buttons(bar, 0)
    assert switch.text().endswith("…")
    assert words in switch.toolTip()
    assert words in switch.accessibleName()


def test_every_control_has_a_name(bar: ChipBar) -> None:
    assert unnamed_controls(bar) == []


async def test_a_search_is_saved_under_a_name(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        bar = ChipBar(context)
        qtbot.addWidget(bar)
        bar.show_filter(parse_filter(QUESTION))
        bar.save_button.click()
        (dialog,) = bar.findChildren(SaveSearchDialog)
        (name,) = dialog.findChildren(QLineEdit)
        assert not dialog.confirm_button.isEnabled()
        qtbot.keyClicks(name, "  Busy cards ")
        desk.searches.trouble = KnownError(text("There is a search of this name already."))
        dialog.confirm_button.click()
        await until(lambda: said_in(dialog))
        assert dialog.isVisible()
        desk.searches.trouble = None
        dialog.confirm_button.click()
        await until(lambda: desk.searches.held)
        assert [(one.name, one.filter_text) for one in desk.searches.held.values()] == [
            ("Busy cards", QUESTION)
        ]
        await until(lambda: not bar.findChildren(SaveSearchDialog))
