"""The simulated world in the banner: its clock stopped, hurried, moved on."""

from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtWidgets import QLabel

from simdesk.models.orders import Money
from simdesk.models.periods import midnight
from simdesk.ui.banner import SimulatedBanner
from simdesk.ui.world_menu import WorldButton, targets
from tests.factories import a_moment
from tests.ui.fakes import FakeDesk, a_context, until


class FakeWorld(SimpleNamespace):
    """A world that goes where it is told."""

    def __init__(self) -> None:
        super().__init__(paused=False, speed=1.0, now=a_moment(), wallet=Money(1_000))

    async def advance_to(self, target: date | datetime) -> None:
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
