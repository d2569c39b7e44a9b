"""Goal 8: bulks of 10,000 at the speed of the provider's own latency, and of the whole fleet.

1,000 sends in flight, each answered after 20 to 80 ms, no rate limit: 10,000 take 0.5 s at least.
Without a journal on disk means the product's runner over books in memory (`MemoryJournal`). With
it means `OperationService` on the fleet's database, from `start` to the last settled item.

A bulk of 1,000 and more climbs a ramp: 1, 10, 100 cards, 1 %, each step answered and looked at
before the next. That is several latencies one after the other, whatever the machine; so the rest
behind the ramp is told beside the whole. A bulk that is carried on behind its ramp has none.
"""

import asyncio
import gc
import math
import statistics
import time
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import Random
from typing import Self, TypeVar

from sqlalchemy import func, select

from simdesk.compose import Desk, SystemClock
from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.commands import CardRef
from simdesk.models.operations import ItemState, OperationState, Request
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.operation_flight import Deadline
from simdesk.services.operation_notices import Notices, ReadBack
from simdesk.services.operation_runner import Run
from simdesk.services.operation_steps import StepCheck
from simdesk.services.operation_workshop import Bulk, Workshop
from simdesk.services.operations import OperationService
from simdesk.services.preparing import Preparing
from simdesk.services.rate import TokenBucket
from simdesk.services.sending import Sending
from simdesk.services.storage import card_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from simdesk.services.storage.finding.finder import Finder
from simdesk.services.storage.journal_store import PlannedItem
from simdesk.services.storage.opening import identity_of
from simdesk.services.storage.tables import card
from simdesk.services.sync import SyncService
from tests.benchmarks import frame
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line
from tests.benchmarks.operations_world import MEAN, LatencyProvider, bare_pool, timed_calls
from tests.services.memory_journal import MemoryJournal

T = TypeVar("T")
ITEMS, IN_FLIGHT = 10_000, 1_000
RAMP = 101
"""Cards that a ramp of so many items lets through before the rest."""
WITHOUT, WITH = 0.8, 0.4
LONGEST_MS = 10
SUSPEND = Request(Action.SUSPEND)


@dataclass
class Stand:
    """The product's services over the fleet's database and a provider that takes its time."""

    provider: LatencyProvider
    service: OperationService
    shop: Workshop
    rows: Sequence[CardRow]

    @classmethod
    async def on(cls, database: Database, ids: Sequence[int]) -> Self:
        """Over these cards, with `IN_FLIGHT` workers and without a rate limit."""
        rows = await database.read(partial(card_store.rows, ids=list(ids)))
        provider = LatencyProvider([row.facts for row in rows], rows[0].account)
        clock, announcer = SystemClock(), Announcer()
        calls = Calls(provider, TokenBucket(math.inf, clock), clock)
        auditor = Auditor("bench", "bench", calls.now)
        sync = SyncService(
            database, calls, announcer, clock, account=provider.account, provider=provider.name
        )
        service = OperationService(
            database,
            calls,
            clock,
            announcer,
            refresh=sync.refresh,
            random_bits=Random(ids[0]).getrandbits,
            auditor=auditor,
            sending=Sending(announcer),
            most_workers=IN_FLIGHT,
        )
        shop = Workshop(
            database,
            MemoryJournal(planned_of(rows)),
            calls,
            clock,
            auditor,
            Notices(announcer, clock),
            ReadBack(
                partial(read_only, calls, {row.id: row.facts.ref for row in rows}), clock, calls
            ),
            doubt=lambda: None,
            step_trouble=StepCheck(database, calls, clock).trouble,
            most_workers=IN_FLIGHT,
        )
        return cls(provider, service, shop, rows)

    async def aclose(self) -> None:
        await self.service.aclose()
        await self.shop.read_back.aclose()
        await self.shop.notices.aclose()


async def read_only(calls: Calls, refs: Mapping[int, CardRef], ids: Sequence[int]) -> None:
    """Cards read back, and kept nowhere: books in memory have no desk."""
    await calls.read([refs[one] for one in ids])


def planned_of(rows: Sequence[CardRow]) -> Sequence[PlannedItem]:
    """The items of a bulk over these cards."""
    return [
        PlannedItem("op", seq, row.id, row.facts.ref, f"{seq:032x}", None, row.facts.voucher)
        for seq, row in enumerate(rows, start=1)
    ]


async def in_memory(stand: Stand) -> float:
    """Seconds of a run over books in memory, carried on behind its ramp."""
    until = Deadline(stand.provider.now() + timedelta(hours=1), stand.provider.now)
    run = Run(stand.shop, Bulk("op", SUSPEND, until, len(stand.rows), dealt=RAMP))
    begun = time.perf_counter()
    await run.work()
    spent = time.perf_counter() - begun
    journal = stand.shop.journal
    assert isinstance(journal, MemoryJournal)
    assert {item.state for item in journal.items.values()} == {ItemState.DONE}
    return spent


@dataclass(frozen=True)
class Journalled:
    """Seconds from `start` to the last settled item: in all, of them `start`, behind the ramp."""

    whole: float
    start: float
    rest: float


async def on_disk(stand: Stand) -> Journalled:
    """A bulk through the whole product."""
    preview = await stand.service.preview(SUSPEND, [row.id for row in stand.rows])
    assert preview.eligible_count == len(stand.rows)
    begun = time.perf_counter()
    op_id = await stand.service.start(preview)
    written = time.perf_counter()
    while stand.service.running:
        await asyncio.sleep(0.002)
    ended = time.perf_counter()
    (row,) = (row for row in await stand.service.operations() if row.id == op_id)
    assert row.state is OperationState.FINISHED
    assert row.counts[ItemState.DONE] == len(stand.rows), row.counts
    return Journalled(ended - begun, written - begun, ended - stand.provider.sent_at[RAMP])


async def bulks(fleet: Fleet, runs: int) -> Sequence[Line]:
    """A bulk without and with the disk, and the bare pool, in turns; each on cards of its own."""
    database = await Database.open(fleet.file, identity_of(fleet.file))
    found: dict[str, list[float]] = {}
    try:
        # The window's table follows every write; so it does here.
        await Preparing(database, Finder()).once()
        free = await suspendable(database)
        items = min(ITEMS, len(free) // (runs + 1))
        for turn in range(runs + 1):
            spent = await one_turn(database, free[turn * items : (turn + 1) * items])
            if turn:  # the first turn warms up
                for name, seconds in spent.items():
                    found.setdefault(name, []).append(seconds)
    finally:
        await database.aclose()
    return bulk_lines(items, {name: statistics.median(times) for name, times in found.items()})


async def suspendable(database: Database) -> Sequence[int]:
    """Cards that may be suspended, in the order of their ids."""
    cards = await database.read(lambda connection: connection.scalar(select(func.max(card.c.id))))
    stand = await Stand.on(database, [1])
    preview = await stand.service.preview(SUSPEND, range(1, (cards or 0) + 1))
    await stand.aclose()
    return sorted(preview.eligible_ids)


async def one_turn(database: Database, ids: Sequence[int]) -> dict[str, float]:
    gc.collect()
    begun = time.perf_counter()
    await bare_pool(len(ids), IN_FLIGHT)
    bare = time.perf_counter() - begun
    stand = await Stand.on(database, ids)
    gc.collect()
    memory = await in_memory(stand)
    await stand.aclose()
    stand = await Stand.on(database, ids)
    gc.collect()
    disk = await on_disk(stand)
    await stand.aclose()
    return {
        "bare": bare,
        "memory": memory,
        "whole": disk.whole,
        "start": disk.start,
        "rest": disk.rest,
        "apart": disk.start + disk.rest,
    }


def bulk_lines(items: int, seconds: Mapping[str, float]) -> Sequence[Line]:
    """`ratio` is the share of the latency limit that is reached."""

    def line(what: str, name: str, count: int, least: float | None) -> Line:
        best = count * MEAN / IN_FLIGHT
        wanted = "reported" if least is None else f"{least:.0%} of the limit"
        share = best / seconds[name]
        holds = None if least is None else share >= least
        return Line(8, what, seconds[name], "s", wanted, holds, "latency limit", best, share)

    whole = f"{items:,} suspends, {IN_FLIGHT:,} in flight"
    return (
        line(f"{whole}: a bare pool of sleeps", "bare", items, None),
        line(f"{whole}, books in memory", "memory", items, WITHOUT),
        line(f"{whole}, on disk, start and all behind the ramp", "apart", items - RAMP, WITH),
        line(f"{whole}, on disk, behind the ramp alone", "rest", items - RAMP, None),
        line(f"{whole}, on disk, start and ramp included", "whole", items, None),
        Line(
            8, f"{items:,} suspends written down by start", seconds["start"], "s", "reported", None
        ),
    )


async def whole_fleet(fleet: Fleet) -> Sequence[Line]:
    """All cards of the fleet through the desk as it is opened: previewed, written down, stopped."""
    desk = await fleet.open()
    try:
        await desk.custody.verification.wait()
        await desk.cards.preparing.once()
        preview, previewing = await timed(
            desk.operations.preview(SUSPEND, range(1, fleet.cards + 1))
        )
        # A bulk wants a fresh copy of the desk first, whatever its size.
        await desk.custody.backups.make()
        op_id, starting = await timed(desk.operations.start(preview))
        _, stopping = await timed(stopped(desk, op_id))
    finally:
        await desk.aclose()
    eligible = preview.eligible_count
    return (
        *whole_lines(f"{fleet.cards:,} cards previewed", fleet.cards, previewing),
        *whole_lines(f"{eligible:,} of them started", eligible, starting),
        *whole_lines("what was left of it withdrawn", eligible, stopping),
    )


async def stopped(desk: Desk, op_id: str) -> None:
    await desk.operations.stop(op_id)
    while desk.operations.running:
        await asyncio.sleep(0.01)


@dataclass(frozen=True)
class Took:
    """Seconds of the wall, and of the processor for the longest call on the loop's thread."""

    seconds: float
    longest: float


async def timed(work: Awaitable[T]) -> tuple[T, Took]:
    gc.collect()
    with timed_calls() as timer:
        begun = time.perf_counter()
        result = await work
        spent = time.perf_counter() - begun
    return result, Took(spent, timer.longest)


def whole_lines(what: str, cards: int, took: Took) -> Sequence[Line]:
    wanted = f"longest call on the loop at most {LONGEST_MS} ms"
    return (
        Line(8, f"{what} (once)", took.seconds, "s", "reported", None),
        Line(8, f"{what}, a second", cards / took.seconds, "cards", "reported", None),
        Line(
            8,
            f"{what}, the loop's longest call",
            took.longest * 1000,
            "ms",
            wanted,
            took.longest * 1000 <= LONGEST_MS,
        ),
    )


def measure(fleet: Fleet, runs: int) -> Sequence[Line]:
    gc.freeze()  # as the program does once it has started,
    gc.disable()  # and it collects when nothing else is to be done
    with fleet.copied() as copy:
        lines = asyncio.run(bulks(copy, runs))
    with fleet.copied() as copy:
        return (*lines, *asyncio.run(whole_fleet(copy)))


if __name__ == "__main__":
    frame.main(measure)
