"""Cells as a desk stores them, and those that are refused with an explanation."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.sheet_cells import Refusal, Value
from simdesk.models.sheet_fields import USUAL_UNIT, Unit
from simdesk.models.sheet_ids import listed
from simdesk.models.sheet_mapping import MappedColumn
from simdesk.models.sheet_values import reader_of
from simdesk.models.sheets import Cell, Rejection
from simdesk.services import export_columns
from simdesk.services.export_columns import CARD_COLUMNS, columns
from simdesk.services.spreadsheets.cells import serial_day

NINE = datetime.fromisoformat("2026-01-03T09:00:00")
"""As a spreadsheet tells it: without a zone."""
SHANGHAI = timezone(timedelta(hours=8))
ICCID = "89860321440000000001"


def read(
    key: str, *cells: Cell, unit: Unit = USUAL_UNIT, own: bool = False, **how: Any
) -> list[Value]:
    return reader_of(MappedColumn(0, key, unit), own=own, **how)(cells)


def refused(value: Value) -> Rejection:
    assert isinstance(value, Refusal), value
    assert str(value.message)
    assert str(value.remedy)
    return value.why


# Ids


def test_ids_are_text_and_stay_as_they_are() -> None:
    assert read("iccid", ICCID, f" {ICCID} ", None, "") == [ICCID, ICCID, None, None]
    assert read("msisdns", "1440000000001", "1440000000001, 1440000000002") == [
        "1440000000001",
        "1440000000001\n1440000000002",
    ]
    assert read("imei", "860000000000001", "-", None) == ["860000000000001", None, None]
    assert read("order", "00012") == ["00012"]


@pytest.mark.parametrize("key", ["iccid", "msisdns", "imsis", "imei", "order"])
@pytest.mark.parametrize(
    "cell", [8.98603214400001e19, 1440000000001, 5.0, "8.98603E+19", date(2026, 1, 3)]
)
def test_an_id_that_a_program_took_for_a_number_is_refused(key: str, cell: Cell) -> None:
    (value,) = read(key, cell)
    assert refused(value) is Rejection.NUMBER_FOR_ID
    assert isinstance(value, Refusal)
    assert "text" in str(value.remedy)


@pytest.mark.parametrize("words", ["合计", "Total", "12", "n/a", "89860321******15668"])
def test_what_is_no_card_number_is_refused(words: str) -> None:
    assert refused(read("iccid", words)[0]) is Rejection.BAD_VALUE


def test_a_flag_is_no_card() -> None:
    assert refused(read("iccid", True)[0]) is Rejection.BAD_VALUE


def test_an_id_in_a_file_of_ours_is_not_cleaned() -> None:
    padded = "8986032144000000001F"
    assert read("iccid", padded, None, own=True) == [padded, None]
    assert read("iccid", padded, None) == [padded[:-1], None]
    assert refused(read("iccid", "8.98603E+19", own=True)[0]) is Rejection.NUMBER_FOR_ID
    assert refused(read("iccid", "Total", own=True)[0]) is Rejection.BAD_VALUE


# Lists


@given(
    st.lists(st.text(st.characters(exclude_characters="\n", codec="utf-8"), min_size=1), min_size=1)
)
def test_lists_are_read_as_our_exports_write_them(entries: list[str]) -> None:
    written = next(one for one in columns((), daily=False) if one.key == "tags").said
    assert listed(written("\n".join(entries))) == entries


@pytest.mark.parametrize(
    ("words", "entries"),
    [
        ("a", ["a"]),
        ("a, b", ["a", "b"]),
        ('a, "b, c", d', ["a", "b, c", "d"]),
        ('"say ""hi""", x', ['say "hi"', "x"]),
        ('"open', ['"open']),
        ('"a" b, c', ['"a" b', "c"]),
    ],
)
def test_lists(words: str, entries: list[str]) -> None:
    assert listed(words) == entries


def test_lists_of_others_are_split_where_people_split() -> None:
    assert read("tags", "a、b；c\nd|e， f,a", "", None) == ["a\nb\nc\nd\ne\nf", None, None]


# Words


def test_text_stays_exactly() -> None:
    assert read("remark", "  a ", "'=1+1", "N/A", "", None) == ["  a ", "'=1+1", "N/A", None, None]
    assert read("remark", 0, 1.0, 2.5, True, NINE) == [
        "0",
        "1",
        "2.5",
        "True",
        "2026-01-03 09:00:00",
    ]


@pytest.mark.parametrize("key", ["remark", "tags", "order"])
def test_what_no_database_keeps_is_refused(key: str) -> None:
    for words in ("half \ud800", "nul \0"):
        assert refused(read(key, words)[0]) is Rejection.BAD_VALUE


# Codes


@pytest.mark.parametrize(
    "one", [one for one in CARD_COLUMNS if one.labels], ids=lambda one: one.field
)
def test_our_own_labels_are_their_codes(one: export_columns.CardColumn) -> None:
    for code, label in one.labels:
        (value,) = read(one.field, str(label))
        told = code if str(label) else None  # an empty cell tells nothing
        assert (value, type(value)) == (told, type(told))


@pytest.mark.parametrize(
    ("key", "words", "code"),
    [
        ("status", "使用中", 30),
        ("status", "35", 35),
        ("status", 35.0, 35),
        ("status", "active", 30),
        ("status", "主动停用", 200),
        ("status", "Unknown (77)", 77),
        ("specific", "达量停用", 300),
        ("specific", "Suspended (real-name)", 600),
        ("specific", "200", 200),
        ("carrier", "中国联通", "CUCC"),
        ("carrier", "CT", "CTCC"),
        ("plan", "sameflowcard", "SF"),
        ("plan", "同档位", "SF"),
        ("cycle", "1112", 1112),
        ("cycle", "年", 1112),
        ("method", "first_data_record", "first_data_record"),
        ("certified", "已实名", True),
        ("certified", "否", False),
        ("auto_renew", "1", True),
        ("auto_renew", False, False),
        ("auto_renew", "×", False),
    ],
)
def test_words_of_the_trade(key: str, words: Cell, code: object) -> None:
    assert read(key, words) == [code]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("carrier", "Vodafone"),
        ("status", "on holiday"),
        ("specific", "Suspended"),
        ("certified", "1"),
    ],
)
def test_words_that_nobody_knows_are_refused(key: str, words: str) -> None:
    assert refused(read(key, words)[0]) is Rejection.BAD_VALUE


# Sizes and counts


@pytest.mark.parametrize(
    ("cell", "kb"),
    [
        ("1.5GB", 1_572_864),
        ("1.5 gb", 1_572_864),
        ("1,024", 1_048_576),
        ("1024 KB", 1024),
        ("100M", 102_400),
        ("100兆", 102_400),
        ("０.5", 512),
        (3, 3072),
        (2.5, 2560),
        (0.00048828125, 1),
        ("", None),
        ("-", None),
        ("不限", None),
        (None, None),
    ],
)
def test_sizes(cell: Cell, kb: int | None) -> None:
    assert read("usage", cell) == [kb]
    assert read("usage", cell, "1KB") == [kb, 1]


@pytest.mark.parametrize("unit", ["KB", "MB", "GB", "TB"])
def test_plain_numbers_are_of_the_columns_unit(unit: Unit) -> None:
    assert read("usage", 2, "2", unit=unit) == read("usage", f"2 {unit}", f"2{unit}")


@pytest.mark.parametrize(
    "cell", ["x", "-1", -1, "1.2.3", True, float("nan"), 1e30, date(2026, 1, 1), "9" * 16 + "TB"]
)
def test_what_is_no_size(cell: Cell) -> None:
    assert refused(read("usage", cell)[0]) is Rejection.BAD_VALUE
    assert read("usage", cell, 1)[1] == 1024


def test_counts() -> None:
    assert read("sms", 1, 2.0, None) == [1, 2, None]
    assert read("sms", "1,000", "12条", "", "-", 3) == [1000, 12, None, None, 3]
    for wrong in ("x", 1.5, -1, True, float("inf"), float("nan")):
        assert refused(read("sms", wrong)[0]) is Rejection.BAD_VALUE


# Moments


def at(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=SHANGHAI).timestamp())  # type: ignore[misc, arg-type]  # year to second


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026/1/3", at(2026, 1, 3)),
        ("2026-01-03 09:00:00", at(2026, 1, 3, 9)),
        ("2026-01-03T09:00", at(2026, 1, 3, 9)),
        ("2026-01-03T01:00:00Z", at(2026, 1, 3, 9)),
        ("2026-01-03 09:00:00 +08:00", at(2026, 1, 3, 9)),
        ("2026-01-03 09:00:00 Asia/Shanghai", at(2026, 1, 3, 9)),
        ("2026年1月3日", at(2026, 1, 3)),
        ("2026年1月3日 9:05", at(2026, 1, 3, 9, 5)),
        ("20260103", at(2026, 1, 3)),
        ("20260103090000", at(2026, 1, 3, 9)),
        (46025.375, at(2026, 1, 3, 9)),
        (46025, at(2026, 1, 3)),
        ("46025", at(2026, 1, 3)),
        (NINE, at(2026, 1, 3, 9)),
        (date(2026, 1, 3), at(2026, 1, 3)),
        ("", None),
        ("--", None),
        (None, None),
    ],
)
def test_moments(cell: Cell, moment: int | None) -> None:
    assert read("activated", cell) == [moment]


def test_a_date_whose_year_comes_last_needs_an_order() -> None:
    assert refused(read("activated", "3/1/2026")[0]) is Rejection.BAD_VALUE
    assert read("activated", "3/1/2026", order="dmy") == [at(2026, 1, 3)]
    assert read("activated", "1/3/2026 9:00 PM", order="mdy") == [at(2026, 1, 3, 21)]


def test_serial_dates_of_1904() -> None:
    assert read("activated", 46025 - 1462, from_1904=True) == [at(2026, 1, 3)]


def test_a_plan_ends_with_its_day() -> None:
    end = at(2026, 6, 30, 23, 59, 59)
    assert read("expires", "2026/6/30", date(2026, 6, 30), 46203) == [end] * 3
    assert read("expires", 46203.5) == [at(2026, 6, 30, 12)]
    assert read("expires", 46203.0, own=True) == [at(2026, 6, 30)]


@pytest.mark.parametrize(
    "cell", ["x", "2026-13-01", "2026-02-30", 12, 1e9, True, time(9), "25:00", "2026-01-03 25:00"]
)
def test_what_is_no_moment(cell: Cell) -> None:
    assert refused(read("activated", cell)[0]) is Rejection.BAD_VALUE


@given(st.lists(st.integers(at(1992, 1, 1), at(2119, 1, 1)), min_size=1))
def test_every_second_comes_back(moments: list[int]) -> None:
    assert read("activated", *map(serial_day, moments), own=True) == moments
