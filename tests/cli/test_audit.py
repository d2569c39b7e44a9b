"""`simdesk audit` as one types it: whole, broken, damaged and missing chains."""

import csv
import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from simdesk.cli import main
from simdesk.models.audit import AuditHead
from simdesk.services.anchors import FILE, RESTORED
from simdesk.services.files import InstanceLock


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a fleet whose audit has three exports of cards in it."""
    folder = tmp_path_factory.mktemp("data")
    line = ["demo", "--fleet", "small", "--cards", "120", "--data", str(folder)]
    assert main(line) == 0
    for name in ("one", "two", "three"):
        assert on(folder, "export", "--to", str(folder / f"{name}.xlsx")) == 0
    return folder


@pytest.fixture
def data(kept: Path, tmp_path: Path) -> Path:
    """A copy that may be tampered with."""
    shutil.copytree(kept, tmp_path / "data")
    return tmp_path / "data"


def on(data: Path, *words: str) -> int:
    return main([*words, "--data", str(data), "--fleet", "small"])


def desk(data: Path) -> Path:
    return data / "fleets" / "small" / "desk.db"


def tamper(data: Path, statement: str) -> None:
    with closing(sqlite3.connect(desk(data))) as raw:
        for change in ("update", "delete"):
            raw.execute(f"DROP TRIGGER IF EXISTS kept_audit_{change}")
        raw.execute(statement)
        raw.commit()


def mark_in(path: Path) -> str:
    """The head of the audit that stands in an exported file."""
    book = openpyxl.load_workbook(path)
    return str(book.custom_doc_props["SimDesk audit"].value)


def test_a_whole_chain(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on(data, "audit", "verify") == 0
    said = capsys.readouterr().out
    # The first file was written before there was a record; closing anchors each end.
    assert re.fullmatch(r"whole: 3 records, 3 anchored heads agree, head 3:[0-9a-f]{64}\n", said), (
        said
    )


def test_it_works_while_the_desk_is_open(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with InstanceLock(desk(data).with_name("desk.db.lock")):
        assert on(data, "audit", "verify") == 0
        assert on(data, "audit", "export", "--to", str(data / "audit.csv")) == 2
    assert "already open" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE audit SET who = 'nobody' WHERE n = 2", "Record 2 was altered"),
        ("DELETE FROM audit WHERE n = 2", "Record 2 is missing."),
        ("UPDATE audit SET prev = 'x' WHERE n = 3", "Record 3 does not follow from record 2."),
        ("DELETE FROM audit WHERE n > 1", "Records from 2 on were cut off: record 3 was noted"),
        ("DELETE FROM audit", "Records from 1 on were cut off: record 3 was noted"),
    ],
)
def test_the_first_broken_record_is_named(
    data: Path, capsys: pytest.CaptureFixture[str], statement: str, words: str
) -> None:
    tamper(data, statement)
    assert on(data, "audit", "verify") == 1
    said = capsys.readouterr().out
    assert said.startswith(f"broken: {words}")
    assert said.count("\n") == 1


def test_a_head_from_a_file_unmasks_a_desk_whose_anchors_went_too(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = mark_in(data / "three.xlsx")
    assert AuditHead.parse(mark).number == 2
    tamper(data, "DELETE FROM audit WHERE n > 1")
    (desk(data).parent / FILE).unlink()
    assert on(data, "audit", "verify") == 0
    assert on(data, "audit", "verify", "--head", mark) == 1
    assert "record 2 was noted (given on the command line)" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        on(data, "audit", "verify", "--head", "2:abc")
    assert "64 hexadecimal digits" in capsys.readouterr().err


def test_lines_that_are_no_anchors_are_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anchors = desk(data).parent / FILE
    anchors.write_text(f"{anchors.read_text()}half a li", "utf-8")
    assert on(data, "audit", "verify") == 0
    assert "that are no anchors: 1" in capsys.readouterr().err


def test_a_restored_desk_is_not_held_to_what_it_replaced(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(data, "DELETE FROM audit WHERE n > 1")
    anchors = desk(data).parent / FILE
    first = anchors.read_text().splitlines()[0].split()
    with anchors.open("a") as file:
        file.write(f"{first[0]} {first[1]} 2026-06-15T09:00:00+08:00 {RESTORED}\n")
    assert on(data, "audit", "verify") == 0
    assert "1 records, 2 anchored heads agree" in capsys.readouterr().out


def test_a_desk_that_cannot_be_opened_is_verified(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(data, "DELETE FROM meta")
    assert on(data, "find") == 2
    assert on(data, "audit", "verify") == 0


def test_what_is_no_desk_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk(data).write_bytes(os.urandom(4096))
    assert on(data, "audit", "verify") == 2
    assert "not a SimDesk file" in capsys.readouterr().err
    desk(data).unlink()
    assert on(data, "audit", "verify") == 2
    assert "could not be read" in capsys.readouterr().err


def test_records_in_a_file_and_the_export_in_the_records(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "audit.csv"
    assert on(data, "audit", "export", "--to", str(target), "--words", "TWO cards_exported") == 0
    assert "1 record in" in capsys.readouterr().err
    with target.open(encoding="utf-8-sig", newline="") as lines:
        titles, row = csv.reader(lines)
    told = dict(zip(titles, row, strict=True))
    assert told["Record"] == "2"
    assert (told["Act"], told["Code"], told["About"]) == (
        "Cards exported",
        "cards_exported",
        "two.xlsx",
    )
    assert on(data, "audit", "verify") == 0
    assert capsys.readouterr().out.startswith("whole: 4 records")
    assert on(data, "audit", "export", "--to", str(tmp_path / "audit.pdf")) == 2
