"""Rules on a large desk: a check that fires on every card, and a try on 90 days of history.

    .venv/bin/python tests/benchmarks/bench_rules.py --cards 100000

Prints seconds of the processor (all threads) and of the wall for each, the longest call on the
loop's thread (in seconds of the processor, so that neighbours do not count), how long a small write
of somebody else had to wait meanwhile at the most, and how large the file grew.
"""

import argparse
import asyncio
import gc
import random
import sys
import tempfile
import time
from asyncio import events
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import Connection, insert

from simdesk.models.card import CardFacts
from simdesk.models.periods import Month, last_second, midnight
from simdesk.models.rules import (
    EVERY_CARD,
    Condition,
    CycleUsage,
    ExpiresWithin,
    Push,
    RuleDraft,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import BillingCycle, PlanType
from simdesk.services.announcer import Announcer
from simdesk.services.automation import AutomationService
from simdesk.services.pool_days import pool_share
from simdesk.services.storage import dialect, listing_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.tables import card_change, usage
from simdesk.services.storage.usage_store import month_number
from tests.factories import TODAY, a_moment, some_facts
from tests.services.auditing import an_auditor

MONTHS = 16
NOW = a_moment(2026, 6, 15, 9)


def some_cards(first: int, count: int, rng: random.Random) -> list[CardFacts]:
    """Single-card plans, one in five for a year; all used more than a MB in their cycle."""
    made = []
    for number in range(first, first + count):
        yearly = number % 5 == 0
        ends = TODAY + timedelta(days=rng.randrange(1, 300))
        made.append(
            some_facts(
                iccid=f"8986032{number:013d}",
                instance_id=str(number),
                msisdns=(f"1440{number:09d}",),
                imsis=(f"46008{number:010d}",),
                plan_type=PlanType.SC,
                cycle=BillingCycle.YEAR if yearly else BillingCycle.MONTH,
                cycle_usage_kb=rng.randrange(KB_PER_MB, 200 * KB_PER_MB),
                expires_at=last_second(Month.of(ends).last),
            )
        )
    return made


def put_days(connection: Connection, first: int, count: int, rng: np.random.Generator) -> None:
    """Sixteen months of days for these cards, up to yesterday."""
    this = Month.of(TODAY)
    for back in range(MONTHS):
        month = this.plus(-back)
        days = rng.integers(0, 4_000, (count, 31), np.uint32)
        days[:, month.days :] = 0xFFFFFFFF
        if month == this:
            days[:, TODAY.day - 1 :] = 0xFFFFFFFF
        packed = days.astype("<u4").tobytes()
        rows = [
            (first + at, month_number(month), packed[at * 124 : (at + 1) * 124])
            for at in range(count)
        ]
        dialect.execute_many(
            connection, dialect.upsert(usage, ("card_id", "month"), ("days",)), rows
        )


def put_changes(connection: Connection, first: int, count: int, rng: random.Random) -> None:
    """Two status changes for each card within the last 90 days."""
    rows = []
    for card_id in range(first, first + count):
        for before, after in (("100", "200"), ("200", "100")):
            day = TODAY - timedelta(days=rng.randrange(90))
            rows.append(
                {
                    "card_id": card_id,
                    "field": "specific",
                    "before": before,
                    "after": after,
                    "observed_at": int(midnight(day).timestamp()) + 36_000,
                }
            )
    connection.execute(insert(card_change), rows)


async def build(database: Database, count: int) -> None:
    rng, days = random.Random(1), np.random.default_rng(1)
    await database.write(partial(listing_store.ensure_account, name="demo", provider="s"))
    for first in range(1, count + 1, 5_000):
        size = min(5_000, count + 1 - first)
        facts = some_cards(first, size, rng)
        await database.write(
            partial(listing_store.put_listing, account="demo", listed=facts, asked_at=NOW)
        )
        await database.write(partial(put_days, first=first, count=size, rng=days))
        await database.write(partial(put_changes, first=first, count=size, rng=rng))


class CallTimer:
    """Times every callback of the loop."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._run = events.Handle._run
        timer = self

        def timed(handle: Any) -> None:
            began = time.thread_time()
            timer._run(handle)
            timer.longest = max(timer.longest, time.thread_time() - began)

        events.Handle._run = timed  # type: ignore[method-assign]


async def neighbour(database: Database, waits: list[float]) -> None:
    """Somebody who writes a little, again and again."""
    while True:
        began = time.monotonic()
        await database.write(lambda one: one.exec_driver_sql("UPDATE tag SET name = name"))
        waits.append(time.monotonic() - began)
        await asyncio.sleep(0.01)


async def measured(
    name: str, database: Database, timer: CallTimer, work: Callable[[], Awaitable[object]]
) -> None:
    waits: list[float] = []
    size = database.path.stat().st_size
    beside = asyncio.create_task(neighbour(database, waits))
    gc.collect()
    timer.longest, wall, cpu = 0.0, time.monotonic(), time.process_time()
    found = await work()
    wall, cpu = time.monotonic() - wall, time.process_time() - cpu
    beside.cancel()
    grown = (database.path.stat().st_size - size) / 2**20
    print(
        f"{name:28s} cpu {cpu:6.2f} s   wall {wall:6.2f} s   loop {timer.longest * 1e3:5.1f} ms"
        f"   writer {max(waits, default=0) * 1e3:6.0f} ms   +{grown:5.1f} MB   {found or ''}"
    )


async def bench(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "desk.db", "bench")
        began = time.monotonic()
        await build(database, count)
        print(f"built {count} cards in {time.monotonic() - began:.0f} s")
        announcer = Announcer()
        service = AutomationService(
            database,
            announcer,
            lambda: NOW,
            auditor=an_auditor(lambda: NOW, "bench"),
            pool_share=pool_share(database, "demo", lambda: TODAY),
        )
        gc.collect()
        gc.freeze()
        gc.disable()
        timer = CallTimer()
        everyone = RuleDraft("everyone", EVERY_CARD, CycleUsage(1), Push.DAY)
        number = await service.create(everyone)
        await service.switch(number, on=True)
        await measured("check that fires on all", database, timer, service.check)
        await measured("check again the same day", database, timer, service.check)
        told = await service.notifications()
        print(f"notifications: {[one.cards for one in told]}")
        asked: list[tuple[str, Condition]] = [
            ("try usage >= 1 MB", CycleUsage(1)),
            ("try usage >= 80 MB", CycleUsage(80)),
            ("try share >= 80 %", TierShare(80)),
            ("try expiry <= 7 days", ExpiresWithin(7)),
            ("try status", StatusBecomes(frozenset({SpecificStatus.MANUAL}))),
        ]
        for name, condition in asked:

            async def run(condition: Condition = condition) -> str:
                draft = RuleDraft("one", EVERY_CARD, condition)
                result = await service.try_on_history(draft)
                return f"{result.fired} cards on {sum(day.cards > 0 for day in result.days)} days"

            await measured(name, database, timer, run)
        await database.aclose()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    given = parser.parse_args()
    asyncio.run(bench(given.cards))
