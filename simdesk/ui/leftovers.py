"""Putting another style sheet on widgets that stand: what Qt loses of them, and what it keeps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit


def dress_anew(app: QApplication, palette: QPalette, sheet: str) -> None:
    """Dress the application and all that stands in it.

    Qt forgets a font that was set after a widget was first dressed. It keeps the colour that the
    links of a label had when its text was read, and the picture of the button that clears a field.
    """
    widgets = app.allWidgets()
    fonts = [(one, one.font()) for one in widgets if one.testAttribute(_HAS_FONT)]
    app.setPalette(palette)
    app.setStyleSheet(sheet)
    for widget, font in fonts:
        if widget.font() != font:
            widget.setFont(font)
    for widget in widgets:
        if isinstance(widget, QLineEdit) and widget.isClearButtonEnabled():
            widget.setClearButtonEnabled(False)
            widget.setClearButtonEnabled(True)
        elif isinstance(widget, QLabel) and _has_links(widget):
            words = widget.text()
            widget.setText("")
            widget.setText(words)


_HAS_FONT = Qt.WidgetAttribute.WA_SetFont


def _has_links(label: QLabel) -> bool:
    return label.textFormat() is not Qt.TextFormat.PlainText and "<a " in label.text()
