"""The controls of single criteria: what they answer, when they tell, and Enter in any of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter, Term
from simdesk.ui.filter.choice_editor import ChoiceEditor, SwitchEditor
from simdesk.ui.filter.criteria import CRITERIA
from simdesk.ui.filter.criterion_row import CriterionHead
from simdesk.ui.filter.editor import Editor

Key, Held = Qt.Key, Qt.KeyboardModifier


def an_editor(qtbot: QtBot, field: str) -> tuple[Editor, list[str]]:
    """The control of a field and what it tells."""
    criterion = next(one for one in CRITERIA if one.name == field)
    kind = ChoiceEditor if field in ("carrier", "status") else SwitchEditor
    editor = kind(criterion, field.capitalize())
    qtbot.addWidget(editor)
    heard: list[str] = []
    editor.changed.connect(lambda: heard.append("changed"))
    editor.submitted.connect(lambda: heard.append("submitted"))
    return editor, heard


def words(term: Term | None) -> str:
    return "" if term is None else filter_text(CardFilter((term,)))


def term(asked: str) -> Term:
    return parse_filter(asked).terms[0]


@pytest.mark.parametrize(
    "asked",
    [
        "carrier:CMCC,CTCC",
        "status:stopped",
        "auto_renew:yes",
        "auto_renew:no",
        "cancelled:any",
        "cancelled:yes",
    ],
)
def test_a_term_is_shown_and_answered_without_a_word(qtbot: QtBot, asked: str) -> None:
    editor, heard = an_editor(qtbot, asked.partition(":")[0])
    assert editor.term() is None
    editor.show_term(term(asked))
    assert words(editor.term()) == asked
    editor.show_term(None)
    assert editor.term() is None
    assert heard == []


@pytest.mark.parametrize("field", ["carrier", "auto_renew", "cancelled"])
def test_enter_in_a_control_submits_and_other_keys_do_not(qtbot: QtBot, field: str) -> None:
    editor, heard = an_editor(qtbot, field)
    kinds: tuple[type[QWidget], ...] = (QCheckBox, QRadioButton)
    box = next(one for kind in kinds for one in editor.findChildren(kind))
    for key, held in (
        (Key.Key_Return, Held.NoModifier),
        (Key.Key_Enter, Held.KeypadModifier),
        (Key.Key_Return, Held.ControlModifier),
        (Key.Key_F2, Held.NoModifier),
    ):
        qtbot.keyClick(box, key, held)
    assert heard == ["submitted", "submitted"]


def test_each_press_of_a_box_is_told_once(qtbot: QtBot) -> None:
    editor, heard = an_editor(qtbot, "carrier")
    for place in (0, 2, 0):
        editor.findChildren(QCheckBox)[place].click()
    assert words(editor.term()) == "carrier:CTCC"
    assert heard == ["changed"] * 3


def test_the_first_answer_of_a_switch_asks_nothing(qtbot: QtBot) -> None:
    editor, heard = an_editor(qtbot, "auto_renew")
    told = []
    for place in (1, 2, 0):
        editor.findChildren(QRadioButton)[place].click()
        told.append(words(editor.term()))
    assert told == ["auto_renew:yes", "auto_renew:no", ""]
    assert heard == ["changed"] * 3


def test_values_on_offer_are_nothing_to_a_control_with_its_own(qtbot: QtBot) -> None:
    editor, heard = an_editor(qtbot, "carrier")
    editor.offer(("CMCC", "XYZ"))
    assert editor.term() is None
    assert heard == []
    assert len(editor.findChildren(QCheckBox)) == 4


def test_criteria_are_walked_opened_and_closed_by_arrow_keys(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    heads = [CriterionHead(name, panel) for name in ("Carrier", "Status")]
    panel.resize(240, 80)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    heads[0].setFocus()
    qtbot.keyClick(heads[0], Key.Key_Down)
    assert heads[1].hasFocus()
    qtbot.keyClick(heads[1], Key.Key_Right)
    assert heads[1].isChecked()
    qtbot.keyClick(heads[1], Key.Key_Left)
    assert not heads[1].isChecked()
    qtbot.keyClick(heads[1], Key.Key_Return)
    assert heads[1].isChecked()
    qtbot.keyClick(heads[1], Key.Key_Up)
    assert heads[0].hasFocus()
    qtbot.keyClick(heads[0], Key.Key_A)
    assert not heads[0].isChecked()
    ringed, plain = (head.grab().toImage() for head in heads)
    heads[1].setChecked(False)
    assert ringed != plain
