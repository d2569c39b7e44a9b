"""What a right click on a column's header offers (peers.md 4.3)."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from simdesk.models.filters import Direction, Sort
from simdesk.ui import icons
from simdesk.ui.cards.clipboard import CardClipboard, put
from simdesk.ui.cards.column_chooser import ColumnChooser
from simdesk.ui.cards.columns import NAMES, ORDERED, Face
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.text import shown


class HeaderMenu(QObject):
    """Opens on the header of `table`."""

    sort_wanted = Signal(object)

    def __init__(self, table: CardTableView, clipboard: CardClipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._clipboard = clipboard
        table.header.menu_wanted.connect(self._on_menu_wanted)

    def choose_columns(self) -> None:
        """Open the list of all columns."""
        ColumnChooser(self._table, self._table.window()).open()

    def menu(self, column: int) -> QMenu:
        """The menu of one column; deletes itself when it closes."""
        menu = QMenu(self._table)
        known, table = ORDERED[column], self._table
        add = menu.addAction
        if known.sortable and known.field is not None:
            field = known.field
            up, down = Sort(field), Sort(field, Direction.DESCENDING)
            add(self.tr("Sort ascending"), lambda: self.sort_wanted.emit(up))
            add(self.tr("Sort descending"), lambda: self.sort_wanted.emit(down))
            add(self.tr("Clear sorting"), lambda: self.sort_wanted.emit(Sort()))
            menu.addSeparator()
        position = self._visible_before(column) + 1
        add(self.tr("Freeze up to here"), lambda: table.freeze(position))
        if table.frozen.count:
            add(self.tr("Unfreeze columns"), lambda: table.freeze(0))
        menu.addSeparator()
        add(self.tr("Fit width"), lambda: table.fit_columns([column]))
        add(self.tr("Fit all widths"), lambda: table.fit_columns(None))
        menu.addSeparator()
        if known.face is not Face.ACTIONS:
            name = NAMES[column]
            add(self.tr("Copy column"), lambda: self._clipboard.copy_whole_column(name))
        add(self.tr("Copy column name"), lambda: put([[shown(known.title)]]))
        menu.addSeparator()
        hide = add(self.tr("Hide column"), lambda: table.show_column(column, False))
        hide.setEnabled(len(table.header.hidden_columns()) < len(NAMES) - 1)
        self._add_hidden(menu)
        return menu

    def _add_hidden(self, menu: QMenu) -> None:
        hidden = self._table.header.hidden_columns()
        words = self.tr("Columns… ({count} hidden)").format(count=len(hidden))
        menu.addAction(icons.icon("columns"), words, self.choose_columns)

    def _visible_before(self, column: int) -> int:
        header = self._table.header
        before = map(header.logicalIndex, range(header.visualIndex(column)))
        return sum(not header.isSectionHidden(one) for one in before)

    def _on_menu_wanted(self, column: int, place: QPoint) -> None:
        menu = self.menu(column)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
