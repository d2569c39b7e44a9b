"""What a check finds among the cards, and whom it may tell of."""

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from simdesk.models import rule_days
from simdesk.models.card import CardRow
from simdesk.models.rules import (
    EVERY_CARD,
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    Push,
    Rule,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import BillingCycle, PlanType
from simdesk.services.storage import notice_store, rule_finding, rule_store
from simdesk.services.storage.notice_store import Telling
from simdesk.services.storage.rule_measure import may_notify
from simdesk.services.storage.side_by_side import (
    NOTHING,
    Cards,
    day_number,
    day_of,
    in_group,
)
from tests.factories import TODAY, a_moment, fleet_of
from tests.services.storage.desk_file import put_rows
from tests.services.storage.rule_desk import NOW, put_change, put_rule, the_rule
from tests.strategies import TAGS, VOUCHERS, card_rows

S = SpecificStatus
IDS = tuple(range(1, 7))
QUICK = [Phase.explicit, Phase.generate]
DAY = timedelta(days=1)


def using(*mb: int) -> list[CardRow]:
    return fleet_of(*({"cycle_usage_kb": one * KB_PER_MB} for one in mb))


states: st.SearchStrategy[Condition] = st.one_of(
    st.builds(CycleUsage, st.sampled_from((1, 10, 100, 1024))),
    st.builds(TierShare, st.sampled_from((1, 10, 34, 100, 341))),
    st.builds(ExpiresWithin, st.integers(1, 90)),
)
groups = st.one_of(
    st.just(EVERY_CARD),
    st.builds(Group, st.just(GroupKind.TAG), st.sampled_from(TAGS)),
    st.builds(Group, st.just(GroupKind.VOUCHER), st.sampled_from(VOUCHERS)),
)
cycles = st.sampled_from(BillingCycle)


def _with_cycle(row: CardRow, cycle: BillingCycle) -> CardRow:
    return replace(row, facts=replace(row.facts, cycle=cycle))


fleets = st.tuples(*(st.builds(_with_cycle, card_rows(card_id), cycles) for card_id in IDS))


@given(
    fleet=fleets,
    asked=st.lists(st.tuples(states, groups, st.integers(-40, 40)), min_size=8, max_size=8),
)
@settings(max_examples=30, phases=QUICK)
def test_arrays_and_the_model_agree_on_random_cards(
    engine: Engine,
    fleet: tuple[CardRow, ...],
    asked: list[tuple[Condition, Group, int]],
) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        put_rows(connection, fleet)
        everyone = Cards.read(connection, in_group(EVERY_CARD))
        for condition, group, ahead in asked:
            day = TODAY + timedelta(days=ahead)
            began = [day_of(one) for one in everyone.cycle_begins(day_number(day)).tolist()]
            assert began == [rule_days.cycle_begins(row.facts, day) for row in fleet]
            rule = put_rule(connection, condition, group, Push.CHECK, a_moment(2020, 1, 1))
            at = datetime.combine(day, NOW.timetz())
            found = rule_finding.find(connection, rule, at)
            told = dict(zip(found.ids.tolist(), found.measured.tolist(), strict=True))
            wanted = {
                row.id: value
                for row in fleet
                if rule_days.concerns(group, row)
                and (value := rule_days.measured(condition, row.facts, day)) is not None
            }
            assert told == wanted, (condition, group, day)
            rule_store.remove(connection, rule.id)
        transaction.rollback()


@given(
    push=st.sampled_from(Push),
    began=st.integers(0, 40),
    day=st.integers(0, 40),
    last=st.one_of(st.just(NOTHING), st.integers(0, 40)),
)
def test_push_rules_agree_with_the_model(push: Push, began: int, day: int, last: int) -> None:
    told = None if last == NOTHING else day_of(last)
    (tells,) = may_notify(push, np.array([began]), day, np.array([last]))
    assert bool(tells) is rule_days.lets_notify(push, day_of(began), day_of(day), told)


def check(desk: Connection, rule: Rule, at: datetime) -> list[tuple[int, bool]]:
    """Check and write down, as the service does: (card, told of or not) by id."""
    found = rule_finding.find(desk, the_rule(desk, rule.id), at)
    number = notice_store.begin(desk, rule, at) if found.told else None
    telling = Telling(rule, found, at, number)
    if len(found):
        notice_store.put_records(desk, telling, 0)
    notice_store.finish(desk, telling)
    return sorted(zip(found.ids.tolist(), found.notified.tolist(), strict=True))


YES, NO = True, False


def test_once_per_cycle_tells_once_and_records_each_day(desk: Connection) -> None:
    put_rows(desk, using(120, 80, 200))
    rule = put_rule(desk, CycleUsage(100))
    assert check(desk, rule, NOW) == [(1, YES), (3, YES)]
    assert check(desk, rule, NOW) == []  # the same day says nothing new
    assert check(desk, rule, NOW + DAY) == [(1, NO), (3, NO)]


def test_once_a_day_tells_each_day_once(desk: Connection) -> None:
    put_rows(desk, using(120))
    rule = put_rule(desk, CycleUsage(100), push=Push.DAY)
    assert check(desk, rule, NOW) == [(1, YES)]
    assert check(desk, rule, NOW + timedelta(hours=5)) == []
    assert check(desk, rule, NOW + DAY) == [(1, YES)]


def test_every_check_tells_every_time(desk: Connection) -> None:
    put_rows(desk, using(120))
    rule = put_rule(desk, CycleUsage(100), push=Push.CHECK)
    assert [check(desk, rule, NOW + n * timedelta(hours=1)) for n in range(3)] == [[(1, YES)]] * 3


def test_a_card_that_comes_later_is_told_of_alone(desk: Connection) -> None:
    put_rows(desk, using(120, 80))
    rule = put_rule(desk, CycleUsage(100))
    assert check(desk, rule, NOW) == [(1, YES)]
    desk.exec_driver_sql("UPDATE card SET cycle_usage_kb = 102400 WHERE id = 2")
    assert check(desk, rule, NOW) == [(2, YES)]


def test_a_new_cycle_tells_again(desk: Connection) -> None:
    yearly = {"cycle": BillingCycle.YEAR, "expires_at": a_moment(2026, 10, 31, 23, 59, 59)}
    july = {"usage_as_of": a_moment(2026, 7, 2), "cycle_usage_kb": 500 * KB_PER_MB}
    put_rows(desk, fleet_of(july, {**july, **yearly}))
    rule = put_rule(desk, CycleUsage(100))
    assert check(desk, rule, a_moment(2026, 6, 30, 9)) == [(1, YES), (2, YES)]
    assert check(desk, rule, a_moment(2026, 7, 2, 9)) == [(1, YES), (2, NO)]


def test_what_was_told_under_another_condition_does_not_count(desk: Connection) -> None:
    put_rows(desk, using(120))
    rule = put_rule(desk, CycleUsage(100))
    check(desk, rule, NOW)
    later = NOW + timedelta(minutes=1)
    changed = replace(rule.draft, condition=CycleUsage(110))
    assert rule_store.change(desk, rule.id, changed, later) is True
    rule_store.switch(desk, rule.id, on=True)
    assert check(desk, the_rule(desk, rule.id), later) == [(1, YES)]
    renamed = replace(changed, name="Other", push=Push.DAY)
    assert rule_store.change(desk, rule.id, renamed, later) is True
    assert check(desk, the_rule(desk, rule.id), later + timedelta(minutes=1)) == []


MANUAL = StatusBecomes(frozenset({S.MANUAL, S.STOPPED}))


def test_a_status_rule_sees_what_changed_since_it_looked(desk: Connection) -> None:
    put_rows(desk, fleet_of({}, {}, {}, {"plan_type": PlanType.SF}))
    put_change(desk, 1, "specific", 100, 200, NOW - DAY)  # before the rule was switched on
    rule = put_rule(desk, MANUAL, push=Push.CHECK)
    assert check(desk, rule, NOW) == []
    put_change(desk, 2, "specific", 100, 200, NOW)
    put_change(desk, 3, "specific", 100, 300, NOW)  # another status
    put_change(desk, 4, "imei", None, "200", NOW)  # another field
    put_change(desk, 1, "specific", 100, 40, NOW)
    found = rule_finding.find(desk, the_rule(desk, rule.id), NOW)
    assert found.ids.tolist() == [2, 1]  # in the order of what happened
    assert found.measured.tolist() == [200, 40]
    assert check(desk, rule, NOW) == [(1, YES), (2, YES)]
    assert check(desk, rule, NOW + DAY) == []
    assert the_rule(desk, rule.id).checked_change == 5


def test_of_several_changes_between_two_checks_the_last_counts(desk: Connection) -> None:
    put_rows(desk, fleet_of({}))
    rule = put_rule(desk, MANUAL)
    for before, after in ((100, 200), (200, 100), (100, 40), (40, 100)):
        put_change(desk, 1, "specific", before, after, NOW)
    found = rule_finding.find(desk, rule, NOW)
    assert (found.ids.tolist(), found.measured.tolist()) == ([1], [40])
    assert check(desk, rule, NOW) == [(1, YES)]
    put_change(desk, 1, "specific", 100, 200, NOW)
    assert check(desk, rule, NOW) == [(1, NO)]  # an event of its own, told of before


def test_a_status_rule_looks_at_its_group_alone(desk: Connection) -> None:
    put_rows(desk, fleet_of({"tags": ("depot",)}, {"tags": ("Depot",)}, {"tags": ()}))
    rule = put_rule(desk, MANUAL, Group(GroupKind.TAG, "depot"))
    for card_id in (1, 2, 3):
        put_change(desk, card_id, "specific", 100, 200, NOW)
    assert check(desk, rule, NOW) == [(1, YES)]


def test_a_rule_of_nobody_finds_nobody(desk: Connection) -> None:
    put_rows(desk, using(120))
    for condition in (CycleUsage(1), TierShare(1), ExpiresWithin(90), MANUAL):
        rule = put_rule(desk, condition, Group(GroupKind.TAG, "no such"), name=repr(condition)[:9])
        assert check(desk, rule, NOW) == []
        assert the_rule(desk, rule.id).checked_at == NOW
