"""Qt's selection over the card table, and beside it what is too scattered for Qt."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)

from simdesk.services.card_ids import RowSet, Span

_FLAG = QItemSelectionModel.SelectionFlag


class CardRows(QItemSelectionModel):
    """Qt compares ranges with each other and follows both ends of each through every change.

    So thousands of them lie in `scattered` instead, and Qt holds only what is added to them by
    hand. What is selected is both together.
    """

    scattered_changed = Signal()
    """Something was done by hand while there are scattered rows."""

    def __init__(self, model: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self.scattered: RowSet | None = None

    def select(
        self,
        what: QItemSelection | QModelIndex | QPersistentModelIndex,
        how: QItemSelectionModel.SelectionFlag,
    ) -> None:
        if (
            not isinstance(what, QItemSelection)  # it comes again as a selection of that cell
            or self.scattered is None
            or how == _FLAG.NoUpdate
        ):
            super().select(what, how)
            return
        spans = spans_of(what)
        if how & _FLAG.Clear:
            self.scattered = None
        elif how & _FLAG.Toggle:
            self.scattered = self.scattered.painted(self._by_hand(spans), True).turned(spans)
            how = _FLAG.Deselect | _FLAG.Rows
        elif how & _FLAG.Deselect:
            self.scattered = self.scattered.painted(spans, False)
        self.blockSignals(True)
        super().select(what, how)
        self.blockSignals(False)
        self.scattered_changed.emit()

    def _by_hand(self, spans: list[Span]) -> list[Span]:
        """What of these rows Qt holds."""
        found = []
        for mine in spans_of(self.selection()):
            for first, last in spans:
                low, high = max(first, mine[0]), min(last, mine[1])
                if low <= high:
                    found.append((low, high))
        return found


def spans_of(selection: QItemSelection) -> list[Span]:
    """The rows of a selection as first and last ones."""
    return [(one.top(), one.bottom()) for one in selection.toList()]
