"""What the window remembers: its place, its docks, its columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from simdesk.services.settings import Settings
from simdesk.ui.cards.arrangement import Arrangement

if TYPE_CHECKING:
    from simdesk.ui.cards.page import CardsPage

_WINDOW, _COLUMNS = "window", "columns"
_VERSION = 2
"""Of the docks: raise it when docks are added, and older places are forgotten."""


class WindowState:
    """Reads and writes the sections of the window in the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def arrangement(self, columns: Sequence[str]) -> Arrangement:
        """The columns as they were left; `columns` where they never were."""
        found = self._settings.get(_COLUMNS)
        return Arrangement.from_settings(found) if found else Arrangement.choosing(columns)

    def restore_place(self, window: QMainWindow) -> bool:
        """Put the window where it was; False where nothing fitting was saved."""
        place = _bytes(self._settings.get(_WINDOW).get("geometry"))
        return place is not None and window.restoreGeometry(place)

    def restore_docks(self, page: "CardsPage") -> bool:
        """Put the docks where they were; False where nothing was saved."""
        docks = _bytes(self._settings.get(_WINDOW).get("docks"))
        return docks is not None and page.docks.restoreState(docks, _VERSION)

    def save(self, window: QMainWindow, page: "CardsPage") -> None:
        """Write down how everything stands. Raises KnownError when the file cannot be written."""
        self._settings.put(
            _WINDOW,
            {
                "geometry": _words(window.saveGeometry()),
                "docks": _words(page.docks.state(_VERSION)),
            },
        )
        self._settings.put(_COLUMNS, page.arrangement().to_settings())


def _words(found: QByteArray) -> str:
    return bytes(found.toBase64().data()).decode("ascii")


def _bytes(found: object) -> QByteArray | None:
    if not isinstance(found, str) or not found.isascii():
        return None
    return QByteArray.fromBase64(QByteArray(found.encode("ascii")))
