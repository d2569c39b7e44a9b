"""A table for short lists, dressed as all of them are."""

from collections.abc import Collection, Hashable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.listing.rows import RowsModel
from simdesk.ui.measures import grown, line_room
from simdesk.ui.text import shown
from simdesk.ui.theme import Density

_NARROWEST = 64
_WITH_HEADERS = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)


class ListTable(QTableView):
    """Rows are chosen whole; Tab leaves it; one column, else the last, takes what room is left.

    A `sortable` one begins in the order its rows are told; a header sorts, the copy keys copy.
    """

    def __init__(
        self,
        name: str,
        model: RowsModel,
        stretched: int | None,
        density: Density = Density.NORMAL,
        parent: QWidget | None = None,
        *,
        sortable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.list = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self._density = density
        self.setItemDelegate(PaddedDelegate(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, grown(column.width))
        if stretched is None:
            header.setStretchLastSection(True)
        else:
            header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self._follow_letters()
        if sortable:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            header.setSortIndicatorClearable(True)
            self.setSortingEnabled(True)

    def _follow_letters(self) -> None:
        self.verticalHeader().setDefaultSectionSize(line_room(self._density))
        self.horizontalHeader().setMinimumHeight(line_room(Density.NORMAL))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_density"):
            self._follow_letters()

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The rows that are chosen, in the order shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.list.rows[place] for place in places)

    def choose(self, identities: Collection[Hashable]) -> None:
        """Choose exactly the rows that are these things."""
        chosen = QItemSelection()
        places = [
            place
            for place, row in enumerate(self.list.rows)
            if self.list.identify(row) in identities
        ]
        for place in places:
            index = self.list.index(place, 0)
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        if places:
            current = self.list.index(places[0], max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(current, flags.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.keyCombination() == _WITH_HEADERS:
            self.copy(headers=True)
        else:
            super().keyPressEvent(event)

    def copy(self, *, headers: bool = False) -> None:
        """Copy the cell with the focus, or all chosen rows when there are several."""
        rows, columns = self.chosen, self.list.columns
        if len(rows) < 2 and not headers:
            words = str(self.currentIndex().data() or "")
        else:
            lines = [[shown(column.heading) for column in columns]] if headers else []
            lines += [[column.words(row) for column in columns] for row in rows]
            words = "\n".join("\t".join(line) for line in lines)
        QGuiApplication.clipboard().setText(words)
