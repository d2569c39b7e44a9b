"""Icons that are drawn when they are shown, in a role of the theme of that moment."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap


class RoleEngine(QIconEngine):
    """Icons handed out change with the theme: `paint` asks for the colour of `role`."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(picture.rect()), mode, state)
        painter.end()
        return picture
