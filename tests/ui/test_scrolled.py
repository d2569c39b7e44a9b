"""Content that is scrolled where it does not fit."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simdesk.ui.scrolled import Scrolled


def _shown(qtbot: QtBot, words: str) -> tuple[QWidget, Scrolled, QLabel]:
    window = QWidget()
    label = QLabel(words)
    label.setWordWrap(True)
    content = QVBoxLayout()
    content.addWidget(label)
    scrolled = Scrolled(content, window)
    qtbot.addWidget(window)
    window.show()
    return window, scrolled, label


def test_a_bar_goes_when_all_fits_without_it(qtbot: QtBot) -> None:
    """With the bar beside it the text would take a line more, and so keep the bar."""
    window, scrolled, label = _shown(qtbot, "eight hundred and one ")
    scrolled.setFixedWidth(label.fontMetrics().horizontalAdvance(label.text()) + 2)
    high = label.heightForWidth(scrolled.width())
    assert label.heightForWidth(scrolled.width() - scrolled.verticalScrollBar().width()) > high
    scrolled.setFixedHeight(high // 2)
    qtbot.waitUntil(lambda: scrolled.verticalScrollBar().isVisible())
    scrolled.setFixedHeight(high)
    qtbot.waitUntil(lambda: not scrolled.verticalScrollBar().isVisible())
    label.setText(label.text() * 3)
    qtbot.waitUntil(lambda: scrolled.verticalScrollBar().isVisible())
    assert window.isVisible()
