"""A tag as everything shows it: its name on its tint, with a dot of its colour."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QIconEngine, QPainter

from simdesk.models.tags import TagColor
from simdesk.ui.role_icon import RoleEngine
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


class _Dot(RoleEngine):
    """A dot in its role."""

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del mode, state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(role(self.role))
        radius = _DOT / ICON * rect.height() / 2
        painter.drawEllipse(QRectF(rect).center(), radius, radius)
        painter.restore()

    def clone(self) -> QIconEngine:
        return _Dot(self.role)


def color_icon(color: TagColor) -> QIcon:
    """A dot of the colour, for menus and lists."""
    return QIcon(_Dot(f"tag_{color}"))
