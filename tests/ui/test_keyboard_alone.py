"""The whole job without a mouse: keys of the system to the real window, every keystroke counted.

Issue 7: find, suspend, confirm and see the result in 12 keystrokes plus the search text.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from simdesk.compose import SystemClock, open_desk
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.gate import MANY_HARD
from simdesk.models.operations import ItemState
from simdesk.services.providers.simulator import FleetPlan
from simdesk.ui.dialogs.act import READ_MS
from tests.ui.fakes import a_window, until
from tests.ui.keyboard import Keyboard

MOST = 12
"""Keystrokes that finding, suspending, confirming and seeing may take."""
LONG = 1_000
"""Turns of the loop that the simulated provider may take to answer."""
pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@asynccontextmanager
async def at_work(folder: Path, cards: int = 300) -> AsyncIterator[Any]:
    """The real window on a synced fleet of the simulated provider."""
    desk = await open_desk(folder, FleetPlan(cards=cards), SystemClock(), "lin")
    await desk.sync.run()
    try:
        async with a_window(desk) as window:
            await until(lambda: not window._context.tasks.names())
            yield window
    finally:
        await desk.aclose()


def words_of(widget: QWidget) -> str:
    """What the labels of a window say."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def dialog() -> Any:
    """The dialog in front."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    found = [one for one in found if one.isVisible()]
    return found[0] if found else None


async def at_rest(window: Any) -> None:
    await until(lambda: not window._context.tasks.names(), LONG)


async def read(preview: str) -> None:
    """Until a preview stands there, and as long as it takes to read it."""
    await until(lambda: dialog() is not None and preview in words_of(dialog()), LONG)
    await asyncio.sleep(READ_MS / 1_000 + 0.05)


async def found(window: Any, words: str) -> int:
    """How many cards a search finds; some."""
    ids = await window._context.desk.cards.ids(parse_filter(words), Sort())
    assert len(ids)
    return len(ids)


async def find(keys: Keyboard, window: Any, words: str) -> None:
    """Search, and go to what was found."""
    await keys.press("Ctrl+F")
    await keys.search(words)
    await keys.press("Return")
    await at_rest(window)
    await keys.press("Return")


async def go_to(keys: Keyboard, name: str) -> None:
    """Press Tab until what has the keys is called so."""
    for _ in range(20):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName().startswith(name):
            return
        await keys.press("Tab")
    raise AssertionError(f"Tab never comes to “{name}”")


def page(window: Any) -> str:
    """What the page in front says."""
    return words_of(window._stack.currentWidget())


@pytest.mark.long_async(120)
async def test_find_suspend_confirm_and_see_in_twelve_keystrokes(
    qloop: object, tmp_path: Path
) -> None:
    words = "status:in_use carrier:CMCC plan:SF"
    async with at_work(tmp_path) as window:
        count, keys = await found(window, words), Keyboard()
        await find(keys, window, words)
        await keys.press("Ctrl+A")
        await at_rest(window)
        await keys.press("Ctrl+K")
        await keys.write("susp")
        await keys.press("Return")
        await read(f"{count} will be acted on")
        await keys.press("Return")
        await until(lambda: f"Suspend of {count} cards" in page(window), LONG)
        assert keys.count <= MOST, keys.pressed
        assert keys.searched == [words]
        await until(lambda: f"{count} of {count}" in page(window), LONG)
        assert keys.count == 11
        desk = window._context.desk
        await until(lambda: not desk.operations.running, LONG)
        (row,) = await desk.operations.operations()
        assert row.counts[ItemState.DONE] == count


@pytest.mark.long_async(120)
async def test_topping_up_passes_its_gate_by_key_and_not_without_the_number(
    qloop: object, tmp_path: Path
) -> None:
    words = "status:in_use plan:SC carrier:CUCC"
    async with at_work(tmp_path) as window:
        count, keys = await found(window, words), Keyboard()
        assert count >= MANY_HARD
        await find(keys, window, words)
        await keys.press("Ctrl+A")
        await at_rest(window)
        await keys.press("Ctrl+K")
        await keys.write("renew")
        await keys.press("Return")
        await read("Total")
        eligible = dialog().preview.eligible_count
        assert eligible >= MANY_HARD
        await keys.press("Return")  # no answer to a gate
        assert dialog() is not None
        await go_to(keys, "Type the number of cards")
        await keys.write(str(eligible))
        await go_to(keys, "Create Order and Pay")
        await keys.press("Space")
        await until(lambda: f"of {eligible} cards" in page(window), LONG)
        assert keys.count <= 2 * MOST, keys.pressed  # one of them the Enter that did nothing
        await until(lambda: not window._context.desk.operations.running, LONG)


@pytest.mark.long_async(120)
async def test_what_is_found_is_exported_in_five_keystrokes(qloop: object, tmp_path: Path) -> None:
    words = "carrier:CUCC"
    async with at_work(tmp_path, cards=60) as window:
        count, keys = await found(window, words), Keyboard()
        await find(keys, window, words)
        await keys.press("Ctrl+E")
        await until(lambda: dialog() is not None, LONG)
        assert f"{count} cards" in words_of(dialog())
        await keys.press("Return")
        await until(lambda: f"Exported {count} cards" in words_of(window.message_note), LONG)
        assert keys.pressed == ["Ctrl+F", "Return", "Return", "Ctrl+E", "Return"]
        (row,) = await window._context.desk.exports.list()
        assert row.rows == count
        assert row.path.exists()


async def test_no_key_of_the_window_fires_behind_a_question(qloop: object, tmp_path: Path) -> None:
    async with at_work(tmp_path, cards=60) as window:
        keys, ran = Keyboard(), list[str]()
        await keys.press("Ctrl+A")
        await at_rest(window)
        await keys.press("Ctrl+K")
        await keys.write("susp")
        await keys.press("Return")
        await read("will be acted on")
        standing, selected = dialog(), list(window.cards.table.selected.ids())
        for action in window.registry.actions.values():
            action.triggered.connect(lambda _=False, one=action: ran.append(one.objectName()))
        chords = [key for one in window.registry.specs.values() for key in one.shortcuts]
        assert len(chords) > 30
        await keys.press(*(key for key in chords if key not in ("F1", "Shift+F1")))
        assert ran == []
        assert dialog() is standing
        assert list(window.cards.table.selected.ids()) == selected
        assert window._stack.currentWidget() is window.cards
        standing.reject()
