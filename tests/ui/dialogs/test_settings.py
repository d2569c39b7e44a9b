"""The settings dialog by hand: what is chosen, shown at once, saved, refused, taken back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from simdesk.models.preference_list import KNOWN_COLUMNS, SETTINGS, Section
from simdesk.models.preferences import DEFAULTS, FIRST_COLUMNS, LEFT_PAGE
from simdesk.models.texts import text
from simdesk.services.preferences import PreferenceService
from simdesk.ui.cards.columns import COLUMNS, NAMES
from simdesk.ui.dialogs.settings import KEYS_COMMAND, LIMITS_COMMAND, SettingsDialog
from simdesk.ui.pages import before_cards, beside_cards

pytestmark = pytest.mark.usefixtures("dressed")


class Stage:
    def __init__(self, path: Path | None, words: str | None = None) -> None:
        if path is not None and words is not None:
            path.write_text(words)
        self.service = PreferenceService(path)
        self.dialog: Any = None

    def open(self, *commands: str, shown_now: tuple[str, ...] = ()) -> Any:
        class OfContext:
            preferences = self.service

        self.dialog = SettingsDialog(OfContext, commands, shown_now)  # type: ignore[arg-type]
        self.dialog.open()
        return self.dialog

    def control(self, key: str) -> Any:
        return self.dialog.rows[key].control


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def stage(path: Path, qapp: object) -> Any:
    stage = Stage(path)
    yield stage
    if stage.dialog is not None and isValid(stage.dialog):
        stage.dialog.close()


def seen(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def test_names_in_the_models_are_those_of_table_and_window() -> None:
    assert KNOWN_COLUMNS == NAMES
    assert tuple(name for name, one in COLUMNS.items() if one.chosen) == FIRST_COLUMNS
    pages = [*(one.name for one in before_cards()), "cards", *(one.name for one in beside_cards())]
    labels = SETTINGS["first_page"].kind.labels  # type: ignore[union-attr]
    assert list(labels) == [*pages, LEFT_PAGE]
    titles = {one.name: one.title for one in (*before_cards(), *beside_cards())}
    assert {name: str(labels[name]) for name in titles} == titles


def test_every_setting_has_a_control_with_a_name_on_its_page(stage: Stage) -> None:
    dialog = stage.open()
    assert set(dialog.rows) == SETTINGS.keys() - {"keys"}
    titles = [dialog.pages.item(row).text() for row in range(dialog.pages.count())]
    assert titles == [
        "General", "Appearance", "Table", "Sync", "Backups", "Limits", "Notifications", "Data",
        "Keys",
    ]  # fmt: skip
    for key, row in dialog.rows.items():
        assert row.control.inner.accessibleName() == str(SETTINGS[key].title)
        assert row.control.inner.accessibleDescription().startswith(str(SETTINGS[key].sentence))
        assert row.reset.accessibleName()
        assert not row.reset.isEnabled()
        assert row.control.value() in (DEFAULTS.value(key), list(FIRST_COLUMNS))
    assert not dialog.confirm_button.isEnabled()
    assert dialog.safe_button.text() == "Close"


def test_what_is_chosen_is_saved_and_nothing_else(stage: Stage, path: Path) -> None:
    dialog = stage.open()
    stage.control("language").box.setCurrentIndex(2)
    stage.control("copy_headers").box.click()
    stage.control("sync_minutes").box.setValue(30)
    stage.control("time_zone").box.setCurrentText("Europe/Berlin")
    assert dialog.safe_button.text() == "Discard changes"
    dialog.confirm_button.click()
    assert dialog.isHidden()
    service = PreferenceService(path)
    given = {key for key in SETTINGS if service.given(key)} - {"keys"}
    assert given == {"language", "copy_headers", "sync_minutes", "time_zone"}
    assert service.current.language == "zh_CN"
    assert service.current.sync_minutes == 30
    assert stage.service.current == service.current


def test_looks_are_shown_at_once_and_taken_back_with_the_dialog(stage: Stage) -> None:
    told: list[str] = []
    dialog = stage.open()
    stage.service.subscribe(lambda wanted: told.append(f"{wanted.theme} {wanted.density}"))
    stage.control("theme").show_value("dark")
    stage.control("density").show_value("roomy")
    stage.control("sync_minutes").show_value(60)
    dialog.safe_button.click()
    assert told == ["dark normal", "dark roomy", "system normal"]
    assert stage.service.current == DEFAULTS


def test_every_key_comes_back_to_how_it_was_at_first(path: Path) -> None:
    stage = Stage(path, 'theme = "dark" # mine\nbackup_days = 14\ncolumns = ["imsi"]\n')
    dialog = stage.open()
    for key in ("theme", "backup_days", "columns"):
        row = dialog.rows[key]
        assert row.reset.isEnabled()
        row.reset.click()
        assert not row.reset.isEnabled()
    assert stage.service.current.theme == "system"
    dialog.confirm_button.click()
    assert not any(PreferenceService(path).given(key) for key in ("theme", "backup_days"))
    assert PreferenceService(path).current == DEFAULTS


def test_a_reset_that_is_thought_better_of_is_none(path: Path) -> None:
    stage = Stage(path, "backup_days = 20\n")
    dialog = stage.open()
    dialog.rows["backup_days"].reset.click()
    stage.control("backup_days").box.setValue(20)
    assert not dialog.confirm_button.isEnabled()
    dialog.close()


@pytest.mark.parametrize(
    ("key", "bad", "told", "page"),
    [
        ("time_zone", "Mars/Base", "“Mars/Base” is no known time zone", "General"),
        ("sync_minutes", 3, "“3” is not a whole number from 5 to 1440", "Sync"),
        ("backup_copies", "/gone/away", "There is no such folder.", "Backups"),
        ("data_folder", "here", "“here” is not the whole path of a folder", "Data"),
        ("columns", (), "is not a list of names", "Table"),
    ],
)
def test_what_is_unfit_is_told_where_it_stands_and_not_saved(
    stage: Stage, path: Path, key: str, bad: object, told: str, page: str
) -> None:
    dialog = stage.open()
    stage.control(key).show_value(bad)
    dialog.confirm_button.click()
    assert dialog.isVisible()
    assert told in seen(dialog)
    assert dialog.pages.currentItem().text() == page
    assert not path.exists()
    stage.control(key).show_value(DEFAULTS.value(key))
    assert told not in seen(dialog)
    assert not dialog.confirm_button.isEnabled()


def test_bad_values_of_the_file_are_shown_at_their_keys_and_can_be_taken_out(path: Path) -> None:
    stage = Stage(path, 'theme = "drak"\nwhat = 1\n[keys]\n"a.b" = 4\n')
    dialog = stage.open()
    words = seen(dialog)
    assert "theme: “drak” is none of system, light, dark; system is used." in words
    assert "what: there is no such setting." in words
    assert "keys.a.b: “4” is not in quotes" in words
    item = dialog.pages.item(list(Section).index(Section.APPEARANCE))
    assert item.text() == "Appearance (!)"
    assert "cannot be used" in item.data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.rows["theme"].reset.click()
    dialog.confirm_button.click()
    assert [one.key for one in PreferenceService(path).complaints] == ["keys.a.b", "what"]


def test_a_file_that_cannot_be_read_is_told_with_its_reason(path: Path) -> None:
    stage = Stage(path, "{ broken")
    dialog = stage.open()
    assert "not written as TOML" in seen(dialog)
    dialog.close()


def test_what_cannot_be_written_is_told_and_counts_nevertheless(path: Path) -> None:
    path.mkdir()
    stage = Stage(path)
    dialog = stage.open()
    stage.control("copy_headers").box.click()
    dialog.confirm_button.click()
    assert dialog.isVisible()
    assert "settings.toml" in seen(dialog)
    assert stage.service.current.copy_headers
    dialog.close()


def test_what_a_person_wrote_before_it_was_opened_is_shown(stage: Stage, path: Path) -> None:
    path.write_text("sync_minutes = 45\n")
    stage.open()
    assert stage.control("sync_minutes").value() == 45


def test_columns_are_ticked_moved_and_taken_from_the_table(stage: Stage, path: Path) -> None:
    dialog = stage.open(shown_now=("usage", "iccid"))
    control = stage.control("columns")
    control.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert "msisdn" not in control.value()
    control.list.setCurrentRow(0)
    control.up.click()
    control.down.click()
    control.down.click()
    assert control.list.item(2).data(Qt.ItemDataRole.UserRole) == "iccid"
    control.take.click()
    assert control.value() == ["usage", "iccid"]
    dialog.confirm_button.click()
    assert PreferenceService(path).current.columns == ("usage", "iccid")


def test_a_folder_can_be_chosen(stage: Stage, tmp_path: Path) -> None:
    dialog = stage.open()
    control = stage.control("backup_copies")
    control.browse.click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    assert control.value() == str(tmp_path)


def test_limits_and_keys_have_dialogs_of_their_own(stage: Stage) -> None:
    dialog, wanted = stage.open(LIMITS_COMMAND), []
    dialog.command_wanted.connect(wanted.append)
    limits, keys = (
        dialog.findChild(QPushButton, command) for command in (LIMITS_COMMAND, KEYS_COMMAND)
    )
    dialog.pages.setCurrentRow(5)
    assert limits.isVisible()
    limits.click()
    dialog.pages.setCurrentRow(8)
    assert not keys.isVisible()
    assert wanted == [LIMITS_COMMAND]


def test_keys_that_were_changed_are_counted(path: Path) -> None:
    stage = Stage(path, '[keys]\n"file.sync" = "F9"\n')
    assert "Commands with other keys than usual: 1." in seen(stage.open())
    stage.dialog.close()


def test_the_file_is_named_and_its_folder_opened(
    stage: Stage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: Any) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr("simdesk.ui.dialogs.settings.QDesktopServices.openUrl", open_url)
    dialog = stage.open()
    assert str(path) in seen(dialog)
    (button,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Open folder")
    button.click()
    button.click()
    assert opened == [str(path.parent)] * 2
    assert "No program could be found" in seen(dialog)


def test_without_a_file_that_is_said(qapp: object) -> None:
    stage = Stage(None)
    assert "These settings are kept in no file." in seen(stage.open())
    stage.dialog.close()


def test_it_is_worked_by_the_keyboard_alone(stage: Stage, path: Path) -> None:
    """Down to a page, Tab into it, choose, Tab on to the button: no mouse, no trap."""
    dialog = stage.open()
    dialog.activateWindow()

    def press(key: Qt.Key) -> None:
        QTest.keyClick(dialog.focusWidget(), key)

    assert dialog.focusWidget() is dialog.pages
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert dialog.pages.currentItem().text() == "Sync"
    press(Qt.Key.Key_Tab)
    assert dialog.focusWidget() is stage.control("sync_at_start").box
    press(Qt.Key.Key_Space)
    reached = []
    while dialog.focusWidget() is not dialog.confirm_button and len(reached) < 20:
        press(Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    assert stage.control("sync_minutes").box in reached
    assert any(isinstance(one, QToolButton) for one in reached)
    press(Qt.Key.Key_Space)
    assert not PreferenceService(path).current.sync_at_start


def test_a_complaint_of_elsewhere_is_shown_too(stage: Stage) -> None:
    stage.service.complain("data_folder", text("data_folder: it is not there."))
    assert "data_folder: it is not there." in seen(stage.open())
