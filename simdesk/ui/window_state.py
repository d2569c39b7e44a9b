"""What the window remembers: its place, its docks, its columns, and where the work stood."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from simdesk.models.errors import KnownError
from simdesk.services.settings import Settings
from simdesk.ui.cards.arrangement import Arrangement

if TYPE_CHECKING:
    from simdesk.models.filters import CardFilter
    from simdesk.ui.cards.page import CardsPage
    from simdesk.ui.sheets import SheetsWindow

_WINDOW, _COLUMNS, _WORK = "window", "columns", "work"
_VERSION = 2
"""Of the docks: raise it when docks are added, and older places are forgotten."""
FIRST_PAGE = "cards"
_BAR, _HOLD = 32, 96
"""Pixels at the top of a window by which it is taken hold of, and the least width of that."""
_WHOLE = 66
"""Bytes of a place as Qt writes it; of one that is cut off it makes what it likes."""


class WindowState:
    """Reads and writes the sections of the window in the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def arrangement(self, columns: Sequence[str]) -> Arrangement:
        """The columns as they were left; `columns` where they never were."""
        found = self._settings.get(_COLUMNS)
        return Arrangement.from_settings(found) if found else Arrangement.choosing(columns)

    def restore_place(self, window: QMainWindow) -> bool:
        """Put the window where it was; False where nothing fitting was saved.

        One that lay on a screen that is no longer there comes back onto one that is.
        """
        place = _bytes(self._settings.get(_WINDOW).get("geometry"))
        if place is None or place.size() < _WHOLE or not window.restoreGeometry(place):
            return False
        bring_back(window)
        return True

    def restore_docks(self, page: "CardsPage") -> bool:
        """Put the docks where they were; False where nothing was saved."""
        docks = _bytes(self._settings.get(_WINDOW).get("docks"))
        return docks is not None and page.docks.restoreState(docks, _VERSION)

    def save(self, window: "SheetsWindow", page: "CardsPage") -> None:
        """Write down how everything stands. Raises KnownError when the file cannot be written."""
        self._settings.put(
            _WINDOW,
            {
                "geometry": _words(window.saveGeometry()),
                "docks": _words(page.docks.state(_VERSION)),
            },
        )
        self._settings.put(_COLUMNS, page.arrangement().to_settings())
        self._settings.put(_WORK, _work(window, page))

    # Where the work stood

    @property
    def asks(self) -> bool:
        """Some of the cards were asked for, so that not all are shown."""
        return bool(self._settings.get(_WORK).get("filter"))

    def begin(self, page: "CardsPage") -> None:
        """Ask for the cards that were asked for, and show their details as they were shown.

        Terms that are not understood any more are left out with all others: half a question
        would show cards that nobody asked for. What was selected, or pasted, is not kept.
        """
        left = self._settings.get(_WORK)
        _open_tab(page, left.get("tab"))
        grouped = page.group.columns.findData(left.get("grouped"))
        if grouped >= 0:
            page.group.columns.setCurrentIndex(grouped)
        question = _question(left.get("filter"))
        if question is not None:
            page.show_cards(question)

    @property
    def front_page(self) -> str:
        """The name of the page that was in front."""
        found = self._settings.get(_WORK).get("page")
        return found if isinstance(found, str) else FIRST_PAGE


def bring_back(window: QWidget) -> None:
    """Move a window onto a screen if nobody could take hold of it where it lies."""
    whole = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
    if window.windowState() & whole:
        return  # the system puts it onto a screen
    frame = window.frameGeometry()
    bar = QRect(frame.topLeft(), QSize(frame.width(), _BAR))
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if any((room & bar).width() >= _HOLD and (room & bar).height() > 0 for room in rooms):
        return
    home = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(window.size().boundedTo(home.size()))
    at = window.rect()
    at.moveCenter(home.center())
    window.move(at.topLeft())


def _work(window: "SheetsWindow", page: "CardsPage") -> dict[str, object]:
    from simdesk.ui.details.dock import Tab

    return {
        "page": window.front_page,
        "filter": _filter_words(page.question),
        "tab": Tab(page.details.tabs.currentIndex()).name,
        "grouped": page.group.field,
    }


def _filter_words(question: "CardFilter") -> str:
    from simdesk.models.filter_text import filter_text

    # Without its list of cards a question would be another one.
    return "" if question.card_ids is not None else filter_text(question)


def _question(words: object) -> "CardFilter | None":
    from simdesk.models.filter_text import parse_filter

    if not isinstance(words, str) or not words:
        return None
    try:
        return parse_filter(words)
    except KnownError:
        return None


def _open_tab(page: "CardsPage", name: object) -> None:
    from simdesk.ui.details.dock import Tab

    if isinstance(name, str) and name in Tab.__members__:
        page.details.open_tab(Tab[name])


def _words(found: QByteArray) -> str:
    return bytes(found.toBase64().data()).decode("ascii")


def _bytes(found: object) -> QByteArray | None:
    if not isinstance(found, str) or not found.isascii():
        return None
    return QByteArray.fromBase64(QByteArray(found.encode("ascii")))
