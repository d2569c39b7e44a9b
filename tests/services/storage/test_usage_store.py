"""Usage by month and day: kept for ever, merged day by day, with plans and carrier shares."""

import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from simdesk.models.commands import CardRef
from simdesk.models.periods import Month
from simdesk.models.usage import ActivePlan, CardUsage, CarrierShare, MonthUsage
from simdesk.services.providers.simulator import traffic
from simdesk.services.storage import card_store, usage_store
from simdesk.services.storage.tables import usage
from tests.factories import a_card_row, a_moment, some_facts
from tests.services.storage.desk_file import memory_engine, put_rows

NOW = a_moment(2026, 6, 15, 9)
MAY, JUNE = Month(2026, 5), Month(2026, 6)
REF = some_facts().ref
PLAN = ActivePlan("Month pack 100M", date(2026, 6, 1), date(2026, 6, 30), 102_400, "queued")
SHARE = CarrierShare("CMCC", 4096, 20, 120)


@pytest.fixture
def desk() -> Iterator[Connection]:
    engine = memory_engine()
    with engine.begin() as connection:
        put_rows(connection, [a_card_row(), a_card_row(id=2, instance_id="2")])
        yield connection
    engine.dispose()


def month(one: Month, *days: int | None) -> MonthUsage:
    return MonthUsage(one, (*days, *(None,) * (31 - len(days))))


def put(desk: Connection, told: CardUsage, hours: int = 0, ref: CardRef = REF) -> frozenset[str]:
    at = NOW + timedelta(hours=hours)
    return frozenset(usage_store.put_usage(desk, "demo", {ref: told}, at).fields)


def stored(desk: Connection) -> CardUsage:
    return usage_store.usage_of(desk, 1, Month(2020, 1), Month(2030, 1))


def test_usage_comes_back_by_month_oldest_first(desk: Connection) -> None:
    told = CardUsage((month(JUNE, 1, 2), month(MAY, 3)), (PLAN,), (SHARE,))
    assert put(desk, told) == {"traffic"}
    assert stored(desk) == CardUsage((month(MAY, 3), month(JUNE, 1, 2)), (PLAN,), (SHARE,))
    assert usage_store.usage_of(desk, 1, JUNE, JUNE).months == (month(JUNE, 1, 2),)
    (row,) = card_store.rows(desk, [1])
    assert row.stamps.usage_at == NOW


def test_the_same_again_changes_nothing(desk: Connection) -> None:
    told = CardUsage((month(JUNE, 1, 2),), (PLAN,), (SHARE,))
    put(desk, told)
    assert put(desk, told, hours=1) == frozenset()


def test_days_once_known_stay_known(desk: Connection) -> None:
    put(desk, CardUsage((month(MAY, 7), month(JUNE, 1, 2, None, 4))))
    assert put(desk, CardUsage((month(JUNE, None, 5, 6),)), hours=1) == {"traffic"}
    assert stored(desk).months == (month(MAY, 7), month(JUNE, 1, 5, 6, 4))
    assert put(desk, CardUsage((month(JUNE, None, 5),)), hours=2) == frozenset()


def test_plans_and_shares_are_those_told_last(desk: Connection) -> None:
    put(desk, CardUsage((), (PLAN, replace(PLAN, quota_kb=None)), (SHARE,)))
    other = CarrierShare("CUCC", 1, None, None)
    assert put(desk, CardUsage((), (PLAN,), (SHARE, other)), hours=1) == {"traffic"}
    assert (stored(desk).plans, stored(desk).shares) == ((PLAN,), (SHARE, other))
    put(desk, CardUsage(()), hours=2)
    assert stored(desk) == CardUsage(())


def test_an_older_answer_changes_nothing(desk: Connection) -> None:
    put(desk, CardUsage((month(JUNE, 5),)), hours=1)
    assert put(desk, CardUsage((month(JUNE, 4),))) == frozenset()
    assert stored(desk).months == (month(JUNE, 5),)


def test_usage_of_a_card_the_desk_does_not_have_is_left(desk: Connection) -> None:
    assert put(desk, CardUsage((month(JUNE, 5),)), ref=CardRef("8986", "9")) == frozenset()
    assert desk.execute(select(usage)).all() == []


def test_many_cards_are_read_together(desk: Connection) -> None:
    put(desk, CardUsage((month(JUNE, 1),)))
    put(desk, CardUsage((month(MAY, 2), month(JUNE, 3))), ref=CardRef(REF.iccid, "2"))
    assert usage_store.days_by_month(desk, [1, 2], JUNE, JUNE) == {
        (1, JUNE): month(JUNE, 1).days,
        (2, JUNE): month(JUNE, 3).days,
    }


def test_days_are_little_endian_words_of_32_bits() -> None:
    packed = usage_store.packed_days((1, None, 256, *(0,) * 28))
    assert packed[:12] == b"\x01\0\0\0\xff\xff\xff\xff\0\x01\0\0"
    assert len(packed) == 124


a_day = st.none() | st.integers(0, 2**40) | st.sampled_from((255, 0xFF000000, 0xFFFFFF00))


@given(st.lists(a_day, min_size=31, max_size=31), st.integers(0, 31))
def test_days_come_back_up_to_four_terabytes(days: list[int | None], ends: int) -> None:
    days[ends:] = [None] * (31 - ends)
    largest = 2**32 - 2
    wanted = tuple(None if day is None else min(day, largest) for day in days)
    packed = usage_store.packed_days(days)
    assert packed == struct.pack("<31I", *(2**32 - 1 if day is None else day for day in wanted))
    assert usage_store.days_of(packed) == wanted == traffic.days_of(packed)


_days = st.lists(
    st.sampled_from((None, None, 0, 1, 255, 2**32 - 2, 0xFF000000, 0x00FFFFFF)),
    min_size=31,
    max_size=31,
)


@given(_days, _days, st.integers(0, 31), st.integers(0, 31))
def test_merging_takes_the_new_where_it_tells_something(
    old: list[int | None], new: list[int | None], old_ends: int, new_ends: int
) -> None:
    old[old_ends:] = [None] * (31 - old_ends)
    new[new_ends:] = [None] * (31 - new_ends)
    merged = usage_store._merged(usage_store.packed_days(old), usage_store.packed_days(new))
    wanted = tuple(b if b is not None else a for a, b in zip(old, new, strict=True))
    assert usage_store.days_of(merged) == wanted
