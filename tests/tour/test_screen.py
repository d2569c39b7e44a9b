"""The screen of a tour on a machine that has none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simdesk.tour import screen

_ASK = """
import sys
from pathlib import Path
from simdesk.tour.screen import stand_in
stand_in(Path(sys.argv[1]), int(sys.argv[2]))
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
room = application.primaryScreen().availableSize()
print(room.width(), room.height(), application.primaryScreen().devicePixelRatio())
"""


@pytest.mark.parametrize("scale", [100, 200])
def test_a_window_has_the_same_room_at_every_scale(tmp_path: Path, scale: int) -> None:
    folder = tmp_path / "with a blank" / "new"
    told = subprocess.run(
        [sys.executable, "-c", _ASK, str(folder), str(scale)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": f"{scale / 100:g}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["1920", "1200", f"{scale / 100}"]


@pytest.mark.parametrize("platform", ["xcb", "offscreen:configfile=/mine.json"])
def test_a_screen_that_is_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    screen.stand_in(tmp_path, 100)
    assert os.environ["QT_QPA_PLATFORM"] == platform
    assert list(tmp_path.iterdir()) == []
