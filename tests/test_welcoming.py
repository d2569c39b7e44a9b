"""From the welcome page to a fleet or a spreadsheet and back; nothing is built without a word."""

import asyncio
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from simdesk import cli, start, welcoming
from simdesk.compose import SystemClock, open_desk
from simdesk.paths import DataFolder
from simdesk.services.providers.simulator import build
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.recent import Recent
from simdesk.ui.main_window import MainWindow
from simdesk.ui.opening import OpeningWindow
from simdesk.ui.welcome.window import WelcomeWindow
from simdesk.ui.welcome.wishes import DemoWish, FleetWish, SheetWish
from simdesk.welcoming import Reception
from tests.test_guard_pyside import said_by
from tests.ui.fakes import until
from tests.ui.review.real import a_fleet_desk, exported, top

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TURNS = 4_000


@pytest.fixture(autouse=True)
def hooks() -> Iterator[None]:
    """The program takes the last-resort hooks and gives them back."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


async def page() -> WelcomeWindow:
    await until(lambda: top(WelcomeWindow) is not None, TURNS)
    found = top(WelcomeWindow)
    assert isinstance(found, WelcomeWindow)
    return found


async def fleet_window() -> Any:
    await until(lambda: top(MainWindow) is not None and top(MainWindow).furnished, TURNS)
    return top(MainWindow)


@pytest.mark.long_async(60)
async def test_a_demo_fleet_is_built_when_it_is_asked_for(qloop: object, tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    life = asyncio.ensure_future(Reception(data, "tester").welcome())
    window = await page()
    assert data.fleets() == ()
    window.wished.emit(DemoWish(200))
    main = await fleet_window()
    assert main.windowTitle() == "demo · SimDesk"
    assert top(WelcomeWindow) is None
    await until(lambda: not main._context.tasks.busy("sync"), TURNS)
    main.close()
    assert await life == 0
    assert Recent(data).last_fleet() == "demo"
    desk = await open_desk(data.fleet("demo"), FleetPlan(), SystemClock(), "tester")
    assert 100 < await desk.cards.total() <= 200
    await desk.aclose()


@pytest.mark.long_async(60)
async def test_a_build_that_is_cancelled_leaves_nothing(
    qloop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "CHUNK", 50)
    data = DataFolder(tmp_path)
    life = asyncio.ensure_future(Reception(data, "tester").welcome())
    window = await page()
    window.wished.emit(DemoWish(5_000))
    await until(lambda: "of 5,000" in window.building.words.text(), TURNS)
    window.building.cancel.click()
    await until(window.demo.isVisible, TURNS)
    assert data.fleets() == ()
    assert window.trouble.text() == ""
    window.close()
    assert await life == 0


@pytest.mark.long_async(60)
async def test_a_fleet_that_cannot_be_built_is_told_and_the_page_stays(
    qloop: object, tmp_path: Path
) -> None:
    (tmp_path / "fleets").write_text("a file where a folder should be")
    life = asyncio.ensure_future(Reception(DataFolder(tmp_path), "tester").welcome())
    window = await page()
    window.wished.emit(DemoWish(100))
    await until(lambda: bool(window.trouble.text()), TURNS)
    assert "fleets" in window.trouble.text()
    assert window.demo.isVisible()
    window.close()
    assert await life == 0


@pytest.mark.long_async(90)
async def test_a_spreadsheet_opens_and_the_page_comes_back(qloop: object, tmp_path: Path) -> None:
    async with a_fleet_desk(tmp_path / "north") as desk:
        file = await exported(desk, tmp_path)
    data = DataFolder(tmp_path / "data")
    life = asyncio.ensure_future(Reception(data, "tester").welcome())
    window = await page()
    window.wished.emit(SheetWish(file))
    review = await fleet_window()
    assert review.windowTitle() == "cards.xlsx (review) · SimDesk"
    assert review.registry.reason("file.change_fleet") is not None
    await until(lambda: review.cards.presenter.facts.complete, TURNS)
    review.close()
    await until(window.isVisible, TURNS)
    assert [button.accessibleName() for button in window.sheets.buttons] == ["cards.xlsx"]
    window.close()
    assert await life == 0


@pytest.mark.long_async(90)
async def test_from_a_fleet_one_gets_to_another(qloop: object, tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    for name in ("north", "south"):
        desk = await open_desk(data.fleet(name), FleetPlan(60), SystemClock(), "tester")
        await desk.aclose()
    life = asyncio.ensure_future(Reception(data, "tester").live(data.fleet("north"), FleetPlan(60)))
    main = await fleet_window()
    await until(lambda: not main._context.tasks.busy("sync"), TURNS)
    assert main.registry.reason("file.change_fleet") is None
    main.registry.run("file.change_fleet")
    window = await page()
    names = {button.accessibleName() for button in window.fleets.buttons}
    assert names == {"north", "south"}
    window.wished.emit(FleetWish("south"))
    south = await fleet_window()
    assert south.windowTitle() == "south · SimDesk"
    assert not south.another_wanted
    await until(lambda: not south._context.tasks.busy("sync"), TURNS)
    south.close()
    assert await life == 0
    assert Recent(data).last_fleet() == "south"
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, OpeningWindow)]


def test_the_command_shows_the_page_only_where_nothing_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(start, "welcome", lambda data, *_, **__: shown.append(data.root) or 0)
    monkeypatch.setattr(start, "run", lambda folder, *_, **__: shown.append(folder.name) or 0)
    assert cli.main(["--data", str(tmp_path)]) == 0
    assert cli.main(["--data", str(tmp_path), "--fleet", "north"]) == 0
    assert shown == [tmp_path, "north"]
    assert not (tmp_path / "fleets").exists()


EARLY = """
import sys
from pathlib import Path
from simdesk import start
start.import_qt()
from simdesk.loop import make_application
make_application()
from simdesk.paths import DataFolder
from simdesk.services.recent import Recent
from simdesk.ui.welcome.window import WelcomeWindow
WelcomeWindow(Recent(DataFolder(Path(sys.argv[1])))).show()
print(*(name for name in ("sqlalchemy", "numpy", "asyncio", "pandas") if name in sys.modules))
"""


def test_the_page_itself_needs_no_more_than_qt(tmp_path: Path) -> None:
    assert said_by(EARLY, tmp_path) == ""


def test_the_fleet_of_a_page_is_the_simulators(tmp_path: Path) -> None:
    assert welcoming.DEMO == cli.asked.DEMO
