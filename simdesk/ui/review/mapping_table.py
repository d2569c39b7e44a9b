"""The table of a file's columns: by mouse or keys alone, each is given its field."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from simdesk.ui.measures import line_room
from simdesk.ui.review.field_editor import ChoiceDelegate, FieldDelegate, UnitDelegate
from simdesk.ui.review.fields import FieldChoice, field_choices
from simdesk.ui.review.mapping_model import (
    EXAMPLES,
    FIELD,
    LETTERS,
    NOTE,
    TITLE,
    UNIT,
    MappingModel,
)
from simdesk.ui.theme import Density

_WIDTHS = {LETTERS: 80, TITLE: 170, EXAMPLES: 260, FIELD: 200, UNIT: 104}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class MappingTable(QTableView):
    """Enter, F2, letters or a click choose a field; Delete leaves the column unused."""

    def __init__(self, model: MappingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mapping = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Columns of the file"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(line_room(Density.NORMAL))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumHeight(line_room(Density.NORMAL))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        for place, width in _WIDTHS.items():
            self.setColumnWidth(place, width)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setItemDelegateForColumn(FIELD, FieldDelegate(self._choices, self))
        self.setItemDelegateForColumn(UNIT, UnitDelegate(self))
        self.clicked.connect(self._on_clicked)

    def _choices(self) -> Sequence[FieldChoice]:
        keys = {column.key for column in self.mapping.columns}
        keys |= {column.key for column in self.mapping.chosen()}
        return field_choices(key for key in keys if key is not None and "." in key)

    def go_to(self, row: int, column: int = FIELD) -> None:
        """Stand on a cell."""
        self.setCurrentIndex(self.mapping.index(row, column))
        self.scrollTo(self.currentIndex())

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid() or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in _CLEARING:
            self.mapping.choose(index.row(), None)
        elif event.key() in _OPENING and not event.isAutoRepeat():
            wanted = UNIT if index.column() == UNIT and self.mapping.sized(index.row()) else FIELD
            self.go_to(index.row(), wanted)
            self.edit(self.currentIndex())
        elif event.text().strip() and index.column() not in (FIELD, UNIT):
            # Letters mean the field, wherever in the row one stands.
            self.go_to(index.row())
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)
