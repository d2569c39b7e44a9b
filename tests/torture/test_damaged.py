"""A thousand damaged desks: none crashes the program, none passes off a changed row as sound.

SEED and CASES in the environment choose others; a case is named by both and replays exactly.
"""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.services.storage import booked_desk
from tests.torture.damaging import CRASHED, REFUSED, SAID, SAME, SILENT

SEED = int(os.environ.get("SEED", "1"))
CASES = int(os.environ.get("CASES", "1000"))
BATCH = 250
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.torture
def test_no_damaged_desk_passes_for_a_sound_one(tmp_path: Path) -> None:
    booked_desk.make_alike(tmp_path / "desk.db")
    lines: list[str] = []
    for first in range(0, CASES, BATCH):
        lines += judged(tmp_path, first, min(first + BATCH, CASES))
    outcomes = Counter(tuple(line.split()[1:3]) for line in lines)
    print(f"\nseed {SEED}, {CASES} damaged desks: {dict(sorted(outcomes.items()))}")
    bad = [line for line in lines if line.split()[2] in (CRASHED, SILENT)]
    assert not bad, f"seed {SEED}: {bad}"
    assert len(lines) == CASES
    # Every kind of outcome must have been met, or this proves nothing.
    assert {outcome for _, outcome in outcomes} == {REFUSED, SAID, SAME}


def judged(folder: Path, first: int, last: int) -> list[str]:
    """A batch in a process of its own: a crash of SQLite itself would end it."""
    asked = [sys.executable, "-m", "tests.torture.damaging", str(folder)]
    child = subprocess.run(
        [*asked, *map(str, (SEED, first, last))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = child.stdout.splitlines()
    assert child.returncode == 0, f"died at case {first + len(lines)}: {child.stderr[-2000:]}"
    return lines
