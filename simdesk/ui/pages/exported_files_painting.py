"""An export's state as a shape and a word, and how far it is as a thin bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from simdesk.services.export_words import ExportRow
from simdesk.ui.cards.painting import SHAPE, draw_shape
from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.listing.rows import ROW_ROLE
from simdesk.ui.pages.exported_files_model import done_share, state_look
from simdesk.ui.text import shown
from simdesk.ui.theme import SMALL, TINY, role

Index = QModelIndex | QPersistentModelIndex
_BAR = 4


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
