"""The first moments of the program: a window at once, its first cards, then everything else.

An empty window of Qt's is there after a tenth of a second; all that SimDesk is made of takes many
times as long to import. So the main window is shown empty, filled with what a glance at the desk's
file gives, and only then the rest is read, module by module, so that the window answers meanwhile.
"""

import builtins
import gc
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.paths import DESK_FILE, SETTINGS_FILE, DataFolder

if TYPE_CHECKING:
    from simdesk.services.preferences import PreferenceService
    from simdesk.services.providers.simulator.fleet_plan import FleetPlan
    from simdesk.ui.main_window import MainWindow

FIRST = 60
"""As many cards are shown at once: more than fit on a screen."""
PATIENCE_MS = 500
"""A window that nobody can see is never drawn; so long it is waited for."""
_READ: tuple[str, ...] = (
    "asyncio",
    "sqlalchemy",
    "simdesk.services.storage.tables",
    "simdesk.services.storage.database",
    "numpy",
    "simdesk.services.providers.registry",
    "simdesk.services.operations",
    "simdesk.compose",
    "simdesk.ui.cards.page",
    "simdesk.ui.actions.cards",
    "simdesk.app",
    "simdesk.welcoming",
)
"""What is imported before the desk can be opened, in pieces that are not felt."""


def run(
    folder: Path,
    plan: "Callable[[], FleetPlan]",
    operator: str,
    *,
    safe: bool = False,
    preferences: "PreferenceService | None" = None,
) -> int:
    """Open the fleet in `folder` and stay until the window is closed. Returns an exit status.

    `folder` lies in a data folder (`DataFolder.fleet`). `plan` is asked for when the window is on
    the screen: making it reads all of the simulator. `safe` opens it in safe mode, and a copy to
    look at where even that is refused. `preferences` are what the operator set; without, all is as
    at first.
    """
    gc.disable()  # what is made now stays: there is nothing to collect
    import_qt()
    from simdesk.loop import run_loop

    _dress(preferences)
    window = first_window(folder, preferences) if (folder / DESK_FILE).exists() else None
    read_the_rest(window)
    if window is not None and window.given_up:
        return 0
    from simdesk.welcoming import Reception

    gc.freeze()  # the collector need not look at any of it again
    reception = Reception(DataFolder.around(folder), operator, safe, preferences)
    return run_loop(lambda: reception.live(folder, plan(), window))


def welcome(
    data: DataFolder,
    operator: str,
    *,
    safe: bool = False,
    preferences: "PreferenceService | None" = None,
) -> int:
    """Show the welcome page, and what is chosen on it. Returns an exit status.

    Nothing is built or opened before somebody asked for it; see `Reception.welcome`.
    """
    import_qt()
    from simdesk.loop import run_loop
    from simdesk.welcoming import Reception

    _dress(preferences)
    return run_loop(lambda: Reception(data, operator, safe, preferences).welcome())


def review(
    path: Path,
    home: Path,
    settings: Path,
    operator: str,
    preferences: "PreferenceService | None" = None,
) -> int:
    """Show the spreadsheet at `path` alone. Returns an exit status; see `app_reviews.review`."""
    import_qt()
    from simdesk import app_reviews
    from simdesk.loop import run_loop

    _dress(preferences)
    return run_loop(lambda: app_reviews.review(path, home, settings, operator, preferences))


def import_qt() -> None:
    """Import Qt, and let later imports be as quick as without it.

    Qt for Python wraps every import from then on, to read the source of each module for a
    `from __feature__ import`, which SimDesk does not use: a quarter of the whole start. What it
    keeps under `__orig_import__` does without; star imports from Qt still work.

    Raises KnownError where the system lacks a library that Qt is linked with.
    """
    try:
        import_module("PySide6.QtWidgets")
    except ImportError as error:
        happened = QT_TRANSLATE_NOOP("trade", "Qt, which draws the windows, does not load: {why}.")
        remedy = QT_TRANSLATE_NOOP("trade", "Install what is missing; the README has a list.")
        raise KnownError(text(happened, why=str(error)), text(remedy)) from error
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def first_window(folder: Path, preferences: "PreferenceService | None" = None) -> "MainWindow":
    """The main window of the fleet in `folder`, on the screen with its first cards.

    What is shown before the desk is open was read, and only read, from its file as it is.
    """
    from simdesk.models.filters import Sort
    from simdesk.models.preferences import DEFAULTS
    from simdesk.services.settings import Settings
    from simdesk.ui.early_drawing import draw, draw_first
    from simdesk.ui.main_window import MainWindow

    settings, wanted = Settings(folder / SETTINGS_FILE), DEFAULTS
    if preferences is not None:
        from simdesk.services.preference_migration import move_preferences

        move_preferences(settings, preferences)
        wanted = preferences.current
    window = MainWindow(folder.name, settings, preferences=wanted)
    draw_first(window, window.painted, PATIENCE_MS)
    from simdesk.services.storage.glance import glance

    # Asked for, or in another order, they would be others, and to find those may take long.
    plain = window.arrangement.sort == Sort() and not window.asks
    seen = glance(folder / DESK_FILE, FIRST) if plain else None
    if seen is not None:
        window.show_early(seen.cards, seen.colors)
        draw()
    return window


def _dress(preferences: "PreferenceService | None") -> None:
    """The application in the theme and the language that the operator chose."""
    from simdesk.loop import make_application
    from simdesk.models.preferences import DEFAULTS
    from simdesk.ui.languages import speak

    wanted = DEFAULTS if preferences is None else preferences.current
    make_application(wanted.theme)
    speak(wanted.language)


def read_the_rest(window: "MainWindow | None") -> None:
    """Import what is needed to open a desk; the window answers in between, until it is closed."""
    from simdesk.ui.early_drawing import draw

    for name in _READ:
        if window is not None and window.given_up:
            return
        import_module(name)
        draw()
