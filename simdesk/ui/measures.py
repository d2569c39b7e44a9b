"""Heights and widths that follow the letters: what fits at 100 % fits where letters are larger."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

LINE = 18
"""Pixels of a line of the largest letters that plain measures have room for."""


def _line() -> int:
    return QFontMetrics(QApplication.font()).height()


def line_room(pixels: int) -> int:
    """The height of something that is `pixels` high and holds one line of words."""
    return pixels + max(0, _line() - LINE)


def grown(pixels: int) -> int:
    """A width, or a height of several lines, in proportion to the letters; never less."""
    return round(pixels * max(1.0, _line() / LINE))
