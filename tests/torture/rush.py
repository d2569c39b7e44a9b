"""A bulk at a low rate, with a click in its middle, a pause, and a stop near its end."""

from contextlib import suppress
from dataclasses import replace
from random import Random

from simdesk.models.errors import KnownError
from tests.torture.desk import Desk
from tests.torture.kills import Killed
from tests.torture.kinds import GROUP, KINDS, ids_of
from tests.torture.plan import Report, Schedule

RATE = 20.0
LATENCY = 0.5
"""Seconds until an answer: ten sends are in flight, and some more wait for their turn."""
RUNNING = ("suspend", "auto_renew_on", "renew", "add_on", "auto_rebind")
"""Kinds whose cards are in use, and can be suspended."""


async def rush(desk: Desk, schedule: Schedule, report: Report) -> None:
    """Sixty cards are suspended at 20 calls a second, one send in ten throttled.

    At every fourth seed none is, so that the rate alone holds the bulk up. Odd seeds pause and
    carry on, even ones stop; every third is killed in the middle.
    """
    chance = Random(schedule.seed)
    world = desk.world
    world.capabilities = replace(world.capabilities, calls_per_second=RATE)
    fates = ["throttled", *["done"] * 9] if schedule.seed % 4 != 1 else ["done"]
    world.chance = lambda: chance.choice(fates)
    world.latency = LATENCY
    desk.start_anew()
    ids = [card for kind in RUNNING for card in ids_of(kind, GROUP)]
    points = desk.kill_at(chance.randint(10, 80) if schedule.seed % 3 == 0 else None)
    with suppress(Killed, KnownError):
        bulk = await desk.start(await desk.preview(KINDS["suspend"].request, ids))
        await desk.clock.sleep(1.0)
        await desk.start(await desk.preview(KINDS["resume"].request, ids_of("resume", 1)))
        await desk.clock.sleep(chance.uniform(0.0, 1.5))
        if schedule.seed % 2:
            await desk.pause(bulk)
            await desk.clock.sleep(5.0)
        else:
            await desk.stop(bulk)
    await desk.until_settled(points)
    if points.dead:
        await desk.until_settled(await desk.restart())
    await desk.decide_all()
    report.states = [row[0] for row in desk.store.rows("SELECT state FROM op_item")]
