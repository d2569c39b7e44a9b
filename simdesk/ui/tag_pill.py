"""A tag as everything shows it: its name on its tint, with a dot of its colour."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPixmap

from simdesk.models.tags import TagColor
from simdesk.ui.theme import CORNER, ICON, role

MARGIN = 6
HEIGHT = 19
_DOT = 10


def pill_width(metrics: QFontMetrics, name: str) -> int:
    """How wide the pill of that name is."""
    return metrics.horizontalAdvance(name) + 2 * MARGIN


def draw_pill(painter: QPainter, cell: QRect, name: str, color: TagColor) -> None:
    """Draw the pill at the left of `cell`, in its middle; a name too long is cut at its end."""
    metrics = painter.fontMetrics()
    fitting = metrics.elidedText(name, Qt.TextElideMode.ElideRight, cell.width() - 2 * MARGIN)
    top = cell.top() + (cell.height() - HEIGHT) / 2
    pill = QRectF(cell.left(), top, pill_width(metrics, fitting), HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(role(f"tag_{color}_tint"))
    painter.drawRoundedRect(pill, CORNER, CORNER)
    painter.setPen(role(f"tag_{color}"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, fitting)


def color_icon(color: TagColor) -> QIcon:
    """A dot of the colour, for menus and lists."""
    picture = QPixmap(QSize(ICON, ICON))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(role(f"tag_{color}"))
    painter.drawEllipse(QPointF(ICON / 2, ICON / 2), _DOT / 2, _DOT / 2)
    painter.end()
    return QIcon(picture)
