"""Keeping the desk up to date with the provider, beside the work and resumable after a restart."""

import asyncio
import logging
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from simdesk.models.changes import CardsChanged, SyncMoved
from simdesk.models.clock import Clock
from simdesk.models.periods import local, midnight
from simdesk.services import sync_pace
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.logs import note
from simdesk.services.storage import progress_store
from simdesk.services.storage.card_store import rows
from simdesk.services.storage.database import Database
from simdesk.services.storage.listing_store import ensure_account
from simdesk.services.storage.progress_store import Sweep, ToRead
from simdesk.services.sync_list import AT_ONCE, Listing
from simdesk.services.sync_pace import Pace
from simdesk.services.sync_reading import Reading, side_by_side

_A_SECOND = timedelta(seconds=1)
_FRESH_FOR = timedelta(minutes=10)
_SLOW_SHARE = 0.25
"""How much of the rate reading cards one by one may take."""
_SLOW_SECONDS = 600.0
"""After so long the list is due again; the next run goes on with the stalest cards."""
_BATCH = 50
_LOG = logging.getLogger(__name__)


class SyncService:
    """One account's sync. Progress is announced as SyncMoved, what changed as CardsChanged."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        announcer: Announcer,
        clock: Clock,
        *,
        account: str,
        provider: str,
    ) -> None:
        self.progress: SyncMoved = sync_pace.IDLE
        self._database = database
        self._calls = calls
        self._announcer = announcer
        self._clock = clock
        self._account = account
        self._provider = provider
        self._reading = Reading(database, calls, account, announcer)
        self._listing = Listing(database, calls, account, announcer, self._reading)
        self._stopping = False
        self._opening: set[int] = set()

    async def run(self) -> None:
        """One whole sweep: the list, then details and usage; does nothing while one runs.

        Where a call names one card only, details and usage are read for ten minutes at a quarter
        of the rate, stalest cards first; the next run goes on. Raises KnownError for a provider
        that does not answer; what was read is kept and the next run resumes.
        """
        if self.progress.running:
            return
        self._stopping = False
        self._move(True, sync_pace.LISTING, 0, None)
        note(_LOG, "sync begins")
        began = self._clock.monotonic()
        phase = sync_pace.FAILED
        try:
            await self._database.write(
                lambda connection: ensure_account(connection, self._account, self._provider)
            )
            pace = Pace(self._clock)
            sweep = await self._listing.sweep(self._stopped, partial(self._listed, pace))
            if sweep is not None:
                await self._read(sweep, pace)
            phase = sync_pace.STOPPED if self._stopping else sync_pace.RESTING
        except asyncio.CancelledError:
            phase = sync_pace.STOPPED
            raise
        finally:
            self._move(False, phase, self.progress.done, self.progress.total)
            seconds = round(self._clock.monotonic() - began, 1)
            note(_LOG, "sync ends", phase=phase, cards=self.progress.total, seconds=seconds)

    def _stopped(self) -> bool:
        return self._stopping

    @property
    def _bulk(self) -> int:
        return self._calls.capabilities.bulk_reads

    def _listed(self, pace: Pace, done: int, total: int, pages_left: int) -> None:
        pace.answered()
        # In bulk, details and usage follow at once: two calls for so many cards.
        later = 2 * math.ceil(total / self._bulk) if self._bulk > 1 else 0
        left = pace.seconds_left(pages_left + later)
        self._move(True, sync_pace.LISTING, done, total, left)

    async def _read(self, sweep: Sweep, pace: Pace) -> None:
        if self._bulk > 1:
            # Within one second of business time nothing tells before from after: read it again.
            await self._read_in_bulk(sweep.started_at + _A_SECOND, pace)
            if self._stopping:
                return
        done = replace(sweep, finished_at=self._calls.now())
        await self._database.write(
            lambda connection: progress_store.note_sweep(connection, self._account, done)
        )
        if self._bulk <= 1:
            await self._read_slowly()

    async def _read_in_bulk(self, since: datetime, pace: Pace) -> None:
        total = await self._database.read(
            lambda connection: progress_store.count_to_read(connection, self._account, since)
        )
        due = _Due(self._database, self._account, since, self._bulk)
        done = 0

        async def worker() -> None:
            nonlocal done
            while not self._stopped() and (cards := await due.following()):
                pace.answered(await self._reading.read(cards))
                done += len(cards)
                left = pace.seconds_left(2 * math.ceil((total - done) / self._bulk))
                self._move(True, sync_pace.READING, done, total, left)

        self._move(True, sync_pace.READING, 0, total)
        await side_by_side(worker() for _ in range(AT_ONCE))

    async def _read_slowly(self) -> None:
        """Every card once a day, one by one, leaving most of the rate to people."""
        since = midnight(local(self._calls.now()).date())
        total = await self._database.read(
            lambda connection: progress_store.count_to_read(connection, self._account, since)
        )
        pace, ends, done = Pace(self._clock), self._clock.monotonic() + _SLOW_SECONDS, 0
        spacing = 1 / (self._calls.capabilities.calls_per_second * _SLOW_SHARE)
        while not self._stopped():
            batch = await self._database.read(
                lambda connection: progress_store.stalest(connection, self._account, since, _BATCH)
            )
            if not batch:
                return
            for card in batch:
                began = self._clock.monotonic()
                calls = await self._reading.read([card])
                spent = self._clock.monotonic() - began
                await self._clock.sleep(max(0.0, calls * spacing - spent))
                pace.answered()
                done += 1
                self._move(True, sync_pace.READING, done, total, pace.seconds_left(total - done))
                if self._stopped() or self._clock.monotonic() >= ends:
                    return

    def _move(
        self,
        running: bool,
        phase: str,
        done: int,
        total: int | None,
        seconds_left: float | None = None,
    ) -> None:
        self.progress = SyncMoved(running, phase, done, total, seconds_left)
        self._announcer.announce(self.progress)

    def stop(self) -> None:
        """End after the calls under way; the next run resumes."""
        self._stopping = True

    async def refresh(self, card_ids: Sequence[int]) -> None:
        """Read these cards and their usage now. Raises KnownError."""
        cards = await self._database.read(
            lambda connection: progress_store.some_to_read(connection, card_ids)
        )
        await self._reading.read(cards, urgent=True)
        if cards:
            ids = frozenset(card.id for card in cards)
            self._announcer.announce(CardsChanged(ids, frozenset({"synced"})))

    async def opened(self, card_id: int) -> None:
        """Someone looks at this card: read it when it is not fresh. Raises KnownError."""
        if card_id in self._opening:
            return
        self._opening.add(card_id)
        try:
            if await self._stale(card_id):
                await self.refresh([card_id])
        finally:
            self._opening.discard(card_id)

    async def _stale(self, card_id: int) -> bool:
        found = await self._database.read(lambda connection: rows(connection, [card_id]))
        if not found:
            return False
        stamps, now = found[0].stamps, self._calls.now()
        if stamps.detailed_at is None or stamps.usage_at is None:
            return True
        # Yesterday's usage is complete at midnight.
        newest_usage = midnight(local(now).date())
        return now - stamps.detailed_at > _FRESH_FOR or stamps.usage_at < newest_usage


class _Due:
    """Hands out the cards still to be read, by id, to several workers."""

    def __init__(self, database: Database, account: str, since: datetime, size: int) -> None:
        self._database = database
        self._account = account
        self._since = since
        self._size = size
        self._after = 0
        self._over = False
        self._turn = asyncio.Lock()

    async def following(self) -> tuple[ToRead, ...]:
        """The next cards, empty at the end."""
        async with self._turn:
            if self._over:
                return ()
            cards = await self._database.read(
                lambda connection: progress_store.to_read(
                    connection, self._account, self._since, self._after, self._size
                )
            )
            if cards:
                self._after = cards[-1].id
            self._over = len(cards) < self._size
            return cards
