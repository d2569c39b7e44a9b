"""Goal 4: the window's loop while all cards are exported, searched and acted on at once.

Three things at the same time: an export of the whole fleet, another question asked every half
second, and bulks of 999 cards one behind the other, two at a time, so that 1,000 sends are in
flight. The provider answers each after 4 to 6 s, which is 200 sends a second, as many as providers
allow; told beside it: one that answers within 80 ms and has no rate limit. Ticks of 5 ms tell how
late the loop comes; an idle control of the same length stands before each.
"""

import asyncio
import math
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from simdesk.compose import Desk, SystemClock
from simdesk.models.account_commands import AccountCommand
from simdesk.models.action import Action
from simdesk.models.commands import Command
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.operations import OperationState, Request
from simdesk.models.outcomes import Outcome
from simdesk.models.periods import Month
from simdesk.services.calls import Calls
from simdesk.services.exports import ExportRequest
from simdesk.services.operations import OperationService
from simdesk.services.rate import TokenBucket
from simdesk.services.storage import card_store
from simdesk.services.storage.auditor import Auditor
from tests.benchmarks import frame
from tests.benchmarks.bench_window import TimedApplication
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line
from tests.benchmarks.window_stage import Beats, Stage, on_window_loop, staged
from tests.services.scripted_provider import EVERYTHING, ScriptedProvider

BULK = 999
"""As many cards as may go without a ramp."""
BULKS_AT_ONCE = 2
IN_FLIGHT = 1_000
PACES = (("200 sends a second", 4.0, 6.0), ("as fast as it goes", 0.02, 0.08))
"""What answers take: seconds of the fastest and the slowest."""
LEAST_SECONDS = 5.0
ASK_EVERY = 0.5
ACTED_ON = "status:in_use specific:in_use carrier:CMCC"
QUESTIONS = ("usage>10MB", "7777", "status:in_use expires<60d", "remark:a", "")


class DistantProvider(ScriptedProvider):
    """Does what is asked after 20 to 80 ms; counts how many sends are on their way."""

    def __init__(self, desk: Desk, account: str, fastest: float, slowest: float) -> None:
        clock: Any = SystemClock()
        self._spread = fastest, slowest
        super().__init__(clock, (), capabilities=replace(EVERYTHING, calls_per_second=1e9))
        self.account = account
        self._desk = desk
        self._chance = Random(1)
        self.sent = self.flying = self.most_flying = 0

    def now(self) -> Any:
        return self._desk.cards.now()

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        self.sent += 1
        self.flying += 1
        self.most_flying = max(self.most_flying, self.flying)
        await asyncio.sleep(self._chance.uniform(*self._spread))
        self.flying -= 1
        self.latency = 0.0
        return await super().send(command, serial)


class Bulks:
    """Suspends cards, each once, for as long as it is let."""

    def __init__(
        self, desk: Desk, ids: Sequence[int], account: str, spread: tuple[float, float]
    ) -> None:
        self._desk = desk
        self._left = iter([ids[at : at + BULK] for at in range(0, len(ids), BULK)])
        self.provider = DistantProvider(desk, account, *spread)
        clock = SystemClock()
        calls = Calls(self.provider, TokenBucket(math.inf, clock), clock)
        self.service = OperationService(
            desk.database,
            calls,
            clock,
            desk.announcer,
            refresh=self._refresh,
            random_bits=Random(f"{spread}").getrandbits,
            auditor=Auditor("bench", "bench", calls.now),
            sending=desk.sending,
            most_workers=IN_FLIGHT,
        )

    async def _refresh(self, ids: Sequence[int]) -> None:
        del ids

    async def go_on(self) -> None:
        """One bulk behind the other, until cancelled; in a small fleet the cards run out."""
        for ids in self._left:
            rows = await self._desk.database.read(partial(card_store.rows, ids=ids))
            for row in rows:
                self.provider.cards_by_ref[row.facts.ref] = row.facts
            preview = await self.service.preview(Request(Action.SUSPEND), ids)
            operation = await self.service.start(preview)
            while True:
                await asyncio.sleep(0.05)
                found = await self.service.operations()
                states = {one.id: one.state for one in found}
                if states[operation] is OperationState.FINISHED:
                    break
            for row in rows:
                self.provider.cards_by_ref.pop(row.facts.ref, None)
        await asyncio.Event().wait()


async def ask_on(stage: Stage) -> None:
    """Another question every half second, until cancelled."""
    for words in cycle(QUESTIONS):
        stage.window.show_cards(parse_filter(words))
        await asyncio.sleep(ASK_EVERY)


async def export(desk: Desk, folder: Path) -> float:
    """All cards into a sheet; seconds of the wall."""
    month = Month.of(desk.cards.today())
    begun = time.perf_counter()
    asked = ExportRequest(CardFilter(), Sort(), None, month, month, name="all", folder=folder)
    await desk.exports.wait(await desk.exports.start(asked))
    return time.perf_counter() - begun


async def everything(stage: Stage, bulks: Bulks) -> float:
    """The export, questions and bulks at once; seconds that the export took."""
    others = [asyncio.ensure_future(bulks.go_on()) for _ in range(BULKS_AT_ONCE)]
    others.append(asyncio.ensure_future(ask_on(stage)))
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        seconds = await export(stage.desk, Path(folder))
    await asyncio.sleep(max(0.0, LEAST_SECONDS - (time.perf_counter() - begun)))
    for one in others:
        assert not one.done(), one.exception()
        one.cancel()
    await asyncio.wait(others)
    return seconds


async def busy(
    stage: Stage, runs: int, pace: str, spread: tuple[float, float], part: int
) -> list[Line]:
    """The lines of one pace; `part` keeps the cards of two of them apart."""
    desk = stage.desk
    await stage.until(lambda: desk.sending.reason is None)
    ids = await desk.cards.ids(parse_filter(ACTED_ON), Sort("opened"))
    (first,) = await desk.cards.rows(ids[:1])
    bulks = Bulks(desk, ids[part :: len(PACES)], first.account, spread)
    idle: list[Beats] = []
    loaded: list[Beats] = []
    seconds = LEAST_SECONDS
    for _ in range(runs):
        await stage.quiet()
        idle.append(Beats())
        await idle[-1].during(asyncio.sleep(seconds))
        stage.longest()
        sent = bulks.provider.sent
        loaded.append(Beats())
        begun = time.perf_counter()
        working = asyncio.ensure_future(everything(stage, bulks))
        await loaded[-1].during(working)
        seconds, whole = working.result(), time.perf_counter() - begun
        longest, what = stage.longest()
        print(
            f"export {seconds:.1f} s, {(bulks.provider.sent - sent) / whole:,.0f} sends a second, "
            f"{bulks.provider.most_flying} in flight; p99 {loaded[-1].p99:.1f}, "
            f"worst {loaded[-1].worst:.1f}, idle {idle[-1].p99:.1f} and {idle[-1].worst:.1f} ms; "
            f"longest call {longest:.0f} ms of the processor: {what}"
        )
        await asyncio.sleep(0.2)  # what was sent last comes back
    await bulks.service.aclose()
    return [
        _line(f"{pace}: p99", [one.p99 for one in loaded], [one.p99 for one in idle], 10, part),
        _line(
            f"{pace}: worst", [one.worst for one in loaded], [one.worst for one in idle], 50, part
        ),
    ]


def _line(what: str, ours: Sequence[float], idle: Sequence[float], more: float, part: int) -> Line:
    mine, control = statistics.median(ours), statistics.median(idle)
    holds = None if part else mine <= control + more
    wanted = "reported" if part else f"idle + {more:g} ms"
    late = f"a tick of the busy loop late, {what}"
    return Line(4, late, mine, "ms", wanted, holds, "idle", control)


def measure(fleet: Fleet, runs: int) -> Sequence[Line]:
    lines: list[Line] = []

    async def work(app: TimedApplication) -> None:
        with fleet.copied() as copy:
            async with staged(app, copy) as stage:
                for part, (pace, *spread) in enumerate(PACES):
                    lines.extend(await busy(stage, runs, pace, (spread[0], spread[1]), part))

    on_window_loop(work)
    return lines


if __name__ == "__main__":
    frame.main(measure)
