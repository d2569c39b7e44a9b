"""A status reads without colour."""

from itertools import combinations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from simdesk.ui import theme
from simdesk.ui.cards.look import Shape
from simdesk.ui.cards.painting import draw_shape
from simdesk.ui.details.status_mark import StatusMark


def drawn(shape: Shape) -> QImage:
    image = QImage(16, 16, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_shape(painter, shape, QPointF(3, 3), theme.role("text"))
    painter.end()
    return image


def test_shapes_differ_in_greyscale(qtbot: QtBot) -> None:
    for one, other in combinations(Shape, 2):
        assert drawn(one) != drawn(other), (one, other)


def test_a_mark_follows_its_status(qtbot: QtBot) -> None:
    mark = StatusMark()
    qtbot.addWidget(mark)
    pictures = []
    for code in (30, 35, 999):
        mark.show_status(code)
        pictures.append(mark.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[2]
