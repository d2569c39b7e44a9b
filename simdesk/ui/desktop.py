"""The desktop around the windows: a flashing entry in the task bar, a message beside the clock."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from simdesk.ui import icons

SHOWN_MS = 10_000
"""So long a desktop is asked to show a message; many decide by themselves."""


class Desktop(Protocol):
    """Reaches somebody who is looking at other windows."""

    def alert(self, window: QWidget) -> None:
        """Mark a window in the task bar until it is looked at."""

    def say(self, title: str, words: str, *, bad: bool, clicked: Callable[[], None]) -> None:
        """Show a message where there is a place for it; `clicked` is done when it is pressed."""

    def close(self) -> None:
        """Take away what is still shown."""


class SystemDesktop(QObject):
    """The real one. Its tray icon is there only as long as a message waits for its reader."""

    def __init__(self, make: Callable[[], QSystemTrayIcon | None] | None = None) -> None:
        """`make` gives the tray icon, None where the desktop has no tray; asked when needed."""
        super().__init__()
        self._make = system_tray if make is None else make
        self._icon: QSystemTrayIcon | None = None
        self._clicked: Callable[[], None] | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def alert(self, window: QWidget) -> None:
        QApplication.alert(window)

    def say(self, title: str, words: str, *, bad: bool, clicked: Callable[[], None]) -> None:
        if self._icon is None:
            self._icon = self._make()
            if self._icon is None:
                return
            self._icon.messageClicked.connect(self._on_clicked)
            self._icon.activated.connect(self._on_clicked)
        self._clicked = clicked
        kinds = QSystemTrayIcon.MessageIcon
        self._icon.setToolTip(f"{title}\n{words}")
        self._icon.show()
        self._icon.showMessage(title, words, kinds.Warning if bad else kinds.Information, SHOWN_MS)

    def close(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _on_clicked(self) -> None:
        if self._icon is not None:
            self._icon.hide()
        clicked, self._clicked = self._clicked, None
        if clicked is not None:
            clicked()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        # Whoever is back at the windows can read it there.
        if state == Qt.ApplicationState.ApplicationActive and self._icon is not None:
            self._icon.hide()


def system_tray() -> QSystemTrayIcon | None:
    """A tray icon, not shown yet; None where the desktop shows none, or no messages of one."""
    if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return None
    return QSystemTrayIcon(icons.application_icon())
