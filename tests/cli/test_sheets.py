"""`simdesk template`, as one types it."""

from pathlib import Path

import openpyxl
import pytest

from simdesk.cli import main


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
