"""Contact sheets: one page of the tour in all its variants side by side."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from simdesk.loop import make_application
from simdesk.tour.stage import TourError
from simdesk.ui.theme import LARGE, role

TILE = (960, 600)
"""Of each picture on a sheet, in pixels: two thirds of the window's size."""
_CAPTION = 28


def assemble(folders: Mapping[str, Path], across: int, target: Path) -> tuple[int, list[str]]:
    """Make a sheet of each page: the pictures of one name out of all `folders`, by caption.

    `across` pictures stand in a row. Returns how many sheets were made, and what has no picture.
    Raises TourError when a sheet cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application("light")
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.png"):
        old.unlink()
    names = sorted({path.name for folder in folders.values() for path in folder.glob("*.png")})
    lacking = []
    for name in names:
        pictures = {caption: QImage(str(folder / name)) for caption, folder in folders.items()}
        lacking += [f"{caption}: {name}" for caption, one in pictures.items() if one.isNull()]
        if not sheet(pictures, across).save(str(target / name)):
            raise TourError(f"{target / name} could not be written")
    return len(names), lacking


def sheet(pictures: Mapping[str, QImage], across: int) -> QImage:
    """One sheet: each picture as large as fits its tile, its caption above."""
    width, height = TILE[0] + LARGE, TILE[1] + _CAPTION
    down = -(-len(pictures) // across)
    found = QImage(width * across + LARGE, height * down + LARGE, QImage.Format.Format_RGB32)
    found.fill(role("border"))
    painter = QPainter(found)
    painter.setPen(role("text"))
    for place, (caption, picture) in enumerate(pictures.items()):
        left, top = LARGE + place % across * width, place // across * height
        line = QRect(left, top, TILE[0], _CAPTION)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, caption)
        if not picture.isNull():
            painter.drawImage(left, top + _CAPTION, _fitted(picture))
    painter.end()
    return found


def _fitted(picture: QImage) -> QImage:
    return picture.scaled(
        *TILE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
