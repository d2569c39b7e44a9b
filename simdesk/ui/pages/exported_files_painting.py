"""An export's state as a shape and a word, and how far it is as a thin bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from simdesk.services.export_words import ExportRow
from simdesk.ui.cards.painting import SHAPE, draw_shape
from simdesk.ui.pages.exported_files_model import ROW_ROLE, done_share, state_look
from simdesk.ui.text import shown
from simdesk.ui.theme import SMALL, TINY, role

Index = QModelIndex | QPersistentModelIndex
_BAR = 4


class PaddedDelegate(QStyledItemDelegate):
    """Words as far from the cell's edges as the header's are."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        cell = option.rect.adjusted(SMALL, 0, -SMALL, 0)
        self.paint_cell(painter, cell, words, option, index)
        painter.restore()

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw what the cell says into `cell`, on its ground."""
        del index
        painter.setPen(role("text"))
        fitting = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(cell, option.displayAlignment, fitting)


class ExportStateDelegate(PaddedDelegate):
    """Shape, word and progress in one cell."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        row: ExportRow = index.data(ROW_ROLE)
        name, shape = state_look(row.state)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = QPointF(cell.left(), cell.center().y() + 0.5 - SHAPE / 2)
        draw_shape(painter, shape, corner, role(name))
        cell.setLeft(cell.left() + SHAPE + TINY + 2)
        painter.setPen(role(name))
        share = done_share(row)
        if share is None:
            painter.drawText(cell, option.displayAlignment, shown(row.state.label))
        else:
            self._paint_progress(painter, cell, share)

    def _paint_progress(self, painter: QPainter, cell: QRect, share: int) -> None:
        room = painter.fontMetrics().horizontalAdvance("100 %") + SMALL
        bar = QRect(cell.left(), cell.center().y() - 1, cell.width() - room, _BAR)
        done = QRect(bar.left(), bar.top(), bar.width() * share // 100, _BAR)
        painter.fillRect(bar, role("border"))
        painter.fillRect(done, role("accent"))
        painter.setPen(role("text"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(cell, right, f"{share} %")
