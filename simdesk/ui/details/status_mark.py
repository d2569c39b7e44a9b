"""A status as a small shape in its role's colour; it reads in greyscale too."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from simdesk.ui import theme
from simdesk.ui.cards.look import Shape, status_look

_SIZE = 12


class StatusMark(QWidget):
    """Disc in use, ring inactive, bar suspended, square stopped, cross cancelled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = 0
        self.setFixedSize(QSize(_SIZE + 2, _SIZE + 2))

    def show_status(self, code: int) -> None:
        self._code = code
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        role, shape = status_look(self._code)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_shape(painter, QRectF(2, 2, _SIZE - 2, _SIZE - 2), role, shape)


def draw_shape(painter: QPainter, place: QRectF, role: str, shape: Shape) -> None:
    """Draw `shape` into `place` in the colour of `role`."""
    colour = theme.role(role)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match shape:
        case Shape.DISC:
            painter.drawEllipse(place)
        case Shape.RING:
            painter.setPen(QPen(colour, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        case Shape.BAR:
            height = place.height() / 3
            painter.drawRect(
                QRectF(place.left(), place.center().y() - height / 2, place.width(), height)
            )
        case Shape.SQUARE:
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        case Shape.CROSS:
            painter.setPen(QPen(colour, 2))
            painter.drawLine(place.topLeft(), place.bottomRight())
            painter.drawLine(place.topRight(), place.bottomLeft())
        case Shape.QUESTION:
            painter.setPen(QPen(colour, 2))
            middle = QPointF(place.center().x(), place.bottom())
            painter.drawText(QRectF(place), Qt.AlignmentFlag.AlignCenter, "?")
            painter.drawPoint(middle)
