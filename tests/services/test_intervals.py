"""Waiting for as long as somebody says, who may say otherwise meanwhile."""

import asyncio

import pytest

from simdesk.services.intervals import Interval
from tests.conftest import VirtualClock


async def test_it_waits_as_long_as_told_times_what_is_asked(virtual_clock: VirtualClock) -> None:
    interval = Interval(virtual_clock, 60)
    await interval.passed()
    assert virtual_clock.now == 60
    await interval.passed(2.5)
    assert virtual_clock.now == 210


async def test_a_shorter_time_counts_for_the_wait_under_way(virtual_clock: VirtualClock) -> None:
    interval = Interval(virtual_clock, None)
    waiting = asyncio.create_task(interval.passed())
    for seconds in (3_600.0, None, None, 10.0):
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        interval.seconds = seconds
    await waiting
    assert virtual_clock.now == 10
    assert interval.seconds == 10


async def test_what_has_passed_already_counts(virtual_clock: VirtualClock) -> None:
    interval = Interval(virtual_clock, 100)
    waiting = asyncio.create_task(interval.passed())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    virtual_clock.now = 50
    interval.seconds = 30
    await asyncio.wait_for(waiting, 5)
    assert virtual_clock.now == pytest.approx(50)


async def test_it_is_repeated_until_cancelled(virtual_clock: VirtualClock) -> None:
    begun: list[float] = []
    interval = Interval(virtual_clock, 5)

    def begin() -> None:
        begun.append(virtual_clock.now)
        if len(begun) == 3:
            repeating.cancel()

    repeating = asyncio.create_task(interval.repeat(begin))
    await asyncio.wait({repeating})
    assert begun == [5, 10, 15]
    assert repeating.cancelled()
