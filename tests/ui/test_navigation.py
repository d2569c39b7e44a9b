"""The pane at the left: pages by name, a badge, a sync's progress."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton

from simdesk.models.changes import SyncMoved
from simdesk.ui.navigation import WIDTH, NavigationPane
from simdesk.ui.pages import beside_cards
from simdesk.ui.theme import ICON, SMALL, TINY, words_font


@pytest.fixture
def pane(qapp: QApplication) -> NavigationPane:
    return NavigationPane(beside_cards())


def _button(pane: NavigationPane, words: str) -> QPushButton:
    return next(one for one in pane.findChildren(QPushButton) if one.text() == words)


def test_a_press_wishes_for_the_page(pane: NavigationPane) -> None:
    wishes: list[str] = []
    pane.page_wanted.connect(wishes.append)
    _button(pane, "Operations").click()
    assert wishes == ["operations"]
    pane.show_page("exports")
    assert _button(pane, "Exported files").isChecked()
    assert not _button(pane, "Operations").isChecked()


def test_a_badge_comes_and_goes(pane: NavigationPane) -> None:
    pane.show_badge("operations", "running")
    pane.show_badge("operations", "2 running")
    assert _button(pane, "Operations ●").accessibleName() == "Operations · 2 running"
    pane.show_badge("operations", "")
    assert _button(pane, "Operations")
    pane.show_badge("no such page", "running")


@pytest.mark.parametrize(("count", "shown"), [(0, "●"), (1, "1"), (99, "99"), (100, "●")])
def test_a_number_of_what_waits_fits(pane: NavigationPane, count: int, shown: str) -> None:
    pane.show_badge("operations", f"{count} need a person", count)
    button = _button(pane, f"Operations {shown}")
    assert button.toolTip() == f"Operations · {count} need a person"
    bold = words_font(bold=True)
    room = WIDTH - 2 * TINY - 2 * SMALL - ICON - TINY
    assert QFontMetrics(bold).horizontalAdvance(button.text()) <= room


def test_a_sync_without_a_known_end_counts_up(pane: NavigationPane) -> None:
    words, bar = pane.findChild(QLabel), pane.findChild(QProgressBar)
    assert words.isHidden()
    pane.show_sync(SyncMoved(True, "Reading details", 40, None))
    assert words.text() == "Reading details 40"
    assert bar.maximum() == 0
    pane.show_sync(SyncMoved(True, "Reading details", 40, 80, 61.0))
    assert words.text() == "Reading details: 40 of 80\n1 min 1 s left"
    assert (bar.value(), bar.maximum()) == (40, 80)
    pane.show_sync(SyncMoved(False, "", 0, None))
    assert words.isHidden()
