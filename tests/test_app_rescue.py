"""A desk that cannot be opened gets a window that helps; a restore opens the desk anew."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from simdesk import app
from simdesk.compose import DESK_FILE, SystemClock, open_desk
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.safe_mode import ASKED, COPY
from simdesk.ui.dialogs.restore import RestoreDialog
from simdesk.ui.main_window import MainWindow
from simdesk.ui.rescue import RescueWindow

PLAN = FleetPlan(cards=60)


async def top(kind: type) -> object:
    for _ in range(3_000):
        for found in QApplication.topLevelWidgets():
            if isinstance(found, kind) and found.isVisible():
                return found
        await asyncio.sleep(0.01)
    raise AssertionError(f"no {kind.__name__} came")


def press(window: RescueWindow, words: str) -> None:
    (button,) = [one for one in window.findChildren(QPushButton) if one.text() == words]
    assert button.isEnabled(), words
    button.click()


async def idle(window: RescueWindow) -> None:
    for _ in range(3_000):
        if not window._tasks.names():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never ended")


async def a_desk(folder: Path) -> None:
    desk = await open_desk(folder, PLAN, SystemClock(), "tester")
    await desk.sync.run()
    await desk.custody.backups.make()
    await desk.aclose()


@pytest.mark.long_async(90)
async def test_a_damaged_desk_is_restored_from_the_window(qloop: object, tmp_path: Path) -> None:
    await a_desk(tmp_path)
    with (tmp_path / DESK_FILE).open("r+b") as file:
        file.truncate(20_000)
    life = asyncio.ensure_future(app.live(tmp_path, PLAN, "tester"))
    rescue = await top(RescueWindow)
    assert isinstance(rescue, RescueWindow)
    await idle(rescue)
    assert "damaged" in rescue._why.text()
    press(rescue, "Check the file")
    await idle(rescue)
    assert "damaged" in rescue._found.text()
    press(rescue, "Save what can be read")
    await idle(rescue)
    assert (tmp_path / "readable-1").is_dir()
    (backup,) = rescue._table.list.rows
    rescue._table.choose([backup.name])
    press(rescue, "Restore…")
    (asking,) = rescue.findChildren(RestoreDialog)
    asking.confirm_button.click()
    window = await top(MainWindow)
    assert isinstance(window, MainWindow)
    desk = window._context.desk
    assert "restored" in str(desk.sending.reason)
    window.close()
    assert await life == 0
    assert (tmp_path / "desk-replaced-1.db").stat().st_size == 20_000


@pytest.mark.long_async(90)
async def test_a_desk_that_is_refused_can_be_looked_at(qloop: object, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "north"
    await a_desk(tmp_path / "north")
    folder.parent.mkdir()
    (tmp_path / "north").rename(folder)
    before = (folder / DESK_FILE).read_bytes()
    life = asyncio.ensure_future(app.live(folder, PLAN, "tester"))
    rescue = await top(RescueWindow)
    assert isinstance(rescue, RescueWindow)
    assert "Dropbox" in rescue._why.text()
    await idle(rescue)
    press(rescue, "Look at a copy")
    window = await top(MainWindow)
    assert isinstance(window, MainWindow)
    desk = window._context.desk
    assert str(desk.sending.reason) == str(COPY)
    assert await desk.cards.total() > 0
    copy = desk.database.path
    assert copy != folder / DESK_FILE
    window.close()
    assert await life == 0
    assert not copy.exists()
    assert (folder / DESK_FILE).read_bytes() == before


@pytest.mark.long_async(90)
async def test_closing_the_rescue_ends_the_program(qloop: object, tmp_path: Path) -> None:
    (tmp_path / DESK_FILE).write_bytes(b"")
    life = asyncio.ensure_future(app.live(tmp_path, PLAN, "tester"))
    rescue = await top(RescueWindow)
    assert isinstance(rescue, RescueWindow)
    await idle(rescue)
    assert rescue._found.text() == "There is no backup of this fleet."
    rescue.close()
    assert await life == 1
    assert (tmp_path / DESK_FILE).read_bytes() == b""


@pytest.mark.long_async(90)
async def test_safe_mode_can_be_asked_for_and_a_restore_opens_anew(
    qloop: object, tmp_path: Path
) -> None:
    await a_desk(tmp_path)
    life = asyncio.ensure_future(app.live(tmp_path, PLAN, "tester", safe=True))
    window = await top(MainWindow)
    assert isinstance(window, MainWindow)
    desk = window._context.desk
    assert str(desk.sending.reason) == str(ASKED)
    (backup,) = await desk.custody.backups.list()
    await desk.custody.backups.prepare_restore(backup)
    window.close()
    await asyncio.sleep(0)
    for _ in range(3_000):
        if (tmp_path / "desk-replaced-1.db").exists():
            break
        await asyncio.sleep(0.01)
    again = await top(MainWindow)
    while again is window:
        await asyncio.sleep(0.01)
        again = await top(MainWindow)
    assert isinstance(again, MainWindow)
    assert again._context.desk.custody.restoring.since == backup.at
    again.close()
    assert await life == 0
    with closing(sqlite3.connect(tmp_path / DESK_FILE)) as raw:
        acts = [act for (act,) in raw.execute("SELECT act FROM audit")]
    assert "backup_restored" in acts
