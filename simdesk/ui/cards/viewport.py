"""The part of a table or header that is painted on, made here and not by Qt."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea, ground: QPalette.ColorRole) -> None:
    """Give `area` a viewport like its own, on a ground of that role.

    Before it hands out a widget that Qt has made, Qt for Python makes all of its widget classes,
    to know which one it is: a tenth of the time until a window is on the screen.
    """
    viewport = QWidget(area)
    viewport.setBackgroundRole(ground)
    viewport.setAutoFillBackground(True)
    viewport.setMouseTracking(True)
    area.setViewport(viewport)
