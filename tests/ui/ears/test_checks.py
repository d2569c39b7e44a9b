"""No check sleeps: each finds an offence that was planted for it, and nothing in what is right."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tests.ui.ears.contrast import words_stand_out
from tests.ui.ears.fields import fields_have_labels, letters_differ
from tests.ui.ears.fits import lies_within, window_fits, words_fit
from tests.ui.ears.focus import focus_is_seen
from tests.ui.ears.names import has_a_name, siblings_differ, tells_what_its_picture_means
from tests.ui.ears.pseudo import PseudoLanguage, unmarked
from tests.ui.ears.seen import controls, widgets
from tests.ui.ears.tabbing import can_be_pressed_by_keys, in_reading_order, tab_comes_everywhere
from tests.ui.ears.texts import is_translated

Plant = Callable[[QVBoxLayout], None]
Check = Callable[[QWidget], Iterator[str]]


def _each(check: Check) -> Check:
    """A check of one widget, of every widget of a window."""
    return lambda window: (words for one in widgets(window) for words in check(one))


def _of_controls(check: Check) -> Check:
    return lambda window: (words for one in controls(window) for words in check(one))


def _contrast(window: QWidget) -> Iterator[str]:
    picture = window.grab().toImage()
    return _each(lambda one: words_stand_out(one, picture))(window)


def _small_screen(window: QWidget) -> Iterator[str]:
    return window_fits(window, 100, 100)


def right(box: QVBoxLayout) -> None:
    """A dialog in good order."""
    label, line = QLabel("⟦Name⟧"), QLineEdit()
    line.setAccessibleName("⟦Name⟧")
    label.setBuddy(line)
    tick = QCheckBox("⟦Every card⟧")
    button = QPushButton("⟦Write⟧")
    for part in (label, line, tick, button):
        box.addWidget(part)


def nameless(box: QVBoxLayout) -> None:
    box.addWidget(QLineEdit())


def bare_picture(box: QVBoxLayout) -> None:
    button = QPushButton()
    button.setAccessibleName("Sync")
    box.addWidget(button)


def twins(box: QVBoxLayout) -> None:
    for _ in range(2):
        box.addWidget(QPushButton("Show"))


def one_language(box: QVBoxLayout) -> None:
    box.addWidget(QLabel("Expires today"))


def cut_words(box: QVBoxLayout) -> None:
    label = QLabel("The carrier suspends it when its data is used up.")
    label.setFixedWidth(40)
    box.addWidget(label)


def cut_lines(box: QVBoxLayout) -> None:
    label = QLabel("The carrier suspends it when its data is used up. " * 4)
    label.setWordWrap(True)
    label.setFixedSize(120, 20)
    box.addWidget(label)


def cut_button(box: QVBoxLayout) -> None:
    button = QPushButton("Create order and pay")
    button.setFixedWidth(30)
    box.addWidget(button)


def outside(box: QVBoxLayout) -> None:
    label = QLabel("far away", box.parentWidget())
    label.move(4_000, 10)
    label.show()


def pale(box: QVBoxLayout) -> None:
    label = QLabel("hardly to be read")
    label.setStyleSheet("color: #c8c8c8; background: #ffffff")
    box.addWidget(label)


def trap(box: QVBoxLayout) -> None:
    for words in ("one", "two"):
        box.addWidget(QPushButton(words))
    text = QPlainTextEdit()
    box.addWidget(text)
    text.setFocus()


def left_out(box: QVBoxLayout) -> None:
    one, two = QPushButton("one"), QPushButton("two")
    for button in (one, two):
        box.addWidget(button)
    holder = _Skipping()
    box.addWidget(holder)
    one.setFocus()


class _Skipping(QWidget):
    """A control that gives the focus away at once."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    def focusInEvent(self, event: object) -> None:
        self.focusNextChild()


def backwards(box: QVBoxLayout) -> None:
    first = QPushButton("first", box.parentWidget())
    then = QPushButton("then", box.parentWidget())
    box.addWidget(then)
    box.addWidget(first)


def mouse_only(box: QVBoxLayout) -> None:
    button = QPushButton("Show")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    box.addWidget(button)


def unseen_focus(box: QVBoxLayout) -> None:
    box.addWidget(_Blank())


class _Blank(QWidget):
    """Takes the focus and shows nothing of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(20, 20)


def no_buddy(box: QVBoxLayout) -> None:
    form = QFormLayout()
    form.addRow(QLabel("Name"), QLineEdit())
    box.addLayout(form)
    for at in range(form.rowCount()):
        label = form.itemAt(at, QFormLayout.ItemRole.LabelRole).widget()
        assert isinstance(label, QLabel)
        label.setBuddy(None)


def same_letter(box: QVBoxLayout) -> None:
    for words in ("&Show", "&Stop"):
        box.addWidget(QPushButton(words))


RULES: list[tuple[Check, Plant]] = [
    (_of_controls(has_a_name), nameless),
    (_of_controls(tells_what_its_picture_means), bare_picture),
    (siblings_differ, twins),
    (_each(is_translated), one_language),
    (_each(words_fit), cut_words),
    (_each(words_fit), cut_lines),
    (_each(words_fit), cut_button),
    (_each(lies_within), outside),
    (_small_screen, right),
    (_contrast, pale),
    (tab_comes_everywhere, trap),
    (tab_comes_everywhere, left_out),
    (in_reading_order, backwards),
    (_of_controls(can_be_pressed_by_keys), mouse_only),
    (focus_is_seen, unseen_focus),
    (fields_have_labels, no_buddy),
    (letters_differ, same_letter),
]


def _shown(plant: Plant) -> QDialog:
    window = QDialog()
    box = QVBoxLayout(window)
    plant(box)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


@pytest.mark.parametrize(("check", "plant"), RULES, ids=lambda one: one.__name__)
def test_an_offence_is_found(dressed: None, check: Check, plant: Plant) -> None:
    window = _shown(plant)
    try:
        assert list(check(window))
    finally:
        window.close()
        window.deleteLater()


@pytest.mark.parametrize("check", [check for check, plant in RULES if plant is not right])
def test_nothing_is_found_in_what_is_right(dressed: None, check: Check) -> None:
    window = _shown(right)
    try:
        assert list(check(window)) == []
    finally:
        window.close()
        window.deleteLater()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("⟦In use éî⟧", []),
        ("⟦as of ⟦30 Jun 2026⟧ é⟧ 12.4 MB", []),
        ("30 Jun 2026", []),
        ("⟦carrier: ⟦China Mob…", []),
        ("CM_SF_M_2_100M", []),
        ("usage>=100MB carrier:CMCC", []),
        ("In use", ["use"]),
        ("⟦Cards⟧ selected", ["selected"]),
    ],
)
def test_words_of_one_language_are_found(words: str, left: list[str]) -> None:
    assert list(unmarked(words)) == left


def test_the_language_of_brackets_is_longer_and_keeps_gaps() -> None:
    said = PseudoLanguage().translate("any", "{count} cards wait")
    assert "{count} cards wait" in said
    assert len(said) >= len("{count} cards wait") * 1.4
