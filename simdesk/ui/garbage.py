"""When garbage is looked for: on the window's thread alone, and so that nobody feels it.

Elsewhere it would destroy widgets. To look at everything takes a fifth of a second in a large
fleet, so what was looked at once is set aside until nobody works with SimDesk.
"""

import gc

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

_EVERY_MS = 250
_MIDDLE_AGED, _OLD = 4, 120
"""Every so many rounds the survivors of the last ones are looked at, and all that is not aside."""
SETTLED = 40
"""After so many rounds what is there (pages, services, statements made ready) is set aside."""
_AWAY, _ANYWAY = 1_200, 14_400
"""So many rounds after everything was looked at it is again, as soon as the operator is elsewhere
(five minutes), or in any case (an hour)."""


class Collector:
    """Inside of it nothing else collects."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._timer = QTimer(app)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        self._rounds = self._whole = 0

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
        if self._rounds == SETTLED:
            gc.freeze()  # looked at again and again, or even once, it would be felt
        elif self._is_time_for_all():
            self._whole = self._rounds
            set_aside_anew()
        elif self._rounds % _OLD == 0:
            gc.collect()
            gc.freeze()
        else:
            gc.collect(int(self._rounds % _MIDDLE_AGED == 0))

    def _is_time_for_all(self) -> bool:
        since = self._rounds - self._whole
        away = self._app.applicationState() != Qt.ApplicationState.ApplicationActive
        return since >= _ANYWAY or (away and since >= _AWAY)


def set_aside_anew() -> None:
    """Look at everything, also what was set aside, if anything was."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
        gc.freeze()
