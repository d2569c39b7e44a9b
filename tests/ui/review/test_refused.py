"""Refused rows can be read, copied and saved, each with its place and its reason."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simdesk.ui.review.refused import Refusal, RefusedDialog

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
LINES = (
    Refusal(17, "B17", "The ICCID stands in a numeric cell, which has kept 15 digits of it."),
    Refusal(1204, "", "The card 89860321000000000013 stands in row 12 already."),
    Refusal(1300, "B1300", "=HYPERLINK(“x”) is not an ICCID."),
)


def test_they_are_listed_and_the_chosen_one_is_told_in_full(qtbot: QtBot) -> None:
    dialog = RefusedDialog("cards.xlsx", 3, LINES)
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.table.list
    assert [str(model.index(0, at).data()) for at in range(3)] == ["17", "B17", LINES[0].why]
    assert dialog.whole.text() == LINES[0].why
    dialog.table.choose({id(LINES[1])})
    assert dialog.whole.text() == LINES[1].why


def test_they_are_copied_and_saved_as_nothing_that_counts(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = RefusedDialog("cards.xlsx", 3, LINES)
    qtbot.addWidget(dialog)
    dialog.copy.click()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0] == "Row\tCell\tWhy"
    assert copied[1] == f"17\tB17\t{LINES[0].why}"
    dialog.save(tmp_path / "refused.csv")
    with (tmp_path / "refused.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Row", "Cell", "Why"]
    assert rows[2] == ["1204", "", LINES[1].why]
    assert rows[3][2] == f"'{LINES[2].why}"
    dialog.save(tmp_path / "no such folder" / "refused.csv")
    assert not dialog._error.isHidden()


def test_it_says_when_there_are_more_than_were_kept(qtbot: QtBot) -> None:
    dialog = RefusedDialog("cards.xlsx", 8_120, LINES)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(type(dialog.whole))]
    assert any("Of 8,120 refused rows the first 3 are listed." in one for one in words)
