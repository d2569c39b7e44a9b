"""Answers on their way into the journal: nobody waits for ever, and what can be kept is kept."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from simdesk.models.commands import CardRef
from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState
from simdesk.models.texts import text
from simdesk.services.operation_answers import Answer, Answers
from simdesk.services.operation_outcomes import Meaning
from simdesk.services.storage.journal_store import PlannedItem, Settlement

FULL = KnownError(text("The disk is full."))


class Died(BaseException):
    """The program ends."""


class Books:
    """A journal that fails with the next of `errors`, then keeps."""

    def __init__(self, *errors: BaseException) -> None:
        self.errors = list(errors)
        self.kept: list[int] = []

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        await asyncio.sleep(0)
        if self.errors:
            raise self.errors.pop(0)
        self.kept += [one.seq for one in settlements]


class Run:
    """Who hands answers in and hears of them."""

    def __init__(self, clock: Any, books: Any) -> None:
        self.told: list[int] = []
        self.failures: list[BaseException] = []
        self.late = 0
        self.answers = Answers(
            books, clock, written=self._written, not_yet=self._late, failed=self.failures.append
        )

    def _written(self, answers: Sequence[Answer]) -> None:
        self.told += [answer.item.seq for answer in answers]

    def _late(self) -> None:
        self.late += 1


def an_answer(seq: int) -> Answer:
    item = PlannedItem("op", seq, seq, CardRef("8986", "1"), f"{seq:032x}", None, "v")
    return Answer(item, 1, 1_000, Meaning(ItemState.DONE, "done"))


async def test_those_that_come_while_one_is_written_are_written_together(
    virtual_clock: Any,
) -> None:
    books = Books()
    run = Run(virtual_clock, books)
    run.answers.put(an_answer(1))
    assert run.told == [], "it is not durable yet"
    run.answers.put(an_answer(2))
    assert await run.answers.kept(an_answer(3))
    await run.answers.drained()
    assert books.kept == run.told == [1, 2, 3]


async def test_a_full_disk_is_given_time_and_then_given_up(virtual_clock: Any) -> None:
    mended, full = Run(virtual_clock, Books(FULL, FULL)), Run(virtual_clock, Books(*[FULL] * 5))
    assert await mended.answers.kept(an_answer(1))
    assert (mended.late, mended.told, mended.failures) == (2, [1], [])
    assert not await full.answers.kept(an_answer(1))
    await full.answers.drained()
    assert (full.late, full.told, full.failures) == (4, [], [FULL])


async def test_a_mistake_costs_its_group_only(virtual_clock: Any) -> None:
    books = Books(ZeroDivisionError())
    run = Run(virtual_clock, books)
    waiting = asyncio.ensure_future(run.answers.kept(an_answer(1)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    run.answers.put(an_answer(2))
    assert not await waiting
    await run.answers.drained()
    assert books.kept == run.told == [2]
    assert [type(one) for one in run.failures] == [ZeroDivisionError]


async def test_when_the_program_dies_nobody_waits_for_ever(virtual_clock: Any) -> None:
    run = Run(virtual_clock, Books(Died()))
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
    waiting = [asyncio.ensure_future(run.answers.kept(an_answer(seq))) for seq in (1, 2)]
    assert await asyncio.gather(*waiting) == [False, False]
    await run.answers.drained()
    assert [type(one) for one in run.failures] == [Died]


@pytest.mark.parametrize("tries", [0, 3])
async def test_at_the_end_of_the_program_one_try_must_do(tries: int, virtual_clock: Any) -> None:
    run = Run(virtual_clock, Books(*[FULL] * (tries + 1)))
    waiting = asyncio.ensure_future(run.answers.kept(an_answer(1)))
    while run.late < tries:
        await virtual_clock.sleep(0.5)
    run.answers.give_up()
    assert not await waiting
    assert run.failures == [FULL]
