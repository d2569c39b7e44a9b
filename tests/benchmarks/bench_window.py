"""How long the window's thread is busy in one go: 10,000 cards selected, previewed, suspended.

    .venv/bin/python tests/benchmarks/bench_window.py --cards 10000 --seconds 15

The real window stands on a simulated fleet, offscreen. Every event that Qt delivers is timed (in
seconds of the processor of the window's thread, so that neighbours do not count) and named by the
coroutine that the loop went on with, if it was a callback of the loop. A heartbeat of 5 ms tells
how late the loop comes (in seconds of the wall); an idle control stands beside both.
Exit status 1 when a call took more than 50 ms.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from simdesk.app import show_desk
from simdesk.compose import SystemClock, open_desk
from simdesk.loop import run_loop
from simdesk.models.filters import CardFilter
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.ui.dialogs.act import ActDialog

LIMIT_MS = 50.0
BEAT = 0.005
SHOWN = 12
"""Long calls named for each row of the table."""


class TimedApplication(QApplication):
    """Times every event it delivers that is not delivered from within another."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.calls: list[tuple[float, str]] = []
        self.step = ""
        """The callback of the loop that the event ran, if it ran one."""
        self._within = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._within:
            return bool(super().notify(receiver, event))
        self._within = True
        self.step = ""
        name = _event_named(receiver, event)  # afterwards either may be gone
        begun = time.thread_time()
        try:
            return bool(super().notify(receiver, event))
        finally:
            self._within = False
            self.calls.append((time.thread_time() - begun, self.step or name))


def _event_named(receiver: QObject, event: QEvent) -> str:
    # What is of no name itself is named after whose it is.
    whose = receiver.parent() if isinstance(receiver, QTimer) else None
    owner = "" if whose is None else f"{type(whose).__name__}'s "
    return f"{owner}{type(receiver).__name__} {event.type().name}"


def name_callbacks(app: TimedApplication) -> None:
    """Let a long call have the name of the coroutine that the loop went on with."""
    run = asyncio.events.Handle._run

    def named(handle: asyncio.events.Handle) -> None:
        app.step = _named(handle._callback)  # type: ignore[attr-defined] # not in typeshed
        run(handle)

    setattr(asyncio.events.Handle, "_run", named)  # noqa: B010 - the type checker refuses a dot


def _named(callback: Any) -> str:
    owner = getattr(callback, "__self__", callback)
    if isinstance(owner, asyncio.Task):
        coroutine = owner.get_coro()
        return f"{owner.get_name()}: {getattr(coroutine, '__qualname__', coroutine)}"
    return str(getattr(callback, "__qualname__", callback))


async def heartbeat(gaps: list[float]) -> None:
    """Note by how much each tick comes late."""
    while True:
        due = time.monotonic() + BEAT
        await asyncio.sleep(BEAT)
        gaps.append(time.monotonic() - due)


async def until(reached: Callable[[], object]) -> None:
    while not reached():
        await asyncio.sleep(0.02)


async def measured(
    app: TimedApplication, name: str, work: Callable[[], Awaitable[None]]
) -> list[object]:
    """A row of the table: what was done, the longest call, how late the loop came."""
    await asyncio.sleep(BEAT)  # the step that counted the row before is no call of ours
    app.calls.clear()
    gaps: list[float] = []
    beat = asyncio.ensure_future(heartbeat(gaps))
    await work()
    beat.cancel()
    longest, where = max(app.calls, default=(0.0, "-"))
    for one, who in sorted(app.calls, reverse=True)[:SHOWN]:
        if one * 1e3 > LIMIT_MS / 2:
            print(f"{name}: {one * 1e3:.0f} ms in {who}")
    spent = sorted(seconds for seconds, _ in app.calls)
    late = sorted(gaps)
    p99 = late[int(len(late) * 0.99)] if late else 0.0
    return [
        name,
        len(spent),
        statistics.median(spent or [0.0]) * 1e3,
        longest * 1e3,
        p99 * 1e3,
        max(late, default=0.0) * 1e3,
        where,
    ]


async def run(app: TimedApplication, cards: int, seconds: float) -> int:
    with tempfile.TemporaryDirectory() as folder:
        desk = await open_desk(Path(folder) / "bench", FleetPlan(cards), SystemClock(), "bench")
        begun = time.thread_time()
        opened = show_desk(desk)
        building = time.thread_time() - begun
        await asyncio.sleep(0.5)  # what was built shows itself; neither is a call while one works
        window, tasks = opened.window, opened.context.tasks
        window.resize(1440, 900)

        async def idle() -> None:
            await asyncio.sleep(5.0)

        async def select() -> None:
            window.cards.select_all()
            await until(lambda: tasks.busy("verdicts") or window.cards.presenter.standings)
            await until(lambda: not tasks.names())

        async def preview() -> None:
            window.registry.run("card.suspend")
            await until(lambda: not tasks.busy("preview"))

        async def send() -> None:
            (dialog,) = window.findChildren(ActDialog)
            dialog.confirm_button.click()
            await until(lambda: desk.operations.running)
            begun, spent = time.monotonic(), time.process_time()
            await asyncio.sleep(seconds / 2)
            window.show_cards(CardFilter())  # the table follows what changes
            await asyncio.sleep(seconds / 2)
            sent = (await desk.operations.operations())[0].settled
            each = (time.process_time() - spent) * 1e3 / max(1, sent)
            pace = sent / (time.monotonic() - begun)
            print(f"{pace:.1f} sends a second, {each:.2f} ms of the processor each, all threads")

        async def stop() -> None:
            (newest, *_) = await desk.operations.operations()
            await desk.operations.stop(newest.id)
            await until(lambda: not desk.operations.running)

        async def sync() -> None:
            await desk.sync.run()

        rows = [
            await measured(app, "first sync", sync),
            await measured(app, "idle, 5 s", idle),
            await measured(app, "select all, judge", select),
            await measured(app, "preview", preview),
            await measured(app, f"send for {seconds:g} s", send),
            await measured(app, "stop", stop),
        ]
        (newest, *_) = await desk.operations.operations()
        await opened.aclose()
        await desk.aclose()
    print(f"building the window {building * 1e3:.0f} ms, once")
    return _report(rows, cards, {state: n for state, n in newest.counts.items() if n})


def _report(rows: list[list[object]], cards: int, counts: dict[object, int]) -> int:
    print(f"{cards:,} cards; the operation ended with {counts}")
    print(
        "what                     calls  median  longest | loop late p99   worst  longest call was"
    )
    worst = 0.0
    for name, calls, median, longest, p99, late, where in rows:
        assert isinstance(longest, float)
        worst = max(worst, longest)
        busy = f"{name!s:24} {calls:6} {median:6.2f}  {longest:6.1f}"
        print(f"{busy}  | {p99:10.1f} {late:8.1f}  {where}")
    print(f"longest call {worst:.1f} ms, limit {LIMIT_MS:g} ms")
    return 0 if worst <= LIMIT_MS else 1


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--cards", type=int, default=10_000)
    words.add_argument("--seconds", type=float, default=15.0)
    asked = words.parse_args()
    app = TimedApplication(sys.argv[:1])
    name_callbacks(app)
    return run_loop(lambda: run(app, asked.cards, asked.seconds))


if __name__ == "__main__":
    sys.exit(main())
