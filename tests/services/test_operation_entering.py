"""A very large operation is entered in parts: others write in between, half of it is nothing."""

import asyncio
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState, OperationState, Request
from simdesk.models.texts import text
from simdesk.services import operation_entering
from simdesk.services.storage import journal_entry, journal_states, ledger_store, verification
from tests.services.operations_bench import Bench, PatientClock
from tests.services.scripted_provider import Killed, ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)
FULL = KnownError(text("The disk is full."))
KEPT = (
    "SELECT (SELECT count(*) FROM operation), (SELECT count(*) FROM op_item),"
    " (SELECT count(*) FROM audit WHERE act = 'operation_started')"
)


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """From five items on an operation is very large, three in a part."""
    monkeypatch.setattr(journal_entry, "PART", 3)
    monkeypatch.setattr("simdesk.services.operation_writing.LARGE", 5)


def a_bench(*script: str) -> Bench:
    """Ten cards, sent one after the other."""
    clock = PatientClock()
    provider = ScriptedProvider(clock, cards(10), script)
    return Bench(clock, provider, workers=1, reads_back=False)


async def test_in_parts_or_at_once_the_same_stands_in_the_journal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = a_bench()
    columns = "seq, card_id, iccid, expect_version, before_json, state, attempts"
    told = "action, state, hold, reason, requested_by"
    found = []
    for large in (5, 100):
        monkeypatch.setattr("simdesk.services.operation_writing.LARGE", large)
        before = bench.database.writes
        preview = await bench.service.preview(SUSPEND, bench.ids)
        await bench.service._writing.write(f"op{large}", preview, "why")
        writes = bench.database.writes - before
        asked = f"SELECT {columns} FROM op_item WHERE op_id = 'op{large}' ORDER BY seq"
        whole = f"SELECT {told} FROM operation WHERE id = 'op{large}'"
        found.append((bench.database.rows(asked), bench.database.rows(whole)))
        assert writes == (7 if large == 5 else 1)  # it enters, 3 + 3 + 3 + 1, none, approved
    assert found[0] == found[1]
    with bench.database.engine.connect() as connection:
        assert verification.verify(connection) == ()
    await bench.close()


async def test_another_write_comes_between_two_parts() -> None:
    bench = a_bench()
    preview = await bench.service.preview(SUSPEND, bench.ids)
    starting = asyncio.ensure_future(bench.service._writing.write("op", preview, ""))
    seen: list[int] = []
    while not starting.done():
        await bench.database.write(
            lambda connection: seen.append(
                connection.exec_driver_sql("SELECT count(*) FROM op_item").scalar_one()
            )
        )
    await starting
    assert {3, 6, 9} & set(seen)
    await bench.close()


async def test_what_is_being_entered_is_shown_nowhere_and_cannot_be_run() -> None:
    bench = a_bench()
    await half_entered(bench)
    assert await bench.service.operations() == ()
    await bench.service.carry_on("half")
    await bench.service.settle()
    assert not bench.service.running
    assert bench.provider.sends == []
    with bench.database.engine.connect() as connection:
        assert verification.verify(connection) == (), "it is no damage"
        assert ledger_store.imbalances(connection) == ()
    await bench.close()


async def half_entered(bench: Bench) -> None:
    """As a kill would leave it: the operation and its first parts."""
    preview = await bench.service.preview(SUSPEND, bench.ids)
    points = bench.kill_at(7)
    with pytest.raises(Killed):
        await bench.service._writing.write("half", preview, "")
    assert points.dead
    bench.kill_at(None)
    assert bench.database.rows(KEPT) == [(1, 6, 0)]


@pytest.mark.parametrize("kill", range(1, 15))
async def test_killed_anywhere_all_of_it_is_there_or_nothing(kill: int) -> None:
    bench = a_bench()
    preview = await bench.service.preview(SUSPEND, bench.ids)
    points = bench.kill_at(kill)
    with pytest.raises(Killed):
        await bench.service.start(preview)
        await bench.clock.sleep(60)
        raise AssertionError("it lived")
    assert points.dead
    bench.kill_at(None)
    await bench.restart()
    assert bench.database.rows(KEPT) in ([(0, 0, 0)], [(1, 10, 1)])
    await bench.close()


async def test_a_part_that_cannot_be_written_leaves_nothing() -> None:
    bench = a_bench()
    preview = await bench.service.preview(SUSPEND, bench.ids)
    write, count = bench.database.write, 0

    async def failing(job: Any) -> Any:
        nonlocal count
        count += 1
        if count == 3:
            raise FULL
        return await write(job)

    bench.database.write = failing  # type: ignore[method-assign]
    with pytest.raises(KnownError):
        await bench.service.start(preview)
    assert bench.database.rows(KEPT) == [(0, 0, 0)]
    await bench.close()


@pytest.mark.parametrize("held", [True, False])
async def test_what_is_left_is_withdrawn_in_parts(
    held: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_states, "WITHDRAWN_AT_ONCE", 3)
    bench = a_bench("done", "silent")
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids))
    await bench.clock.sleep(1)
    if held:
        await bench.service.pause(op_id)
        await bench.ended(op_id)
    await bench.service.stop(op_id)
    row = await bench.ended(op_id)
    assert row.state is OperationState.STOPPED
    assert row.counts[ItemState.WITHDRAWN] == 8
    with bench.database.engine.connect() as connection:
        assert verification.verify(connection) == ()
    await bench.close()


async def test_killed_between_two_parts_the_rest_is_withdrawn_at_the_next_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journal_states, "WITHDRAWN_AT_ONCE", 3)
    bench = a_bench()
    await bench.service._writing.write("op", await bench.service.preview(SUSPEND, bench.ids), "")
    points = bench.kill_at(4)  # the wish, and the first three
    with pytest.raises(Killed):
        await bench.service.stop("op")
    assert points.dead
    bench.kill_at(None)
    assert sorted(bench.states()) == ["PLANNED"] * 7 + ["WITHDRAWN"] * 3
    await bench.restart()
    assert bench.states() == ["WITHDRAWN"] * 10
    assert (await bench.row("op")).state is OperationState.STOPPED
    await bench.close()


async def test_closing_gives_up_what_is_not_entered_yet() -> None:
    bench = a_bench()
    preview = await bench.service.preview(SUSPEND, bench.ids)
    starting = asyncio.ensure_future(bench.service.start(preview))
    while bench.database.rows(KEPT)[0][1] < 3:
        await asyncio.sleep(0)
    await bench.close()
    with pytest.raises(KnownError, match=str(operation_entering.CLOSING)):
        await starting
    assert bench.database.rows(KEPT) == [(0, 0, 0)]
