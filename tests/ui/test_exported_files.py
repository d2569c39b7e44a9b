"""The Exported Files page over scripted exports."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from simdesk.models.changes import ExportsChanged
from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.services.export_words import ExportRow, ExportState, content_text
from simdesk.ui.cards.look import Shape
from simdesk.ui.dialogs.delete_exports import DeleteExportsDialog
from simdesk.ui.listing.rows import RowsModel
from simdesk.ui.pages.exported_files import ExportedFilesPage
from simdesk.ui.pages.exported_files_model import (
    COLUMNS,
    STATE_COLUMN,
    exports_model,
    state_look,
    state_words,
)
from tests.ui.fakes import FakeDesk, a_context, until
from tests.ui.test_export_dialog import Opened, an_export

DONE = an_export(Path("/exports/done.xlsx"), id=1)
RUNNING = replace(
    DONE, id=2, name="run.xlsx", state=ExportState.GENERATING, rows=5_210, total=10_000, size=0
)
FAILED = replace(DONE, id=3, name="no.xlsx", state=ExportState.FAILED, error=text("No room."))
EXPIRED = replace(DONE, id=4, name="old.xlsx", state=ExportState.EXPIRED)
KEPT = replace(DONE, id=5, name="mine.csv", kept=True, content=content_text("all carrier:CMCC"))


_ACTIONS = {"Open", "Show in folder", "Download…", "Cancel export", "Delete…"}


class ScriptedExports:
    def __init__(self, *rows: ExportRow) -> None:
        self.rows = rows
        self.listed = 0
        self.done: list[tuple[Any, ...]] = []
        self.refusal: KnownError | None = None

    async def list(self) -> tuple[ExportRow, ...]:
        self.listed += 1
        await asyncio.sleep(0)
        return self.rows

    async def save_copy(self, export_id: int, target: Path) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.done.append(("save", export_id, target))

    async def cancel(self, export_id: int) -> None:
        self.done.append(("cancel", export_id))

    async def delete(self, export_id: int) -> None:
        self.done.append(("delete", export_id))


class Stage:
    def __init__(self, folder: Path, qtbot: Any) -> None:
        self.desk = FakeDesk(folder, [])
        self.exports = ScriptedExports()
        self.desk.exports = self.exports  # type: ignore[assignment]  # the fake has none
        self.context = a_context(self.desk)
        self.page = ExportedFilesPage(self.context)
        qtbot.addWidget(self.page)

    async def show(self, *rows: ExportRow) -> ExportedFilesPage:
        self.exports.rows = rows
        self.page.resize(1280, 600)
        self.page.show()
        await until(lambda: self.page.model.rows == rows)
        return self.page

    def buttons(self) -> dict[str, bool]:
        found = self.page.findChildren(QPushButton)
        return {one.text(): one.isEnabled() for one in found if one.text() in _ACTIONS}

    def says(self, words: str) -> bool:
        labels = self.page.findChildren(QLabel)
        return any(one.text().startswith(words) and one.isVisibleTo(self.page) for one in labels)


@pytest.fixture
def stage(qloop: Any, qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path, qtbot)
    yield stage
    qloop.run_until_complete(stage.context.tasks.aclose())
    stage.context.bridge.close()


def table(model: RowsModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_table_as_it_reads(qapp: Any) -> None:
    model = exports_model()
    model.show_rows([KEPT, RUNNING, FAILED])
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(COLUMNS))] == [
        "File name",
        "State",
        "Content",
        "Rows",
        "Size",
        "Traffic months",
        "Daily usage",
        "Created",
        "Finished",
    ]
    made, ended = "15 Jun 2026 09:00", "15 Jun 2026 09:00"
    matching, months = "Cards matching carrier:CMCC", "202605 – 202606"
    assert table(model) == [
        ["mine.csv", "Completed", matching, "3", "5 KB", months, "No", made, ended],
        [
            "run.xlsx",
            "Generating 52 %",
            "All cards",
            "5,210 / 10,000",
            "–",
            months,
            "No",
            made,
            ended,
        ],
        ["no.xlsx", "Failed", "All cards", "–", "–", months, "No", made, ended],
    ]


def test_rows_come_change_and_go_as_the_model_says(qapp: Any) -> None:
    model = exports_model()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    for rows in (
        (RUNNING,),
        (FAILED, RUNNING),
        (FAILED, replace(RUNNING, rows=6_000)),
        (KEPT, FAILED, replace(RUNNING, state=ExportState.COMPLETED)),
        (KEPT,),
        (),
        (DONE, KEPT),
    ):
        model.show_rows(rows)
        assert model.rows == rows


def test_a_cell_tells_those_who_cannot_see_it(qapp: Any) -> None:
    model = exports_model()
    model.show_rows([FAILED])
    state = model.index(0, STATE_COLUMN)
    assert state.data(Qt.ItemDataRole.AccessibleTextRole) == "State: Failed"
    assert state.data(Qt.ItemDataRole.ToolTipRole) == "No room."
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == str(FAILED.path)
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "All cards"


def test_every_state_has_a_word_a_role_and_a_shape_of_its_own(qapp: Any) -> None:
    looks = {state: state_look(state) for state in ExportState}
    assert len(set(looks.values())) == len(ExportState)
    assert looks[ExportState.FAILED] == ("bad", Shape.SQUARE)
    assert state_words(replace(RUNNING, total=None)) == "Generating"
    assert state_words(replace(RUNNING, rows=0, total=0)) == "Generating 100 %"


async def test_nothing_exported_yet_offers_to_begin(stage: Stage) -> None:
    page = await stage.show()
    wanted: list[bool] = []
    page.export_wanted.connect(lambda: wanted.append(True))
    await until(lambda: stage.exports.listed > 0)
    assert stage.says("Nothing has been exported yet. Files of cards")
    next(b for b in page.findChildren(QPushButton) if b.text() == "Export cards…").click()
    assert wanted == [True]


@pytest.mark.parametrize(
    ("row", "able"),
    [
        (DONE, {"Open", "Show in folder", "Download…", "Delete…"}),
        (KEPT, {"Open", "Show in folder", "Download…", "Delete…"}),
        (RUNNING, {"Cancel export"}),
        (FAILED, {"Delete…"}),
        (EXPIRED, {"Delete…"}),
    ],
)
async def test_only_what_can_be_done_can_be_pressed(
    stage: Stage, row: ExportRow, able: set[str]
) -> None:
    await stage.show(row)
    assert {words for words, enabled in stage.buttons().items() if enabled} == able


async def test_the_chosen_one_is_explained_below(stage: Stage) -> None:
    page = await stage.show(DONE, FAILED, EXPIRED)
    assert stage.says(str(DONE.path))
    page.table.selectRow(1)
    assert stage.says("No room.")
    page.table.selectRow(2)
    assert stage.says("Its 7 days are over; the file was removed.")
    page.table.selectAll()
    assert stage.says("Files without a folder of your own are kept for 7 days.")


async def test_progress_shows_in_place_and_the_selection_stays(stage: Stage) -> None:
    page = await stage.show(DONE, RUNNING)
    page.table.selectRow(1)
    stage.exports.rows = (DONE, replace(RUNNING, rows=9_900))
    stage.desk.announcer.announce(ExportsChanged(2))
    await until(lambda: page.model.index(1, STATE_COLUMN).data() == "Generating 99 %")
    assert page.chosen == (replace(RUNNING, rows=9_900),)
    stage.exports.rows = (FAILED, *stage.exports.rows)
    stage.desk.announcer.announce(ExportsChanged(3))
    await until(lambda: len(page.model.rows) == 3)
    assert [row.id for row in page.chosen] == [2]


async def test_what_changes_while_the_list_is_read_is_read_again(stage: Stage) -> None:
    page = await stage.show(RUNNING)
    before = stage.exports.listed
    for _ in range(5):
        stage.desk.announcer.announce(ExportsChanged(2))
    stage.exports.rows = (replace(RUNNING, state=ExportState.COMPLETED),)
    await until(lambda: page.model.rows == stage.exports.rows)
    assert stage.exports.listed - before <= 2


async def test_cancel_stops_those_that_run(stage: Stage) -> None:
    page = await stage.show(RUNNING, DONE)
    page.table.selectAll()
    page.cancel_action.trigger()
    await until(lambda: stage.exports.done == [("cancel", 2)])


async def test_delete_says_what_goes_and_then_deletes(stage: Stage) -> None:
    page = await stage.show(DONE, KEPT, FAILED, RUNNING)
    page.table.selectAll()
    page.delete_action.trigger()
    (dialog,) = page.findChildren(DeleteExportsDialog)
    assert dialog.confirm_button.text() == "Delete 3 files"
    assert not dialog.confirm_button.isDefault()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "It is removed from the disk; copies you saved elsewhere stay." in words
    assert "A file in a folder of your own stays there." in words
    dialog.confirm_button.click()
    await until(lambda: len(stage.exports.done) == 3)
    assert stage.exports.done == [("delete", 1), ("delete", 5), ("delete", 3)]


@pytest.mark.parametrize(
    ("row", "heading", "button"),
    [
        (DONE, "Delete “done.xlsx”", "Delete 1 file"),
        (KEPT, "Delete “mine.csv”", "Remove 1 line from the list"),
        (EXPIRED, "Delete “old.xlsx”", "Remove 1 line from the list"),
    ],
)
async def test_delete_is_named_after_what_it_does(
    stage: Stage, row: ExportRow, heading: str, button: str
) -> None:
    page = await stage.show(row)
    page.delete_action.trigger()
    (dialog,) = page.findChildren(DeleteExportsDialog)
    assert (dialog.windowTitle(), dialog.confirm_button.text()) == (heading, button)
    dialog.safe_button.click()
    assert stage.exports.done == []


async def test_download_saves_a_copy_where_it_is_told(stage: Stage, tmp_path: Path) -> None:
    page = await stage.show(DONE)
    page.download_action.trigger()
    (chooser,) = page.findChildren(QFileDialog)
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    chooser.fileSelected.emit(str(tmp_path / "copy.xlsx"))
    chooser.reject()
    await until(lambda: bool(stage.context.messages.history))
    assert stage.exports.done == [("save", 1, tmp_path / "copy.xlsx")]
    assert stage.context.messages.history[-1].words == f"Saved “{tmp_path / 'copy.xlsx'}”."


async def test_a_copy_that_cannot_be_written_is_told(stage: Stage, tmp_path: Path) -> None:
    page = await stage.show(DONE)
    stage.exports.refusal = KnownError(text("The disk is full."))
    page.save_copy(DONE, tmp_path / "copy.xlsx")
    await until(lambda: bool(stage.context.messages.history))
    assert stage.context.messages.history[-1].words == "The disk is full."


async def test_return_opens_and_control_return_shows_the_folder(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    opened = Opened(monkeypatch)
    path = tmp_path / "done.xlsx"
    path.touch()
    page = await stage.show(replace(DONE, path=path))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened == [str(path), str(tmp_path)]


async def test_the_menu_offers_the_same_as_the_buttons(stage: Stage) -> None:
    page = await stage.show(DONE)
    menu = page.context_menu()
    assert {one.text(): one.isEnabled() for one in menu.actions()} == stage.buttons()


async def test_all_states_can_be_drawn(stage: Stage) -> None:
    rows = (DONE, RUNNING, replace(RUNNING, id=9, total=None), FAILED, EXPIRED, KEPT)
    page = await stage.show(*rows)
    picture = page.grab().toImage()
    assert not picture.isNull()
    assert page.table.visualRect(page.model.index(0, 2)).width() > 100
