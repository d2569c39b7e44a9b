"""Ctrl+V on the cards: copied numbers are looked up at once; anything else is said to be none."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from simdesk.models.paste import PasteReport
from simdesk.ui.filter.paste_dialog import PasteDialog
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
NOTHING = "Copy ICCIDs, MSISDNs or IMSIs first: no card number is in the clipboard."
FIND = "edit.find_pasted"


@pytest.fixture(autouse=True)
def _copied(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    desk = FakeDesk(tmp_path, a_fleet(20))

    async def paste(words: str) -> PasteReport:
        found = tuple(one for one, row in desk.cards.all.items() if row.facts.iccid in words)
        return PasteReport(found, len(words.split()), len(found), (), (), (), ())

    desk.cards.paste = paste  # type: ignore[attr-defined]
    return desk


def press(window: Any) -> None:
    window.activateWindow()
    window.cards.table.setFocus()
    QTest.keyClick(window.cards.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def asked() -> list[PasteDialog]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, PasteDialog) and one.isVisible()]


async def test_copied_numbers_are_found_with_one_key_and_enter(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        numbers = [desk.cards.all[one].facts.iccid for one in (3, 5, 8)]
        QGuiApplication.clipboard().setText("ICCID\n" + "\n".join(numbers))
        press(window)
        await until(lambda: bool(asked()))
        (dialog,) = asked()
        await until(dialog.confirm_button.isVisible)
        assert dialog.confirm_button.text() == "Show 3 cards"
        assert dialog.focusWidget() is dialog.confirm_button
        assert not dialog.malformed.visibleRegion().isEmpty()  # it grew for what it found
        QTest.keyClick(dialog.confirm_button, Qt.Key.Key_Return)
        await until(lambda: sorted(window.cards.model.ids) == [3, 5, 8])


async def test_without_numbers_the_key_says_what_is_missing(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        QGuiApplication.clipboard().setText("good morning, 12 of them")
        press(window)
        assert asked() == []
        assert window._context.messages.history[-1].words == NOTHING


async def test_a_line_that_is_written_in_keeps_its_own_key(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        QGuiApplication.clipboard().setText(desk.cards.all[3].facts.iccid)
        window.activateWindow()
        line = window.cards.finding.quick
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert asked() == []
        assert desk.cards.all[3].facts.iccid in line.text()


async def test_it_is_grey_while_its_menu_stands_open_over_nothing(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        registry = window.registry
        action = registry.actions[FIND]
        (menu,) = [one for one in action.associatedObjects() if one.inherits("QMenu")]
        menu.aboutToShow.emit()
        assert registry.reason(FIND) == NOTHING
        assert not action.isEnabled()
        menu.aboutToHide.emit()
        await until(action.isEnabled)
        QGuiApplication.clipboard().setText(desk.cards.all[3].facts.iccid)
        menu.aboutToShow.emit()
        assert registry.reason(FIND) is None
        assert action.isEnabled()
        menu.aboutToHide.emit()


async def test_nothing_looks_at_the_clipboard_unasked(
    qloop: object, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_window(desk) as window:
        monkeypatch.setattr(QGuiApplication, "clipboard", pytest.fail)
        window.registry.refresh()
        window.cards.table.selected.select([1, 2])
        window.registry.refresh()
        assert window.registry.actions[FIND].isEnabled()
        monkeypatch.undo()
