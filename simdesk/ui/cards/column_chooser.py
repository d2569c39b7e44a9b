"""Which columns to show: a searchable list with ticks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.filters import folded
from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.cards.columns import COLUMNS, NAMES, index_of
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, SMALL

_NAME = Qt.ItemDataRole.UserRole


class ColumnChooser(QDialog):
    """Each tick acts at once; the table stays in sight and in use."""

    def __init__(
        self, table: CardTableView, fresh: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """`fresh` are the columns that a reset comes back to."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Columns"))
        self.setObjectName("column_chooser")
        self._table = table
        self._fresh = fresh
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Find a column"))
        self._search.setAccessibleName(self.tr("Find a column"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Columns"))
        reset = QPushButton(self.tr("Reset columns"), self)
        close = QPushButton(self.tr("Close"), self)
        for button in (reset, close):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(reset)
        row.addStretch(1)
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(SMALL)
        box.addWidget(self._search)
        box.addWidget(self._list, 1)
        box.addLayout(row)
        self.resize(340, 480)
        self._fill()
        self._search.textChanged.connect(self._on_search_changed)
        self._list.itemChanged.connect(self._on_item_changed)
        reset.clicked.connect(self._on_reset_clicked)
        close.clicked.connect(self.accept)

    def _fill(self) -> None:
        header = self._table.header
        self._list.blockSignals(True)
        self._list.clear()
        for visual in range(header.count()):
            column = header.logicalIndex(visual)
            item = QListWidgetItem(shown(COLUMNS[NAMES[column]].title), self._list)
            item.setData(_NAME, NAMES[column])
            hidden = header.isSectionHidden(column)
            item.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
        self._list.blockSignals(False)
        self._on_search_changed(self._search.text())

    def _on_search_changed(self, words: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(folded(words) not in folded(item.text()))

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        column = index_of(item.data(_NAME))
        wanted = item.checkState() is Qt.CheckState.Checked
        if not wanted and len(self._table.header.hidden_columns()) == len(NAMES) - 1:
            item.setCheckState(Qt.CheckState.Checked)  # the last one stays
            return
        self._table.show_column(column, wanted)

    def _on_reset_clicked(self) -> None:
        Arrangement.choosing(self._fresh).show_in(self._table)
        self._table.columns_changed.emit()
        self._fill()
