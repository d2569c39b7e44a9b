"""The language changes while the program runs: new windows stand where the old ones stood."""

import asyncio
import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QDialog

from simdesk import app
from simdesk.compose import Desk, SystemClock, open_desk
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.texts import text
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.ui.details.dock import Tab
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Messages
from simdesk.ui.open_window import OpenWindow, show_desk
from simdesk.ui.renewal import Renewal
from simdesk.ui.tasks import Tasks
from tests.pseudo import pseudo, spoken_pseudo

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.long_async(60),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
PLAN = FleetPlan(cards=300)


async def until(holds: Callable[[], object]) -> None:
    for _ in range(3_000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


async def opened_on(folder: Path) -> tuple[Desk, OpenWindow]:
    desk = await open_desk(folder, PLAN, SystemClock(), "tester")
    await desk.sync.run()
    opened = show_desk(desk)
    await until(lambda: opened.window.cards.presenter.facts.total)
    return desk, opened


async def test_a_new_window_stands_where_the_old_one_stood(qloop: object, tmp_path: Path) -> None:
    desk, opened = await opened_on(tmp_path)
    old, told = opened.window, opened.context.messages
    told.warn("something")
    old.resize(1100, 700)
    cards = old.cards
    cards.show_cards(parse_filter("status:in-use"))
    await until(lambda: cards.presenter.facts.complete and not opened.context.tasks.names())
    cards.table.selected.select(list(cards.model.ids[2:5]))
    cards.table.setCurrentIndex(cards.model.index(4, 3))
    selected, current = list(cards.table.selected.ids()), cards.table.current_id()
    cards.show_details()
    cards.details.open_tab(Tab.SETTINGS)
    cards.group.group_by("carrier")
    old.show_page("orders")
    old.page("orders").search.setText("8986")
    old.show_page("operations")

    with spoken_pseudo():
        opened.renew()
    new = opened.window
    assert new is not old
    assert (new.isVisible(), old.isVisible()) == (True, False)
    assert new.navigation.shown == "operations"
    assert opened.context.messages is told
    assert [one.words for one in told.history] == ["something"]
    assert new.message_bar.standing is told.history[0]
    assert new.page("orders").search.text() == "8986"
    await until(lambda: list(new.cards.table.selected.ids()) == selected)
    assert new.cards.question == parse_filter("status:in-use")
    assert new.cards.table.current_id() == current
    assert new.cards.details.tabs.currentIndex() == Tab.SETTINGS
    assert new.cards.group.field == "carrier"
    assert not new.cards.group.isHidden()
    assert new.cards.table.accessibleName() == pseudo("Cards")
    await until(lambda: not opened.context.tasks.names())
    await opened.aclose()
    await desk.aclose()


async def test_nothing_of_the_old_window_is_left(qloop: object, tmp_path: Path) -> None:
    desk, opened = await opened_on(tmp_path)
    for page in ("orders", "operations", "rules", "overview", "audit"):
        opened.window.show_page(page)
    geometry = opened.window.geometry()
    gone = [weakref.ref(one) for one in (opened.window, opened.window.cards, opened.context)]
    opened.renew()
    assert opened.window.geometry() == geometry
    await until(lambda: not opened.context.tasks.names())
    await asyncio.sleep(0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()
    assert [type(one()).__name__ for one in gone] == ["NoneType"] * 3
    assert _windows() == [opened.window]
    await opened.aclose()
    await desk.aclose()


async def test_what_the_desk_does_goes_on_and_is_seen_in_the_new_window(
    qloop: object, tmp_path: Path
) -> None:
    desk, opened = await opened_on(tmp_path)
    go, done = asyncio.Event(), []

    async def lasting() -> None:
        await go.wait()
        done.append("synced")

    async def failing() -> None:
        await go.wait()
        raise KnownError(text("It failed."))

    opened.context.tasks.start("sync", lasting(), replace=False)
    opened.context.tasks.start("write", failing(), replace=False)
    before = opened.context.tasks
    gone: list[object] = []
    opened.window.destroyed.connect(lambda *_: gone.append(None))
    opened.renew()
    assert opened.context.tasks.busy("sync")
    assert opened.window.sync_reason() is not None
    assert not before.names() & {"sync", "write"}
    await asyncio.sleep(0.05)
    assert not gone  # the old window outlives what was begun in it
    go.set()
    await until(lambda: gone and not opened.context.tasks.names())
    assert done == ["synced"]
    assert [one.words for one in opened.context.messages.history] == ["It failed."]
    assert opened.window.sync_reason() is None
    await opened.aclose()
    await desk.aclose()


async def test_tasks_that_were_handed_over_begin_what_comes_next(qloop: object) -> None:
    messages = Messages()
    old, new = Tasks(messages), Tasks(messages)
    go, seen = asyncio.Event(), []

    async def read() -> None:
        seen.append("read")

    async def write() -> None:
        await go.wait()
        old.start("follow up", read(), replace=False)
        old.start("reading", read(), replace=True)

    async def reading() -> None:
        await asyncio.Event().wait()

    old.start("write", write(), replace=False)
    old.start("reading", reading(), replace=True)
    await asyncio.sleep(0)
    ending = old.hand_over(new, frozenset())
    old.start("write", read(), replace=False)  # a timer of the old window
    assert {task.get_name() for task in ending} == {"write", "reading"}
    go.set()
    await asyncio.gather(*ending, return_exceptions=True)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert seen == ["read"]
    await old.aclose()
    await new.aclose()


async def test_the_windows_wait_for_open_dialogs(qloop: object) -> None:
    messages, renewed = Messages(), []
    renewal = Renewal(lambda: renewed.append(QLocale().name()), messages)
    before = QLocale()
    dialog = QDialog()
    dialog.open()
    renewal.speak("zh_CN")
    await until(lambda: messages.history)
    renewal.speak("en")
    await asyncio.sleep(0.15)
    assert (renewed, renewal.waiting, len(messages.history)) == ([], True, 1)
    dialog.accept()
    await until(lambda: renewed)
    assert renewed == ["en_US"]
    assert not renewal.waiting
    renewal.speak("en")
    await until(lambda: len(renewed) == 2)
    QLocale.setDefault(before)
    dialog.deleteLater()


async def test_the_program_changes_its_language_and_ends_in_good_order(
    qloop: object, tmp_path: Path
) -> None:
    before = QLocale()
    life = asyncio.ensure_future(app.live(tmp_path / "demo", PLAN, "tester"))
    await until(lambda: _windows() and _windows()[0].furnished)
    (old,) = _windows()
    await until(lambda: old.cards.presenter.facts.total)
    old._context.preferences.change({"language": "zh_CN"})
    await until(lambda: [one for one in _windows() if one is not old and one.isVisible()])
    new = next(one for one in _windows() if one is not old and one.isVisible())
    await until(lambda: _windows() == [new])  # what goes on for ever does not keep the old one
    assert QLocale().name() == "zh_CN"
    new.language_wanted.emit("en")
    await until(lambda: [one for one in _windows() if one is not new and one.isVisible()])
    last = next(one for one in _windows() if one is not new and one.isVisible())
    last.close()
    assert await life == 0
    QLocale.setDefault(before)


def _windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
