"""Painted cells of lists: words as far from the edge as their header, ids in groups, states."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from simdesk.models.numbers import grouped
from simdesk.ui.cards.look import Shape
from simdesk.ui.cards.painting import SHAPE, draw_shape
from simdesk.ui.theme import SMALL, TINY, id_font, role

Index = QModelIndex | QPersistentModelIndex

SHAPES = {
    "ok": Shape.DISC,
    "info": Shape.RING,
    "warn": Shape.BAR,
    "bad": Shape.SQUARE,
    "muted": Shape.RING,
}
"""The shape that goes with a role, so that a state reads in greyscale."""


class PaddedDelegate(QStyledItemDelegate):
    """Words as far from the cell's edges as the header's are."""

    elided = Qt.TextElideMode.ElideRight
    """Where words that are too long lose their middle or their end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style()
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
        fitting = option.fontMetrics.elidedText(words, self.elided, cell.width())
        painter.drawText(cell, option.displayAlignment, fitting)


class CodeDelegate(PaddedDelegate):
    """A code or an id: its beginning and its end tell it from others."""

    elided = Qt.TextElideMode.ElideMiddle


class StateDelegate(PaddedDelegate):
    """A state as a shape and a word in the role that `Qt.UserRole` names; plain where it is ""."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        name = index.data(Qt.ItemDataRole.UserRole)
        if not name:
            super().paint_cell(painter, cell, words, option, index)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = QPointF(cell.left(), cell.center().y() + 0.5 - SHAPE / 2)
        draw_shape(painter, SHAPES[name], corner, role(name))
        cell.setLeft(cell.left() + SHAPE + TINY + 2)
        painter.setPen(role(name))
        fitting = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(cell, option.displayAlignment, fitting)


class NumberDelegate(PaddedDelegate):
    """An ICCID in monospace, in groups of four; copied it has none."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        del index
        painter.setFont(id_font())
        painter.setPen(role("text"))
        painter.drawText(cell, option.displayAlignment, grouped(words))
