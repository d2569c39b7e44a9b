"""Lives by chance: several operations and purchases, an operator who acts, and many kills.

A seed decides everything, so that a failure is replayed by its number alone.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from simdesk.models.errors import KnownError
from simdesk.models.operations import Preview
from tests.torture.behaviours import CARRIERS
from tests.torture.desk import Desk
from tests.torture.kills import Killed, Points
from tests.torture.kinds import BUYS, GROUP, KINDS, ids_of
from tests.torture.plan import Report, Schedule
from tests.torture.schedule import close, room

FATES: tuple[tuple[str, int], ...] = (
    ("done", 60),
    ("refused", 4),
    ("throttled", 6),
    ("not_sent", 3),
    ("lost", 4),
    ("answer_lost", 5),
    ("late", 3),
    ("later", 2),
    ("slow", 2),
    ("overdue", 1),
    ("breaks", 1),
    ("drops", 1),
    ("error_after", 2),
    ("malformed", 1),
    ("malformed_lost", 1),
    ("accepted", 3),
    ("doubled", 1),
    ("doubled_late", 1),
    ("behind", 1),
    ("lost_behind", 1),
    ("dearer", 1),
)
"""Words and how often they come: about one send in four is ambiguous (reliability.md 6.1)."""
_WORDS = [word for word, _ in FATES]
_WEIGHTS = [weight for _, weight in FATES]
FARTHEST = 40
"""Points between two kills at most."""
LONGEST_DOWN = 3600.0


@dataclass(frozen=True)
class Storm:
    """A life by chance that is killed `kills` times."""

    seed: int
    kills: int = 10

    @property
    def schedule(self) -> Schedule:
        """What a report prints, and a replay reads."""
        return Schedule("storm", _carrier(self), kills=(self.kills,), seed=self.seed)


def live(storm: Storm) -> Report:
    """Live it in this process's room."""
    return room().run(storm.schedule, _stormy(storm))


def _carrier(storm: Storm) -> str:
    return sorted(CARRIERS)[storm.seed % len(CARRIERS)]


def _stormy(storm: Storm) -> Callable[[Desk, Report], Awaitable[None]]:
    async def life(desk: Desk, report: Report) -> None:
        await _Operator(desk, Random(storm.seed)).live(storm.kills)
        await close(desk, report)

    return life


class _Operator:
    """Starts, stops and carries on as chance has it, and starts the program again when it dies."""

    def __init__(self, desk: Desk, chance: Random) -> None:
        self.desk = desk
        self.chance = chance
        self.bought = 0
        desk.world.chance = self._fate

    def _fate(self) -> str:
        return self.chance.choices(_WORDS, _WEIGHTS)[0]

    async def live(self, kills: int) -> None:
        desk = self.desk
        points = desk.kill_at(self._far())
        for _ in range(kills):
            await self._until_dead(points)
            await desk.clock.sleep(self.chance.choice((0.0, 10.0, self._down())))
            points = await desk.restart(self._far())
        desk.world.chance = None
        await desk.restart()

    def _far(self) -> int:
        return self.chance.randint(1, FARTHEST)

    def _down(self) -> float:
        return self.chance.uniform(0.0, LONGEST_DOWN)

    async def _until_dead(self, points: Points) -> None:
        """Something is always under way, until the point comes."""
        while not points.dead:
            with suppress(Killed, KnownError, asyncio.CancelledError):
                await self._act()
            await self.desk.clock.sleep(self.chance.choice((0.0, 0.2, 2.0, 30.0, 1000.0)))

    async def _act(self) -> None:
        (act,) = self.chance.choices(*zip(*self._acts, strict=True))
        await act()

    @property
    def _acts(self) -> Sequence[tuple[Callable[[], Awaitable[None]], int]]:
        """What an operator does, and how often."""
        return (
            (self._ask, 5),
            (self._buy, 2),
            (self._stop, 1),
            (self._pause, 1),
            (self.desk.carry_on_all, 3),
            (self._try_again, 1),
            (self._take_back, 1),
            (self.desk.decide_all, 1),
            (self._look, 1),
        )

    async def _ask(self) -> None:
        """The cards are taken by chance, so that operations meet on them."""
        kind = self.chance.choice(sorted(KINDS))
        few = self.chance.sample(ids_of(kind, GROUP), self.chance.randint(1, GROUP))
        await self._start(await self.desk.preview(KINDS[kind].request, sorted(few)))

    async def _start(self, preview: Preview) -> None:
        if preview.eligible_count:
            await self.desk.start(preview)

    async def _buy(self) -> None:
        self.bought += 1
        await self.desk.purchases.act(BUYS[self.chance.choice(sorted(BUYS))](self.bought))

    async def _look(self) -> None:
        await self.desk.purchases.settle()

    async def _stop(self) -> None:
        op_id = self._one("state = 'RUNNING'")
        if op_id is not None:
            await self.desk.stop(op_id)

    async def _pause(self) -> None:
        op_id = self._one("state = 'RUNNING' AND hold IS NULL")
        if op_id is not None:
            await self.desk.pause(op_id)

    async def _try_again(self) -> None:
        op_id = self._one("state IN ('FINISHED', 'STOPPED')")
        if op_id is not None:
            await self._start(await self.desk.operations.retry_preview(op_id))

    async def _take_back(self) -> None:
        op_id = self._one("state IN ('FINISHED', 'STOPPED')")
        if op_id is not None:
            await self._start(await self.desk.operations.reverse_preview(op_id))

    def _one(self, where: str) -> str | None:
        found = self.desk.store.rows(f"SELECT id FROM operation WHERE {where} ORDER BY rowid")
        return self.chance.choice(found)[0] if found else None
