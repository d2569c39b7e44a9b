"""One field: walked by arrow keys, copied by mouse or key, with a ring where the keys are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simdesk.ui.details.fact_line import FactLine

pytestmark = pytest.mark.usefixtures("dressed")

Key, Button = Qt.Key, Qt.MouseButton


@pytest.fixture
def lines(qtbot: QtBot) -> Iterator[tuple[FactLine, FactLine]]:
    """A filled line above an empty one."""
    panel = QWidget()
    qtbot.addWidget(panel)
    layout = QVBoxLayout(panel)
    filled = FactLine("ICCID", identifier=True, parent=panel)
    empty = FactLine("Private segment", parent=panel)
    filled.show_value("8986 0321", "89860321")
    empty.show_value("")
    for line in (filled, empty):
        layout.addWidget(line)
    panel.resize(420, 120)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield filled, empty
    panel.close()


def copied(line: FactLine) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    line.copy_wanted.connect(lambda name, value: heard.append((name, value)))
    return heard


def test_arrow_keys_go_from_line_to_line(lines: tuple[FactLine, FactLine], qtbot: QtBot) -> None:
    filled, empty = lines
    filled.setFocus()
    qtbot.keyClick(filled, Key.Key_Down)
    assert empty.hasFocus()
    qtbot.keyClick(empty, Key.Key_Up)
    assert filled.hasFocus()
    qtbot.keyClick(filled, Key.Key_A)
    assert filled.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_keys_copy_what_is_there(
    lines: tuple[FactLine, FactLine], qtbot: QtBot, key: Qt.Key
) -> None:
    filled, empty = lines
    heard, nothing = copied(filled), copied(empty)
    qtbot.keyClick(filled, key)
    qtbot.keyClick(empty, key)
    assert heard == [("ICCID", "89860321")]
    assert nothing == []


def test_only_a_left_click_that_ends_on_the_line_copies(
    lines: tuple[FactLine, FactLine], qtbot: QtBot
) -> None:
    filled, _ = lines
    heard = copied(filled)
    qtbot.mouseClick(filled, Button.RightButton)
    qtbot.mousePress(filled, Button.LeftButton)
    qtbot.mouseRelease(filled, Button.LeftButton, pos=QPoint(20, 300))
    assert heard == []
    qtbot.mouseClick(filled, Button.LeftButton)
    assert heard == [("ICCID", "89860321")]


def has_ring(line: FactLine) -> bool:
    picture = QImage(line.size(), QImage.Format.Format_RGB32)
    line.render(picture)
    middle = picture.height() // 2
    return len({picture.pixel(x, middle) for x in range(8)}) > 1


def test_the_line_that_has_the_keys_is_ringed(lines: tuple[FactLine, FactLine]) -> None:
    filled, empty = lines
    filled.setFocus()
    assert (has_ring(filled), has_ring(empty)) == (True, False)
    empty.setFocus()
    assert (has_ring(filled), has_ring(empty)) == (False, True)
