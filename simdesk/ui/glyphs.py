"""Drawing the glyphs of one icon font, loaded when the first of them is painted.

qtawesome carries the fonts; its own code reads all twelve of them and half of Qt before it draws
one icon, three times what an empty window costs (performance.md 5). So only its files are used.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter

from simdesk.ui import theme
from simdesk.ui.role_icon import RoleEngine

_FONT, _CHARACTERS = ("phosphor-", ".ttf"), ("phosphor-charmap-", ".json")
_PALE = 0.45
_SHARE = 0.875
"""Of the icon's height: what lies around a glyph in its own font."""


@cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    places = None if spec is None else spec.submodule_search_locations
    if not places:
        raise FileNotFoundError("qtawesome")
    return Path(places[0]) / "fonts"


def _file(begins: str, ends: str) -> Path:
    for file in _folder().iterdir():
        if file.name.startswith(begins) and file.name.endswith(ends):
            return file
    raise FileNotFoundError(_folder() / f"{begins}*{ends}")


@cache
def _characters() -> dict[str, str]:
    found: dict[str, str] = json.loads(_file(*_CHARACTERS).read_bytes())
    return found


@cache
def _family() -> str:
    font = QFontDatabase.addApplicationFont(str(_file(*_FONT)))
    return QFontDatabase.applicationFontFamilies(font)[0]


def glyph(name: str) -> str:
    """The character of that name. Raises KeyError for a name that the font does not have."""
    return chr(int(_characters()[name], 16))


def pale() -> QColor:
    """Of what cannot be pressed; it shows on every ground, that of a selection among them."""
    found = QColor(theme.role("muted"))
    found.setAlphaF(_PALE)
    return found


class GlyphEngine(RoleEngine):
    """One glyph in one role, sharp at every size; greyed out it is pale."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__(role)
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        painter.save()
        font = QFont(_family())
        font.setPixelSize(max(1, round(_SHARE * rect.height())))
        painter.setFont(font)
        painter.setPen(pale() if mode is QIcon.Mode.Disabled else theme.role(self.role))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, glyph(self._name))
        painter.restore()

    def clone(self) -> QIconEngine:
        return GlyphEngine(self._name, self.role)
