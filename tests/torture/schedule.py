"""Lives a schedule on the shared desk, and holds it against the world's truth."""

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from simdesk.models.cooling import COOLING
from simdesk.models.errors import KnownError
from tests.torture.behaviours import CARRIERS
from tests.torture.checker import check
from tests.torture.desk import SHORT_COOLING, Desk, filled_with
from tests.torture.kills import Killed
from tests.torture.kinds import BUYS, KINDS, fleet, ids_of
from tests.torture.loop import VirtualLoop
from tests.torture.plan import Report, Schedule
from tests.torture.special import SPECIAL
from tests.torture.store import Store
from tests.torture.world import World

MOST_TRIES = 40
"""How often somebody asks for a purchase that an open one keeps away."""
STRAGGLERS = 3600.0
"""Seconds after the last act in which anything still on its way lands, settled or not."""
Life = Callable[[Desk, Report], Awaitable[None]]


class Room:
    """What lives share: one loop, one desk that each begins with, and the fleet."""

    def __init__(self) -> None:
        self.loop = VirtualLoop()
        self.cards = tuple(fleet())
        self.store = Store(filled_with(self.cards))
        self.lives = 0

    def live(self, schedule: Schedule) -> Report:
        """Live one life and hold it against the world's truth."""

        async def life(desk: Desk, report: Report) -> None:
            usual = operate if schedule.kind in KINDS else buy
            await SPECIAL.get(schedule.kind, usual)(desk, schedule, report)

        return self.run(schedule, life)

    def run(self, schedule: Schedule, life: Life) -> Report:
        """Live any life on the shared desk, with a world of its own."""
        self.lives += 1
        if self.lives % 100 == 0:
            gc.collect(1)  # tasks that failed hold their frames in circles
        self.store.begin()
        # What fails here is meant to; a line for each would cost more than the lives.
        before = logging.root.manager.disable
        logging.disable(logging.CRITICAL)
        try:
            return self.loop.live(self._life(schedule, life))
        finally:
            logging.disable(before)

    async def _life(self, schedule: Schedule, life: Life) -> Report:
        world = World(
            self.loop.clock,
            self.store.ticks,
            self.cards,
            CARRIERS[schedule.carrier],
            schedule.script,
        )
        cooling = COOLING if schedule.kind == "revoke" else SHORT_COOLING
        desk = Desk(self.store, world, schedule.seed, cooling)
        report = Report(schedule)
        await life(desk, report)
        await desk.close()
        await self.loop.clock.sleep(STRAGGLERS)
        world.land()
        report.kills, report.people = desk.kills, desk.people
        report.violations += check(self.store.rows, world.truth.as_rows(), rules_of(world))
        report.violations += unexpected(desk.errors, world.met)
        return report


@cache
def room() -> Room:
    """The one of this process."""
    return Room()


async def operate(desk: Desk, schedule: Schedule, report: Report) -> None:
    """An operation on cards, killed at each point in turn, and settled in the end."""
    kind = KINDS[schedule.kind]
    preview = await desk.preview(kind.request, ids_of(schedule.kind, schedule.cards))
    points = desk.kill_at(schedule.kills[0] if schedule.kills else None)
    with suppress(Killed):
        await desk.start(preview)
    await desk.until_settled(points)
    for kill in (*schedule.kills[1:], *((None,) if schedule.kills else ())):
        report.reached = report.reached and points.dead
        points = await desk.restart(kill)
        await desk.until_settled(points)
    await desk.decide_all()
    report.states = [row[0] for row in desk.store.rows("SELECT state FROM op_item")]
    report.violations += _needless(desk, schedule, report)


_DIVERTED = frozenset({"behind", "lost_behind", "dearer"})
"""Fates that may leave a card out, or hide what became of it."""
_DOUBLED = frozenset({"doubled", "doubled_late"})
"""What came twice looks like nothing that was asked for, where orders cannot be looked up."""


def _needless(desk: Desk, schedule: Schedule, report: Report) -> Iterator[str]:
    """An operator who always carries on leaves nothing out, and is asked nothing in vain (G12)."""
    if not _DIVERTED.isdisjoint(schedule.script):
        return
    if not CARRIERS[schedule.carrier].can_be_asked and not _DOUBLED.isdisjoint(schedule.script):
        return
    if not {"DONE", "FAILED", "NOT_APPLIED"}.issuperset(report.states):
        yield f"L left out: {report.states}"
    if desk.people:
        yield "P a person was asked what could have been seen"


async def close(desk: Desk, report: Report) -> None:
    """Look and ask until nothing is open, on a desk that nobody kills any more."""
    points = desk.store.points
    for _ in range(4):
        await desk.until_settled(points)
        await desk.buys_settled(points)
        await desk.decide_all()
    report.states = [row[0] for row in desk.store.rows("SELECT state FROM op_item")]


async def buy(desk: Desk, schedule: Schedule, report: Report) -> None:
    """The same act on a voucher or an order `cards` times, one after the other."""
    left, tries = schedule.cards, MOST_TRIES
    points = desk.kill_at(None)
    for kill in (*schedule.kills, None):
        if schedule.kills:
            points = await desk.restart(kill)
        while left and tries and not points.dead:
            left, tries = left - 1, tries - 1
            try:
                await desk.purchases.act(BUYS[schedule.kind](left))
            except KnownError:
                left += 1  # an earlier one is in doubt, or nothing can be read: first look
            except (Killed, asyncio.CancelledError):
                pass
            await desk.buys_settled(points)
            if not points.dead:
                await desk.decide_all()
        await desk.buys_settled(points)
        if kill is not None:
            report.reached = report.reached and points.dead
    await desk.decide_all()
    report.states = [row[0] for row in desk.store.rows("SELECT state FROM purchase")]


def rules_of(world: World) -> dict[str, Any]:
    """The bounds the checker holds a life to."""
    return {"rate": world.capabilities.calls_per_second}


_EXPECTED = (ZeroDivisionError, ConnectionResetError)


def unexpected(errors: Sequence[dict[str, Any]], met: Collection[str]) -> list[str]:
    """Errors that no fate in the world has caused."""
    planted = "breaks" in met
    return [
        f"E unexpected error: {context.get('exception')!r}"
        for context in errors
        if not (planted and isinstance(context.get("exception"), _EXPECTED))
    ]
