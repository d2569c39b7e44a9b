"""One send: what holds it back at the last moment, and what an error means before and after."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from simdesk.models.outcomes import Done, NotSent, Outcome, Unknown
from simdesk.services.operation_flight import Deadline, Flight, Held
from tests.conftest import VirtualClock
from tests.factories import a_moment

# Seconds on the clock since the intent, minutes the machine slept through, what holds it back.
LAST_LOOKS = """
waited slept stopping patient held
0      0     no       no      -
59     0     no       no      -
61     0     no       no      stale
61     0     no       yes     -
0      11    no       no      stale
0      11    no       yes     -
0      61    no       yes     stale
0      0     yes      yes     stopped
"""


class Desk:
    """A flight of an intent written just now, with an hour until the preview no longer holds."""

    def __init__(self, clock: VirtualClock, *, patient: bool = False) -> None:
        self.clock = clock
        self.slept = timedelta()
        self.stopping = False
        deadline = Deadline(a_moment() + timedelta(hours=1), self.now)
        self.flight = Flight(clock, deadline, lambda: self.stopping, patient)

    def now(self) -> datetime:
        return a_moment() + self.slept + timedelta(seconds=self.clock.monotonic())

    async def send(self, answer: Outcome | Exception | None, *, asks: bool = True) -> Outcome:
        """None never answers; a send that does not ask breaks before its first byte."""
        await asyncio.sleep(0)
        if asks and not self.flight.may_go():
            return NotSent("no longer wanted")
        if answer is None:
            await asyncio.Event().wait()
        if isinstance(answer, Exception):
            raise answer
        assert answer is not None
        return answer


@pytest.mark.parametrize("line", LAST_LOOKS.strip().splitlines()[1:])
async def test_the_last_look_before_the_first_byte(line: str, virtual_clock: Any) -> None:
    waited, slept, stopping, patient, held = line.split()
    desk = Desk(virtual_clock, patient=patient == "yes")
    virtual_clock.now = float(waited)
    desk.slept = timedelta(minutes=int(slept))
    desk.stopping = stopping == "yes"
    outcome = await desk.flight.fly(desk.send(Done()))
    assert desk.flight.held is (None if held == "-" else Held(held))
    assert outcome == (Done() if held == "-" else NotSent("no longer wanted"))


async def test_a_mistake_before_the_first_byte_is_reported_and_is_no_doubt(
    virtual_clock: Any,
) -> None:
    desk = Desk(virtual_clock)
    with pytest.raises(ZeroDivisionError):
        await desk.flight.fly(desk.send(ZeroDivisionError(), asks=False))
    assert desk.flight.gone is None


@pytest.mark.parametrize(
    ("error", "reported"),
    [(ConnectionResetError("key=secret"), 0), (TimeoutError(), 0), (ZeroDivisionError("key"), 1)],
)
async def test_an_error_after_the_first_byte_is_doubt_and_its_words_are_kept_back(
    virtual_clock: Any, error: Exception, reported: int
) -> None:
    heard: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, one: heard.append(one))
    desk = Desk(virtual_clock)
    assert await desk.flight.fly(desk.send(error)) == Unknown(type(error).__name__)
    assert len(heard) == reported


async def test_stopping_holds_what_waits_and_giving_up_doubts_what_has_left(
    virtual_clock: Any,
) -> None:
    waiting, gone, given_up = (Desk(virtual_clock) for _ in range(3))
    flying = [
        asyncio.ensure_future(desk.flight.fly(desk.send(None, asks=asks)))
        for desk, asks in ((waiting, False), (gone, True), (given_up, True))
    ]
    for _ in range(3):
        await asyncio.sleep(0)
    waiting.flight.hold()
    gone.flight.hold()
    given_up.flight.give_up()
    assert await flying[0] == NotSent("held back")
    assert waiting.flight.held is Held.STOPPED
    assert await flying[2] == Unknown("no answer in time")
    assert not flying[1].done(), "what has left is awaited"
    gone.flight.give_up()
    await flying[1]


async def test_whoever_cancels_the_sender_itself_is_not_answered(virtual_clock: Any) -> None:
    desk = Desk(virtual_clock)

    async def send() -> Outcome:
        assert desk.flight.may_go()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            raise ConnectionResetError from None
        raise AssertionError

    flying = asyncio.create_task(desk.flight.fly(send()))
    await asyncio.sleep(0)
    flying.cancel()
    with pytest.raises(ConnectionResetError):
        await flying


async def test_one_who_is_given_up_goes_on_with_the_next_item(virtual_clock: Any) -> None:
    desk = Desk(virtual_clock)

    async def sender() -> tuple[Outcome, int]:
        outcome = await desk.flight.fly(desk.send(None))
        await asyncio.sleep(0)
        task = asyncio.current_task()
        assert task is not None
        return outcome, task.cancelling()

    sending = asyncio.create_task(sender())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    desk.flight.give_up()
    assert await sending == (Unknown("no answer in time"), 0)
