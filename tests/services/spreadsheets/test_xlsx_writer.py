"""xlsx files of ours as openpyxl and calamine read them."""

import io
import re
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.periods import ZONE
from simdesk.services.spreadsheets.columns import Column, Kind, Row
from simdesk.services.spreadsheets.sheet_text import CELL_UNITS, carried
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from tests.services.spreadsheets.read_back import by_calamine, by_openpyxl, unescaped

CREATED = datetime(2026, 6, 15, 9, 4, tzinfo=ZONE)
COLUMNS = (
    Column("iccid", "ICCID", Kind.ID, 22),
    Column("remark", "Remarks", Kind.WORDS, 30),
    Column("sms", "SMS used", Kind.COUNT),
    Column("usage", "Usage (MB)", Kind.SIZE),
    Column("opened", "Opened (Asia/Shanghai)", Kind.MOMENT, 19),
)
OPENED = int(datetime(2025, 10, 29, 16, 12, 14, tzinfo=ZONE).timestamp())
ICCID = "89860321000000015668"


def shown(*parts: int) -> datetime:
    """A moment as a sheet has it: the clock in Shanghai, without its zone."""
    year, month, day, hour, minute, second = (*parts, 0, 0, 0)[:6]
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001


def written(
    path: Path, rows: list[Row], columns: tuple[Column, ...] = COLUMNS, **limits: int
) -> Path:
    with path.open("wb") as file:
        writer = XlsxWriter(file, columns, CREATED, **limits)
        writer.write(rows)
        writer.finish([("Account", "demo")], [("SimDesk format", "1")])
    return path


def sheet_xml(path: Path, number: int = 1) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def test_every_kind_reads_back_as_itself(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [(ICCID, "north gate", 7, 130 * 1024 + 1, OPENED)])
    titles = [column.title for column in COLUMNS]
    values = [ICCID, "north gate", 7, 130 + 1 / 1024, shown(2025, 10, 29, 16, 12, 14)]
    assert by_openpyxl(path) == [titles, values]
    assert by_calamine(path) == [titles, values]


def test_nothing_known_is_a_blank_cell(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [(ICCID, "", None, None, None), ("", None, 0, 0, OPENED)])
    assert by_openpyxl(path)[1:] == [
        [ICCID, None, None, None, None],
        [None, None, 0, 0, shown(2025, 10, 29, 16, 12, 14)],
    ]


def test_ids_are_text_with_a_text_format_and_no_warning_triangle(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [(ICCID, "0012", 1, 1, OPENED)])
    sheet = openpyxl.load_workbook(path)["Cards"]
    for name in ("A2", "B2"):
        assert (sheet[name].data_type, sheet[name].number_format) == ("s", "@")
    assert sheet["D2"].number_format == "#,##0.00"
    assert sheet["E2"].number_format == r"yyyy\-mm\-dd\ hh:mm:ss"
    assert '<ignoredError sqref="A1:A2 B1:B2" numberStoredAsText="1"/>' in sheet_xml(path)


def test_the_header_stays_and_filters(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [(ICCID, "", 1, 1, OPENED)] * 9)
    book = openpyxl.load_workbook(path)
    sheet = book["Cards"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:E10"
    assert sheet.column_dimensions["A"].width == 22
    assert sheet["A1"].font.bold
    assert book.sheetnames == ["Cards", "About"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_becomes_a_formula(tmp_path: Path, start: str) -> None:
    danger = f"{start}cmd|' /C calc'!A0"
    path = written(tmp_path / "a.xlsx", [(danger, danger, 1, 1, OPENED)])
    sheet = openpyxl.load_workbook(path)["Cards"]
    for name in ("A2", "B2"):
        cell = sheet[name]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (danger, "s", True)
    assert "<f>" not in sheet_xml(path)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
def test_any_text_reads_back_as_it_was(texts: list[str]) -> None:
    kept = [carried(words) for words in texts]
    stream = io.BytesIO()
    writer = XlsxWriter(stream, COLUMNS[:2], CREATED)
    writer.write([(words, words) for words in texts])
    writer.finish([], [])
    assert writer.left_out == 2 * (sum(map(len, texts)) - sum(map(len, kept)))
    book = openpyxl.load_workbook(io.BytesIO(stream.getvalue()), read_only=True)
    found = [[unescaped(cell) or "" for cell in row] for row in book["Cards"].values]
    assert found[1:] == [[words, words] for words in kept]
    book.close()


@given(st.text(alphabet="_x0123456789abcdefABCDEF", max_size=30))
def test_text_that_looks_like_an_escape_is_escaped(words: str) -> None:
    stream = io.BytesIO()
    writer = XlsxWriter(stream, COLUMNS[1:2], CREATED)
    writer.write([(words,)])
    writer.finish([], [])
    with zipfile.ZipFile(stream) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        texts = re.findall("<t>(.*?)</t>", archive.read("xl/sharedStrings.xml").decode())
    cell = sheet.partition('<row r="2">')[2]
    inline, number = re.search("<t>(.*?)</t>", cell), re.search("<v>(.*?)</v>", cell)
    shown = inline[1] if inline else texts[int(number[1])] if number else ""
    # As the standard reads it: from left to right, each _xHHHH_ once.
    assert re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), shown) == words


@pytest.mark.parametrize(
    "words",
    [
        "北门 3 号",
        "😀👩‍🚒",
        "e\u0301",
        "\u202eabc",
        "a\nb",
        "a\tb",
        " edge ",
        "a]]>b",
        "<&>\"'",
        "\x85\xa0",
    ],
)
def test_all_planes_and_blanks_survive_in_both_readers(tmp_path: Path, words: str) -> None:
    path = written(tmp_path / "a.xlsx", [(ICCID, words, 1, 1, OPENED)])
    assert by_openpyxl(path)[1][1] == words
    assert by_calamine(path)[1][1] == words


def test_what_no_sheet_carries_is_left_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        writer = XlsxWriter(file, COLUMNS[:2], CREATED)
        writer.write([("\x00a\x1fb", "c\ud800d\uffff")] * 2)
        writer.finish([], [])
    assert by_openpyxl(path)[1:] == [["ab", "cd"]] * 2
    assert writer.left_out == 8


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("x" * (CELL_UNITS + 5), "x" * CELL_UNITS),
        ("😀" * 20_000, "😀" * (CELL_UNITS // 2)),
        ("x" * CELL_UNITS, "x" * CELL_UNITS),
    ],
)
def test_a_cell_never_holds_more_than_it_can(tmp_path: Path, words: str, kept: str) -> None:
    path = written(tmp_path / "a.xlsx", [(ICCID, words, 1, 1, OPENED)])
    assert by_openpyxl(path)[1][1] == kept


def test_a_full_sheet_is_followed_by_another_with_its_own_header(tmp_path: Path) -> None:
    rows: list[Row] = [(f"8986{number:016d}", "", number, 0, OPENED) for number in range(25)]
    path = written(tmp_path / "a.xlsx", rows, sheet_rows=11)
    assert openpyxl.load_workbook(path).sheetnames == ["Cards", "Cards 2", "Cards 3", "About"]
    found = []
    for name, many in (("Cards", 10), ("Cards 2", 10), ("Cards 3", 5)):
        sheet = by_calamine(path, name)
        assert sheet[0][0] == "ICCID"
        assert len(sheet) == many + 1
        found += [row[0] for row in sheet[1:]]
    assert found == [row[0] for row in rows]


def test_a_sheet_is_split_before_its_xml_needs_the_64_bit_zip_form(tmp_path: Path) -> None:
    rows: list[Row] = [(ICCID, "x" * 500 + str(n), 1, 1, OPENED) for n in range(12_000)]
    path = written(tmp_path / "a.xlsx", rows, sheet_bytes=1_000_000)
    with zipfile.ZipFile(path) as archive:
        sizes = {info.filename: info.file_size for info in archive.infolist()}
        assert all(info.create_version < zipfile.ZIP64_VERSION for info in archive.infolist())
    sheets = [size for name, size in sizes.items() if "worksheets" in name]
    assert len(sheets) == 4
    assert max(sheets) < 1_000_000 + 1_200 * 650  # the limit and the chunk that passed it
    tables = ("Cards", "Cards 2", "Cards 3")
    assert sum(len(by_openpyxl(path, name)) - 1 for name in tables) == 12_000


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [])
    assert by_openpyxl(path, "About") == [["Account", "demo"]]
    book = openpyxl.load_workbook(path)
    assert book.custom_doc_props["SimDesk format"].value == "1"
    assert book.properties.creator == "SimDesk"
    assert book.properties.created == shown(2026, 6, 15, 1, 4)


def test_eight_hundred_columns_have_right_letters(tmp_path: Path) -> None:
    columns = tuple(Column(f"c{n}", f"T{n}", Kind.COUNT) for n in range(800))
    path = written(tmp_path / "a.xlsx", [tuple(range(800))] * 3, columns)
    sheet = openpyxl.load_workbook(path)["Cards"]
    assert [sheet["A3"].value, sheet["Z3"].value, sheet["AA3"].value, sheet["ADT3"].value] == [
        0,
        25,
        26,
        799,
    ]


def test_a_moment_before_the_zone_was_steady_is_told_as_the_clock_showed_it(tmp_path: Path) -> None:
    summer = datetime(1990, 7, 1, 12, tzinfo=ZONE)
    path = written(tmp_path / "a.xlsx", [(ICCID, "", 1, 1, int(summer.timestamp()))])
    assert by_openpyxl(path)[1][4] == shown(1990, 7, 1, 12)


def test_codes_are_said_in_words(tmp_path: Path) -> None:
    columns = (Column("status", "Status", Kind.WORDS, said=lambda code: f"state {code}"),)
    path = written(tmp_path / "a.xlsx", [(30,), (35,), (None,), (30,)], columns)
    assert by_openpyxl(path)[1:] == [["state 30"], ["state 35"], [None], ["state 30"]]


def test_a_table_wider_than_a_sheet_is_refused() -> None:
    with pytest.raises(ValueError):
        XlsxWriter(io.BytesIO(), [Column("a", "a", Kind.WORDS)] * 16_385, CREATED)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.SIZE, Kind.MOMENT])
def test_words_in_a_column_of_numbers_are_a_mistake(kind: Kind) -> None:
    writer = XlsxWriter(io.BytesIO(), [Column("a", "a", kind)], CREATED)
    with pytest.raises(TypeError):
        writer.write([("12",)])


def test_more_values_than_are_remembered_are_written_the_same(tmp_path: Path) -> None:
    columns = (*COLUMNS[3:], COLUMNS[1])
    old = int(datetime(1990, 7, 1, 12, tzinfo=ZONE).timestamp())
    rows: list[Row] = [(kb, OPENED + kb * 61, f"meter {kb}") for kb in range(41_000)]
    rows += [(None, None, None), (41_001, old, "<41001>"), (5, OPENED, "meter 5")]
    found = by_calamine(written(tmp_path / "a.xlsx", rows, columns))[1:]
    begun = shown(2025, 10, 29, 16, 12, 14)
    for kb, line in enumerate(found[:41_000]):
        assert line == [kb / 1024, begun + timedelta(seconds=kb * 61), f"meter {kb}"]
    assert found[41_000:] == [
        ["", "", ""],
        [41_001 / 1024, shown(1990, 7, 1, 12), "<41001>"],
        [5 / 1024, begun, "meter 5"],
    ]
