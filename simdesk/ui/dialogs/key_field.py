"""A field that takes the key that is pressed in it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyField(QKeySequenceEdit):
    """One key with what is held down. Backspace is no key; Enter, Esc and Tab leave."""

    pressed = Signal(str)
    """What was pressed, as `Ctrl+Shift+F5`; empty for no key."""
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self._key = ""
        self._line = self.findChild(QLineEdit)
        self.show_key("")

    def setAccessibleName(self, name: str) -> None:  # the line inside is what some readers find
        super().setAccessibleName(name)
        if self._line is not None:
            self._line.setAccessibleName(name)

    def show_key(self, key: str) -> None:
        """Show the key that a command has, empty for none; announces nothing."""
        self._key = key
        with QSignalBlocker(self):
            self.setKeySequence(QKeySequence(key))
        if self._line is not None:
            self._line.setPlaceholderText(self.tr("Press a key"))  # Qt writes its own anew

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in _PLAIN
        if plain and event.key() in _LEAVING:
            self.leave_wanted.emit()
            return
        if plain and event.key() in _CLEARING:
            self.pressed.emit("")
            return
        super().keyPressEvent(event)
        words = self.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if words:
            self.pressed.emit(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_key(self._key)  # perhaps Ctrl was held down, and no more came
