"""The table's header: sort arrows, marks where columns are hidden, its menu's wishes."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontInfo,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from simdesk.models.filters import Direction, Sort, SortKey
from simdesk.ui import theme
from simdesk.ui.cards.columns import ORDERED
from simdesk.ui.cards.viewport import give_viewport
from simdesk.ui.measures import line_room
from simdesk.ui.text import shown
from simdesk.ui.theme import SMALL

HEIGHT = 30
NARROWEST = 40
_ARROW = 12
_DIGIT = 8


def pressed(sort: Sort, field: str, *, further: bool) -> Sort:
    """The order after a press on the header of `field`.

    Alone it orders by the field, a second press turns it round. `further` (Shift is held) orders
    what is equal by the field, or turns round the key that it already is.
    """
    first = next(iter(sort.keys), None)
    if first is None or not further:
        again = first is not None and first.field == field
        return Sort(field, _turned(sort.direction) if again else Direction.ASCENDING)
    if first.field == field:
        return replace(sort, direction=_turned(sort.direction))
    second = sort.second
    if second is not None and second.field == field:
        return replace(sort, second=replace(second, direction=_turned(second.direction)))
    return replace(sort, second=SortKey(field))


def _turned(direction: Direction) -> Direction:
    up = direction is Direction.ASCENDING
    return Direction.DESCENDING if up else Direction.ASCENDING


class CardHeader(QHeaderView):
    """Paints itself; what is asked of it goes out as wishes."""

    sort_wanted = Signal(object)
    """A Sort."""
    menu_wanted = Signal(int, QPoint)
    """Logical column and a place on the screen."""

    def __init__(self, parent: QWidget, *, movable: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        give_viewport(self, QPalette.ColorRole.Button)
        self._marks_hidden = movable
        self.setSectionsMovable(movable)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setFixedHeight(line_room(HEIGHT))
        self.setFirstSectionMovable(True)
        self.setAccessibleName(self.tr("Columns"))
        self.sort = Sort()
        self._shift = False
        self.sectionClicked.connect(self._on_section_clicked)
        self.show_sort(self.sort)

    def show_sort(self, sort: Sort) -> None:
        """Draw an arrow where the table is sorted, and which of two keys it is."""
        self.sort = sort
        self.setAccessibleDescription(self._sort_words())
        self.viewport().update()

    def _sort_words(self) -> str:
        if self.sort.as_listed:
            return self.tr("In pasted order")
        titles = {known.field: shown(known.title) for known in ORDERED}
        ways = {
            Direction.ASCENDING: self.tr("{column} ascending"),
            Direction.DESCENDING: self.tr("{column} descending"),
        }
        keys = [ways[key.direction].format(column=titles[key.field]) for key in self.sort.keys]
        return self.tr("Sorted by {keys}").format(keys=self.tr(", then ").join(keys))

    def sizeHint(self) -> QSize:
        # Qt would ask for each column's words, seven ways each, to know what is fixed above.
        return QSize(NARROWEST, line_room(HEIGHT))

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
        self.sort_wanted.emit(pressed(self.sort, known.field, further=self._shift))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)
        self._shift = False

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
        place = self._place_in_sort(column)
        font = theme.words_font(bold=True)
        metrics = QFontMetrics(font)
        mark = 0 if place is None else _ARROW + (_DIGIT if self.sort.second else 0)
        room = rect.width() - 2 * SMALL - mark
        words = metrics.elidedText(shown(known.title), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words)
        left = rect.left() + SMALL
        if known.right:
            left = rect.right() - SMALL - width - mark
        painter.setFont(font)
        painter.setPen(theme.role("muted" if place is None else "text"))
        base = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(left, base, words)
        if place is not None:
            self._mark(painter, QRect(left + width, rect.top(), mark, rect.height()), place)

    def _place_in_sort(self, column: int) -> int | None:
        """0 where the table is sorted by the column first, 1 where it is the second key."""
        fields = [key.field for key in self.sort.keys]
        field = ORDERED[column].field
        return fields.index(field) if field is not None and field in fields else None

    def _mark(self, painter: QPainter, rect: QRect, place: int) -> None:
        middle = QPointF(rect.left() + _ARROW / 2 + 1, rect.center().y() + 0.5)
        up = self.sort.keys[place].direction is Direction.ASCENDING
        tip, foot = (-2.5, 2.5) if up else (2.5, -2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.role("accent"))
        if self.sort.second is not None:
            small = QFont(painter.font())
            small.setPixelSize(QFontInfo(small).pixelSize() * 4 // 5)
            painter.setFont(small)
            painter.setPen(theme.role("accent"))
            digit = rect.adjusted(_ARROW + 1, 0, 1, 0)
            painter.drawText(digit, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        painter.setPen(Qt.PenStyle.NoPen)
        corners = [
            QPointF(middle.x() - 4, middle.y() + foot),
            QPointF(middle.x() + 4, middle.y() + foot),
            QPointF(middle.x(), middle.y() + tip),
        ]
        painter.drawPolygon(QPolygonF(corners))

    def _hides_after(self, column: int) -> bool:
        following = self.visualIndex(column) + 1
        return following < self.count() and self.isSectionHidden(self.logicalIndex(following))
