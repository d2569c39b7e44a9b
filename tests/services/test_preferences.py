"""What is in force, and what lies in its file: nothing that is wrong there is ever fatal."""

import multiprocessing
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.errors import KnownError
from simdesk.models.preferences import DEFAULTS, Preferences
from simdesk.models.texts import text
from simdesk.services.files import in_turn
from simdesk.services.preference_file import BEFORE, DAMAGED, LARGEST, LOCK, read_words
from simdesk.services.preference_migration import move_preferences
from simdesk.services.preferences import PreferenceService
from simdesk.services.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def of(path: Path, words: str | bytes) -> PreferenceService:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    return PreferenceService(path)


# Reading and writing


def test_without_a_file_all_is_as_at_first_and_nothing_is_made(path: Path) -> None:
    service = PreferenceService(path)
    assert service.current == DEFAULTS
    assert (service.complaints, service.trouble) == ((), None)
    assert not path.parent.exists()


def test_what_is_set_comes_back(path: Path) -> None:
    service = PreferenceService(path)
    changes = {
        "language": "zh_CN",
        "columns": ("usage", "iccid"),
        "copy_headers": True,
        "sync_minutes": 30,
        "data_folder": "/srv/卡",
        "keys": {"file.sync": "F9", "edit.undo": ""},
    }
    service.change(changes)
    again = PreferenceService(path)
    assert again.current == service.current == Preferences(**changes)
    assert again.given("language")
    assert not again.given("theme")
    again.change({"language": None, "keys": {"edit.undo": ""}})
    assert PreferenceService(path).current.language == "system"
    assert PreferenceService(path).current.keys == {"edit.undo": ""}
    assert not PreferenceService(path).given("language")


def test_without_a_path_values_live_as_long_as_the_program() -> None:
    service = PreferenceService()
    service.change({"theme": "dark"})
    assert service.current.theme == "dark"
    assert service.given("theme")
    service.change({"theme": None})
    assert service.current == DEFAULTS
    assert not service.given("theme")


def test_who_listens_is_told_of_other_values_alone(path: Path) -> None:
    service, told = PreferenceService(path), []
    silence = service.subscribe(told.append)
    service.change({"theme": "dark"})
    service.change({"theme": "dark"})
    silence()
    silence()
    service.change({"theme": "light"})
    assert [one.theme for one in told] == ["dark"]


def test_a_trial_counts_until_it_ends_and_is_not_written(path: Path) -> None:
    service, told = of(path, 'density = "roomy"\n'), []
    service.subscribe(told.append)
    service.try_out({"density": "compact", "theme": "dark"})
    service.try_out({"density": None})
    service.try_out({})
    assert [(one.density, one.theme) for one in told] == [
        ("compact", "dark"), ("normal", "system"), ("roomy", "system"),
    ]  # fmt: skip
    service.try_out({"theme": "dark"})
    service.change({"density": "compact"})
    assert (service.current.density, service.current.theme) == ("compact", "system")
    assert "dark" not in path.read_text().replace("light, dark", "")


def test_what_a_person_writes_meanwhile_counts_after_a_look(path: Path) -> None:
    service, told = of(path, 'theme = "dark"\n'), []
    service.subscribe(told.append)
    service.refresh()
    path.write_text('theme = "light" # brighter\nsync_minutes = 10\n')
    service.refresh()
    service.refresh()
    assert [(one.theme, one.sync_minutes) for one in told] == [("light", 10)]
    path.unlink()
    service.refresh()
    assert service.current == DEFAULTS


def test_a_file_deleted_while_the_program_runs_is_made_again(path: Path) -> None:
    service = PreferenceService(path)
    service.change({"theme": "dark"})
    path.unlink()
    path.parent.joinpath(LOCK).unlink()
    path.parent.rmdir()
    service.change({"sync_minutes": 10})
    assert PreferenceService(path).current.sync_minutes == 10


def test_a_value_that_cannot_be_used_here_is_told_as_well() -> None:
    service = PreferenceService()
    service.complain("data_folder", text("It is not there."))
    assert [str(one.words) for one in service.complaints] == ["It is not there."]


# Two programs, one file


def test_the_last_writer_wins_by_key_and_not_by_file(path: Path) -> None:
    one, other = PreferenceService(path), PreferenceService(path)
    one.change({"theme": "dark", "keys": {"file.sync": "F9"}})
    other.change({"density": "roomy", "keys": {"edit.undo": "F2"}})
    one.change({"sync_minutes": 10})
    found = PreferenceService(path).current
    assert (found.theme, found.density, found.sync_minutes) == ("dark", "roomy", 10)
    assert found.keys == {"file.sync": "F9", "edit.undo": "F2"}
    assert one.current == found


def _write(path: Path, key: str, times: int) -> None:
    for value in range(times):
        PreferenceService(path).change({key: 5 + value})


def test_programs_that_write_at_once_lose_nothing_of_each_other(path: Path) -> None:
    process = multiprocessing.get_context("spawn")
    keys = ("sync_minutes", "backup_minutes", "backup_days")
    writers = [process.Process(target=_write, args=(path, key, 25)) for key in keys]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = PreferenceService(path)
    assert [found.current.value(key) for key in keys] == [29, 29, 29]
    assert found.complaints == ()
    assert sorted(one.name for one in path.parent.iterdir()) == [LOCK, path.name]


def test_who_cannot_have_the_lock_writes_in_the_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("simdesk.services.files.sleep", waits.append)
    path.parent.mkdir()
    with in_turn(path.with_name(LOCK)):
        PreferenceService(path).change({"theme": "dark"})
    assert sum(waits) == pytest.approx(1)
    assert PreferenceService(path).current.theme == "dark"
    with in_turn(path / "nowhere"):
        pass


# Whatever lies there

BROKEN: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(b"\x00\x01{ broken"),
    "another encoding": lambda path: path.write_bytes('theme = "dark" # größer'.encode("cp1252")),
    "utf-16": lambda path: path.write_bytes('theme = "dark"'.encode("utf-16")),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "huge": lambda path: path.write_bytes(b"# \n" * LARGEST),
    "nested": lambda path: path.write_text("x = " + "[" * 9_000),
    "a link to nowhere": lambda path: path.symlink_to(path.parent / "gone" / "settings.toml"),
    "a link to itself": lambda path: path.symlink_to(path),
}


KEPT_IN_PLACE = ("a folder", "a link to nowhere", "a link to itself")
"""Nothing that may be put aside: it stays, and nothing can be written."""


@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_read_is_told_and_stops_nothing(path: Path, kind: str) -> None:
    path.parent.mkdir()
    BROKEN[kind](path)
    service = PreferenceService(path)
    assert service.current == DEFAULTS
    assert (service.trouble is None) == (kind == "a link to nowhere")


@pytest.mark.parametrize("kind", KEPT_IN_PLACE)
def test_what_is_no_file_stays_and_the_value_counts(path: Path, kind: str) -> None:
    path.parent.mkdir()
    BROKEN[kind](path)
    service = PreferenceService(path)
    with pytest.raises(KnownError, match=r"settings\.toml"):
        service.change({"theme": "dark"})
    assert service.current.theme == "dark"
    assert path.is_dir() or path.is_symlink()


@pytest.mark.parametrize("kind", sorted(BROKEN.keys() - set(KEPT_IN_PLACE)))
def test_what_cannot_be_read_is_put_aside_when_something_is_set(path: Path, kind: str) -> None:
    path.parent.mkdir()
    BROKEN[kind](path)
    service = PreferenceService(path)
    service.change({"theme": "dark"})
    again = PreferenceService(path)
    assert (again.current.theme, again.trouble, service.trouble) == ("dark", None, None)
    assert path.with_name(DAMAGED).exists()


def test_a_file_where_its_folder_should_be_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file")
    service = PreferenceService(tmp_path / "config" / "settings.toml")
    assert service.current == DEFAULTS
    with pytest.raises(KnownError, match=r"settings\.toml"):
        service.change({"theme": "dark"})
    assert service.current.theme == "dark"


def test_a_read_only_file_is_left_alone_and_the_value_counts(path: Path) -> None:
    service = of(path, 'theme = "light"\n')
    path.chmod(0o444)
    with pytest.raises(KnownError, match="may not be written"):
        service.change({"theme": "dark"})
    assert service.current.theme == "dark"
    assert path.read_text() == 'theme = "light"\n'
    path.chmod(0o644)
    service.change({"sync_minutes": 10})  # what could not be written is written now
    assert PreferenceService(path).current.theme == "dark"


def test_a_read_only_folder_is_told_and_the_value_counts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = of(path, "")
    path.parent.chmod(0o500)
    if os.access(path.parent, os.W_OK):  # who may do anything is refused by hand
        monkeypatch.setattr(Path, "open", _refused)
    try:
        with pytest.raises(KnownError, match=r"settings\.toml"):
            service.change({"theme": "dark"})
    finally:
        path.parent.chmod(0o700)
    assert service.current.theme == "dark"


def _refused(path: Path, mode: str = "r", **more: object) -> object:
    del path, more
    if mode != "rb":
        raise PermissionError(13, "Permission denied")
    raise FileNotFoundError(2, "No such file")


def test_a_later_versions_file_keeps_all_that_is_not_known_here(path: Path) -> None:
    later = 'version = 7\ntheme = "dark"\nhologram = "on" # new\n\n[planets]\nmars = [1, 2]\n'
    service = of(path, later)
    assert (service.current.theme, service.complaints) == ("dark", ())
    service.change({"theme": "light"})
    assert path.read_text() == later.replace('"dark"', '"light"')


def test_windows_editors_leave_a_mark_and_other_line_ends(path: Path) -> None:
    service = of(path, '\ufefftheme = "dark"\r\nsync_minutes = 10\r\n')
    assert (service.current.theme, service.current.sync_minutes) == ("dark", 10)


def test_a_file_that_had_to_be_written_anew_is_kept_as_it_was(path: Path) -> None:
    by_hand = 'keys = { "file.sync" = "F9" } # mine\n'
    of(path, by_hand).change({"keys": {"file.sync": "F8"}})
    assert path.with_name(BEFORE).read_text() == by_hand
    assert PreferenceService(path).current.keys == {"file.sync": "F8"}


def test_a_file_may_be_a_link(path: Path) -> None:
    path.parent.mkdir()
    real = path.parent / "real.toml"
    real.write_text('theme = "dark"\n')
    path.symlink_to(real)
    PreferenceService(path).change({"theme": "light"})
    assert path.is_symlink()
    assert real.read_text() == 'theme = "light"\n'


def test_nothing_half_written_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    service = of(path, 'theme = "light"\n')
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(KnownError, match="disk is full"):
        service.change({"theme": "dark"})
    assert path.read_text() == 'theme = "light"\n'
    assert not list(path.parent.glob("*.part"))


@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda words: words.encode("utf-8", "surrogatepass"))
)
def test_no_bytes_stop_the_program(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.toml"
    service = of(path, raw)
    service.change({"theme": "dark"})
    again = PreferenceService(path)
    assert (again.current.theme, again.trouble) == ("dark", None)


@given(st.lists(st.sampled_from([
    'theme = "dark"', "theme = 4", "[keys]", '"a.b" = "F9"', "sync_minutes = 1e9", "[a.b]",
    'x = """', '"""', "columns = [", '"iccid", "nope"]', "'", "= 3", "#theme", "version = 9",
    "density = 'roomy'", "[[more]]", "keys = 3", "keys.x = true", "\ufeff", "\u2028", "\r",
]), max_size=10))  # fmt: skip
def test_no_lines_stop_the_program(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.toml"
    service = of(path, "\n".join(lines))
    service.change({"sync_at_start": False})
    assert not PreferenceService(path).current.sync_at_start


def test_only_a_plain_file_is_read(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be read"):
        read_words(tmp_path)
    assert read_words(tmp_path / "none.toml") == ""


# From earlier versions


def window_of(folder: Path, **values: object) -> Settings:
    settings = Settings(folder / "settings.json")
    settings.put("window", {"geometry": "abc", **values})
    return settings


@pytest.mark.parametrize(
    ("pixels", "word"), [(24, "compact"), (28, "normal"), (34, "roomy"), (7, "normal")]
)
def test_the_height_of_rows_moves_once_and_what_is_memory_stays(
    tmp_path: Path, path: Path, pixels: int, word: str
) -> None:
    settings = window_of(tmp_path, row_height=pixels)
    settings.put("spreadsheets", {"read_as": []})
    move_preferences(settings, PreferenceService(path))
    assert PreferenceService(path).current.density == word
    assert path.exists() == (word != "normal")
    kept = Settings(tmp_path / "settings.json").everything()
    assert kept == {"window": {"geometry": "abc"}, "spreadsheets": {"read_as": []}}
    PreferenceService(path).change({"density": "compact"})
    move_preferences(Settings(tmp_path / "settings.json"), PreferenceService(path))
    assert PreferenceService(path).current.density == "compact"


def test_what_the_operator_has_set_since_is_not_overwritten(tmp_path: Path, path: Path) -> None:
    service = PreferenceService(path)
    service.change({"density": "normal"})
    move_preferences(window_of(tmp_path, row_height=34), service)
    assert service.current.density == "normal"


def test_what_cannot_be_moved_stays_for_the_next_time(tmp_path: Path, path: Path) -> None:
    settings = window_of(tmp_path, row_height=34)
    path.mkdir(parents=True)
    service = PreferenceService(path)
    move_preferences(settings, service)
    assert service.current.density == "roomy"
    assert Settings(tmp_path / "settings.json").get("window")["row_height"] == 34
    path.rmdir()
    move_preferences(Settings(tmp_path / "settings.json"), PreferenceService(path))
    assert PreferenceService(path).current.density == "roomy"


def test_the_file_is_for_nobody_else_to_write(path: Path) -> None:
    PreferenceService(path).change({"theme": "dark"})
    assert not path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH)
