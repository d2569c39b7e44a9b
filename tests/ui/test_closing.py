"""Closing the window while something runs: one question, by name, that follows what runs."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from simdesk.models.changes import ExportsChanged, OperationsChanged
from simdesk.ui.closing import ClosingDialog
from tests.ui.fakes import FakeDesk, a_fleet, a_window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

OPERATIONS = "What has been sent to the provider is finished"
EXPORTS = "If SimDesk closes now"
ENDED = "Everything has ended"


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(20))


def _asked() -> ClosingDialog:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ClosingDialog)]
    (dialog,) = [one for one in found if one.isVisible()]
    return dialog


def _says(dialog: ClosingDialog) -> list[str]:
    told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    return [part for part in (OPERATIONS, EXPORTS, ENDED) if any(part in words for words in told)]


def _wishes(window: Any) -> list[str]:
    wishes: list[str] = []
    window.close_wanted.connect(lambda: wishes.append("close"))
    return wishes


async def test_with_nothing_running_it_does_not_ask(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        wishes = _wishes(window)
        window.close()
        assert wishes == ["close"]
        assert window.isVisible()  # it goes when everything behind it has ended


@pytest.mark.parametrize(
    ("operating", "names", "heading", "says", "stay", "leave"),
    [
        (
            True,
            (),
            "Operations are running",
            [OPERATIONS],
            "Stay",
            "Pause operations and close",
        ),
        (
            False,
            ("cards.xlsx",),
            "“cards.xlsx” is being written",
            [EXPORTS],
            "Keep waiting",
            "Cancel export and close",
        ),
        (
            False,
            ("a.csv", "b.csv", "c.csv", "d.csv", "e.csv"),
            "5 exports are being written",
            [EXPORTS],
            "Keep waiting",
            "Cancel 5 exports and close",
        ),
        (
            True,
            ("cards.xlsx",),
            "Operations and exports are running",
            [OPERATIONS, EXPORTS],
            "Keep waiting",
            "Cancel export and close",
        ),
    ],
)
async def test_one_dialog_names_what_runs(
    qloop: object,
    desk: FakeDesk,
    operating: bool,
    names: tuple[str, ...],
    heading: str,
    says: list[str],
    stay: str,
    leave: str,
) -> None:
    desk.operations.running = operating
    desk.exports.under_way = names
    async with a_window(desk) as window:
        wishes = _wishes(window)
        window.close()
        window.close()  # once more: it does not ask twice
        dialog = _asked()
        assert (dialog.windowTitle(), _says(dialog)) == (heading, says)
        assert (dialog.safe_button.text(), dialog.confirm_button.text()) == (stay, leave)
        for name in names[:3]:
            assert any(f"“{name}”" in label.text() for label in dialog.findChildren(QLabel))
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert wishes == []  # Enter stays
        window.close()
        QTest.keyClick(_asked(), Qt.Key.Key_Escape)
        assert wishes == []
        window.close()
        _asked().confirm_button.click()
        assert wishes == ["close"]


async def test_more_than_three_exports_are_counted(qloop: object, desk: FakeDesk) -> None:
    desk.exports.under_way = ("a", "b", "c", "d", "e")
    async with a_window(desk) as window:
        window.close()
        told = " ".join(label.text() for label in _asked().findChildren(QLabel))
        assert "The exports “a”, “b”, “c” and 2 more are not finished." in told
        _asked().reject()


async def test_it_follows_what_it_asks_about(qloop: object, desk: FakeDesk) -> None:
    desk.operations.running = True
    desk.exports.under_way = ("cards.xlsx",)
    async with a_window(desk) as window:
        wishes = _wishes(window)
        window.close()
        dialog = _asked()
        desk.operations.running = False
        desk.announcer.announce(OperationsChanged("op-1"))
        assert _says(dialog) == [EXPORTS]
        desk.exports.under_way = ()
        desk.announcer.announce(ExportsChanged(1))
        assert (dialog.windowTitle(), _says(dialog)) == ("Close SimDesk", [ENDED])
        assert wishes == []  # the operator still decides
        dialog.confirm_button.click()
        assert wishes == ["close"]
