"""A small world to send operations into: scripted answers, real effects, and kill points.

The provider keeps its own truth and its own list of effects; nothing here reads the journal's code.
"""

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import Any, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from simdesk.models.action import Action
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardDetails, CardFacts
from simdesk.models.changes import Change
from simdesk.models.commands import (
    AddOn,
    CancelAccount,
    CardRef,
    Command,
    Renew,
    Resume,
    SetAutoRenew,
    SetUsageLimit,
    Suspend,
)
from simdesk.models.operations import ItemState, OperationRow, OperationState
from simdesk.models.orders import (
    AddOnOffer,
    Money,
    Offers,
    Order,
    OrderState,
    OrderType,
    RenewalOffer,
)
from simdesk.models.outcomes import (
    Accepted,
    Done,
    NotSent,
    Outcome,
    Refused,
    Throttled,
    Unknown,
)
from simdesk.models.periods import Month, local, renewed_expiry
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import CardUsage
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.operations import OperationService
from simdesk.services.providers.base import CardPage, CardReading, OrderPage
from simdesk.services.rate import TokenBucket
from simdesk.services.storage import listing_store
from simdesk.services.storage.tables import metadata
from tests.conftest import VirtualClock
from tests.factories import a_moment, some_details, some_facts

T = TypeVar("T")
WINDOW = timedelta(minutes=15)
EVERYTHING = Capabilities(
    actions=frozenset(action for action in Action if not action.local),
    simulated=True,
    calls_per_second=200.0,
    bulk_reads=50,
    late_effect=WINDOW,
    answers_final=True,
)
OFFERS = Offers(
    (RenewalOffer(1, 1, Money(500)), RenewalOffer(3, 3, Money(1400))),
    (AddOnOffer(102_400, Money(300)),),
)


class Killed(BaseException):
    """The program ends here, as by SIGKILL."""


class Points:
    """Numbered places where the program may be killed; `at` None lets it live."""

    def __init__(self, at: int | None = None) -> None:
        self.at = at
        self.passed: list[str] = []
        self.dead = False
        self.died = asyncio.Event()

    def point(self, name: str) -> None:
        if not self.dead:
            self.passed.append(name)
            self.dead = len(self.passed) == self.at
        if self.dead:
            self.died.set()
            raise Killed(name)


class InlineDatabase:
    """The desk's tables in memory, each job at once on the loop's thread; same promises."""

    def __init__(self, engine: Any = None, points: Points | None = None) -> None:
        self.engine = engine or create_engine("sqlite://", poolclass=StaticPool)
        self.points = points or Points()
        self.writes = 0
        self.failing: list[Exception] = []
        if engine is None:

            @event.listens_for(self.engine, "connect")
            def _typed(raw: Any, entry: object) -> None:
                raw.isolation_level = None
                raw.execute("PRAGMA foreign_keys=ON")

            @event.listens_for(self.engine, "begin")
            def _begin(connection: Connection) -> None:
                connection.exec_driver_sql("BEGIN")

            metadata.create_all(self.engine)
            with self.engine.begin() as connection:
                listing_store.ensure_account(connection, "demo", "scripted")

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


@dataclass(frozen=True)
class Effect:
    serial: str
    iccid: str
    at: float


class ScriptedProvider:
    """Answers sends with the next word of `script`, then `done`; effects change its own cards.

    done; refused; throttled; not_sent; lost: no answer, no effect; answer_lost: effect, no answer;
    late: no answer, effect after ten minutes; breaks: effect, then an exception; accepted: effect
    a minute later; accepted_lost: accepted, never done; silent: effect, an answer that never comes.
    """

    name = "scripted"
    account = "demo"
    identity = "scripted world"
    LATE = 600.0
    ACCEPTED = 60.0

    def __init__(
        self,
        clock: VirtualClock,
        cards: Iterable[CardFacts],
        script: Sequence[str] = (),
        capabilities: Capabilities = EVERYTHING,
        latency: float = 0.05,
    ) -> None:
        self.clock = clock
        self.cards_by_ref = {facts.ref: facts for facts in cards}
        self.details: dict[CardRef, CardDetails] = {}
        self.script = list(script)
        self.capabilities = capabilities
        self.latency = latency
        self.points = Points()
        self.effects: list[Effect] = []
        self.sends: list[tuple[float, str, str]] = []
        self.orders_made: list[Order] = []
        self.asked_offers: list[CardRef] = []
        self.reads = 0
        self.read_faults: list[Exception] = []
        self.in_flight = self.most_in_flight = 0
        self._later: list[tuple[float, Command, str]] = []
        self._numbers = itertools.count(1)

    def now(self) -> datetime:
        return a_moment() + timedelta(seconds=self.clock.monotonic())

    async def cards(self, page: int) -> CardPage:
        self._land()
        return CardPage(tuple(self.cards_by_ref.values()), page, 1, len(self.cards_by_ref))

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        self.reads += 1
        if self.read_faults:
            raise self.read_faults.pop(0)
        self._land()
        known = (ref for ref in cards if ref in self.cards_by_ref)
        return {
            ref: CardReading(self.cards_by_ref[ref], self.details.get(ref) or some_details())
            for ref in known
        }

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        return {ref: CardUsage(()) for ref in cards}

    async def offers(self, card: CardRef) -> Offers:
        self.asked_offers.append(card)
        return OFFERS

    async def orders(self, since: date, page: int) -> OrderPage:
        self._land()
        orders = [one for one in self.orders_made if one.created_at.date() >= since]
        pages = [orders[start : start + 2] for start in range(0, len(orders), 2)] or [[]]
        return OrderPage(tuple(pages[page - 1]), page, len(pages))

    async def balance(self) -> Money | None:
        return None

    async def aclose(self) -> None:
        return None

    async def send(self, command: Command, serial: str) -> Outcome:
        self.points.point("before the first byte")
        self.sends.append((self.clock.monotonic(), command.card.iccid, serial))
        word = self.script.pop(0) if self.script else "done"
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await self.clock.sleep(self.latency)
            return await self._answer(word, command, serial)
        finally:
            self.in_flight -= 1

    async def _answer(self, word: str, command: Command, serial: str) -> Outcome:
        if word in ("done", "answer_lost", "breaks", "silent"):
            self._act(command, serial)
            self.points.point("after the effect")
        if word == "done":
            return Done(self.orders_made[-1].number if self._paid(command) else None)
        if word in ("late", "accepted"):
            wait = self.LATE if word == "late" else self.ACCEPTED
            self._later.append((self.clock.monotonic() + wait, command, serial))
            self.points.point("after the effect")
        if word in ("accepted", "accepted_lost"):
            return Accepted("ref 1")
        if word == "breaks":
            raise ZeroDivisionError("a mistake in an adapter")
        if word == "drops":
            raise ConnectionResetError("key=secret")
        if word == "silent":
            await self.clock.sleep(1e9)
        return {
            "refused": Refused("CardDestroy", "The card is missing."),
            "throttled": Throttled(2.0),
            "not_sent": NotSent("no network"),
        }.get(word, Unknown("time-out"))

    def _paid(self, command: Command) -> bool:
        return isinstance(command, Renew | AddOn)

    def _land(self) -> None:
        now = self.clock.monotonic()
        due = [one for one in self._later if one[0] <= now]
        self._later = [one for one in self._later if one[0] > now]
        for _, command, serial in due:
            self._act(command, serial)

    def _act(self, command: Command, serial: str) -> None:
        ref = command.card
        self.effects.append(Effect(serial, ref.iccid, self.clock.monotonic()))
        if isinstance(command, Renew | AddOn):
            kind = OrderType.RENEW if isinstance(command, Renew) else OrderType.FLOW_PLUS
            told = serial if self.capabilities.query_by_serial else None
            number = f"O{next(self._numbers)}"
            self.orders_made.append(
                Order(
                    number, kind, OrderState.COMPLETED, command.price, self.now(), self.now(),
                    ref.iccid, None, told,
                )
            )  # fmt: skip
        if isinstance(command, SetUsageLimit):
            before = self.details.get(ref) or some_details()
            limit = command.limit_mb * 1024 or None
            self.details[ref] = replace(
                before, card_limit_kb=limit, limit_auto_restore=command.auto_restore
            )
        self.cards_by_ref[ref] = self._changed(self.cards_by_ref[ref], command)

    def _changed(self, facts: CardFacts, command: Command) -> CardFacts:
        match command:
            case Suspend():
                return replace(facts, status=35, specific=int(SpecificStatus.MANUAL))
            case Resume():
                return replace(facts, status=30, specific=int(SpecificStatus.IN_USE))
            case CancelAccount():
                return replace(facts, status=50, specific=50)
            case SetAutoRenew(on=on):
                return replace(facts, auto_renew=on)
            case Renew(periods=periods) if facts.expires_at is not None:
                today = local(self.now()).date()
                months = periods * facts.cycle.months
                return replace(facts, expires_at=renewed_expiry(facts.expires_at, months, today))
            case AddOn(tier_kb=tier, quantity=quantity) if facts.cycle_left_kb is not None:
                return replace(facts, cycle_left_kb=facts.cycle_left_kb + tier * quantity)
        return facts


def cards(count: int, first: int = 1, **changes: Any) -> list[CardFacts]:
    return [
        some_facts(
            iccid=f"8986{first + place:016d}",
            msisdns=(f"14{first + place:011d}",),
            imsis=(f"460{first + place:012d}",),
            **changes,
        )
        for place in range(count)
    ]


@dataclass
class Bench:
    """One desk over one scripted world; `restart` is the next start of the program."""

    clock: VirtualClock
    provider: ScriptedProvider
    database: InlineDatabase = field(default_factory=InlineDatabase)
    seed: int = 1
    workers: int = 32
    rate: float | None = None
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
        rate = self.rate or self.provider.capabilities.calls_per_second
        self.bucket = TokenBucket(rate, self.clock)
        self.calls = Calls(self.provider, self.bucket, self.clock)
        self.announcer = Announcer()
        self.announcer.subscribe(self.heard.append)
        self.service = OperationService(
            self.database,  # type: ignore[arg-type]  # same promises, no threads
            self.calls,
            self.clock,
            self.announcer,
            refresh=self.refresh,
            random_bits=self._random.getrandbits,
            operator="Li Na",
            most_workers=self.workers,
        )

    async def refresh(self, ids: Sequence[int]) -> None:
        self.refreshed.extend(ids)
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
        """The operation once nothing more is sent."""
        while (row := await self.row(op_id)).state not in (
            OperationState.STOPPED,
            OperationState.FINISHED,
        ):
            await self.clock.sleep(0.1)
        return row

    async def settled(self, op_id: str, within: float = 20 * 86_400) -> OperationRow:
        """The operation once nothing is open, or when `within` seconds have passed."""
        limit = self.clock.monotonic() + within
        while True:
            row = await self.ended(op_id)
            in_doubt = row.counts[ItemState.UNKNOWN] + row.counts[ItemState.ACCEPTED]
            if not in_doubt or self.clock.monotonic() > limit:
                return row
            await self.clock.sleep(30)

    def states(self) -> list[str]:
        found = self.database.rows("SELECT state FROM op_item ORDER BY op_id, seq")
        return [row[0] for row in found]

    def violations(self) -> list[str]:
        """What is wrong between the journal's rows and the provider's truth (invariants I1-I3)."""
        self.provider._land()  # noqa: SLF001 - all late effects are in by now
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
