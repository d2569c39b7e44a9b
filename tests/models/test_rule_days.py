"""What a rule sees on a day, and whether it may tell: tables written by hand."""

from datetime import date
from typing import Any

import pytest

from simdesk.models.rule_days import (
    concerns,
    cycle_begins,
    lets_notify,
    measured,
    pool_cycle_begins,
)
from simdesk.models.rules import (
    EVERY_CARD,
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    PoolShare,
    Push,
    StatusBecomes,
    TierShare,
)
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import BillingCycle, PlanType
from tests.factories import a_card_row, a_moment, some_facts

MB = KB_PER_MB
YEAR = {"cycle": BillingCycle.YEAR}


def day(words: str) -> date:
    return date.fromisoformat(words)


def ends(words: str) -> dict[str, Any]:
    parts = day(words)
    return {"expires_at": a_moment(parts.year, parts.month, parts.day, 23, 59, 59)}


def began(words: str) -> dict[str, Any]:
    parts = day(words)
    return {"activated_at": a_moment(parts.year, parts.month, parts.day, 14)}


NEVER = {"expires_at": None, "activated_at": None}
CYCLES = [
    # facts                                                day           cycle begins
    ({},                                                   "2026-06-15", "2026-06-01"),
    ({},                                                   "2026-06-01", "2026-06-01"),
    ({},                                                   "2026-05-31", "2026-05-01"),
    ({**YEAR, **ends("2026-10-31")},                       "2026-06-15", "2025-11-01"),
    ({**YEAR, **ends("2026-10-31")},                       "2026-10-31", "2025-11-01"),
    ({**YEAR, **ends("2026-10-31")},                       "2026-11-01", "2026-11-01"),
    ({**YEAR, **ends("2026-10-31")},                       "2025-10-31", "2024-11-01"),
    # renewed ahead: the years still begin in November
    ({**YEAR, **ends("2028-10-31")},                       "2026-06-15", "2025-11-01"),
    # stopped in February, renewed in May: the years begin in May from then on
    ({**YEAR, **began("2024-03-05"), **ends("2027-04-30")}, "2026-06-15", "2026-05-01"),
    ({**YEAR, **began("2024-03-05"), "expires_at": None},  "2026-06-15", "2026-03-01"),
    ({**YEAR, **began("2024-02-29"), "expires_at": None},  "2024-02-29", "2024-02-01"),
    ({**YEAR, **began("2024-02-29"), "expires_at": None},  "2025-01-31", "2024-02-01"),
    ({"cycle": BillingCycle.QUARTER, **ends("2026-07-31")}, "2026-06-15", "2026-05-01"),
    ({"cycle": BillingCycle.HALF_YEAR, **ends("2026-07-31")}, "2026-06-15", "2026-02-01"),
    # no plan yet: a calendar year
    ({**YEAR, **NEVER},                                    "2026-06-15", "2026-01-01"),
    ({**NEVER},                                            "2026-06-15", "2026-06-01"),
    # pools are counted by month, whatever the voucher says
    ({"plan_type": PlanType.UP, **YEAR},                   "2026-06-15", "2026-06-01"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "on", "begins"), CYCLES)
def test_a_plan_cycle_begins(facts: dict[str, Any], on: str, begins: str) -> None:
    assert cycle_begins(some_facts(**facts), day(on)) == day(begins)


def test_a_pool_is_counted_by_month() -> None:
    assert pool_cycle_begins(day("2026-02-28")) == day("2026-02-01")


JUNE = {"usage_as_of": a_moment(2026, 6, 15)}
USED = {"cycle_usage_kb": 100 * MB, **JUNE}
MEASURES: list[tuple[Condition, dict[str, Any], str, int | None]] = [
    # condition         facts                                                on            measured
    (CycleUsage(100),   USED,                                                "2026-06-15", 102_400),
    (CycleUsage(100),   {**USED, "cycle_usage_kb": 100 * MB - 1},            "2026-06-15", None),
    (CycleUsage(1),     {**USED, "specific": 50},                            "2026-06-15", None),
    (CycleUsage(1),     {**USED, "specific": 300, "plan_type": PlanType.SF}, "2026-06-15", 102_400),
    (CycleUsage(1),     {**USED, "specific": 40},                            "2026-06-15", 102_400),
    # a test card has traffic but no plan cycle
    (CycleUsage(1),     {**USED, "specific": 10},                            "2026-06-15", None),
    # activated today, tomorrow
    (CycleUsage(1),     {**USED, **began("2026-06-15")},                     "2026-06-15", 102_400),
    (CycleUsage(1),     {**USED, **began("2026-06-16")},                     "2026-06-15", None),
    # usage up to 24:00 of the 14th is still true on the 20th, but not in the next cycle
    (CycleUsage(1),     USED,                                                "2026-06-20", 102_400),
    (CycleUsage(1),     USED,                                                "2026-07-01", None),
    (CycleUsage(1),     {**USED, **YEAR, **ends("2026-10-31")},              "2026-07-01", 102_400),
    (CycleUsage(1),     {**USED, "usage_as_of": a_moment(2026, 6, 1)},       "2026-06-15", 102_400),
    (CycleUsage(1),     {**USED, "usage_as_of": a_moment(2026, 5, 31)},      "2026-06-15", None),
    (TierShare(100),    USED,                                                "2026-06-15", 100),
    (TierShare(99),     {**USED, "cycle_usage_kb": 100 * MB - 1},            "2026-06-15", 99),
    (TierShare(100),    {**USED, "cycle_usage_kb": 100 * MB - 1},            "2026-06-15", None),
    (TierShare(150),    {**USED, "cycle_usage_kb": 151 * MB},                "2026-06-15", 151),
    (TierShare(1),      {**USED, "tier_kb": None},                           "2026-06-15", None),
    (TierShare(1),      {**USED, "tier_kb": 0, "voucher": "?"},              "2026-06-15", None),
    (TierShare(1),      {**USED, "plan_type": PlanType.SF},                  "2026-06-15", None),
    (TierShare(1),      {**USED, "plan_type": PlanType.SCD},                 "2026-06-15", 100),
    (ExpiresWithin(7),  ends("2026-06-22"),                                  "2026-06-15", 7),
    (ExpiresWithin(7),  ends("2026-06-23"),                                  "2026-06-15", None),
    (ExpiresWithin(7),  ends("2026-06-15"),                                  "2026-06-15", 0),
    (ExpiresWithin(90), ends("2026-06-14"),                                  "2026-06-15", None),
    (ExpiresWithin(1),  ends("2026-06-16"),                                  "2026-06-15", 1),
    (ExpiresWithin(90), {**ends("2026-06-30"), "specific": 50},              "2026-06-15", None),
    (ExpiresWithin(90), {"plan_type": PlanType.UP},                          "2026-06-15", None),
    (ExpiresWithin(31), ends("2028-02-29"),                                  "2028-01-31", 29),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "facts", "on", "wanted"), MEASURES)
def test_a_check_measures(
    condition: Condition, facts: dict[str, Any], on: str, wanted: int | None
) -> None:
    assert measured(condition, some_facts(**facts), day(on)) == wanted


@pytest.mark.parametrize("condition", [PoolShare(1), StatusBecomes(frozenset())])
def test_what_is_no_state_of_a_card_is_not_measured(condition: Condition) -> None:
    with pytest.raises(TypeError):
        measured(condition, some_facts(), day("2026-06-15"))


PUSHES = [
    # push       cycle began   day           last told     tells
    (Push.CYCLE, "2026-06-01", "2026-06-15", None,         True),
    (Push.CYCLE, "2026-06-01", "2026-06-15", "2026-06-15", False),
    (Push.CYCLE, "2026-06-01", "2026-06-15", "2026-06-01", False),
    (Push.CYCLE, "2026-06-01", "2026-06-15", "2026-05-31", True),
    (Push.CYCLE, "2025-11-01", "2026-06-15", "2026-05-31", False),
    (Push.DAY,   "2026-06-01", "2026-06-15", None,         True),
    (Push.DAY,   "2026-06-01", "2026-06-15", "2026-06-14", True),
    (Push.DAY,   "2026-06-01", "2026-06-15", "2026-06-15", False),
    (Push.CHECK, "2026-06-01", "2026-06-15", None,         True),
    (Push.CHECK, "2026-06-01", "2026-06-15", "2026-06-15", True),
]  # fmt: skip


@pytest.mark.parametrize(("push", "cycle", "on", "last", "tells"), PUSHES)
def test_a_push_rule_tells(push: Push, cycle: str, on: str, last: str | None, tells: bool) -> None:
    told = None if last is None else day(last)
    assert lets_notify(push, day(cycle), day(on), told) is tells


def test_a_group_has_its_cards() -> None:
    row = a_card_row(tags=("depot", "north"), voucher="CM_SC_M_2_100M")
    for group, mine in (
        (EVERY_CARD, True),
        (Group(GroupKind.TAG, "depot"), True),
        (Group(GroupKind.TAG, "Depot"), False),
        (Group(GroupKind.VOUCHER, "CM_SC_M_2_100M"), True),
        (Group(GroupKind.VOUCHER, "CM_SC_M_2_10M"), False),
    ):
        assert concerns(group, row) is mine
