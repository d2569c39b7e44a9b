"""Changing the language while the program runs: every window is made anew, once it may go."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.languages import speak
from simdesk.ui.messages import Messages

LOOK_MS = 100
"""So often it is looked whether a dialog is still open."""


class Renewal(QObject):
    """`renew` makes all windows anew.

    Nothing that was typed is lost: as long as a dialog stands open, the windows wait for it.
    """

    def __init__(
        self, renew: Callable[[], None], messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._renew = renew
        self._messages = messages
        self._code: str | None = None
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._on_look)

    @property
    def waiting(self) -> bool:
        """A dialog is waited for."""
        return self._code is not None

    def speak(self, code: str) -> None:
        """Speak the language of `code`, see `languages.speak`, as soon as no dialog is open."""
        told = self.waiting
        self._code = code
        # A dialog that has just been answered is still closing.
        QTimer.singleShot(0, self, lambda: self._begin(told=told))

    def _begin(self, *, told: bool) -> None:
        self._on_look()
        if self.waiting:
            self._looking.start()
            if not told:
                self._messages.tell(
                    text(
                        QT_TRANSLATE_NOOP(
                            "trade", "The language changes when all dialogs are closed."
                        )
                    )
                )

    def _on_look(self) -> None:
        if self._code is None or _dialog_open():
            return
        code, self._code = self._code, None
        self._looking.stop()
        speak(code)
        self._renew()


def _dialog_open() -> bool:
    tops = QApplication.topLevelWidgets()
    return any(isinstance(top, QDialog) and top.isVisible() for top in tops)
