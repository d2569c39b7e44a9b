"""The journal's own way: groups, rulings on items that are no longer free, an orderly end."""

import asyncio
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState, Request
from simdesk.models.texts import text
from simdesk.services.operation_journal import LARGEST, Journal
from simdesk.services.storage.journal_store import Intent, Settlement
from tests.services.operations_bench import Bench, PatientClock
from tests.services.scripted_provider import ScriptedProvider, cards

FULL = KnownError(text("The disk is full."))


@pytest.fixture
def clock() -> PatientClock:
    return PatientClock()


async def a_journal(clock: Any, count: int) -> tuple[Bench, Journal, str]:
    """A journal over an operation whose items all wait."""
    bench = Bench(clock, ScriptedProvider(clock, cards(count)), reads_back=False)
    preview = await bench.service.preview(Request(Action.SUSPEND), bench.ids)
    await bench.service._writing.write("op", preview, "")
    database: Any = bench.database  # same promises, no threads
    return bench, Journal(database, clock, lambda: 200.0, bench.service._auditor), "op"


async def test_many_intents_are_one_transaction(clock: Any) -> None:
    bench, journal, op = await a_journal(clock, LARGEST + 1)
    before = bench.database.writes
    rulings = await asyncio.gather(
        *(journal.intend(Intent(op, seq, 1_000, None)) for seq in range(1, LARGEST + 2))
    )
    assert {ruling.state for ruling in rulings} == {ItemState.SENDING}
    assert bench.database.writes - before == 2, "so many at most in one"
    await bench.close()


STATES = """
was       skip      ruled
PLANNED   -         SENDING
PLANNED   too old   SKIPPED
WITHDRAWN -         WITHDRAWN
UNKNOWN   -         UNKNOWN
DONE      -         DONE
"""


@pytest.mark.parametrize("line", STATES.strip().splitlines()[1:])
async def test_only_an_item_that_still_waits_becomes_sending(line: str, clock: Any) -> None:
    was, skip, ruled = line.replace("too old", "too_old").split()
    bench, journal, op = await a_journal(clock, 1)
    bench.database.do(f"UPDATE op_item SET state = '{was}'")
    reason = None if skip == "-" else "The preview is too old."
    ruling = await journal.intend(Intent(op, 1, 1_000, reason))
    assert ruling.state == ItemState(ruled)
    assert bench.states() == [ruled]
    attempts = bench.database.rows("SELECT n FROM attempt")
    assert attempts == ([(1,)] if ruled == "SENDING" else [])
    await bench.close()


async def test_closing_waits_for_what_was_handed_in_by_those_who_are_gone(clock: Any) -> None:
    bench, journal, op = await a_journal(clock, 1)
    await journal.intend(Intent(op, 1, 1_000, None))
    done = Settlement(op, 1, 1, 1_001, ItemState.DONE, "done", None, None, None, None)
    worker = asyncio.create_task(journal.settle([done]))
    await asyncio.sleep(0)
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    await journal.aclose()
    assert bench.states() == ["DONE"]
    await bench.close()


async def test_a_group_that_cannot_be_written_fails_for_all_of_it_and_the_next_goes_on(
    clock: Any,
) -> None:
    bench, journal, op = await a_journal(clock, 3)
    bench.database.failing = [FULL]
    first = await asyncio.gather(
        *(journal.intend(Intent(op, seq, 1_000, None)) for seq in (1, 2)), return_exceptions=True
    )
    assert first == [FULL, FULL]
    assert bench.states() == ["PLANNED"] * 3
    ruling = await journal.intend(Intent(op, 3, 1_000, None))
    assert ruling.state is ItemState.SENDING
    await journal.aclose()
    await bench.close()
