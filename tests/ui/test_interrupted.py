"""A bulk that the program's end interrupts goes on after the next start, on a person's word."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from simdesk.compose import SystemClock, open_desk
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.operation_steps import Step
from simdesk.models.operations import OperationState
from simdesk.ui.dialogs.act import ActDialog
from tests.ui.fakes import a_window, until
from tests.ui.slips import FLEET, WatchedProvider

BULK = 80
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_serials = count(1)


@asynccontextmanager
async def started(folder: Path, provider: WatchedProvider) -> AsyncIterator[Any]:
    """The program from one start to its end: a desk and its window."""

    async def opener(*asked: Any) -> Any:
        del asked
        return provider

    desk = await open_desk(
        folder,
        FLEET,
        SystemClock(),
        "Li Na",
        random_bits=lambda bits: next(_serials) % 2**bits,
        openers={"watched": opener},
    )
    try:
        await desk.sync.run()
        async with a_window(desk) as window:
            yield window
    finally:
        await desk.aclose()


def effects(provider: WatchedProvider) -> Counter[str]:
    return Counter(effect.iccid for effect in provider.effects)


async def begin(window: Any) -> None:
    """Choose, preview and confirm a suspend of many cards."""
    desk = window._context.desk
    ids = await desk.cards.ids(CardFilter(), Sort())
    rows = await desk.cards.rows(ids)
    active = [row.id for row in rows if row.facts.specific == 100][:BULK]
    window.cards.table.selected.select(active)
    window.cards.presenter.judge_now()
    await until(lambda: not window._context.tasks.names(), 2_000)
    window.registry.run("card.suspend")
    (dialog,) = window.findChildren(ActDialog)
    await until(dialog.confirm_button.isEnabled)
    dialog.confirm_button.click()


@pytest.mark.long_async(60)
async def test_it_asks_at_the_next_start_and_ends_exact(qloop: Any, tmp_path: Path) -> None:
    provider = WatchedProvider()
    provider.latency = 0.05
    async with started(tmp_path, provider) as window:
        await begin(window)
        await until(lambda: len(provider.effects) >= 5, 4_000)
    interrupted_at = len(effects(provider))
    assert 0 < interrupted_at < BULK
    async with started(tmp_path, provider) as window:
        bar = window.operations.bar
        await until(bar.isVisible)
        assert bar.words.startswith(f"Suspend of {BULK} cards was interrupted at ")
        assert bar.words.endswith("SimDesk ended before all was sent.")
        await asyncio.sleep(0.3)
        assert len(effects(provider)) == interrupted_at  # nothing goes on by itself
        bar._go_on.click()
        desk = window._context.desk
        await until(lambda: desk.operations.running)
        await until(lambda: not desk.operations.running, 4_000)
        (row,) = await desk.operations.operations()
        assert row.state is OperationState.FINISHED
        assert set(effects(provider).values()) == {1}
        assert len(effects(provider)) == BULK
        await until(lambda: not bar.isVisible())


@pytest.mark.long_async(60)
async def test_it_is_paused_continued_and_stopped_in_the_window(qloop: Any, tmp_path: Path) -> None:
    provider = WatchedProvider()
    provider.latency = 0.05
    async with started(tmp_path, provider) as window:
        await begin(window)
        watch, desk = window.operations, window._context.desk
        await until(lambda: watch.why_not(Step.PAUSE) is None, 2_000)
        window.registry.run("operation.pause")
        await until(lambda: not desk.operations.running, 2_000)
        await until(lambda: watch.why_not(Step.CARRY_ON) is None, 2_000)
        at_pause = len(provider.commands)
        await asyncio.sleep(0.2)
        assert len(provider.commands) == at_pause < BULK
        assert not watch.bar.isVisible()  # whoever paused it knows
        window.registry.run("operation.carry_on")
        await until(lambda: len(provider.commands) > at_pause, 2_000)
        window.registry.run("operation.stop")
        await until(lambda: not desk.operations.running, 2_000)
        (row,) = await desk.operations.operations()
        assert row.state is OperationState.STOPPED
        assert row.settled == row.total == BULK
        assert len(provider.commands) < BULK
