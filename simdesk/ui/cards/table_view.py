"""The card table: keys, editing a remark in place, frozen columns."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from simdesk.ui.cards.card_rows import CardRows
from simdesk.ui.cards.columns import ORDERED, Face, index_of
from simdesk.ui.cards.frozen import FrozenColumns
from simdesk.ui.cards.painted_table import PaintedTable
from simdesk.ui.cards.selection import CardSelection
from simdesk.ui.cards.table_model import CardTableModel

Index = QModelIndex | QPersistentModelIndex
_FLAG = QItemSelectionModel.SelectionFlag
_EDGES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class CardTableView(PaintedTable):
    """What is done to it goes out as wishes; it decides nothing."""

    details_wanted = Signal()
    menu_wanted = Signal(object)
    """A place on the screen."""
    column_menu_wanted = Signal()
    """Alt+Down: the menu of the current cell's column."""
    columns_changed = Signal()
    """Order, widths, what is hidden or frozen."""
    typed = Signal(str)
    """Letters typed in a row: go to the next card whose current column begins with them."""

    remarks_open = True
    """Remarks may be edited in place."""
    # Made when it is first wanted.
    _laid: FrozenColumns | None = None

    def __init__(self, model: CardTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent, movable=True)
        self.setObjectName("card_table")
        self.setAccessibleName(self.tr("Cards"))
        rows = CardRows(model, self)
        self.setSelectionModel(rows)
        self.chosen = CardSelection(model, rows, self)
        self.setItemDelegateForColumn(index_of("remark"), RemarkDelegate(self))
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self._had_chosen = False
        self.chosen.changed.connect(self._on_chosen_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        model.about_to_change.connect(self.end_editing)
        self.header.sectionMoved.connect(self._on_columns_changed)
        self.header.sectionResized.connect(self._on_columns_changed)

    @property
    def frozen(self) -> FrozenColumns:
        if self._laid is None:
            self._laid = FrozenColumns(self)
            self._laid.chosen = self.chosen
        return self._laid

    def lay_frozen(self, count: int) -> None:
        """Keep the first `count` visible columns in place; tells nobody."""
        if count or self._laid is not None:
            self.frozen.freeze(count)

    @property
    def selected(self) -> CardSelection:
        assert self.chosen is not None
        return self.chosen

    def set_row_height(self, pixels: int) -> None:
        super().set_row_height(pixels)
        if self._laid is not None:
            self._laid.follow()

    def current_id(self) -> int | None:
        """The card of the current cell."""
        return (
            self.cards.id_at(self.currentIndex().row()) if self.currentIndex().isValid() else None
        )

    def go_to(self, row: int, column: int | None = None) -> None:
        """Make a row current and the only one selected."""
        column = self.currentIndex().column() if column is None else column
        index = self.cards.index(row, max(column, 0))
        self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect | _FLAG.Rows)
        self.scrollTo(index)

    def edit_remark(self) -> bool:
        """Edit the current card's remark in place; False where that cannot be."""
        row, column = self.currentIndex().row(), index_of("remark")
        if row < 0 or self.isColumnHidden(column) or not self.remarks_open:
            return False
        index = self.cards.index(row, column)
        self.scrollTo(index)
        self.edit(index)
        return True

    def end_editing(self) -> None:
        """Close an open editor and take back what was typed: its row is about to move."""
        for editor in self.viewport().findChildren(QLineEdit):
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)

    # Columns

    def show_column(self, column: int, wanted: bool) -> None:
        """Show or hide a column; a shown one is put in sight."""
        self.header.setSectionHidden(column, not wanted)
        if wanted:
            self.scrollTo(self.cards.index(max(self.currentIndex().row(), 0), column))
        self.frozen.follow()
        self.columns_changed.emit()

    def freeze(self, count: int) -> None:
        """Keep the first `count` visible columns in place."""
        self.frozen.freeze(count)
        self.columns_changed.emit()

    def fit_columns(self, columns: Sequence[int] | None) -> None:
        """Make columns (None: all visible ones) as wide as the rows in sight need."""
        if columns is None:
            columns = [lane.column for lane in self.lanes(-(1 << 20), 1 << 20)]
        for column in columns:
            self.resizeColumnToContents(column)

    def _on_columns_changed(self, *_places: int) -> None:
        self.columns_changed.emit()

    def selectAll(self) -> None:
        self.selected.select_all()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held, key = event.modifiers(), event.key()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.ControlModifier and key in _EDGES:
            self._to_edge(*_EDGES[Qt.Key(key)], extend=shift)
        elif key == Qt.Key.Key_Space and not held & Qt.KeyboardModifier.ControlModifier:
            self._select_current(_FLAG.Select if shift else _FLAG.Toggle)
        elif key == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            self.column_menu_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _select_current(self, how: QItemSelectionModel.SelectionFlag) -> None:
        if self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), how | _FLAG.Rows)

    def _to_edge(self, down: int, right: int, *, extend: bool) -> None:
        current = self.currentIndex()
        if not current.isValid():
            return
        row, column = current.row(), current.column()
        if down:
            row = len(self.cards.ids) - 1 if down > 0 else 0
        else:
            lanes = [lane.column for lane in self.lanes(-(1 << 20), 1 << 20)]
            column = lanes[-1 if right > 0 else 0]
        self._move_to(self.cards.index(row, column), extend=extend)

    def _move_to(self, index: QModelIndex, *, extend: bool) -> None:
        from_row = self.currentIndex().row()
        if not extend:
            flags = _FLAG.ClearAndSelect | _FLAG.Rows
            self.selectionModel().setCurrentIndex(index, flags)
        else:
            first, last = sorted((from_row, index.row()))
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            self.select_rows(first, last)
        self.scrollTo(index)

    def select_rows(self, first: int, last: int) -> None:
        """Add rows to the selection."""
        span = QItemSelection(self.cards.index(first, 0), self.cards.index(last, len(ORDERED) - 1))
        self.selectionModel().select(span, _FLAG.Select | _FLAG.Rows)

    def keyboardSearch(self, search: str) -> None:
        pause = QApplication.keyboardInputInterval() * 2
        if not self._since_typed.isValid() or self._since_typed.elapsed() > pause:
            self._typed = ""
        self._since_typed.start()
        self._typed += search
        self.typed.emit(self._typed)

    # Places

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        sideways = self.horizontalScrollBar()
        before = sideways.value()
        super().scrollTo(index, hint)
        covered = 0 if self._laid is None else self._laid.width_wanted()
        if not covered:
            return
        if not self.frozen.isColumnHidden(index.column()):
            sideways.setValue(before)
            return
        left = self.visualRect(index).left()
        if left < covered:
            sideways.setValue(sideways.value() - (covered - left))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))
            return
        self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._laid is not None:
            self._laid.place()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._laid is not None and self._laid.count:
            self._laid.place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.ids:
            first = self.lanes(0, self.viewport().width())[:1]
            column = first[0].column if first else 0
            self.selectionModel().setCurrentIndex(self.cards.index(0, column), _FLAG.NoUpdate)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def _on_chosen_changed(self) -> None:
        # Told at each change of rows, too; without a selection they are drawn anew by themselves.
        some = self.selected.count > 0
        if some or self._had_chosen:
            self._repaint()
        self._had_chosen = some

    def _repaint(self) -> None:
        self.viewport().update()
        if self._laid is not None:
            self._laid.viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if ORDERED[index.column()].face is Face.REMARK and self.remarks_open:
            self.edit(index)
        else:
            self.details_wanted.emit()


class RemarkDelegate(QStyledItemDelegate):
    """The editor of a remark: a line in its cell. The words are put in once, not at each sync."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Remark"))
        editor.setStyleSheet("QLineEdit { min-height: 0; border-radius: 0; }")
        editor.setProperty("filled", False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text().strip())
