"""A status as a small shape in its role's colour; it reads in greyscale too."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from simdesk.ui import theme
from simdesk.ui.cards.look import status_look
from simdesk.ui.cards.painting import SHAPE, draw_shape

_ROOM = 2
"""Pixels around the shape."""


class StatusMark(QWidget):
    """The shape that the table draws for the status with this code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = 0
        self.setFixedSize(QSize(SHAPE + 2 * _ROOM, SHAPE + 2 * _ROOM))

    def show_status(self, code: int) -> None:
        self._code = code
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        role, shape = status_look(self._code)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_shape(painter, shape, QPointF(_ROOM, _ROOM), theme.role(role))
