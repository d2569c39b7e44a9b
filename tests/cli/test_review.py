"""`simdesk review FILE --json` and the process that reads, as one types them."""

import json
from pathlib import Path

import pytest

from simdesk.cli import main


def test_it_tells_what_is_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cards.csv"
    path.write_text("某公司\nICCID;已用流量(GB);Colour\n89860321440000000001;1,5;red\n", "utf-8")
    assert main(["review", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["format"], told["own"], told["problem"], told["header_row"]) == (
        *("csv", False, None),
        2,
    )
    assert [(one["field"], one["unit"]) for one in told["columns"]] == [
        ("iccid", None),
        ("usage", "GB"),
        (None, None),
    ]
    assert told["columns"][0]["examples"] == ["89860321440000000001"]


def test_a_file_without_cards_is_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cards.csv"
    path.write_text("Name,City\nx,y\n", "utf-8")
    assert main(["review", str(path), "--json"]) == 1
    assert "ICCID" in json.loads(capsys.readouterr().out)["problem"]


def test_what_is_no_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(tmp_path / "gone.csv"), "--json"]) == 2
    assert "gone.csv cannot be opened" in capsys.readouterr().err
