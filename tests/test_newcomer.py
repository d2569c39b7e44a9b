"""What README promises to somebody who has just cloned it, done word by word."""

import os
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

import openpyxl

from tests.services.test_guide import said_by_the_program

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
FIRST = README.partition("## The first spreadsheet")[2].partition("\n## ")[0]
PATIENCE = 300
"""Seconds that a newcomer has: five minutes."""


def test_a_newcomer_gets_a_filtered_spreadsheet_in_five_minutes(tmp_path: Path) -> None:
    lines = FIRST.partition("```\n")[2].partition("```")[0].splitlines()
    assert [line.split()[1] for line in lines] == ["demo", "sync", "export"]
    around = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    around |= {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    begun = time.monotonic()
    for line in lines:
        words = [sys.executable, "-m", "simdesk", *shlex.split(line)[1:]]
        subprocess.run(words, check=True, cwd=tmp_path, env=around, timeout=PATIENCE)
    assert time.monotonic() - begun < PATIENCE
    book = openpyxl.load_workbook(tmp_path / "in-use.xlsx", read_only=True)
    header, *rows = book.worksheets[0].iter_rows(values_only=True)
    carrier, status = header.index("Carrier"), header.index("SIM card status")
    assert len(rows) > 1_000
    assert {(row[carrier], row[status]) for row in rows} == {("China Mobile", "In Use")}
    book.close()


def test_the_buttons_that_a_newcomer_is_told_of_are_there() -> None:
    told = {words for words in re.findall(r"\*\*(.+?)\*\*", FIRST) if "…" not in words}
    assert told >= {"Build demo fleet", "Open"}
    known = {words.lower() for words in said_by_the_program()}
    assert not [words for words in told if words.lower() not in known]
