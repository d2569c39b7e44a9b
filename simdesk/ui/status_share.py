"""Cards by status: one thin bar in shares, and under it each status in shape, word and number."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simdesk.models.status import SimStatus
from simdesk.ui.cards.look import status_look
from simdesk.ui.cards.painting import SHAPE, draw_shape
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import SMALL, TINY, role

_BAR = 10
_LEAST = 3
"""Pixels of the smallest share that is there at all."""
_LINE = 24
_COLUMN = 150


def share_widths(counts: Sequence[int], room: int) -> list[int]:
    """Pixels for each count: nothing for none, a few for the smallest, the rest by share."""
    total = sum(counts)
    if total == 0 or room <= 0:
        return [0] * len(counts)
    found = [max(_LEAST, count * room // total) if count else 0 for count in counts]
    largest = max(range(len(found)), key=found.__getitem__)
    found[largest] = max(0, found[largest] + room - sum(found))
    return found


def paint_shares(painter: QPainter, place: QRect, shares: Sequence[tuple[str, int]]) -> None:
    """Draw a thin bar of counts side by side, each in the colour of its role."""
    counts = [count for _, count in shares]
    if not any(counts):
        painter.fillRect(place, role("border"))
    left = place.left()
    for (name, _), width in zip(shares, share_widths(counts, place.width()), strict=True):
        if width:
            # A pixel of ground between two shares tells them apart without their colours.
            share = QRect(left, place.top(), max(1, width - 1), place.height())
            painter.fillRect(share, role(name))
            left += width


class StatusShare(QWidget):
    """`status_wanted` carries the code of a status that is pressed. Arrow keys go through them."""

    status_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[tuple[SimStatus, int], ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Cards by status"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many cards have each status, by its code."""
        self._counts = tuple((status, counts.get(status, 0)) for status in SimStatus)
        words = [self._words(status, count) for status, count in self._counts if count]
        self.setAccessibleDescription(", ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = -(-len(SimStatus) // self._columns())
        return QSize(3 * _COLUMN, _BAR + SMALL + lines * _LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _COLUMN, self.sizeHint().height())

    def _columns(self) -> int:
        return max(2, min(3, self.width() // _COLUMN))

    @staticmethod
    def _words(status: SimStatus, count: int) -> str:
        return f"{shown(status.label)} {count_shown(count)}"

    def place(self, at: int) -> QRect:
        """Where the status at that position is told."""
        across = self._columns()
        width = self.width() // across
        top = _BAR + SMALL + at // across * _LINE
        return QRect(at % across * width, top, width, _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        looks = [(status_look(status)[0], count) for status, count in self._counts]
        paint_shares(painter, QRect(0, 0, self.width(), _BAR), looks)
        for at, (status, count) in enumerate(self._counts):
            name, shape = status_look(status)
            place = self.place(at)
            corner = QPointF(place.left(), place.center().y() + 0.5 - SHAPE / 2)
            draw_shape(painter, shape, corner, role(name if count else "muted"))
            painter.setPen(role("text" if count else "muted"))
            words = place.adjusted(SHAPE + TINY + 2, 0, -SMALL, 0)
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, side, self._words(status, count))
            if self.hasFocus() and at == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(role("accent"))
                painter.drawRect(place.adjusted(0, 1, -SMALL, -2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at in range(len(self._counts)):
            if self.place(at).contains(event.position().toPoint()):
                self._at = at
                self._want()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._counts:
            self._at = (self._at + step) % len(self._counts)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want()
        else:
            super().keyPressEvent(event)

    def _want(self) -> None:
        self.update()
        if self._counts:
            self.status_wanted.emit(int(self._counts[self._at][0]))
