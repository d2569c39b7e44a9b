"""View > Theme: ticked as it is followed, remembered, and found again at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from simdesk import start
from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.services.settings import Settings
from simdesk.ui import theme
from tests.ui.fakes import FakeDesk, a_fleet, a_window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NAMES = [f"view.theme_{choice}" for choice in theme.CHOICES]


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    theme.follow(qapp, theme.SYSTEM, theme.NoDesktop())
    yield
    theme.follow(qapp, "light", theme.NoDesktop())


def ticked(actions: dict[str, QAction]) -> list[str]:
    return [name for name in NAMES if actions[name].isChecked()]


async def test_a_choice_is_put_on_ticked_and_remembered(qloop: object, tmp_path: Path) -> None:
    desk = FakeDesk(tmp_path, a_fleet(20))
    async with a_window(desk) as window:
        actions = window.registry.actions
        assert ticked(actions) == ["view.theme_system"]
        actions["view.theme_dark"].trigger()
        window.registry.refresh()
        assert ticked(actions) == ["view.theme_dark"]
        assert theme.current().dark
        assert desk.settings.get(theme.LOOK) == {"theme": "dark"}
        actions["view.theme_system"].trigger()
        window.registry.refresh()
        assert ticked(actions) == ["view.theme_system"]
        assert not theme.current().dark


async def test_what_cannot_be_remembered_is_said_and_worn(
    qloop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object) -> None:
        raise KnownError(text("The file cannot be written."))

    desk = FakeDesk(tmp_path, a_fleet(20))
    async with a_window(desk) as window:
        monkeypatch.setattr(desk.settings, "put", refuse)
        window.registry.run("view.theme_dark")
        assert theme.current().dark
        assert window.message_bar.isVisible()
        monkeypatch.undo()


@pytest.mark.parametrize(
    ("kept", "found"), [({"theme": "dark"}, "dark"), ({}, "system"), ({"theme": 7}, "7")]
)
def test_the_next_start_finds_it(tmp_path: Path, kept: dict[str, object], found: str) -> None:
    Settings(tmp_path / "settings.json").put(theme.LOOK, kept)
    assert start._theme(tmp_path / "settings.json") == found
