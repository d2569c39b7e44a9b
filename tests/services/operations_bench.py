"""A small world to send operations into: scripted answers, real effects, and kill points.

The provider keeps its own truth and its own list of effects; nothing here reads the journal's code.
"""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache, partial
from random import Random
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from simdesk.models.changes import Change
from simdesk.models.operations import ItemState, OperationRow, OperationState
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.operations import OperationService
from simdesk.services.rate import TokenBucket
from simdesk.services.sending import Sending
from simdesk.services.storage import listing_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.tables import metadata
from tests.conftest import VirtualClock
from tests.services.scripted_provider import Points, ScriptedProvider

T = TypeVar("T")


class PatientClock(VirtualClock):
    """Virtual time that waits for chains of awaits as long as a journal's."""

    TURNS = 24


@cache
def _one_engine() -> tuple[Engine, sqlite3.Connection]:
    """One for all benches, as its compiled statements are made once; and what it is when empty."""
    engine = create_engine("sqlite://", poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def _typed(raw: Any, entry: object) -> None:
        raw.isolation_level = None
        raw.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    metadata.create_all(engine)
    with engine.begin() as connection:
        listing_store.ensure_account(connection, "demo", "scripted")
    empty = sqlite3.connect(":memory:")
    _raw(engine).backup(empty)
    return engine, empty


def _raw(engine: Engine) -> sqlite3.Connection:
    with closing(engine.raw_connection()) as pooled:
        raw = pooled.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


class InlineDatabase:
    """The desk's tables in memory, each job at once on the loop's thread; same promises."""

    def __init__(self) -> None:
        self.engine, empty = _one_engine()
        self.points = Points()
        self.writes = 0
        self.failing: list[Exception] = []
        empty.backup(_raw(self.engine))

    async def read(self, job: Callable[[Connection], T]) -> T:
        await asyncio.sleep(0)
        with self.engine.connect() as connection:
            return job(connection)

    async def write(self, job: Callable[[Connection], T]) -> T:
        await asyncio.sleep(0)
        if self.failing:
            raise self.failing.pop(0)
        with self.engine.begin() as connection:
            result = job(connection)
            self.points.point("before commit")
        self.writes += 1
        self.points.point("after commit")
        return result

    def rows(self, sql: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.exec_driver_sql(sql))

    def do(self, sql: str) -> None:
        with self.engine.begin() as connection:
            connection.exec_driver_sql(sql)


@dataclass
class Bench:
    """One desk over one scripted world; `restart` is the next start of the program."""

    clock: VirtualClock
    provider: ScriptedProvider
    database: InlineDatabase = field(default_factory=InlineDatabase)
    seed: int = 1
    workers: int = 32
    rate: float | None = None
    reads_back: bool = True
    cooling: timedelta = timedelta(0)
    heard: list[Change] = field(default_factory=list)
    refreshed: list[int] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)
    service: OperationService = field(init=False)

    def __post_init__(self) -> None:
        with self.database.engine.begin() as connection:
            listed = list(self.provider.cards_by_ref.values())
            listing_store.put_listing(connection, "demo", listed, self.provider.now())
        asyncio.get_running_loop().set_exception_handler(
            lambda loop, context: self.errors.append(context)
        )
        self._random = Random(self.seed)
        self.start()

    def start(self) -> None:
        if self.rate is not None:
            able = self.provider.capabilities
            self.provider.capabilities = replace(able, calls_per_second=self.rate)
        self.bucket = TokenBucket(self.provider.capabilities.calls_per_second, self.clock)
        self.calls = Calls(self.provider, self.bucket, self.clock)
        self.announcer = Announcer()
        self.announcer.subscribe(self.heard.append)
        self.sending = Sending(self.announcer)
        self.service = OperationService(
            self.database,  # type: ignore[arg-type]  # same promises, no threads
            self.calls,
            self.clock,
            self.announcer,
            refresh=self.refresh,
            random_bits=self._random.getrandbits,
            auditor=Auditor("Li Na", "bench", self.provider.now),
            sending=self.sending,
            cooling=self.cooling,
            most_workers=self.workers,
            answer_within=20.0,
        )

    async def refresh(self, ids: Sequence[int]) -> None:
        self.refreshed.extend(ids)
        if not self.reads_back:
            return
        refs = await self.database.read(partial(listing_store.refs_of, ids=ids))
        readings = await self.calls.read(list(refs.values()))
        listed = [reading.facts for reading in readings.values()]
        now = self.provider.now()
        await self.database.write(
            lambda connection: listing_store.put_listing(connection, "demo", listed, now)
        )

    def kill_at(self, point: int | None) -> Points:
        points = Points(point)
        self.database.points = self.provider.points = points
        return points

    async def restart(self) -> int:
        """What is left of the old program goes; a new one opens the same files."""
        current = asyncio.current_task()
        left = [task for task in asyncio.all_tasks() if task is not current]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        self.start()
        return await self.service.recover()

    @property
    def ids(self) -> list[int]:
        return [row[0] for row in self.database.rows("SELECT id FROM card ORDER BY id")]

    async def row(self, op_id: str) -> OperationRow:
        return next(row for row in await self.service.operations() if row.id == op_id)

    async def ended(self, op_id: str) -> OperationRow:
        """The operation once nothing more is sent: it is over, or held."""
        over = (OperationState.STOPPED, OperationState.FINISHED)
        while True:
            row = await self.row(op_id)
            if row.state in over or (row.hold and not self.service.running):
                return row
            await self.clock.sleep(0.1)

    async def settled(self, op_id: str, within: float = 20 * 86_400) -> OperationRow:
        """The operation once nothing is open, or when `within` seconds have passed."""
        limit = self.clock.monotonic() + within
        while True:
            row = await self.ended(op_id)
            in_doubt = row.counts[ItemState.UNKNOWN] + row.counts[ItemState.ACCEPTED]
            if not in_doubt or self.clock.monotonic() > limit:
                return row
            await self.clock.sleep(120)

    async def carried_out(self, op_id: str) -> OperationRow:
        """The operation at its end, by an operator who says yes whenever he is asked."""
        while (await self.ended(op_id)).hold is not None:
            await self.service.carry_on(op_id)
        return await self.settled(op_id)

    def states(self) -> list[str]:
        found = self.database.rows("SELECT state FROM op_item ORDER BY op_id, seq")
        return [row[0] for row in found]

    def violations(self) -> list[str]:
        """What is wrong between the journal's rows and the provider's truth (invariants I1-I3)."""
        self.provider._land()
        done = Counter(effect.serial for effect in self.provider.effects)
        wrong: list[str] = []
        known: set[str] = set()
        for serial, state in self.database.rows("SELECT serial, state FROM op_item"):
            known.add(serial)
            effects = done[serial]
            if effects > 1:
                wrong.append(f"doubled: {state} {effects}")
            if state == "DONE" and effects != 1:
                wrong.append("done without an effect")
            if state in ("FAILED", "NOT_APPLIED", "SKIPPED", "WITHDRAWN") and effects:
                wrong.append(f"lost: {state} with an effect")
            if state in ("PLANNED", "SENDING"):
                wrong.append(f"left lying: {state}")
        wrong.extend("effect without an intent" for serial in done if serial not in known)
        return wrong

    async def close(self) -> None:
        await self.service.aclose()


def final_states(bench: Bench, names: Collection[str]) -> bool:
    return set(bench.states()) <= set(names)
