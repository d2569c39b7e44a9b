"""A table view that draws its exposed rows itself, and knows what of a cell is under the mouse."""

from enum import Enum

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip, QWidget

from simdesk.ui import theme
from simdesk.ui.cards.columns import ORDERED, Face
from simdesk.ui.cards.header import CardHeader
from simdesk.ui.cards.painting import Lane, Moment, RowPainter, Words
from simdesk.ui.cards.selection import CardSelection
from simdesk.ui.cards.table_model import CardTableModel
from simdesk.ui.cards.viewport import give_viewport
from simdesk.ui.measures import line_room

Index = QModelIndex | QPersistentModelIndex
_FLAG = QItemSelectionModel.SelectionFlag
MEASURED_ROWS = 200
"""At most as many rows are measured when a column is fitted: those in sight."""


class Part(Enum):
    """What of a cell can be pressed by itself."""

    VIEW = "view"
    MORE = "more"
    ADD = "add"


class PaintedTable(QTableView):
    """Shared by the table and its frozen part."""

    part_pressed = Signal(object, object, QPoint)
    """A Part, the card id, a place on the screen."""

    def __init__(self, model: CardTableModel, parent: QWidget | None, *, movable: bool) -> None:
        super().__init__(parent)
        give_viewport(self, QPalette.ColorRole.Base)
        self.cards = model
        self.chosen: CardSelection | None = None
        self._hovered: tuple[int, int] | None = None
        self._painter = self._new_painter()
        self.header = CardHeader(self, movable=movable)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        model.tags_recoloured.connect(self.viewport().update)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.set_row_height(theme.Density.NORMAL)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves it; arrows go from cell to cell

    def _new_painter(self) -> RowPainter:
        words = Words(self.tr("View"), self.tr("More"), self.tr("+ Add"))
        return RowPainter(words, self.cards.tag_colors)

    def set_row_height(self, pixels: int) -> None:
        """Make rows so high, and higher by as much as letters are larger than usual."""
        self._density = pixels
        self.verticalHeader().setMinimumSectionSize(line_room(theme.Density.COMPACT))
        self.verticalHeader().setDefaultSectionSize(line_room(pixels))

    # What is in sight

    def lanes(self, left: int, right: int) -> list[Lane]:
        """Visible columns between two places of the viewport, in visual order."""
        header = self.header
        found: list[Lane] = []
        for visual in range(max(header.visualIndexAt(left), 0), header.count()):
            column = header.logicalIndex(visual)
            if header.isSectionHidden(column):
                continue
            x = header.sectionViewportPosition(column)
            if x > right:
                break
            found.append(Lane(column, x, header.sectionSize(column)))
        return found

    def rows_in_sight(self) -> tuple[int, int]:
        """First and last row on screen; (0, -1) for none."""
        count = len(self.cards.ids)
        first = self.rowAt(0)
        if count == 0 or first < 0:
            return 0, -1
        last = self.rowAt(self.viewport().height() - 1)
        return first, count - 1 if last < 0 else last

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        exposed = event.rect()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(exposed, theme.role("surface"))
        count = len(self.cards.ids)
        first = self.rowAt(exposed.top())
        if count and first >= 0:
            last = self.rowAt(exposed.bottom())
            last = count - 1 if last < 0 else last
            self._draw_rows(painter, first, last, exposed)
        painter.end()
        sight = self.rows_in_sight()
        if sight[1] >= sight[0]:
            self.cards.look_at(*sight)

    def _draw_rows(self, painter: QPainter, first: int, last: int, exposed: QRect) -> None:
        lanes = self.lanes(exposed.left(), exposed.right())
        if not lanes:
            return
        height = self.verticalHeader().defaultSectionSize()
        top = self.rowViewportPosition(first)
        right = lanes[-1].x + lanes[-1].width
        chosen = self.chosen
        for row in range(first, last + 1):
            rect = QRect(0, top + (row - first) * height, right, height)
            hovered = self._hovered[1] if self._hovered and self._hovered[0] == row else None
            selected = chosen is not None and chosen.has(row)
            at = Moment(selected, hovered, row % 2 == 1)
            self._painter.row(painter, self.cards.row_at(row), lanes, rect, at)
        self._draw_focus(painter)

    def _draw_focus(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if index.isValid() and self.has_the_focus() and not self.isColumnHidden(index.column()):
            self._painter.focus(painter, self.visualRect(index))

    def has_the_focus(self) -> bool:
        """The current cell is the one keys go to."""
        return self.hasFocus()

    def sizeHintForColumn(self, column: int) -> int:
        # Qt would measure a thousand rows; those in sight are what the eye judges by.
        first, last = self.rows_in_sight()
        rows = range(first, min(last, first + MEASURED_ROWS) + 1)
        found = (self.cards.row_at(row) for row in rows)
        return max(
            (self._painter.wanted_width(row, column) for row in found if row is not None), default=0
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.LanguageChange)
        if event.type() in kinds and hasattr(self, "_painter"):
            self._painter = self._new_painter()
            if event.type() == QEvent.Type.FontChange:
                self.set_row_height(self._density)
            self.viewport().update()

    # The mouse

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        how = super().selectionCommand(index, event)
        chosen = self.chosen
        if chosen is None or not chosen.scattered or not chosen.has(index.row()):
            return how
        # Qt does not know of scattered rows: it takes this one for one that is not selected.
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.RightButton:
            return _FLAG.NoUpdate
        return (how & ~_FLAG.Toggle) | _FLAG.Deselect if how & _FLAG.Toggle else how

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._hint_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _hint_at(self, place: QPoint) -> str:
        """What the cell does not say by itself: more than its words, or those that are elided."""
        index = self.indexAt(place)
        row = self.cards.row_at(index.row()) if index.isValid() else None
        if row is None:
            return ""
        column = index.column()
        hint = row.hint(column)
        if hint != row.words(column):
            return hint
        wanted = self._painter.wanted_width(row, column)
        return hint if wanted > self.columnWidth(column) else ""

    def part_at(self, place: QPoint) -> tuple[Part, int] | None:
        """What lies at a place of the viewport, and the row; None for nothing to press."""
        index = self.indexAt(place)
        if not index.isValid() or self.cards.row_at(index.row()) is None:
            return None
        cell = self.visualRect(index)
        face = ORDERED[index.column()].face
        if face is Face.TAGS and self._painter.add_rect(cell).contains(place):
            return Part.ADD, index.row()
        if face is Face.ACTIONS and self._painter.more_rect(cell).contains(place):
            return Part.MORE, index.row()
        if face is Face.ACTIONS and self._painter.view_rect(cell).contains(place):
            return Part.VIEW, index.row()
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.part_at(event.position().toPoint())
        if found is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        part, row = found
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        card_id = self.cards.id_at(row)
        self.part_pressed.emit(part, card_id, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        self._hover((index.row(), index.column()) if index.isValid() else None)
        over = self.part_at(place) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, at: tuple[int, int] | None) -> None:
        if at == self._hovered:
            return
        for row in {place[0] for place in (self._hovered, at) if place is not None}:
            top = self.rowViewportPosition(row)
            height = self.verticalHeader().defaultSectionSize()
            self.viewport().update(QRect(0, top, self.viewport().width(), height))
        self._hovered = at
