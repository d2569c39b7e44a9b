"""What can be done to a simulated world: stop its clock, hurry it, let days pass."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Protocol

from PySide6.QtWidgets import QPushButton, QWidget

from simdesk.models.orders import Money
from simdesk.models.periods import CANCELLATION_DEADLINE_DAY, Month, local
from simdesk.ui.context import Context
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.text import day_shown

SPEEDS = (1, 60, 3600)
_TASK = "world"


class World(Protocol):
    """What the window needs of a simulated provider's world."""

    paused: bool
    speed: float

    @property
    def now(self) -> datetime: ...

    @property
    def wallet(self) -> Money: ...

    async def advance_to(self, target: date | datetime) -> None:
        """Let time pass to `target`. Raises KnownError for a moment that has passed."""


class WorldButton(QPushButton):
    """Sits in the banner; after days have passed the cards are synced."""

    def __init__(self, context: Context, simulation: World, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(self.tr("World"))
        self.setProperty("flat", True)
        self.setAccessibleName(self.tr("Simulated world"))
        # Without naming the button it would hold for the menu, too.
        self.setStyleSheet("QPushButton { min-height: 18px; max-height: 18px; }")
        self._context = context
        self._simulation = simulation
        self._menu = LetterMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        context.tasks.busy_changed.connect(self._on_busy_changed)

    def _fill(self) -> None:
        menu, world = self._menu, self._simulation
        menu.clear()
        words = self.tr("Let time go on") if world.paused else self.tr("Stop the clock")
        menu.addAction(words, self._turn)
        menu.addSeparator()
        for speed in SPEEDS:
            entry = menu.addAction(self.tr("{speed} times as fast").format(speed=f"{speed:,}"))
            entry.setText(self.tr("Real time") if speed == 1 else entry.text())
            entry.setCheckable(True)
            entry.setChecked(world.speed == speed)
            entry.triggered.connect(lambda _=False, speed=speed: self._hurry(speed))
        menu.addSeparator()
        for day in targets(local(world.now).date()):
            words = self.tr("Advance to {day}").format(day=day_shown(day))
            menu.addAction(words, self._to(day))

    def _to(self, day: date) -> Callable[[], None]:
        return lambda: self._advance(day)

    def _turn(self) -> None:
        self._simulation.paused = not self._simulation.paused

    def _hurry(self, speed: int) -> None:
        self._simulation.speed = float(speed)

    def _advance(self, day: date) -> None:
        self._context.tasks.start(_TASK, self._go(day), replace=False)

    async def _go(self, day: date) -> None:
        await self._simulation.advance_to(day)
        following = self._context.desk.following
        self._context.tasks.start("sync", following.sync(), replace=False)

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name == _TASK:
            self.setEnabled(not busy)


def targets(today: date) -> tuple[date, ...]:
    """Days worth going to: tomorrow, the cancellation deadline, the months to come."""
    month = Month.of(today)
    deadline = month.first.replace(day=CANCELLATION_DEADLINE_DAY)
    if deadline <= today:
        deadline = month.plus(1).first.replace(day=CANCELLATION_DEADLINE_DAY)
    firsts = (month.plus(ahead).first for ahead in (1, 3, 12))
    return tuple(sorted({today + timedelta(days=1), deadline, *firsts}))
