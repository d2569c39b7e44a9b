"""Measures follow the letters, and what has no room is scrolled."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.measures import HIGH_LINE, LINE, grown, line_room
from simdesk.ui.page_stack import PageArea, PageStack


@pytest.fixture
def large(qapp: QApplication) -> Iterator[int]:
    """Letters twice as large; the height of a line of them."""
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(2 * before.pixelSize())
    qapp.setFont(font)
    yield QFontMetrics(font).height()
    qapp.setFont(before)


def test_usual_letters_leave_measures_as_they_are(qapp: QApplication) -> None:
    assert (line_room(28), grown(220)) == (28, 220)


def test_measures_grow_with_the_letters(large: int) -> None:
    assert line_room(28) == 28 + large - LINE
    assert grown(220) == round(220 * large / LINE)


def test_a_page_in_front_decides_how_much_room_is_needed(qtbot: Any) -> None:
    stack = PageStack()
    area = PageArea(stack)
    qtbot.addWidget(area)
    small, wide = QWidget(), QWidget()
    wide.setMinimumWidth(3_000)
    QVBoxLayout(small).addWidget(QLabel("small"))
    holder = QWidget()
    QVBoxLayout(holder).addWidget(wide)
    stack.addWidget(small)
    stack.addWidget(holder)
    assert stack.minimumSizeHint().width() < 200
    stack.setCurrentWidget(holder)
    assert stack.minimumSizeHint().width() >= 3_000
    assert area.minimumSizeHint().width() < 400


def test_a_dialog_stays_on_the_screen(qtbot: Any) -> None:
    dialog = DialogFrame("Many lines")
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(5_000)
    for number in range(200):
        dialog.content.addWidget(QLabel(f"line {number}", dialog))
    dialog.set_confirm("Write")
    dialog.resize(5_000, 5_000)
    dialog.show()
    screen = dialog.screen().availableSize()
    assert dialog.height() <= screen.height()
    assert dialog.width() <= screen.width()


def test_a_dialog_grows_for_what_appears_in_it(qtbot: Any) -> None:
    dialog = DialogFrame("Suspend")
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(400)
    words, gate = QLabel(dialog), QLabel("Type the number of cards", dialog)
    words.setWordWrap(True)
    gate.hide()
    for label in (words, gate):
        dialog.content.addWidget(label)
    dialog.show()
    words.setText("One that changes before its turn is skipped. " * 8)
    gate.show()
    bar = dialog._area.verticalScrollBar()
    qtbot.waitUntil(lambda: dialog.height() > words.heightForWidth(words.width()))
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert gate.visibleRegion().boundingRect().height() == gate.height()


def test_measures_have_room_for_the_higher_lines_of_chinese(large: int) -> None:
    before, english = QLocale(), line_room(28)
    QLocale.setDefault(QLocale("zh_CN"))
    try:
        high = QFontMetrics(QApplication.font()).size(0, "简体中文").height()
        assert line_room(28) == 28 + max(large - LINE, high - HIGH_LINE) >= english
    finally:
        QLocale.setDefault(before)
