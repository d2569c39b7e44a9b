"""Painted cells of lists of orders: how an order's number, card or voucher is drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from simdesk.models.order_list import OrderLine
from simdesk.ui.listing.cells import NumberDelegate, PaddedDelegate
from simdesk.ui.listing.rows import ROW_ROLE


class IdDelegate(NumberDelegate):
    """An order's number or a card's, in groups of four; vouchers and words as they are."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: OrderLine = index.data(ROW_ROLE)
        painter_of = NumberDelegate if words in (line.number, line.iccid) else PaddedDelegate
        painter_of.paint_cell(self, painter, cell, words, option, index)
