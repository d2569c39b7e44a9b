"""Refused rows can be read, copied and saved, each with its place and its reason."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simdesk.models.sheets import Rejection
from simdesk.ui.review.refused import RefusedDialog
from simdesk.ui.text import shown
from tests.ui.review.sheets import a_refusal, a_review

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
LINES = (
    a_refusal(17, "B17", "The ICCID stands in a numeric cell, which has kept 15 digits of it."),
    a_refusal(1204, "A1204", "This card stands in row 12 already.", Rejection.BAD_VALUE),
    a_refusal(1300, "C1300", "=HYPERLINK(“x”) is not a date.", whole_row=False),
)


def test_they_are_listed_and_the_chosen_one_is_told_in_full(qtbot: QtBot) -> None:
    dialog = RefusedDialog(a_review(refused=LINES))
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.table.list
    first, second = (shown(line.message) for line in LINES[:2])
    assert [str(model.index(0, at).data()) for at in range(5)] == [
        "17",
        "B17",
        "The row",
        first,
        "Format the column as text.",
    ]
    assert dialog.whole.text() == f"{first} Format the column as text."
    dialog.table.choose({id(LINES[1])})
    assert dialog.whole.text().startswith(second)


def test_they_are_copied_and_saved_as_nothing_that_counts(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = RefusedDialog(a_review(refused=LINES))
    qtbot.addWidget(dialog)
    dialog.copy.click()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0] == "Row\tCell\tLeft out\tWhy\tWhat to do"
    assert copied[1].startswith("17\tB17\tThe row\tThe ICCID stands in a numeric cell")
    dialog.save(tmp_path / "refused.csv")
    with (tmp_path / "refused.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Row", "Cell", "Left out", "Why", "What to do"]
    assert rows[2][:2] == ["1204", "A1204"]
    assert rows[3][2:4] == ["This cell", "'=HYPERLINK(“x”) is not a date."]
    dialog.save(tmp_path / "no such folder" / "refused.csv")
    assert not dialog._error.isHidden()


def test_it_says_when_there_are_more_than_were_kept(qtbot: QtBot) -> None:
    dialog = RefusedDialog(a_review(refused=LINES, refused_rows=8_119))
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(type(dialog.whole))]
    assert any("Of 8,120 the first 3 are listed." in one for one in words)
