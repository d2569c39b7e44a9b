"""Spreadsheets on the command line: compared, brought back, and as templates."""

from pathlib import Path

import openpyxl
import pytest

from simdesk.cli import main
from tests.services.spreadsheets.read_back import by_csv


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a fleet, its export, and that export edited."""
    folder = tmp_path_factory.mktemp("data")
    for line in ("demo --cards 60", "sync", f"export --to {folder}/cards.xlsx"):
        assert main([*line.split(), "--data", str(folder), "--fleet", "demo"]) == 0
    book = openpyxl.load_workbook(folder / "cards.xlsx")
    sheet = book["Cards"]
    places = {cell.value: cell.column for cell in sheet[1]}
    wish = len(places) + 1
    sheet.cell(1, wish, "Wished action")
    sheet.cell(2, places["Remarks"], "north gate")
    sheet.cell(3, wish, "dance")
    sheet.delete_rows(10)
    book.save(folder / "edited.xlsx")
    return folder


def on(data: Path, *words: str) -> int:
    return main([*words, "--data", str(data), "--fleet", "demo"])


def iccids(data: Path) -> list[str]:
    sheet = openpyxl.load_workbook(data / "cards.xlsx")["Cards"]
    return [str(cell.value) for cell in sheet["A"][1:]]


def test_an_export_and_its_fleet_are_the_same(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cards = len(iccids(data))
    assert on(data, "compare", str(data / "cards.xlsx")) == 0
    said = capsys.readouterr()
    assert f"{cards} cards: 0 added, 0 gone, 0 changed, {cards} the same" in said.err
    assert said.out == ""


def test_two_files_are_compared_line_by_line(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(data / name) for name in ("cards.xlsx", "edited.xlsx")]
    assert on(data, "compare", *files) == 1
    said = capsys.readouterr()
    assert "before cards.xlsx, after edited.xlsx" in said.err
    assert "1 gone, 1 changed" in said.err
    title, changed, gone = said.out.splitlines()
    assert title.split()[:3] == ["cell", "iccid", "what"]
    assert changed.split()[:3] == [iccids(data)[0], "Changed", "Remarks"]
    assert changed.endswith("north gate")
    assert gone.split() == [iccids(data)[8], "Gone"]
    assert on(data, "compare", *files, "--to", str(data / "lines.csv")) == 1
    assert len(by_csv((data / "lines.csv").read_bytes())) == 3
    assert not any((data / "fleets" / "demo" / "reviews").iterdir())


def test_what_a_sheet_wants_is_shown_then_kept(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert on(data, "bring-back", str(data / "edited.xlsx"), "--preview") == 0
    said = capsys.readouterr()
    assert "1 to be changed, 0 in conflict, 1 refused" in said.err
    _, change, refusal = said.out.splitlines()
    assert "Change" in change
    assert "“dance” is not an action" in refusal
    assert on(data, "bring-back", str(data / "edited.xlsx"), "--keep") == 0
    assert "cards with new remarks or tags: 1" in capsys.readouterr().err
    assert on(data, "find", "--filter", 'remark:"north gate"') == 0
    assert iccids(data)[0] in capsys.readouterr().out


def test_a_file_without_cards_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "no.xlsx").write_bytes(b"no")
    assert on(data, "compare", str(data / "no.xlsx")) == 2
    assert "No column tells the ICCID." in capsys.readouterr().err


def test_a_template_is_written_without_a_fleet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "to suspend.xlsx"
    assert main(["--data", str(tmp_path / "data"), "template", "suspend", str(path)]) == 0
    assert f"simdesk: {path} (" in capsys.readouterr().err
    sheet = openpyxl.load_workbook(path)["Cards"]
    assert [cell.value for cell in sheet[1]] == ["ICCID", "Wished action"]
    assert not (tmp_path / "data" / "fleets").exists()


def test_a_template_is_an_xlsx_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "suspend", str(tmp_path / "cards.csv")]) == 2
    assert "Let its name end in .xlsx." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
