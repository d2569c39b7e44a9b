"""The real window on a fleet, offscreen; its calls timed one by one, its loop tick by tick."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from simdesk.app import show_desk
from simdesk.compose import Desk
from simdesk.loop import run_loop
from simdesk.ui.main_window import MainWindow
from simdesk.ui.tasks import Tasks
from tests.benchmarks.bench_window import TimedApplication, name_callbacks
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import percentile

SIZE = (1280, 800)
BEAT = 0.005


@dataclass
class Stage:
    """The window of a desk whose cards are in memory."""

    app: TimedApplication
    desk: Desk
    window: MainWindow
    tasks: Tasks

    async def until(self, reached: Callable[[], object]) -> None:
        while not reached():
            await asyncio.sleep(0.001)

    async def quiet(self) -> None:
        """Nothing is read or counted any more, three times in a row."""
        for _ in range(3):
            await asyncio.sleep(0.1)
            await self.until(lambda: not self.tasks.names())

    def loaded(self) -> bool:
        """Every row in sight is here."""
        cards = self.window.cards
        first, last = cards.table.rows_in_sight()
        return all(cards.model.row_at(row) is not None for row in range(first, last + 1))

    def longest(self) -> tuple[float, str]:
        """Milliseconds of the processor that the longest call took since the last time, and it."""
        seconds, what = max(self.app.calls, default=(0.0, "-"))
        self.app.calls.clear()
        return seconds * 1e3, what


@asynccontextmanager
async def staged(app: TimedApplication, fleet: Fleet) -> AsyncIterator[Stage]:
    """The window at 1280x800, columns as they are when SimDesk is new."""
    desk = await fleet.open()
    opened = show_desk(desk)
    opened.window.resize(*SIZE)
    stage = Stage(app, desk, opened.window, opened.context.tasks)
    try:
        desk.cards.preparing.begin()
        await stage.until(lambda: desk.cards.prepared)
        await stage.quiet()
        yield stage
    finally:
        await opened.aclose()
        await desk.aclose()


@dataclass
class Beats:
    """How late each tick of the loop came, in milliseconds of the wall."""

    late: list[float] = field(default_factory=list)

    async def during(self, work: Awaitable[object]) -> None:
        """Watch the loop while `work` goes on."""
        watching = asyncio.ensure_future(self._watch())
        try:
            await work
        finally:
            watching.cancel()

    async def _watch(self) -> None:
        while True:
            due = time.perf_counter() + BEAT
            await asyncio.sleep(BEAT)
            self.late.append((time.perf_counter() - due) * 1e3)

    @property
    def p99(self) -> float:
        return percentile(self.late, 0.99)

    @property
    def worst(self) -> float:
        return max(self.late)


def on_window_loop(work: Callable[[TimedApplication], Awaitable[None]]) -> None:
    """Run `work` on Qt's loop, every event timed."""
    app = TimedApplication(sys.argv[:1])
    name_callbacks(app)

    async def main() -> int:
        await work(app)
        return 0

    run_loop(main)
