"""Fields and their labels, and the letters that go to them."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QFormLayout,
    QLabel,
    QLayout,
    QMenu,
    QMenuBar,
    QWidget,
)

from tests.ui.ears.seen import FIELDS, called, widgets


def fields_have_labels(window: QWidget) -> Iterator[str]:
    """A label that stands before a field in a form is that field's buddy."""
    for layout in _layouts(window):
        for label, field in _pairs(layout):
            if label.buddy() is None and label.text().strip() and field.isVisible():
                yield f"{called(label)} is not the buddy of {called(field)}"


def _layouts(window: QWidget) -> Iterator[QLayout]:
    yield from window.findChildren(QLayout)


def _pairs(layout: QLayout) -> Iterator[tuple[QLabel, QWidget]]:
    if isinstance(layout, QFormLayout):
        for row in range(layout.rowCount()):
            label = layout.itemAt(row, QFormLayout.ItemRole.LabelRole)
            field = layout.itemAt(row, QFormLayout.ItemRole.FieldRole)
            if label is not None and field is not None:
                pair = label.widget(), field.widget()
                if isinstance(pair[0], QLabel) and isinstance(pair[1], FIELDS):
                    yield pair[0], pair[1]


def letters_differ(window: QWidget) -> Iterator[str]:
    """No two things in a window or a menu answer to the same letter."""
    found: Counter[str] = Counter()
    if isinstance(window, QMenu | QMenuBar):
        texts = [action.text() for action in window.actions()]
    else:
        texts = [
            one.text()
            for one in widgets(window)
            if isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy())
        ]
    for words in texts:
        letter = QKeySequence.mnemonic(words).toString()
        if letter:
            found[letter] += 1
    for letter, count in found.items():
        if count > 1:
            yield f"{letter} goes to {count} things in {called(window)}"
