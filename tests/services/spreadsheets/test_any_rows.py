"""Any rows, read back by others cell by cell: each writer's fast ways against their slow twins."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.periods import ZONE
from simdesk.services.spreadsheets.columns import Column, Kind, Row, Value
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.memory import Remembered
from simdesk.services.spreadsheets.sheet_text import carried
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from tests.services.spreadsheets.read_back import by_calamine, by_csv, by_openpyxl

COLUMNS = (
    Column("iccid", "ICCID", Kind.ID),
    Column("remark", "Remarks", Kind.WORDS),
    Column("state", "State", Kind.WORDS, said=lambda code: f"state {code}"),
    Column("sms", "SMS used", Kind.COUNT),
    Column("usage", "Usage (MB)", Kind.SIZE),
    Column("price", "Price", Kind.MONEY),
    Column("opened", "Opened", Kind.MOMENT),
)
CREATED = datetime(2026, 6, 15, 9, tzinfo=ZONE)
TODAY = int(CREATED.timestamp())
ids = st.one_of(
    st.from_regex(r"[0-9A-Z]{1,20}(\n[0-9]{3})?", fullmatch=True), st.text(max_size=9), st.none()
)
words = st.one_of(
    st.sampled_from(("", "depot", "a, b", "=1", " edge", "edge ", "a_x0041_", "<&>", "北门 3 号")),
    st.text(st.characters(exclude_characters="\r"), max_size=9),
    st.none(),
)
# A cell is a double: beyond 2**53 KB or cents not every whole number has one of its own.
numbers = st.one_of(st.none(), st.integers(-5, 2_050), st.integers(-(2**40), 2**40))
moments = st.one_of(st.none(), st.integers(0, 2**31), st.integers(TODAY - 10**6, TODAY))
states = st.integers(0, 3)  # never blank: readers drop rows without any value
row = st.tuples(ids, words, states, numbers, numbers, numbers, moments)


@contextmanager
def small_memory(most: int) -> Iterator[None]:
    """Values beyond the first few are not remembered, as in a large file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Remembered, "full", property(lambda known: len(known) >= most))
        yield


def text_of(value: Value) -> str | None:
    return None if value is None else carried(str(value)) or None


def at(moment: Value) -> datetime | None:
    if moment is None:
        return None
    return datetime.fromtimestamp(int(moment), ZONE).replace(tzinfo=None)


def wanted(given_row: Row) -> list[Any]:
    iccid, remark, state, sms, usage, price, opened = given_row
    return [
        text_of(iccid),
        text_of(remark),
        f"state {state}",
        sms,
        None if usage is None else int(usage) / 1024,
        None if price is None else int(price) / 100,
        at(opened),
    ]


def rounded(cells: list[Any]) -> list[Any]:
    """Blank cells as None, moments to the second: readers differ in the last microseconds."""
    return [
        (one + timedelta(milliseconds=500)).replace(microsecond=0)
        if isinstance(one, datetime)
        else None
        if one == ""
        else one
        for one in cells
    ]


@given(rows=st.lists(row, min_size=1, max_size=9), most=st.sampled_from((2, 5, 8_000)))
def test_xlsx_holds_what_it_was_given(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row], most: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    with small_memory(most), path.open("wb") as file:
        writer = XlsxWriter(file, COLUMNS, CREATED)
        writer.write(rows)
        writer.finish([], [])
    for read in (by_openpyxl, by_calamine):
        assert [rounded(line) for line in read(path)[1:]] == [wanted(one) for one in rows]


@given(rows=st.lists(row, min_size=1, max_size=9), most=st.sampled_from((2, 5, 8_000)))
def test_csv_holds_what_it_was_given(rows: list[Row], most: int) -> None:
    stream = io.BytesIO()
    with small_memory(most):
        writer = CsvWriter(stream, COLUMNS)
        writer.write(rows)
        writer.finish([], [])
    for line, one in zip(by_csv(stream.getvalue())[1:], rows, strict=True):
        iccid, remark, state, sms, usage, price, opened = wanted(one)
        assert line[:4] == [iccid or "", remark or "", state, "" if sms is None else f"{sms}"]
        assert line[4] == "" if usage is None else round(float(line[4]) * 1024) == one[4]
        assert line[5] == ("" if price is None else f"{price:.2f}")
        assert line[6] == ("" if opened is None else f"{opened:%Y-%m-%d %H:%M:%S}")
