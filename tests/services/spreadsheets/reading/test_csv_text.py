"""csv files of everybody: encodings, delimiters, ragged rows, and our own guard taken off."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.services.spreadsheets.columns import Row
from simdesk.services.spreadsheets.reading import csv_text, limits
from simdesk.services.spreadsheets.reading.source import open_source
from simdesk.services.spreadsheets.sheet_text import carried
from tests.services.spreadsheets.reading import stage
from tests.services.spreadsheets.reading.stage import OWN_COLUMNS, card

ROWS = [["卡号", "状态", "备注"], ["00860321000000015668", "正常", "NA"], ["8986", "停机", None]]
TEXT = "卡号,状态,备注\r\n00860321000000015668,正常,NA\r\n8986,停机,\r\n"
LATIN = "ICCID,State,Remark\r\n00860321000000015668,Active,null\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fleet.csv"


def filled(rows: list[list[object]]) -> list[list[object]]:
    return [[*row, *[None] * (3 - len(row))] for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings(path: Path, encoding: str) -> None:
    path.write_bytes(TEXT.encode(encoding))
    assert filled(stage.read(path)) == ROWS  # type: ignore[arg-type]
    assert stage.read_columns(path) == ROWS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_does_not_say_so(path: Path, encoding: str) -> None:
    path.write_bytes(LATIN.encode(encoding))
    assert stage.read(path)[1] == ["00860321000000015668", "Active", "null"]


def test_a_late_word_decides_the_encoding(path: Path) -> None:
    path.write_bytes(LATIN.encode() + b"1,2,3\r\n" * 300_000 + "4,5,北门\r\n".encode("gb18030"))
    assert stage.read(path)[-1] == ["4", "5", "北门"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", "\x1f"])
@pytest.mark.parametrize("title", ["", "Fleet of the north\r\n\r\n"])
def test_delimiters(path: Path, delimiter: str, title: str) -> None:
    path.write_bytes((title + TEXT.replace(",", delimiter)).encode())
    assert filled(stage.read(path)[-3:]) == ROWS  # type: ignore[arg-type]


def test_the_delimiter_that_excel_names(path: Path) -> None:
    path.write_bytes(b"sep=;\r\na,b;c\r\n1,5;2,5\r\n")
    assert stage.read(path) == [["a,b", "c"], ["1,5", "2,5"]]


def test_decimal_commas_are_no_delimiters(path: Path) -> None:
    path.write_bytes(b"iccid;used;left\n1;1,5;2,5\n2;3,5;4,5\n3;5,5;6,5\n")
    assert stage.read(path)[1] == ["1", "1,5", "2,5"]


def test_one_column_has_no_delimiter(path: Path) -> None:
    path.write_bytes(b"89860321000000015668\n89860321000000015669\n")
    assert stage.read(path) == [["89860321000000015668"], ["89860321000000015669"]]


def test_rows_may_be_longer_than_the_first_and_blank(path: Path) -> None:
    path.write_bytes(b'Report\n\n"a, b",c,"d ""e""\nf"\n1,2,3,4,5\n,,\n')
    assert stage.read(path) == [
        ["Report"],
        [],
        ["a, b", "c", 'd "e"\nf'],
        ["1", "2", "3", "4", "5"],
        [],
    ]


def test_words_that_mean_nothing_elsewhere_are_words(path: Path) -> None:
    path.write_bytes(b"a,b,c\nNA,null,None\nnan,#N/A,TRUE\n007,1e5,-0\n'=1,'x,1.0\n")
    assert stage.read(path)[1:] == [
        ["NA", "null", "None"],
        ["nan", "#N/A", "TRUE"],
        ["007", "1e5", "-0"],
        ["'=1", "'x", "1.0"],
    ]


texts = st.one_of(
    st.sampled_from(("=1", "'=1", "''-", "@x", "'x", "a,b", '"', "\r", "x\ny", "NA", "0012")),
    st.text(max_size=12),
)


@given(st.lists(st.tuples(texts, texts, texts), max_size=9))
def test_our_own_file_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str, str]]
) -> None:
    rows: list[Row] = [
        card(n, remark=one, tags=two, apn=three) for n, (one, two, three) in enumerate(told)
    ]
    path = stage.own_csv(tmp_path_factory.getbasetemp() / "any.csv", rows)
    keys = [column.key for column in OWN_COLUMNS]
    for row, (remark, tags, apn) in zip(stage.read(path)[1:], told, strict=True):
        assert row[keys.index("remark")] == (carried(remark) or None)
        assert row[keys.index("apn")] == (carried(apn) or None)
        said = next(c for c in OWN_COLUMNS if c.key == "tags").said(tags) if tags else ""
        assert row[keys.index("tags")] == (carried(said) or None)


@pytest.mark.parametrize("plane", range(17))
def test_every_character_of_every_plane_comes_back(path: Path, plane: int) -> None:
    points = range(plane << 16, (plane + 1) << 16)
    texts = ["".join(map(chr, points[at : at + 4_096])) for at in range(0, len(points), 4_096)]
    stage.own_csv(path, [card(n, remark=one) for n, one in enumerate(texts)])
    place = [column.key for column in OWN_COLUMNS].index("remark")
    assert [row[place] for row in stage.read(path)[1:]] == [carried(one) or None for one in texts]


def test_it_is_one_sheet_named_like_the_file(path: Path) -> None:
    path.write_text("a,b\n1,2\n")
    with open_source(path) as source:
        assert (source.format, source.own, source.sheets) == ("csv", None, ("fleet",))
        assert source.merged("fleet") == ()
        with pytest.raises(SheetRejectedError):
            source.rows("other")


REFUSED = {
    "bytes with zeros": (b"a,b\x00\n", Rejection.NOT_A_SHEET),
    "a zero far behind": (b"a,b\n" * 400_000 + b"\x00", Rejection.NOT_A_SHEET),
    "a field without end in the head": (b'a,"' + b"b" * 1_200_000, Rejection.DAMAGED),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, Rejection.NOT_A_SHEET),
    "a web page": (b"\n <html><table><tr><td>1</td></tr></table>", Rejection.NOT_A_SHEET),
    "an old xml sheet": (b'<?xml version="1.0"?><Workbook/>', Rejection.NOT_A_SHEET),
    "no encoding at all": (b"a,b\n\xff\xfe\xfd\xff,\x80\xff\n", Rejection.NOT_A_SHEET),
    "a mark that lies": (b"\xef\xbb\xbfa,b\n\xff\xff\n", Rejection.NOT_A_SHEET),
    "half of a character": ("a,b\n北".encode("utf-16")[:-1], Rejection.NOT_A_SHEET),
    "only line ends": (b"\r\n\r\n\n", Rejection.EMPTY),
    "a quotation mark that nothing closes": (
        b'a,b\n1,"' + b"2,3\n" * 400_000,
        Rejection.DAMAGED,
    ),
    "more fields than a sheet has": (b"a,b\n" + b"," * 20_000 + b"\n", Rejection.TOO_LARGE),
    "a line without an end": (b"a," * 10_000_000, Rejection.DAMAGED),
}


@pytest.mark.parametrize(("content", "kind"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_is_refused(path: Path, content: bytes, kind: Rejection) -> None:
    path.write_bytes(content)
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path)
    assert refused.value.why is kind


def test_bytes_are_limited_ours_less(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.own_csv(path, [card(n) for n in range(100)])
    monkeypatch.setattr(limits, "FOREIGN_UNPACKED", 1_000)
    assert len(stage.read(path)) == 101
    path.write_bytes(path.read_bytes().replace(b"ICCID", b"Shelf", 1))
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path)
    assert refused.value.why is Rejection.TOO_LARGE


@pytest.mark.parametrize("fault", [MemoryError(), ValueError("EOF inside string")])
def test_what_pandas_throws_is_a_refusal(
    path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    import pandas as pd

    def broken(*given: object, **named: object) -> None:
        raise fault

    monkeypatch.setattr(pd, "read_csv", broken)
    path.write_text("a,b\n1,2\n")
    with pytest.raises(SheetRejectedError):
        stage.read(path)
    assert csv_text.CsvText.format == "csv"
