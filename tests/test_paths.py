"""Where things lie, in the source tree and in an installed package."""

from pathlib import Path

import pytest

from simdesk import paths
from simdesk.paths import DataFolder, resource


def test_fleets_lie_under_the_data_folder(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    assert data.fleets() == ()
    for name in ("north", "demo"):
        data.fleet(name).mkdir(parents=True)
    (tmp_path / "fleets" / "stray.txt").touch()
    assert data.fleet("demo") == tmp_path / "fleets" / "demo"
    assert data.fleets() == ("demo", "north")
    assert data.settings.parent == tmp_path


def test_the_users_own_folder_is_named_after_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/home/someone/data")
    assert "simdesk" in DataFolder.of_user().root.name


@pytest.mark.parametrize("place", ["simdesk/resources", "resources"])
def test_resources_inside_the_package_and_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / place / "themes").mkdir(parents=True)
    (tmp_path / place / "themes" / "dusk.toml").write_text("x = 1")
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "simdesk")
    assert resource("themes/dusk.toml") == tmp_path / place / "themes" / "dusk.toml"
    with pytest.raises(FileNotFoundError):
        resource("themes/dawn.toml")
