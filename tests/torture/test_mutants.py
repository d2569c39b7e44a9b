"""Planted bugs: the torture finds every one of them, and stops at its first violation (G11)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.mutants import MUTANTS
from tests.torture.planting import changed

pytestmark = pytest.mark.torture
ROOT = Path(__file__).parents[2]


def test_there_are_enough_of_them() -> None:
    assert len(MUTANTS) >= 40


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_bug_is_found(name: str) -> None:
    mutant = MUTANTS[name]
    for file in {edit.file for edit in mutant.edits}:
        assert changed(mutant.edits, file)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.torture.hunt", name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    told = f"{ended.stdout}{ended.stderr[-2000:]}"
    assert ended.returncode == 1, f"it escaped: {told}"
    rule = ended.stdout.split(": ", 1)[1].split(" ", 1)[0]
    assert rule in mutant.rules.split(), told
