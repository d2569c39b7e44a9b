"""Saved searches: applied, renamed, deleted and brought back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.changes import SearchesChanged
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.texts import text
from simdesk.services.searches import SavedSearch
from simdesk.ui.filter.dock import FilterDock
from simdesk.ui.filter.saved import SavedList, SaveSearchDialog
from tests.ui.details.fakes import FakeDesk, a_desk, unnamed_controls, until


def held(desk: FakeDesk) -> None:
    desk.searches.held = {
        1: SavedSearch(1, "Depot", "tag:depot expires<30d"),
        2: SavedSearch(2, "Broken", "no_such_field:1"),
    }


def names(saved: SavedList) -> list[str]:
    return [saved.list.item(row).text() for row in range(saved.list.count())]


def press(saved: SavedList, words: str) -> None:
    next(one for one in saved.findChildren(QPushButton) if one.text() == words).click()


async def test_a_saved_search_is_applied(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        held(desk)
        dock = FilterDock(context)
        qtbot.addWidget(dock)
        said: list[str] = []
        dock.filter_changed.connect(lambda asked: said.append(filter_text(asked)))
        dock.show()
        dock.tabs.setCurrentWidget(dock.saved)
        await until(lambda: names(dock.saved) == ["Broken", "Depot"])
        assert unnamed_controls(dock) == []
        dock.saved.list.setCurrentRow(1)
        qtbot.keyClick(dock.saved.list, Qt.Key.Key_Return)
        assert said == ["tag:depot expires<30d"]
        dock.saved.list.setCurrentRow(0)
        press(dock.saved, "Apply")
        assert len(said) == 1
        assert "no_such_field" in context.messages.history[-1].words


async def test_a_saved_search_is_renamed_in_place(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        held(desk)
        saved = SavedList(context)
        qtbot.addWidget(saved)
        saved.read()
        await until(lambda: saved.list.count() == 2)
        saved.list.item(1).setText("Warehouse")
        await until(lambda: desk.searches.held[1].name == "Warehouse")
        await until(lambda: names(saved) == ["Broken", "Warehouse"])
        saved.list.item(1).setText("   ")
        assert names(saved) == ["Broken", "Warehouse"]
        desk.searches.trouble = KnownError(text("There is a search of this name already."))
        saved.list.item(1).setText("Broken")
        await until(lambda: context.messages.history)
        await until(lambda: names(saved) == ["Broken", "Warehouse"])


async def test_a_deleted_search_can_be_brought_back(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        held(desk)
        saved = SavedList(context)
        qtbot.addWidget(saved)
        saved.show()
        saved.read()
        await until(lambda: saved.list.count() == 2)
        saved.list.setCurrentRow(1)
        qtbot.keyClick(saved.list, Qt.Key.Key_Delete)
        await until(lambda: names(saved) == ["Broken"])
        message = context.messages.history[-1]
        assert message.words == "Deleted the saved search “Depot”."
        assert message.offer is not None
        message.offer.run()
        await until(lambda: names(saved) == ["Broken", "Depot"])


async def test_the_question_asked_now_is_saved_from_here(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = FilterDock(context)
        qtbot.addWidget(dock)
        assert not dock.saved.save.isEnabled()
        dock.show_filter(parse_filter("tag:depot"))
        dock.saved.save.click()
        (dialog,) = dock.findChildren(SaveSearchDialog)
        assert "tag:depot" in [label.text() for label in dialog.findChildren(QLabel)]
        dialog.reject()


async def test_the_list_follows_what_others_save(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        saved = SavedList(context)
        qtbot.addWidget(saved)
        saved.show()
        assert not saved.list.isVisible()
        held(desk)
        desk.announcer.announce(SearchesChanged())
        await until(saved.list.isVisible)
