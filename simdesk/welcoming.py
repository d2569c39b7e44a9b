"""From the welcome page to a fleet or a spreadsheet, and back to it when another is wanted."""

import asyncio
import shutil
import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from simdesk import app, app_reviews
from simdesk.compose import SystemClock, open_desk
from simdesk.models.errors import KnownError
from simdesk.paths import DataFolder
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.recent import Recent
from simdesk.ui.welcome.wishes import DemoWish, FleetWish, SheetWish, Wish

if TYPE_CHECKING:
    from simdesk.ui.main_window import MainWindow
    from simdesk.ui.welcome.window import WelcomeWindow

DEMO = "demo"
"""The name of the first demo fleet."""


class BuildingStopped(Exception):  # noqa: N818 - nothing went wrong
    """The operator wants no demo fleet after all."""


@dataclass(frozen=True)
class Reception:
    """Leads somebody with no fleet open to one. `data` holds the fleets, `safe` opens them so."""

    data: DataFolder
    operator: str
    safe: bool = False
    preferences: PreferenceService | None = None

    async def welcome(self) -> int:
        """Show the page until it is closed, or a fleet's window was. Returns an exit status."""
        from simdesk.ui.welcome.window import WelcomeWindow

        window = WelcomeWindow(Recent(self.data))
        try:
            while True:
                window.show()
                wish = await _wish_of(window)
                match wish:
                    case None:
                        return 0
                    case SheetWish(path):
                        window.hide()
                        await self._review(path)
                        window.show_doors()
                    case DemoWish(cards):
                        name = await self._built(window, cards)
                        if name is not None:
                            return await self._leave_for(window, name)
                    case FleetWish(name):
                        return await self._leave_for(window, name)
        finally:
            window.deleteLater()

    async def live(self, folder: Path, plan: FleetPlan, window: "MainWindow | None" = None) -> int:
        """Stay with a fleet until its window is closed; then with another, if that is wanted."""
        recent = Recent(self.data)
        recent.note_fleet(folder.name)
        another = False

        def want_another() -> None:
            nonlocal another
            another = True

        status = await app.live(
            folder,
            plan,
            self.operator,
            safe=self.safe,
            window=window,
            preferences=self.preferences,
            recent=recent,
            another=want_another,
        )
        return await self.welcome() if another else status

    async def _leave_for(self, window: "WelcomeWindow", name: str) -> int:
        window.hide()
        return await self.live(self.data.fleet(name), FleetPlan())

    async def _review(self, path: Path) -> None:
        Recent(self.data).note_spreadsheet(path)
        await app_reviews.review(
            path, self.data.root, self.data.settings, self.operator, self.preferences
        )

    # A demo fleet

    async def _built(self, window: "WelcomeWindow", cards: int) -> str | None:
        """Build a demo fleet; its name, or None when it was given up or could not be built."""
        name = Recent(self.data).free_name(DEMO)
        folder = self.data.fleet(name)
        stop = threading.Event()
        window.cancel_wanted.connect(stop.set)
        window.closed.connect(stop.set)
        window.show_building(cards)
        try:
            await build_fleet(folder, FleetPlan(cards), self.operator, window, stop)
        except BuildingStopped:
            await asyncio.to_thread(_forget, folder)
            window.show_doors()
            return None
        except KnownError as error:
            await asyncio.to_thread(_forget, folder)
            window.show_doors(error)
            return None
        finally:
            window.cancel_wanted.disconnect(stop.set)
            window.closed.disconnect(stop.set)
        return name


async def build_fleet(
    folder: Path, plan: FleetPlan, operator: str, window: "WelcomeWindow", stop: threading.Event
) -> None:
    """Build the fleet of `plan` and let go of it; `window` shows how far it is.

    Raises BuildingStopped soon after `stop` is set, KnownError when it cannot be built.
    """
    loop = asyncio.get_running_loop()

    def heard(done: int, total: int) -> None:
        # In the world's own thread; what is thrown there ends the build and leaves no world.
        if stop.is_set():
            raise BuildingStopped
        loop.call_soon_threadsafe(partial(window.building.show_progress, done, total))

    desk = await open_desk(folder, plan, SystemClock(), operator, heard)
    await desk.aclose()
    if stop.is_set():
        raise BuildingStopped
    window.building.show_opening()


def _forget(folder: Path) -> None:
    """Remove what a build that was given up has left: the folder was not there before it."""
    shutil.rmtree(folder, ignore_errors=True)


async def _wish_of(window: "WelcomeWindow") -> Wish | None:
    """What is wanted; None once the page is closed."""
    answer: asyncio.Future[Wish | None] = asyncio.get_running_loop().create_future()

    def settle(wish: Wish | None = None) -> None:
        if not answer.done():
            answer.set_result(wish)

    window.wished.connect(settle)
    window.closed.connect(settle)
    try:
        return await answer
    finally:
        window.wished.disconnect(settle)
        window.closed.disconnect(settle)
