"""What a right click on a column's header offers (peers.md 4.3), and Alt+Down or Ctrl+F10."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu

from simdesk.models.filters import Direction, Sort, SortKey
from simdesk.models.preferences import FIRST_COLUMNS
from simdesk.models.value_counts import GROUPED
from simdesk.ui import icons
from simdesk.ui.cards.cell_filter import term_of
from simdesk.ui.cards.clipboard import CardClipboard, put
from simdesk.ui.cards.column_chooser import ColumnChooser
from simdesk.ui.cards.columns import NAMES, ORDERED, Column, Face
from simdesk.ui.cards.ordering import Ordering
from simdesk.ui.cards.shown_row import ShownRow
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.filter.criteria import CRITERIA
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.text import count_shown, shown

_WIDEST_VALUE = 220


class HeaderMenu(QObject):
    """Opens on the header of `table`."""

    like_wanted = Signal(int)
    """Show only cards that say in this column what the current card says."""
    search_wanted = Signal(str)
    """Open the advanced search at the criterion of this name."""
    group_wanted = Signal(str)
    """Show the values of this field and their cards."""

    def __init__(
        self, table: CardTableView, clipboard: CardClipboard, ordering: Ordering, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._clipboard = clipboard
        self._ordering = ordering
        self.columns: Sequence[str] = FIRST_COLUMNS
        """What a table shows that was never arranged."""
        table.header.menu_wanted.connect(self._open)
        table.column_menu_wanted.connect(self.open_at_current)

    def choose_columns(self) -> None:
        """Open the list of all columns."""
        ColumnChooser(self._table, self.columns, self._table.window()).open()

    def open_at_current(self) -> None:
        """Open the menu of the current cell's column, its first entry chosen."""
        table = self._table
        shown_columns = [lane.column for lane in table.lanes(-(1 << 20), 1 << 20)]
        column = table.currentIndex().column()
        column = column if column in shown_columns else shown_columns[0]
        frozen = table.frozen.width_wanted() and not table.frozen.isColumnHidden(column)
        header = table.frozen.header if frozen else table.header
        left = max(header.sectionViewportPosition(column), 0)
        menu = self._open(column, header.mapToGlobal(QPoint(left, header.height())))
        menu.setActiveAction(menu.actions()[0])

    def menu(self, column: int) -> QMenu:
        """The menu of one column."""
        menu = LetterMenu(self._table)
        self._add_sorting(menu, ORDERED[column])
        self._add_filtering(menu, column)
        self._add_widths(menu, column)
        self._add_copying(menu, ORDERED[column])
        hide = menu.addAction(
            self.tr("Hide column"), lambda: self._table.show_column(column, False)
        )
        hidden = self._table.header.hidden_columns()
        hide.setEnabled(len(hidden) < len(NAMES) - 1)
        words = self.tr("Columns… ({count} hidden)").format(count=len(hidden))
        menu.addAction(icons.icon("columns"), words, self.choose_columns)
        return menu

    def _add_sorting(self, menu: QMenu, known: Column) -> None:
        if not known.sortable or known.field is None:
            return
        sort = self._table.header.sort
        up, down = SortKey(known.field), SortKey(known.field, Direction.DESCENDING)
        for key, words in ((up, self.tr("Sort ascending")), (down, self.tr("Sort descending"))):
            self._add_sort(menu, words, Sort(key.field, key.direction))
        if sort.keys and sort.field != known.field:
            for key, words in ((up, self.tr("Then ascending")), (down, self.tr("Then descending"))):
                self._add_sort(menu, words, replace(sort, second=key))
        self._add_sort(menu, self.tr("Clear sorting"), Sort())
        if self._ordering.pasted and not sort.as_listed:
            menu.addAction(self.tr("Pasted order"), self._ordering.show_pasted_order)
        menu.addSeparator()

    def _add_sort(self, menu: QMenu, words: str, sort: Sort) -> None:
        action = menu.addAction(words, lambda: self._ordering.sort_by(sort))
        action.setEnabled(sort != self._table.header.sort)

    def _add_filtering(self, menu: QMenu, column: int) -> None:
        known = ORDERED[column]
        if known.field is None:
            return
        like = menu.addAction(self._like_words(column), lambda: self.like_wanted.emit(column))
        row = self._current_row()
        like.setEnabled(row is not None and term_of(known, row.card) is not None)
        if known.field in GROUPED:
            grouped = known.field
            menu.addAction(
                icons.icon("group"),
                self.tr("Group by this column"),
                lambda: self.group_wanted.emit(grouped),
            )
        if known.field in {criterion.name for criterion in CRITERIA}:
            field, words = known.field, self.tr("Search by {column}…")
            search = words.format(column=shown(known.title))
            menu.addAction(icons.icon("filter"), search, lambda: self.search_wanted.emit(field))
        menu.addSeparator()

    def _like_words(self, column: int) -> str:
        row = self._current_row()
        if row is None:
            return self.tr("Filter like this")
        words = row.words(column) or self.tr("empty")
        metrics = QFontMetrics(self._table.font())
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST_VALUE)
        return self.tr("Filter like this: {value}").format(value=words.replace("&", "&&"))

    def _add_widths(self, menu: QMenu, column: int) -> None:
        table = self._table
        position = self._visible_before(column) + 1
        menu.addAction(self.tr("Freeze up to here"), lambda: table.freeze(position))
        if table.frozen.count:
            menu.addAction(self.tr("Unfreeze columns"), lambda: table.freeze(0))
        menu.addAction(self.tr("Fit width"), lambda: table.fit_columns([column]))
        menu.addAction(self.tr("Fit all widths"), lambda: table.fit_columns(None))
        menu.addSeparator()

    def _add_copying(self, menu: QMenu, known: Column) -> None:
        name, title, clipboard = known.name, shown(known.title), self._clipboard
        if known.face is not Face.ACTIONS:
            selected, matching = self._table.selected.count, len(self._table.cards.ids)
            if selected:
                words = self.tr("Copy column, {count} selected")
                words = words.format(count=count_shown(selected))
                menu.addAction(words, lambda: clipboard.copy_column(name))
            words = self.tr("Copy column, {count} matching").format(count=count_shown(matching))
            menu.addAction(words, lambda: clipboard.copy_whole_column(name))
        menu.addAction(self.tr("Copy column name"), lambda: put([[title]]))
        menu.addSeparator()

    def _visible_before(self, column: int) -> int:
        header = self._table.header
        before = map(header.logicalIndex, range(header.visualIndex(column)))
        return sum(not header.isSectionHidden(one) for one in before)

    def _current_row(self) -> ShownRow | None:
        index = self._table.currentIndex()
        return self._table.cards.row_at(index.row()) if index.isValid() else None

    def _open(self, column: int, place: QPoint) -> QMenu:
        menu = self.menu(column)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu
