"""A rule tried on days behind us, by tables written by hand."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from simdesk.models.periods import midnight
from simdesk.models.rules import (
    EVERY_CARD,
    Condition,
    CycleUsage,
    ExpiresWithin,
    Push,
    RuleDraft,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import BillingCycle, PlanType
from simdesk.services.storage import rule_history
from simdesk.services.storage.past import Past
from simdesk.services.storage.rule_pools import percents, pool_days
from simdesk.services.storage.side_by_side import day_of
from tests.factories import a_card_row, a_moment
from tests.services.storage.desk_file import put_rows
from tests.services.storage.rule_desk import put_change, put_days

MB = KB_PER_MB
S = SpecificStatus


def put(desk: Connection, *changes: dict[str, Any]) -> list[int]:
    rows = [
        a_card_row(**{"id": number, "instance_id": str(number), **one})
        for number, one in enumerate(changes, start=1)
    ]
    put_rows(desk, rows)
    return [row.id for row in rows]


def day(words: str) -> date:
    return date.fromisoformat(words)


def ends(words: str) -> datetime:
    return midnight(day(words) + timedelta(days=1)) - timedelta(seconds=1)


def fired(
    desk: Connection,
    condition: Condition,
    first: str,
    last: str,
    push: Push = Push.CYCLE,
    ids: Sequence[int] = (1,),
) -> list[tuple[str, int, int, bool]]:
    """(day, card, measured, told of) in order."""
    usage = not isinstance(condition, StatusBecomes)
    past = Past(desk, ids, day(first), day(last), with_usage=usage)
    return [
        (day_of(one.day).isoformat(), card_id, measured, told)
        for one in rule_history.firings(past, condition, push)
        for card_id, measured, told in zip(
            one.ids.tolist(), one.measured.tolist(), one.notified.tolist(), strict=True
        )
    ]


YES, NO = True, False


def test_usage_is_what_was_used_by_midnight_in_the_plan_cycle(desk: Connection) -> None:
    put(desk, {})
    # 40 MB a day from 28 May on
    put_days(desk, 1, day("2026-05-28"), [40 * MB] * 10)
    assert fired(desk, CycleUsage(100), "2026-05-28", "2026-06-06") == [
        # by 31 May 00:00: the 28th, 29th, 30th; on 1 June nothing is used of the new cycle
        ("2026-05-31", 1, 120 * MB, YES),
        ("2026-06-04", 1, 120 * MB, YES),
        ("2026-06-05", 1, 160 * MB, NO),
        ("2026-06-06", 1, 200 * MB, NO),
    ]


def test_a_year_s_cycle_reaches_back_behind_the_first_day(desk: Connection) -> None:
    since = {"activated_at": a_moment(2024, 11, 16), "expires_at": ends("2026-10-31")}
    put(desk, {"cycle": BillingCycle.YEAR, **since})
    put_days(desk, 1, day("2025-10-31"), [500 * MB, 60 * MB])  # the last and the first of a cycle
    put_days(desk, 1, day("2026-06-01"), [50 * MB, 0, 1])
    assert fired(desk, CycleUsage(100), "2026-06-01", "2026-06-04", Push.DAY) == [
        ("2026-06-02", 1, 110 * MB, YES),
        ("2026-06-03", 1, 110 * MB, YES),
        ("2026-06-04", 1, 110 * MB + 1, YES),
    ]


def test_traffic_before_the_activation_is_not_of_the_cycle(desk: Connection) -> None:
    put(desk, {"activated_at": a_moment(2026, 6, 3, 14)})
    put_days(desk, 1, day("2026-06-01"), [90 * MB, 90 * MB, 60 * MB, 40 * MB])
    assert fired(desk, CycleUsage(50), "2026-06-01", "2026-06-05") == [
        ("2026-06-04", 1, 60 * MB, YES),
        ("2026-06-05", 1, 100 * MB, NO),
    ]


def test_unknown_days_count_as_nothing_and_are_told(desk: Connection) -> None:
    put(desk, {}, {})
    put_days(desk, 1, day("2026-06-01"), [60 * MB, None, 60 * MB])
    put_days(desk, 2, day("2026-06-01"), [60 * MB, 0, 60 * MB])
    ids, last = [1, 2], "2026-06-04"
    wanted = [("2026-06-04", 1, 120 * MB, YES), ("2026-06-04", 2, 120 * MB, YES)]
    assert fired(desk, CycleUsage(100), "2026-06-01", last, ids=ids) == wanted
    draft = RuleDraft("Rule", EVERY_CARD, CycleUsage(100))
    assert rule_history.try_portion(desk, draft, ids, day("2026-06-01"), day(last)).unknown == 1


def test_what_the_provider_counts_otherwise_is_told(desk: Connection) -> None:
    used = {"cycle_usage_kb": 60 * MB, "usage_as_of": a_moment(2026, 6, 3)}
    put(desk, used, used, {**used, "specific": 50})
    put_days(desk, 1, day("2026-06-01"), [60 * MB, 0])
    put_days(desk, 2, day("2026-06-01"), [61 * MB, 0])
    put_days(desk, 3, day("2026-06-01"), [61 * MB, 0])
    draft = RuleDraft("Rule", EVERY_CARD, CycleUsage(100))
    trial = rule_history.try_portion(desk, draft, [1, 2, 3], day("2026-06-01"), day("2026-06-03"))
    assert (trial.unknown, trial.uneven) == (0, 1)


def test_a_share_is_of_the_tier_of_now(desk: Connection) -> None:
    put(desk, {}, {"plan_type": PlanType.SF})
    put_change(desk, 1, "tier", 30 * MB, 100 * MB, a_moment(2026, 6, 2))
    for card_id in (1, 2):
        put_days(desk, card_id, day("2026-06-01"), [79 * MB, 2 * MB, 0])
    first, last = "2026-06-01", "2026-06-03"
    assert fired(desk, TierShare(80), first, last, ids=[1, 2]) == [("2026-06-03", 1, 81, YES)]
    draft = RuleDraft("Rule", EVERY_CARD, TierShare(80))
    assert rule_history.try_portion(desk, draft, [1, 2], day(first), day(last)).retiered == 1


def test_expiry_is_what_it_was_on_the_day(desk: Connection) -> None:
    put(desk, {"expires_at": ends("2026-09-30")})
    renewed = a_moment(2026, 6, 30, 10)
    put_change(desk, 1, "expires", ends("2026-06-30"), ends("2026-09-30"), renewed)
    assert fired(desk, ExpiresWithin(2), "2026-06-27", "2026-07-01") == [
        ("2026-06-28", 1, 2, YES),
        ("2026-06-29", 1, 1, NO),
        # on the 30th the renewal was observed
    ]


def test_what_changed_after_the_last_day_is_undone(desk: Connection) -> None:
    put(desk, {"expires_at": ends("2026-12-31"), "specific": 50})
    put_change(desk, 1, "expires", ends("2026-06-30"), ends("2026-09-30"), a_moment(2026, 7, 5))
    put_change(desk, 1, "expires", ends("2026-09-30"), ends("2026-12-31"), a_moment(2026, 7, 6))
    put_change(desk, 1, "specific", 100, 50, a_moment(2026, 7, 7))
    assert fired(desk, ExpiresWithin(1), "2026-06-29", "2026-07-02", Push.DAY) == [
        ("2026-06-29", 1, 1, YES),
        ("2026-06-30", 1, 0, YES),
    ]


def test_a_cancelled_card_is_silent_from_the_day_it_was_seen(desk: Connection) -> None:
    put(desk, {"specific": 50, "expires_at": ends("2026-06-30")})
    put_change(desk, 1, "specific", 200, 50, a_moment(2026, 6, 28, 23, 59))
    assert fired(desk, ExpiresWithin(9), "2026-06-26", "2026-06-30", Push.DAY) == [
        ("2026-06-26", 1, 4, YES),
        ("2026-06-27", 1, 3, YES),
    ]


def test_a_restart_begins_the_years_anew(desk: Connection) -> None:
    # stopped at the end of March, renewed on 20 June for a year: the cycle is June to May now
    put(
        desk,
        {
            "cycle": BillingCycle.YEAR,
            "activated_at": a_moment(2024, 4, 2),
            "expires_at": ends("2027-05-31"),
        },
    )
    put_change(
        desk, 1, "expires", ends("2026-03-31"), ends("2027-05-31"), a_moment(2026, 6, 20, 10)
    )
    put_days(desk, 1, day("2026-05-30"), [30 * MB, 30 * MB])  # after its end, a late record
    put_days(desk, 1, day("2026-06-20"), [50 * MB, 50 * MB])
    assert fired(desk, CycleUsage(60), "2026-06-01", "2026-06-22", Push.DAY) == [
        *((f"2026-06-{n:02d}", 1, 60 * MB, YES) for n in range(1, 20)),
        ("2026-06-22", 1, 100 * MB, YES),
    ]


BECAME = StatusBecomes(frozenset({S.MANUAL, S.STOPPED}))


def test_a_status_fires_on_the_day_it_was_observed(desk: Connection) -> None:
    put(desk, {}, {})
    for card_id, before, after, at in (
        (1, 100, 200, a_moment(2026, 6, 1, 9)),
        (1, 200, 100, a_moment(2026, 6, 1, 10)),
        (2, 100, 300, a_moment(2026, 6, 2, 9)),
        (1, 100, 200, a_moment(2026, 6, 3, 0)),
        (1, 200, 40, a_moment(2026, 6, 3, 23, 59, 59)),
        (1, 40, 100, a_moment(2026, 6, 4, 8)),
        (2, 300, 200, a_moment(2026, 7, 1, 0)),
    ):
        put_change(desk, card_id, "specific", before, after, at)
    assert fired(desk, BECAME, "2026-06-01", "2026-07-01", ids=[1, 2]) == [
        ("2026-06-01", 1, 200, YES),
        ("2026-06-03", 1, 40, NO),  # once per plan cycle; of a day's changes the last
        ("2026-07-01", 2, 200, YES),
    ]


def test_a_trial_keeps_the_cards_that_fired(desk: Connection) -> None:
    ids = put(desk, {}, {}, {})
    put_days(desk, 1, day("2026-06-01"), [60 * MB] * 3)
    put_days(desk, 2, day("2026-06-01"), [10 * MB] * 3)
    put_days(desk, 3, day("2026-06-01"), [0, 0, 150 * MB])
    draft = RuleDraft("Rule", EVERY_CARD, CycleUsage(100))
    trial = rule_history.try_portion(desk, draft, ids, day("2026-06-01"), day("2026-06-05"))
    assert trial.ids.tolist() == [1, 3]
    assert trial.fired.astype(int).tolist() == [[0, 0, 1, 1, 1], [0, 0, 0, 1, 1]]
    assert trial.notified.astype(int).tolist() == [[0, 0, 1, 0, 0], [0, 0, 0, 1, 0]]
    assert trial.measured.tolist() == [120 * MB, 150 * MB]


def test_a_pool_is_its_active_cards_times_the_tier(desk: Connection) -> None:
    pool = {"plan_type": PlanType.SF}  # 100 MB a card
    ids = put(
        desk,
        pool,
        {**pool, "activated_at": a_moment(2026, 6, 2, 12)},  # joins on the 2nd
        {**pool, "specific": 40},  # leaves on the 3rd
        {**pool, "specific": 10},  # tests, and neither shares nor adds
    )
    put_change(desk, 3, "specific", 100, 40, a_moment(2026, 6, 3, 0, 30))
    put_days(desk, 1, day("2026-05-31"), [99 * MB, 50 * MB, 50 * MB, 50 * MB])
    put_days(desk, 2, day("2026-06-01"), [7 * MB, 40 * MB, 0])
    put_days(desk, 3, day("2026-06-01"), [100 * MB, 0, 0])
    put_days(desk, 4, day("2026-06-01"), [80 * MB, 80 * MB, 80 * MB])
    used, active = pool_days(desk, ids, day("2026-05-31"), day("2026-06-04"))
    assert [kb // MB for kb in used.tolist()] == [0, 0, 150, 240, 290]
    assert active.tolist() == [2, 2, 3, 2, 2]
    assert percents(used, active, 100 * MB) == [0, 0, 50, 120, 145]
    assert percents(used, active * 0, 100 * MB) == [None] * 5


def test_a_yearly_pool_counts_the_running_years(desk: Connection) -> None:
    # November to October; the second card stopped on 3 June
    year = {
        "plan_type": PlanType.SF,
        "cycle": BillingCycle.YEAR,
        "activated_at": a_moment(2024, 11, 16),
        "expires_at": ends("2026-10-31"),
    }
    ids = put(desk, year, {**year, "specific": 40})
    put_change(desk, 2, "specific", 100, 40, a_moment(2026, 6, 3, 0, 30))
    for card_id in ids:
        put_days(desk, card_id, day("2025-10-31"), [900 * MB, 20 * MB])
        put_days(desk, card_id, day("2026-06-01"), [10 * MB, 0, 0])
    used, active = pool_days(desk, ids, day("2026-06-01"), day("2026-06-03"))
    assert [kb // MB for kb in used.tolist()] == [40, 60, 40]
    assert active.tolist() == [2, 2, 1]
