"""Colours by role, measures and fonts: the one place that knows how SimDesk looks.

A theme is a file of roles in `resources/themes`; a further one needs no code but its pictures in
`resources/icons/<name>`. Whoever paints asks for a role's colour then and there, or lets go of what
it keeps at a change of the palette: so the theme is switched while everything stands.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import Protocol

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from simdesk.paths import resource
from simdesk.ui.measures import line_room

ROLES = (
    "window",
    "surface",
    "border",
    "text",
    "muted",
    "accent",
    "on_accent",
    "selection",
    "ok",
    "ok_tint",
    "info",
    "info_tint",
    "warn",
    "warn_tint",
    "bad",
    "bad_tint",
    "final",
    "final_tint",
    "review",
    "review_tint",
    "tag_slate",
    "tag_slate_tint",
    "tag_red",
    "tag_red_tint",
    "tag_amber",
    "tag_amber_tint",
    "tag_green",
    "tag_green_tint",
    "tag_teal",
    "tag_teal_tint",
    "tag_blue",
    "tag_blue_tint",
    "tag_violet",
    "tag_violet_tint",
    "tag_pink",
    "tag_pink_tint",
)
TINY, SMALL, MEDIUM, LARGE = 4, 8, 12, 16
"""The spacings, in pixels; there is no other."""

STYLE = "fusion"
"""The style of Qt that the rest is laid over."""

CONTROL_HEIGHT = 28
CORNER = 4
ICON = 16


class Density(IntEnum):
    """Height of a table row in pixels."""

    COMPACT = 24
    NORMAL = 28
    ROOMY = 34


@dataclass(frozen=True)
class Theme:
    """Colours by role, as `#RRGGBB`."""

    name: str
    dark: bool
    roles: Mapping[str, str]
    colours: Mapping[str, QColor] = field(repr=False, compare=False)


SYSTEM = "system"
CHOICES = (SYSTEM, "light", "dark")
"""What can be chosen: to follow the system, or a theme whatever it says."""


class SchemeSource(Protocol):
    """Who tells whether the desktop is dark; `scheme.SystemScheme` is the real one."""

    @property
    def dark(self) -> bool:
        """It is; a desktop that does not say counts as light."""

    def listen(self, changed: Callable[[], None]) -> None:
        """From now on tell `changed`, and nobody else, when `dark` may have changed."""

    def draw_frames(self, choice: str) -> None:
        """Have what the system draws around windows look like one of CHOICES, where it can."""


class NoDesktop:
    """A source that tells nothing: light."""

    dark = False

    def listen(self, changed: Callable[[], None]) -> None:
        """Nothing will change."""

    def draw_frames(self, choice: str) -> None:
        """There are none."""


class _Current:
    theme: Theme | None = None
    choice: str = SYSTEM
    source: SchemeSource = NoDesktop()


def load(name: str) -> Theme:
    """Read `resources/themes/<name>.toml`. Raises ValueError when a role is missing."""
    found = tomllib.loads(resource(f"themes/{name}.toml").read_text(encoding="utf-8"))
    roles = found["roles"]
    missing = [role for role in ROLES if role not in roles]
    if missing:
        raise ValueError(f"theme {name} lacks {', '.join(missing)}")
    colours = {role: QColor(roles[role]) for role in ROLES}
    return Theme(found["name"], found["dark"], roles, colours)


def current() -> Theme:
    """The theme in force; light until another is applied."""
    if _Current.theme is None:
        _Current.theme = load("light")
    return _Current.theme


def role(name: str) -> QColor:
    """The colour of a role. Raises KeyError for a role that does not exist."""
    return current().colours[name]


def apply(app: QApplication, name: str = "light") -> None:
    """Dress the whole application, whose style is STYLE: palette, style sheet."""
    theme = load(name)
    _Current.theme = theme
    if not app.topLevelWidgets():
        app.setPalette(palette(theme))
        app.setStyleSheet(style_sheet(theme))
        return
    from simdesk.ui.leftovers import dress_anew  # the first window is drawn without it

    dress_anew(app, palette(theme), style_sheet(theme))


def follow(app: QApplication, choice: str, source: SchemeSource) -> None:
    """Dress the application as chosen, and again whenever what was chosen comes to mean another.

    `choice` is one of CHOICES; any other counts as SYSTEM, for it may come from a file.
    """
    choice = choice if choice in CHOICES else SYSTEM
    _Current.choice, _Current.source = choice, source

    def dress() -> None:
        name = ("dark" if source.dark else "light") if choice == SYSTEM else choice
        followed = _Current.source is source and _Current.choice == choice
        if followed and current().name != name:
            apply(app, name)

    source.draw_frames(choice)
    source.listen(dress)
    if not app.styleSheet():
        _Current.theme = None
        apply(app)
    dress()


def chosen() -> str:
    """Which of CHOICES is followed."""
    return _Current.choice


def choose(choice: str) -> None:
    """Follow another choice, by the source that is followed already."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    follow(app, choice, _Current.source)


def style_sheet(theme: Theme) -> str:
    """`resources/style.qss` with `@role`, `@icons` and `@line(pixels)` filled.

    Raises KeyError for another.
    """
    raw = resource("style.qss").read_text(encoding="utf-8")
    raw = raw.replace("@icons", resource(f"icons/{theme.name}").as_posix())
    raw = re.sub(r"@line\((\d+)\)", lambda match: f"{line_room(int(match[1]))}px", raw)
    return re.sub(r"@([a-z_]+)", lambda match: theme.roles[match[1]], raw)


def palette(theme: Theme) -> QPalette:
    """What Qt paints by itself, in the roles of a theme."""
    colour = theme.colours
    found = QPalette()
    parts = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "bad",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "text",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Midlight: "border",
        QPalette.ColorRole.Shadow: "border",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Dark: "border",
    }
    for part, name in parts.items():
        found.setColor(part, colour[name])
    for part in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        found.setColor(QPalette.ColorGroup.Disabled, part, colour["muted"])
    return found


def words_font(*, bold: bool = False) -> QFont:
    """The interface font with figures of equal width."""
    font = QFont(QApplication.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setBold(bold)
    return font


_MONOSPACE = (
    "Cascadia Mono",
    "Consolas",
    "SF Mono",
    "Menlo",
    "Noto Sans Mono",
    "DejaVu Sans Mono",
    "Liberation Mono",
)


@cache
def _mono_family() -> str:
    # The system's answer may be an alias that Qt does not resolve, so known faces come first.
    known = set(QFontDatabase.families())
    named = next((family for family in _MONOSPACE if family in known), None)
    return named or QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def id_font() -> QFont:
    """The monospace face of ids, at the interface's size; its spaces are narrow.

    Ids are drawn in groups of four with a space between; the narrow space keeps them one word.
    """
    font = QFont(QApplication.font())
    font.setFamilies([_mono_family(), *QApplication.font().families()])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setWordSpacing(-NARROW)
    return font


NARROW = 4
"""Pixels taken from the space between two groups of an id."""
