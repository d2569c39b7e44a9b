"""csv files of ours as the csv module reads them."""

import io
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.periods import ZONE
from simdesk.services.spreadsheets.columns import Column, Kind, Row
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.sheet_text import carried, guarded, unguarded
from tests.services.spreadsheets.read_back import by_csv

COLUMNS = (
    Column("iccid", "ICCID", Kind.ID),
    Column("remark", "Remarks", Kind.WORDS),
    Column("sms", "SMS used", Kind.COUNT),
    Column("usage", "Usage (MB)", Kind.SIZE),
    Column("opened", "Opened", Kind.MOMENT),
)
OPENED = int(datetime(2025, 10, 29, 16, 12, 14, tzinfo=ZONE).timestamp())


def written(rows: list[Row], columns: tuple[Column, ...] = COLUMNS) -> bytes:
    stream = io.BytesIO()
    writer = CsvWriter(stream, columns)
    writer.write(rows)
    writer.finish([], [])
    return stream.getvalue()


def test_the_picture() -> None:
    rows: list[Row] = [
        ("89860321000000015668", "north gate, east", 7, 131_072, OPENED),
        ("00860321000000015668", 'a "b"\n=1', None, 3, None),
        ("", "=1+1", 0, 0, OPENED),
    ]
    assert written(rows).decode("utf-8-sig") == (
        "ICCID,Remarks,SMS used,Usage (MB),Opened\r\n"
        '89860321000000015668,"north gate, east",7,128.00,2025-10-29 16:12:14\r\n'
        '00860321000000015668,"a ""b""\n=1",,0.0029,\r\n'
        ",'=1+1,0,0.00,2025-10-29 16:12:14\r\n"
    )


def test_it_begins_with_the_mark_that_spreadsheet_programs_need() -> None:
    assert written([]).startswith(b"\xef\xbb\xbfICCID")


@given(st.lists(st.tuples(st.text(), st.text()), max_size=8))
def test_any_text_reads_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    content = written([*rows], COLUMNS[:2])
    assert by_csv(content)[1:] == [[carried(one), carried(other)] for one, other in rows]


@given(st.text(alphabet="'=+-@\t\rab", max_size=8))
def test_the_guard_can_be_undone_and_guards(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert not guarded(words).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.integers(min_value=0, max_value=2**40))
def test_every_size_can_be_told_from_its_neighbours(kb: int) -> None:
    shown = by_csv(written([(kb,)], COLUMNS[3:4]))[1][0]
    assert round(float(shown) * 1024) == kb
    assert len(shown.partition(".")[2]) in (2, 4)


def test_what_no_sheet_carries_is_left_out_and_counted() -> None:
    writer = CsvWriter(io.BytesIO(), COLUMNS[:2])
    writer.write([("\x00a", "b\ud800")] * 3)
    assert writer.left_out == 6


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.SIZE, Kind.MOMENT])
def test_words_in_a_column_of_numbers_are_a_mistake(kind: Kind) -> None:
    with pytest.raises(TypeError):
        written([("12",)], (Column("a", "a", kind),))


def test_more_values_than_are_remembered_are_written_the_same() -> None:
    rows: list[Row] = [(kb, OPENED + kb * 61, f"meter {kb}") for kb in range(41_000)]
    rows += [(None, None, None), (5, OPENED, "=5")]
    found = by_csv(written(rows, (*COLUMNS[3:], COLUMNS[1])))[1:]
    begun = datetime(2025, 10, 29, 16, 12, 14, tzinfo=ZONE)
    for kb, line in enumerate(found[:41_000]):
        assert line[1] == f"{begun + timedelta(seconds=kb * 61):%Y-%m-%d %H:%M:%S}"
        assert round(float(line[0]) * 1024) == kb
        assert line[2] == f"meter {kb}"
    assert found[41_000:] == [["", "", ""], ["0.0049", "2025-10-29 16:12:14", "=5"]]


def test_an_only_field_that_is_empty_is_still_a_line() -> None:
    assert by_csv(written([("a",), (None,), ("",)], COLUMNS[1:2])) == [
        ["Remarks"],
        ["a"],
        [""],
        [""],
    ]
