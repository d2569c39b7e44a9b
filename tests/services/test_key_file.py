"""Maps of keys as files: what is written is read again, and what is none is refused in words."""

from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.models.key_draft import KeyDraft
from simdesk.models.keys import Keys
from simdesk.services.key_file import read_keys, write_keys

FIRST: Keys = {"file.sync": (), "file.export": ("Ctrl+E",), "edit.redo": ("Ctrl+Y", "Ctrl+Shift+Z")}
DRAFT = KeyDraft(FIRST, FIRST)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    draft = DRAFT.given("file.sync", ("Ctrl+E",))
    write_keys(path, draft)
    assert path.read_text("utf-8").splitlines()[4:] == [
        "[keys]",
        '"file.sync" = "Ctrl+E"',
        '"file.export" = ""',
        '#"edit.redo" = "Ctrl+Y"',
    ]
    again, bound = DRAFT.imported(read_keys(path))
    assert (dict(again.keys), bound.problems) == (dict(draft.keys), ())


def test_usual_keys_are_a_map_too(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    write_keys(path, DRAFT)
    assert read_keys(path) == {}


def test_the_settings_file_is_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\n[keys]\nfile.sync = "F9"\n')
    assert read_keys(path) == {"file.sync": "F9"}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("[keys", "is not written as TOML"),
        ('theme = "dark"', "names no keys"),
        ("keys = 3", "is not a table of names"),
        ("[keys]\nx = 3", "is not in quotes"),
        ("", "names no keys"),
    ],
)
def test_what_is_no_map_is_refused(tmp_path: Path, words: str, why: str) -> None:
    path = tmp_path / "keys.toml"
    path.write_text(words)
    with pytest.raises(KnownError, match=why):
        read_keys(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        read_keys(tmp_path)
    with pytest.raises(KnownError):
        write_keys(tmp_path / "no" / "keys.toml", DRAFT)
