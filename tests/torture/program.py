"""The program as a victim: one fleet, one bulk, carried on after every death, one line per step.

Run as a process of its own: `python -m tests.torture.program FOLDER --act suspend`. On standard
output it says `ready`, `bulk N` (cards of a new operation), `at N` (items of all operations that
no longer wait), `carried on N`, `settling`, `trouble WORDS` and `over`. It is the operator too:
what was held is continued, what did not take effect is asked for anew, until every card had its
act.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from simdesk.compose import Desk, SystemClock, open_desk
from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    ActRequest,
    Hold,
    ItemState,
    OperationRow,
    OperationState,
    Preview,
    RenewRequest,
    Request,
)
from simdesk.models.orders import Money
from simdesk.services import operation_flight
from simdesk.services.providers.simulator import faults, fleet_plan, line
from simdesk.services.providers.simulator.faults import Fate, FaultProfile
from simdesk.services.providers.simulator.fleet_plan import FleetPlan, Profile

REQUESTS: Final[dict[str, ActRequest]] = {
    "suspend": Request(Action.SUSPEND),
    "renew": RenewRequest(1),
}
FAULTS: Final = {
    "none": faults.NONE,
    "rough": FaultProfile(
        "rough, but quick",
        (
            (Fate.LOST_BEFORE, 20),
            (Fate.ANSWER_LOST, 40),
            (Fate.LATE_EFFECT, 40),
            (Fate.SERVER_ERROR, 20),
            (Fate.SERVER_ERROR_AFTER, 20),
            (Fate.REFUSED, 20),
        ),
        reads=20,
        shortest_delay=2,
    ),
}
"""What the provider does to one call in six, and to one reading in fifty; never throttles."""
_TIMEOUT: Final = 0.5
"""Seconds until the provider is not waited for any more; six times that in a day's work."""
RATE: Final = 200.0
"""Sends a second, whatever the profile."""
_LATE: Final = timedelta(minutes=20)
"""Longer than any effect comes late."""
_ROUNDS: Final = 8
"""How often the operator asks anew before giving up."""
_STEP: Final = 0.05
_PATIENCE: Final = 0.5
_OPEN: Final = (ItemState.UNKNOWN, ItemState.ACCEPTED, ItemState.SENDING)


def say(words: str) -> None:
    print(words, flush=True)


class Victim:
    """What the operator does in one life of the program, from its start to its end or death."""

    def __init__(self, desk: Desk, asked: argparse.Namespace) -> None:
        self._desk = desk
        self._asked = asked
        self._request = REQUESTS[asked.act]
        self._narrowed = False
        self._room = ExitStack()

    async def live(self) -> None:
        """Begin the bulk, or go on with it, until every card has had its act."""
        assert self._desk.simulation is not None
        say("ready")
        if not await self._rows():
            await self._prepare()
        self._desk.simulation.fault_profile = FAULTS[self._asked.faults]
        if not await self._rows():
            await self._begin()
        for _ in range(_ROUNDS):
            await self._carried_out()
            await self._settled()
            if not await self._again():
                break
        say("over")

    async def _rows(self) -> tuple[OperationRow, ...]:
        return await self._desk.operations.operations()

    async def _prepare(self) -> None:
        assert self._desk.simulation is not None
        await self._desk.simulation.set_wallet(Money(10**10))
        await self._listed()

    async def _begin(self) -> None:
        preview = await self._desk.operations.preview(self._request, await self._cards(_ALL))
        if self._asked.most:
            chosen = preview.eligible_ids[: self._asked.most]
            preview = await self._desk.operations.preview(self._request, chosen)
        await self._start(preview)

    async def _listed(self) -> None:
        """The cards are in the list; one by one, as some profiles tell them, nobody waits for it.

        Under the window a sync runs already, and goes on.
        """
        sync = asyncio.create_task(self._desk.sync.run())
        while len(await self._cards(_ALL)) < self._asked.cards:
            await asyncio.sleep(_STEP)
        if not self._asked.window and self._desk.provider.capabilities.bulk_reads == 1:
            self._desk.sync.stop()
        await sync

    async def _cards(self, words: str) -> list[int]:
        def job(connection: Connection) -> list[int]:
            return [row[0] for row in connection.exec_driver_sql(words)]

        return await self._desk.database.read(job)

    async def _start(self, preview: Preview) -> None:
        say(f"bulk {preview.eligible_count}")
        await self._desk.operations.start(preview)

    async def _carried_out(self) -> None:
        """Until nothing waits to be sent; what is held goes on at the operator's word."""
        while True:
            rows = await self._rows()
            say(f"at {sum(row.total - row.counts[ItemState.PLANNED] for row in rows)}")
            self._narrow(rows)
            going = [row for row in rows if row.state is OperationState.RUNNING]
            if not any(row.state is OperationState.STOPPING for row in rows) and not going:
                return
            for row in going:
                if row.hold is Hold.PAUSED:
                    await self._carry_on(row)
            await asyncio.sleep(_STEP)

    async def _carry_on(self, row: OperationRow) -> None:
        try:
            await self._desk.operations.carry_on(row.id)
        except KnownError as error:
            # A disk that takes nothing: the operator mends it, or ends the program.
            _trouble(error)
            await asyncio.sleep(_PATIENCE)
        else:
            say(f"carried on {row.counts[ItemState.PLANNED]}")

    def _narrow(self, rows: tuple[OperationRow, ...]) -> None:
        """In mid-bulk no file may grow beyond the room there is, for ever or for a while."""
        begun = any(row.counts[ItemState.DONE] > 50 for row in rows)
        if self._asked.room is None or self._narrowed or not begun:
            return
        from tests.narrow_disk import room_for  # which takes pytest along

        self._narrowed = True
        self._room.enter_context(room_for(self._asked.room))
        say("narrow")
        if self._asked.mended is not None:
            asyncio.get_running_loop().call_later(self._asked.mended, self._room.close)

    async def _settled(self) -> None:
        """Until nothing is in doubt; the world's time runs past every late effect."""
        assert self._desk.simulation is not None
        say("settling")
        for _ in range(_ROUNDS):
            if not any(row.counts[state] for row in await self._rows() for state in _OPEN):
                return
            await self._desk.simulation.advance_to(self._desk.simulation.now + _LATE)
            await self._desk.operations.settle()

    async def _again(self) -> bool:
        """Ask anew for the cards that had no effect yet; False when there are none."""
        rest = await self._cards(_WITHOUT)
        if not rest:
            return False
        preview = await self._desk.operations.preview(self._request, rest)
        if not preview.eligible_count:
            return False
        await self._start(preview)
        return True


_ALL: Final = "SELECT id FROM card ORDER BY id"
_WITHOUT: Final = (
    "SELECT DISTINCT card_id FROM op_item WHERE card_id NOT IN"
    " (SELECT card_id FROM op_item WHERE state IN"
    " ('DONE', 'SENDING', 'ACCEPTED', 'UNKNOWN', 'NEEDS_HUMAN')) ORDER BY card_id"
)


async def _open(asked: argparse.Namespace) -> Desk:
    plan = FleetPlan(cards=asked.cards, seed=asked.seed, profile=Profile(asked.profile))
    return await open_desk(asked.folder, plan, SystemClock(), "Li Na")


async def _headless(asked: argparse.Namespace) -> int:
    desk = await _open(asked)
    _report_to(_trouble)
    try:
        await Victim(desk, asked).live()
    finally:
        await desk.aclose()
    return 0


def _windowed(asked: argparse.Namespace) -> int:
    """The same under the real window, which syncs meanwhile and follows every change."""
    from simdesk import app
    from simdesk.loop import run_loop

    async def live() -> int:
        desk = await _open(asked)
        opened = app.show_desk(desk)
        opened.context.tasks.start("sync", desk.following.sync(), replace=False)
        ended = asyncio.get_running_loop().create_future()

        async def work() -> None:
            try:
                await Victim(desk, asked).live()
            finally:
                ended.set_result(None)

        opened.context.tasks.start("victim", work(), replace=False)
        await ended
        await opened.aclose()
        await desk.aclose()
        return 0

    return run_loop(live)


def _report_to(told: Callable[[BaseException], None]) -> None:
    def heard(loop: asyncio.AbstractEventLoop, found: dict[str, object]) -> None:
        error = found.get("exception")
        if isinstance(error, KnownError):
            told(error)
        else:
            loop.default_exception_handler(found)

    asyncio.get_running_loop().set_exception_handler(heard)


def _trouble(error: BaseException) -> None:
    say(f"trouble {error}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--act", choices=REQUESTS, default="suspend")
    parser.add_argument("--cards", type=int, default=1_500)
    parser.add_argument("--most", type=int, default=0, help="cards of the bulk; 0: all it can be")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="demo")
    parser.add_argument("--faults", choices=FAULTS, default="none")
    parser.add_argument("--window", action="store_true")
    parser.add_argument("--fresh", type=float, help="seconds after which an intent is too old")
    parser.add_argument("--user", type=int, help="the system's user it becomes")
    parser.add_argument("--room", type=int, help="bytes a file may have once the bulk is going")
    parser.add_argument("--mended", type=float, help="seconds after which there is room again")
    return parser.parse_args()


def main() -> int:
    asked = _asked()
    manners = fleet_plan._CAPABILITIES
    profile = Profile(asked.profile)
    manners[profile] = replace(manners[profile], calls_per_second=RATE)
    line.TIMEOUT = _TIMEOUT
    if asked.user is not None:
        os.setuid(asked.user)
    if asked.fresh is not None:
        operation_flight.FRESH_SECONDS = asked.fresh
    try:
        return _windowed(asked) if asked.window else asyncio.run(_headless(asked))
    except KnownError as error:
        _trouble(error)
        return 2


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
