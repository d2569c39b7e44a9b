"""Walking through the provider's whole list: resumable, and sure of what is no longer in it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from simdesk.models.changes import CardsChanged
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.providers.base import CardPage
from simdesk.services.storage import progress_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.listing_store import put_listing, put_page
from simdesk.services.storage.progress_store import Sweep
from simdesk.services.sync_reading import Reading, side_by_side

AT_ONCE = 4
"""Calls under way together; the rate is kept by whoever lets them through."""
_PIECE = 500
"""Cards of a page that are written together."""
RESUME_WITHIN = timedelta(hours=1)
"""A sweep cut off longer ago begins anew: what it read is old and pages may have moved."""

Progress = Callable[[int, int, int], None]
"""Cards done, cards in all, pages left."""


class Listing:
    """One account's list, page by page."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        account: str,
        announcer: Announcer,
        reading: Reading,
    ) -> None:
        self._database = database
        self._calls = calls
        self._account = account
        self._announcer = announcer
        self._reading = reading

    async def sweep(self, stopping: Callable[[], bool], progress: Progress) -> Sweep | None:
        """Read what a sweep cut off left, else all; None when it was stopped.

        The sweep goes on with details and usage: whoever reads these marks its end. Raises
        ProviderFault; the pages read so far are kept.
        """
        walk = _Walk(await self._begin())
        await self._page(walk, 1)

        async def worker() -> None:
            for number in walk.numbers:
                if stopping():
                    return
                await self._page(walk, number)
                progress(walk.done_cards, walk.total, walk.left)

        progress(walk.done_cards, walk.total, walk.left)
        await side_by_side(worker() for _ in range(AT_ONCE))
        if walk.left:
            return None
        await self._ask_for_missing(walk.sweep.started_at)
        self._announcer.announce(CardsChanged(None, frozenset({"synced"})))
        return walk.sweep

    async def _begin(self) -> Sweep:
        last = await self._database.read(
            lambda connection: progress_store.last_sweep(connection, self._account)
        )
        now = self._calls.now()
        if last and last.finished_at is None and now - last.started_at < RESUME_WITHIN:
            return last
        return Sweep(now, 1)

    async def _page(self, walk: "_Walk", number: int) -> None:
        asked_at = self._calls.now()
        page = await self._calls.cards(number)
        # In pieces, so that no write keeps another waiting for long. With the last goes how far the
        # sweep has come; writes keep their order, so what that counts as turned is stored by then.
        pieces = [page.cards[start : start + _PIECE] for start in range(0, len(page.cards), _PIECE)]
        for piece in pieces[:-1]:
            some = partial(put_listing, account=self._account, listed=piece, asked_at=asked_at)
            self._reading.announce(await self._reading.write(some))
        sweep = walk.turned(number, page)
        put = partial(
            put_page,
            account=self._account,
            listed=pieces[-1] if pieces else (),
            asked_at=asked_at,
            sweep=sweep,
        )
        self._reading.announce(await self._reading.write(put))

    async def _ask_for_missing(self, since: datetime) -> None:
        """Cards no page had: asked for by name, since pages may have moved meanwhile."""
        missing = await self._database.read(
            lambda connection: progress_store.unseen(connection, self._account, since)
        )
        await self._reading.read(missing)


class _Walk:
    """Where several readers of pages stand together."""

    def __init__(self, sweep: Sweep) -> None:
        self.sweep = sweep
        self.total = 0
        self.numbers: Iterator[int] = iter(())
        self._pages = 0
        self._turned: set[int] = set(range(1, sweep.next_page))

    def turned(self, number: int, page: CardPage) -> Sweep:
        """Note an answered page; what to remember of the sweep once it is stored."""
        if number == 1:
            self._pages, self.total = page.pages, page.total
            self._size = max(1, len(page.cards))
            self.numbers = iter(range(max(2, self.sweep.next_page), self._pages + 1))
        self._turned.add(number)
        following = self.sweep.next_page
        while following in self._turned:
            following += 1
        self.sweep = Sweep(self.sweep.started_at, following)
        return self.sweep

    @property
    def left(self) -> int:
        """Pages not answered yet."""
        return max(0, self._pages - len(self._turned))

    @property
    def done_cards(self) -> int:
        return min(self.total, len(self._turned) * self._size)
