"""A spreadsheet alone: `simdesk review FILE` opens it without a fleet and ends with its window."""

import asyncio
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simdesk import app, app_reviews
from simdesk.cli import asked
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.ui.command_palette import CommandPalette
from simdesk.ui.main_window import MainWindow
from simdesk.ui.review.mapping_dialog import MappingDialog
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


@pytest.mark.long_async(60)
async def test_it_opens_without_a_fleet_and_ends_with_its_window(
    qloop: object, tmp_path: Path
) -> None:
    async with a_fleet_desk(tmp_path / "north") as desk:
        file = await exported(desk, tmp_path)
    home, settings = tmp_path / "home", tmp_path / "home" / "settings.json"
    life = asyncio.ensure_future(app_reviews.review(file, home, settings, "tester"))
    await until(lambda: top(MainWindow) is not None and top(MainWindow).furnished, TURNS)
    window = top(MainWindow)
    assert window.windowTitle() == "cards.xlsx (review) · SimDesk"
    registry = window.registry
    assert registry.reason("review.compare") is None
    assert registry.reason("review.bring_back") == "There is no fleet beside it."
    assert registry.reason("review.refused") == "Nothing of this spreadsheet was refused."
    window.show_palette()
    assert top(CommandPalette) is not None
    top(CommandPalette).close()
    await until(lambda: window.cards.presenter.facts.complete, TURNS)
    window.close()
    assert await life == 0
    assert list((home / "reviews").iterdir()) == []


@pytest.mark.long_async(90)
async def test_closing_the_fleet_s_window_closes_its_reviews_and_asks_nothing(
    qloop: object, tmp_path: Path
) -> None:
    folder = tmp_path / "north"
    async with a_fleet_desk(folder) as desk:
        file = await exported(desk, tmp_path)
    life = asyncio.ensure_future(app.live(folder, FleetPlan(cards=60), "tester"))
    await until(lambda: top(MainWindow) is not None and top(MainWindow).furnished, TURNS)
    main = top(MainWindow)
    await until(lambda: not main._context.tasks.busy("sync"), TURNS)
    main.spreadsheet_wanted.emit(file)
    await until(lambda: len(_windows()) == 2, TURNS)
    (review,) = (one for one in _windows() if one is not main)
    await until(lambda: review.furnished, TURNS)
    await until(lambda: review.cards.presenter.facts.complete, TURNS)
    main.close()
    assert await life == 0
    assert not _windows()
    assert list((folder / "reviews").iterdir()) == []


def _windows() -> list[MainWindow]:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    return [one for one in found if one.isVisible()]


@pytest.mark.long_async(60)
async def test_leaving_the_columns_ends_it(qloop: object, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("ICCID;Remark\n89860321000000000013;one\n", "utf-8")
    life = asyncio.ensure_future(app_reviews.review(file, tmp_path, tmp_path / "s.json", "tester"))
    await until(lambda: top(MappingDialog) is not None, TURNS)
    top(MappingDialog).safe_button.click()
    assert await life == 0


def test_the_command_line_takes_a_file(tmp_path: Path) -> None:
    words = asked.parser().parse_args(["review", str(tmp_path / "cards.xlsx")])
    assert words.command == "review"
    assert words.file == tmp_path / "cards.xlsx"
