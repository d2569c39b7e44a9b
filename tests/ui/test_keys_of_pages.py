"""Keys mean one thing: on every page, what the page and what the window offer do not collide."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from simdesk.compose import SystemClock, open_desk
from simdesk.models.errors import KnownError
from simdesk.models.keys import check_key, read_key
from simdesk.services.providers.simulator import FleetPlan
from tests.ui.fakes import a_window, until

PAGES = (
    "overview",
    "cards",
    "vouchers",
    "tags",
    "rules",
    "notifications",
    "orders",
    "exports",
    "operations",
    "money",
    "audit",
)


@pytest.mark.long_async(120)
async def test_no_key_means_two_things(qloop: Any, tmp_path: Path) -> None:
    desk = await open_desk(tmp_path, FleetPlan(cards=40), SystemClock(), "lin")
    await desk.sync.run()
    async with a_window(desk) as window:
        assert tuple(window._specs) == PAGES
        for name in PAGES:
            window.show_page(name)
            await until(lambda: not window._context.tasks.names())
            page = window._pages[name]
            taken: Counter[str] = Counter()
            for action in (*window.registry.actions.values(), *page.findChildren(QAction)):
                if action.isEnabled():
                    taken.update(key.toString() for key in action.shortcuts())
            for shortcut in page.findChildren(QShortcut):
                if shortcut.context() is Qt.ShortcutContext.WindowShortcut:
                    taken[shortcut.key().toString()] += 1
            assert [key for key, times in taken.items() if times > 1] == [], name
    await desk.aclose()


@pytest.mark.long_async(120)
async def test_no_key_of_a_page_can_be_given_to_a_command(qloop: Any, tmp_path: Path) -> None:
    desk = await open_desk(tmp_path, FleetPlan(cards=40), SystemClock(), "lin")
    await desk.sync.run()
    async with a_window(desk) as window:
        found: set[str] = set()
        for name in PAGES:
            window.show_page(name)
            await until(lambda: not window._context.tasks.names())
            page = window._pages[name]
            for action in page.findChildren(QAction):
                if action not in window.registry.actions.values():
                    found |= {key.toString() for key in action.shortcuts()}
            found |= {one.key().toString() for one in page.findChildren(QShortcut)}
        assert {"Ctrl+F", "Ctrl+N", "F5", "Ctrl+."} <= found
        for key in found:
            with pytest.raises(KnownError):
                check_key(read_key(key))
    await desk.aclose()


@pytest.mark.long_async(120)
async def test_behind_another_page_nothing_happens_to_cards(qloop: Any, tmp_path: Path) -> None:
    desk = await open_desk(tmp_path, FleetPlan(cards=40), SystemClock(), "lin")
    await desk.sync.run()
    async with a_window(desk) as window:
        await until(lambda: bool(window.cards.model.ids))
        window.cards.select_all()
        window.registry.refresh()
        registry = window.registry
        assert registry.actions["card.tag"].isEnabled()
        window.show_page("vouchers")
        assert registry.reason("card.tag") == "Go to the Cards page first."
        assert registry.reason("card.suspend") == "Go to the Cards page first."
        assert registry.reason("view.columns") == "Go to the Cards page first."
        for name in ("help.palette", "file.export", "view.page_cards", "view.next_pane"):
            assert registry.reason(name) is None, name
        find = QKeySequence("Ctrl+F")
        mine = window._pages["vouchers"].findChildren(QShortcut)
        assert find in [shortcut.key() for shortcut in mine]
        window.show_page("cards")
        assert registry.reason("card.tag") is None
    await desk.aclose()
