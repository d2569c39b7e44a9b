"""A filter in SQL finds what its Python twin finds, and a sort orders as it says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event

from simdesk.models.card import CardRow
from simdesk.models.filter_fields import FIELDS
from simdesk.models.filters import (
    AS_LISTED,
    CardFilter,
    Direction,
    Operator,
    Sort,
    SortKey,
    Term,
    folded,
)
from simdesk.services.storage import card_store, where
from tests.factories import TODAY, a_moment, fleet_of, some_details
from tests.services.storage.desk_file import put_rows
from tests.strategies import SORTABLE, card_rows, filters, sorts

IDS = tuple(range(1, 7))
EVERYTHING = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)),))
# Shrinking a fleet and its filters takes minutes; the message names the filter.
QUICK = [Phase.explicit, Phase.generate]


def found(connection: Connection, question: CardFilter, sort: Sort | None = None) -> list[int]:
    return list(card_store.ids(connection, question, sort or Sort()))


fleets = st.tuples(*(card_rows(card_id) for card_id in IDS))


@given(fleet=fleets, asked=st.lists(filters(IDS), min_size=10, max_size=10))
@settings(max_examples=40, phases=QUICK)
def test_sql_and_python_agree_on_random_filters(
    engine: Engine, fleet: tuple[CardRow, ...], asked: list[CardFilter]
) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        put_rows(connection, fleet)
        for question in asked:
            by_python = sorted(row.id for row in fleet if question.matches(row))
            assert sorted(found(connection, question)) == by_python, question
        transaction.rollback()


def sort_key(row: CardRow, field: str) -> Any:
    """The value a sort compares, None when empty; several numbers one under the other."""
    value = FIELDS[field].read(row)
    if isinstance(value, tuple):
        value = "\n".join(value)
    if isinstance(value, str):
        return folded(value).encode() or None
    return value


@given(fleet=fleets)
@settings(max_examples=15, phases=QUICK)
def test_every_sort_puts_empty_last_and_ties_by_id(
    engine: Engine, fleet: tuple[CardRow, ...]
) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        put_rows(connection, fleet)
        for name in SORTABLE:
            for direction in Direction:
                down = direction is Direction.DESCENDING
                by_id = sorted(fleet, key=lambda row: row.id)
                full = [row for row in by_id if sort_key(row, name) is not None]
                full.sort(key=lambda row: sort_key(row, name), reverse=down)
                if down:  # a reversed sort keeps ties in their order
                    assert full == sorted(full, key=lambda row: sort_key(row, name), reverse=True)
                empty = [row for row in by_id if sort_key(row, name) is None]
                wanted = [row.id for row in (*full, *empty)]
                assert found(connection, EVERYTHING, Sort(name, direction)) == wanted, name
        transaction.rollback()


@given(fleet=fleets, listed=st.lists(st.sampled_from((*IDS, 99))), asked=st.lists(sorts()))
@settings(max_examples=40, phases=QUICK)
def test_sql_and_python_agree_on_random_orders(
    engine: Engine, fleet: tuple[CardRow, ...], listed: list[int], asked: list[Sort]
) -> None:
    # The list may name a card twice, and one that is gone.
    named = CardFilter(card_ids=tuple(listed))
    with engine.connect() as connection, connection.begin() as transaction:
        put_rows(connection, fleet)
        for question in (EVERYTHING, named):
            rows = [row for row in fleet if question.matches(row)]
            for sort in asked:
                by_python = [row.id for row in sort.arranged(rows, question)]
                assert found(connection, question, sort) == by_python, sort
                first = card_store.first(connection, question, sort, 2)
                assert [row.id for row in first] == by_python[:2], sort
        transaction.rollback()


def test_a_second_field_orders_what_the_first_leaves_equal(desk: Connection) -> None:
    put_rows(
        desk,
        fleet_of(
            {"remark": "b", "cycle_usage_kb": 1},
            {"remark": "", "cycle_usage_kb": 9},
            {"remark": "A", "cycle_usage_kb": 5},
            {"remark": "a", "cycle_usage_kb": 7},
            {"remark": "", "cycle_usage_kb": 8},
        ),
    )
    down = Direction.DESCENDING
    for sort, wanted in (
        (Sort("remark", second=SortKey("usage")), [3, 4, 1, 5, 2]),
        (Sort("remark", second=SortKey("usage", down)), [4, 3, 1, 2, 5]),
        (Sort("remark", down, SortKey("usage", down)), [1, 4, 3, 2, 5]),
        (Sort("usage", second=SortKey("remark")), [1, 3, 4, 5, 2]),
    ):
        assert found(desk, CardFilter(), sort) == wanted, sort


def test_a_list_keeps_its_own_order_whatever_else_is_asked(desk: Connection) -> None:
    put_rows(desk, fleet_of(*({"remark": "depot"} for _ in range(5)), {"status": 50}))
    asked = CardFilter((Term("remark", Operator.CONTAINS, ("dep",)),), (5, 2, 99, 4, 2, 6))
    assert found(desk, asked, AS_LISTED) == [5, 2, 4]
    assert found(desk, replace(asked, terms=()), AS_LISTED) == [5, 2, 4, 6]
    assert found(desk, CardFilter(), AS_LISTED) == found(desk, CardFilter(), Sort())


A, B, C = "89860321000000000001", "89860321000000000002", "898600MFSSYYGXXXXXX1"


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        (Term("iccid", Operator.ANY_OF, (A,)), [1]),
        (Term("iccid", Operator.ANY_OF, ("898603",)), [1, 2]),
        (Term("iccid", Operator.ANY_OF, ("89860",)), []),  # too short for a prefix
        (Term("iccid", Operator.ANY_OF, ("898600mf",)), [3]),
        (Term("iccid", Operator.ANY_OF, ("%",)), []),
        (Term("iccid", Operator.ANY_OF, (A,), negated=True), [3, 2]),
        (Term("msisdn", Operator.ANY_OF, ("1440993000002",)), [2, 1]),
        (Term("msisdn", Operator.NONE), [3]),
        (Term("msisdn", Operator.ANY_OF, ("1440993000002",), negated=True), [3]),
        (Term("tag", Operator.ANY_OF, ("DEPOT",)), [1]),
        (Term("tag", Operator.NONE), [3]),
        (Term("tag", Operator.ANY_OF, ("depot", "test"), negated=True), [3]),
        (Term("imei", Operator.NONE), [2, 3]),
        (Term("imei", Operator.ANY_OF, ("490154203237518",), negated=True), [2, 3]),
        (Term("remark", Operator.CONTAINS, ("100%_s",)), [1]),
        (Term("remark", Operator.CONTAINS, ("%",), negated=True), [2, 3]),
        (Term(None, Operator.CONTAINS, ("0002\n1440",)), []),
        (Term(None, Operator.CONTAINS, ("993000002",)), [1, 2]),
        (Term(None, Operator.CONTAINS, ("\udcff",)), []),  # half a character is never stored
        (Term(None, Operator.CONTAINS, ("\0",)), []),
        (Term("usage", Operator.RANGE, low=2**80), []),
        (Term("usage", Operator.RANGE, high=2**80), [1, 2, 3]),
        (Term("usage", Operator.ANY_OF, (2**80, 5)), [1]),
        (Term("left_share", Operator.ANY_OF, (34,)), [2]),
        (Term("left_share", Operator.NONE), [1, 3]),
        (Term("expires", Operator.ANY_OF, (date(2026, 10, 31),)), [1, 2]),
        (Term("expires", Operator.RANGE, low=date(2026, 10, 31), low_open=True), []),
        (Term("expires", Operator.RANGE, high=date(2026, 10, 31), high_open=True), []),
        (Term("expires", Operator.RANGE, high=date.max), [1, 2]),
        (Term("expires", Operator.RANGE, low=date.min), [1, 2]),
        (Term("pending", Operator.ANY_OF, (True,)), [2]),
        (Term("limit", Operator.RANGE, low=10), [1]),
    ],
    ids=str,
)
def test_a_term_finds(desk: Connection, term: Term, wanted: list[int]) -> None:
    put_rows(
        desk,
        fleet_of(
            {
                "iccid": A,
                "msisdns": ("1440993000001", "1440993000002"),
                "tags": ("depot", "north gate"),
                "remark": "100%_sure",
                "cycle_usage_kb": 5,
                "tier_kb": None,
                "details": some_details(card_limit_kb=None, voucher_limit_kb=20),
            },
            {
                "iccid": B,
                "msisdns": ("1440993000002",),
                "tags": ("Test",),
                "remark": "1000 sure",
                "tier_kb": 300,
                "cycle_left_kb": 100,
                "details": None,
                "pending": "suspend",
            },
            {
                "iccid": C,
                "msisdns": (),
                "cycle_left_kb": None,
                "expires_at": None,
                "details": some_details(imei=""),
            },
        ),
    )
    assert sorted(found(desk, CardFilter((term,)))) == sorted(wanted)


def test_cancelled_cards_are_found_when_asked_for(desk: Connection) -> None:
    put_rows(desk, fleet_of({}, {"specific": 50}, {"specific": 40}))
    assert found(desk, CardFilter()) == [1, 3]
    assert found(desk, CardFilter(card_ids=(2, 3, 99))) == [2, 3]
    assert found(desk, CardFilter((Term("specific", Operator.ANY_OF, (50,)),))) == [2]
    for word, wanted in (("yes", [2]), ("no", [1, 3]), ("any", [1, 2, 3])):
        asked = CardFilter((Term("cancelled", Operator.ANY_OF, (word,)),))
        assert found(desk, asked) == wanted


def test_a_day_is_the_carriers_day(desk: Connection) -> None:
    put_rows(
        desk,
        fleet_of(
            {"opened_at": a_moment(2026, 6, 15, 0, 0, 0)},
            {"opened_at": a_moment(2026, 6, 15, 23, 59, 59)},
            {"opened_at": a_moment(2026, 6, 16, 0, 0, 0)},
        ),
    )
    assert found(desk, CardFilter((Term("opened", Operator.ANY_OF, (TODAY,)),))) == [1, 2]
    tomorrow = TODAY + timedelta(days=1)
    assert found(desk, CardFilter((Term("opened", Operator.RANGE, low=tomorrow),))) == [3]


@pytest.mark.parametrize("field", ["iccid", "voucher", "remark", "usage", "tag", None])
def test_thousands_of_values_are_as_good_as_one(desk: Connection, field: str | None) -> None:
    put_rows(desk, fleet_of({"iccid": A, "remark": A, "cycle_usage_kb": 7, "tags": (A,)}))
    many: tuple[Any, ...] = tuple(f"{number:06d}x" for number in range(5000))
    if field == "usage":
        many = tuple(range(100, 5100))
    operator = Operator.CONTAINS if field in ("remark", None) else Operator.ANY_OF
    mine = {"usage": 7, "voucher": "CM_SC_M_2_100M"}.get(field or "", A)
    assert found(desk, CardFilter((Term(field, operator, many),))) == []
    assert found(desk, CardFilter((Term(field, operator, (*many, mine)),))) == [1]


@pytest.mark.parametrize("last", ["0", "@", "Z", "z", "\ud7ff", "\uffff", "\U0010ffff"])
def test_a_prefix_ends_where_its_last_letter_ends(desk: Connection, last: str) -> None:
    prefix = f"abcde{last}"
    others = ("abcde", "abcdf", "abcdeA", "abcde[", "abcde1", f"{prefix}", f"{prefix}x")
    put_rows(desk, fleet_of(*({"iccid": one} for one in others)))
    question = CardFilter((Term("iccid", Operator.ANY_OF, (prefix,)),))
    fleet = fleet_of(*({"iccid": one} for one in others))
    assert sorted(found(desk, question)) == [row.id for row in fleet if question.matches(row)]


def test_a_prefix_of_last_letters_only_has_no_end(desk: Connection) -> None:
    last = "\U0010ffff" * 6
    put_rows(desk, fleet_of({"iccid": last}, {"iccid": last + "x"}, {"iccid": "abcdef"}))
    assert found(desk, CardFilter((Term("iccid", Operator.ANY_OF, (last,)),))) == [1, 2]
    many = (*(f"{number:06d}x" for number in range(99)), last)
    assert found(desk, CardFilter((Term("iccid", Operator.ANY_OF, many),))) == [1, 2]


def test_relative_days_must_be_resolved_first(desk: Connection) -> None:
    question = CardFilter((Term("expires", Operator.RANGE, high="soon"),))
    with pytest.raises(ValueError, match="not a day"):
        found(desk, question)


def test_values_are_parameters_never_sql(desk: Connection, engine: Engine) -> None:
    said: list[str] = []
    listener: Callable[..., None] = lambda *args: said.append(args[2])  # noqa: E731 - a listener
    event.listen(engine, "before_cursor_execute", listener)
    needle = "x' OR 1=1 --"
    for field in (None, "iccid", "msisdn", "tag", "remark", "voucher"):
        operator = Operator.CONTAINS if field in (None, "remark") else Operator.ANY_OF
        assert found(desk, CardFilter((Term(field, operator, (needle,)),))) == []
    event.remove(engine, "before_cursor_execute", listener)
    assert said
    assert not any(needle in words for words in said)


def test_a_field_that_cannot_be_sorted_by_is_an_error(desk: Connection) -> None:
    with pytest.raises(KeyError):
        where.wanted(CardFilter(), Sort("tag"))
    del desk
