"""Words stand out from their ground: sampled from the picture, as an eye sees it."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from tests.ui.ears.seen import called, words_of

LEAST = 4.5
_ROUNDING = 0.1
"""Thin strokes do not quite reach the colour they are drawn in."""


def pixels(image: QImage) -> "np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]":
    """Red, green and blue of every pixel: rows, columns, 3."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    # A copy: the image's own memory goes with it.
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def luminance(colours: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> "np.ndarray":
    """Relative luminance after WCAG 2, of colours with 3 parts."""
    parts = colours / 255
    parts = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return parts @ np.array([0.2126, 0.7152, 0.0722])


def contrast_of(image: QImage) -> float:
    """The contrast of the ground, which is the commonest colour, with what stands out the most."""
    flat = pixels(image).reshape(-1, 3)
    packed = flat.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    kept, counts = np.unique(packed, return_counts=True)
    light = luminance(np.stack([kept >> 16, kept >> 8 & 255, kept & 255], axis=1).astype(np.uint8))
    ground = light[counts.argmax()]
    high, low = np.maximum(light, ground) + 0.05, np.minimum(light, ground) + 0.05
    return float((high / low).max())


def words_stand_out(widget: QWidget, window: QImage) -> Iterator[str]:
    """`window` is a picture of the whole window. What cannot be used may be pale."""
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        return
    # A dash is too thin to reach its colour.
    if not widget.isEnabled() or len(words_of(widget).strip()) < 2:
        return
    seen = widget.visibleRegion().boundingRect()
    if seen.width() < 8 or seen.height() < 8:
        return
    place = seen.adjusted(2, 2, -2, -2).translated(
        widget.mapTo(widget.window(), seen.topLeft()) - seen.topLeft()
    )
    found = contrast_of(window.copy(place))
    if found < LEAST - _ROUNDING:
        yield f"{called(widget)} has a contrast of {found:.1f}"
