"""Where no window can be shown: words instead of an abort, and nothing else is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simdesk.ui.no_screen import REFUSED

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="how Linux names a screen")
NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def started(folder: Path, *words: str, **screen: str) -> "subprocess.CompletedProcess[str]":
    """`simdesk` with nothing that names a screen but `screen`."""
    around = {name: value for name, value in os.environ.items() if name not in NAMES}
    around |= {"QT_LOGGING_RULES": "", **screen}
    command = [sys.executable, "-m", "simdesk", "--data", str(folder), *words]
    return subprocess.run(
        command, env=around, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ""}], ids=["unset", "empty"])
def test_without_a_screen_it_says_so(tmp_path: Path, screen: dict[str, str]) -> None:
    ended = started(tmp_path / "data", **screen)
    assert ended.returncode == REFUSED
    assert ended.stdout == ""
    assert ended.stderr.splitlines() == [
        "simdesk: No window can be shown here.",
        "         Neither DISPLAY nor WAYLAND_DISPLAY is set.",
        (
            "         Start SimDesk on a desktop, or use it without a window: "
            "simdesk --help lists how."
        ),
    ]
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("screen", "reason"),
    [({"DISPLAY": ":6999"}, ":6999"), ({"QT_QPA_PLATFORM": "nonsense"}, "nonsense")],
    ids=["nobody there", "unknown"],
)
def test_a_screen_that_is_not_there_is_named(
    tmp_path: Path, screen: dict[str, str], reason: str
) -> None:
    ended = started(tmp_path / "data", **screen)
    assert ended.returncode == REFUSED
    first, *others, last = ended.stderr.splitlines()
    assert first == "simdesk: No window can be shown here."
    assert reason in " ".join(others)
    assert "simdesk --help" in last


def test_what_qt_says_of_a_screen_that_works_is_said() -> None:
    program = """
from PySide6.QtCore import qWarning
from simdesk.ui.no_screen import told_in_words
with told_in_words():
    qWarning("the screen is small")
qWarning("later")
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0
    assert ended.stderr.splitlines() == ["the screen is small", "later"]
