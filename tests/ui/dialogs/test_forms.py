"""Forms of acts: Tab comes to all of them, also to what stands before the field to begin with."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from simdesk.ui.dialogs.forms import ActForm, LimitForm, RebindForm
from simdesk.ui.dialogs.top_up import TopUpForm
from tests.ui.ears.tabbing import tab_comes_everywhere, tab_stops

FORMS: list[Callable[[], ActForm]] = [LimitForm, RebindForm, TopUpForm]


@pytest.mark.parametrize("make", FORMS)
def test_tab_comes_to_every_field(qtbot: Any, make: Callable[[], ActForm]) -> None:
    form, dialog, before = make(), QDialog(), QPushButton("Close")
    qtbot.addWidget(dialog)
    box = QVBoxLayout(dialog)
    box.addWidget(before)
    box.addWidget(form)
    dialog.show()
    dialog.activateWindow()
    before.setFocus()
    assert form.first in tab_stops(dialog)
    assert list(tab_comes_everywhere(dialog)) == []
