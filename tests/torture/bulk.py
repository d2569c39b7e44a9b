"""A fleet-sized bulk in virtual time: killed every thousand cards, and exact all the same (G6)."""

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

from tests.torture.behaviours import CARRIERS
from tests.torture.checker import check
from tests.torture.desk import Desk, filled_with
from tests.torture.kinds import KINDS, card
from tests.torture.loop import VirtualLoop
from tests.torture.store import Store
from tests.torture.world import World
from tests.torture.world_cards import CardState


class Bulk:
    """A suspension of `cards` cards, one send in a hundred throttled, killed every `every` sends.

    At every start the operator carries on. `live` gives the count of items by state; `kills`,
    `violations` and `most_in_a_second` (sends) tell of the last life.
    """

    def __init__(self, cards: int, every: int, seed: int = 1) -> None:
        self.every = every
        self.seed = seed
        self.loop = VirtualLoop()
        self.cards = [card(place, **KINDS["suspend"].cards) for place in range(1, cards + 1)]
        self.store = Store(filled_with(self.cards))
        self.kills = 0
        self.cards_now: list[CardState] = []
        self.violations: list[str] = []
        self.most_in_a_second = 0

    def live(self) -> Counter[str]:
        self.store.begin(once=True)
        try:
            return self.loop.live(self._life())
        finally:
            self.loop.close()

    async def _life(self) -> Counter[str]:
        chance = Random(self.seed)
        world = World(self.loop.clock, self.store.ticks, self.cards, CARRIERS["honours"])
        world.chance = lambda: "throttled" if chance.random() < 0.01 else "done"
        desk = Desk(self.store, world, self.seed)
        preview = await desk.preview(KINDS["suspend"].request, range(1, len(self.cards) + 1))
        await desk.start(preview)
        points = self._killed_soon(world)
        while await self._left(desk):
            if points():
                await desk.restart()
                points = self._killed_soon(world)
            await desk.carry_on_all()
            await desk.clock.sleep(1.0)
        await desk.decide_all()
        await desk.close()
        self.kills = desk.kills
        self.cards_now = list(world.cards_by_ref.values())
        self.violations = check(self.store.rows, world.truth.as_rows(), {"rate": desk.rate})
        self.violations += [repr(error.get("exception")) for error in desk.errors]
        self.most_in_a_second = busiest([row[1] for row in world.truth.sends])
        return Counter(row[0] for row in self.store.rows("SELECT state FROM op_item"))

    def _killed_soon(self, world: World) -> Callable[[], bool]:
        """Dies at the first point after so many more sends; tells whether it has."""
        points: Any = world.points
        until = len(world.truth.sends) + self.every

        def dead() -> bool:
            if not points.dead and len(world.truth.sends) >= until:
                points.at = points.passed + 1
            return bool(points.dead)

        return dead

    async def _left(self, desk: Desk) -> bool:
        rows = desk.store.rows(
            "SELECT 1 FROM op_item INDEXED BY ix_op_item_op_id_state"
            " WHERE op_id IN (SELECT id FROM operation)"
            " AND state IN ('PLANNED', 'SENDING', 'ACCEPTED', 'UNKNOWN') LIMIT 1"
        )
        return bool(rows)


def busiest(moments: list[float]) -> int:
    """The most of these moments that any one second holds."""
    most = first = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most
