"""A row whose widgets go on in a further line where they do not fit beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """Widgets from left to right. Behind `add_gap` they stand at the right while one line does.

    A label that wraps would rather have one line, and is as high as it needs where it has less.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap: int | None = None

    def add_gap(self) -> None:
        """What is added from now on stands at the right while everything has one line."""
        self._gap = len(self._items)

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        return self._height(lines) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        items = self._shown()
        wide = sum(_wanted(item, _ANY).width() for item in items)
        wide += self.spacing() * max(0, len(items) - 1)
        high = max((_wanted(item, _ANY).height() for item in items), default=0)
        return self._with_margins(QSize(wide, high))

    def minimumSize(self) -> QSize:
        found = QSize(0, 0)
        for item in self._shown():
            found = found.expandedTo(item.minimumSize())
        return self._with_margins(found)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        lines = self._lines(room.width())
        top = room.top() + max(0, (room.height() - self._height(lines)) // 2)
        for line in lines:
            self._place(line, room, top, one=len(lines) == 1)
            top += _high(line) + self.spacing()

    # Where what stands

    def _shown(self) -> Sequence[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _lines(self, width: int) -> "list[list[tuple[QLayoutItem, QSize]]]":
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._shown():
            size = _wanted(item, width)
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        return lines

    def _height(self, lines: "list[list[tuple[QLayoutItem, QSize]]]") -> int:
        return sum(map(_high, lines)) + self.spacing() * max(0, len(lines) - 1)

    def _place(
        self, line: "list[tuple[QLayoutItem, QSize]]", room: QRect, top: int, *, one: bool
    ) -> None:
        behind = set(map(id, self._items[self._gap :])) if self._gap is not None and one else set()
        taken = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
        left, spare = room.left(), room.width() - taken
        for item, size in line:
            if id(item) in behind:
                left, spare = left + max(0, spare), 0
            down = (_high(line) - size.height()) // 2
            item.setGeometry(QRect(left, top + down, size.width(), size.height()))
            left += size.width() + self.spacing()


_ANY = 1 << 20


def _high(line: "list[tuple[QLayoutItem, QSize]]") -> int:
    return max(size.height() for _, size in line)


def _wanted(item: QLayoutItem, width: int) -> QSize:
    widget = item.widget()
    if isinstance(widget, QLabel) and widget.wordWrap():
        # By itself it would tell the width of a paragraph.
        letters = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
        margins = widget.contentsMargins()
        wide = min(width, letters + margins.left() + margins.right() + 2)
        return QSize(wide, widget.heightForWidth(wide))
    return item.sizeHint().expandedTo(item.minimumSize()).boundedTo(QSize(width, _ANY))
