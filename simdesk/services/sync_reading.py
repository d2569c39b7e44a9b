"""Reading cards in full and their usage, and writing it down: what every kind of sync shares."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial

from simdesk.models.capabilities import Capabilities
from simdesk.models.changes import CardsChanged, TagsChanged
from simdesk.models.commands import CardRef
from simdesk.models.periods import Month, local
from simdesk.models.usage import CardUsage
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.storage.database import Database
from simdesk.services.storage.detail_store import put_readings
from simdesk.services.storage.differences import Changes
from simdesk.services.storage.progress_store import ToRead, mark_not_listed


def months_wanted(card: ToRead, now: datetime, capabilities: Capabilities) -> tuple[Month, ...]:
    """The months that may hold days this desk does not know yet, never more than are kept.

    Usage of the day before a reading was told by that reading, so one day earlier is enough.
    """
    last = Month.of(local(now).date())
    earliest = last.plus(1 - max(1, capabilities.history_months))
    if card.usage_at is None:
        return tuple(earliest.until(last))
    since = Month.of(local(card.usage_at - timedelta(days=1)).date())
    return tuple(max(earliest, since).until(last))


class Reading:
    """Cards, a handful at a time: details and usage asked for, stored and announced."""

    def __init__(
        self, database: Database, calls: Calls, account: str, announcer: Announcer
    ) -> None:
        self._database = database
        self._calls = calls
        self._account = account
        self._announcer = announcer
        self._turn = asyncio.Lock()

    async def read(self, cards: Sequence[ToRead], *, urgent: bool = False) -> int:
        """Read these cards in full with their usage. Returns how many calls that took.

        A card the provider does not know is marked as no longer listed. Raises ProviderFault.
        """
        size = max(1, self._calls.capabilities.bulk_reads)
        calls = 0
        for start in range(0, len(cards), size):
            calls += await self._read_some(cards[start : start + size], urgent)
        return calls

    async def _read_some(self, cards: Sequence[ToRead], urgent: bool) -> int:
        asked_at = self._calls.now()
        read = await self._calls.read([card.ref for card in cards], urgent=urgent)
        usage_asked_at = self._calls.now()
        usage: dict[CardRef, CardUsage] = {}
        calls = 1
        try:
            for months, refs in self._by_months(card for card in cards if card.ref in read):
                told = await self._calls.usage(refs, months, urgent=urgent)
                # Nothing told is an answer too; the card would be asked for for ever.
                usage.update((ref, told.get(ref, CardUsage(()))) for ref in refs)
                calls += 1
        finally:
            # One write for both, each card's row once; what did come is kept whatever happens.
            found = {ref: (reading.facts, reading.details) for ref, reading in read.items()}
            put = partial(
                put_readings,
                account=self._account,
                read=found,
                asked_at=asked_at,
                usage=usage,
                usage_asked_at=usage_asked_at,
            )
            self.announce(await self.write(put, urgent=urgent))
        gone = [card.id for card in cards if card.ref not in read]
        if gone:
            await self.mark_gone(gone, asked_at)
        return calls

    async def write(self, job: Callable[..., Changes], *, urgent: bool = False) -> Changes:
        """Write on behalf of a sync: one such write is asked for at a time, unless urgent.

        So a write of the operator's waits for one of them at most, not for as many as are ready.
        """
        if urgent:
            return await self._database.write(job)
        async with self._turn:
            return await self._database.write(job)

    def _by_months(
        self, cards: Iterable[ToRead]
    ) -> Iterator[tuple[tuple[Month, ...], list[CardRef]]]:
        now = self._calls.now()
        # Most were read together the last time: what they lack is worked out once.
        alike: dict[datetime | None, list[ToRead]] = {}
        for card in cards:
            alike.setdefault(card.usage_at, []).append(card)
        groups: dict[tuple[Month, ...], list[CardRef]] = {}
        for some in alike.values():
            wanted = months_wanted(some[0], now, self._calls.capabilities)
            groups.setdefault(wanted, []).extend(card.ref for card in some)
        return iter(groups.items())

    async def mark_gone(self, ids: Sequence[int], since: datetime) -> None:
        self.announce(await self.write(partial(mark_not_listed, ids=ids, since=since)))

    def announce(self, changes: Changes) -> None:
        """Say which cards are other than before, and in what."""
        if changes.card_ids:
            fields = None if changes.new else frozenset(changes.fields)
            self._announcer.announce(CardsChanged(frozenset(changes.card_ids), fields))
        if changes.tags:
            self._announcer.announce(TagsChanged())


async def side_by_side(workers: Iterable[Coroutine[object, object, None]]) -> None:
    """Run these at once; the first error ends them all and is raised."""
    tasks = [asyncio.ensure_future(worker) for worker in workers]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
