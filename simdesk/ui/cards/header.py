"""The table's header: sort arrows, marks where columns are hidden, its menu's wishes."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from simdesk.models.filters import Direction, Sort
from simdesk.ui import theme
from simdesk.ui.cards.columns import ORDERED
from simdesk.ui.text import shown
from simdesk.ui.theme import SMALL

HEIGHT = 30
NARROWEST = 40
_ARROW = 12


class CardHeader(QHeaderView):
    """Paints itself; what is asked of it goes out as wishes."""

    sort_wanted = Signal(object)
    """A Sort, or None for the order the table came with."""
    menu_wanted = Signal(int, QPoint)
    """Logical column and a place on the screen."""

    def __init__(self, parent: QWidget, *, movable: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marks_hidden = movable
        self.setSectionsMovable(movable)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setFixedHeight(HEIGHT)
        self.setFirstSectionMovable(True)
        self.setAccessibleName(self.tr("Columns"))
        self.sort = Sort()
        self.sectionClicked.connect(self._on_section_clicked)

    def show_sort(self, sort: Sort) -> None:
        """Draw the arrow where the table is sorted."""
        self.sort = sort
        self.viewport().update()

    def hidden_columns(self) -> list[int]:
        """Logical indices of hidden columns, in their visual order."""
        order = (self.logicalIndex(visual) for visual in range(self.count()))
        return [column for column in order if self.isSectionHidden(column)]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        column = self.logicalIndexAt(event.pos())
        if column >= 0:
            self.menu_wanted.emit(column, event.globalPos())

    def _on_section_clicked(self, column: int) -> None:
        known = ORDERED[column]
        if known.field is None or not known.sortable:
            return
        again = known.field == self.sort.field and self.sort.direction is Direction.ASCENDING
        direction = Direction.DESCENDING if again else Direction.ASCENDING
        self.sort_wanted.emit(Sort(known.field, direction))

    # Painting

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        if not rect.isValid():
            return
        painter.save()
        painter.fillRect(rect, theme.role("window"))
        painter.setPen(QPen(theme.role("border")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.right(), rect.top() + SMALL, rect.right(), rect.bottom() - SMALL)
        self._title(painter, rect, logicalIndex)
        if self._marks_hidden and self._hides_after(logicalIndex):
            painter.fillRect(
                QRect(rect.right() - 2, rect.top() + 6, 3, rect.height() - 13), theme.role("accent")
            )
        painter.restore()

    def _title(self, painter: QPainter, rect: QRect, column: int) -> None:
        known = ORDERED[column]
        sorted_here = known.field is not None and known.field == self.sort.field
        font = theme.words_font(bold=True)
        metrics = QFontMetrics(font)
        room = rect.width() - 2 * SMALL - (_ARROW if sorted_here else 0)
        title = shown(known.title)
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words)
        left = rect.left() + SMALL
        if known.right:
            left = rect.right() - SMALL - width - (_ARROW if sorted_here else 0)
        painter.setFont(font)
        painter.setPen(theme.role("text" if sorted_here else "muted"))
        base = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(left, base, words)
        if sorted_here:
            self._arrow(painter, QPointF(left + width + _ARROW / 2 + 1, rect.center().y() + 0.5))

    def _arrow(self, painter: QPainter, middle: QPointF) -> None:
        up = self.sort.direction is Direction.ASCENDING
        tip, foot = (-2.5, 2.5) if up else (2.5, -2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.role("accent"))
        corners = [
            QPointF(middle.x() - 4, middle.y() + foot),
            QPointF(middle.x() + 4, middle.y() + foot),
            QPointF(middle.x(), middle.y() + tip),
        ]
        painter.drawPolygon(QPolygonF(corners))

    def _hides_after(self, column: int) -> bool:
        following = self.visualIndex(column) + 1
        return following < self.count() and self.isSectionHidden(self.logicalIndex(following))
