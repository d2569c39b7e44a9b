"""Nothing is cut off: words fit their widget, widgets fit their window."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from tests.ui.ears.seen import called

SLACK = 1
"""Pixels that rounding may take."""


def words_fit(widget: QWidget) -> Iterator[str]:
    """What cannot be elided is as large as its words; what is elided tells them in a tool tip."""
    if isinstance(widget, QLabel):
        yield from _label_fits(widget)
    elif isinstance(widget, QComboBox | QAbstractSpinBox | QLineEdit):
        if widget.height() < QFontMetrics(widget.font()).height():
            yield f"{called(widget)} is {widget.height()} high, lower than its letters"
    elif isinstance(widget, QAbstractButton):
        wanted, has = widget.sizeHint(), widget.size()
        if isinstance(widget, QPushButton | QToolButton) and widget.toolTip() and _told(widget):
            wanted.setWidth(0)
        if has.width() + SLACK < wanted.width() or has.height() + SLACK < wanted.height():
            yield f"{called(widget)} is {_size(has)}, its words need {_size(wanted)}"
    elif isinstance(widget, QTabBar):
        yield from _tabs_fit(widget)
    elif isinstance(widget, QTableView):
        yield from _headings_fit(widget)


def _told(widget: QAbstractButton) -> bool:
    return widget.text().rstrip("…").strip() in widget.toolTip()


def _label_fits(label: QLabel) -> Iterator[str]:
    if not label.text() or label.toolTip():
        return
    has = label.size()
    if label.wordWrap():
        wanted = label.heightForWidth(has.width())
        if has.height() + SLACK < wanted:
            yield f"{called(label)} is {has.height()} high, its lines need {wanted}"
        widest = max(_wide(label, word) for word in label.text().split() or [""])
        if has.width() + SLACK < widest:
            yield f"{called(label)} is {has.width()} wide, its longest word needs {widest}"
        return
    wanted_size = label.sizeHint()
    if has.width() + SLACK < wanted_size.width() or has.height() + SLACK < wanted_size.height():
        yield f"{called(label)} is {_size(has)}, its words need {_size(wanted_size)}"


_CHINESE = re.compile("([\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])")


def _wide(label: QLabel, word: str) -> int:
    """The width of the longest part that cannot be broken: Chinese may be after any sign."""
    word = _CHINESE.sub(r"\1 ", word)
    parts = word.replace("\u200b", " ").replace("/", " ").replace("-", " ").split() or [""]
    return max(QFontMetrics(label.font()).horizontalAdvance(part) for part in parts)


def _tabs_fit(bar: QTabBar) -> Iterator[str]:
    for at in range(bar.count()):
        wide = QFontMetrics(bar.font()).horizontalAdvance(bar.tabText(at).replace("&", ""))
        if bar.tabRect(at).width() < wide and not bar.tabToolTip(at):
            yield f"{called(bar)}: the tab “{bar.tabText(at)}” is cut off"
        if bar.tabRect(at).height() < QFontMetrics(bar.font()).height():
            yield f"{called(bar)}: the tab “{bar.tabText(at)}” is too low"


def _headings_fit(view: QTableView) -> Iterator[str]:
    header = view.horizontalHeader()
    low = header.isVisible() and header.height() < QFontMetrics(header.font()).height()
    if low:
        yield f"{called(view)}: its headings are too low"
    if view.model() is not None and view.model().rowCount():
        line, text = view.verticalHeader().sectionSize(0), QFontMetrics(view.font()).height()
        if line < text:
            yield f"{called(view)}: its rows are {line} high, words need {text}"


def lies_within(widget: QWidget) -> Iterator[str]:
    """A widget is not cut by what it lies in, unless one can scroll to the rest of it."""
    above = widget.parentWidget()
    if isinstance(widget, QMenu) or widget.isWindow() or above is None:
        return
    while above is not None:
        if isinstance(above, QAbstractScrollArea | QSplitter):
            return
        if above.isWindow():
            break
        above = above.parentWidget()
    assert above is not None
    place = widget.rect().translated(widget.mapTo(above, widget.rect().topLeft()))
    seen = above.rect()
    if not seen.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
        yield f"{called(widget)} at {place.getRect()} reaches out of {_size(seen.size())}"


def window_fits(window: QWidget, width: int, height: int) -> Iterator[str]:
    """A window is not larger than the screen."""
    if window.width() > width or window.height() > height:
        yield (f"{called(window)} is {_size(window.size())}, the screen {width} × {height}")


def _size(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"
