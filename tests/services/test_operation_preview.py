"""Previews: sorted by like cards, priced once per voucher, adding up to what was chosen."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    AddOnRequest,
    LimitRequest,
    Preview,
    RenewRequest,
    Request,
)
from simdesk.models.orders import Money
from simdesk.models.periods import local
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.operations import VoucherOffers
from simdesk.services.storage.detail_store import put_readings
from tests.factories import a_moment, a_sub_card, some_details, some_facts
from tests.services.operations_bench import Bench
from tests.services.scripted_provider import EVERYTHING, OFFERS, ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)
LAST_SECOND = (23, 59, 59)


def a_fleet(clock: Any, *groups: Any, **changes: Any) -> Bench:
    facts = [one for group in groups for one in group]
    return Bench(clock, ScriptedProvider(clock, facts, (), replace(EVERYTHING, **changes)))


def reasons(preview: Preview) -> dict[str, int]:
    return {str(group.reason): len(group.card_ids) for group in preview.blocked}


async def test_groups_add_up_to_what_was_chosen(virtual_clock: Any) -> None:
    bench = a_fleet(
        virtual_clock,
        cards(5),
        cards(3, 100, specific=SpecificStatus.MANUAL),
        cards(2, 200, specific=SpecificStatus.CANCELLED),
        cards(1, 300, specific=777),
        cards(1, 400, cancellation_due=True),
    )
    ids = [*bench.ids, 99_999, bench.ids[0]]
    preview = await bench.service.preview(SUSPEND, ids)
    assert preview.requested == 13
    assert preview.eligible_count == 5
    assert reasons(preview) == {
        "Only a card in use can be suspended; its status is Manually Deactivated.": 3,
        "The card's account is cancelled.": 2,
        "SimDesk does not know this card's status.": 1,
        "Its cancellation is already under way.": 1,
        "The desk does not know this card.": 1,
    }
    assert sum(reasons(preview).values()) + preview.eligible_count == preview.requested
    assert preview.versions == dict.fromkeys(preview.eligible_ids, 1)
    assert (preview.total, preview.frozen_at) == (None, a_moment())
    await bench.close()


async def test_ten_thousand_cards_add_up(virtual_clock: Any) -> None:
    states = (SpecificStatus.IN_USE, SpecificStatus.MANUAL, SpecificStatus.STOPPED)
    groups = [
        cards(2_000, 10_000 * place, specific=states[place % 3], plan_type=plan)
        for place, plan in enumerate((PlanType.SC, PlanType.SF, PlanType.UP, PlanType.SCD))
    ]
    bench = a_fleet(virtual_clock, *groups, cards(2_000, 90_000))
    ids = bench.ids
    before = bench.provider.reads
    preview = await bench.service.preview(SUSPEND, ids)
    assert preview.requested == 10_000
    assert preview.eligible_count == 6_000
    assert sum(reasons(preview).values()) == 4_000
    chosen = [*preview.eligible_ids, *(one for b in preview.blocked for one in b.card_ids)]
    assert sorted(chosen) == ids
    # 50 cards are read back at a time, details and usage.
    assert preview.seconds == (6_000 + 2 * 6_000 / 50) / 200
    assert bench.provider.reads == before
    await bench.close()


async def test_a_renewal_shows_price_and_expiry_of_each_group(virtual_clock: Any) -> None:
    june, july = a_moment(2026, 6, 30, *LAST_SECOND), a_moment(2026, 7, 31, *LAST_SECOND)
    april = a_moment(2026, 4, 30, *LAST_SECOND)
    bench = a_fleet(
        virtual_clock,
        cards(3, expires_at=june),
        cards(2, 10, expires_at=july),
        cards(1, 20, expires_at=april, specific=SpecificStatus.STOPPED),
        cards(4, 30, plan_type=PlanType.UP),
        cards(1, 40, plan_type=PlanType.SF, expires_at=july),
    )
    preview = await bench.service.preview(RenewRequest(3), bench.ids)
    found = sorted(
        (group.voucher, len(group.card_ids), group.expires_before, group.expires_after)
        for group in preview.eligible
    )
    assert found == [
        ("CM_SC_M_2_100M", 1, april, a_moment(2026, 8, 31, *LAST_SECOND)),
        ("CM_SC_M_2_100M", 2, july, a_moment(2026, 10, 31, *LAST_SECOND)),
        ("CM_SC_M_2_100M", 3, june, a_moment(2026, 9, 30, *LAST_SECOND)),
        ("CM_SF_M_2_100M", 1, july, a_moment(2026, 10, 31, *LAST_SECOND)),
    ]
    assert {group.price for group in preview.eligible} == {Money(1400)}
    assert preview.total == Money(7 * 1400)
    assert list(reasons(preview)) == [
        "Top-up does not apply to pooled plans: add cards or enlarge the pool."
    ]
    assert len(bench.provider.asked_offers) == 2, "one voucher, one question"
    await bench.close()


async def test_an_add_on_ends_with_the_plan_that_runs_now(virtual_clock: Any) -> None:
    bench = a_fleet(virtual_clock, cards(3, expires_at=a_moment(2026, 10, 31, *LAST_SECOND)))
    bench.database.do("INSERT INTO plan_name (id, name) VALUES (1, 'plan')")
    for number, (starts, ends) in enumerate(
        [("2026-06-01", "2026-06-30"), ("2026-07-01", "2026-10-31")]
    ):
        bench.database.do(
            "INSERT INTO plan_running (card_id, place, name_id, starts, ends, remark)"
            f" VALUES (1, {number}, 1, '{starts}', '{ends}', '')"
        )
    preview = await bench.service.preview(AddOnRequest(102_400, 2), bench.ids)
    ends = {group.card_ids: group.expires_after for group in preview.eligible}
    assert {ids: local(end).date().isoformat() for ids, end in ends.items() if end} == {
        (1,): "2026-06-30",
        (2, 3): "2026-10-31",
    }
    assert preview.total == Money(1800)
    assert "ends with the plan" in str(preview.cautions[0])
    await bench.close()


async def test_what_is_not_sold_is_blocked(virtual_clock: Any) -> None:
    bench = a_fleet(virtual_clock, cards(2))
    for request in (RenewRequest(12), AddOnRequest(1, 1)):
        preview = await bench.service.preview(request, bench.ids)
        assert reasons(preview) == {"The provider does not sell this for its plan.": 2}
        assert (preview.eligible, preview.versions, preview.total) == ((), {}, None)
        assert (preview.cautions, preview.seconds) == ((), 0.0)
    await bench.close()


async def test_a_card_with_an_open_item_is_blocked(virtual_clock: Any) -> None:
    bench = a_fleet(virtual_clock, cards(2))
    bench.provider.script = ["lost"]
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, [1]))
    await bench.ended(op_id)
    preview = await bench.service.preview(SUSPEND, bench.ids)
    assert reasons(preview) == {"An operation on it is not settled yet.": 1}
    assert preview.eligible_ids == (2,)
    assert [found.cards for found in await bench.service.offers(bench.ids)] == [1]
    await bench.settled(op_id)
    assert (await bench.service.preview(SUSPEND, bench.ids)).eligible_ids == (1, 2)
    await bench.close()


async def test_sub_cards_are_named_on_smart_cards_only(virtual_clock: Any) -> None:
    bench = a_fleet(
        virtual_clock,
        [
            some_facts(iccid="8986" + "1" * 16, carrier=Carrier.VNO, msisdns=("1", "2")),
            some_facts(iccid="8986" + "2" * 16, carrier=Carrier.VNO, msisdns=("3",)),
            some_facts(iccid="8986" + "3" * 16, msisdns=("4",)),
        ],
    )
    preview = await bench.service.preview(Request(Action.SUSPEND, ("1", "2")), bench.ids)
    assert preview.eligible_ids == (1,)
    assert reasons(preview) == {
        "The named sub-cards are not its own.": 1,
        "Only smart cards have sub-cards to name.": 1,
    }
    await bench.close()


async def test_a_named_sub_card_is_judged_by_its_own_status(virtual_clock: Any) -> None:
    facts = [
        some_facts(iccid="8986" + digit * 16, carrier=Carrier.VNO, msisdns=(one, two), specific=150)
        for digit, one, two in (("1", "1", "2"), ("2", "3", "4"))
    ]
    bench = a_fleet(virtual_clock, facts)
    read = {
        facts[0].ref: (
            facts[0],
            some_details(
                sub_cards=(
                    a_sub_card(msisdns=("1",), specific=200, status=35),
                    a_sub_card(msisdns=("2",), iccid="89860121000000099999"),
                )
            ),
        )
    }
    with bench.database.engine.begin() as connection:
        put_readings(connection, "demo", read, bench.provider.now())

    async def asked(action: Action, *msisdns: str) -> tuple[tuple[int, ...], dict[str, int]]:
        preview = await bench.service.preview(Request(action, msisdns), [1])
        return preview.eligible_ids, reasons(preview)

    # The card is partially in use, which forbids to resume it as a whole.
    assert await asked(Action.RESUME) == (
        (),
        {
            "Resume lifts a manual or usage-limit suspension only; its status is"
            " Partially in use.": 1
        },
    )
    assert await asked(Action.RESUME, "1") == ((1,), {})
    assert await asked(Action.SUSPEND, "2") == ((1,), {})
    only_in_use = "Only a card in use can be suspended; its status is Manually Deactivated."
    assert await asked(Action.SUSPEND, "1") == ((), {only_in_use: 1})
    assert await asked(Action.SUSPEND, "1", "2") == ((), {only_in_use: 1})
    # Sub-cards never read: the card's own status has to do.
    second = await bench.service.preview(Request(Action.SUSPEND, ("3",)), [2])
    assert second.eligible_ids == (2,)
    await bench.close()


async def test_from_the_20th_a_cancellation_is_cautioned(virtual_clock: Any) -> None:
    bench = a_fleet(virtual_clock, cards(1, specific=SpecificStatus.MANUAL))
    cancel = Request(Action.CANCEL)
    early = await bench.service.preview(cancel, bench.ids)
    assert [str(caution) for caution in early.cautions] == [
        "An account cancellation cannot be undone."
    ]
    await virtual_clock.sleep(timedelta(days=5).total_seconds())
    late = await bench.service.preview(cancel, bench.ids)
    assert "the 20th" in str(late.cautions[0])
    await bench.close()


async def test_read_back_is_part_of_the_time_where_answers_are_not_final(
    virtual_clock: Any,
) -> None:
    bench = a_fleet(
        virtual_clock, cards(100), answers_final=False, bulk_reads=1, calls_per_second=20.0
    )
    preview = await bench.service.preview(SUSPEND, bench.ids)
    assert preview.seconds == 10.0
    assert "read back" in str(preview.cautions[0])
    await bench.close()


async def test_offers_are_told_by_voucher(virtual_clock: Any) -> None:
    bench = a_fleet(
        virtual_clock,
        cards(3),
        cards(2, 10, plan_type=PlanType.SF),
        cards(2, 20, plan_type=PlanType.UP),
        cards(1, 30, specific=SpecificStatus.SILENT_PERIOD),
    )
    assert await bench.service.offers(bench.ids) == (
        VoucherOffers("CM_SC_M_2_100M", 3, OFFERS),
        VoucherOffers("CM_SF_M_2_100M", 2, OFFERS),
    )
    assert await bench.service.offers([]) == ()
    await bench.close()


@pytest.mark.parametrize("request_", [LimitRequest(-1), AddOnRequest(1024, 4)])
async def test_a_senseless_request_is_refused(request_: Any, virtual_clock: Any) -> None:
    bench = a_fleet(virtual_clock, cards(1))
    with pytest.raises(KnownError):
        await bench.service.preview(request_, bench.ids)
    with pytest.raises(ValueError, match="not an act"):
        await bench.service.preview(Request(Action.TAG), bench.ids)
    await bench.close()
