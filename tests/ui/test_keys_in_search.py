"""The quick search under real keys: Enter asks for what was typed, and never for more."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simdesk.models.filter_text import filter_text
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until
from tests.ui.keyboard import Keyboard

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.mark.parametrize(
    ("typed", "keys", "becomes"),
    [
        ("plan:SF", ("Return",), "plan:SF"),  # SFD is offered, and was not asked for
        ("plan:S", ("Down", "Return"), "plan:SC"),
        ("plan:S", ("Down", "Tab"), "plan:SC"),
        ("pla", ("Tab",), "plan:"),
        ("plan:X", ("Tab",), "plan:X"),
    ],
)
async def test_what_keys_write(
    qloop: object, tmp_path: Path, typed: str, keys: tuple[str, ...], becomes: str
) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(50))) as window:
        hands, quick = Keyboard(), window.cards.finding.quick
        await hands.press("Ctrl+F")
        await hands.search(typed)
        await hands.press(*keys)
        assert quick.text() == becomes


async def test_the_second_enter_goes_to_what_was_found(qloop: object, tmp_path: Path) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(50))) as window:
        hands, page = Keyboard(), window.cards
        await hands.press("Ctrl+F")
        await hands.search("carrier:CU")
        await hands.search("CC")
        assert page.finding.quick.completions.visible is False
        await hands.press("Return")
        await until(lambda: page.presenter.facts.matching == 10)
        assert QApplication.focusWidget() is page.finding.quick
        await hands.press("Return")
        assert QApplication.focusWidget() is page.table
        assert filter_text(page.question) == "carrier:CUCC"


async def test_escape_closes_the_list_then_clears_then_leaves(
    qloop: object, tmp_path: Path
) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(50))) as window:
        hands, page = Keyboard(), window.cards
        quick = page.finding.quick
        await hands.press("Ctrl+F")
        await hands.search("plan:S")
        seen = []
        for _ in range(3):
            await hands.press("Esc")
            seen.append((quick.completions.visible, quick.text(), quick.hasFocus()))
        assert seen == [(False, "plan:S", True), (False, "", True), (False, "", False)]
        assert page.table.hasFocus()


async def test_tab_and_shift_tab_leave_the_search_and_the_editor_of_a_remark(
    qloop: object, tmp_path: Path
) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(50))) as window:
        hands, page = Keyboard(), window.cards
        for way in ("Tab", "Shift+Tab"):
            await hands.press("Ctrl+F")
            await hands.search("plan:S")
            await hands.press("Esc", way)
            assert QApplication.focusWidget() is not page.finding.quick
        for way in ("Tab", "Shift+Tab"):
            page.table.setFocus()
            page.table.go_to(3)
            await hands.press("F2")
            editor = QApplication.focusWidget()
            assert editor is not None
            assert editor.accessibleName() == "Remark"
            await hands.press(way)
            assert QApplication.focusWidget() is not editor
