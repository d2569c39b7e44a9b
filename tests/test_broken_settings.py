"""The real window with every file of settings that should never stop it (issue 7, done when 6)."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from simdesk import app, start
from simdesk.compose import SystemClock, open_desk
from simdesk.models.preferences import DEFAULTS
from simdesk.paths import SETTINGS_FILE
from simdesk.services.preference_file import LARGEST
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.settings import Settings
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Weight
from simdesk.ui.theme import Density

PLAN = FleetPlan(cards=60)
pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fleets") / "north"

    async def build() -> None:
        desk = await open_desk(folder, PLAN, SystemClock(), "tester")
        await desk.sync.run()
        await desk.aclose()

    asyncio.run(build())
    return folder


async def until(holds: Callable[[], object]) -> None:
    for _ in range(3_000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


def _read_only(path: Path) -> None:
    path.write_text('density = "roomy"\n')
    path.chmod(0o444)


FILES: dict[str, tuple[Callable[[Path], Any], str | None]] = {
    "none": (lambda path: None, None),
    "empty": (lambda path: path.touch(), None),
    "garbage": (lambda path: path.write_bytes(os.urandom(300)), "as they are at first"),
    "broken": (lambda path: path.write_text("[keys\n"), "not written as TOML"),
    "binary zeros": (lambda path: path.write_bytes(bytes(4_096)), "not written as TOML"),
    "latin-1": (lambda path: path.write_bytes(b"theme = '\xe9'"), "not written in UTF-8"),
    "huge": (lambda path: path.write_bytes(b"#" * (LARGEST + 1)), "could not be read"),
    "a folder": (lambda path: path.mkdir(), "could not be read"),
    "read-only": (_read_only, None),
    "bad values": (
        lambda path: path.write_text('theme = "drak"\nsync_minutes = "often"\nkeys = 4\n'),
        "theme: “drak” is none of system, light, dark; system is used.",
    ),
    "a newer version": (
        lambda path: path.write_text('version = 9\ntheme = { by = "hour" }\nhologram = 1\n'),
        "theme: “{'by': 'hour'}” is none of",
    ),
}


@pytest.mark.long_async(60)
@pytest.mark.parametrize("kind", FILES)
async def test_no_file_stops_the_window(
    qloop: object, fleet: Path, tmp_path: Path, kind: str
) -> None:
    make, told = FILES[kind]
    path = tmp_path / "settings.toml"
    make(path)
    preferences = PreferenceService(path)
    window = start.first_window(fleet, preferences)
    life = asyncio.ensure_future(
        app.live(fleet, PLAN, "tester", window=window, preferences=preferences)
    )
    await until(lambda: window.furnished and len(window.cards.model.ids))
    warned = [one.words for one in window._context.messages.history if one.weight is Weight.WARNED]
    assert bool(warned) == (told is not None)
    assert told is None or told in warned[0]
    window.registry.run("view.rows_compact")
    assert window.density is Density.COMPACT
    window.close()
    assert await life == 0
    if kind not in ("a folder", "read-only"):
        assert PreferenceService(path).current.density == "compact"
    if kind == "a newer version":
        assert "hologram = 1" in path.read_text()


@pytest.mark.long_async(60)
async def test_a_file_deleted_while_the_window_is_open_is_made_again(
    qloop: object, fleet: Path, tmp_path: Path
) -> None:
    path = tmp_path / "config" / "settings.toml"
    preferences = PreferenceService(path)
    preferences.change({"density": "roomy", "sync_at_start": False, "sync_minutes": 5})
    window = start.first_window(fleet, preferences)
    assert window.density is Density.ROOMY
    life = asyncio.ensure_future(
        app.live(fleet, PLAN, "tester", window=window, preferences=preferences)
    )
    await until(lambda: window.furnished)
    tasks = window._context.tasks
    assert not tasks.busy("sync")
    assert tasks.busy("sync on time")
    for one in path.parent.iterdir():
        one.unlink()
    path.parent.rmdir()
    window.registry.run("view.rows_compact")
    assert PreferenceService(path).current.density == "compact"
    window.close()
    assert await life == 0


@pytest.mark.long_async(60)
async def test_a_sync_begins_when_its_time_has_come(
    qloop: object, fleet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences = PreferenceService()
    preferences.change({"sync_at_start": False})
    life = asyncio.ensure_future(app.live(fleet, PLAN, "tester", preferences=preferences))

    def window() -> Any:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        return next((one for one in found if one.isVisible() and one.furnished), None)

    await until(window)
    begun: list[bool] = []
    opened = window()

    async def sync() -> None:
        begun.append(True)

    monkeypatch.setattr(opened._context.desk.following, "sync", sync)
    opened._context.desk.syncing.seconds = 0.05
    await until(lambda: len(begun) > 1)
    opened.close()
    assert await life == 0


def test_the_height_of_rows_of_an_earlier_version_is_taken_over(
    fleet: Path, tmp_path: Path
) -> None:
    settings, path = Settings(fleet / SETTINGS_FILE), tmp_path / "settings.toml"
    settings.put("window", {**settings.get("window"), "row_height": 34})
    window = start.first_window(fleet, PreferenceService(path))
    assert window.density is Density.ROOMY
    window.close()
    window.deleteLater()
    assert PreferenceService(path).current.density == "roomy"
    assert "row_height" not in Settings(fleet / SETTINGS_FILE).get("window")


def test_without_settings_all_is_as_at_first(fleet: Path) -> None:
    window = start.first_window(fleet)
    assert int(window.density) == DEFAULTS.row_height
    window.close()
    window.deleteLater()
