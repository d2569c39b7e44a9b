"""Going to the next card whose column says certain words, loaded or not."""

from array import array

from PySide6.QtCore import QObject

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import Operator, Term, folded
from simdesk.models.seeking import WITH_TEXT, Beginning, Sought
from simdesk.ui.cards.columns import ORDERED, Column, copied
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.context import Context
from simdesk.ui.text import count_shown, shown

BLOCK = 512
MOST_WALKED = 100 * BLOCK
"""Rows that are read one by one at most, in columns that say things in other words."""


class Seeker(QObject):
    """Type-ahead and find next, in the column of the current cell; the latest wish wins."""

    def __init__(self, context: Context, table: CardTableView, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
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
        seeking = self._seek(self._words, column, row, step)
        self._context.tasks.start("seek", seeking, replace=True)

    async def _seek(self, words: str, column: int, start: int, step: int) -> None:
        ids, known = self._table.cards.ids, ORDERED[column]
        if not ids:
            return
        sought = sought_in(known, words)
        if sought is not None:
            row = await self._context.desk.cards.seek(ids, sought, start, step)
        else:
            row = await self._walk(ids, known, folded(words), start, step)
        if row is not None:
            if self._table.cards.id_at(row) == ids[row]:  # not moved meanwhile
                self._table.go_to(row, column)
        else:
            self._tell_nothing(known, words, len(ids), walked=sought is None)

    async def _walk(
        self, ids: "array[int]", known: Column, words: str, start: int, step: int
    ) -> int | None:
        count = len(ids)
        for begin in range(0, min(count, MOST_WALKED), BLOCK):
            rows = [(start + step * at) % count for at in range(begin, min(begin + BLOCK, count))]
            found = await self._context.desk.cards.rows(array("q", (ids[row] for row in rows)))
            cards = {card.id: card for card in found}
            for row in rows:
                card = cards.get(ids[row])
                if card is not None and folded(copied(known, card)).startswith(words):
                    return row
        return None

    def _tell_nothing(self, known: Column, words: str, count: int, *, walked: bool) -> None:
        if walked and count > MOST_WALKED:
            said = self.tr(
                "None of the next {count} cards says “{words}” in {column}. Narrow the search."
            )
        else:
            said = self.tr("No card says “{words}” in {column}.")
        self._context.messages.tell(
            said.format(count=count_shown(MOST_WALKED), words=words, column=shown(known.title))
        )


def sought_in(column: Column, words: str) -> Sought | None:
    """What the desk can be asked for; None for a column that says its values in other words."""
    if column.field is None:
        return None
    if column.field in WITH_TEXT:
        return Beginning(column.field, words)
    field = FIELDS[column.field]
    if field.kind is not FieldKind.CHOICE:
        return None
    values = (
        choice.value
        for choice in field.choices
        if folded(shown(choice.label)).startswith(folded(words))
    )
    return Term(field.name, Operator.ANY_OF, tuple(values))
