"""What a list of values says, and the conditions behind its lines."""

from datetime import date

import pytest

from simdesk.models.filter_fields import FIELDS
from simdesk.models.filters import OPERATORS, Operator, Term, Value
from simdesk.models.value_counts import BANDS, BELOW, GROUPED, term_of_value
from simdesk.models.value_words import counted_words


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("status", 35, "Suspended"),
        ("status", 12345, "12345"),
        ("carrier", "CMCC", "China Mobile"),
        ("auto_renew", True, "yes"),
        ("expires", date(2026, 6, 30), "2026-06-30"),
        ("tier", 102_400, "100 MB"),
        ("left_share", 12, "12 %"),
        ("remark", "north gate", "“north gate”"),
        ("tag", None, "empty"),
        ("usage", 0, "0 KB"),
        ("usage", 1, "1 KB to 1 MB"),
        ("usage", 102_400, "100 MB to 1 GB"),
        ("usage", 104_857_600, "100 GB or more"),
        ("left", BELOW, "below 0 KB"),
    ],
)
def test_a_value_in_words(field: str, value: Value | None, words: str) -> None:
    assert str(counted_words(field, value)) == words


def test_bands_leave_no_size_out_and_none_lies_in_two() -> None:
    terms = [term_of_value("left", low) for low in (BELOW, *BANDS)]
    assert terms[0] == Term("left", Operator.RANGE, high=0, high_open=True)
    assert terms[1] == Term("left", Operator.ANY_OF, (0,))
    ends = [(term.low, term.high) for term in terms[2:]]
    assert [low for low, _ in ends] == list(BANDS[1:])
    assert [high for _, high in ends] == [*BANDS[2:], None]
    assert all(term.high_open for term in terms[2:-1])


def test_every_field_is_asked_by_an_operator_it_admits() -> None:
    for field in GROUPED:
        admitted = OPERATORS[FIELDS[field].kind]
        assert term_of_value(field, 0 if field in ("usage", "left") else "x").operator in admitted
