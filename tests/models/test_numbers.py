"""ICCID, MSISDN, IMSI, IMEI: what is cleaned, accepted, warned of and refused."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.errors import KnownError
from simdesk.models.numbers import (
    NumberKind,
    classify,
    cleaned,
    grouped,
    kinds,
    luhn_holds,
    number_warning,
    parse_iccid,
    parse_imei,
    parse_imsi,
    parse_msisdn,
)
from simdesk.models.texts import Text

ICCID = "89860321000000015668"
ACCEPTED = [
    (parse_iccid, ICCID, ICCID),
    (parse_iccid, " 8986 0321 0000 0001 5668 ", ICCID),
    (parse_iccid, "8986-0321-0000-0001-5668", ICCID),
    (parse_iccid, "898600mfssyygxxxxxxp", "898600MFSSYYGXXXXXXP"),
    (parse_iccid, ICCID + "FF", ICCID),
    (parse_iccid, "8986032100000001566F", "8986032100000001566"),
    (parse_iccid, "8986032100000001566", "8986032100000001566"),
    (parse_iccid, "\ufeff" + ICCID + "\u200b", ICCID),
    (parse_msisdn, "144 0993 000001", "1440993000001"),
    (parse_imsi, "460081937000001", "460081937000001"),
    (parse_imei, "49-015420-323751-8", "490154203237518"),
    (parse_imei, "490154203237519", "490154203237519"),
]
REFUSED = [
    (parse_iccid, "", "not an ICCID"),
    (parse_iccid, "8987032100000001566", "not an ICCID"),
    (parse_iccid, "898603210000000156", "not an ICCID"),
    (parse_iccid, "898603210000000156681", "not an ICCID"),
    (parse_iccid, "8986032100000001566_", "not an ICCID"),
    (parse_iccid, "898603210000000156ſ8", "not an ICCID"),
    (parse_iccid, "８９８６0321000000015668", "other than 0-9"),
    (parse_iccid, "8.98604E+19", "rounded by a spreadsheet"),
    (parse_msisdn, "144099300000", "not an MSISDN"),
    (parse_msisdn, "١440993000001", "other than 0-9"),
    (parse_msisdn, "1440993000001x", "not an MSISDN"),
    (parse_imsi, "46008193700000", "not an IMSI"),
    (parse_imei, "4901542032375180", "not an IMEI"),
]


@pytest.mark.parametrize(("parse", "words", "number"), ACCEPTED)
def test_accepted(parse: Callable[[str], str], words: str, number: str) -> None:
    assert parse(words) == number


@pytest.mark.parametrize(("parse", "words", "sentence"), REFUSED)
def test_refused_with_a_sentence_and_a_remedy(
    parse: Callable[[str], str], words: str, sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence) as caught:
        parse(words)
    assert caught.value.remedy is not None


def test_a_long_word_is_shortened_in_the_sentence() -> None:
    with pytest.raises(KnownError) as caught:
        parse_iccid("x" * 5_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (ICCID, NumberKind.ICCID),
        (ICCID[:19], NumberKind.ICCID),
        ("1440993000001", NumberKind.MSISDN),
        ("460081937000001", NumberKind.IMSI),
        ("490154203237518", NumberKind.IMEI),
        ("861234567890123", NumberKind.IMEI),
    ],
)
def test_classify_names_the_likeliest_kind(words: str, kind: NumberKind) -> None:
    assert classify(words) is kind


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("8.98604E+19", "“8.98604E+19” was rounded by a spreadsheet and its last digits are lost"),
        ("8.98604e19", "rounded by a spreadsheet"),
        ("1E+12", "rounded by a spreadsheet"),
        ("ICCID", "“ICCID” is not a card number."),
        ("n/a", "“n/a” is not a card number."),
        ("", "is not a card number"),
        ("12345", "“12345” has 5 characters; card numbers have 13, 15 or 20."),
        ("１４４０９９３０００００１", "has digits other than 0-9"),
    ],
)
def test_classify_says_why_a_word_is_no_number(words: str, sentence: str) -> None:
    problem = classify(words)
    assert isinstance(problem, Text)
    assert sentence in str(problem)


def test_fifteen_digits_may_be_either_kind() -> None:
    assert kinds("460081937000001") == (NumberKind.IMSI, NumberKind.IMEI)
    assert kinds("861234567890123") == (NumberKind.IMEI, NumberKind.IMSI)


def test_warnings() -> None:
    assert number_warning(NumberKind.ICCID, ICCID) is None
    assert "19 characters" in str(number_warning(NumberKind.ICCID, ICCID[:19]))
    assert number_warning(NumberKind.IMEI, "490154203237518") is None
    assert "check digit" in str(number_warning(NumberKind.IMEI, "490154203237519"))
    assert number_warning(NumberKind.MSISDN, "1440993000001") is None


def test_grouped_is_for_drawing() -> None:
    assert grouped(ICCID) == "8986 0321 0000 0001 5668"
    assert grouped("1440993000001") == "1440 9930 0000 1"
    assert grouped("") == ""


def test_every_kind_has_a_label() -> None:
    assert [str(kind.label) for kind in NumberKind] == ["ICCID", "MSISDN", "IMSI", "IMEI"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_word_is_classified_and_cleaning_settles(words: str) -> None:
    number = cleaned(words)
    assert cleaned(number) == number
    assert isinstance(classify(words), NumberKind) == bool(kinds(words))
    if kinds(words):
        assert number.isascii()
        assert number.isalnum()


@given(st.from_regex("8986[0-9A-Z]{16}", fullmatch=True), st.sampled_from([" ", "-", ""]))
def test_grouping_never_changes_a_number(iccid: str, separator: str) -> None:
    assert cleaned(grouped(iccid).replace(" ", separator)) == cleaned(iccid)


@given(st.text("0123456789", min_size=14, max_size=14))
def test_exactly_one_check_digit_fits(digits: str) -> None:
    assert sum(luhn_holds(digits + last) for last in "0123456789") == 1
