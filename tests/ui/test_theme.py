"""Roles, style sheet and icons; whom the theme follows. For contrast see test_contrast.py."""

import re
from pathlib import Path

import pytest
import qtawesome
from PySide6.QtWidgets import QApplication

from simdesk.paths import resource
from simdesk.ui import icons, theme


def _themes() -> list[str]:
    return sorted(path.stem for path in resource("themes").glob("*.toml"))


@pytest.mark.parametrize("name", _themes())
def test_the_style_sheet_fills_every_role(name: str) -> None:
    sheet = theme.style_sheet(theme.load(name))
    assert "@" not in sheet
    for path in re.findall(r"url\(([^)]+)\)", sheet):
        assert path.endswith(".svg")
        assert resource(f"icons/{name}/{path.rsplit('/', 1)[1]}").is_file()


def test_a_theme_without_a_role_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    words = resource("themes/light.toml").read_text(encoding="utf-8")
    poor = tmp_path / "poor.toml"  # type: ignore[operator]
    poor.write_text(re.sub(r"^bad = .*$", "", words, flags=re.MULTILINE), encoding="utf-8")
    monkeypatch.setattr(theme, "resource", lambda name: poor)
    with pytest.raises(ValueError, match="lacks bad"):
        theme.load("poor")


def test_every_icon_is_one_of_the_set(qapp: QApplication) -> None:
    assert {meaning: name for meaning, name in icons.names().items() if not _known(name)} == {}
    assert not _known("no-such-thing")


def _known(name: str) -> bool:
    try:
        return bool(qtawesome.charmap(f"ph.{name}"))
    except KeyError:
        return False


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    for name in icons.names():
        assert not icons.icon(name).pixmap(16, 16).isNull(), name
    assert not icons.application_icon().pixmap(64, 64).isNull()


def test_ids_are_monospaced_and_their_groups_stand_close(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetrics

    font = theme.id_font()
    metrics = QFontMetrics(font)
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")
    assert font.wordSpacing() < 0


def test_a_widget_dressed_by_itself_does_not_dress_its_menus_and_tips() -> None:
    """A sheet without a selector holds for every child: a button's height cut off its menu."""
    room = Path(__file__).parents[2] / "simdesk" / "ui"
    sheets = [
        (path.name, sheet)
        for path in room.rglob("*.py")
        for sheet in re.findall(r"\.setStyleSheet\(\s*(f?\"[^\"]*\")", path.read_text("utf-8"))
    ]
    assert len(sheets) > 3
    assert [one for one in sheets if "{" not in one[1]] == []
