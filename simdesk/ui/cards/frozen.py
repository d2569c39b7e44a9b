"""Columns that stay while the others scroll: a second view of the rows, laid over the first."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from simdesk.ui import theme
from simdesk.ui.cards.painted_table import PaintedTable


class FrozenColumns(PaintedTable):
    """Follows its owner in everything; shows the first `count` visible columns."""

    def __init__(self, owner: PaintedTable) -> None:
        super().__init__(owner.cards, owner, movable=False)
        self._owner = owner
        self.count = 0
        self.setSelectionModel(owner.selectionModel())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(owner)
        self.setAccessibleName(self.tr("Frozen columns"))
        self.verticalScrollBar().valueChanged.connect(owner.verticalScrollBar().setValue)
        owner.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.header.sectionResized.connect(self._on_own_section_resized)
        owner.header.sectionResized.connect(self._on_section_changed)
        owner.header.sectionMoved.connect(self._on_section_changed)
        self.header.sort_wanted.connect(owner.header.sort_wanted)
        self.header.menu_wanted.connect(owner.header.menu_wanted)
        self.part_pressed.connect(owner.part_pressed)
        self.doubleClicked.connect(owner.doubleClicked)
        self.hide()

    def freeze(self, count: int) -> None:
        """Keep the first `count` visible columns in place; 0 frees them all."""
        self.count = count
        self.follow()

    def follow(self) -> None:
        """Take order, widths and place from the owner."""
        theirs = self._owner.header
        visible = [
            column
            for column in map(theirs.logicalIndex, range(theirs.count()))
            if not theirs.isSectionHidden(column)
        ]
        mine = visible[: self.count]
        self.setVisible(bool(mine))
        if not mine:
            return
        self.header.blockSignals(True)
        for column in range(theirs.count()):
            self.header.setSectionHidden(column, column not in mine)
        for visual, column in enumerate(mine):
            self.header.moveSection(self.header.visualIndex(column), visual)
            self.header.resizeSection(column, theirs.sectionSize(column))
        self.header.blockSignals(False)
        self.header.show_sort(theirs.sort)
        self.set_row_height(self._owner.verticalHeader().defaultSectionSize())
        self.place()
        self.raise_()

    def place(self) -> None:
        """Lie over the owner's left edge."""
        width = min(self.width_wanted(), self._owner.viewport().width())
        height = self._owner.header.height() + self._owner.viewport().height()
        self.setGeometry(QRect(0, 0, width, height))
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._owner.verticalScrollBar().value())

    def width_wanted(self) -> int:
        """Pixels the frozen columns take."""
        return self.header.length() if self.isVisibleTo(self._owner) else 0

    def has_the_focus(self) -> bool:
        return self._owner.hasFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.role("border"), 2))
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())
        painter.end()

    def _on_own_section_resized(self, column: int, _old: int, new: int) -> None:
        self._owner.header.resizeSection(column, new)

    def _on_section_changed(self, *_places: int) -> None:
        if self.count:
            self.follow()
