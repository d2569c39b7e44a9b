"""Every string the desk accepts comes back from a sheet as it went: read(write(x)) = x.

Written by our own writers; read by openpyxl, calamine and the csv module.
"""

import io
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.errors import KnownError
from simdesk.models.periods import ZONE
from simdesk.models.rules import checked_name
from simdesk.services.entry import (
    LONGEST_REMARK,
    checked_note,
    checked_question,
    checked_reason,
    checked_remark,
    checked_search_name,
    checked_tag,
)
from simdesk.services.export_columns import listed
from simdesk.services.spreadsheets.columns import Column, Kind
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.sheet_text import CELL_UNITS
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from tests.services.spreadsheets.read_back import by_calamine, by_csv, by_openpyxl

# The second column keeps rows that readers would drop, had they nothing but a blank.
COLUMNS = (Column("remark", "Remarks", Kind.WORDS), Column("number", "Number", Kind.COUNT))
CREATED = datetime(2026, 6, 15, 9, tzinfo=ZONE)
CHECKS = (
    checked_remark,
    checked_tag,
    checked_search_name,
    checked_reason,
    checked_note,
    checked_question,
    checked_name,
)
anything = st.characters(exclude_categories=())  # halves of surrogate pairs, too
likely = st.sampled_from("='+-@\"_x0041_,;<&> \t\r\n\u00a0\u3000\ufeff\u200b\U0001f600A0北")
texts = st.text(st.one_of(likely, anything), max_size=LONGEST_REMARK)


def accepted(check: Callable[[str], str], words: str) -> str | None:
    try:
        return check(words)
    except KnownError:
        return None


def through_xlsx(texts: Sequence[str], path: Path) -> list[list[str]]:
    """The texts as each reader of an xlsx file gives them."""
    with path.open("wb") as file:
        writer = XlsxWriter(file, COLUMNS, CREATED)
        writer.write([(words, place) for place, words in enumerate(texts)])
        assert writer.left_out == 0
        writer.finish([], [])
    return [[line[0] or "" for line in read(path)[1:]] for read in (by_openpyxl, by_calamine)]


def through_csv(texts: Sequence[str]) -> list[str]:
    stream = io.BytesIO()
    writer = CsvWriter(stream, COLUMNS)
    writer.write([(words, place) for place, words in enumerate(texts)])
    assert writer.left_out == 0
    return [line[0] for line in by_csv(stream.getvalue())[1:]]


@given(words=st.lists(texts, min_size=1, max_size=30), check=st.sampled_from(CHECKS))
def test_what_is_accepted_comes_back(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], check: Callable[[str], str]
) -> None:
    kept = [one for one in (accepted(check, each) for each in words) if one is not None]
    kept = [one.replace("\r\n", "\n").replace("\r", "\n") for one in kept]  # as XML has lines
    assert through_csv(kept) == kept
    path = tmp_path_factory.getbasetemp() / "exact.xlsx"
    assert through_xlsx(kept, path) == [kept, kept]


@given(words=texts, check=st.sampled_from(CHECKS))
def test_what_is_refused_says_why(words: str, check: Callable[[str], str]) -> None:
    try:
        check(words)
    except KnownError as error:
        refusal = error
    else:
        return
    assert refusal.remedy is not None or "needs" in str(refusal.message)
    assert str(refusal).encode()  # the sentence itself can be shown and written


def test_every_character_of_every_plane(tmp_path: Path) -> None:
    """Each code point that a remark may hold, fifty to a remark, at its edges as well."""
    letters = [chr(code) for code in range(sys.maxunicode + 1)]
    good = [one for one in letters if accepted(checked_remark, f"a{one}b") is not None]
    assert len(good) > 1_111_000  # all but controls, halves of pairs and what is no character
    assert {ord(one) >> 16 for one in good} == set(range(17))
    rows = [checked_remark("".join(good[at : at + 50])) for at in range(0, len(good), 50)]
    assert through_csv(rows) == rows
    assert through_xlsx(rows, tmp_path / "planes.xlsx") == [rows, rows]


@pytest.mark.parametrize("check", CHECKS[:-1])
@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\ud800", "\uffff"])
def test_what_no_sheet_carries_is_refused_where_it_is_entered(
    check: Callable[[str], str], letter: str
) -> None:
    with pytest.raises(KnownError, match=f"U\\+{ord(letter):04X}"):
        check(f"a{letter}b")


def test_a_search_is_as_long_as_a_cell() -> None:
    fits = "x" * (CELL_UNITS - 2) + "\U0001f600"
    assert checked_question(fits) == fits
    with pytest.raises(KnownError, match=r"The search has at most 32,?766 characters"):
        checked_question(fits + "x")
    assert checked_question('remark:"a\tb\nc"') == 'remark:"a\tb\nc"'


@given(tags=st.lists(st.text(st.one_of(likely, anything), max_size=20), max_size=10))
def test_lists_of_tags_come_back_one_by_one(tags: list[str]) -> None:
    kept = sorted({one for one in (accepted(checked_tag, each) for each in tags) if one})
    (shown,) = through_csv([listed("\n".join(kept))]) if kept else [""]
    assert split(shown) == kept


def split(words: str) -> list[str]:
    """Our rule for lists undone: by commas, but for those within double quotes."""
    found, rest = [], words
    while rest:
        if rest.startswith('"'):
            end = 1
            while rest[end] != '"' or rest[end : end + 2] == '""':
                end += 2 if rest[end : end + 2] == '""' else 1
            entry, rest = rest[1:end].replace('""', '"'), rest[end + 1 :]
        else:
            entry, comma, more = rest.partition(", ")
            rest = comma + more
        found.append(entry)
        rest = rest.removeprefix(", ")
    return found
