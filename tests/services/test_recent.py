"""What was open before is remembered, and what has gone is not offered."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simdesk.paths import DESK_FILE, WORLD_FILE, DataFolder
from simdesk.services.recent import MOST, Recent


def a_fleet(data: DataFolder, name: str, used: int, file: str = DESK_FILE) -> None:
    folder = data.fleet(name)
    folder.mkdir(parents=True)
    (folder / file).touch()
    os.utime(folder / file, (used, used))


def test_fleets_come_with_the_one_used_last_first(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    a_fleet(data, "north", 1_000)
    a_fleet(data, "south", 3_000, WORLD_FILE)
    a_fleet(data, "letters", 4_000, "notes.txt")
    found = Recent(data).fleets()
    assert [fleet.name for fleet in found] == ["south", "north"]
    assert found[1].used == datetime.fromtimestamp(1_000, UTC)
    assert found[1].folder == data.fleet("north")


def test_the_name_of_a_new_fleet_is_no_other_s(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    assert Recent(data).free_name("demo") == "demo"
    a_fleet(data, "Demo", 1)
    a_fleet(data, "demo 2", 1)
    assert Recent(data).free_name("demo") == "demo 3"


def test_spreadsheets_come_newest_first_and_only_those_that_are_there(tmp_path: Path) -> None:
    recent = Recent(DataFolder(tmp_path))
    paths = [tmp_path / f"cards {number}.xlsx" for number in range(MOST + 2)]
    for path in paths:
        path.touch()
        recent.note_spreadsheet(path)
    recent.note_spreadsheet(paths[4])
    paths[5].unlink()
    shown = [path.name for path in recent.spreadsheets()]
    assert shown == [f"cards {number}.xlsx" for number in (4, 9, 8, 7, 6, 3, 2)]


@pytest.mark.parametrize(
    "words", ["", "[]", '{"recent": {"spreadsheets": 7}}', '{"recent": 1, "fleets": {"last": 3}}']
)
def test_a_damaged_file_remembers_nothing_and_stops_nothing(tmp_path: Path, words: str) -> None:
    data = DataFolder(tmp_path)
    data.settings.write_text(words, "utf-8")
    recent = Recent(data)
    assert recent.spreadsheets() == ()
    assert recent.last_fleet() is None


def test_what_cannot_be_written_down_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    recent = Recent(DataFolder(tmp_path / "data"))
    recent.note_fleet("north")
    recent.note_spreadsheet(tmp_path / "cards.xlsx")
    assert recent.last_fleet() is None
