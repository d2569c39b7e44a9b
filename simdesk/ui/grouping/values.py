"""The list of values: each with its cards, a bar for their share, and their usage."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import folded
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.value_counts import CountOrder, ValueCount, ValueCounts
from simdesk.models.value_words import counted_words
from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.listing.rows import ROW_ROLE, ListColumn, RowsModel
from simdesk.ui.text import count_shown, shown, size_shown
from simdesk.ui.theme import SMALL, TINY, role

Index = QModelIndex | QPersistentModelIndex
VALUE, CARDS, USAGE = range(3)
_ORDERS = (CountOrder.VALUE, CountOrder.COUNT, CountOrder.USAGE)
_BAR = 3


def value_shown(one: ValueCount) -> str:
    """The value in the window's words."""
    assert one.term.field is not None
    return shown(counted_words(one.term.field, one.value))


def _key(one: ValueCount) -> object:
    """What values sort by: codes by their words, all others by themselves, empty ones last."""
    if one.value is None or one.term.field is None:
        return None
    if FIELDS[one.term.field].kind in (FieldKind.CHOICE, FieldKind.FLAG):
        return folded(value_shown(one))
    return folded(one.value) if isinstance(one.value, str) else one.value


class ValuesModel(RowsModel):
    """What does not fit is ordered by whoever knows all of it, not here."""

    order_wanted = Signal(object, bool)
    """A CountOrder, and whether the largest come first: only some of the values are here."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            ListColumn(text(QT_TRANSLATE_NOOP("trade", "Value")), value_shown, key=_key),
            ListColumn(
                text(QT_TRANSLATE_NOOP("trade", "Cards")),
                lambda one: count_shown(one.count),
                numeric=True,
                width=80,
                key=lambda one: one.count,
                tip=self._share,
            ),
            ListColumn(
                text(QT_TRANSLATE_NOOP("trade", "Usage")),
                lambda one: size_shown(one.usage_kb),
                numeric=True,
                width=80,
                key=lambda one: one.usage_kb,
            ),
        )
        super().__init__(columns, lambda one: "", parent=parent, identify=lambda one: one.term)
        self.counts = ValueCounts()

    @property
    def complete(self) -> bool:
        """Every value is here."""
        return self.counts.different == len(self.counts.rows)

    def show_counts(self, counts: ValueCounts) -> None:
        """Show these values."""
        self.counts = counts
        sorting = self._sorting
        if sorting is not None and not self.complete:
            super().sort(-1)  # sorting what is here would hide what is not
            self.order_wanted.emit(_ORDERS[sorting[0]], sorting[1])
        self.show_rows(counts.rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self.complete:
            super().sort(column, order)
            return
        super().sort(-1)
        descending = column < 0 or order is Qt.SortOrder.DescendingOrder
        self.order_wanted.emit(CountOrder.COUNT if column < 0 else _ORDERS[column], descending)

    def _share(self, one: ValueCount) -> str:
        percent = one.count * 100 / max(self.counts.cards, 1)
        words = self.tr("{percent} % of {count} cards")
        return words.format(percent=f"{percent:.1f}", count=count_shown(self.counts.cards))


class ShareDelegate(PaddedDelegate):
    """A number over a thin bar: its share of all cards."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        model, one = index.model(), index.data(ROW_ROLE)
        if isinstance(model, ValuesModel) and isinstance(one, ValueCount):
            share = min(1.0, one.count / max(model.counts.cards, 1))
            track = QRect(cell.left(), cell.bottom() - _BAR - TINY // 2, cell.width(), _BAR)
            painter.fillRect(track, role("border"))
            track.setWidth(max(1, round(track.width() * share)))
            painter.fillRect(track, role("accent"))
        super().paint_cell(painter, cell.adjusted(0, 0, 0, -SMALL // 2), words, option, index)
