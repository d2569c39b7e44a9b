"""The lists of the welcome page: fleets that are there, spreadsheets opened last."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from simdesk.services.recent import RecentFleet
from simdesk.ui import icons
from simdesk.ui.text import moment_shown
from simdesk.ui.theme import SMALL, TINY

_ELIDED = 52
"""Letters of a name that are shown; the rest is in the tool tip."""


class BeforeList(QWidget):
    """A heading and a button for each thing that can be opened again; hidden when there is none."""

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        title = QLabel(heading, self)
        title.setProperty("strong", True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(TINY)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        box.addWidget(title)
        box.addLayout(self._lines)
        box.addStretch(1)

    def show_fleets(self, fleets: Sequence[RecentFleet], run: Callable[[str], object]) -> None:
        """One button a fleet; `run` takes its name."""
        self._clear()
        for fleet in fleets:
            used = self.tr("Used last on {moment}, in {folder}")
            told = used.format(moment=moment_shown(fleet.used), folder=fleet.folder)
            self._add(fleet.name, "cards", told, partial(run, fleet.name))
        self.setVisible(bool(fleets))

    def show_spreadsheets(self, paths: Sequence[Path], run: Callable[[Path], object]) -> None:
        """One button a spreadsheet; `run` takes its place."""
        self._clear()
        for path in paths:
            self._add(path.name, "review", str(path), partial(run, path))
        self.setVisible(bool(paths))

    def _clear(self) -> None:
        for button in self.buttons:
            self._lines.removeWidget(button)
            button.deleteLater()
        self.buttons = []

    def _add(self, name: str, icon: str, told: str, run: Callable[[], object]) -> None:
        words = name if len(name) <= _ELIDED else f"{name[: _ELIDED - 1]}…"
        # Two ampersands are one on the button; a single one would be a key.
        button = QPushButton(icons.icon(icon), words.replace("&", "&&"), self)
        button.setProperty("flat", True)
        button.setAccessibleName(name)
        button.setAccessibleDescription(told)
        button.setToolTip(told)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _: run())  # which tells whether it is checked
        self.buttons.append(button)
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
