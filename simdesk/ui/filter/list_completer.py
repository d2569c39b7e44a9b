"""Completion of the last entry in a line of entries separated by commas."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class ListCompleter(QCompleter):
    """Completes the entry after the last comma and keeps those before it."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._values = QStringListModel(self)
        self.setModel(self._values)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(10)
        edit.setCompleter(self)

    def offer(self, values: Sequence[str]) -> None:
        self._values.setStringList(list(values))

    def splitPath(self, path: str) -> list[str]:
        return [path.rsplit(",", 1)[-1].strip()]

    def pathFromIndex(self, index: object) -> str:
        entry = super().pathFromIndex(index)  # type: ignore[arg-type]  # as Qt hands it on
        before, comma, _ = self._edit.text().rpartition(",")
        return f"{before}{comma} {entry}" if comma else entry
