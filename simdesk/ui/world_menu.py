"""What can be done to a simulated world: stop its clock, hurry it, let days pass."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QPushButton, QWidget

from simdesk.models.periods import CANCELLATION_DEADLINE_DAY, Month, local
from simdesk.ui.context import Context
from simdesk.ui.dialogs.world import WorldDialog
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.measures import line_room
from simdesk.ui.text import day_shown
from simdesk.ui.world import SPEEDS, TASK, World, advance

_HEIGHT = 18
"""Pixels between its borders: lower than other buttons, as the banner is."""


class WorldButton(QPushButton):
    """Sits in the banner; after days have passed the cards are synced."""

    def __init__(self, context: Context, simulation: World, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(self.tr("World"))
        self.setProperty("flat", True)
        self.setAccessibleName(self.tr("Simulated world"))
        # Without naming the button it would hold for the menu, too.
        high = line_room(_HEIGHT)
        self.setStyleSheet(f"QPushButton {{ min-height: {high}px; max-height: {high}px; }}")
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
        menu.addSeparator()
        menu.addAction(self.tr("Wallet, faults, any date…"), self.open_panel)

    def open_panel(self) -> None:
        """Open the panel of the world; there is one."""
        window = self.window()  # the button is greyed out while days pass, the panel is not
        found = window.findChild(WorldDialog)
        panel = found or WorldDialog(self._context, self._simulation, window)
        panel.show()
        panel.raise_()

    def _to(self, day: date) -> Callable[[], None]:
        return lambda: self._advance(day)

    def _turn(self) -> None:
        self._simulation.paused = not self._simulation.paused

    def _hurry(self, speed: int) -> None:
        self._simulation.speed = float(speed)

    def _advance(self, day: date) -> None:
        advance(self._context, self._simulation, day)

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name == TASK:
            self.setEnabled(not busy)


def targets(today: date) -> tuple[date, ...]:
    """Days worth going to: tomorrow, the cancellation deadline, the months to come."""
    month = Month.of(today)
    deadline = month.first.replace(day=CANCELLATION_DEADLINE_DAY)
    if deadline <= today:
        deadline = month.plus(1).first.replace(day=CANCELLATION_DEADLINE_DAY)
    firsts = (month.plus(ahead).first for ahead in (1, 3, 12))
    return tuple(sorted({today + timedelta(days=1), deadline, *firsts}))
