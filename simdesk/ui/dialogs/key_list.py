"""All commands by menu with their keys, and below them the keys that cannot be given away."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from simdesk.models.key_draft import KeyDraft
from simdesk.ui.actions.spec import ActionSpec, Menu
from simdesk.ui.command_palette import fits
from simdesk.ui.fixed_keys import FIXED
from simdesk.ui.key_words import keys_shown, name_of
from simdesk.ui.measures import grown
from simdesk.ui.shortcut_sheet import menu_name

_ID, _ENGLISH = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_HEADING = Qt.ItemFlag.ItemIsEnabled
_NAME, _KEY, _USUAL = range(3)
KEY_WIDTH = 192
"""Of a column of keys, in pixels where letters are of usual size."""


class KeyList(QTreeWidget):
    """`currentItemChanged` tells that another line is current; `command` is what it stands for."""

    def __init__(self, specs: Mapping[str, ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, QTreeWidgetItem] = {}
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.setObjectName("key_list")
        self.setAccessibleName(self.tr("Commands and their keys"))
        self.setHeaderLabels([self.tr("Command"), self.tr("Key"), self.tr("Usual key")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setIndentation(12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for menu in Menu:
            self._add_menu(menu, [spec for spec in specs.values() if spec.menu is menu])
        for fixed in FIXED:
            heading = self._heading(self.tr("{place} (fixed)").format(place=fixed.shown))
            for keys, words in fixed.shown_lines:
                self._line(heading, (words, keys, ""))
        self.expandAll()
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_KEY, _USUAL):
            self.setColumnWidth(column, grown(KEY_WIDTH))

    def _add_menu(self, menu: Menu, specs: list[ActionSpec]) -> None:
        if not specs:
            return
        heading = self._heading(menu_name(menu))
        for spec in sorted(specs, key=lambda one: one.group):  # as the menu has them
            name = name_of(spec)
            if spec.submenu is not None and spec.shown_submenu not in name:
                name = f"{spec.shown_submenu} › {name}"
            item = self._line(heading, (name, "", keys_shown(spec.shortcuts)))
            item.setData(_NAME, _ID, spec.id)
            item.setData(_NAME, _ENGLISH, spec.text)
            self._lines[spec.id] = item

    def _heading(self, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [words])
        item.setFlags(_HEADING)
        item.setFirstColumnSpanned(True)
        font = item.font(_NAME)
        font.setBold(True)
        item.setFont(_NAME, font)
        self._groups.append((item, []))
        return item

    def _line(self, heading: QTreeWidgetItem, cells: tuple[str, ...]) -> QTreeWidgetItem:
        item = QTreeWidgetItem(heading, list(cells))
        for column, words in enumerate(cells):
            item.setToolTip(column, words)
        item.setData(_NAME, _SPOKEN, f"{cells[_NAME]}, {cells[_KEY]}")
        self._groups[-1][1].append(item)
        return item

    # Showing

    def show_keys(self, draft: KeyDraft) -> None:
        """Show the keys of every command; those that are not the usual ones stand out."""
        for command, item in self._lines.items():
            keys = keys_shown(draft.keys[command])
            item.setText(_KEY, keys)
            item.setToolTip(_KEY, keys)
            font = item.font(_KEY)
            font.setBold(draft.keys[command] != draft.first[command])
            item.setFont(_KEY, font)
            spoken = self.tr("{command}, {keys}") if keys else self.tr("{command}, no key")
            item.setData(_NAME, _SPOKEN, spoken.format(command=item.text(_NAME), keys=keys))

    def narrow(self, query: str) -> int:
        """Show what fits a query by its name, in English too, or by its key; how many lines do."""
        found: list[QTreeWidgetItem] = []
        for heading, lines in self._groups:
            for item in lines:
                item.setHidden(not _fits(item, query))
            shown = [item for item in lines if not item.isHidden()]
            heading.setHidden(not shown)
            found += shown
        current = self.currentItem()
        if found and (current is None or current.isHidden()):
            self.setCurrentItem(found[0])
        return len(found)

    def go_to(self, command: str) -> None:
        """Make a command's line the current one."""
        self.setCurrentItem(self._lines[command])
        self.scrollToItem(self._lines[command])

    @property
    def command(self) -> str | None:
        """The id of the current command; None on a fixed key, and when all is hidden."""
        item = self.currentItem()
        found = None if item is None or item.isHidden() else item.data(_NAME, _ID)
        return None if found is None else str(found)

    @property
    def words(self) -> str:
        """What the current line is called; empty for none."""
        item = self.currentItem()
        return "" if item is None or item.isHidden() else item.text(_NAME)


def _fits(item: QTreeWidgetItem, query: str) -> bool:
    english = str(item.data(_NAME, _ENGLISH) or "")
    key = query.replace(" ", "").casefold()
    keys = item.text(_KEY).replace(" ", "").casefold()
    return fits(item.text(_NAME), query) or fits(english, query) or (bool(key) and key in keys)
