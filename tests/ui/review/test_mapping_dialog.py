"""The mapping step: what was understood is shown, put right by keys alone, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from simdesk.models.sheet_guessing import understood
from simdesk.models.sheet_mapping import Head, MappedColumn
from simdesk.services.settings import Settings
from simdesk.ui.review.field_editor import FieldEditor
from simdesk.ui.review.mapping_dialog import MappingDialog
from simdesk.ui.review.mapping_memory import MappingMemory
from simdesk.ui.review.mapping_model import EXAMPLES, FIELD, NOTE, TITLE, UNIT, MappingModel
from tests.ui.review.sheets import ICCIDS, a_foreign_sheet

Key = Qt.Key
pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def memory(tmp_path: Path) -> MappingMemory:
    return MappingMemory(Settings(tmp_path / "settings.json"))


def _dialog(qtbot: QtBot, memory: MappingMemory, *, other: bool = False) -> MappingDialog:
    dialog = MappingDialog("卡.xlsx", a_foreign_sheet(other=other), memory)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _cell(dialog: MappingDialog, row: int, column: int) -> str:
    return str(dialog.model.index(row, column).data())


def _editor(dialog: MappingDialog) -> FieldEditor:
    found = [one for one in dialog.table.findChildren(FieldEditor) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_it_shows_what_each_column_was_taken_for_with_examples(
    qtbot: QtBot, memory: MappingMemory
) -> None:
    dialog = _dialog(qtbot, memory)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [_cell(dialog, row, FIELD) for row in range(6)] == [
        "ICCID",
        "MSISDN",
        "Cumulative traffic in cycle",
        "Plan expires",
        "Remarks",
        "Not used",
    ]
    assert _cell(dialog, 0, EXAMPLES) == "  ·  ".join(ICCIDS[:3])
    assert _cell(dialog, 5, TITLE) == "仓位"
    assert [_cell(dialog, row, UNIT) for row in range(4)] == ["", "", "GB", ""]
    assert dialog.words == (
        "ICCID from column A · 5 of 6 columns used · titles in row 2, cards below it"
    )
    assert dialog.confirm_button.isEnabled()


def test_keys_alone_choose_a_field_a_unit_and_leave_a_column_out(
    qtbot: QtBot, memory: MappingMemory
) -> None:
    dialog = _dialog(qtbot, memory)
    table = dialog.table
    table.go_to(5)
    QTest.keyClick(table, Key.Key_Return)
    editor = _editor(dialog)
    QTest.keyClicks(editor, "directional")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()
    assert _cell(dialog, 5, FIELD) == "Directional group"
    assert dialog.isVisible()

    table.go_to(2, UNIT)
    QTest.keyClick(table, Key.Key_F2)
    unit = next(one for one in table.findChildren(QComboBox) if one.isVisible())
    QTest.keyClick(unit, Key.Key_Up)
    QTest.keyClick(unit, Key.Key_Return)
    QApplication.processEvents()
    assert _cell(dialog, 2, UNIT) == "MB"

    table.go_to(3)
    QTest.keyClick(table, Key.Key_Delete)
    assert _cell(dialog, 3, FIELD) == "Not used"
    chosen = {column.index: column for column in dialog.mapping.columns}
    assert sorted(chosen) == [0, 1, 2, 4, 5]
    assert chosen[2] == MappedColumn(2, "usage", "MB")
    assert chosen[5].key == "group"


def test_what_is_wrong_is_said_beside_the_column_and_below(
    qtbot: QtBot, memory: MappingMemory
) -> None:
    dialog = _dialog(qtbot, memory)
    dialog.model.choose(5, "remark")
    assert _cell(dialog, 5, NOTE) == "Column E tells the same."
    assert _cell(dialog, 4, NOTE) == "Column F tells the same."
    assert dialog.words == "Two columns tell the same field: Remarks."
    assert not dialog.confirm_button.isEnabled()
    dialog.model.choose(5, None)
    dialog.model.choose(0, None)
    assert dialog.words == "No column tells the ICCID."
    dialog.model.choose(1, "iccid")
    assert "is not an ICCID" in _cell(dialog, 1, NOTE)


def test_words_that_name_no_field_change_nothing(qtbot: QtBot, memory: MappingMemory) -> None:
    dialog = _dialog(qtbot, memory)
    dialog.table.go_to(4)
    QTest.keyClick(dialog.table, Key.Key_F2)
    editor = _editor(dialog)
    editor.setEditText("no such field")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()
    assert _cell(dialog, 4, FIELD) == "Remarks"


def test_it_is_remembered_for_files_with_these_titles_and_offered_again(
    qtbot: QtBot, memory: MappingMemory, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, memory)
    dialog.model.choose(5, "group")
    dialog.dates.setCurrentIndex(1)
    memory.keep(dialog.guess, dialog.mapping)
    kept = (tmp_path / "settings.json").read_text("utf-8")
    assert "仓位" not in kept
    assert ICCIDS[0] not in kept

    again = _dialog(qtbot, MappingMemory(Settings(tmp_path / "settings.json")))
    assert _cell(again, 5, FIELD) == "Directional group"
    assert again.mapping.date_order == "dmy"
    assert again.again.isVisible()
    again.again.click()
    assert _cell(again, 5, FIELD) == "Not used"
    assert not again.again.isVisible()


def test_settings_with_nonsense_in_them_are_left_alone(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.put("spreadsheets", {"read_as": [["a"], 3, ["b", "{}"]]})
    guess = a_foreign_sheet().sheets[0]
    memory = MappingMemory(settings)
    assert memory.recall(guess, guess.mapping()) is None
    memory.keep(guess, guess.mapping())
    assert memory.recall(guess, guess.mapping()) == guess.mapping()


def test_another_sheet_of_the_file_has_columns_of_its_own(
    qtbot: QtBot, memory: MappingMemory
) -> None:
    dialog = _dialog(qtbot, memory, other=True)
    assert dialog.sheet.isVisible()
    other = dialog.sheet.findText("Notes")
    dialog.sheet.setCurrentIndex(other)
    dialog.sheet.activated.emit(other)
    assert dialog.model.rowCount() == 2
    assert dialog.mapping.sheets == ("Notes",)
    assert dialog.words.startswith("ICCID from column A · 2 of 2")


def test_enter_in_the_table_chooses_and_elsewhere_confirms(
    qtbot: QtBot, memory: MappingMemory
) -> None:
    dialog = _dialog(qtbot, memory)
    dialog.table.setFocus()
    assert not dialog.takes_enter()
    dialog.confirm_button.setFocus()
    QApplication.processEvents()
    assert dialog.takes_enter()
    with qtbot.waitSignal(dialog.accepted):
        dialog.confirm_button.click()


def test_a_model_without_a_sheet_is_empty(qtbot: QtBot) -> None:
    model = MappingModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == 0
    assert model.chosen() == ()


def test_a_column_of_totals_is_told_apart_from_days(qtbot: QtBot, memory: MappingMemory) -> None:
    rows = [["ICCID", "202605", "20260601"], [ICCIDS[0], "1", "2"]]
    dialog = MappingDialog("x.csv", understood([Head("x", rows)], "csv"), memory)
    qtbot.addWidget(dialog)
    dialog.show()
    assert _cell(dialog, 1, NOTE) == "A total: only days are charted"
    assert _cell(dialog, 2, NOTE) == ""
    assert _cell(dialog, 2, FIELD) == "Usage of 2026-06-01"
    dialog.table.go_to(0)
    QTest.keyClick(dialog.table, Key.Key_Return)
    offered = [_editor(dialog).itemText(at) for at in range(_editor(dialog).count())]
    assert offered[-3:] == ["Usage of months and days", "Usage of 2026-06-01", "Usage of 202605"]
