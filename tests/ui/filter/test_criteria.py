"""Which terms the advanced search shows, and what it leaves alone."""

import pytest

from simdesk.models.filter_fields import FIELDS
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import OPERATORS, CardFilter, Operator, Term
from simdesk.ui.filter.criteria import CRITERIA, Group, changed, criteria_of, others, shows


def test_every_field_is_offered_once() -> None:
    assert sorted(one.name for one in CRITERIA) == sorted(FIELDS)
    assert [one for group in Group for one in criteria_of(group)] == list(CRITERIA)


def test_only_what_can_be_empty_is_asked_for_being_empty() -> None:
    for one in CRITERIA:
        if one.can_be_empty:
            assert Operator.NONE in OPERATORS[one.field.kind], one.name


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("carrier:CMCC,CUCC", True),
        ("-carrier:CMCC", True),
        ("usage>=100MB", True),
        ("usage:1MB..2MB", True),
        ("usage:1MB<..<2MB", False),
        ("usage:1MB", True),
        ("usage:1MB,2MB", False),
        ("expires<30d", True),
        ("expires:none", True),
        ("smart:yes", True),
        ("-smart:yes", False),
        ("cancelled:any", True),
        ('tag:"north gate",depot', True),
        ('tag:"a,b"', False),
        ('remark:" padded"', False),
        ("~apn:cmiot", True),
    ],
)
def test_a_control_shows_a_term_only_without_loss(words: str, shown: bool) -> None:
    (term,) = parse_filter(words).terms
    assert term.field is not None
    assert shows(FIELDS[term.field], term) is shown


def asked(words: str) -> CardFilter:
    return parse_filter(words)


def edited(words: str, field: str, term: str) -> str:
    new = parse_filter(term).terms[0] if term else None
    return filter_text(changed(asked(words), FIELDS[field], new))


@pytest.mark.parametrize(
    ("before", "field", "term", "after"),
    [
        ("", "carrier", "carrier:CMCC", "carrier:CMCC"),
        (
            "status:in_use carrier:CMCC apn:x",
            "carrier",
            "carrier:CUCC",
            "status:in_use carrier:CUCC apn:x",
        ),
        ("status:in_use carrier:CMCC apn:x", "carrier", "", "status:in_use apn:x"),
        ("tag:a -tag:b", "tag", "tag:c", "tag:c -tag:b"),
        ("usage:1MB,2MB", "usage", "usage>=5MB", "usage:1MB,2MB usage>=5MB"),
        ("depot ~carrier:CMCC", "carrier", "carrier:CMCC", "depot carrier:CMCC"),
        ("depot", "carrier", "", "depot"),
    ],
)
def test_a_change_touches_nothing_else(before: str, field: str, term: str, after: str) -> None:
    assert edited(before, field, term) == after


def test_a_list_of_cards_survives_a_change() -> None:
    listed = CardFilter(card_ids=(3, 1))
    (term,) = parse_filter("carrier:CMCC").terms
    assert changed(listed, FIELDS["carrier"], term) == CardFilter((term,), (3, 1))


def test_further_terms_on_a_field_are_told() -> None:
    terms = asked("tag:a -tag:b apn:x tag:c").terms
    assert [filter_text(CardFilter((one,))) for one in others(FIELDS["tag"], terms)] == [
        "-tag:b",
        "tag:c",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("carr", {"carrier"}),
        ("PLAN", {"plan", "voucher", "expires"}),
        ("remaining", {"left", "left_share"}),
        ("traffic cycle", {"usage"}),
        ("no such thing", set()),
    ],
)
def test_criteria_are_found_by_name_and_by_kindred_words(words: str, found: set[str]) -> None:
    assert {one.name for one in CRITERIA if one.found_by(words, str(one.field.label))} == found


def test_a_term_of_another_field_is_never_shown() -> None:
    assert not shows(FIELDS["carrier"], Term("status", Operator.ANY_OF, (30,)))
