"""From groups of cards to the numbers, added up by hand."""

from datetime import date, datetime
from typing import Any

import pytest

from simdesk.models.filter_text import filter_text
from simdesk.models.monthly_cost import Cost
from simdesk.models.orders import Money
from simdesk.models.overview import Counter, Overview
from simdesk.models.overview_counting import (
    Counted,
    Flagged,
    Group,
    SameTierUse,
    overview,
    priced_vouchers,
)
from simdesk.models.overview_questions import FLAGS
from simdesk.models.periods import Month, midnight
from simdesk.models.pool_forecast import Forecast
from simdesk.models.pools import PoolReading
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.voucher import parse_voucher
from tests.factories import TODAY, a_moment

GB = 1024 * 1024


def group(specific: int, voucher: str, cards: int, *, due: bool = False, a_card: int = 1) -> Group:
    known = SpecificStatus.of(specific)
    status = specific if known is None else int(known.parent)
    return Group(status, specific, parse_voucher(voucher).plan_type, due, voucher, cards, a_card)


def flagged(voucher: str, **counts: int) -> Flagged:
    counts = dict.fromkeys(FLAGS, 0) | counts
    return Flagged(parse_voucher(voucher).plan_type, voucher, counts)


def counted(*groups: Group, today: date = TODAY, **others: Any) -> Overview:
    return overview(Counted(today, groups, **others), {})


# specific, single-card, same-tier, pooled: the sample of domain.md 3.5 is
# 8 + 12 + 1 + 652 + 1 + 1 + 150 = 825 stopped, 20 expiring, 15 with at most 10 % left, 860 in all.
SAMPLE = """
500     5       2        1
400     9       0        3
700     1       0        0
300     0       1        0
600     0       0        1
200   100      40       10
40    400     252        0
"""
VOUCHERS = ("CM_SC_M_1_30M", "CM_SF_M_2_100M", "CM_UP_M_2_north")


def the_sample() -> Overview:
    groups = []
    for line in SAMPLE.strip().splitlines():
        specific, *cards = map(int, line.split())
        groups += [group(specific, *one) for one in zip(VOUCHERS, cards, strict=True)]
    flags = (
        flagged(VOUCHERS[0], expiring=12, expiring_unrenewed=5, left_10=15, left_30=4),
        flagged(VOUCHERS[1], expiring=8, expiring_unrenewed=8),
    )
    return counted(*groups, flagged=flags)


def shown(counter: Counter) -> tuple[int, int, int, int]:
    parts = (counter.total, counter.single_card, counter.same_tier, counter.pooled)
    return tuple(part.cards for part in parts)  # type: ignore[return-value]  # four of them


def test_the_counters_of_the_sample() -> None:
    risks = the_sample().risks
    assert {reason.name: shown(counter) for reason, counter in risks.stops} == {
        "CREDIT_CONTROL": (12, 9, 0, 3),
        "USAGE_LIMIT": (1, 0, 1, 0),
        "DEVICE_CHANGE": (8, 5, 2, 1),
        "ABNORMAL": (1, 1, 0, 0),
        "REAL_NAME": (1, 0, 0, 1),
        "MANUAL": (150, 100, 40, 10),
        "STOPPED": (652, 400, 252, 0),
    }
    assert shown(risks.stopped) == (825, 515, 295, 15)
    assert shown(risks.expiring) == (20, 12, 8, 0)
    assert risks.expiring_unrenewed.cards == 13
    assert (risks.left_10.cards, risks.left_30.cards) == (15, 4)
    assert risks.all_warnings == 860


def test_the_distribution_counts_cancelled_cards_too() -> None:
    # The sample of domain.md 3.5, test, unused, using, stop, shut down and destroyed.
    sample = {10: 50_098, 20: 426, 100: 511_007, 200: 166, 40: 652, 50: 340_498}
    told = counted(*(group(one, VOUCHERS[0], cards) for one, cards in sample.items()))
    assert [(share.status, share.figure.cards) for share in told.shares] == [
        (SimStatus.TESTABLE, 50_098),
        (SimStatus.INACTIVE, 426),
        (SimStatus.IN_USE, 511_007),
        (SimStatus.SUSPENDED, 166),
        (SimStatus.STOPPED, 652),
        (SimStatus.CANCELLED, 340_498),
    ]
    assert told.cards.cards == 902_847


def test_a_status_nobody_knows_has_a_share_of_its_own() -> None:
    told = counted(group(100, VOUCHERS[0], 3), group(60, VOUCHERS[0], 2))
    assert (told.shares[-1].status, told.shares[-1].figure.cards) == (None, 2)
    assert told.cards.cards == 5


@pytest.mark.parametrize(
    ("today", "late", "left"),
    [("2026-06-18", False, 2), ("2026-06-19", False, 1), ("2026-06-20", True, 30),
     ("2026-06-21", True, 29)],
)  # fmt: skip
def test_what_can_be_cancelled_and_what_being_late_costs(today: str, late: bool, left: int) -> None:
    cards = (
        group(40, "CM_SC_M_1_30M", 4),
        group(200, "CM_SC_M_1_30M", 2),
        group(200, "CM_SC_M_1_30M", 9, due=True),  # asked for already
        group(40, "CT_SC_Y_2_2G", 3),
        group(200, "CM_UP_M_2_north", 5),
        group(40, "CU_SC_M_2_500M", 1),
        group(100, "CM_SC_M_1_30M", 100),
        group(50, "CM_SC_M_1_30M", 100),
    )
    prices = {"CM_SC_M_1_30M": Money(250), "CT_SC_Y_2_2G": Money(3_250), "CM_UP_M_2_north": None}
    told = overview(Counted(date.fromisoformat(today), cards), prices).cancellable
    assert told.figure.cards == 4 + 2 + 3 + 5 + 1
    # (4 + 2) x 250 + 3 x 3,250 = 11,250 fen; five have no price, one was not asked for.
    assert told.fee == Cost((Money(11_250),), unpriced=5, unasked=1)
    assert (told.window.late, told.window.days_left) == (late, left)


def test_idle_cards_cost_money_every_month() -> None:
    flags = (
        flagged("CM_SC_M_1_30M", idle_7=5, idle_30=3, idle_90=0),
        flagged("CM_UP_M_2_north", idle_7=2, idle_30=2, idle_90=1),
    )
    prices = {"CM_SC_M_1_30M": Money(250), "CM_UP_M_2_north": None}
    told = overview(Counted(TODAY, (), flags), prices).idle
    assert [(one.days, one.figure.cards, one.cost) for one in told] == [
        (7, 7, Cost((Money(1_250),), unpriced=2)),
        (30, 5, Cost((Money(750),), unpriced=2)),
        (90, 1, Cost((), unpriced=1)),
    ]


def test_prices_are_wanted_of_vouchers_with_cards_to_cancel_or_idle_ones() -> None:
    groups = (
        group(100, "CM_SC_M_1_30M", 9, a_card=11),
        group(50, "CM_SC_M_1_30M", 9, a_card=10),
        group(40, "CT_SC_M_1_30M", 1, a_card=12),
        group(50, "CU_SC_M_2_500M", 1, a_card=13),
        group(40, "CU_SC_M_3_2G", 1, due=True, a_card=14),
    )
    flags = (flagged("CM_SC_M_1_30M", idle_7=1), flagged("CU_SC_M_3_2G", expiring=1))
    found = priced_vouchers(Counted(TODAY, groups, flags))
    assert found == {"CM_SC_M_1_30M": 11, "CT_SC_M_1_30M": 12}


def test_days_ahead_come_in_order_and_add_up() -> None:
    days = {date(2026, 7, 15): 2, date(2026, 7, 1): 5}
    told = counted(auto_cancels=days, silent_ends={date(2026, 7, 1): 7})
    assert told.auto_cancels.figure.cards == 7
    assert [(one.day, one.figure.cards) for one in told.auto_cancels.days] == [
        (date(2026, 7, 1), 5),
        (date(2026, 7, 15), 2),
    ]
    assert filter_text(told.auto_cancels.days[0].figure.question) == "auto_cancel:2026-07-01 due:no"
    assert filter_text(told.auto_cancels.figure.question) == "auto_cancel<=31d due:no"
    assert filter_text(told.silent_ends.days[0].figure.question) == "silent_ends:2026-07-01"


SF = "CM_SF_M_2_100M"
MB = 1024


def pool(voucher: str, active: int, used_mb: int, **others: Any) -> Overview:
    use = SameTierUse(used_mb * MB, others.pop("as_of", midnight(TODAY)))
    held = others.pop("held", ())
    return counted(group(100, voucher, active), *held, pool_use={voucher.lower(): use}, **others)


@pytest.mark.parametrize(
    ("voucher", "active", "used_mb", "runs_out", "outside_mb", "fen"),
    [
        # 14 days of June used 1,400 MB: 100 MB a day, 1,600 MB are to come.
        ("CM_SF_M_2_100M", 30, 1_400, None, None, None),  # 3,000 - 1,400 = 1,600 are left
        # 29 cards: 1,500 are left, the 30th is the first day outside; 100 started MB at 20 fen.
        ("CM_SF_M_2_100M", 29, 1_400, "2026-06-30", 100, 2_000),
        # China Telecom: 100 MB of 1,024 at 2 CNY a GB = 19.53 fen. Unicom: 4 CNY, 39.06 fen.
        ("CT_SF_M_2_100M", 29, 1_400, "2026-06-30", 100, 20),
        ("CU_SF_M_2_100M", 29, 1_400, "2026-06-30", 100, 39),
        # The first tariff asks 10 CNY a GB of everyone: 97.66 fen.
        ("CM_SF_M_1_100M", 29, 1_400, "2026-06-30", 100, 98),
        # Beyond already: 1,400 - 1,000 = 400, and 1,600 to come: 2,000 started MB.
        ("CM_SF_M_2_100M", 10, 1_400, "past", 2_000, 40_000),
    ],
)
def test_same_tier_pools_run_out(
    voucher: str,
    active: int,
    used_mb: int,
    runs_out: str | None,
    outside_mb: int | None,
    fen: int | None,
) -> None:
    told = pool(voucher, active, used_mb).pools
    if outside_mb is None or fen is None:
        assert told == ()
        return
    (one,) = told
    day = None if runs_out in (None, "past") else date.fromisoformat(runs_out)
    assert (one.voucher, one.figure.cards) == (voucher, active)
    assert one.forecast == Forecast(day, outside_mb * MB)
    assert one.overage == Money(fen)


def test_who_is_in_a_pool() -> None:
    held = (
        group(200, SF, 1),  # a suspended card keeps its tier in the total
        group(130, SF, 50),  # never activated
        group(20, SF, 50),
        group(40, SF, 50),
        group(50, SF, 50),
        group(100, "CM_SF_M_2_200M", 50),
    )
    (one,) = pool(SF, 28, 1_400, held=held).pools
    assert one.figure.cards == 29
    assert one.forecast.outside_kb == 100 * MB


def test_what_a_cancelled_card_used_this_month_stays_used() -> None:
    gone = {SF.lower(): 140 * MB}
    (one,) = pool(SF, 30, 1_400, cancelled_used_kb=gone).pools
    # 1,540 in 14 days, 1,760 to come; 3,000 - 1,540 = 1,460 are left.
    assert one.forecast == Forecast(date(2026, 6, 28), 300 * MB)


@pytest.mark.parametrize(
    ("today", "as_of"),
    [
        ("2026-06-01", midnight(date(2026, 6, 1))),  # of June nothing is known yet
        ("2026-06-03", midnight(date(2026, 6, 1))),  # not read since May ended
    ],
)
def test_another_months_use_says_nothing_of_this_one(today: str, as_of: datetime) -> None:
    assert pool(SF, 1, 1_400, as_of=as_of, today=date.fromisoformat(today)).pools == ()


def test_older_usage_counts_for_the_days_it_covers() -> None:
    # Read on the 11th: 10 days used 1,000 MB, 2,000 are to come, 2,900 - 1,000 = 1,900 are left.
    (one,) = pool(SF, 29, 1_000, as_of=midnight(date(2026, 6, 11))).pools
    assert one.forecast == Forecast(date(2026, 6, 30), 100 * MB)


def reading(voucher: str, **changes: Any) -> PoolReading:
    values: dict[str, Any] = {
        "voucher": voucher, "month": Month(2026, 6), "cards_total": 9, "cards_active": 8,
        "used_kb": 14 * GB, "outside_kb": 0, "sms_used": 0, "grand_total_kb": 40 * GB,
        "grand_used_kb": 26 * GB, "grand_left_kb": 14 * GB, **changes,
    }  # fmt: skip
    return PoolReading(**values)


@pytest.mark.parametrize(
    ("changes", "runs_out", "outside_gb", "fen"),
    [
        # 1 GB a day and 16 to come; 14 left: covers the 15th to the 28th. 2 GB at 3 CNY.
        ({}, "2026-06-29", 2, 600),
        ({"grand_left_kb": 16 * GB}, None, None, None),
        ({"grand_left_kb": 0, "outside_kb": GB}, "past", 17, 5_100),
        ({"grand_left_kb": None}, None, None, None),  # the provider does not tell
    ],
)
def test_pooled_plans_run_out_by_what_their_provider_tells(
    changes: dict[str, Any], runs_out: str | None, outside_gb: int | None, fen: int | None
) -> None:
    voucher = "CM_UP_M_2_north"
    told = ((reading(voucher, **changes), a_moment(2026, 6, 15, 9)),)
    found = counted(group(100, voucher, 8), readings=told).pools
    if runs_out is None or outside_gb is None or fen is None:
        assert found == ()
        return
    day = None if runs_out == "past" else date.fromisoformat(runs_out)
    assert found[0].forecast == Forecast(day, outside_gb * GB)
    assert found[0].overage == Money(fen)


def test_a_yearly_pool_runs_out_by_what_its_provider_tells() -> None:
    # Its cards' cycles are years: they do not tell what was used this month.
    assert pool("CT_SF_Y_2_1G", 1, 1_400).pools == ()
    told = reading("CT_SF_Y_2_1G", grand_left_kb=None, total_kb=90 * GB, left_kb=14 * GB)
    readings = ((told, a_moment(2026, 6, 15, 9)),)
    (one,) = counted(group(100, "CT_SF_Y_2_1G", 8), readings=readings).pools
    assert one.forecast == Forecast(date(2026, 6, 29), 2 * GB)
    assert one.overage == Money(400)  # 2 GB at 2 CNY


def test_a_pooled_voucher_without_a_reading_says_nothing() -> None:
    assert counted(group(100, "CM_UP_M_2_north", 8)).pools == ()


def test_the_most_urgent_pool_comes_first() -> None:
    use = {
        one.lower(): SameTierUse(mb * MB, midnight(TODAY))
        for one, mb in (("CM_SF_M_2_100M", 1_400), ("CU_SF_M_2_100M", 1_400),
                        ("CT_SF_M_2_100M", 3_000), ("CM_SF_M_3_100M", 2_000))
    }  # fmt: skip
    told = counted(*(group(100, one.upper(), 29) for one in use), pool_use=use)
    assert [(one.voucher, one.forecast.runs_out) for one in told.pools] == [
        ("CT_SF_M_2_100M", None),
        ("CM_SF_M_3_100M", date(2026, 6, 21)),
        ("CM_SF_M_2_100M", date(2026, 6, 30)),  # CNY 20.00 before 0.39
        ("CU_SF_M_2_100M", date(2026, 6, 30)),
    ]


def test_an_empty_fleet_has_zeros_and_no_dates() -> None:
    told = counted()
    assert told.cards.cards == 0
    assert told.as_of is None
    assert shown(told.risks.stopped) == (0, 0, 0, 0)
    assert told.auto_cancels.days == told.silent_ends.days == told.pools == ()
    assert all(one.cost == Cost() for one in told.idle)
