"""Reads what the details show of one card; answers of another card never get through."""

from collections.abc import Callable, Coroutine
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, Signal

from simdesk.models.card import CardRow
from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.ui.context import Context


class Part(Enum):
    """What is read on its own; the value names its task."""

    CARD = "details: card"
    USAGE = "details: usage"
    RECORDS = "details: records"
    RULES = "details: rules"
    REFRESH = "details: refresh"


class CardLoader(QObject):
    """Each part is a named task, the latest wins. Every answer carries the card it belongs to."""

    card_read = Signal(object)
    """A CardRow."""
    usage_read = Signal(object, object)
    """Card id, CardUsage."""
    records_read = Signal(object, object)
    """Card id, tuple of CardRecord."""
    rules_read = Signal(object, object)
    """A CardRow, tuple of CardRule."""
    failed = Signal(object, object)
    """Part, KnownError."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card_id: int | None = None

    def look_at(self, card_id: int | None) -> None:
        """From now on only answers about this card count; what is still being read is dropped."""
        if card_id == self._card_id:
            return
        self._card_id = card_id
        for part in Part:
            self._context.tasks.cancel(part.value)

    def read_card(self) -> None:
        self._start(Part.CARD, self._read_card)

    def read_usage(self, first: Month, last: Month) -> None:
        """Months `first` to `last`, both included."""

        def job(card_id: int) -> Coroutine[Any, Any, None]:
            return self._read_usage(card_id, first, last)

        self._start(Part.USAGE, job)

    def read_records(self) -> None:
        self._start(Part.RECORDS, self._read_records)

    def read_rules(self, row: CardRow) -> None:
        """The automation rules that concern this card, and what they recorded of it."""
        self._start(Part.RULES, lambda card_id: self._read_rules(row))

    def refresh(self) -> None:
        """Let the provider be asked where the desk's readings are stale; a spreadsheet has none."""
        if not self._context.reviewing:
            self._start(Part.REFRESH, self._refresh)

    def _start(self, part: Part, job: Callable[[int], Coroutine[Any, Any, None]]) -> None:
        card_id = self._card_id
        if card_id is not None:
            self._context.tasks.start(part.value, self._guarded(part, card_id, job), replace=True)

    async def _guarded(
        self, part: Part, card_id: int, job: Callable[[int], Coroutine[Any, Any, None]]
    ) -> None:
        try:
            await job(card_id)
        except KnownError as error:
            if card_id == self._card_id:
                self.failed.emit(part, error)

    async def _read_card(self, card_id: int) -> None:
        rows = await self._context.desk.cards.rows([card_id])
        for row in rows:
            if row.id == self._card_id:
                self.card_read.emit(row)

    async def _read_usage(self, card_id: int, first: Month, last: Month) -> None:
        usage = await self._context.desk.cards.usage(card_id, first, last)
        if card_id == self._card_id:
            self.usage_read.emit(card_id, usage)

    async def _read_records(self, card_id: int) -> None:
        records = await self._context.desk.cards.records(card_id)
        if card_id == self._card_id:
            self.records_read.emit(card_id, records)

    async def _read_rules(self, row: CardRow) -> None:
        rules = await self._context.desk.automation.rules_of_card(
            row.id, row.facts.voucher, row.tags
        )
        if row.id == self._card_id:
            self.rules_read.emit(row, rules)

    async def _refresh(self, card_id: int) -> None:
        await self._context.desk.sync.opened(card_id)
        rows: tuple[CardRow, ...] = await self._context.desk.cards.rows([card_id])
        for row in rows:
            if row.id == self._card_id:
                self.card_read.emit(row)
