"""Finding, at its edges: focus that stays, complaints that come back, searches that are chosen."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.changes import SearchesChanged
from simdesk.models.filter_fields import FIELDS
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.services.searches import SavedSearch
from simdesk.ui.filter.chips import ChipBar
from simdesk.ui.filter.criteria import shows
from simdesk.ui.filter.dock import FilterDock
from simdesk.ui.filter.quick_search import QuickSearch
from simdesk.ui.filter.saved import SavedList, SaveSearchDialog
from tests.ui.details.fakes import FakeDesk, a_context, a_desk, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key


def test_a_chip_leaves_keys_alone_that_are_not_its_own(qtbot: QtBot) -> None:
    bar = ChipBar(a_context(FakeDesk()))
    qtbot.addWidget(bar)
    asked = parse_filter("carrier:CMCC tag:depot")
    bar.show_filter(asked)
    bar.show()
    heard: list[CardFilter] = []
    bar.filter_changed.connect(heard.append)
    kept = bar.chips
    qtbot.keyClick(bar.chips[0], Key.Key_A)
    bar.show_filter(parse_filter("carrier:CMCC tag:depot"))
    assert bar.chips == kept, "the same question: the same chips, and whoever holds the keys"
    qtbot.keyClick(bar.chips[0], Key.Key_Backspace)
    qtbot.waitUntil(lambda: bool(heard))
    assert [filter_text(one) for one in heard] == ["tag:depot"]


def test_keys_stay_in_the_chips_when_one_is_taken_away(qtbot: QtBot) -> None:
    bar = ChipBar(a_context(FakeDesk()))
    qtbot.addWidget(bar)
    bar.show_filter(parse_filter("carrier:CMCC tag:depot smart:yes"))
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.chips[1].setFocus()
    for _ in range(2):
        qtbot.keyClick(bar.chips[0], Key.Key_Left)  # there is none before the first
        qtbot.keyClick(bar.chips[-1], Key.Key_Right)  # nor behind the last
    assert bar.chips[1].holds_focus
    qtbot.keyClick(bar.chips[1], Key.Key_Delete)
    qtbot.waitUntil(lambda: len(bar.chips) == 2)
    assert bar.chips[1].holds_focus
    qtbot.keyClick(bar.chips[1], Key.Key_Delete)
    qtbot.waitUntil(lambda: len(bar.chips) == 1)
    assert bar.chips[0].holds_focus


async def test_a_complaint_comes_back_with_the_keys_and_goes_along_with_the_box(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk() as (_, context):
        dock = FilterDock(context)  # a window with something else to give the keys to
        qtbot.addWidget(dock)
        search = QuickSearch(context, dock)
        search.setGeometry(10, 200, 300, 28)
        dock.resize(500, 400)
        dock.show()
        search.show()
        search.setFocus()
        search.setText("usage:many")
        qtbot.keyClick(search, Key.Key_Return)
        await until(lambda: search.complaint)
        dock.find_box.setFocus()
        await until(lambda: not search.complaint)
        search.setFocus()
        await until(lambda: search.complaint)
        before = search._note.geometry()
        search.move(10, 240)
        dock.resize(520, 420)
        await until(lambda: search._note.geometry() != before)
        assert search._note.geometry().top() > before.top()


async def test_a_completion_is_taken_with_the_mouse(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = FilterDock(context)
        qtbot.addWidget(dock)
        search = QuickSearch(context, dock)
        dock.show()
        search.setFocus()
        qtbot.keyClicks(search, "carr")
        completions = search.completions
        completions.offer(explicitly=True)
        assert [one.insert for one in completions._model.found][:1] == ["carrier:"]
        completions._on_activated(completions._model.index(0, 0))
        assert search.text() == "carrier:"
        completions.choose(99)
        completions._on_activated(QModelIndex())
        assert search.text() == "carrier:"


def held(desk: FakeDesk) -> None:
    desk.searches.held = {
        1: SavedSearch(1, "Depot", "tag:depot"),
        2: SavedSearch(2, "Stopped", "status:stopped"),
    }


def press(saved: SavedList, words: str) -> None:
    next(one for one in saved.findChildren(QPushButton) if one.text() == words).click()


async def test_the_chosen_search_stays_chosen_when_the_list_is_read_again(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk() as (desk, context):
        held(desk)
        saved = SavedList(context)
        qtbot.addWidget(saved)
        saved.show()
        heard: list[str] = []
        saved.filter_chosen.connect(lambda asked: heard.append(filter_text(asked)))
        saved.read()
        await until(lambda: saved.list.count() == 2)
        saved.list.setCurrentRow(1)
        desk.searches.held[3] = SavedSearch(3, "Anew", "smart:yes")
        desk.announcer.announce(SearchesChanged())
        await until(lambda: saved.list.count() == 3)
        press(saved, "Apply")
        assert heard == ["status:stopped"]


async def test_rename_opens_the_name_in_its_place(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        held(desk)
        saved = SavedList(context)
        qtbot.addWidget(saved)
        saved.show()
        saved.read()
        await until(lambda: saved.list.count() == 2)
        saved.list.setCurrentRow(0)
        press(saved, next(b.text() for b in saved.findChildren(QPushButton) if "ename" in b.text()))
        (name,) = saved.list.findChildren(QLineEdit)
        name.setText("Warehouse")
        qtbot.keyClick(name, Key.Key_Return)
        await until(lambda: desk.searches.held[1].name == "Warehouse")


async def test_a_list_of_cards_is_said_not_to_be_saved(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        asked = CardFilter(parse_filter("tag:depot").terms, (1, 2))
        notes = []
        for question in (asked, CardFilter(asked.terms)):
            dialog = SaveSearchDialog(context, question)
            qtbot.addWidget(dialog)
            words = [label.text() for label in dialog.findChildren(QLabel)]
            notes.append("The list of cards is not saved along." in words)
        assert notes == [True, False]


def test_an_operator_a_control_has_not_is_left_to_the_chips() -> None:
    assert not shows(FIELDS["carrier"], Term("carrier", Operator.CONTAINS, ("CM",)))
