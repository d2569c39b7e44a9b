"""What others must hear of a bulk: facts in batches, and cards read back when they are done."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from itertools import islice

from simdesk.models.capabilities import Capabilities
from simdesk.models.changes import CardsChanged, OperationsChanged
from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls

PAUSE = 0.08
"""Seconds between two announcements."""
_MANY = 2000
_FIELDS = frozenset({"pending"})
_FEW = 20
_READ_TRIES = 3
_READ_PAUSE = 5.0
_READ_SPACING = 20.0
"""Calls' worth of time between two readings: about a tenth of the rate goes into them."""
BULK_SPACING = 0.5
"""Seconds for which a call that may name many cards waits for more of them: fewer and larger
readings are cheaper."""

Refresh = Callable[[Sequence[int]], Awaitable[None]]


def read_back_spacing(capabilities: Capabilities) -> float:
    """Seconds from one reading of few cards to the next, while more of them come."""
    gathering = BULK_SPACING if capabilities.bulk_reads > 1 else PAUSE
    return max(gathering, _READ_SPACING / capabilities.calls_per_second)


class Notices:
    """Announces changed cards and operations every 80 ms at most, never one by one."""

    def __init__(self, announcer: Announcer, clock: Clock) -> None:
        self._announcer = announcer
        self._clock = clock
        self._cards: set[int] = set()
        self._operations: dict[str, None] = {}
        self._drain: asyncio.Task[None] | None = None

    def tell(self, operation_id: str | None = None, cards: Iterable[int] = ()) -> None:
        """An operation moved, and whether these cards have something pending."""
        if operation_id is not None:
            self._operations[operation_id] = None
        self._cards.update(cards)
        if self._drain is None:
            self._drain = asyncio.create_task(self._drained(), name="notices")

    def changed(self, cards: Collection[int], fields: Collection[str]) -> None:
        """These cards were read and differ in these fields."""
        if cards:
            self._announcer.announce(CardsChanged(frozenset(cards), frozenset(fields)))

    async def aclose(self) -> None:
        """Tell what has not been told yet."""
        if self._drain is not None:
            self._drain.cancel()
            await asyncio.wait({self._drain})
            self._drain = None
        self._announce()

    async def _drained(self) -> None:
        while self._cards or self._operations:
            await self._clock.sleep(PAUSE)
            self._announce()
        self._drain = None

    def _announce(self) -> None:
        cards, self._cards = self._cards, set()
        operations, self._operations = self._operations, {}
        if cards:
            few = None if len(cards) > _MANY else frozenset(cards)
            self._announcer.announce(CardsChanged(few, _FIELDS))
        for operation_id in operations:
            self._announcer.announce(OperationsChanged(operation_id))


class ReadBack:
    """Reads acted-on cards again, many at a time, so that the table shows the truth.

    A reading that fails is tried again twice; then the card waits for the next sync, and its
    stamps say how old it is. Readings follow each other slowly enough to leave the rate to sends.
    """

    def __init__(self, refresh: Refresh, clock: Clock, calls: Calls) -> None:
        self._refresh = refresh
        self._clock = clock
        self._batch = max(_FEW, calls.capabilities.bulk_reads)
        self._pause = max(PAUSE, _READ_SPACING / calls.capabilities.calls_per_second)
        self._spacing = read_back_spacing(calls.capabilities)
        self._waiting: dict[int, int] = {}
        self._reading: asyncio.Task[None] | None = None

    def want(self, cards: Iterable[int]) -> None:
        """Read these cards soon."""
        self._waiting.update(dict.fromkeys(cards, 0))
        if self._waiting and self._reading is None:
            self._reading = asyncio.create_task(self._read(), name="read-back")

    async def aclose(self) -> None:
        """Give up reading: the next sync will."""
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.wait({self._reading})
            self._reading = None

    async def _read(self) -> None:
        # A cleared reference at the end, whatever ends it, lets the next wish start anew.
        try:
            await self._clock.sleep(PAUSE)
            while self._waiting:
                await self._read_some()
                await self._clock.sleep(self._pause)
                if len(self._waiting) < self._batch and self._spacing > self._pause:
                    await self._clock.sleep(self._spacing - self._pause)
        finally:
            self._reading = None

    async def _read_some(self) -> None:
        part = {card: self._waiting.pop(card) for card in tuple(islice(self._waiting, self._batch))}
        try:
            await self._refresh(list(part))
        except KnownError:
            again = {card: tries + 1 for card, tries in part.items() if tries + 1 < _READ_TRIES}
            self._waiting = again | self._waiting
            await self._clock.sleep(_READ_PAUSE)
