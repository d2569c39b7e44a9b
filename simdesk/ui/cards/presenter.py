"""Between the card table and the card service: asks, shows, hears what changed."""

from array import array
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from simdesk.models.card import CardRow
from simdesk.models.changes import CardsChanged
from simdesk.models.filters import CardFilter, Sort
from simdesk.ui.actions.standing import Standings, of_card, of_selection
from simdesk.ui.cards.selection import CardSelection
from simdesk.ui.cards.table_model import KEPT_ROWS, PAGE, CardTableModel
from simdesk.ui.context import Context
from simdesk.ui.spaced import Spaced

FIRST = 200
"""As many rows are shown before the whole result is known."""

SETTLE_MS = 150
"""Changes are gathered so long before rows are read again."""

AGAIN_MS = 1_000
"""While cards keep changing, the table asks, and the selection is judged, so far apart."""

JUDGE_MS = 40
OUTDATED_MS = 250
"""A sum that belongs to other cards than those that are counted stays no longer than this."""
_BARE = frozenset({"iccid", "msisdn", "imsi", "remark"})
_JUDGED = frozenset({"specific", "plan", "smart", "auto_renew", "due", "usage", "usage_as_of"})
"""Fields that a verdict or the sum reads."""


@dataclass(frozen=True)
class Facts:
    """What the status bar tells. `usage_kb` is of the selected cards, else of all that match."""

    matching: int = 0
    complete: bool = False
    total: int | None = None
    selected: int = 0
    hidden: int = 0
    usage_kb: int | None = None
    usage_as_of: datetime | None = None


def fields_read(question: CardFilter, sort: Sort) -> frozenset[str]:
    """The fields a question and its order depend on: a change of others cannot move a card."""
    found = {key.field for key in sort.for_question(question).keys}
    for term in question.active:
        found |= _BARE if term.field is None else {term.field}
    if not question.includes_cancelled or "cancelled" in found:
        found |= {"status", "specific"}
    return frozenset(found)


class CardsPresenter(QObject):
    """Shows the cards of one question in one order; every search replaces the one before."""

    facts_changed = Signal(object)
    """Facts."""
    standings_changed = Signal(object)
    """Standings of the selected cards; empty while they are judged."""
    searched = Signal()
    """The whole result is in the table."""

    def __init__(
        self,
        context: Context,
        model: CardTableModel,
        selection: CardSelection,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._cards = context.desk.cards
        self._tasks = context.tasks
        self._model = model
        self._selection = selection
        self.question = CardFilter()
        self.sort = Sort()
        self.facts = Facts()
        self.standings: Standings = {}
        self._stale: set[int] | None = set()
        self._ask_again = False
        self._settling = Spaced(self._on_settled, SETTLE_MS, SETTLE_MS, self)
        self._asking = Spaced(self._on_asking_due, SETTLE_MS, AGAIN_MS, self)
        self._judging_again = Spaced(self._on_judging_due, SETTLE_MS, AGAIN_MS, self)
        self._judging = QTimer(self, singleShot=True, interval=JUDGE_MS)
        self._judging.timeout.connect(self._on_judging_due)
        self._outdated = QTimer(self, singleShot=True, interval=OUTDATED_MS)
        self._outdated.timeout.connect(self._on_outdated)
        model.rows_wanted.connect(self._on_rows_wanted)
        selection.changed.connect(self._on_selection_changed)
        context.bridge.cards_changed.connect(self._on_cards_changed)
        self._tasks.busy_changed.connect(self._on_busy_changed)

    # Asking

    def ask(self, question: CardFilter, sort: Sort | None = None) -> None:
        """Show the cards of this question, in this order; what is shown already asks nothing."""
        wanted = self.sort if sort is None else sort
        if (question, wanted) != (self.question, self.sort):
            self.question, self.sort = question, wanted
            self.search()

    def order(self, sort: Sort) -> None:
        """Show them in this order."""
        self.ask(self.question, sort)

    def search(self) -> None:
        """Ask anew; the first rows come at once."""
        self._tasks.start("search", self._search(quick=True), replace=True)

    def refresh(self) -> None:
        """Ask again for what is shown, rows included; nothing jumps."""
        self._model.forget(None)
        self._tasks.start("search", self._search(quick=False), replace=True)

    async def _search(self, *, quick: bool) -> None:
        question, sort = self.question, self.sort
        if not quick:
            self._model.show_ids(await self._cards.ids(question, sort))
        elif self._cards.prepared:
            await self._show_at_once(question, sort)
        else:
            await self._show_growing(question, sort)
        if len(self._model.ids) != self.facts.matching and not self._outdated.isActive():
            self._outdated.start()
        self._say(matching=len(self._model.ids), complete=True)
        self.searched.emit()
        self._say(total=await self._cards.total())
        if quick:
            self._judging.start()
        else:
            self._judging_again.want()

    async def _show_at_once(self, question: CardFilter, sort: Sort) -> None:
        # With the cards in memory the whole is known as soon as its beginning: shown in one go.
        self._say(complete=False)
        generation = self._model.generation
        ids = await self._cards.ids(question, sort)
        rows = await self._cards.rows(ids[:PAGE])
        self._model.put_rows(ids[:PAGE], rows, generation)
        self._model.show_ids(ids)

    async def _show_growing(self, question: CardFilter, sort: Sort) -> None:
        self._say(complete=False, usage_kb=None, usage_as_of=None)
        self._tasks.cancel("sums")
        generation = self._model.generation
        rows = await self._cards.first(question, sort, FIRST)
        ids = array("q", (row.id for row in rows))
        self._model.put_rows(ids, rows, generation)
        self._model.show_ids(ids)
        if len(rows) == FIRST:
            self._model.show_ids(await self._cards.ids(question, sort))

    def _on_rows_wanted(self, first: int, last: int) -> None:
        ids = self._model.ids[first : last + 1]
        loading = self._load(first, ids, self._model.generation)
        self._tasks.start(f"rows {first}", loading, replace=True)

    async def _load(self, first: int, ids: "array[int]", generation: int) -> None:
        try:
            rows = await self._cards.rows(ids)
        finally:
            self._model.answered(first)
        self._model.put_rows(ids, rows, generation)
        selected = self._selection.ids()
        if len(selected) == 1 and selected[0] in ids:
            self._judging.start()  # one card is judged by its row

    # Hearing

    def _on_cards_changed(self, change: CardsChanged) -> None:
        ids = change.card_ids
        if ids is None or len(ids) > KEPT_ROWS or self._stale is None:
            self._stale = None  # whatever is here may have changed; what is in sight is read again
        else:
            self._stale |= ids
        self._settling.want()
        if change.fields is None or change.fields & fields_read(self.question, self.sort):
            self._asking.want()
        if change.fields is None or change.fields & _JUDGED:
            self._judging_again.want()

    def _on_settled(self) -> None:
        stale, self._stale = self._stale, set()
        self._model.forget(stale)

    def _on_asking_due(self) -> None:
        # What changes while a search runs may not be in its answer.
        self._ask_again = self._tasks.busy("search")
        if not self._ask_again:
            self._tasks.start("search", self._search(quick=False), replace=False)

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name == "search" and not busy and self._ask_again:
            self._ask_again = False
            self._asking.want()

    # The selection

    def _on_selection_changed(self) -> None:
        self._say(selected=self._selection.count, hidden=len(self._selection.hidden))
        if not self._outdated.isActive():
            self._outdated.start()
        if not self._selection.count:
            self._show_standings({})
        self._judging.start()

    def judge_now(self) -> None:
        """Judge the selection without waiting for more of it."""
        self._judging.stop()
        self._on_judging_due()

    def _on_judging_due(self) -> None:
        self._judging_again.drop()
        selected = self._selection.ids()
        if selected or self.facts.complete:  # the sum of a beginning is nobody's
            self._tasks.start("sums", self._sum(selected or self._model.ids), replace=True)
        card = self._model.card(selected[0]) if len(selected) == 1 else None
        if card is not None:
            self._tasks.cancel("verdicts")
            self._show_standings(of_card(card, self._cards.capabilities, self._cards.today()))
        elif selected:
            self._tasks.start("verdicts", self._judge(selected), replace=True)
        else:
            self._tasks.cancel("verdicts")
            self._show_standings({})

    def _on_outdated(self) -> None:
        self._say(usage_kb=None, usage_as_of=None)

    async def _sum(self, ids: "array[int]") -> None:
        totals = await self._cards.sums(ids)
        self._outdated.stop()
        self._say(usage_kb=totals.usage_kb, usage_as_of=totals.usage_as_of)

    async def _judge(self, ids: "array[int]") -> None:
        self._show_standings(of_selection(len(ids), await self._cards.verdicts(ids)))

    def _show_standings(self, standings: Standings) -> None:
        if not standings and not self.standings:
            return  # nothing is selected, as before
        self.standings = standings
        self.standings_changed.emit(standings)

    def _say(self, **changes: Any) -> None:  # noqa: ANN401 - fields of Facts
        facts = replace(self.facts, **changes)
        if facts != self.facts:
            self.facts = facts
            self.facts_changed.emit(facts)

    # Going through all matching cards, loaded or not

    async def rows_of(self, ids: "array[int]") -> list[CardRow]:
        """Rows of many cards in the order asked, read in pages."""
        found: list[CardRow] = []
        for start in range(0, len(ids), 512):
            found.extend(await self._cards.rows(ids[start : start + 512]))
        return found
