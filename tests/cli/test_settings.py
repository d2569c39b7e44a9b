"""`simdesk settings`, and what else of the command line goes by it."""

from pathlib import Path

import pytest

from simdesk.cli import main, parser
from simdesk.cli.asked import Asked
from simdesk.services.preferences import PreferenceService


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def on(path: Path, *words: str) -> int:
    return main(["--settings", str(path), "settings", *words])


def test_values_are_set_got_and_set_no_more(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = [
        ("theme", "dark"), ("sync_minutes", "30"), ("copy_headers", "true"),
        ("columns", '["iccid", "usage"]'), ("keys.file.sync", "F9"), ("data_folder", "/srv"),
    ]  # fmt: skip
    for key, value in said:
        assert on(path, "set", key, value) == 0
        capsys.readouterr()
        assert on(path, "get", key) == 0
        assert capsys.readouterr().out == value + "\n"
    assert on(path, "show") == on(path) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["theme", '"dark"', "set"] in lines
    assert ["sync_at_start", "true"] in lines
    for key, _ in said:
        assert on(path, "reset", key) == 0
    found = PreferenceService(path)
    assert not any(found.given(key) for key in ("theme", "sync_minutes", "columns"))
    assert found.current.keys == {}


def test_a_word_that_looks_like_a_number_stays_a_word(path: Path) -> None:
    assert on(path, "set", "keys.view.details", "7") == 0
    assert PreferenceService(path).current.keys == {"view.details": "7"}


def test_the_file_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on(path, "path") == 0
    assert capsys.readouterr().out == f"{path}\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("set", "theme", "drak"), "theme: “drak” is none of system, light, dark."),
        (("set", "sync_minutes", "3"), "“3” is not a whole number from 5 to 1440"),
        (("set", "tehme", "dark"), "tehme: there is no such setting."),
        (("get", "keys_"), "there is no such setting"),
    ],
)
def test_what_is_not_known_is_refused_with_a_reason(
    path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    assert on(path, *words) == 2
    assert told in capsys.readouterr().err
    assert not path.exists()


def test_what_does_not_count_is_told_and_shown_by_the_status(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text('theme = "drak"\n')
    assert on(path) == 1
    assert "theme: “drak”" in capsys.readouterr().err
    path.write_bytes(b"{")
    assert on(path, "get", "theme") == 1
    assert "not written as TOML" in capsys.readouterr().err


def test_the_file_is_the_users_own_unless_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert main(["settings", "path"]) == 0
    assert Path(capsys.readouterr().out.strip()) == tmp_path / "simdesk" / "settings.toml"


def test_fleets_are_where_the_operator_keeps_them(tmp_path: Path, path: Path) -> None:
    (tmp_path / "data").mkdir()
    path.write_text(f'data_folder = "{tmp_path / "data"}"\n')
    words = ["--settings", str(path)]
    assert Asked.of(parser().parse_args(words)).data.root == tmp_path / "data"
    said = Asked.of(parser().parse_args([*words, "--data", str(tmp_path / "other")]))
    assert said.data.root == tmp_path / "other"


def test_a_data_folder_that_is_not_there_is_told_and_the_systems_used(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    path.write_text('data_folder = "/gone/away"\n')
    asked = Asked.of(parser().parse_args(["--settings", str(path)]))
    assert asked.data.root == tmp_path / "own" / "simdesk"
    (complaint,) = asked.preferences.complaints
    assert str(complaint.words).startswith("data_folder: there is no folder “/gone/away”; ")


def test_a_backup_by_command_is_copied_as_well(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fleet = ["--data", str(tmp_path), "--fleet", "north"]
    path.write_text(f'backup_copies = "{tmp_path / "disk"}"\n')
    assert main(["demo", *fleet, "--cards", "20"]) == 0
    assert main(["--settings", str(path), "backup", *fleet]) == 0
    backup = Path(capsys.readouterr().out.strip())
    (copy,) = (tmp_path / "disk").glob("north-*/*.db")
    assert copy.read_bytes() == backup.read_bytes()
    copy.unlink()
    (tmp_path / "disk").rename(tmp_path / "gone")
    (tmp_path / "disk").touch()
    assert main(["--settings", str(path), "backup", *fleet]) == 0
    assert "disk" in capsys.readouterr().err
