"""Qt's application and its loop, which is asyncio's as well: what every window runs on."""

import sys
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication

from simdesk import __version__
from simdesk.ui import theme
from simdesk.ui.garbage import Collector
from simdesk.ui.icons import application_icon
from simdesk.ui.no_screen import told_in_words
from simdesk.ui.scheme import SystemScheme


def make_application(choice: str | None = None) -> QApplication:
    """The one QApplication, dressed as chosen; see `theme.CHOICES`.

    None leaves one that is dressed as it is; a new one follows the system.
    """
    found = QApplication.instance()
    # Its style by name and in this way: what `setStyle` returns costs Qt for Python 5 ms to name.
    words = [*sys.argv[:1], "-style", theme.STYLE]
    if isinstance(found, QApplication):
        app = found
    else:
        with told_in_words():
            app = QApplication(words)
    app.setApplicationName("SimDesk")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(False)
    if choice is not None or not app.styleSheet():
        theme.follow(app, choice or theme.SYSTEM, SystemScheme(app))
    app.setWindowIcon(application_icon())
    return app


def run_loop(main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Run `main` on Qt's loop, with one dressed application. Returns its exit status."""
    import qasync  # and with it asyncio: the first window is drawn without them

    with Collector(make_application()):
        try:
            return int(qasync.run(main()))
        finally:
            if QApplication.platformName() == "offscreen":
                # There Qt keeps what was copied until after Python has ended, and crashes on it.
                QApplication.clipboard().clear()
