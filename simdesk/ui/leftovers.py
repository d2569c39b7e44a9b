"""What Qt keeps of the theme before: taken down here when another is put on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit


def clear_leftovers() -> None:
    """Let every widget there is forget pictures and words that were made in other colours.

    Qt colours the links of a label when it reads its text, and takes the picture of the button
    that clears a field when it puts the button in.
    """
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLineEdit) and widget.isClearButtonEnabled():
            widget.setClearButtonEnabled(False)
            widget.setClearButtonEnabled(True)
        elif isinstance(widget, QLabel) and _has_links(widget):
            words = widget.text()
            widget.setText("")
            widget.setText(words)


def _has_links(label: QLabel) -> bool:
    return label.textFormat() is not Qt.TextFormat.PlainText and "<a " in label.text()
