"""A table for short lists, dressed as all of them are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.listing.rows import RowsModel
from simdesk.ui.theme import Density

_NARROWEST = 64


class ListTable(QTableView):
    """Rows are chosen whole; Tab leaves it; one column, else the last, takes what room is left."""

    def __init__(
        self,
        name: str,
        model: RowsModel,
        stretched: int | None,
        density: Density = Density.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(density)
        self.setItemDelegate(PaddedDelegate(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, column.width)
        if stretched is None:
            header.setStretchLastSection(True)
        else:
            header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
