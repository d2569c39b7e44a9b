"""A list page: sorted by headers, narrowed by words, copied by keys, honest about failures."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.ui.listing.page import ListPage
from simdesk.ui.listing.rows import ListColumn, RowsModel
from tests.ui.fakes import FakeDesk, a_context, until


@dataclass(frozen=True)
class Fruit:
    name: str
    weight: int | None


APPLE, FIG, MELON = Fruit("Apple", 120), Fruit("Fig", None), Fruit("Melon", 900)
COLUMNS = (
    ListColumn(text("Name"), lambda r: r.name),
    ListColumn(
        text("Weight"),
        lambda r: "–" if r.weight is None else f"{r.weight} g",
        numeric=True,
        key=lambda r: r.weight,
        tip=lambda r: f"{r.name} weighs that",
    ),
)


def fruits() -> RowsModel:
    return RowsModel(COLUMNS, lambda row: "ok", identify=lambda row: row.name)


def names(model: RowsModel) -> list[str]:
    return [row.name for row in model.rows]


class Stage:
    def __init__(self, folder: Path, qtbot: Any) -> None:
        self.rows: tuple[Fruit, ...] = (MELON, FIG, APPLE)
        self.refusal: KnownError | None = None
        self.context = a_context(FakeDesk(folder, []))
        self.page = ListPage(self.context, "Fruit", fruits(), self._read)
        self.page.empty.say("No fruit.")
        qtbot.addWidget(self.page)
        self.page.resize(900, 400)

    async def _read(self) -> tuple[Fruit, ...]:
        await asyncio.sleep(0)
        if self.refusal is not None:
            raise self.refusal
        return self.rows


@pytest.fixture
def stage(qloop: Any, qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path, qtbot)
    yield stage
    qloop.run_until_complete(stage.context.tasks.aclose())
    stage.context.bridge.close()


def test_headers_sort_and_what_is_unknown_comes_last(qapp: Any) -> None:
    model = fruits()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    model.show_rows((MELON, FIG, APPLE))
    model.sort(0)
    assert names(model) == ["Apple", "Fig", "Melon"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Melon", "Apple", "Fig"]
    model.sort(1)
    assert names(model) == ["Apple", "Melon", "Fig"]
    model.show_rows((FIG, Fruit("Kiwi", 80)))
    assert names(model) == ["Kiwi", "Fig"]
    model.sort(-1)
    assert names(model) == ["Fig", "Kiwi"]


def test_words_narrow_the_list_and_let_it_go_again(qapp: Any) -> None:
    model = fruits()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    model.show_rows((MELON, FIG, APPLE))
    model.narrow(" 900 ")
    assert names(model) == ["Melon"]
    assert len(model.told) == 3
    model.narrow("")
    assert names(model) == ["Melon", "Fig", "Apple"]


def test_a_cell_has_a_tip_and_words_for_those_who_cannot_see_it(qapp: Any) -> None:
    model = fruits()
    model.show_rows((FIG,))
    cell = model.index(0, 1)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Fig weighs that"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Weight: –"
    about = cell.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert about == "Name: Fig. Fig weighs that"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == ""
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Fig"


async def test_the_choice_stays_with_the_thing_not_with_the_place(stage: Stage) -> None:
    page = stage.page
    page.show()
    await until(lambda: len(page.model.rows) == 3)
    assert page.one == MELON
    page.table.selectRow(2)
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert (names(page.model)[0], page.one) == ("Apple", APPLE)
    stage.rows = (FIG, Fruit("Apple", 130), Fruit("Aubergine", 300), MELON)
    page.load()
    await until(lambda: len(page.model.rows) == 4)
    assert page.one == Fruit("Apple", 130)


async def test_keys_copy_a_cell_or_the_chosen_rows(stage: Stage, qtbot: Any) -> None:
    page = stage.page
    page.show()
    await until(lambda: len(page.model.rows) == 3)
    clipboard = QGuiApplication.clipboard()
    page.table.setCurrentIndex(page.model.index(2, 1))
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "120 g"
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "Melon\t900 g\nFig\t–\nApple\t120 g"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.table, Qt.Key.Key_C, both)
    assert clipboard.text().splitlines()[0] == "Name\tWeight"


async def test_a_list_that_cannot_be_read_says_so_and_tries_again(stage: Stage) -> None:
    page = stage.page
    stage.refusal = KnownError(text("The disk is gone."), text("Bring it back."))
    page.show()
    await until(page.trouble.isVisible)
    assert page.trouble.words == "The list could not be read. The disk is gone. Bring it back."
    stage.refusal = None
    page.trouble.again_wanted.emit()
    await until(lambda: len(page.model.rows) == 3)
    assert not page.trouble.isVisible()


async def test_an_empty_list_is_one_sentence_and_one_button(stage: Stage) -> None:
    page, pressed = stage.page, []
    page.empty.offer("Buy fruit", "add", lambda: pressed.append(True))
    stage.rows = ()
    page.show()
    await until(page.empty.isVisible)
    assert page.empty.words.text() == "No fruit."
    page.empty.button.click()
    assert pressed == [True]


async def test_buttons_menu_and_keys_are_one(stage: Stage, qtbot: Any) -> None:
    page, pressed = stage.page, []
    action = page.act("Eat", "check", lambda: pressed.append(page.one), "Return", kind="primary")
    page.show()
    await until(lambda: len(page.model.rows) == 3)
    (button,) = (one for one in page.findChildren(QPushButton) if one.text() == "Eat")
    assert button.accessibleName() == "Eat"
    assert page.chosen == (MELON,)
    button.click()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert pressed == [MELON, MELON]
    assert [one.text() for one in page.context_menu().actions()] == ["Eat"]
    action.setEnabled(False)
    assert not button.isEnabled()
