"""Icons are drawn as their library draws them, without it."""

import pytest
import qtawesome
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from simdesk.ui import icons, theme
from simdesk.ui.glyphs import GlyphEngine, glyph, pale

MODES = (QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Active, QIcon.Mode.Selected)


def picture(icon: QIcon, size: int, mode: QIcon.Mode) -> QImage:
    image = icon.pixmap(QSize(size, size), mode).toImage()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


@pytest.mark.parametrize("size", [16, 24, 40])
def test_every_icon_looks_as_its_library_draws_it(qapp: QApplication, size: int) -> None:
    for meaning, name in icons.names().items():
        theirs = qtawesome.icon(
            f"ph.{name}",
            color=theme.role("text").name(),
            color_disabled=pale(),
        )
        for mode in MODES:
            ours = picture(icons.icon(meaning), size, mode)
            assert ours == picture(theirs, size, mode), (meaning, mode)


def test_an_engine_and_its_copy_draw_alike(qapp: QApplication) -> None:
    engine = GlyphEngine("tag", "accent")
    size, on = QSize(20, 20), QIcon.State.On
    copy = engine.clone()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        assert engine.pixmap(size, mode, on).toImage() == copy.pixmap(size, mode, on).toImage()


def test_a_name_that_the_font_lacks_is_refused(qapp: QApplication) -> None:
    assert glyph("tag") == qtawesome.charmap("ph.tag")
    with pytest.raises(KeyError):
        glyph("no-such-thing")
