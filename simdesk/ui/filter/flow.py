"""Widgets side by side that wrap to further rows."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 4


class Flow(QWidget):
    """Places its widgets from left to right, row by row, in the order given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Sequence[QWidget]) -> None:
        """Take `items` in place of those held; the old ones are deleted."""
        for old in self._items:
            old.hide()
            old.deleteLater()
        self._items = list(items)
        for item in items:
            item.setParent(self)
            item.show()
        self._place(self.width(), move=True)
        self.updateGeometry()

    def rows(self, width: int) -> int:
        """How many rows the widgets take in `width` pixels."""
        return self._place(width, move=False)[0]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)[1]

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _place(self, width: int, *, move: bool) -> tuple[int, int]:
        left, top, height, rows = 0, 0, 0, 1 if self._items else 0
        for item in self._items:
            wanted = item.sizeHint().boundedTo(QSize(max(width, 80), 1000))
            if left and left + wanted.width() > width:
                left, top, rows = 0, top + height + _GAP, rows + 1
                height = 0
            if move:
                item.setGeometry(QRect(left, top, wanted.width(), wanted.height()))
            left += wanted.width() + _GAP
            height = max(height, wanted.height())
        return rows, top + height
