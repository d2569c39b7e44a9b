"""Every text a person sees or hears is one that can be translated."""

from collections.abc import Container, Iterator

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTabBar,
    QTableView,
    QTabWidget,
    QWidget,
)

from tests.ui.ears.pseudo import unmarked
from tests.ui.ears.seen import called, spoken_name


def texts_of(widget: QWidget) -> Iterator[str]:
    """What is drawn on a widget and said of it; what was typed into it left out."""
    yield spoken_name(widget)
    yield widget.toolTip()
    yield widget.statusTip()
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case QAbstractButton() | QLabel():
            yield widget.text()
        case QGroupBox():
            yield widget.title()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox() if not widget.isEditable():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QTabWidget():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QMenu() | QMenuBar():
            yield from (action.text() for action in widget.actions())
        case QTableView():
            yield from headings(widget)


def headings(view: QAbstractItemView) -> Iterator[str]:
    """The titles of a table's columns."""
    model: QAbstractItemModel | None = view.model()
    for column in range(0 if model is None else model.columnCount()):
        assert model is not None
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def is_translated(widget: QWidget, data: Container[str] = ()) -> Iterator[str]:
    """In a language of brackets nothing stands outside of them but names, figures and `data`."""
    for words in texts_of(widget):
        left = list(unmarked(words, data))
        if left:
            yield f"{called(widget)} says “{' '.join(left)}” in every language: “{words[:80]}”"
