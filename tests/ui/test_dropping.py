"""Dropping on the window: spreadsheets are opened, numbers found, anything else is refused."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from simdesk.paths import DataFolder
from simdesk.services.recent import Recent
from simdesk.ui.dropping import MOST_FILES
from simdesk.ui.filter.paste_dialog import PasteDialog
from simdesk.ui.welcome.window import WelcomeWindow
from tests.ui.fakes import FakeDesk, a_fleet, a_window

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def words(told: str) -> QMimeData:
    data = QMimeData()
    data.setText(told)
    return data


LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


def cursor(window: Any, data: QMimeData, may: Qt.DropAction = COPY | MOVE) -> Qt.DropAction | None:
    """What the cursor over a window promises; None is the forbidden one."""
    enter = QDragEnterEvent(QPoint(9, 9), may, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return None
    move = QDragMoveEvent(QPoint(19, 9), may, data, LEFT, NONE)
    move.ignore()
    QApplication.sendEvent(window, move)
    assert move.isAccepted()
    return move.dropAction()


def drop(window: Any, data: QMimeData) -> bool:
    event = QDropEvent(QPointF(9, 9), COPY | MOVE, data, LEFT, NONE)
    event.ignore()
    window.dropEvent(event)  # Qt itself brings only what was let in
    return event.isAccepted()


async def test_each_spreadsheet_is_opened_for_review(qloop: object, tmp_path: Path) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(20))) as window:
        opened: list[Path] = []
        window.spreadsheet_wanted.connect(opened.append)
        assert window.acceptDrops()
        both = files("/a/may.xlsx", "/a/JUNE.CSV")
        assert cursor(window, both) == COPY
        assert drop(window, both)
        assert opened == [Path("/a/may.xlsx"), Path("/a/JUNE.CSV")]


async def test_numbers_are_asked_for(qloop: object, tmp_path: Path) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(20))) as window:
        iccid = window._context.desk.cards.all[1].facts.iccid
        column = words(f"ICCID\n{iccid}\n")
        assert cursor(window, column) == COPY
        assert drop(window, column)
        (dialog,) = window.findChildren(PasteDialog)
        assert dialog.words.toPlainText().split() == ["ICCID", iccid]
        dialog.reject()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (files("/a/photo.png"), "“photo.png” is no spreadsheet."),
        (files("/a/may.xlsx", "/a/photo.png"), "“photo.png” is no spreadsheet."),
        (files(*(f"/a/{n}.csv" for n in range(MOST_FILES + 1))), "9 files are too many at once."),
        (words("good morning"), "No card number stands in what was dropped."),
        (files(), "That is no spreadsheet."),
    ],
)
async def test_other_things_are_refused_with_a_sentence(
    qloop: object, tmp_path: Path, data: QMimeData, said: str
) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(20))) as window:
        opened: list[Path] = []
        window.spreadsheet_wanted.connect(opened.append)
        assert cursor(window, data) is None
        assert not drop(window, data)
        assert opened == []
        assert window._context.messages.history[-1].words.startswith(said)
        assert "xlsx or csv" in window._context.messages.history[-1].words


async def test_what_would_be_moved_away_is_not_taken(qloop: object, tmp_path: Path) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(20))) as window:
        assert cursor(window, files("/a/may.xlsx"), MOVE) is None


@pytest.mark.parametrize(
    ("data", "promised"),
    [
        (files("/a/may.xlsx"), COPY),
        (files("/a/may.xlsx", "/a/june.xlsx"), None),
        (files("/a/photo.png"), None),
        (words("8986032100000000013"), None),
    ],
)
def test_the_welcome_page_goes_by_the_same_rule(
    qtbot: Any, tmp_path: Path, data: QMimeData, promised: Qt.DropAction | None
) -> None:
    window = WelcomeWindow(Recent(DataFolder(tmp_path)))
    qtbot.addWidget(window)
    wishes: list[object] = []
    window.wished.connect(wishes.append)
    assert cursor(window, data) == promised
    assert drop(window, data) is (promised is not None)
    assert bool(wishes) is (promised is not None)
    assert ("Drop one xlsx or csv file." in window.trouble.text()) is (promised is None)
