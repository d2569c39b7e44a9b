"""View > Theme: ticked as it is followed, remembered, and found again at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from simdesk import start
from simdesk.services.preferences import PreferenceService
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
        assert desk.preferences.current.theme == "dark"
        actions["view.theme_system"].trigger()
        window.registry.refresh()
        assert ticked(actions) == ["view.theme_system"]
        assert not theme.current().dark


async def test_what_cannot_be_remembered_is_said_and_worn(qloop: object, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    desk = FakeDesk(tmp_path, a_fleet(20))
    desk.preferences.path = in_the_way / "settings.toml"
    async with a_window(desk) as window:
        window.registry.run("view.theme_dark")
        assert theme.current().dark
        assert window.message_bar.isVisible()


async def test_a_choice_made_in_the_settings_is_worn_by_every_window(
    qloop: object, tmp_path: Path
) -> None:
    desk = FakeDesk(tmp_path, a_fleet(20))
    async with a_window(desk) as one, a_window(desk) as other:
        desk.preferences.try_out({"theme": "dark"})
        assert theme.current().dark
        for window in (one, other):
            window.registry.refresh()
            assert ticked(window.registry.actions) == ["view.theme_dark"]
        desk.preferences.try_out({})
        assert not theme.current().dark


@pytest.mark.parametrize("chosen", ["system", "light", "dark"])
def test_the_next_start_begins_in_it(qapp: QApplication, tmp_path: Path, chosen: str) -> None:
    service = PreferenceService(tmp_path / "settings.toml")
    service.change({"theme": chosen})
    start._dress(PreferenceService(tmp_path / "settings.toml"))
    assert theme.chosen() == chosen
