"""A text as it stands in a file: read, not edited; selected and copied."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from simdesk.ui.theme import id_font

_WIDTH, _HEIGHT = 720, 380


class PlainWords(QPlainTextEdit):
    """Whole lines in the monospace face; nothing in it is ever taken for markup (F56)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = id_font()
        font.setWordSpacing(0)
        self.setFont(font)
        self.setMinimumSize(_WIDTH // 2, _HEIGHT // 2)
        self.resize(_WIDTH, _HEIGHT)
