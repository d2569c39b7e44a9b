"""What looks wrong about a column is said before the sheet is read."""

import pytest

from simdesk.models.sheet_checks import column_doubt, column_trouble
from simdesk.models.sheet_mapping import ColumnGuess
from simdesk.models.sheets import column_letters


def _column(index: int, *examples: str, key: str | None = None, sure: float = 1.0) -> ColumnGuess:
    return ColumnGuess(index, "title", key, sure, "MB", examples)


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_go_by_the_letters_of_spreadsheet_programs(index: int, letters: str) -> None:
    assert column_letters(index) == letters


def test_two_columns_of_one_field_name_each_other() -> None:
    other = _column(3)
    trouble = column_trouble(_column(1), "remark", [other])
    assert str(trouble) == "Column D tells the same."


def test_an_iccid_that_a_spreadsheet_rounded_is_told_before_anything_is_read() -> None:
    rounded = column_trouble(_column(0, "8.98604e+19"), "iccid", ())
    assert "rounded by a spreadsheet" in str(rounded)
    assert "is not an ICCID" in str(column_trouble(_column(0, "1440993000001"), "iccid", ()))
    assert column_trouble(_column(0, "89860321000000000013"), "iccid", ()) is None
    assert column_trouble(_column(0, "8.98604e+19"), None, ()) is None


def test_only_an_unsure_guess_is_doubted_not_what_a_person_chose() -> None:
    unsure = _column(0, key="imsis", sure=0.6)
    assert column_doubt(unsure, "imsis")
    assert not column_doubt(unsure, "imei")
    assert not column_doubt(_column(0, key="imsis", sure=0.8), "imsis")
