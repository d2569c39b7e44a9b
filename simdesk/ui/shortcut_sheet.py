"""The sheet of keys: every action that has one, by menu, and what places do by themselves."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.services.files import write_atomically
from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import Menu
from simdesk.ui.command_palette import fits
from simdesk.ui.details.words import Words
from simdesk.ui.fixed_keys import FIXED
from simdesk.ui.key_words import key_shown, keys_shown, name_of
from simdesk.ui.measures import grown, line_room
from simdesk.ui.text import error_words
from simdesk.ui.theme import LARGE, SMALL, TINY

_SIZE = (560, 620)
_HEADING = 28
_FILE = "simdesk-keys.html"


@dataclass(frozen=True, slots=True)
class Section:
    """A menu or a place, and what its keys do: words and keys, as they are shown."""

    title: str
    lines: tuple[tuple[str, str], ...]


def sections(registry: ActionRegistry) -> tuple[Section, ...]:
    """All keys that are in force, in the order of the menus; then those of single places."""
    found = []
    for menu in Menu:
        lines = tuple(
            (name_of(spec), keys_shown(registry.keys_of(spec.id)))
            for spec in sorted(registry.specs.values(), key=lambda one: one.group)
            if spec.menu is menu and registry.keys_of(spec.id)
        )
        if lines:
            found.append(Section(menu_name(menu), lines))
    for fixed in FIXED:
        lines = tuple((words, keys) for keys, words in fixed.shown_lines)
        found.append(Section(fixed.shown, lines))
    return tuple(found)


def page_of(title: str, found: tuple[Section, ...]) -> str:
    """The sheet as a page that any browser shows and prints."""
    lines = [f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)}</title>']
    lines += [f"</head><body><h1>{escape(title)}</h1>"]
    for section in found:
        lines.append(f"<h2>{escape(section.title)}</h2><table>")
        for words, keys in section.lines:
            lines.append(f"<tr><td>{escape(words)}</td><td><b>{escape(keys)}</b></td></tr>")
        lines.append("</table>")
    return "\n".join([*lines, "</body></html>"]) + "\n"


class ShortcutSheet(QDialog):
    """Ctrl+F finds in it, Ctrl+P saves it as a page to be printed; Esc closes it."""

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._sections = sections(registry)
        self._rows: list[tuple[int, QLabel, list[tuple[QLabel, QLabel]]]] = []
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a command or a key"))
        self.search.setAccessibleName(self.tr("Find a command or a key"))
        self.search.setClearButtonEnabled(True)
        self._nothing = Words(self, self.tr("No key fits."), muted=True)
        self._nothing.hide()
        self._note = Words(self)
        self._lay_out()
        self.search.textChanged.connect(self.narrow)
        for keys, run in (
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+P", self._on_save_clicked),
            ("Ctrl+S", self._on_save_clicked),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        size = QSize(*(grown(side) for side in _SIZE))
        self.resize(size.boundedTo(self.screen().availableSize()))

    def _lay_out(self) -> None:
        content = QWidget(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TINY)
        column = QVBoxLayout(content)
        column.setContentsMargins(SMALL, 0, LARGE, SMALL)
        column.addWidget(self._nothing)
        column.addLayout(self._grid)
        column.addStretch(1)
        for section in self._sections:
            self._add(section)
        area = QScrollArea(self)
        area.setWidget(content)
        area.setObjectName("key_sheet")
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        save = QPushButton(self.tr("Save as a page to print…"), self)
        save.setToolTip(key_shown("Ctrl+P"))
        save.setAutoDefault(False)
        save.clicked.connect(self._on_save_clicked)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(save)
        buttons.addStretch(1)
        buttons.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(SMALL)
        box.addWidget(self.search)
        box.addWidget(area, 1)
        box.addWidget(self._note)
        box.addLayout(buttons)

    def _add(self, section: Section) -> None:
        heading = QLabel(section.title, self)
        heading.setProperty("strong", True)
        row = self._grid.rowCount()
        self._grid.addWidget(heading, row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        lines = []
        for at, (words, keys) in enumerate(section.lines, row + 1):
            name, key = QLabel(words, self), QLabel(keys, self)
            key.setObjectName("muted")
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(key, at, 1)
            lines.append((name, key))
        self._grid.setRowMinimumHeight(row, line_room(_HEADING))
        self._rows.append((row, heading, lines))

    def narrow(self, query: str) -> None:
        """Show the lines whose words or keys fit; a section goes with its last line."""
        key = query.replace(" ", "").casefold()
        any_left = False
        for row, heading, lines in self._rows:
            left = False
            for name, keys in lines:
                has_key = key in keys.text().replace(" ", "").casefold()
                found = fits(name.text(), query) or has_key
                name.setVisible(found)
                keys.setVisible(found)
                left = left or found
            heading.setVisible(left)
            self._grid.setRowMinimumHeight(row, line_room(_HEADING) if left else 0)
            any_left = any_left or left
        self._nothing.setVisible(not any_left)

    def _on_save_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Save as a page"), _FILE)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("html")
        chooser.fileSelected.connect(lambda target: self.save(Path(target)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def save(self, path: Path) -> None:
        """Write all of it, whatever is found at the moment, as a page."""
        try:
            with write_atomically(path) as file:
                file.write(page_of(self.windowTitle(), self._sections).encode())
        except KnownError as error:
            self._note.say(error_words(error), "bad")
            return
        told = self.tr("Saved “{path}”. A browser shows and prints it.")
        self._note.say(told.format(path=path))


def menu_title(menu: Menu) -> str:
    """The name of a menu of the menu bar, with its letter for Alt."""
    return QCoreApplication.translate("menus", _MENUS[menu])


def menu_name(menu: Menu) -> str:
    """The same without its letter, which some languages put behind it in brackets."""
    return _LETTER.sub("", menu_title(menu)).replace("&", "")


_LETTER = re.compile(r"\s*\(&.\)")
_MENUS = {
    Menu.FILE: QT_TRANSLATE_NOOP("menus", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("menus", "&Edit"),
    Menu.VIEW: QT_TRANSLATE_NOOP("menus", "&View"),
    Menu.CARD: QT_TRANSLATE_NOOP("menus", "&Card"),
    Menu.OPERATION: QT_TRANSLATE_NOOP("menus", "&Operation"),
    Menu.HELP: QT_TRANSLATE_NOOP("menus", "&Help"),
}
