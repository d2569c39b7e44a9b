"""What a walk looks at: the controls of a window that can be seen, and how one is called."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QPlainTextEdit,
    QTextEdit,
    QTabBar,
    QProgressBar,
)
FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
_WHOLE = (QLineEdit, QComboBox, QAbstractSpinBox, QHeaderView, QTabBar)
"""What lies in these belongs to them."""


def widgets(window: QWidget) -> Iterator[QWidget]:
    """The window's widgets that can be seen, those that Qt puts into others left out."""
    for found in window.findChildren(QWidget):
        if not found.isVisible() or found.window() is not window or _inside(found):
            continue
        if isinstance(found, QScrollBar | QHeaderView) or found.objectName().startswith("qt_"):
            continue
        if not (isinstance(found.parentWidget(), QMainWindow) and _aside(found)):
            yield found


def _aside(widget: QWidget) -> bool:
    # Where docks were stacked once Qt keeps their bar, out of sight.
    return widget.x() < 0 and widget.y() < 0


def _inside(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, _WHOLE):
            return True
        above = above.parentWidget()
    return False


def controls(window: QWidget) -> Iterator[QWidget]:
    """What one reads from or writes to, without plain words."""
    for found in widgets(window):
        if isinstance(found, CONTROLS) or tabbed(found):
            yield found


def tabbed(widget: QWidget) -> bool:
    """The Tab key comes to it."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def spoken_name(widget: QWidget) -> str:
    """The name a screen reader says."""
    asked = QAccessible.queryAccessibleInterface(widget)
    return "" if asked is None else asked.text(QAccessible.Text.Name)


def spoken_description(widget: QWidget) -> str:
    """What a screen reader adds to the name."""
    asked = QAccessible.queryAccessibleInterface(widget)
    return "" if asked is None else asked.text(QAccessible.Text.Description)


def words_of(widget: QWidget) -> str:
    """The words drawn on a widget."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractButton | QLabel | QLineEdit):
        return widget.text()
    return ""


def called(widget: QWidget) -> str:
    """A widget as a complaint names it: its class, its words, what it lies in."""
    words = words_of(widget) or spoken_name(widget) or widget.objectName()
    above = widget.parentWidget()
    inside = "" if above is None else f" in {type(above).__name__} {above.objectName()}".rstrip()
    return f"{type(widget).__name__} “{words[:60]}”{inside}"
