"""The fleet counted by SQL is the fleet counted card by card."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, insert

from simdesk.models.card import CardRow, Stamps
from simdesk.models.filters import Sort
from simdesk.models.overview_counting import Counted, SameTierUse, overview
from simdesk.models.periods import midnight
from simdesk.models.pools import PoolReading
from simdesk.models.voucher import PlanType
from simdesk.services.storage import card_store, overview_store
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.tables import account, pool_reading
from tests.factories import TODAY, a_moment, fleet_of
from tests.overview_figures import figures
from tests.services.storage.desk_file import put_change, put_rows
from tests.strategies import card_rows

FLEET = tuple(range(1, 13))


def count(desk: Connection, today: date = TODAY) -> Counted:
    return overview_store.counted(desk, "demo", today)


@given(fleet=st.tuples(*map(card_rows, FLEET)), later=st.integers(-3, 3))
@settings(max_examples=60, phases=[Phase.explicit, Phase.generate])
def test_every_number_leads_to_exactly_its_cards(
    engine: Engine, fleet: tuple[CardRow, ...], later: int
) -> None:
    today = TODAY + timedelta(days=later)
    with engine.connect() as connection, connection.begin() as transaction:
        put_rows(connection, fleet)
        told = overview(count(connection, today), {})
        for place, figure in figures(told):
            question = figure.question.on(today)
            by_hand = [row.id for row in fleet if question.matches(row)]
            assert figure.cards == len(by_hand), place
            assert sorted(card_store.ids(connection, question, Sort())) == by_hand, place
        transaction.rollback()


def test_many_numbers_are_looked_at(desk: Connection) -> None:
    put_rows(
        desk,
        fleet_of(
            {"specific": 40, "expires_at": a_moment(2026, 3, 31, 23, 59, 59)},
            {"specific": 20, "opened_at": a_moment(2025, 12, 15)},
            {"plan_type": PlanType.SF, "cycle_usage_kb": 10**9},
            {"quiet_since": a_moment(2026, 1, 1, 0)},
        ),
    )
    told = figures(overview(count(desk), {}))
    assert len(told) > 50
    filled = {place for place, figure in told if figure.cards}
    assert {"auto_cancels.days.0.figure", "silent_ends.days.0.figure"} <= filled
    assert {"pools.0.figure", "idle.2.figure", "cancellable.figure"} <= filled


def test_vouchers_that_differ_in_case_are_one_pool_for_a_filter(desk: Connection) -> None:
    same = {"plan_type": PlanType.UP, "specific": 100}
    put_rows(
        desk,
        fleet_of(
            {**same, "voucher": "CM_UP_M_2_north"},
            {**same, "voucher": "CM_UP_M_2_NORTH"},
            {**same, "voucher": "CM_UP_M_2_south"},
        ),
    )
    put_reading(desk, "CM_UP_M_2_north", used_kb=14, grand_left_kb=0)
    (pool,) = overview(count(desk), {}).pools
    assert pool.figure.cards == 2
    found = card_store.ids(desk, pool.figure.question.on(TODAY), Sort())
    assert list(found) == [1, 2]


def put_reading(desk: Connection, voucher: str, **changes: Any) -> None:
    values: dict[str, Any] = {
        "account": "demo", "voucher": voucher, "month": 202606, "cards_total": 3,
        "cards_active": 2, "used_kb": 1, "outside_kb": 0, "sms_used": 0,
        "read_at": seconds(a_moment(2026, 6, 15, 9)), **changes,
    }  # fmt: skip
    desk.execute(insert(pool_reading).values(values))


def test_readings_are_this_accounts_and_this_months(desk: Connection) -> None:
    put_rows(desk, fleet_of({}))
    desk.execute(insert(account).values(name="other", provider="simulator"))
    put_reading(desk, "CM_UP_M_2_north", used_kb=7, grand_total_kb=9, function_fees=3)
    put_reading(desk, "CM_UP_M_2_north", month=202605)
    put_reading(desk, "CM_UP_M_2_south", account="other")
    ((told, at),) = count(desk).readings
    assert isinstance(told, PoolReading)
    assert (told.voucher, str(told.month), told.used_kb) == ("CM_UP_M_2_north", "202606", 7)
    assert (told.grand_total_kb, told.function_fees, told.left_kb) == (9, 3, None)
    assert at == a_moment(2026, 6, 15, 9)


def test_what_a_pools_cards_used(desk: Connection) -> None:
    pool = {"plan_type": PlanType.SF, "cycle_usage_kb": 10}
    older = midnight(date(2026, 6, 14))
    put_rows(
        desk,
        fleet_of(
            pool,
            {**pool, "specific": 300, "usage_as_of": older},
            {**pool, "specific": 130},  # on test
            {**pool, "specific": 40},
            {**pool, "specific": 50},
            {**pool, "plan_type": PlanType.UP},
            # Not listed any more: its usage stays what it was.
            {
                **pool,
                "usage_as_of": midnight(date(2026, 5, 1)),
                "stamps": Stamps(a_moment(), not_listed_since=a_moment(2026, 5, 2)),
            },
        ),
    )
    told = count(desk)
    assert told.pool_use == {"cm_sf_m_2_100m": SameTierUse(30, older)}
    assert told.as_of == older


@pytest.mark.parametrize(
    ("seen", "used"),
    [
        (a_moment(2026, 6, 1, 0), {"cm_sf_m_2_100m": 10}),
        (a_moment(2026, 6, 12), {"cm_sf_m_2_100m": 10}),
        (a_moment(2026, 5, 31, 23, 59, 59), {}),
    ],
)
def test_cards_cancelled_this_month(desk: Connection, seen: Any, used: dict[str, int]) -> None:
    pool = {"plan_type": PlanType.SF, "cycle_usage_kb": 10}
    put_rows(desk, fleet_of({**pool, "specific": 50}, {**pool, "specific": 50}, pool))
    put_change(desk, 3, a_moment(2026, 5, 1), "100", "200")
    put_change(desk, 1, seen, "200", "50")
    put_change(desk, 3, a_moment(2026, 6, 13), "200", "100")
    assert count(desk).cancelled_used_kb == used


def test_cards_whose_usage_was_never_read(desk: Connection) -> None:
    unread = {"stamps": Stamps(a_moment())}
    put_rows(desk, fleet_of({}, unread, unread, {**unread, "specific": 200}))
    assert count(desk).usage_unread == 2


def test_an_empty_desk_is_counted_too(desk: Connection) -> None:
    told = count(desk)
    assert (told.groups, told.flagged, told.as_of, told.usage_unread) == ((), (), None, 0)
    assert all(figure.cards == 0 for _, figure in figures(overview(told, {})))
