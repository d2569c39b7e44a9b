"""Progress as a thin bar, state as a word in its role: the operations tables' two painted cells."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from simdesk.models.operations import ItemState, OperationRow
from simdesk.ui.pages.operations_model import ROW_ROLE
from simdesk.ui.text import count_shown
from simdesk.ui.theme import SMALL, role

Index = QModelIndex | QPersistentModelIndex
_BAR = 6
_PARTS = (
    ((ItemState.DONE,), "ok"),
    ((ItemState.FAILED, ItemState.NOT_APPLIED), "bad"),
    ((ItemState.UNKNOWN, ItemState.NEEDS_HUMAN), "warn"),
    ((ItemState.SKIPPED, ItemState.WITHDRAWN), "final"),
)


class ProgressDelegate(QStyledItemDelegate):
    """Settled items as coloured parts of a bar, the share of them as a number beside it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: OperationRow | None = index.data(ROW_ROLE)
        if row is None or not row.total:
            return
        percent = f"{row.settled * 100 // row.total} %"
        cell: QRect = option.rect.adjusted(SMALL, 0, -SMALL, 0)
        words = option.fontMetrics.horizontalAdvance("100 %")
        bar = QRect(cell.left(), cell.center().y() - _BAR // 2, cell.width() - words - SMALL, _BAR)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(bar, role("border"))
        self._paint_parts(painter, bar, row)
        painter.setPen(role("text"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(cell, int(right), percent)
        painter.restore()

    def _paint_parts(self, painter: QPainter, bar: QRect, row: OperationRow) -> None:
        begun = 0
        for states, name in _PARTS:
            count = sum(row.counts.get(state, 0) for state in states)
            left = bar.left() + bar.width() * begun // row.total
            begun += count
            right = bar.left() + bar.width() * begun // row.total
            painter.fillRect(QRect(left, bar.top(), right - left, bar.height()), role(name))

    def displayText(self, value: object, locale: object) -> str:
        del value, locale
        return ""


class StateDelegate(QStyledItemDelegate):
    """A state's word in the colour of its role."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        name = index.data(Qt.ItemDataRole.UserRole)
        if name is not None:
            colour = role(name)
            palette: QPalette = option.palette
            palette.setColor(QPalette.ColorRole.Text, colour)
            palette.setColor(QPalette.ColorRole.HighlightedText, colour)


def progress_words(row: OperationRow) -> str:
    """The bar in words: settled of all."""
    return f"{count_shown(row.settled)} / {count_shown(row.total)}"
