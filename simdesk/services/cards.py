"""Questions about cards, as people ask them: which, how many, what may be done, what happened."""

import asyncio
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from simdesk.models.action import Action
from simdesk.models.actions import ActionKey, Allowed, verdict
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.paste import PasteReport, numbers_wanted, sort_paste, split_paste
from simdesk.models.periods import Month, local
from simdesk.models.seeking import Sought
from simdesk.models.texts import Text
from simdesk.models.usage import CardUsage
from simdesk.models.value_counts import MOST_VALUES, CountOrder, ValueCounts
from simdesk.services import card_records
from simdesk.services.card_ids import IdSet
from simdesk.services.card_records import CardRecord
from simdesk.services.preparing import Preparing
from simdesk.services.storage import card_store, record_store, seeking, usage_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.finding.finder import Finder

__all__ = ["CardRecord", "CardService", "PasteReport", "SelectionVerdict", "Totals"]


@dataclass(frozen=True, slots=True)
class Totals:
    """Usage of some cards in KB; `usage_as_of` is the oldest reading in it, None without cards."""

    count: int
    usage_kb: int
    usage_as_of: datetime | None


@dataclass(frozen=True, slots=True)
class SelectionVerdict:
    """One action on a selection: cards it is allowed for, and how many each reason blocks."""

    allowed: int
    cautions: tuple[Text, ...]
    blocked: tuple[tuple[Text, int], ...]


class CardService:
    """The desk's cards. Everything here reads; nothing asks the provider."""

    def __init__(
        self, database: Database, capabilities: Capabilities, now: Callable[[], datetime]
    ) -> None:
        self.capabilities = capabilities
        self._database = database
        self._now = now
        self._finder = Finder()
        self.preparing = Preparing(database, self._finder)

    @property
    def prepared(self) -> bool:
        """Questions are answered in memory."""
        return self._finder.index.ready

    def now(self) -> datetime:
        """Business time, in Asia/Shanghai."""
        return self._now()

    def today(self) -> date:
        """The business date, in Asia/Shanghai."""
        return local(self._now()).date()

    async def first(
        self,
        filter: CardFilter,  # noqa: A002 - the question is a filter
        sort: Sort,
        limit: int = 200,
    ) -> tuple[CardRow, ...]:
        """The first rows of a result, before the whole of it is known."""
        question = filter.on(self.today())
        return await self._database.read(
            lambda connection: self._finder.first(connection, question, sort, limit)
        )

    async def ids(self, filter: CardFilter, sort: Sort) -> "array[int]":  # noqa: A002 - as above
        """The ids of the whole result in order, 64 bits each."""
        question = filter.on(self.today())
        return await self._database.read(
            lambda connection: self._finder.ids(connection, question, sort)
        )

    async def rows(self, ids: Sequence[int]) -> tuple[CardRow, ...]:
        """The cards with these ids in the order asked; unknown ids are left out."""
        return await self._database.read(partial(card_store.rows, ids=ids))

    async def total(self) -> int:
        """Cards of the desk without the cancelled."""
        return await self._database.read(self._finder.total)

    async def sums(self, ids: Sequence[int]) -> Totals:
        found = await self._database.read(partial(self._finder.sums, card_ids=ids))
        return Totals(found.count, found.usage_kb, found.as_of)

    async def verdicts(self, ids: Sequence[int]) -> Mapping[Action, SelectionVerdict]:
        """What may be done to a selection; judged once per key, not per card."""
        keys = await self._database.read(partial(self._finder.keys, card_ids=ids))
        today = self.today()
        return {action: self._judged(keys, action, today) for action in Action}

    def _judged(
        self, keys: Mapping[ActionKey, int], action: Action, today: date
    ) -> SelectionVerdict:
        allowed = 0
        cautions: dict[Text, None] = {}
        blocked: Counter[Text] = Counter()
        for key, count in keys.items():
            found = verdict(key, action, self.capabilities, today)
            if isinstance(found, Allowed):
                allowed += count
                if found.caution is not None:
                    cautions[found.caution] = None
            else:
                blocked[found.reason] += count
        return SelectionVerdict(allowed, tuple(cautions), tuple(blocked.most_common()))

    async def known(self, field: str) -> tuple[str, ...]:
        """Different values of a text field, or of the tags in use, sorted.

        Empty for a field whose values are not words of the fleet.
        """
        return await self._database.read(partial(card_store.known, field=field))

    async def tag_counts(self, ids: Sequence[int]) -> Mapping[str, int]:
        """How many of these cards carry each tag; tags that none carries are absent."""
        return await self._database.read(partial(card_store.tag_counts, card_ids=ids))

    async def paste(self, words: str) -> PasteReport:
        """Find the cards of a pasted text of ICCIDs, MSISDNs, IMSIs and IMEIs, mixed."""
        # Cutting and sorting a long list would hold up the window.
        pasted = await asyncio.to_thread(split_paste, words)
        wanted = set().union(*numbers_wanted(pasted).values())
        found, cancelled = await self._database.read(
            lambda connection: card_store.by_numbers(connection, wanted)
        )
        return await asyncio.to_thread(sort_paste, pasted, found, cancelled)

    async def usage(self, card_id: int, first: Month, last: Month) -> CardUsage:
        """Stored usage from `first` to `last`, both included, with running plans and shares."""
        return await self._database.read(
            lambda connection: usage_store.usage_of(connection, card_id, first, last)
        )

    async def records(self, card_id: int) -> tuple[CardRecord, ...]:
        """The card's history, newest first; empty for an unknown card."""
        stored = await self._database.read(partial(record_store.history_of, card_id=card_id))
        return () if stored is None else card_records.records(stored)

    async def value_counts(
        self,
        cards: CardFilter | Sequence[int],
        field: str,
        order: CountOrder = CountOrder.COUNT,
        *,
        descending: bool = True,
        limit: int = MOST_VALUES,
    ) -> ValueCounts:
        """The different values of a field on the cards of a question, or on those with these ids.

        `field` is one of `value_counts.GROUPED`; for others KeyError.
        """
        which = cards.on(self.today()) if isinstance(cards, CardFilter) else cards
        return await self._database.read(
            lambda connection: self._finder.value_counts(
                connection, which, field, order, descending=descending, limit=limit
            )
        )

    async def seek(
        self, ids: "array[int]", sought: Sought, start: int, step: int = 1
    ) -> int | None:
        """The first row of `ids` from `start` on that says this, going round; None for none.

        `step` is 1 for forwards and -1 for backwards. Relative days in `sought` are not resolved.
        """
        # Counted where it was read: that is no work for the window's thread.
        return await self._database.read(
            lambda connection: (
                IdSet(seeking.ids(connection, sought)).rows_in(ids).following(start, step)
            )
        )
