"""Pages and dialogs are read before they are wanted."""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from simdesk import ui
from simdesk.ui.ahead import Ahead


def test_every_page_and_dialog_is_there_before_it_is_opened(qtbot: Any) -> None:
    owner = QObject()
    ahead = Ahead(owner)
    qtbot.waitUntil(lambda: ahead.done, timeout=60_000)
    room = Path(ui.__path__[0])
    files = [*room.glob("pages/*.py"), *room.glob("dialogs/*.py"), *room.glob("listing/*.py")]
    names = {f"simdesk.ui.{file.parent.name}.{file.stem}" for file in files}
    wanted = {name for name in names if not name.endswith("__init__")}
    assert len(wanted) > 10
    assert wanted <= sys.modules.keys()
