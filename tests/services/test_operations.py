"""Operations: what every answer leads to, stopping, retrying, two at once."""

from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.operations import ItemState, OperationState, Request
from tests.services.operations_bench import Bench, ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)


async def test_one_card_is_suspended_and_read_back(virtual_clock: Any) -> None:
    bench = Bench(virtual_clock, ScriptedProvider(virtual_clock, cards(1)))
    preview = await bench.service.preview(SUSPEND, bench.ids)
    op_id = await bench.service.start(preview)
    row = await bench.ended(op_id)
    await virtual_clock.sleep(1)
    assert row.state is OperationState.FINISHED
    assert row.counts[ItemState.DONE] == row.total == 1
    assert bench.database.rows("SELECT specific, version FROM card") == [(200, 2)]
    assert bench.violations() == []
    await bench.close()
