"""Taking an operation back: only the cards it changed, that nobody touched since (F45)."""

from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    PLAIN,
    ActRequest,
    AddOnRequest,
    Hold,
    ItemState,
    LimitRequest,
    Origin,
    Preview,
    RebindRequest,
    RenewRequest,
    Request,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import PlanType
from simdesk.services.operation_reversal import reversible
from tests.services.operations_bench import Bench
from tests.services.scripted_provider import ScriptedProvider, cards

SUSPEND, RESUME = Request(Action.SUSPEND), Request(Action.RESUME)
UNCHANGED = "That operation did not change the card."
TOUCHED = "The card was acted on or changed again since."


def a_bench(clock: Any, count: int, script: str = "", **facts: Any) -> Bench:
    return Bench(clock, ScriptedProvider(clock, cards(count, **facts), script.split()))


async def over(bench: Bench, request: ActRequest, ids: list[int] | None = None) -> str:
    """Ask for it, and let everything be read back."""
    preview = await bench.service.preview(request, ids or bench.ids)
    op_id = await bench.service.start(preview)
    row = await bench.ended(op_id)
    assert row.hold is not Hold.PAUSED
    await bench.clock.sleep(30)
    return op_id


def left_out(preview: Preview) -> dict[str, tuple[int, ...]]:
    return {str(group.reason): group.card_ids for group in preview.blocked}


async def test_a_suspend_is_taken_back_where_it_changed_something(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 4, "done refused done done")
    op_id = await over(bench, SUSPEND)
    refused = 2
    await over(bench, RESUME, [3])
    preview = await bench.service.reverse_preview(op_id)
    assert preview.request == RESUME
    assert preview.eligible_ids == (1, 4)
    assert left_out(preview) == {UNCHANGED: (refused,), TOUCHED: (3,)}
    assert preview.requested == 4
    assert preview.earlier is not None
    assert (preview.earlier.origin, preview.earlier.operation_id) == (Origin.REVERSAL, op_id)
    again = await bench.service.start(preview)
    row = await bench.ended(again)
    assert row.reverses == op_id
    assert row.counts[ItemState.DONE] == 2
    await bench.close()


async def test_a_card_changed_and_changed_back_elsewhere_counts_as_touched(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 2)
    op_id = await over(bench, SUSPEND)
    for before, after in (("230", "220"), ("220", "230")):
        bench.database.do(
            "INSERT INTO card_change (card_id, field, before, after, observed_at)"
            f" SELECT 1, 'specific', '{before}', '{after}', max(observed_at) + 60 FROM card_change"
        )
    preview = await bench.service.reverse_preview(op_id)
    assert preview.eligible_ids == (2,)
    assert left_out(preview) == {TOUCHED: (1,)}
    await bench.close()


@pytest.mark.parametrize("on", [True, False])
async def test_auto_renew_is_switched_back(patient_clock: Any, on: bool) -> None:
    bench = a_bench(patient_clock, 2, auto_renew=not on)
    actions = (Action.AUTO_RENEW_ON, Action.AUTO_RENEW_OFF)
    asked, back = actions if on else actions[::-1]
    op_id = await over(bench, Request(asked))
    preview = await bench.service.reverse_preview(op_id)
    assert preview.request == Request(back)
    assert preview.eligible_ids == (1, 2)
    await bench.close()


async def test_a_limit_goes_back_to_what_it_was_where_that_was_one(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 2, plan_type=PlanType.SF)
    bench.database.do("UPDATE card SET card_limit_kb = 20480, limit_auto_restore = 1")
    op_id = await over(bench, LimitRequest(50))
    bench.database.do("UPDATE card SET card_limit_kb = 51200")
    preview = await bench.service.reverse_preview(op_id)
    assert preview.request == LimitRequest(20)
    await bench.close()


async def test_different_limits_before_are_told(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 2, plan_type=PlanType.SF)
    bench.database.do("UPDATE card SET card_limit_kb = 10240 * id")
    op_id = await over(bench, LimitRequest(50))
    bench.database.do("UPDATE card SET card_limit_kb = 51200")
    with pytest.raises(KnownError, match="2 different limits before"):
        await bench.service.reverse_preview(op_id)
    await bench.close()


@pytest.mark.parametrize(
    "request_", [RenewRequest(1), Request(Action.CANCEL), Request(Action.FORCE_ACTIVATE)], ids=str
)
async def test_what_pays_or_is_final_has_no_way_back(
    patient_clock: Any, request_: ActRequest
) -> None:
    final = {
        Action.CANCEL: SpecificStatus.STOPPED,
        Action.FORCE_ACTIVATE: SpecificStatus.SILENT_PERIOD,
    }
    specific = final.get(request_.action, SpecificStatus.IN_USE)
    same_tier = request_.action is Action.FORCE_ACTIVATE
    plan = PlanType.SF if same_tier else PlanType.SC
    bench = a_bench(patient_clock, 1, specific=specific, plan_type=plan)
    op_id = await bench.service.start(await bench.service.preview(request_, bench.ids))
    await bench.ended(op_id)
    with pytest.raises(KnownError, match="cannot be reversed"):
        await bench.service.reverse_preview(op_id)
    await bench.close()


def test_each_act_says_whether_it_has_a_way_back() -> None:
    told = {
        request.action: reversible(request)
        for request in (
            *(Request(action) for action in PLAIN),
            RenewRequest(1),
            AddOnRequest(102_400, 1),
            LimitRequest(5),
            RebindRequest(True),
        )
    }
    assert {action for action, back in told.items() if back} == {
        Action.SUSPEND,
        Action.RESUME,
        Action.AUTO_RENEW_ON,
        Action.AUTO_RENEW_OFF,
        Action.USAGE_LIMIT,
        Action.AUTO_REBIND,
    }
