"""`CardFilter.matches`: every field, every operator, on rows made by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from simdesk.models.filter_fields import FIELDS, NEVER_EMPTY, left_share
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import (
    AS_LISTED,
    OPERATORS,
    CardFilter,
    Direction,
    Operator,
    RelativeDay,
    Sort,
    SortKey,
    Term,
    folded,
)
from tests.factories import TODAY, a_card_row, a_moment
from tests.filter_examples import FOUND, ROWS


@pytest.mark.parametrize(("words", "ids"), FOUND)
def test_found(words: str, ids: list[int]) -> None:
    asked = parse_filter(words).on(TODAY)
    assert [row.id for row in ROWS if asked.matches(row)] == ids


def test_every_field_and_operator_was_asked() -> None:
    asked = {
        (term.field, term.operator) for words, _ in FOUND for term in parse_filter(words).terms
    }
    wanted = {
        (name, operator)
        for name, field in FIELDS.items()
        for operator in OPERATORS[field.kind]
        if operator is not Operator.NONE or name not in NEVER_EMPTY
    }
    assert wanted <= asked


@pytest.mark.parametrize("name", sorted(NEVER_EMPTY))
def test_what_is_never_empty_is_not_found_so(name: str) -> None:
    asked = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)), Term(name, Operator.NONE)))
    assert [row.id for row in ROWS if asked.matches(row)] == []


def test_cards_that_are_named_are_found_though_cancelled() -> None:
    named = CardFilter(card_ids=(5, 1))
    assert [row.id for row in ROWS if named.matches(row)] == [1, 5]
    narrowed = replace(named, terms=parse_filter("carrier:CMCC usage>0KB -tag:none").terms)
    assert [row.id for row in ROWS if narrowed.matches(row)] == [1]
    assert not any(CardFilter(card_ids=()).matches(row) for row in ROWS)


def test_a_status_nobody_knows_is_found_by_its_code() -> None:
    row = a_card_row(specific=999, status=35)
    assert parse_filter("specific:999").matches(row)
    assert not parse_filter("specific:998").matches(row)


def test_days_counted_from_today_must_be_made_dates() -> None:
    asked = parse_filter("expires<30d")
    with pytest.raises(ValueError, match="on\\(today\\)"):
        asked.matches(ROWS[0])
    resolved = asked.on(date(2026, 1, 1))
    assert resolved.terms[0].high == date(2026, 1, 31)


def test_every_day_of_a_term_is_resolved() -> None:
    low, high = RelativeDay(-7), RelativeDay(7)
    asked = CardFilter(
        (
            Term("expires", Operator.RANGE, low=low, high=high),
            Term("opened", Operator.ANY_OF, (RelativeDay(0), date(2026, 1, 1))),
        )
    )
    assert asked.on(TODAY).terms == (
        Term(
            "expires",
            Operator.RANGE,
            low=TODAY - timedelta(days=7),
            high=TODAY + timedelta(days=7),
        ),
        Term("opened", Operator.ANY_OF, (TODAY, date(2026, 1, 1))),
    )


def test_a_day_is_shanghais() -> None:
    row = a_card_row(expires_at=a_moment(2026, 7, 1, 0, 0, 0))
    assert parse_filter("expires:2026-07-01").matches(row)
    assert not parse_filter("expires:2026-06-30").matches(row)


@pytest.mark.parametrize(
    ("left", "tier", "share"),
    [
        (0, 100, 0),
        (1, 1000, 1),
        (10, 100, 10),
        (109, 1000, 11),
        (100, 100, 100),
        (150, 100, 150),
        (None, 100, None),
        (5, None, None),
        (5, 0, None),
    ],
)
def test_the_share_left_is_rounded_up(
    left: int | None, tier: int | None, share: int | None
) -> None:
    row = a_card_row(cycle_left_kb=left, tier_kb=tier, voucher="CM_SC_M_2_100M")
    assert left_share(row) == share


def test_terms_come_and_go() -> None:
    one, two = parse_filter("carrier:CMCC tag:depot").terms
    asked = CardFilter((one,)).with_term(two)
    assert asked.terms == (one, two)
    assert asked.without(0).terms == (two,)
    assert asked.active == (one, two)
    assert CardFilter((replace(one, enabled=False), two)).active == (two,)


def test_folding_is_ascii_only() -> None:
    assert folded("ÄaZ İK") == "Äaz İk"


def test_the_usual_order_is_by_iccid() -> None:
    assert Sort() == Sort("iccid")
    unsorted = [name for name, field in FIELDS.items() if not field.sortable]
    assert unsorted == ["tag", "notification", "cancelled"]


def test_rows_are_arranged_by_two_fields_or_as_they_are_listed() -> None:
    rows = [
        a_card_row(id=number, remark=remark, cycle_usage_kb=usage)
        for number, remark, usage in ((1, "b", 1), (2, "", 9), (3, "A", 5), (4, "a", 7))
    ]
    by_remark = Sort("remark", second=SortKey("usage", Direction.DESCENDING))
    assert [row.id for row in by_remark.arranged(rows, CardFilter())] == [4, 3, 1, 2]
    listed = CardFilter(card_ids=(3, 1, 9, 3, 2, 4))
    assert [row.id for row in AS_LISTED.arranged(rows, listed)] == [3, 1, 2, 4]
    assert AS_LISTED.keys == ()
    assert AS_LISTED.for_question(CardFilter()) == Sort()
    assert AS_LISTED.for_question(listed) == AS_LISTED
