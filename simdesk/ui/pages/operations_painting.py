"""How far an operation is: settled items as coloured parts of a thin bar, their share beside it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from simdesk.models.operations import ItemState, OperationRow
from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.listing.rows import ROW_ROLE
from simdesk.ui.theme import SMALL, role

Index = QModelIndex | QPersistentModelIndex
_BAR = 4
_PARTS = (
    ((ItemState.DONE,), "ok"),
    ((ItemState.FAILED, ItemState.NOT_APPLIED), "bad"),
    ((ItemState.UNKNOWN, ItemState.NEEDS_HUMAN), "warn"),
    ((ItemState.SKIPPED, ItemState.WITHDRAWN), "final"),
)


def percent(row: OperationRow) -> int:
    """How far an operation came: what was called off is over, but nothing came of it."""
    came = row.settled - row.counts.get(ItemState.WITHDRAWN, 0)
    return came * 100 // row.total


class ProgressDelegate(PaddedDelegate):
    """The parts in their roles' colours, in the order done, refused, in doubt, not started."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        row: OperationRow | None = index.data(ROW_ROLE)
        if row is None or not row.total:
            return
        room = option.fontMetrics.horizontalAdvance("100 %") + SMALL
        bar = QRect(cell.left(), cell.center().y() - 1, cell.width() - room, _BAR)
        painter.fillRect(bar, role("border"))
        begun = 0
        for states, name in _PARTS:
            left = bar.left() + bar.width() * begun // row.total
            begun += sum(row.counts.get(state, 0) for state in states)
            right = bar.left() + bar.width() * begun // row.total
            painter.fillRect(QRect(left, bar.top(), right - left, _BAR), role(name))
        painter.setPen(role("text"))
        at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(cell, at_right, f"{percent(row)} %")
