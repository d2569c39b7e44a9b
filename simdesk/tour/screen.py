"""A screen like a workstation's, for a tour on a machine that has none.

Qt's own stand-in is 800 by 800 pixels, and half of that at 200 %: dialogs, which never grow beyond
their screen, would be pictured as nobody sees them.
"""

import json
import os
from pathlib import Path

_PLATFORM = "QT_QPA_PLATFORM"
_OFFSCREEN = "offscreen"
SIZE = (1920, 1200)
"""In the window's own pixels, whatever the scale."""


def stand_in(folder: Path, scale: int) -> None:
    """Describe the screen to Qt, in a file of `folder`, before the application is made.

    `scale` is in percent. Where there is a screen, or one was described, nothing happens. Raises
    OSError where the file cannot be written.
    """
    if os.environ.setdefault(_PLATFORM, _OFFSCREEN) != _OFFSCREEN:
        return
    width, height = (pixels * scale // 100 for pixels in SIZE)
    screen = {"name": "desk", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "screen.json"
    if ":" in str(path.absolute()):  # which would end the name for Qt
        return
    path.write_text(json.dumps({"screens": [screen]}))
    os.environ[_PLATFORM] = f"{_OFFSCREEN}:configfile={path.absolute()}"
