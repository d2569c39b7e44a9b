"""The welcome page: two doors, what was open before, keys and drops; nothing by itself."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.paths import DESK_FILE, DataFolder
from simdesk.services.recent import Recent
from simdesk.ui.welcome.doors import SIZES
from simdesk.ui.welcome.window import WelcomeWindow
from simdesk.ui.welcome.wishes import DemoWish, FleetWish, SheetWish

pytestmark = pytest.mark.usefixtures("dressed")


class Page:
    def __init__(self, qtbot: Any, folder: Path) -> None:
        self.recent = Recent(DataFolder(folder))
        self.window = WelcomeWindow(self.recent)
        self.wishes: list[object] = []
        self.window.wished.connect(self.wishes.append)
        qtbot.addWidget(self.window)
        self.window.show()

    def dropped(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
        QApplication.sendEvent(self.window, enter)
        if enter.isAccepted():
            QApplication.sendEvent(self.window, QDropEvent(QPointF(9, 9), copy, data, left, none))


def test_there_is_one_primary_button_and_enter_presses_it(qtbot: Any, tmp_path: Path) -> None:
    page = Page(qtbot, tmp_path)
    buttons = page.window.findChildren(QPushButton)
    primary = [button for button in buttons if button.property("kind") == "primary"]
    assert primary == [page.window.demo.button]
    QTest.keyClick(page.window, Qt.Key.Key_Return)
    assert page.wishes == [DemoWish(10_000)]


def test_the_size_of_the_demo_is_chosen_with_the_time_it_takes(qtbot: Any, tmp_path: Path) -> None:
    page = Page(qtbot, tmp_path)
    box = page.window.findChildren(QComboBox)[0]
    words = [box.itemText(row) for row in range(box.count())]
    assert words[0] == "1,000 cards, all read in about 5 s"
    assert words[2] == "100,000 cards, all read in about 1 min 40 s"
    for row, (cards, _) in enumerate(SIZES):
        box.setCurrentIndex(row)
        page.window.demo.button.click()
        assert page.wishes[-1] == DemoWish(cards)


def test_what_was_open_before_is_a_button_each(qtbot: Any, tmp_path: Path) -> None:
    fleet = DataFolder(tmp_path).fleet("R&D north")
    fleet.mkdir(parents=True)
    (fleet / DESK_FILE).touch()
    sheet = tmp_path / "cards of June.xlsx"
    sheet.touch()
    Recent(DataFolder(tmp_path)).note_spreadsheet(sheet)
    page = Page(qtbot, tmp_path)
    (north,), (june,) = page.window.fleets.buttons, page.window.sheets.buttons
    assert north.accessibleName() == "R&D north"
    assert north.text() == "R&&D north"
    north.click()
    june.setFocus()
    QTest.keyClick(june, Qt.Key.Key_Return)
    assert page.wishes == [FleetWish("R&D north"), SheetWish(sheet)]


def test_without_anything_before_no_list_is_shown(qtbot: Any, tmp_path: Path) -> None:
    page = Page(qtbot, tmp_path)
    assert not page.window.fleets.isVisible()
    assert not page.window.sheets.isVisible()


def test_tab_reaches_every_control_and_comes_back(qtbot: Any, tmp_path: Path) -> None:
    sheet = tmp_path / "cards.xlsx"
    sheet.touch()
    Recent(DataFolder(tmp_path)).note_spreadsheet(sheet)
    page = Page(qtbot, tmp_path)
    window = page.window
    window.activateWindow()
    first = window.demo.button
    first.setFocus()
    names = []
    for _ in range(5):
        focused = window.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert window.focusWidget() is first
    assert names == [
        "Build demo fleet",
        "Open spreadsheet…",
        "cards.xlsx",
        "Operator's guide",
        "Size of the demo fleet",
    ]


def test_a_dropped_spreadsheet_is_wished_and_nothing_else(qtbot: Any, tmp_path: Path) -> None:
    page = Page(qtbot, tmp_path)
    page.dropped(tmp_path / "a.pdf")
    page.dropped(tmp_path / "a.csv", tmp_path / "b.csv")
    assert not page.wishes
    page.dropped(tmp_path / "A.XLSX")
    assert page.wishes == [SheetWish(tmp_path / "A.XLSX")]
    assert not page.window.trouble.isVisible()


def test_while_it_builds_the_doors_are_shut_and_esc_stops_it(qtbot: Any, tmp_path: Path) -> None:
    page = Page(qtbot, tmp_path)
    stopped: list[None] = []
    page.window.cancel_wanted.connect(lambda: stopped.append(None))
    page.window.show_building(10_000)
    page.window.building.show_progress(5_000, 10_000)
    assert page.window.building.words.text() == "Building the demo fleet: 5,000 of 10,000 cards"
    assert not page.window.demo.isVisible()
    page.dropped(tmp_path / "a.csv")
    QTest.keyClick(page.window, Qt.Key.Key_Escape)
    assert stopped == [None]
    assert page.window.isVisible()
    page.window.building.show_progress(10_000, 10_000)
    assert page.window.building.words.text() == "Stopping at the end of this step"
    page.window.show_doors(KnownError(text("The disk is full.")))
    assert page.window.trouble.text() == "The disk is full."
    assert page.window.demo.isVisible()
    QTest.keyClick(page.window, Qt.Key.Key_Escape)
    assert page.window.isVisible()
    assert not page.wishes


def test_closing_it_is_told_once(qtbot: Any, tmp_path: Path) -> None:
    page = Page(qtbot, tmp_path)
    told: list[None] = []
    page.window.closed.connect(lambda: told.append(None))
    page.window.close()
    assert told == [None]
