"""Going to the next card whose column says certain words, loaded or not."""

from array import array

from PySide6.QtCore import QObject

from simdesk.models.filters import folded
from simdesk.ui.cards.columns import ORDERED, copied
from simdesk.ui.cards.presenter import CardsPresenter
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.context import Context

BLOCK = 512


class Seeker(QObject):
    """Type-ahead and find next, in the column of the current cell; the latest wish wins."""

    def __init__(
        self, context: Context, table: CardTableView, presenter: CardsPresenter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self._presenter = presenter
        self._words = ""
        table.typed.connect(self._on_typed)

    def next(self, step: int) -> None:
        """Go to the next (1) or previous (-1) card that says what was typed last."""
        row = self._table.currentIndex().row()
        if not self._words:
            count = len(self._table.cards.ids)
            if count:
                self._table.go_to(max(0, min(row + step, count - 1)))
            return
        self._start(row + step, step)

    def _on_typed(self, words: str) -> None:
        self._words = words
        self._start(max(self._table.currentIndex().row(), 0), 1)

    def _start(self, row: int, step: int) -> None:
        column = max(self._table.currentIndex().column(), 0)
        seeking = self._seek(folded(self._words), column, row, step)
        self._context.tasks.start("seek", seeking, replace=True)

    async def _seek(self, words: str, column: int, start: int, step: int) -> None:
        ids = self._table.cards.ids
        count = len(ids)
        known = ORDERED[column]
        for begin in range(0, count, BLOCK):
            rows = [(start + step * at) % count for at in range(begin, min(begin + BLOCK, count))]
            cards = await self._context.desk.cards.rows(array("q", (ids[row] for row in rows)))
            for row, card in zip(rows, cards, strict=False):
                if folded(copied(known, card)).startswith(words):
                    if self._table.cards.id_at(row) == card.id:
                        self._table.go_to(row, column)
                    return
