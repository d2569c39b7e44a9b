"""Qt's application and its loop, which is asyncio's as well: what every window runs on."""

import gc
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from simdesk import __version__
from simdesk.ui import theme
from simdesk.ui.icons import application_icon
from simdesk.ui.no_screen import told_in_words
from simdesk.ui.scheme import SystemScheme

_COLLECT_EVERY_MS = 250
_MIDDLE_AGED, _OLD = 4, 120
"""Every so many rounds the survivors of the last ones are looked at, and everything."""
_SETTLED = 40
"""After so many rounds what is there (pages, services, statements made ready) stays."""


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

    with _Collector(make_application()):
        try:
            return int(qasync.run(main()))
        finally:
            if QApplication.platformName() == "offscreen":
                # There Qt keeps what was copied until after Python has ended, and crashes on it.
                QApplication.clipboard().clear()


class _Collector:
    """Collects garbage on the window's thread alone: elsewhere it would destroy widgets."""

    def __init__(self, app: QApplication) -> None:
        self._timer = QTimer(app)
        self._timer.setInterval(_COLLECT_EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        self._rounds = 0

    def __enter__(self) -> None:
        gc.freeze()
        gc.disable()
        self._timer.start()

    def __exit__(self, *reason: object) -> None:
        self._timer.stop()
        gc.enable()
        gc.unfreeze()

    def _on_time(self) -> None:
        # The young often, for many of them at once would be felt, the old seldom.
        self._rounds += 1
        if self._rounds == _SETTLED:
            gc.freeze()  # looked at again and again, or even once, it would be felt
            return
        gc.collect(2 if self._rounds % _OLD == 0 else int(self._rounds % _MIDDLE_AGED == 0))
