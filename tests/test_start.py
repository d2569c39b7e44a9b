"""The first moments: the window before its desk, and what is not read by then."""

import asyncio
import builtins
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from simdesk import app, start
from simdesk.cli import main
from simdesk.compose import SystemClock, open_desk
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Direction, Sort
from simdesk.paths import DESK_FILE, SETTINGS_FILE
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.settings import Settings
from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.early_drawing import draw, draw_first
from simdesk.ui.main_window import MainWindow
from simdesk.ui.opening import OpeningWindow
from simdesk.ui.rescue import RescueWindow
from tests.test_guard_pyside import said_by

PLAN = FleetPlan(cards=300)
pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fleet that was read and closed."""
    folder = tmp_path_factory.mktemp("start") / "fleets" / "north"
    asyncio.run(read(folder))
    return folder


async def read(folder: Path) -> None:
    desk = await open_desk(folder, PLAN, SystemClock(), "tester")
    await desk.sync.run()
    await desk.edits.set_remark([1], "the first of all")
    await desk.aclose()


async def until(holds: Callable[[], object]) -> None:
    for _ in range(3_000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


def top(kind: type) -> Any:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next((one for one in found if one.isVisible()), None)


def ended(window: MainWindow) -> None:
    window.close()
    window.deleteLater()


def test_the_window_stands_with_its_first_cards_before_there_is_a_loop(fleet: Path) -> None:
    window = start.first_window(fleet)
    table = window._early.table
    assert window.isVisible()
    assert window.windowTitle() == "north · SimDesk"
    assert len(table.cards.ids) == start.FIRST
    assert table.cards.tag_colors
    first = table.cards.row_at(0)
    assert first is not None
    assert first.card.remark == "the first of all" or first.card.id != 1
    assert not window.furnished
    ended(window)


async def test_its_first_cards_are_those_of_the_open_desk(qloop: object, fleet: Path) -> None:
    window = start.first_window(fleet)
    shown = list(window._early.table.cards.ids)
    desk = await open_desk(fleet, PLAN, SystemClock(), "tester")
    rows = await desk.cards.first(CardFilter(), Sort(), start.FIRST)
    assert shown == [row.id for row in rows]
    assert [window._early.table.cards.card(row.id) for row in rows] == list(rows)
    await desk.aclose()
    ended(window)


def test_nothing_can_be_pressed_before_the_desk_is_open(fleet: Path) -> None:
    window = start.first_window(fleet)
    assert all(not button.isEnabled() for button in window.findChildren(QPushButton))
    table, wished = window._early.table, []
    for wish in (
        table.details_wanted,
        table.menu_wanted,
        table.part_pressed,
        table.columns_changed,
    ):
        wish.connect(lambda *given: wished.append(given))
    table.cards.remark_written.connect(lambda *given: wished.append(given))
    middle = table.mapTo(window, table.rect().center())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Tab):
        QTest.keyClick(window, key)
    draw()
    assert not wished
    assert not table.selectionModel().hasSelection()
    assert not table.hasFocus()
    ended(window)


def test_in_another_order_it_stands_without_cards(
    fleet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "north"
    folder.mkdir()
    (folder / DESK_FILE).write_bytes((fleet / DESK_FILE).read_bytes())
    arranged = Arrangement(sort=Sort("usage", Direction.DESCENDING), frozen=2)
    Settings(folder / SETTINGS_FILE).put("columns", arranged.to_settings())
    window = start.first_window(folder)
    assert not window._early.table.cards.ids
    assert window._early.table.frozen.count == 2
    ended(window)


def test_where_some_were_asked_for_it_stands_without_cards(fleet: Path, tmp_path: Path) -> None:
    folder = tmp_path / "north"
    folder.mkdir()
    (folder / DESK_FILE).write_bytes((fleet / DESK_FILE).read_bytes())
    Settings(folder / SETTINGS_FILE).put("work", {"filter": "status:in-use"})
    window = start.first_window(folder)
    assert window.asks
    assert not window._early.table.cards.ids
    ended(window)


@pytest.mark.long_async(60)
async def test_the_same_window_and_table_are_furnished(qloop: object, fleet: Path) -> None:
    window = start.first_window(fleet)
    table, early = window._early.table, list(window._early.table.cards.ids)
    life = asyncio.ensure_future(app.live(fleet, PLAN, "tester", window=window))
    await until(lambda: window.furnished)
    assert window.cards.table is table
    assert list(table.cards.ids)[: len(early)] == early
    await until(lambda: len(table.cards.ids) > len(early))
    assert table.hasFocus() or not window.isActiveWindow()
    assert window.navigation.isEnabled()
    table.go_to(3)
    assert table.selected.count == 1
    await until(lambda: window._context.desk.cards.prepared)
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, OpeningWindow)] == []
    window.close()
    assert await life == 0


@pytest.mark.long_async(60)
async def test_closed_while_its_desk_is_being_opened_it_is_gone_and_the_desk_whole(
    qloop: object, fleet: Path
) -> None:
    window = start.first_window(fleet)
    life = asyncio.ensure_future(app.live(fleet, PLAN, "tester", window=window))
    await asyncio.sleep(0)
    window.close()
    assert await life == 0
    assert not window.furnished
    await read(fleet)


def test_closed_before_that_nothing_more_is_read(
    fleet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start.first_window(fleet)
    window.close()
    monkeypatch.setattr(start, "import_module", pytest.fail)
    start.read_the_rest(window)
    window.deleteLater()


@pytest.mark.long_async(60)
async def test_a_desk_that_cannot_be_opened_takes_the_window_away(
    qloop: object, fleet: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "north"
    folder.mkdir()
    (folder / DESK_FILE).write_bytes((fleet / DESK_FILE).read_bytes()[:20_000])
    window = start.first_window(folder)
    assert not window._early.table.cards.ids
    life = asyncio.ensure_future(app.live(folder, PLAN, "tester", window=window))
    await until(lambda: top(RescueWindow))
    assert top(MainWindow) is None
    top(RescueWindow).close()
    assert await life == 1


def test_a_window_that_nobody_sees_is_not_waited_for(qapp: QApplication, tmp_path: Path) -> None:
    class Unseen(MainWindow):
        def paintEvent(self, event: object) -> None:
            pass

    window = Unseen("north", Settings(tmp_path / SETTINGS_FILE))
    draw_first(window, window.painted, 20)
    assert window.isVisible()
    ended(window)


def test_progress_of_a_world_that_is_built_anew_is_said(tmp_path: Path) -> None:
    window = MainWindow("north", Settings(tmp_path / SETTINGS_FILE))
    window.show_progress(4_000, 10_000)
    assert window._early._words.text() == "Building the demo fleet: 4,000 of 10,000 cards"
    window.deleteLater()


def test_a_system_without_a_library_of_qts_is_told_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    with pytest.raises(KnownError, match=r"does not load: .*PySide6\.QtWidgets"):
        start.import_qt()
    assert main(["tour", "--out", "nowhere"]) == 2
    assert "does not load" in capsys.readouterr().err


# What is read when

LATE = ("sqlalchemy", "numpy", "asyncio", "qasync")
NEVER = ("pandas", "openpyxl", "pyqtgraph", "python_calamine", "qtawesome", "qtpy", "alembic")

FIRST_WINDOW = f"""
import sys
from pathlib import Path
from simdesk import start
start.import_qt()
from simdesk.loop import make_application
make_application()
window = start.first_window(Path(sys.argv[1]))
assert window._early.table.cards.ids
print(*(name for name in {(*LATE, *NEVER)} if name in sys.modules))
"""

WHOLE = f"""
import asyncio, sys
from pathlib import Path
from simdesk import start
from simdesk.ui.main_window import MainWindow
furnish = MainWindow.furnish

def furnished(self, context):
    furnish(self, context)
    self.cards.presenter.searched.connect(self._say)

def say(self):
    print(*(name for name in {NEVER} if name in sys.modules))
    self.close()

MainWindow.furnish, MainWindow._say = furnished, say
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
sys.exit(start.run(Path(sys.argv[1]), lambda: FleetPlan(cards=300), "tester"))
"""


def test_the_first_cards_are_shown_with_nothing_but_qt_and_the_window(fleet: Path) -> None:
    assert said_by(FIRST_WINDOW, fleet) == ""


def test_heavy_libraries_are_not_read_by_an_open_desk(fleet: Path) -> None:
    assert said_by(WHOLE, fleet) == ""


FOUND = """
import sys
from simdesk.cli import main
assert main(["find", "--data", sys.argv[1], "--fleet", "north", "--filter", "usage>=0KB"]) == 0
print("PySide6" in sys.modules)
"""


def test_a_command_without_a_window_reads_nothing_of_qt(fleet: Path) -> None:
    assert said_by(FOUND, fleet.parents[1]).splitlines()[-1] == "False"


def test_imports_after_qt_are_as_quick_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    start.import_qt()
    assert builtins.__import__ is builtins.__orig_import__  # type: ignore[attr-defined]
    names: dict[str, object] = {}
    exec("from PySide6.QtWidgets import *", names)
    assert "QPushButton" in names
    assert "PySide6.QtWidgets" in sys.modules


def test_the_benchmark_of_a_start_sees_all_of_its_moments(fleet: Path, tmp_path: Path) -> None:
    """It stands in for the window that it watches, and so has to be as that is."""
    (tmp_path / "fleets").mkdir()
    shutil.copytree(fleet, tmp_path / "fleets" / "fleet")
    root = Path(__file__).parents[1]
    told = subprocess.run(
        [sys.executable, str(root / "tests/benchmarks/started.py"), str(tmp_path), "fleet"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.stdout.split() == ["window", "rows", "loaded", "whole"], told.stderr
