"""The sheet of keys: every action that has one, by menu, and what the table does by itself."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import Menu
from simdesk.ui.theme import LARGE, SMALL, TINY

_TABLE_KEYS = (
    (QT_TRANSLATE_NOOP("keys", "Arrows, Page Up, Page Down"), QT_TRANSLATE_NOOP("keys", "Move")),
    (
        QT_TRANSLATE_NOOP("keys", "Ctrl + arrows"),
        QT_TRANSLATE_NOOP("keys", "To the edge of the table"),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "Shift + any of these"),
        QT_TRANSLATE_NOOP("keys", "Extend the selection"),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "Space"),
        QT_TRANSLATE_NOOP("keys", "Select or leave out the current card"),
    ),
    (QT_TRANSLATE_NOOP("keys", "Enter"), QT_TRANSLATE_NOOP("keys", "Look into the current card")),
    (
        QT_TRANSLATE_NOOP("keys", "Letters and digits"),
        QT_TRANSLATE_NOOP("keys", "Next card whose column begins so"),
    ),
    (QT_TRANSLATE_NOOP("keys", "Menu, Shift + F10"), QT_TRANSLATE_NOOP("keys", "Menu of the card")),
)


class ShortcutSheet(QDialog):
    """Stays open beside the work until it is closed."""

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        content = QWidget(self)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, LARGE, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TINY)
        self._fill(registry)
        area = QScrollArea(self)
        area.setWidget(content)
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(SMALL)
        box.addWidget(area, 1)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(520, 560)

    def _fill(self, registry: ActionRegistry) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        for menu in Menu:
            specs = [
                s for s in registry.specs.values() if s.menu is menu and registry.keys_of(s.id)
            ]
            if specs:
                self._heading(menu_title(menu).replace("&", ""))
            for spec in specs:
                keys = ", ".join(
                    QKeySequence(key).toString(native) for key in registry.keys_of(spec.id)
                )
                self._line(spec.shown.rstrip("…"), keys)
        self._heading(self.tr("In the table"))
        for keys, words in _TABLE_KEYS:
            translate = QCoreApplication.translate
            self._line(translate("keys", words), translate("keys", keys))

    def _heading(self, words: str) -> None:
        label = QLabel(words, self)
        label.setProperty("strong", True)
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, 28)
        self._grid.addWidget(label, row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)

    def _line(self, words: str, keys: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(QLabel(words, self), row, 0)
        label = QLabel(keys, self)
        label.setObjectName("muted")
        self._grid.addWidget(label, row, 1)


def menu_title(menu: Menu) -> str:
    """The name of a menu of the menu bar, with its letter for Alt."""
    return QCoreApplication.translate("menus", _MENUS[menu])


_MENUS = {
    Menu.FILE: QT_TRANSLATE_NOOP("menus", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("menus", "&Edit"),
    Menu.VIEW: QT_TRANSLATE_NOOP("menus", "&View"),
    Menu.CARD: QT_TRANSLATE_NOOP("menus", "&Card"),
    Menu.OPERATION: QT_TRANSLATE_NOOP("menus", "&Operation"),
    Menu.HELP: QT_TRANSLATE_NOOP("menus", "&Help"),
}
