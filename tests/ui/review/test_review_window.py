"""The main window over a spreadsheet: the same page, nothing that acts, and the reason why."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from simdesk.models.actions import REVIEWED
from simdesk.models.capabilities import Capabilities
from simdesk.models.filter_text import parse_filter
from simdesk.ui.actions.spec import Menu
from simdesk.ui.cards.columns import index_of
from simdesk.ui.details.dock import Tab
from simdesk.ui.main_window import CARDS, MainWindow
from simdesk.ui.pages import review_pages
from simdesk.ui.text import shown
from tests.ui.fakes import FakeDesk, a_context, a_fleet, until
from tests.ui.review.sheets import a_review

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
REVIEW = Capabilities(review=True)


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    found = FakeDesk(tmp_path, a_fleet(120), REVIEW)
    found.simulation = None  # type: ignore[assignment]
    found.review = a_review()
    return found


@asynccontextmanager
async def _a_review(desk: FakeDesk) -> AsyncIterator[Any]:
    context = a_context(desk)
    window: Any = MainWindow("cards.xlsx (review)", desk.settings, (CARDS, *review_pages()))
    window.furnish(context)
    window.resize(1366, 768)
    window.show()
    try:
        await until(lambda: window.cards.presenter.facts.usage_as_of is not None)
        yield window
    finally:
        window.hide()
        context.bridge.close()
        await context.tasks.aclose()
        window.deleteLater()


async def test_every_act_is_closed_with_the_reason_and_looking_stays_open(
    qloop: object, desk: FakeDesk
) -> None:
    async with _a_review(desk) as window:
        window.cards.table.go_to(0)
        window.registry.run("edit.select_all")
        await until(lambda: window.cards.table.selected.count > 1)
        registry = window.registry
        acts = [one for one in registry.specs.values() if one.menu in (Menu.CARD, Menu.OPERATION)]
        looking = {"card.details", "card.sub_cards"}
        assert len(acts) > 15
        for spec in acts:
            if spec.id not in looking:
                assert registry.reason(spec.id) == shown(REVIEWED), spec.id
                assert not registry.actions[spec.id].isEnabled()
        for barred in ("file.sync", "file.back_up", "edit.undo", "edit.limits"):
            assert registry.reason(barred) == shown(REVIEWED)
        for open_one in ("file.export", "edit.copy", "view.group", "file.quit"):
            assert registry.reason(open_one) is None, open_one


async def test_it_has_the_pages_that_make_sense_and_no_others(
    qloop: object, desk: FakeDesk
) -> None:
    async with _a_review(desk) as window:
        buttons = window.navigation.findChildren(QPushButton)
        names = [one.text() for one in buttons if one.isVisible()]
        assert names == ["Cards", "Exported files"]
        window.show_orders("CM_SC_M_2_100M")
        window.show_operation("nothing")
        assert not window._elsewhere()


async def test_a_remark_is_not_edited_and_the_provider_is_not_asked(
    qloop: object, desk: FakeDesk
) -> None:
    async with _a_review(desk) as window:
        table = window.cards.table
        table.go_to(0, index_of("remark"))
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_F2)
        table.doubleClicked.emit(table.currentIndex())
        assert table.state() is not table.State.EditingState
        assert not window.cards.edit_remark()
        window.cards.show_details()
        await until(lambda: window.cards.details.card_id is not None)
        window.cards.details._on_looked_at()
        assert "details: refresh" not in window._context.tasks.names()
        tabs = window.cards.details.tabs
        assert not tabs.isTabVisible(Tab.RECORDS)
        assert not tabs.isTabVisible(Tab.AUTOMATION)
        assert not tabs.isTabVisible(Tab.SETTINGS)
        assert window.cards.details.headline._next.isHidden()
        listed = window.cards.details.basic.lines()
        assert set(listed) == {
            "ICCID",
            "MSISDN",
            "Plan expires",
            "Cumulative traffic in cycle",
            "Remarks",
        }
        assert tabs.isTabVisible(Tab.BASIC)


async def test_an_empty_answer_says_so_and_never_offers_a_sync(
    qloop: object, desk: FakeDesk
) -> None:
    async with _a_review(desk) as window:
        page = window.cards
        window.show_cards(parse_filter("tag:nowhere"))
        await until(page.empty.isVisible)
        page.empty.explain(parse_filter(""), syncing=False)
        assert "cancelled:yes" in page.empty._words.text()
        assert page.empty._button.isHidden()
