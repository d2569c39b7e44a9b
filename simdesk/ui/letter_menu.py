"""A menu for hands on the keyboard: letters go to the entry that begins with them."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class LetterMenu(QMenu):
    """Several letters typed at once are read together; one alone goes from match to match.

    A letter only goes to an entry: Enter does it.
    """

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)
        self._typed = ""
        self._since_typed = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        plain = not event.modifiers() & _COMMAND and len(letter) == 1 and letter.isalnum()
        if not (plain and self._go_to(letter.casefold())):
            super().keyPressEvent(event)

    def _go_to(self, letter: str) -> bool:
        pause = QApplication.keyboardInputInterval() * 2
        if not self._since_typed.isValid() or self._since_typed.elapsed() > pause:
            self._typed = ""
        self._since_typed.start()
        self._typed += letter
        found = self._beginning(self._typed)
        if found and len(self._typed) > 1:
            self.setActiveAction(found[0])
            return True
        self._typed = letter
        found = self._beginning(letter)
        if found:
            current = self.activeAction()
            at = found.index(current) + 1 if current in found else 0
            self.setActiveAction(found[at % len(found)])
        return bool(found)

    def _beginning(self, words: str) -> list[QAction]:
        return [
            action
            for action in self.actions()
            if action.isEnabled()
            and action.isVisible()
            and action.text().replace("&", "").casefold().startswith(words)
        ]
