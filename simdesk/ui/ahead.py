"""Reading, in the pauses after the start, the code of what is opened later."""

import pkgutil
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from simdesk.ui import dialogs, listing, pages, review

_PAUSE_MS = 30
"""Between two modules, so that the window answers in between."""


class Ahead(QObject):
    """Imports pages and dialogs one by one, so that none is read in the middle of a click.

    What is wanted sooner is imported then; what is there already costs nothing.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = [
            f"{package.__name__}.{module.name}"
            for package in (review, pages, dialogs, listing)
            for module in pkgutil.iter_modules(package.__path__)
        ]
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    @property
    def done(self) -> bool:
        return not self._left

    def _on_time(self) -> None:
        if self._left:
            import_module(self._left.pop())
        else:
            self._timer.stop()
