"""The simulated world in the banner: its clock stopped, hurried, moved on."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QWidget

from simdesk.models.orders import Money
from simdesk.models.periods import midnight
from simdesk.models.texts import text
from simdesk.ui.banner import SimulatedBanner
from simdesk.ui.dialogs.world import WorldDialog
from simdesk.ui.world_menu import WorldButton, targets
from tests.factories import a_moment
from tests.ui.fakes import FakeDesk, a_context, until


class FakeWorld(SimpleNamespace):
    """A world that goes where it is told."""

    def __init__(self) -> None:
        super().__init__(
            paused=False,
            speed=1.0,
            now=a_moment(),
            wallet=Money(1_000),
            fault_name="none",
            fault_choices=(("none", text("None")), ("rough", text("A rough day"))),
        )

    def break_by(self, name: str) -> None:
        self.fault_name = name

    async def set_wallet(self, money: Money) -> None:
        self.wallet = money

    async def advance_to(
        self, target: date | datetime, progress: Callable[[int, int], None] | None = None
    ) -> None:
        for day in range(1, 4):
            await asyncio.sleep(0.001)
            if progress is not None:
                progress(day, 3)
        self.now = midnight(target)


def test_the_days_worth_going_to() -> None:
    assert targets(date(2026, 6, 15)) == (
        date(2026, 6, 16),
        date(2026, 6, 20),
        date(2026, 7, 1),
        date(2026, 9, 1),
        date(2027, 6, 1),
    )
    assert date(2026, 7, 20) in targets(date(2026, 6, 20))
    assert len(targets(date(2026, 6, 19))) == 4  # tomorrow is the deadline


async def test_time_is_stopped_hurried_and_moved_on(qloop: object, tmp_path: Path) -> None:
    desk, world = FakeDesk(tmp_path, []), FakeWorld()
    context = a_context(desk)
    banner = SimulatedBanner(world)
    button = WorldButton(context, world, banner)
    banner.add(button)
    menu = button.menu()

    def press(words: str) -> None:
        menu.aboutToShow.emit()
        next(one for one in menu.actions() if one.text() == words).trigger()
        banner.show_world()

    def told() -> str:
        return " | ".join(label.text() for label in banner.findChildren(QLabel))

    menu.aboutToShow.emit()
    assert menu.sizeHint().height() > 10 * menu.fontMetrics().height()  # all of it is seen
    assert told() == "SIMULATED · world clock 2026-06-15 09:00 · x1 | wallet CNY 10.00"
    press("Stop the clock")
    assert "paused" in told()
    press("Let time go on")
    press("3,600 times as fast")
    assert "· x3600 |" in told()
    press("Real time")
    press("Advance to 20 Jun 2026")
    await until(lambda: desk.sync.runs == 1)
    banner.show_world()
    assert "2026-06-20 00:00" in told()
    assert button.isEnabled()
    world.wallet = Money(0)
    banner.show_world()
    assert told().endswith("wallet CNY 0.00")
    await context.tasks.aclose()
    banner.deleteLater()


async def test_the_panel_sets_speed_date_wallet_and_faults(
    qloop: object, qtbot: Any, tmp_path: Path
) -> None:
    desk, world = FakeDesk(tmp_path, []), FakeWorld()
    context = a_context(desk)
    parent = QWidget()
    qtbot.addWidget(parent)
    button = WorldButton(context, world, parent)
    button.open_panel()
    button.open_panel()
    (panel,) = parent.findChildren(WorldDialog)
    assert not panel.isModal()
    assert panel.clock.text() == "15 Jun 2026 09:00"
    assert panel.speed.currentText() == "Real time"
    panel.speed.setCurrentIndex(panel.speed.findText("3,600 times as fast"))
    panel.speed.activated.emit(panel.speed.currentIndex())
    assert (world.paused, world.speed) == (False, 3600.0)
    panel.speed.setCurrentIndex(0)
    panel.speed.activated.emit(0)
    assert world.paused
    panel.faults.setCurrentIndex(1)
    panel.faults.activated.emit(1)
    assert world.fault_name == "rough"
    panel.money.setValue(1234.56)
    panel.fill.click()
    await until(lambda: world.wallet == Money(123_456))
    assert panel.day.minimumDate() == QDate(2026, 6, 16)
    panel.day.setDate(QDate(2026, 6, 18))
    panel.go.click()
    assert not panel.go.isEnabled()
    assert panel.stop.isEnabled()
    await until(lambda: panel.progress.format() == "3 of 3 days")
    await until(lambda: desk.sync.runs == 1)
    assert world.now == midnight(date(2026, 6, 18))
    assert panel.go.isEnabled()
    assert not panel.progress.isVisible()
    for part in (panel.speed, panel.day, panel.money, panel.faults, panel.go, panel.fill):
        assert part.accessibleName()
    await context.tasks.aclose()


async def test_days_that_pass_can_be_stopped(qloop: object, qtbot: Any, tmp_path: Path) -> None:
    desk, world = FakeDesk(tmp_path, []), FakeWorld()
    context = a_context(desk)
    panel = WorldDialog(context, world)
    qtbot.addWidget(panel)
    panel.go.click()
    await asyncio.sleep(0)
    panel.stop.click()
    await until(panel.go.isEnabled)
    assert world.now == a_moment()
    await until(lambda: desk.sync.runs == 1)  # some days may have passed
    await context.tasks.aclose()
