"""The commands as one types them, on a small fleet of their own."""

import asyncio
import csv
import json
from pathlib import Path

import openpyxl
import pytest

from simdesk.cli import main
from simdesk.models.filter_fields import FIELDS
from simdesk.services.files import InstanceLock

CARDS = 120


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a fleet that has been built and read, and one that was only built."""
    folder = tmp_path_factory.mktemp("data")
    for line in ("demo --fleet small", "demo --fleet unread"):
        assert main([*line.split(), "--cards", str(CARDS), "--data", str(folder)]) == 0
    assert main(["sync", "--fleet", "small", "--data", str(folder)]) == 0
    return folder


def on(data: Path, *words: str, fleet: str = "small") -> int:
    return main([*words, "--data", str(data), "--fleet", fleet])


def test_found_cards_are_lines_of_json(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on(data, "find", "--filter", "carrier:CMCC usage>0KB", "--json") == 0
    cards = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert cards
    for card in cards:
        assert set(card) == set(FIELDS) - {"cancelled"}
        assert card["carrier"] == "CMCC"
        assert card["usage"] > 0
        assert len(card["iccid"]) == 20
        assert isinstance(card["msisdn"], list)
        assert all(isinstance(number, str) for number in card["msisdn"])
        assert card["synced"].endswith("+08:00")
    assert [card["iccid"] for card in cards] == sorted(card["iccid"] for card in cards)


def test_found_cards_are_a_table_for_people(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on(data, "find", "--filter", "cancelled:any") == 0
    title, *lines = capsys.readouterr().out.splitlines()
    assert title.split()[:4] == ["iccid", "msisdn", "voucher", "status"]
    assert len(lines) == CARDS


def test_no_card_is_an_answer_too(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on(data, "find", "--filter", "tag:nowhere", "--json") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "no card matches" in said.err


def test_a_fleet_that_was_never_read_says_so(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert on(data, "find", fleet="unread") == 1
    assert "simdesk sync" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("find",), ("export", "--to", "never.xlsx")])
def test_a_bad_filter_shows_its_place(
    data: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert on(data, *command, "--filter", "carrier:CMCC usge>5MB") == 2
    shown, caret, *_ = capsys.readouterr().err.splitlines()
    assert shown[caret.index("^") :].startswith("usge")


def test_an_export_goes_where_one_says(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "depot.xlsx"
    assert on(data, "export", "--filter", "cancelled:any", "--to", str(target)) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{CARDS} cards in {target}" in said.err
    book = openpyxl.load_workbook(target, read_only=True)
    titles, *rows = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    assert len(rows) == CARDS
    months = [title for title in titles if "total" in str(title)]
    assert len(months) == 2
    assert list(tmp_path.iterdir()) == [target]


def test_an_export_of_days_as_csv_over_an_older_file(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "depot.csv"
    target.write_text("old")
    line = ["export", "--to", str(target), "--months", "202605", "--daily", "--format", "csv"]
    assert on(data, *line) == 0
    with target.open(encoding="utf-8-sig", newline="") as lines:
        titles, *rows = csv.reader(lines)
    assert sum(title.startswith("202605") and "total" not in title for title in titles) == 31
    assert rows


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--to", "{folder}/cards.pdf"), ".xlsx or .csv"),
        (("--to", "{folder}/cards.csv", "--format", "xlsx"), ".xlsx or .csv"),
        (("--to", "{folder}/nowhere/cards.csv"), "nowhere"),
        (("--to", "{folder}/con.csv"), "device"),
        (("--to", "{folder}/cards.csv", "--months", "202001..202606"), "13 months"),
    ],
)
def test_an_export_that_cannot_be(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    why: str,
) -> None:
    assert on(data, "export", *(word.format(folder=tmp_path) for word in words)) == 2
    assert why in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_fleet_is_not_built_twice(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on(data, "demo", "--cards", "5") == 2
    assert "There is a fleet “small” already" in capsys.readouterr().err


def test_a_fleet_that_is_open_elsewhere_is_refused(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    locks = list((data / "fleets" / "small").glob("*.lock"))
    assert len(locks) == 1
    with InstanceLock(locks[0]):
        assert on(data, "find") == 2
    assert "already open in another SimDesk" in capsys.readouterr().err


def test_the_same_seed_builds_the_same_fleet(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert on(tmp_path, "demo", "--cards", str(CARDS), fleet="twin") == 0
    assert on(tmp_path, "sync", fleet="twin") == 0
    capsys.readouterr()
    assert on(tmp_path, "find", fleet="twin") == 0
    twin = capsys.readouterr().out
    assert on(data, "find") == 0
    assert capsys.readouterr().out == twin


def test_interrupted(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(job: object) -> None:
        del job
        raise KeyboardInterrupt

    monkeypatch.setattr("simdesk.cli.fleets._sync", lambda asked, watch: None)
    monkeypatch.setattr(asyncio, "run", interrupted)
    assert on(data, "sync") == 130


def test_a_backup_is_made_restored_and_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fleet = ["--data", str(tmp_path), "--fleet", "north"]
    assert main(["demo", *fleet, "--cards", "30"]) == 0
    capsys.readouterr()
    assert main(["backup", *fleet]) == 0
    backup = Path(capsys.readouterr().out.strip())
    assert backup.parent.name == "backups"
    assert main(["restore", *fleet, "--from", str(backup)]) == 0
    told = capsys.readouterr().err
    assert "desk-replaced-1.db" in told
    assert "nothing is sent" in told
    assert main(["restore", *fleet, "--from", str(tmp_path / "none.db")]) == 2
    assert main(["find", *fleet]) in (0, 1)
