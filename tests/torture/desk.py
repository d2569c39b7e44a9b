"""One desk over one tortured world: the program as it is started, killed and started again."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

from sqlalchemy import Connection

from simdesk.models.card import CardFacts
from simdesk.models.errors import KnownError
from simdesk.models.operations import ActRequest, Preview
from simdesk.services.account_sight import look
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.guards import GuardService
from simdesk.services.operations import OperationService
from simdesk.services.purchases import PurchaseService
from simdesk.services.rate import TokenBucket
from simdesk.services.sending import Sending
from simdesk.services.storage import listing_store
from simdesk.services.storage.auditor import Auditor
from tests.torture.kills import Killed, Points
from tests.torture.store import Store
from tests.torture.world import EPOCH, World

START_UP = 1.5
"""Seconds from a kill to the next start of the program, at the least."""
ANSWER_WITHIN = 20.0
SHORT_COOLING = timedelta(minutes=5)
"""How long a cancellation waits in most lives: a day of it is a thousand looks at the clock."""
OPEN_ITEMS = (
    "SELECT count(*) FROM op_item WHERE state IN ('PLANNED', 'SENDING', 'ACCEPTED', 'UNKNOWN')"
)

PAUSED = "SELECT id FROM operation WHERE state = 'RUNNING' AND hold = 'PAUSED' ORDER BY rowid"


def filled_with(cards: Iterable[CardFacts]) -> Callable[[Connection], None]:
    """A desk whose list was read when the world began."""

    def fill(connection: Connection) -> None:
        listing_store.ensure_account(connection, World.account, World.name)
        listing_store.put_listing(connection, World.account, list(cards), EPOCH)

    return fill


class Desk:
    """The services of one start after another. Everything by chance comes from `seed`."""

    def __init__(
        self, store: Store, world: World, seed: int, cooling: timedelta = SHORT_COOLING
    ) -> None:
        self.store = store
        self.world = world
        self.clock = world.clock
        self.errors: list[dict[str, Any]] = []
        self.kills = 0
        self.people = 0
        self._random = Random(seed)
        self._cooling = cooling
        asyncio.get_running_loop().set_exception_handler(self._note_error)
        self.start_anew()

    def _note_error(self, loop: object, context: dict[str, Any]) -> None:
        if not isinstance(context.get("exception"), Killed):
            self.errors.append(context)

    def start_anew(self) -> None:
        """The services of a program that has just been started."""
        database: Any = self.store
        self.calls = Calls(
            self.world,
            TokenBucket(self.rate, self.clock),
            self.clock,
        )
        announcer = Announcer()
        sending = Sending(announcer)
        auditor = Auditor("Li Na", "bench", self.world.now)
        guards = GuardService(database, announcer, self.world.now, auditor=auditor)
        self.operations = OperationService(
            database,
            self.calls,
            self.clock,
            announcer,
            refresh=self._refresh,
            random_bits=self._random.getrandbits,
            auditor=auditor,
            sending=sending,
            obstacles=guards.obstacles,
            answer_within=ANSWER_WITHIN,
            cooling=self._cooling,
        )
        self.purchases = PurchaseService(
            database,
            self.calls,
            announcer,
            self.clock,
            sight=partial(look, calls=self.calls, database=database),
            random_bits=self._random.getrandbits,
            operator="Li Na",
            auditor=auditor,
            sending=sending,
            guards=guards,
        )

    async def _refresh(self, ids: Sequence[int]) -> None:
        refs = await self.store.read(partial(listing_store.refs_of, ids=ids))
        readings = await self.calls.read(list(refs.values()))
        listed = [reading.facts for reading in readings.values()]
        asked_at = self.world.now()
        await self.store.write(
            lambda connection: listing_store.put_listing(
                connection, World.account, listed, asked_at
            )
        )

    @property
    def rate(self) -> float:
        """Calls a second."""
        return self.world.capabilities.calls_per_second

    # What the operator says

    async def preview(self, request: ActRequest, ids: Sequence[int]) -> Preview:
        return await self.operations.preview(request, ids)

    async def start(self, preview: Preview) -> str:
        tick = self.world.tick()
        op_id = await self.operations.start(preview)
        self._say(tick, op_id, "start", preview.eligible_count)
        return op_id

    async def stop(self, op_id: str) -> None:
        await self.operations.stop(op_id)
        self._say(self.world.tick(), op_id, "stop")

    async def pause(self, op_id: str) -> None:
        await self.operations.pause(op_id)
        self._say(self.world.tick(), op_id, "pause")

    async def carry_on(self, op_id: str) -> None:
        self._say(self.world.tick(), op_id, "carry_on")
        await self.operations.carry_on(op_id)

    async def carry_on_all(self) -> None:
        """The operator's word for everything that is paused."""
        for (op_id,) in self.store.rows(PAUSED):
            await self.carry_on(op_id)

    def _say(self, tick: int, op_id: str, word: str, items: int = 0) -> None:
        self.world.truth.words.append((tick, self.world.seconds, op_id, word, items))

    async def decide_all(self) -> None:
        """A person looks up at the provider's console what nothing else could tell, and says it."""
        self.world.land()
        effects = {row[2] for row in self.world.truth.effects}
        asked = self.store.rows(
            "SELECT op_id, seq, serial FROM op_item WHERE state = 'NEEDS_HUMAN' ORDER BY op_id, seq"
        )
        for op_id, seq, serial in asked:
            self.people += 1
            await self.operations.decide(op_id, seq, serial in effects, "seen at the console")
        asked = self.store.rows("SELECT serial FROM purchase WHERE state = 'NEEDS_HUMAN'")
        for (serial,) in asked:
            self.people += 1
            await self.purchases.decide(serial, took_effect=serial in effects)

    # Kills and starts

    def kill_at(self, point: int | None) -> Points:
        """From now on points count anew; at this one the program dies."""
        points = Points(point)
        self.store.points = self.world.points = points
        return points

    async def restart(self, point: int | None = None) -> Points:
        """What is left of the dead program goes; a new one opens the same desk."""
        await self._bury()
        await self.clock.sleep(START_UP)
        for (op_id,) in self.store.rows("SELECT id FROM operation WHERE hold IS NOT 'WAITING'"):
            self._say(self.world.tick(), op_id, "restart")
        points = self.kill_at(point)
        self.start_anew()
        try:
            await self.operations.recover()
            await self.purchases.recover()
        except Killed:
            pass
        return points

    async def _bury(self) -> None:
        self.kills += self.store.points.dead
        self.kill_at(1)  # whatever still runs dies before it writes or sends
        current = asyncio.current_task()
        left = [task for task in asyncio.all_tasks() if task is not current]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    # Waiting

    async def until_settled(self, points: Points, within: float = 20 * 86_400.0) -> None:
        """Carry on whatever is paused, until nothing is open any more or the program has died."""
        limit, wait = self.clock.monotonic() + within, 0.5
        while not points.dead and self.clock.monotonic() < limit:
            if not self.store.rows(OPEN_ITEMS)[0][0]:
                return
            with suppress(Killed, KnownError):
                await self.carry_on_all()
            await self.clock.sleep(wait)
            wait = min(wait * 3, 600.0)

    async def buys_settled(self, points: Points, within: float = 20 * 86_400.0) -> None:
        """Look at purchases in doubt until none is left, or the program has died."""
        limit, wait = self.clock.monotonic() + within, 5.0
        while not points.dead and self.clock.monotonic() < limit:
            with suppress(Killed, KnownError):
                if not await self.purchases.settle():
                    return
            await self.clock.sleep(wait)
            wait = min(wait * 2, 3600.0)

    async def close(self) -> None:
        await self.operations.aclose()
        await self.purchases.aclose()
