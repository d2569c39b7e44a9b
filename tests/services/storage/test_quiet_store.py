"""Since when a card has had no traffic, as far as the desk knows."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from simdesk.models.periods import Month, midnight
from simdesk.models.usage import CardUsage, MonthUsage
from simdesk.services.storage import listing_store, usage_store
from simdesk.services.storage.quiet_store import quiet_from
from simdesk.services.storage.rows import rows
from tests.factories import a_card_row, a_moment, some_facts
from tests.services.storage.desk_file import memory_engine, put_rows

APRIL, MAY, JUNE = Month(2026, 4), Month(2026, 5), Month(2026, 6)
QUIET = (0,) * 31
NOW = a_moment(2026, 6, 15, 9)
Days = tuple[int | None, ...]


def month(one: Month, *days: int | None) -> MonthUsage:
    cut = days[: one.days]
    return MonthUsage(one, (*cut, *(None,) * (31 - len(cut))))


def stored(*months: MonthUsage) -> list[tuple[Month, bytes]]:
    return [(one.month, usage_store.packed_days(one.days)) for one in months]


@pytest.mark.parametrize(
    ("months", "since"),
    [
        ([], None),
        ([month(JUNE)], None),
        ([month(JUNE, 0)], "2026-06-01"),
        ([month(JUNE, 5)], None),
        ([month(JUNE, 5, 0)], "2026-06-02"),
        ([month(JUNE, 0, 5)], None),
        ([month(JUNE, 0, 0, 7, 0, 0, 0)], "2026-06-04"),
        # The month before counts when this one was quiet from its first day.
        ([month(JUNE, 0, 0), month(MAY, *QUIET)], "2026-05-01"),
        ([month(JUNE, 0, 0), month(MAY, *QUIET[:20], 3, *QUIET)], "2026-05-22"),
        ([month(JUNE, 0, 0), month(MAY, *QUIET[:30], 3)], "2026-06-01"),
        ([month(JUNE, 4, 0), month(MAY, *QUIET)], "2026-06-02"),
        # On the first of a month nothing is known of it yet.
        ([month(JUNE), month(MAY, *QUIET)], "2026-05-01"),
        ([month(JUNE), month(MAY, *QUIET[:30], 9)], None),
        # Thirty days are a whole April; a day that was not told ends what is known.
        ([month(MAY, *QUIET), month(APRIL, *QUIET)], "2026-04-01"),
        ([month(MAY, *QUIET), month(APRIL, *QUIET[:29])], "2026-05-01"),
        ([month(JUNE, 0, None, 0, 0)], "2026-06-03"),
        ([month(JUNE, 0), month(APRIL, *QUIET)], "2026-06-01"),
        # Large days end in bytes that look like unknown ones.
        ([month(JUNE, 0xFF000000, 0, 0)], "2026-06-02"),
        ([month(JUNE, 0xFF000000)], None),
        ([month(JUNE, 256, 0)], "2026-06-02"),
    ],
)
def test_the_first_of_the_quiet_days(months: list[MonthUsage], since: str | None) -> None:
    wanted = None if since is None else date.fromisoformat(since)
    assert quiet_from(stored(*months)) == wanted


a_day = st.sampled_from((0, 0, 0, 0, None, 1, 255, 256, 0xFFFFFFFE))


@given(st.lists(a_day, min_size=31, max_size=31), st.lists(a_day, min_size=30, max_size=30))
def test_it_is_what_looking_at_every_day_finds(
    may: list[int | None], june: list[int | None]
) -> None:
    days = [*may, *june]
    while days and days[-1] is None:
        days.pop()
    quiet = 0
    while quiet < len(days) and days[len(days) - 1 - quiet] == 0:
        quiet += 1
    first = len(days) - quiet
    wanted = None
    if quiet:
        wanted = date(2026, 5, first + 1) if first < 31 else date(2026, 6, first - 30)
    assert quiet_from(stored(month(JUNE, *june), month(MAY, *may))) == wanted


@pytest.fixture
def desk() -> Iterator[Connection]:
    engine = memory_engine()
    with engine.begin() as connection:
        put_rows(connection, [a_card_row(), a_card_row(id=2, instance_id="2")])
        yield connection
    engine.dispose()


def put(desk: Connection, hours: int, *months: MonthUsage) -> frozenset[str]:
    at = NOW + timedelta(hours=hours)
    told = {some_facts().ref: CardUsage(months)}
    return frozenset(usage_store.put_usage(desk, "demo", told, at).fields)


def since(desk: Connection) -> date | None:
    quiet = rows(desk, [1])[0].quiet_since
    assert quiet is None or quiet == midnight(quiet.date())
    return None if quiet is None else quiet.date()


def test_it_follows_the_stored_days(desk: Connection) -> None:
    assert put(desk, 1, month(JUNE, 5, 0)) == {"traffic", "idle"}
    assert since(desk) == date(2026, 6, 2)
    assert put(desk, 2, month(JUNE, 5, 0, 0)) == {"traffic"}
    assert since(desk) == date(2026, 6, 2)
    assert put(desk, 3, month(JUNE, 5, 0, 0, 9)) == {"traffic", "idle"}
    assert since(desk) is None
    assert rows(desk, [2])[0].quiet_since is None


def test_a_long_silence_is_read_to_its_beginning(desk: Connection) -> None:
    march = Month(2026, 3)
    put(desk, 4, month(march, 7, *QUIET), month(APRIL, *QUIET), month(MAY, 0))
    assert since(desk) == date(2026, 3, 2)
    # Later readings tell the newest months only.
    put(desk, 5, month(MAY, *QUIET), month(JUNE, 0))
    assert since(desk) == date(2026, 3, 2)
    put(desk, 6, month(JUNE, 0, 0))
    assert since(desk) == date(2026, 3, 2)


def test_the_list_tells_of_traffic_before_the_days_do(desk: Connection) -> None:
    put(desk, 7, month(JUNE, 0, 0))
    same = some_facts()
    fields = listing_store.put_listing(desk, "demo", [same], NOW + timedelta(hours=8)).fields
    assert since(desk) == date(2026, 6, 1)
    assert "idle" not in fields
    anew = some_facts(cycle_usage_kb=0)  # a new cycle is no traffic
    listing_store.put_listing(desk, "demo", [anew], NOW + timedelta(hours=9))
    assert since(desk) == date(2026, 6, 1)
    used = some_facts(cycle_usage_kb=3)
    assert (
        "idle" in listing_store.put_listing(desk, "demo", [used], NOW + timedelta(hours=10)).fields
    )
    assert since(desk) is None
