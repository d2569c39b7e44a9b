"""Rules, notifications and trigger records as they are kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Connection, select, update

from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.models.rules import (
    EVERY_CARD,
    CycleUsage,
    Group,
    GroupKind,
    PoolShare,
    Push,
    Rule,
    RuleDraft,
    StatusBecomes,
)
from simdesk.models.status import SpecificStatus
from simdesk.services.storage import card_store, notice_store, rule_store
from simdesk.services.storage.notice_store import PORTION, Telling
from simdesk.services.storage.rule_finding import Found
from simdesk.services.storage.side_by_side import NOTHING
from simdesk.services.storage.tables import rule, trigger_record
from tests.factories import a_card_row
from tests.services.storage.desk_file import memory_engine, put_rows
from tests.services.storage.rule_desk import NOW, put_change, put_rule, the_rule

DEPOT = Group(GroupKind.TAG, "depot")
VOUCHER = Group(GroupKind.VOUCHER, "CM_SF_M_2_100M")
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def desk() -> Iterator[Connection]:
    engine = memory_engine()
    with engine.begin() as connection:
        put_rows(connection, fleet(3))
        yield connection
    engine.dispose()


def fleet(count: int) -> list[CardRow]:
    return [a_card_row(id=number, instance_id=str(number)) for number in range(1, count + 1)]


def a_draft(name: str = "Rule", **changes: Any) -> RuleDraft:
    return replace(RuleDraft(name, EVERY_CARD, CycleUsage(100)), **changes)


def a_find(ids: list[int], told: list[bool], changes: list[int] | None = None) -> Found:
    return Found(
        np.array(ids, np.int64),
        np.array(ids, np.int64) * 1000,
        np.array(told, np.bool_),
        np.array(changes or [NOTHING] * len(ids), np.int64),
        max(changes or [0]),
    )


def tell(desk: Connection, one: Rule, found: Found, at: Any = NOW) -> int | None:
    number = notice_store.begin(desk, one, at) if found.told else None
    telling = Telling(one, found, at, number)
    for start in range(0, len(found), PORTION):
        notice_store.put_records(desk, telling, start)
    notice_store.finish(desk, telling)
    return number


def test_a_rule_comes_back_as_it_was_written(desk: Connection) -> None:
    draft = RuleDraft("夜班 80", DEPOT, StatusBecomes(frozenset({SpecificStatus.MANUAL})), Push.DAY)
    number = rule_store.add(desk, draft, "lin", NOW)
    assert isinstance(number, int)
    (stored,) = rule_store.rules(desk)
    assert stored.rule == Rule(number, draft, False, "lin", NOW, NOW, None, 0)
    assert (stored.name, stored.group, stored.last) == ("夜班 80", DEPOT, None)


def test_names_are_unique_ascii_case_apart(desk: Connection) -> None:
    rule_store.add(desk, a_draft("Night"), "lin", NOW)
    second = rule_store.add(desk, a_draft("Day"), "lin", NOW)
    assert isinstance(second, int)
    assert rule_store.add(desk, a_draft("NIGHT"), "lin", NOW) == "Night"
    assert rule_store.change(desk, second, a_draft("night"), NOW) == "Night"
    assert rule_store.change(desk, second, a_draft("DAY"), NOW) is True
    assert [one.name for one in rule_store.rules(desk)] == ["DAY", "Night"]
    assert rule_store.change(desk, 99, a_draft("Other"), NOW) is False


def test_looking_for_something_else_switches_a_rule_off(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100))
    assert rule_store.change(desk, one.id, a_draft("New name", push=Push.DAY), LATER) is True
    assert (the_rule(desk, one.id).enabled, the_rule(desk, one.id).watching_since) == (True, NOW)
    assert rule_store.change(desk, one.id, a_draft(group=DEPOT), LATER) is True
    assert (the_rule(desk, one.id).enabled, the_rule(desk, one.id).watching_since) == (False, LATER)


def test_switched_on_a_rule_looks_ahead_only(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100))
    assert not rule_store.switch(desk, one.id, on=True)  # it is
    assert rule_store.switch(desk, one.id, on=False)
    seen = put_change(desk, 1, "specific", 100, 200, NOW)
    assert rule_store.switch(desk, one.id, on=True)
    assert the_rule(desk, one.id).checked_change == seen


def test_a_deleted_rule_leaves_its_history_and_its_number(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100), name="Gone")
    number = tell(desk, one, a_find([1, 2], [True, False]))
    assert rule_store.remove(desk, one.id)
    assert not rule_store.remove(desk, one.id)
    (notice,) = notice_store.notifications(desk, None, 10)
    assert (notice.id, notice.rule_name, notice.cards) == (number, "Gone", 1)
    assert len(notice_store.records_of_rule(desk, one.id, None, 10)) == 2
    assert put_rule(desk, CycleUsage(100)).id == one.id + 1
    assert notice_store.rules_of_card(desk, 2) == ((one.id, "Gone"),)


def test_content_of_another_version_is_told_not_raised(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100), name="Odd")
    desk.execute(update(rule).values(condition_json='{"what":"moon phase"}'))
    (stored,) = rule_store.rules(desk)
    assert stored.rule is None
    assert "rule “Odd” cannot be read" in str(stored.trouble)
    # Written anew it is whole, and off.
    assert rule_store.change(desk, one.id, a_draft("Odd"), LATER) is True
    assert the_rule(desk, one.id).enabled is False


def test_who_uses_a_tag_or_a_voucher_is_told_by_name(desk: Connection) -> None:
    put_rule(desk, CycleUsage(1), DEPOT, name="b")
    put_rule(desk, CycleUsage(2), DEPOT, name="A")
    put_rule(desk, CycleUsage(3), VOUCHER, name="c")
    put_rule(desk, CycleUsage(4), name="d")
    assert rule_store.using(desk, GroupKind.TAG, "depot") == ("A", "b")
    assert rule_store.using(desk, GroupKind.TAG, "Depot") == ()
    assert rule_store.using(desk, GroupKind.VOUCHER, VOUCHER.value) == ("c",)
    found = rule_store.concerning(desk, VOUCHER.value, ("depot", "x"))
    assert [one.name for one in found] == ["A", "b", "c", "d"]
    assert [one.name for one in rule_store.concerning(desk, "other", ())] == ["d"]


def test_a_notification_has_the_cards_it_told_of(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100))
    number = tell(desk, one, a_find([1, 2, 3], [True, False, True]))
    (stored,) = rule_store.rules(desk)
    assert stored.last is not None
    assert (stored.last.id, stored.last.at, stored.last.cards) == (number, NOW, 2)
    asked = CardFilter((Term("notification", Operator.ANY_OF, (str(number),)),))
    assert list(card_store.ids(desk, asked, Sort("opened"))) == [1, 3]
    rows = card_store.rows(desk, [1, 2, 3])
    assert [row.notifications for row in rows] == [(str(number),), (), (str(number),)]
    records = notice_store.records_of_rule(desk, one.id, None, 10)
    assert [(r.card_id, r.measured, r.notification_id) for r in records] == [
        (3, "3000", number),
        (2, "2000", None),
        (1, "1000", number),
    ]


def test_quiet_records_make_no_notification(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100))
    assert tell(desk, one, a_find([1], [False])) is None
    assert notice_store.notifications(desk, None, 10) == ()
    assert the_rule(desk, one.id).checked_at == NOW


def test_records_are_read_page_by_page_newest_first(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100))
    for hours in range(3):
        tell(desk, one, a_find([1, 2, 3], [True] * 3), NOW + timedelta(hours=hours))
    seen: list[int] = []
    after = None
    while page := notice_store.records_of_rule(desk, one.id, after, 4):
        seen += [record.id for record in page]
        after = page[-1].at, page[-1].id
    assert seen == list(range(9, 0, -1))
    of_card = [notice_store.records_of_card(desk, 2, one.id, at, 2) for at in (0, 2, 4)]
    assert [[record.id for record in page] for page in of_card] == [[8, 5], [2], []]


def test_what_a_crash_left_is_completed(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100))
    number = notice_store.begin(desk, one, NOW)
    telling = Telling(one, a_find([1, 2], [True, True]), NOW, number)
    notice_store.put_records(desk, telling, 0)  # and never the end
    notice_store.begin(desk, one, NOW)  # not even a record
    assert notice_store.notifications(desk, None, 10) == ()
    assert notice_store.unread(desk) == 0
    notice_store.mend(desk)
    (notice,) = notice_store.notifications(desk, None, 10)
    assert (notice.id, notice.cards) == (number, 2)


def test_a_status_rule_moves_on_with_each_portion(desk: Connection) -> None:
    one = put_rule(desk, StatusBecomes(frozenset({SpecificStatus.MANUAL})))
    number = notice_store.begin(desk, one, NOW)
    found = a_find([1, 2, 3], [True] * 3, [4, 6, 9])
    notice_store.put_records(desk, Telling(one, found, NOW, number), 0)
    assert the_rule(desk, one.id).checked_change == 9


def test_notifications_are_read_one_by_one_or_all(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100))
    numbers = [tell(desk, one, a_find([1], [True]), NOW + timedelta(hours=n)) for n in range(3)]
    assert notice_store.unread(desk) == 3
    assert notice_store.mark_read(desk, [numbers[1] or 0, 99], LATER)
    assert not notice_store.mark_read(desk, [numbers[1] or 0], LATER)
    listed = notice_store.notifications(desk, one.id, 10)
    assert [(n.id, n.read_at) for n in listed] == [
        (numbers[2], None),
        (numbers[1], LATER),
        (numbers[0], None),
    ]
    assert notice_store.mark_read(desk, None, LATER)
    assert notice_store.unread(desk) == 0
    assert notice_store.notifications(desk, 99, 10) == ()
    assert len(notice_store.notifications(desk, None, 2)) == 2


def test_old_quiet_records_are_forgotten_told_ones_stay(desk: Connection) -> None:
    one = put_rule(desk, CycleUsage(100))
    tell(desk, one, a_find([1, 2], [True, False]), NOW - timedelta(days=100))
    tell(desk, one, a_find([1, 2], [False, False]), NOW)
    old = notice_store.old_quiet_ones(desk, one.id, NOW - timedelta(days=62))
    notice_store.forget(desk, old)
    kept = desk.execute(select(trigger_record.c.card_id, trigger_record.c.at)).all()
    assert len(old) == 1
    assert [row.card_id for row in kept] == [1, 1, 2]


def test_a_pool_s_record_is_of_its_voucher(desk: Connection) -> None:
    group = Group(GroupKind.VOUCHER, "CM_SC_M_2_100M")
    one = put_rule(desk, PoolShare(90), group)
    assert notice_store.last_of_pool(desk, one, told=False) is None
    number = notice_store.put_pool(desk, one, 93, NOW, told=True)
    assert notice_store.put_pool(desk, one, 95, LATER, told=False) is None
    (notice,) = notice_store.notifications(desk, None, 10)
    assert (notice.id, notice.cards, notice.voucher) == (number, 3, group.value)
    assert notice_store.last_of_pool(desk, one, told=True) == NOW
    assert notice_store.last_of_pool(desk, one, told=False) == LATER
    quiet, told = notice_store.records_of_rule(desk, one.id, None, 10)
    assert (quiet.voucher, quiet.card_id, quiet.measured) == (group.value, None, "95")
    assert (told.measured, told.notification_id) == ("93", number)
