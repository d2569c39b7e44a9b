"""The palette remembers and finds numbers; the sheet of keys is searched and saved."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QListWidget

from simdesk.services.settings import Settings
from simdesk.ui import shortcut_sheet
from simdesk.ui.actions.spec import Menu
from simdesk.ui.command_palette import CommandPalette, digits_of
from simdesk.ui.recent_commands import MOST, RecentCommands
from simdesk.ui.shortcut_sheet import Section, ShortcutSheet, page_of
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(60))


def opened(window: Any) -> tuple[Any, Any, list[str]]:
    window.registry.run("help.palette")
    palette = window.findChildren(CommandPalette)[-1]
    return palette, palette.findChild(QLineEdit), lines(palette)


def lines(palette: Any) -> list[str]:
    found = palette.findChild(QListWidget)
    return [str(found.item(row).data(SPOKEN)) for row in range(found.count())]


def run(window: Any, words: str) -> None:
    _palette, line, _ = opened(window)
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def shown(sheet: Any) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


async def test_what_was_run_lately_comes_first_also_in_another_session(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        palette, _, first = opened(window)
        assert not [line for line in first if "used lately" in line]
        palette.close()
        run(window, "compact")
        run(window, "select all matching")
        run(window, "compact")
        palette, line, found = opened(window)
        assert found[:2] == ["Compact, used lately", "Select all matching, used lately, Ctrl+A"]
        assert sorted(one.replace(", used lately", "") for one in found) == sorted(first)
        line.setText("select")
        assert lines(palette)[0].startswith("Select all matching")
        palette.close()
    desk.settings = Settings(desk.settings._path)
    async with a_window(desk) as window:
        palette, _, found = opened(window)
        assert found[0] == "Compact, used lately"
        palette.close()


async def test_what_could_not_be_run_is_not_remembered(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        run(window, "suspend")
        assert RecentCommands(desk.settings).ids == ()
        window.findChildren(CommandPalette)[-1].close()


def test_so_many_are_remembered_and_damage_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    recent = RecentCommands(Settings(path))
    assert recent.ids == ()
    for number in range(MOST + 3):
        recent.used(f"view.{number}")
    assert RecentCommands(Settings(path)).ids == tuple(f"view.{10 - at}" for at in range(MOST))
    for found in ({"lately": 3}, {"lately": [1, "a", None, "a"]}):
        damaged = Settings(path)
        damaged.put("palette", found)
        assert RecentCommands(damaged).ids in ((), ("a",))


def test_memory_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    recent = RecentCommands(Settings(tmp_path / "file" / "settings.json"))
    recent.used("view.find")
    assert recent.ids == ("view.find",)


async def test_digits_find_cards(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.show_page("operations")
        palette, line, _ = opened(window)
        QTest.keyClicks(line, "89860")
        assert lines(palette) == []
        QTest.keyClicks(line, "3 2100 0000 0013")
        assert lines(palette) == ["Find cards with 898603210000000013"]
        assert "Find cards with 898603210000000013" in shown(palette)
        line.setText("898603210000")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert window._stack.currentWidget() is window.cards
        assert window.cards.finding.quick.text() == "898603210000"
        await until(lambda: len(window.cards.model.ids) == 60)


@pytest.mark.parametrize(
    ("query", "digits"),
    [
        ("898603", "898603"),
        ("8986 03", "898603"),
        ("89860", ""),
        ("89860x", ""),
        ("８９８６０３", ""),
        ("", ""),
    ],
)
def test_what_counts_as_a_number(query: str, digits: str) -> None:
    assert digits_of(query) == digits


async def test_the_palette_shows_keys_that_were_set_and_reasons(
    qloop: object, desk: FakeDesk
) -> None:
    desk.preferences.change({"keys": {"file.export": "F11"}})
    async with a_window(desk) as window:
        palette, line, _ = opened(window)
        line.setText("export cards")
        assert lines(palette) == ["Export cards…, F11"]
        assert "F11" in shown(palette)
        line.setText("select all others")
        assert "Select a card first." in shown(palette)
        palette.close()


async def test_the_sheet_is_searched_by_words_and_keys(qloop: object, desk: FakeDesk) -> None:
    desk.preferences.change({"keys": {"file.export": "F11", "edit.undo": ""}})
    async with a_window(desk) as window:
        window.registry.run("help.keys")
        sheet: Any = window.findChild(ShortcutSheet)
        await until(sheet.isActiveWindow)
        for words in ("Export cards", "F11", "In the table", "In dialogs and menus", "Esc"):
            assert words in shown(sheet)
        assert "Undo" not in shown(sheet)
        QTest.keyClick(sheet, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert sheet.search.hasFocus()
        QTest.keyClicks(sheet.search, "f11")
        assert [one for one in shown(sheet) if one] == ["File", "Export cards", "F11"]
        sheet.search.setText("no such words")
        assert [one for one in shown(sheet) if one] == ["No key fits."]
        sheet.search.clear()
        assert "Esc" in shown(sheet)
        sheet.close()


async def test_the_sheet_is_saved_as_a_page(qloop: object, desk: FakeDesk, tmp_path: Path) -> None:
    async with a_window(desk) as window:
        window.registry.run("help.keys")
        sheet: Any = window.findChild(ShortcutSheet)
        await until(sheet.isActiveWindow)
        QTest.keyClick(sheet, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        chooser = sheet.findChild(QFileDialog)
        assert chooser.isVisible()
        chooser.reject()
        path = tmp_path / "keys.html"
        sheet.search.setText("f11")
        sheet.save(path)
        words = path.read_text("utf-8")
        assert "<tr><td>Export cards</td><td><b>Ctrl+E</b></td></tr>" in words
        assert str(path) in sheet._note.text()
        sheet.save(tmp_path / "no" / "keys.html")
        assert sheet._note.property("role") == "bad"
        sheet.close()


def test_a_menu_s_letter_is_no_part_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for title in ("&File", "File(&F)", "File (&F)"):
        monkeypatch.setattr(shortcut_sheet, "menu_title", lambda menu, title=title: title)
        assert shortcut_sheet.menu_name(Menu.FILE) == "File"


def test_words_of_a_page_are_never_markup() -> None:
    page = page_of("Keys", (Section("A & B", (("<b>", "Ctrl+<"),)),))
    assert "A &amp; B" in page
    assert "<td>&lt;b&gt;</td><td><b>Ctrl+&lt;</b></td>" in page
