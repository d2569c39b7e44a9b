"""The keys dialog under real keys: pressed, refused, taken over, saved, carried in a file."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from simdesk.ui.dialogs.key_import import KeyImportDialog
from simdesk.ui.dialogs.keys import KeysDialog
from simdesk.ui.dialogs.settings import KEYS_COMMAND, SettingsDialog
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
Key, Held = Qt.Key, Qt.KeyboardModifier
CONTROL_SHIFT = Held.ControlModifier | Held.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(30))


async def opened(window: Any) -> Any:
    window.registry.run("edit.keys")
    dialog = window.findChild(KeysDialog)
    await until(dialog.isActiveWindow)
    return dialog


def press(dialog: Any, command: str, key: Qt.Key, held: Any = Held.NoModifier) -> None:
    dialog.list.go_to(command)
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, key, held)


def line(dialog: Any, command: str) -> tuple[str, str, str]:
    item = dialog.list._lines[command]
    return item.text(0), item.text(1), item.text(2)


async def test_a_key_is_pressed_and_saved_for_every_window(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window, a_window(desk) as other:
        dialog = await opened(window)
        assert not dialog.confirm_button.isEnabled()
        press(dialog, "file.sync", Key.Key_F9)
        assert line(dialog, "file.sync") == ("Sync all cards", "F9", "")
        assert dialog.safe_button.text() == "Discard changes"
        press(dialog, "file.sync_selected", Key.Key_Y, CONTROL_SHIFT)
        assert window.registry.keys_of("file.sync") == ()  # nothing counts yet
        dialog.confirm_button.click()
        for one in (window, other):
            assert one.registry.keys_of("file.sync") == ("F9",)
        kept = {"file.sync": "F9", "file.sync_selected": "Ctrl+Shift+Y"}
        assert dict(desk.preferences.current.keys) == kept


async def test_by_keys_alone(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        dialog = await opened(window)
        assert dialog.search.hasFocus()
        QTest.keyClicks(dialog.search, "sync all")
        QTest.keyClick(dialog.search, Key.Key_Down)
        assert dialog.list.command == "file.sync"
        QTest.keyClick(dialog.list, Key.Key_Return)
        assert dialog.field.hasFocus()
        QTest.keyClick(dialog.field, Key.Key_F9)
        QTest.keyClick(dialog.field, Key.Key_Tab)
        assert dialog.clear_button.hasFocus()  # no trap
        dialog.field.setFocus()
        QTest.keyClick(dialog.field, Key.Key_Return)
        assert dialog.list.hasFocus()
        dialog.field.setFocus()
        QTest.keyClick(dialog.field, Key.Key_Escape)
        assert dialog.isVisible()
        assert dialog.list.hasFocus()
        dialog.search.setFocus()
        QTest.keyClick(dialog.search, Key.Key_Return)
        assert dict(desk.preferences.current.keys) == {"file.sync": "F9"}


async def test_the_key_of_another_command_is_taken_over_only_when_told(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        dialog = await opened(window)
        press(dialog, "file.sync", Key.Key_E, Held.ControlModifier)
        assert dialog.note.text() == "“Ctrl+E” is the key of “Export cards”."
        assert dialog.take_button.isVisible()
        assert line(dialog, "file.sync")[1] == ""
        assert not dialog.confirm_button.isEnabled()
        dialog.list.go_to("file.export")  # to look at it first
        assert not dialog.take_button.isVisible()
        press(dialog, "file.sync", Key.Key_E, Held.ControlModifier)
        dialog.take_button.click()
        assert dialog.note.text() == "“Export cards” now has no key."
        assert line(dialog, "file.sync")[1] == "Ctrl+E"
        press(dialog, "file.sync", Key.Key_Z, CONTROL_SHIFT)
        dialog.take_button.click()
        assert dialog.note.text() == "“Redo” now has Ctrl+Y."
        dialog.confirm_button.click()
        assert window.registry.keys_of("file.sync") == ("Ctrl+Shift+Z",)
        assert window.registry.keys_of("edit.redo") == ("Ctrl+Y",)
        assert window.registry.keys_of("file.export") == ()
        assert window.message_bar.standing is None


@pytest.mark.parametrize(
    ("key", "held", "why"),
    [
        (Key.Key_Space, Held.NoModifier, "moves, chooses or edits"),
        (Key.Key_F10, Held.ShiftModifier, "moves, chooses or edits"),
        (Key.Key_F5, Held.NoModifier, "does something of its own on single pages"),
        (Key.Key_A, Held.NoModifier, "is for writing"),
        (Key.Key_F, Held.AltModifier, "opens a menu"),
        (Key.Key_VolumeUp, Held.NoModifier, "is no key"),
    ],
)
async def test_a_key_that_cannot_be_had_is_named_and_not_taken(
    qloop: object, desk: FakeDesk, key: Qt.Key, held: Qt.KeyboardModifier, why: str
) -> None:
    async with a_window(desk) as window:
        dialog = await opened(window)
        press(dialog, "file.sync", Key.Key_F9)
        press(dialog, "file.sync", key, held)
        assert why in dialog.note.text()
        assert line(dialog, "file.sync")[1] == "F9"
        assert dialog.field.keySequence().toString() == "F9"
        dialog.close()


async def test_one_key_and_all_come_back(qloop: object, desk: FakeDesk) -> None:
    desk.preferences.change({"keys": {"file.export": "F11", "file.sync": "Ctrl+E"}})
    async with a_window(desk) as window:
        dialog = await opened(window)
        dialog.list.go_to("file.export")
        assert line(dialog, "file.export") == ("Export cards", "F11", "Ctrl+E")
        dialog.usual_button.click()  # another has it by now
        assert dialog.take_button.hasFocus()
        QTest.keyClick(dialog.take_button, Key.Key_Return)  # and nothing is saved
        assert dialog.isVisible()
        assert line(dialog, "file.export")[1] == "Ctrl+E"
        assert line(dialog, "file.sync")[1] == ""
        press(dialog, "view.refresh", Key.Key_Backspace)
        assert line(dialog, "view.refresh")[1] == ""
        dialog.list.go_to("edit.undo")
        dialog.clear_button.click()
        assert line(dialog, "edit.undo")[1] == ""
        dialog.all_button.click()
        assert line(dialog, "view.refresh")[1] == "F5, Ctrl+R"
        assert not dialog.all_button.isEnabled()
        dialog.confirm_button.click()
        assert not desk.preferences.given("keys")


async def test_commands_are_found_by_name_and_by_key_and_fixed_keys_are_named(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        dialog = await opened(window)
        dialog.search.setText("ctrl+shift+v")
        assert dialog.list.command == "view.paste"
        assert dialog.list.narrow("ctrl+shift+v") == 1
        dialog.search.setText("left out by nobody")
        assert dialog.list.command is None
        assert not dialog.field.isEnabled()
        dialog.search.setText("edge of the table")
        assert dialog.list.command is None
        assert dialog.list.currentItem().text(1) == "Ctrl + arrows"
        assert not dialog.field.isEnabled()
        dialog.close()


async def test_every_part_has_a_name_for_a_reader(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        dialog = await opened(window)
        dialog.list.go_to("file.export")
        assert dialog.field.accessibleName() == "Key of “Export cards”"
        assert "Backspace" in dialog.field.accessibleDescription()
        spoken = Qt.ItemDataRole.AccessibleTextRole
        assert dialog.list._lines["file.export"].data(0, spoken) == "Export cards, Ctrl+E"
        assert dialog.list._lines["file.sync"].data(0, spoken) == "Sync all cards, no key"
        assert dialog.list.accessibleName()
        assert dialog.search.accessibleName()
        assert all(one.text() for one in dialog.findChildren(QPushButton) if one.isVisible())
        dialog.close()


async def test_keys_travel_in_a_file_with_a_look_before(
    qloop: object, desk: FakeDesk, tmp_path: Path
) -> None:
    path = tmp_path / "keys.toml"
    async with a_window(desk) as window:
        dialog = await opened(window)
        press(dialog, "file.sync", Key.Key_F9)
        dialog.export_to(path)
        assert "Saved" in dialog.note.text()
        dialog.all_button.click()
        more = '"file.export" = "Space"\n"no.such" = "F11"\n"file.back_up" = "Ctrl+Z"\n'
        path.write_text(path.read_text("utf-8") + more)
        dialog.import_from(path)
        asked = dialog.findChild(KeyImportDialog)
        assert asked.told.text() == "1 command gets another key."
        assert asked.problems.toPlainText().splitlines() == [
            "Export cards: “Space” moves, chooses or edits, and cannot be changed.",
            "no.such: There is no such command.",
            "Back up now: “Ctrl+Z” is the key of Undo.",
        ]
        assert asked.confirm_button.text() == "Take 1 key"
        asked.reject()
        assert line(dialog, "file.sync")[1] == ""
        dialog.import_from(path)
        dialog.findChildren(KeyImportDialog)[-1].confirm_button.click()
        assert line(dialog, "file.sync")[1] == "F9"
        assert "save them" in dialog.note.text()
        dialog.confirm_button.click()
        assert dict(desk.preferences.current.keys) == {"file.sync": "F9"}


async def test_a_file_that_is_none_is_told_and_one_that_changes_nothing_is_not_taken(
    qloop: object, desk: FakeDesk, tmp_path: Path
) -> None:
    async with a_window(desk) as window:
        dialog = await opened(window)
        dialog.import_from(tmp_path)
        assert dialog._error.isVisible()
        dialog.export_to(tmp_path / "no" / "keys.toml")
        assert dialog._error.isVisible()
        path = tmp_path / "keys.toml"
        dialog.export_to(path)
        assert not dialog._error.isVisible()
        dialog.import_from(path)
        asked = dialog.findChild(KeyImportDialog)
        assert not asked.confirm_button.isEnabled()
        assert "already" in asked.told.text()
        asked.reject()
        for button in (dialog.import_button, dialog.export_button):
            button.click()
            chooser = dialog.findChildren(QFileDialog)[-1]
            assert chooser.isVisible()
            chooser.reject()
        dialog.close()


async def test_what_cannot_be_written_is_told_and_counts(
    qloop: object, desk: FakeDesk, tmp_path: Path
) -> None:
    async with a_window(desk) as window:
        dialog = await opened(window)
        window._context.preferences.path = tmp_path  # a folder
        press(dialog, "file.sync", Key.Key_F9)
        dialog.confirm_button.click()
        assert dialog.isVisible()
        assert dialog._error.isVisible()
        assert window.registry.keys_of("file.sync") == ("F9",)
        dialog.close()


async def test_the_settings_lead_to_it(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.registry.run("file.settings")
        settings = window.findChild(SettingsDialog)
        settings.findChild(QPushButton, KEYS_COMMAND).click()
        window.findChild(KeysDialog).close()
        settings.close()
