"""Lives in which operations meet: the same cards twice, again, tried anew, paused and stopped."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress

from simdesk.models.errors import KnownError
from tests.torture.desk import Desk
from tests.torture.kills import Killed
from tests.torture.kinds import GROUP, KINDS, ids_of
from tests.torture.plan import Report, Schedule
from tests.torture.rush import rush

Steps = Callable[[Desk, Sequence[int]], Awaitable[None]]
RENEW = KINDS["renew"].request
SOON = 0.002
"""Seconds between two looks of somebody who waits for an answer."""


async def _twice(desk: Desk, cards: Sequence[int]) -> None:
    """Two operations on the same cards, both previewed before either was sent."""
    one, other = [await desk.preview(RENEW, cards) for _ in range(2)]
    await desk.start(one)
    await desk.start(other)


async def _again(desk: Desk, cards: Sequence[int]) -> None:
    """A second renewal before the first was read back: done for these cards, then lost."""
    await desk.start(await desk.preview(RENEW, cards))
    points = desk.store.points
    going = "SELECT 1 FROM op_item WHERE state IN ('PLANNED', 'SENDING')"
    while not points.dead and desk.store.rows(going):
        await desk.clock.sleep(SOON)
    await desk.start(await desk.preview(RENEW, cards))


async def _anew(desk: Desk, cards: Sequence[int]) -> None:
    """What was refused is tried again, twice from the same operation."""
    first = await desk.start(await desk.preview(RENEW, cards))
    await desk.until_settled(desk.store.points)
    for _ in range(2):
        preview = await desk.operations.retry_preview(first)
        if preview.eligible_count:
            await desk.start(preview)
        await desk.until_settled(desk.store.points)


async def _halt(desk: Desk, cards: Sequence[int]) -> None:
    """Paused and stopped, a few turns of the loop later each time: at any moment of a pause."""
    del cards
    for turns, card in enumerate((*ids_of("suspend", GROUP), *ids_of("renew", GROUP))):
        op_id = await desk.start(await desk.preview(KINDS["suspend"].request, [card]))
        await desk.clock.sleep(SOON * (turns % 2))
        await desk.pause(op_id)
        for _ in range(turns):
            await asyncio.sleep(0)
        await desk.stop(op_id)


async def _revoke(desk: Desk, cards: Sequence[int]) -> None:
    """Cancellations that wait: one is revoked, the others go out when their time has come."""
    cancel = KINDS["cancel"].request
    mine = ids_of("cancel", len(cards))
    revoked = await desk.start(await desk.preview(cancel, mine[:1]))
    await desk.start(await desk.preview(cancel, mine[1:]))
    await desk.clock.sleep(3600.0)
    await desk.stop(revoked)


STEPS: Mapping[str, Steps] = {
    "twice": _twice,
    "again": _again,
    "anew": _anew,
    "halt": _halt,
    "revoke": _revoke,
}


def _life(steps: Steps) -> Callable[[Desk, Schedule, Report], Awaitable[None]]:
    async def life(desk: Desk, schedule: Schedule, report: Report) -> None:
        points = desk.kill_at(schedule.kills[0] if schedule.kills else None)
        with suppress(Killed, KnownError):
            await steps(desk, ids_of("renew", schedule.cards))
        await desk.until_settled(points)
        for kill in (*schedule.kills[1:], *((None,) if schedule.kills else ())):
            report.reached = report.reached and points.dead
            points = await desk.restart(kill)
            await desk.until_settled(points)
        await desk.decide_all()
        report.states = [row[0] for row in desk.store.rows("SELECT state FROM op_item")]

    return life


SPECIAL: Mapping[str, Callable[[Desk, Schedule, Report], Awaitable[None]]] = {
    "rush": rush,
    **{name: _life(steps) for name, steps in STEPS.items()},
}
"""By the kind of a schedule."""

SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "twice": ("late", "done"),
    "again": (*("done",) * 4, *("lost",) * 4),
    "anew": ("refused", "refused"),
    "halt": (),
    "revoke": ("answer_lost",),
}
