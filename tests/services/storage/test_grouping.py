"""Values counted in SQL are those that Python counts, and each finds its cards."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from simdesk.models.card import CardRow
from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import CardFilter, Operator, Sort, Term, Value
from simdesk.models.value_counts import BELOW, GROUPED, CountOrder, ValueCounts
from simdesk.services.storage import card_store, grouping
from tests.factories import TODAY, a_card_row, a_moment
from tests.services.storage.desk_file import memory_engine, put_rows
from tests.strategies import card_rows, filters
from tests.value_counting import counted

IDS = tuple(range(1, 9))
QUICK = [Phase.explicit, Phase.generate]
EVERYTHING = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)),))


def by_sql(
    connection: Connection,
    cards: grouping.Cards,
    field: str,
    order: CountOrder = CountOrder.COUNT,
    *,
    descending: bool = True,
    limit: int = 1_000,
) -> ValueCounts:
    return grouping.value_counts(
        connection, cards, field, order, descending=descending, limit=limit
    )


@given(
    fleet=st.tuples(*(card_rows(card_id) for card_id in IDS)),
    question=filters(IDS),
    order=st.sampled_from(CountOrder),
    descending=st.booleans(),
    limit=st.integers(1, 4),
)
@settings(max_examples=12, phases=QUICK, deadline=None)
def test_sql_and_python_count_alike(
    fleet: tuple[CardRow, ...],
    question: CardFilter,
    order: CountOrder,
    descending: bool,
    limit: int,
) -> None:
    engine = memory_engine()
    with engine.begin() as connection:
        put_rows(connection, fleet)
        matching = [row for row in fleet if question.matches(row)]
        listed = [row for row in fleet if row.id % 3]
        for field in GROUPED:
            for cards, rows in ((question, matching), ([row.id for row in listed], listed)):
                for most in (limit, 1_000):
                    wanted = counted(rows, field, order, descending=descending, limit=most)
                    asked = by_sql(
                        connection, cards, field, order, descending=descending, limit=most
                    )
                    assert asked == wanted, field
    engine.dispose()


@given(fleet=st.tuples(*(card_rows(card_id) for card_id in IDS)))
@settings(max_examples=10, phases=QUICK, deadline=None)
def test_the_term_of_a_value_finds_the_cards_counted_under_it(fleet: tuple[CardRow, ...]) -> None:
    engine = memory_engine()
    with engine.begin() as connection:
        put_rows(connection, fleet)
        for field in GROUPED:
            exact = FIELDS[field].kind not in (FieldKind.WORDS, FieldKind.ID)
            for one in by_sql(connection, EVERYTHING, field).rows:
                found = card_store.ids(connection, EVERYTHING.with_term(one.term), Sort())
                assert len(found) == one.count if exact else len(found) >= one.count, one
                assert card_store.sums(connection, found).usage_kb >= one.usage_kb
    engine.dispose()


def as_picture(counts: ValueCounts) -> list[tuple[Value | None, int, int]]:
    return [(one.value, one.count, one.usage_kb) for one in counts.rows]


def test_values_are_counted_with_their_usage_the_most_first(desk: Connection) -> None:
    put_rows(
        desk,
        [
            a_card_row(id=1, instance_id="1", apn="cmiot", cycle_usage_kb=5),
            a_card_row(id=2, instance_id="2", apn="CMIOT", cycle_usage_kb=7),
            a_card_row(id=3, instance_id="3", apn="", cycle_usage_kb=100),
        ],
    )
    found = by_sql(desk, CardFilter(), "apn")
    assert as_picture(found) == [("CMIOT", 2, 12), (None, 1, 100)]
    assert (found.different, found.cards) == (2, 3)
    assert found.rows[1].term == Term("apn", Operator.NONE)
    by_usage = by_sql(desk, CardFilter(), "apn", CountOrder.USAGE)
    assert [one.value for one in by_usage.rows] == [None, "CMIOT"]
    assert as_picture(by_sql(desk, [3], "apn")) == [(None, 1, 100)]


def test_a_card_counts_once_under_each_of_its_tags(desk: Connection) -> None:
    put_rows(
        desk,
        [
            a_card_row(id=1, instance_id="1", tags=("depot", "north"), cycle_usage_kb=5),
            a_card_row(id=2, instance_id="2", tags=("depot",), cycle_usage_kb=7),
            a_card_row(id=3, instance_id="3", tags=(), cycle_usage_kb=1),
        ],
    )
    found = by_sql(desk, CardFilter(), "tag")
    assert as_picture(found) == [("depot", 2, 12), ("north", 1, 5), (None, 1, 1)]
    assert (found.different, found.cards) == (3, 3)


def test_sizes_that_differ_on_every_card_are_counted_by_bands(desk: Connection) -> None:
    sizes = (0, 1, 1023, 1024, 5_000, 2_000_000_000)
    put_rows(
        desk,
        [
            a_card_row(id=at, instance_id=str(at), cycle_usage_kb=kb, cycle_left_kb=-kb)
            for at, kb in enumerate(sizes, 1)
        ],
    )
    found = by_sql(desk, CardFilter(), "usage", CountOrder.VALUE, descending=False)
    assert [(one.value, one.count) for one in found.rows] == [
        (0, 1),
        (1, 2),
        (1024, 2),
        (104_857_600, 1),
    ]
    assert found.rows[1].term == Term("usage", Operator.RANGE, low=1, high=1024, high_open=True)
    assert found.rows[3].term == Term("usage", Operator.RANGE, low=104_857_600)
    below = by_sql(desk, CardFilter(), "left").rows[0]
    assert (below.value, below.count) == (BELOW, 5)
    assert below.term == Term("left", Operator.RANGE, high=0, high_open=True)


def test_moments_are_counted_by_their_day_in_shanghai(desk: Connection) -> None:
    before, after = a_moment(2026, 6, 14, 23, 59), a_moment(2026, 6, 15, 0, 0)
    put_rows(
        desk,
        [
            a_card_row(id=1, instance_id="1", expires_at=before),
            a_card_row(id=2, instance_id="2", expires_at=after),
        ],
    )
    found = by_sql(desk, CardFilter().on(TODAY), "expires")
    assert [one.value for one in found.rows] == [before.date(), after.date()]


def test_a_long_list_is_cut_and_says_how_long_it_is(desk: Connection) -> None:
    put_rows(
        desk,
        [
            a_card_row(id=at, instance_id=str(at), iccid=f"89860{at:015d}", cycle_usage_kb=at)
            for at in range(1, 51)
        ],
    )
    found = by_sql(desk, CardFilter(), "iccid", limit=10)
    assert (len(found.rows), found.different, found.cards) == (10, 50, 50)
    least = by_sql(desk, CardFilter(), "iccid", CountOrder.USAGE, descending=False, limit=1)
    assert least.rows[0].usage_kb == 1
    assert by_sql(desk, [], "iccid") == ValueCounts()
    with pytest.raises(KeyError):
        by_sql(desk, [], "nothing")
