"""One start of the real program, timed from outside: says on standard output how far it is.

    python started.py DATA FLEET

Run as a file, as the command is. Once its cards are all there the window is closed.
"""

import sys

from simdesk import start
from simdesk.cli import main

FORBIDDEN = ("pandas", "openpyxl", "pyqtgraph", "python_calamine", "alembic")


def say(what: str) -> None:
    """One moment, which the benchmark takes the time of."""
    sys.stdout.write(what + "\n")
    sys.stdout.flush()


def listen() -> None:
    """Put an ear to the window, as soon as there is one."""
    from simdesk.ui.cards.painted_table import PaintedTable
    from simdesk.ui.main_window import MainWindow

    class Watched(MainWindow):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[arg-type]
            self.painted.connect(lambda: say("window"))

        def furnish(self, context: object) -> None:
            super().furnish(context)  # type: ignore[arg-type]
            self.cards.presenter.searched.connect(self._on_searched)

        def _on_searched(self) -> None:
            say("whole")
            self.close()

    paint = PaintedTable.paintEvent
    told: list[bool] = []

    def painted(table: PaintedTable, event: object) -> None:
        paint(table, event)  # type: ignore[arg-type]
        if not told and table.cards.ids and table.cards.row_at(0) is not None:
            told.append(True)
            say("rows")
            say(f"loaded {' '.join(name for name in FORBIDDEN if name in sys.modules)}")

    PaintedTable.paintEvent = painted  # type: ignore[method-assign,assignment]
    sys.modules["simdesk.ui.main_window"].MainWindow = Watched  # type: ignore[attr-defined]


_import_qt = start.import_qt


def import_qt() -> None:
    """What `start` does first; then the ear, whose own imports `start` would make anyway."""
    _import_qt()
    listen()


if __name__ == "__main__":
    start.import_qt = import_qt
    sys.exit(main(["--data", sys.argv[1], "--fleet", sys.argv[2]]))
