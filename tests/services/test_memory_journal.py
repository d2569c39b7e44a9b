"""The journal in memory rules as the desk's does: the same run over both ends alike."""

import dataclasses
from collections.abc import Sequence
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.operations import Request
from simdesk.services.operation_flight import Deadline
from simdesk.services.operation_runner import Run
from simdesk.services.operation_workshop import Bulk
from simdesk.services.storage.journal_store import Intent
from tests.services.memory_journal import MemoryJournal
from tests.services.operations_bench import Bench, PatientClock
from tests.services.scripted_provider import ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)
SCRIPTS = (
    "done",
    "refused done",
    "throttled done throttled",
    "not_sent not_sent not_sent not_sent not_sent",
    "answer_lost done lost",
    "accepted refused",
    "barred done",
    "breaks done drops",
)
Ended = list[tuple[str, int, str | None]]


def a_bench(script: Sequence[str]) -> Bench:
    clock = PatientClock()
    provider = ScriptedProvider(clock, cards(6), script)
    return Bench(clock, provider, workers=1, reads_back=False)


async def on_the_desk(bench: Bench) -> Ended:
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids))
    await bench.ended(op_id)
    asked = "SELECT state, attempts, code FROM op_item ORDER BY seq"
    return [tuple(row) for row in bench.database.rows(asked)]


async def in_memory(bench: Bench) -> Ended:
    await bench.service._writing.write("op", await bench.service.preview(SUSPEND, bench.ids), "")
    shop: Any = bench.service._runs._shop
    journal = MemoryJournal(await shop.journal.planned("op", 0, 100))
    deadline = Deadline(bench.provider.now().replace(year=2100), bench.provider.now)
    run = Run(
        dataclasses.replace(shop, journal=journal), Bulk("op", SUSPEND, deadline, len(bench.ids))
    )
    await run.work()
    return [(item.state.value, len(item.tries), item.code) for item in journal.items.values()]


@pytest.mark.parametrize("script", SCRIPTS)
async def test_both_end_alike(script: str) -> None:
    ended: list[Ended] = []
    for way in (on_the_desk, in_memory):
        bench = a_bench(script.split())
        ended.append(await way(bench))
        await bench.close()
    assert ended[0] == ended[1]


async def test_a_card_that_changed_or_is_busy_is_skipped() -> None:
    bench = a_bench(())
    await bench.service._writing.write("op", await bench.service.preview(SUSPEND, bench.ids), "")
    journal: Any = bench.service._journal
    items = await journal.planned("op", 0, 100)
    again = items[1]._replace(seq=7)
    memory = MemoryJournal([*items, again], changed=frozenset({items[0].card_id}))
    states = [(await memory.intend(Intent("op", seq, 1))).state.value for seq in (1, 2, 7, 2)]
    assert states == ["SKIPPED", "SENDING", "SKIPPED", "SENDING"]
    await bench.close()
