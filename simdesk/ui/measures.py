"""Heights and widths that follow the letters: what fits at 100 % fits where letters are larger."""

from functools import cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

LINE = 18
"""Pixels of a line of the largest letters that plain measures have room for."""


HIGH_LINE = 20
"""The same where another font gives the letters, as it does for Chinese; its lines are higher."""


def _line() -> int:
    return QFontMetrics(QApplication.font()).height()


@cache
def _spoken_line(font: str, language: str) -> int:
    """The height of a line in the language that is spoken, whichever fonts have its letters."""
    del font  # the application's own, which the answer depends on
    return QFontMetrics(QApplication.font()).size(0, language).height()


def line_room(pixels: int) -> int:
    """The height of something that is `pixels` high and holds one line of words."""
    spoken = _spoken_line(QApplication.font().key(), QLocale().nativeLanguageName())
    return pixels + max(0, _line() - LINE, spoken - HIGH_LINE)


def grown(pixels: int) -> int:
    """A width, or a height of several lines, in proportion to the letters; never less."""
    return round(pixels * max(1.0, _line() / LINE))
