"""Whether the desktop is dark, as Qt hears it from the system."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_FRAMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class SystemScheme:
    """A `theme.SchemeSource`. Unknown, which many desktops answer, is light."""

    def __init__(self, app: QGuiApplication) -> None:
        self._hints = app.styleHints()
        self._changed: Callable[[], None] | None = None
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def dark(self) -> bool:
        return self._hints.colorScheme() is Qt.ColorScheme.Dark

    def listen(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def draw_frames(self, choice: str) -> None:
        # Without a scheme of ours Qt tells the system's again.
        self._hints.setColorScheme(_FRAMES.get(choice, Qt.ColorScheme.Unknown))

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        del scheme
        if self._changed is not None:
            self._changed()
