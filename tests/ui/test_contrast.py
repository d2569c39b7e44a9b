"""Every role that is written or drawn on another can be told from it, in every theme.

Measured as WCAG 2 does: at least 4.5 : 1 for words, 3 : 1 for shapes, marks and focus rings. Left
out, as WCAG leaves them out: what is disabled (its words are in `muted`, its icons in a pale one),
and what only parts things that are told apart without it: lines and edges, hatching, the track of
a bar, alternate rows, the handle of a scroll bar.
"""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette

from simdesk.models.status import SimStatus
from simdesk.models.tags import TagColor
from simdesk.paths import resource
from simdesk.ui import theme
from simdesk.ui.cards.look import status_look
from simdesk.ui.listing.cells import SHAPES

STATUS = ("ok", "info", "warn", "bad", "final")
MESSAGES = ("info", "ok", "warn", "bad")
TAGS = tuple(f"tag_{color}" for color in TagColor)

WORDS: dict[str, tuple[str, ...]] = {
    # Dialogs, bars, headers, navigation, hovered rows; labels in roles; flat buttons; tabs.
    "window": ("text", "muted", "accent", *STATUS),
    # Tables, fields, panels, menus, tool tips; buttons, the dangerous ones; hints in fields.
    "surface": ("text", "muted", "accent", *STATUS),
    # Selected rows with all that can stand in them; pressed, checked and hovered things; chips.
    "selection": ("text", "muted", "accent", *STATUS),
    # The primary button; selected words in a field; the chosen line of a box.
    "accent": ("on_accent",),
    # Pills of statuses; banners and messages with their buttons; the complaint about a filter.
    **{f"{role}_tint": ("text", "muted", "accent", role) for role in MESSAGES},
    "final_tint": ("final",),
    "review_tint": ("review", "muted"),
    **{f"{tag}_tint": (tag,) for tag in TAGS},
}
"""Words by the ground they are written on."""

SHAPES_ON: dict[str, tuple[str, ...]] = {
    # Icons, rings, ticks, sort marks; shapes of statuses; dots of tags; bars of charts.
    "window": ("text", "muted", "accent", *STATUS, *TAGS),
    "surface": ("text", "muted", "accent", *STATUS, *TAGS),
    "selection": ("text", "muted", "accent", *STATUS, *TAGS),
    # The filled part of a thin bar on its track.
    "border": ("accent", "ok", "bad", "warn", "final"),
    # The icon on a primary button.
    "accent": ("on_accent",),
    # The icon of a message, its edge; the edge of the banner of a review.
    **{f"{role}_tint": (role, "accent") for role in MESSAGES},
    "final_tint": ("final",),
    "review_tint": ("review",),
}
"""Shapes, marks and rings by the ground they are drawn on."""


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _themes() -> list[str]:
    return sorted(path.stem for path in resource("themes").glob("*.toml"))


def _pairs(lying: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((ink, ground) for ground, inks in lying.items() for ink in inks)


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", _themes())
def test_words_can_be_read_on_every_ground(name: str) -> None:
    colours = theme.load(name).colours
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in _pairs(WORDS)}
    assert {pair: round(one, 2) for pair, one in found.items() if one < 4.5} == {}


@pytest.mark.parametrize("name", _themes())
def test_shapes_and_rings_stand_out_from_every_ground(name: str) -> None:
    colours = theme.load(name).colours
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in _pairs(SHAPES_ON)}
    assert {pair: round(one, 2) for pair, one in found.items() if one < 3} == {}


@pytest.mark.parametrize("name", _themes())
def test_what_qt_draws_by_itself_can_be_read(name: str) -> None:
    palette = theme.palette(theme.load(name))
    part = QPalette.ColorRole
    for ink, ground in (
        (part.WindowText, part.Window),
        (part.Text, part.Base),
        (part.Text, part.AlternateBase),
        (part.ButtonText, part.Button),
        (part.BrightText, part.Base),
        (part.Link, part.Base),
        (part.Link, part.Window),
        (part.LinkVisited, part.Base),
        (part.HighlightedText, part.Highlight),
        (part.ToolTipText, part.ToolTipBase),
        (part.PlaceholderText, part.Base),
    ):
        assert contrast(palette.color(ink), palette.color(ground)) >= 4.5, (ink, ground)


def test_every_role_has_its_place() -> None:
    known = set(WORDS) | set(SHAPES_ON)
    known |= {ink for pairs in (WORDS, SHAPES_ON) for inks in pairs.values() for ink in inks}
    assert set(theme.ROLES) == known


def _rules() -> Iterator[tuple[str, str | None, str | None]]:
    """Selector, ink and ground of every rule of the style sheet."""
    raw = re.sub(r"/\*.*?\*/", "", resource("style.qss").read_text("utf-8"), flags=re.DOTALL)
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", raw):
        said = dict(re.findall(r"(?:^|;)\s*([\w-]+):\s*@(\w+)\s*(?=;|$)", body))
        yield selector.strip(), said.get("color"), said.get("background")
        chosen = said.get("selection-color"), said.get("selection-background-color")
        yield f"{selector.strip()} (chosen)", *chosen


def test_every_pair_of_the_style_sheet_is_among_them() -> None:
    pairs = set(_pairs(WORDS))
    told = [rule for rule in _rules() if rule[1] and rule[2]]
    assert len(told) > 20
    assert [rule for rule in told if (rule[1], rule[2]) not in pairs] == []


def test_every_ink_and_ground_of_the_style_sheet_is_one() -> None:
    inks = {ink for ink, _ in _pairs(WORDS)}
    assert {ink for _, ink, _ in _rules() if ink} <= inks
    grounds = set(WORDS) | set(SHAPES_ON) | {"muted"}  # a hovered handle of a scroll bar
    assert {ground for _, _, ground in _rules() if ground} <= grounds


def test_statuses_and_states_are_in_roles_that_are_measured() -> None:
    looks = {status_look(status)[0] for status in SimStatus} | {status_look(0)[0]}
    assert looks <= set(STATUS)
    assert set(SHAPES) <= {"muted", *STATUS}


@pytest.mark.parametrize("name", _themes())
def test_pictures_of_the_style_sheet_are_drawn_in_roles(name: str) -> None:
    roles = theme.load(name).roles
    lines = {roles["muted"].lower(), roles["accent"].lower()}
    pictures = sorted(resource(f"icons/{name}").glob("*.svg"))
    assert pictures
    for picture in pictures:
        found = re.findall(r"#[0-9a-fA-F]{6}", picture.read_text("utf-8"))
        assert {colour.lower() for colour in found} <= lines, picture.name
        assert found, picture.name


def test_themes_have_the_same_pictures() -> None:
    shapes = []
    for name in _themes():
        pictures = sorted(resource(f"icons/{name}").glob("*.svg"))
        words = {path.name: path.read_text("utf-8") for path in pictures}
        shapes.append({name: re.sub("#[0-9a-fA-F]{6}", "", one) for name, one in words.items()})
    assert all(one == shapes[0] for one in shapes)
