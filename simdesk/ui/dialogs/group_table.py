"""A small table of groups in a dialog: long reasons take a second line instead of losing words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from simdesk.ui.measures import line_room
from simdesk.ui.theme import SMALL, Density

MOST_ROWS_SHOWN = 6
_MOST_MEASURED = 100
"""Rows up to which each is as high as its words need; thousands of groups have short words."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GroupTable(QTableWidget):
    """As high as its first rows; the first column takes what room is left."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(0, 0, parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(line_room(Density.NORMAL))
        self.horizontalHeader().setMinimumHeight(line_room(Density.NORMAL))
        self.horizontalHeader().setHighlightSections(False)
        self.setShowGrid(False)
        self.setWordWrap(True)

    def show_groups(
        self, headers: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int]
    ) -> None:
        """Show these rows; `numeric` columns stand at the right."""
        self.clear()
        self.setColumnCount(len(headers))
        self.setRowCount(len(rows))
        for x, words in enumerate(headers):
            heading = QTableWidgetItem(words)
            heading.setTextAlignment(_RIGHT if x in numeric else _LEFT)
            self.setHorizontalHeaderItem(x, heading)
        for y, row in enumerate(rows):
            for x, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                spoken = f"{headers[x]}: {words}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                item.setTextAlignment(_RIGHT if x in numeric else _LEFT)
                self.setItem(y, x, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        if self.rowCount() <= _MOST_MEASURED:
            for row in range(self.rowCount()):
                height = self.sizeHintForRow(row) + SMALL
                self.setRowHeight(row, max(height, line_room(Density.NORMAL)))
        rows = sum(map(self.rowHeight, range(min(self.rowCount(), MOST_ROWS_SHOWN))))
        header = max(self.horizontalHeader().sizeHint().height(), line_room(Density.NORMAL))
        self.setFixedHeight(header + rows + 2 * self.frameWidth())
