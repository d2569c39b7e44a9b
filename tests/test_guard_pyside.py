"""What a start may load, and the Qt release that once ate Python's `True`."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pandas", "openpyxl", "pyqtgraph", "python_calamine", "qtawesome", "alembic")


def said_by(program: str, *arguments: str | Path) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


EMITS = """
import sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal(bool)

bell = Bell()
before = sys.getrefcount(True)
for _ in range(2_000):
    bell.rang.emit(True)
print(before - sys.getrefcount(True))
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal since Python 3.12")
def test_emitting_keeps_the_references_of_true() -> None:
    """PySide6 6.12.0 dropped one with every emit, until CPython 3.11 aborted."""
    assert abs(int(said_by(EMITS))) <= 50


LOADED = "print(*sorted(name for name in sys.modules if '.' not in name))"


def test_the_command_line_starts_without_a_window() -> None:
    loaded = said_by(f"import sys, simdesk.cli as cli; cli.parser(); {LOADED}").split()
    assert not {"PySide6", "qasync", "sqlalchemy", "numpy", *HEAVY}.intersection(loaded)


def test_what_a_window_is_made_of_comes_without_the_heavy_libraries() -> None:
    """Charts, icons and spreadsheets are imported when first needed, never at the start."""
    loaded = said_by(f"import sys, simdesk.app, simdesk.ui.main_window; {LOADED}").split()
    assert "PySide6" in loaded
    assert not set(HEAVY).intersection(loaded)
