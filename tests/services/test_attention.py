"""What the journal holds for a person: nothing more and nothing less, over all operations."""

from dataclasses import replace
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.attention import PersonItem, WaitingAct
from simdesk.models.operations import RenewRequest, Request
from simdesk.models.periods import local
from simdesk.services.attention import Attention
from tests.services.operations_bench import Bench, PatientClock
from tests.services.scripted_provider import EVERYTHING, ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)


@pytest.fixture
def clock() -> PatientClock:
    return PatientClock()


def a_bench(clock: Any, count: int, script: str = "") -> Bench:
    able = replace(EVERYTHING, answers_final=True)
    return Bench(clock, ScriptedProvider(clock, cards(count), script.split(), able))


async def test_what_needs_a_person_is_told_with_all_that_recognises_it(clock: Any) -> None:
    bench = a_bench(clock, 3)
    attention = Attention(bench.database)  # type: ignore[arg-type]  # same promises
    assert await attention.persons() == ()
    for ids in (bench.ids[:1], bench.ids[1:]):
        op_id = await bench.service.start(await bench.service.preview(RenewRequest(1), ids))
        await bench.settled(op_id)
    bench.database.do("UPDATE op_item SET state = 'NEEDS_HUMAN', reason = 'hidden' WHERE seq = 1")
    found = await attention.persons()
    assert len(found) == 2
    for person in found:
        assert isinstance(person, PersonItem)
        assert person.request == RenewRequest(1)
        assert (person.seq, person.reason, person.requested_by) == (1, "hidden", "Li Na")
        assert person.price is not None
        assert person.sent_at is not None
        assert person.sent_at == local(person.sent_at)
    serials = {row[0] for row in bench.database.rows("SELECT serial FROM op_item WHERE seq = 1")}
    assert {person.serial for person in found} == serials
    assert {person.card_id for person in found} == set(bench.ids[:2])
    await bench.close()


@pytest.mark.parametrize(
    ("change", "waits"),
    [
        ("UPDATE operation SET state = 'RUNNING', hold = 'WAITING', not_before = 1781485200", True),
        ("UPDATE operation SET state = 'RUNNING', hold = 'PAUSED'", False),
        ("UPDATE operation SET state = 'RUNNING', hold = NULL", False),
        ("UPDATE operation SET state = 'STOPPED', hold = 'WAITING'", False),
    ],
)
async def test_a_card_knows_what_waits_for_it(clock: Any, change: str, waits: bool) -> None:
    bench = a_bench(clock, 3)
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids[:2]))
    await bench.settled(op_id)
    attention = Attention(bench.database)  # type: ignore[arg-type]  # same promises
    bench.database.do("UPDATE op_item SET state = 'PLANNED'")
    bench.database.do(change)
    found = await attention.waiting_of(bench.ids[0])
    assert (found is not None) is waits
    if found is not None:
        assert found == WaitingAct(op_id, SUSPEND, found.not_before, 2)
        assert found.not_before is not None
        assert f"{found.not_before:%Y-%m-%d %H:%M}" == "2026-06-15 09:00"
    assert await attention.waiting_of(bench.ids[2]) is None
    await bench.close()
