"""Dropping on the window: spreadsheets are opened, numbers found, anything else is refused."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from simdesk.ui.dropping import MOST_FILES
from simdesk.ui.filter.paste_dialog import PasteDialog
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


def drop(window: Any, data: QMimeData) -> bool:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(9, 9), copy, data, left, none)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


async def test_each_spreadsheet_is_opened_for_review(qloop: object, tmp_path: Path) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(20))) as window:
        opened: list[Path] = []
        window.spreadsheet_wanted.connect(opened.append)
        assert window.acceptDrops()
        assert drop(window, files("/a/may.xlsx", "/a/JUNE.CSV"))
        assert opened == [Path("/a/may.xlsx"), Path("/a/JUNE.CSV")]


async def test_numbers_are_asked_for(qloop: object, tmp_path: Path) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(20))) as window:
        iccid = window._context.desk.cards.all[1].facts.iccid
        assert drop(window, words(f"ICCID\n{iccid}\n"))
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
    ],
)
async def test_other_things_are_refused_with_a_sentence(
    qloop: object, tmp_path: Path, data: QMimeData, said: str
) -> None:
    async with a_window(FakeDesk(tmp_path, a_fleet(20))) as window:
        opened: list[Path] = []
        window.spreadsheet_wanted.connect(opened.append)
        assert not drop(window, data)
        assert opened == []
        assert window._context.messages.history[-1].words.startswith(said)
        assert "xlsx or csv" in window._context.messages.history[-1].words
