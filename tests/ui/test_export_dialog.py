"""The export dialog: what is chosen, what is said of it, what is asked of the service."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QRadioButton

from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.models.texts import text
from simdesk.services.export_words import (
    ExportRequest,
    ExportRow,
    ExportState,
    content_text,
)
from simdesk.ui.context import Context
from simdesk.ui.dialogs import exporting
from simdesk.ui.dialogs.export import ExportDialog
from simdesk.ui.messages import Weight
from tests.factories import a_moment
from tests.ui.fakes import FakeDesk, a_context, until


def an_export(path: Path, **changes: Any) -> ExportRow:
    values: dict[str, Any] = {
        "id": 7,
        "name": path.name,
        "path": path,
        "format": "xlsx",
        "state": ExportState.COMPLETED,
        "rows": 3,
        "total": 3,
        "size": 5_000,
        "content": content_text("all"),
        "first": Month(2026, 5),
        "last": Month(2026, 6),
        "daily": False,
        "created_at": a_moment(),
        "finished_at": a_moment(),
        "error": None,
        "kept": False,
        **changes,
    }
    return ExportRow(**values)


class Opened(list[str]):
    """Stands for the system's programs: what they were given, and whether there is one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, able: bool = True) -> None:
        super().__init__()
        self._able = able
        monkeypatch.setattr(QDesktopServices, "openUrl", self._open)

    def _open(self, url: QUrl) -> bool:
        self.append(url.toLocalFile())
        return self._able


class ScriptedExports:
    """Takes requests; every export ends as `ending`."""

    def __init__(self, ending: ExportRow, refusal: KnownError | None = None) -> None:
        self.asked: list[ExportRequest] = []
        self.ending = ending
        self.refusal = refusal

    def default_name(self) -> str:
        return "cards_20260615090400"

    async def start(self, request: ExportRequest) -> int:
        if self.refusal is not None:
            raise self.refusal
        self.asked.append(request)
        return self.ending.id

    async def wait(self, export_id: int) -> ExportRow:
        assert export_id == self.ending.id
        return self.ending


class Stage:
    """A dialog over a scripted service, and hands to use it."""

    def __init__(self, context: Context, exports: ScriptedExports, qtbot: Any) -> None:
        self.context, self.exports, self.qtbot = context, exports, qtbot
        self.question = parse_filter("carrier:CMCC")
        self.dialog: ExportDialog

    def open(self, selected: int = 214, question: CardFilter | None = None) -> ExportDialog:
        question = self.question if question is None else question
        self.dialog = ExportDialog(
            self.context, range(selected), question, Sort("usage"), 1_234, 10_000
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.qtbot.addWidget(self.dialog)
        self.dialog.open()
        return self.dialog

    def radio(self, words: str) -> QRadioButton:
        found = [one for one in self.dialog.findChildren(QRadioButton) if words in one.text()]
        assert len(found) == 1, [one.text() for one in self.dialog.findChildren(QRadioButton)]
        return found[0]

    def line(self, name: str) -> QLineEdit:
        found = self.dialog.findChildren(QLineEdit)
        return next(one for one in found if one.accessibleName() == name)

    def box(self, name: str) -> QComboBox:
        found = self.dialog.findChildren(QComboBox)
        return next(one for one in found if one.accessibleName() == name)

    def says(self, words: str) -> bool:
        labels = self.dialog.findChildren(QLabel)
        return any(words in label.text() and label.isVisibleTo(self.dialog) for label in labels)

    def confirm(self) -> None:
        self.dialog.confirm_button.click()


@pytest.fixture
def stage(qloop: Any, qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    desk = FakeDesk(tmp_path, [])
    exports = ScriptedExports(an_export(tmp_path / "cards.xlsx"))
    desk.exports = exports  # type: ignore[assignment]  # the fake's own stands for nothing here
    context = a_context(desk)
    yield Stage(context, exports, qtbot)
    qloop.run_until_complete(context.tasks.aclose())
    context.bridge.close()


def test_it_offers_the_selection_with_the_last_two_months(stage: Stage) -> None:
    dialog = stage.open()
    assert stage.radio("Selected (214)").isChecked()
    assert stage.radio("Matching the search (1,234)").isVisible()
    assert stage.radio("All but cancelled (10,000)").isEnabled()
    assert stage.box("First traffic month").currentText() == "May 2026"
    assert stage.box("Last traffic month").currentText() == "June 2026"
    assert stage.box("First traffic month").count() == 13
    assert stage.line("File name").placeholderText() == "cards_20260615090400"
    assert dialog.confirm_button.text() == "Export 214 cards"
    assert stage.says("214 cards · 2 months · 30 columns")


def test_without_a_selection_it_offers_what_matches(stage: Stage) -> None:
    dialog = stage.open(selected=0)
    assert not stage.radio("Selected").isEnabled()
    assert stage.radio("Matching").isChecked()
    assert dialog.confirm_button.text() == "Export 1,234 cards"


def test_without_a_question_matching_is_all(stage: Stage) -> None:
    stage.open(selected=0, question=CardFilter())
    assert stage.radio("Matching").isHidden()
    assert stage.radio("All but cancelled").isChecked()


def test_the_summary_follows_every_choice(stage: Stage) -> None:
    dialog = stage.open(selected=1)
    assert dialog.confirm_button.text() == "Export 1 card"
    assert stage.says("1 card · 2 months · 30 columns")
    stage.box("First traffic month").setCurrentText("June 2026")
    assert stage.says("1 card · 1 month · 29 columns")
    dialog._daily.setChecked(True)
    assert stage.says("1 card · 1 month · 59 columns")
    stage.radio("All but").setChecked(True)
    assert stage.says("10,000 cards · 1 month · 59 columns")


async def test_what_is_chosen_is_what_is_asked(stage: Stage, tmp_path: Path) -> None:
    dialog = stage.open(selected=3)
    started: list[int] = []
    dialog.started.connect(started.append)
    stage.box("First traffic month").setCurrentText("January 2026")
    dialog._daily.setChecked(True)
    stage.radio("csv").setChecked(True)
    assert stage.says("Spreadsheet programs round ICCIDs they read from csv; xlsx keeps them.")
    stage.line("File name").setText("  June  ")
    stage.radio("folder of your own").setChecked(True)
    stage.line("Folder of your own").setText(str(tmp_path))
    stage.confirm()
    await until(lambda: bool(started))
    assert stage.exports.asked == [
        ExportRequest(
            stage.question,
            Sort("usage"),
            (0, 1, 2),
            Month(2026, 1),
            Month(2026, 6),
            daily=True,
            format="csv",
            name="June",
            folder=tmp_path,
        )
    ]
    assert dialog.isHidden()


@pytest.mark.parametrize(
    ("which", "question"),
    [("Matching", parse_filter("carrier:CMCC")), ("All but", CardFilter())],
)
async def test_matching_asks_the_question_and_all_asks_none(
    stage: Stage, which: str, question: CardFilter
) -> None:
    stage.open()
    stage.radio(which).setChecked(True)
    stage.confirm()
    await until(lambda: bool(stage.exports.asked))
    asked = stage.exports.asked[0]
    assert (asked.filter, asked.card_ids, asked.name, asked.folder) == (question, None, None, None)


def test_what_cannot_be_is_said_beside_the_field_and_cannot_be_pressed(stage: Stage) -> None:
    dialog = stage.open()
    wrong: list[tuple[Callable[[], None], str]] = [
        (lambda: stage.line("File name").setText("a/b"), "A name has none of the characters"),
        (lambda: stage.line("File name").setText("CON"), "Windows keeps this name"),
        (lambda: stage.line("File name").clear(), ""),
        (
            lambda: stage.box("Last traffic month").setCurrentIndex(2),
            "The first traffic month is after the last one.",
        ),
        (lambda: stage.box("First traffic month").setCurrentIndex(3), ""),
        (lambda: stage.radio("folder of your own").setChecked(True), "There is no folder “”."),
        (
            lambda: stage.line("Folder of your own").setText("/nowhere/at/all"),
            "There is no folder “/nowhere/at/all”.",
        ),
        (lambda: stage.line("Folder of your own").setText("/"), ""),
    ]
    for change, complaint in wrong:
        change()
        assert dialog.confirm_button.isEnabled() is not bool(complaint)
        if complaint:
            assert stage.says(complaint)
        else:
            assert stage.says("214 cards ·")


def test_a_complaint_makes_room_for_itself(stage: Stage) -> None:
    dialog = stage.open()
    before = dialog.height()
    stage.radio("csv").setChecked(True)
    stage.line("File name").setText("a/b")
    assert dialog.height() > before


async def test_a_refusal_stays_in_the_dialog(stage: Stage) -> None:
    stage.exports.refusal = KnownError(text("The disk sleeps."), text("Wake it."))
    dialog = stage.open()
    stage.confirm()
    await until(lambda: stage.says("The disk sleeps. Wake it."))
    assert dialog.isVisible()
    assert dialog.confirm_button.isEnabled()
    dialog.close()


async def test_choices_are_remembered_and_the_name_is_not(stage: Stage, tmp_path: Path) -> None:
    stage.open()
    stage.radio("csv").setChecked(True)
    stage.dialog._daily.setChecked(True)
    stage.box("First traffic month").setCurrentText("March 2026")
    stage.line("File name").setText("March")
    stage.line("Folder of your own").setText(str(tmp_path))
    stage.confirm()
    await until(stage.dialog.isHidden)
    stage.open()
    assert stage.radio("csv").isChecked()
    assert stage.dialog._daily.isChecked()
    assert stage.box("First traffic month").currentText() == "March 2026"
    assert stage.line("File name").text() == ""
    assert stage.line("Folder of your own").text() == str(tmp_path)
    assert stage.radio("Exported files, kept for 7 days").isChecked()


def test_settings_of_another_kind_are_passed_over(stage: Stage) -> None:
    stage.context.settings.put("export", {"first": 0, "last": 5, "format": 3, "own": "x"})
    stage.open()
    assert stage.radio("xlsx").isChecked()
    assert stage.box("First traffic month").currentText() == "May 2026"


async def test_the_end_is_told_with_a_way_to_open_the_file(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Opened(monkeypatch)
    stage.open()
    stage.confirm()
    await until(lambda: bool(stage.context.messages.history))
    told = stage.context.messages.history[0]
    assert (told.weight, told.words) == (Weight.DONE, "Exported 3 cards to “cards.xlsx”.")
    assert told.offer is not None
    told.offer.run()
    last = stage.context.messages.history[-1]
    assert last.words == f"“{tmp_path / 'cards.xlsx'}” is no longer there. Export again."
    (tmp_path / "cards.xlsx").touch()
    told.offer.run()
    assert opened == [str(tmp_path / "cards.xlsx")]


async def test_a_failure_is_told_with_its_reason(stage: Stage, tmp_path: Path) -> None:
    stage.exports.ending = an_export(
        tmp_path / "cards.xlsx", state=ExportState.FAILED, error=text("The disk is full.")
    )
    stage.open()
    stage.confirm()
    await until(lambda: bool(stage.context.messages.history))
    told = stage.context.messages.history[0]
    assert told.weight is Weight.FAILED
    assert told.words == "“cards.xlsx” was not written. The disk is full."


def test_without_a_program_for_it_the_file_is_named(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Opened(monkeypatch, able=False)
    (tmp_path / "one.xlsx").touch()
    exporting.show_in_folder(stage.context, an_export(tmp_path / "one.xlsx", rows=1))
    told = stage.context.messages.history[-1]
    assert told.words == f"No program on this computer opens “{tmp_path}”."


def test_a_folder_is_browsed_for_without_stopping_the_loop(stage: Stage, tmp_path: Path) -> None:
    dialog = stage.open()
    stage.radio("folder of your own").setChecked(True)
    dialog._place._browse.click()
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.reject()
    assert stage.line("Folder of your own").text() == str(tmp_path)
    assert dialog.confirm_button.isEnabled()


def test_every_control_has_a_name(stage: Stage) -> None:
    dialog = stage.open()
    for kind in (QLineEdit, QComboBox):
        for control in dialog.findChildren(kind):
            assert control.accessibleName()
    assert dialog.confirm_button.accessibleName() == "Export 214 cards"
