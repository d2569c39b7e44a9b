"""Workbooks of others: what a cell holds, and what is refused before the reader sees it."""

import struct
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.services.spreadsheets.reading import foreign_xlsx, limits
from simdesk.services.spreadsheets.reading.source import open_source
from tests.services.spreadsheets.reading import stage
from tests.services.spreadsheets.reading.stage import packed, sheet_xml, workbook

NINE, MIDNIGHT = map(datetime.fromisoformat, ("2026-01-03T09:00:00", "2026-01-03T00:00:00"))
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.xlsx"


def refusal(path: Path, content: bytes) -> SheetRejectedError:
    path.write_bytes(content)
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path)
    assert refused.value.remedy is not None
    assert str(refused.value)
    return refused.value


def why(path: Path, content: bytes) -> Rejection:
    return refusal(path, content).why


def kinds_of_cells(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Fleet")
    moment, day, clock, span = (
        book.add_format({"num_format": one})
        for one in ("yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd", "hh:mm", "[h]:mm")
    )
    sheet.write_row(2, 1, ["words", 5, 5.5, 8.986e19, True, "007"])
    sheet.write_datetime(3, 1, NINE, moment)
    sheet.write_datetime(3, 2, MIDNIGHT, day)
    sheet.write_number(3, 3, 0.25, clock)
    sheet.write_number(3, 4, 1.5, span)
    sheet.write_formula(3, 5, "=1/0", None, "#DIV/0!")
    sheet.write_formula(3, 6, "=A1&1", None, "kept")
    sheet.merge_range(5, 1, 6, 2, "merged")
    book.add_worksheet("Out of sight").hide()
    book.close()


def test_the_kinds_of_cells(path: Path) -> None:
    kinds_of_cells(path)
    assert stage.read(path) == [
        [],
        [],
        [None, "words", 5.0, 5.5, 8.986e19, True, "007"],
        [None, NINE, date(2026, 1, 3), time(6), 1.5, None, "kept"],
        [],
        [None, "merged"],
    ]
    assert [row[1] for row in stage.read_columns(path)[2:4]] == ["words", NINE]
    with open_source(path) as source:
        assert (source.format, source.own, source.sheets) == ("xlsx", None, ("Fleet",))
        assert source.merged("Fleet") == ((5, 1, 6, 2),)
        with pytest.raises(SheetRejectedError):
            source.merged("Out of sight")


def test_a_chunk_of_blank_rows_keeps_its_rows(path: Path) -> None:
    rows = '<row r="2500"><c r="B2500"><v>7</v></c></row>'
    path.write_bytes(packed(workbook(sheet_xml(rows))))
    assert stage.read(path)[2_499] == [None, 7.0]
    assert stage.read_columns(path)[2_499] == [None, 7.0]


def test_a_workbook_of_hidden_sheets_alone_is_empty(path: Path) -> None:
    parts = workbook(sheet_xml(ONE))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"<sheet ", b'<sheet state="hidden" '
    )
    assert why(path, packed(parts)) is Rejection.EMPTY


def test_a_long_text_and_many_cells_together_are_too_much(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TEXTS_BYTES", 2_000)
    shared = f"<sst><si><t>{'x' * 1_950}</t></si></sst>".encode()
    assert why(path, packed(workbook(sheet_xml(ONE), shared=shared))) is Rejection.TOO_LARGE


def test_a_sheet_without_cells_has_no_rows(path: Path) -> None:
    path.write_bytes(packed(workbook(sheet_xml(""))))
    assert stage.read(path) == []


def test_our_mark_is_read_after_another_program_has_saved_the_file(path: Path) -> None:
    stage.own_xlsx(path, [stage.card(n) for n in range(3)])
    book = openpyxl.load_workbook(path)
    book["Cards"]["AA2"] = "changed"
    book.save(path)
    with open_source(path) as source:
        assert source.own is not None
        assert (source.own.account, source.own.export_id) == ("north", 7)
    assert stage.read(path)[1][26] == "changed"


def test_what_is_not_a_workbook_is_named(path: Path) -> None:
    assert why(path, b"") is Rejection.EMPTY
    assert why(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) is Rejection.NOT_A_SHEET
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert why(path, encrypted) is Rejection.LOCKED
    assert "OpenDocument" in str(refusal(path, packed({"mimetype": b"x", "content.xml": b""})))
    assert "xlsb" in str(refusal(path, packed({"xl/workbook.bin": b""})))
    assert why(path, packed({"word/document.xml": b""})) is Rejection.NOT_A_SHEET
    assert why(path, b"PK\x03\x04 and no more") is Rejection.DAMAGED
    path.unlink()
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path)
    assert refused.value.why is Rejection.NOT_THERE
    with pytest.raises(SheetRejectedError):
        stage.read(path.parent)


def test_every_cut_of_a_file_is_refused(path: Path) -> None:
    whole = packed(workbook(sheet_xml(ONE)))
    for length in range(2, len(whole) - 1, 97):
        assert why(path, whole[:length]) in (Rejection.DAMAGED, Rejection.NOT_A_SHEET)


def test_a_part_whose_checksum_is_wrong_is_damaged(path: Path) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, part in workbook(sheet_xml(ONE)).items():
            archive.writestr(name, part)
    broken = content.getvalue().replace(b"<v>1</v>", b"<v>2</v>")
    assert why(path, broken) is Rejection.DAMAGED


def test_a_document_type_is_refused_wherever_it_stands(path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb">]>' + sheet_xml(ONE)
    assert why(path, packed(workbook(bomb))) is Rejection.UNSAFE
    late = sheet_xml(ONE + " " * 131_040 + "<!DOCTYPE a>")
    assert why(path, packed(workbook(late))) is Rejection.UNSAFE
    parts = workbook(sheet_xml(ONE))
    parts["docProps/core.xml"] = b"<!DOCTYPE a><a/>"
    assert why(path, packed(parts)) is Rejection.UNSAFE


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/x.xml", "a\\b.xml", "XL/WORKBOOK.XML"])
def test_parts_where_none_may_lie_are_refused(path: Path, name: str) -> None:
    parts = workbook(sheet_xml(ONE)) | {name: b"<a/>"}
    assert why(path, packed(parts)) is Rejection.UNSAFE


def test_other_encodings_hide_nothing(path: Path) -> None:
    wide = sheet_xml(ONE).decode().encode("utf-16")
    assert why(path, packed(workbook(wide))) is Rejection.DAMAGED


def test_a_locked_part_needs_its_password(path: Path) -> None:
    content = bytearray(packed(workbook(sheet_xml(ONE))))
    for place in _directory_entries(bytes(content)):
        content[place + 8] |= 1
    assert why(path, bytes(content)) is Rejection.LOCKED


def test_an_unknown_way_of_packing_is_refused(path: Path) -> None:
    content = bytearray(packed(workbook(sheet_xml(ONE))))
    for place in _directory_entries(bytes(content)):
        content[place + 10] = 12
    assert why(path, bytes(content)) is Rejection.DAMAGED


def _directory_entries(content: bytes) -> Iterator[int]:
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        yield place
        place = content.find(b"PK\x01\x02", place + 4)


def test_too_many_parts(path: Path) -> None:
    parts = workbook(sheet_xml(ONE)) | {f"a{n}.xml": b"<a/>" for n in range(limits.PARTS)}
    assert why(path, packed(parts)) is Rejection.TOO_LARGE


def test_a_directory_that_would_fill_the_memory_is_not_read(path: Path) -> None:
    content = bytearray(packed(workbook(sheet_xml(ONE))))
    end = content.rfind(b"PK\x05\x06")
    content[end + 12 : end + 16] = struct.pack("<I", limits.DIRECTORY_BYTES + 1)
    assert why(path, bytes(content)) is Rejection.TOO_LARGE
    content[end:end] = (
        b"PK\x06\x06"
        + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 1, 1, 1 << 40, 0)
        + b"PK\x06\x07"
        + struct.pack("<IQI", 0, end, 1)
    )
    assert why(path, bytes(content)) is Rejection.TOO_LARGE
    content[end] = 0
    assert why(path, bytes(content)) is Rejection.DAMAGED


def test_packed_and_unpacked_bytes_are_counted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(workbook(sheet_xml(ONE + " " * 3_000_000)))
    assert len(bomb) < 10_000
    monkeypatch.setattr(limits, "FOREIGN_UNPACKED", 2_000_000)
    assert why(path, bomb) is Rejection.TOO_LARGE
    monkeypatch.setattr(limits, "FOREIGN_PACKED", 500)
    assert "MB" in str(refusal(path, bomb))
    monkeypatch.setattr(limits, "OWN_PACKED", 500)
    assert why(path, bomb) is Rejection.TOO_LARGE


FAR = {
    "a far cell": '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>',
    "a far cell in other quotes": ONE + "<row><c r = 'ZZ900000' ><v>1</v></c></row>",
    "small letters": ONE + '<row><c r="xfd1048000"><v>1</v></c></row>',
    "beyond all columns": ONE + '<row><c r="ZZZZ1"><v>1</v></c></row>',
    "beyond all rows": ONE + '<row><c r="A1048577"><v>1</v></c></row>',
    "a row beyond all": ONE + '<row r="99999999999"/>',
    "a row beyond all with a cell": ONE + '<row spans="1:2" r="12345678901"><c><v>1</v></c></row>',
    "wide rows that tell no place": '<row r="1">'
    + "<c><v>1</v></c>" * 900
    + '</row><row r="1000000"><c><v>1</v></c></row>',
}


@pytest.mark.parametrize("rows", FAR.values(), ids=FAR)
def test_a_far_cell_never_reaches_the_reader(
    path: Path, rows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(foreign_xlsx.python_calamine, "CalamineWorkbook")
    assert why(path, packed(workbook(sheet_xml(rows)))) in (Rejection.TOO_LARGE, Rejection.DAMAGED)


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sheet is one that calamine has no room for."""
    monkeypatch.setattr(limits, "READER_BYTES", 10)
    monkeypatch.setattr(limits, "PACKED_PER_CELL", 0)
    monkeypatch.delattr(foreign_xlsx.python_calamine, "CalamineWorkbook")


@pytest.mark.usefixtures("little_memory")
def test_a_large_sheet_is_streamed_and_means_the_same(path: Path) -> None:
    kinds_of_cells(path)
    assert stage.read(path) == [
        [],
        [],
        [None, "words", 5, 5.5, 8.986e19, True, "007"],
        [None, NINE, MIDNIGHT, time(6), 1.5, "#DIV/0!", "kept"],
        [],
        [None, "merged"],
    ]
    with open_source(path) as source:
        assert (source.format, source.own, source.sheets) == ("xlsx", None, ("Fleet",))
        assert source.merged("Fleet") == ()
        with pytest.raises(SheetRejectedError):
            list(source.rows("Out of sight"))
    assert stage.read_columns(path)[2][1] == "words"


def test_a_word_at_the_end_of_the_sheet_is_reached_in_little_memory(path: Path) -> None:
    rows = ONE + '<row r="1048576"><c r="Z1048576"><v>2</v></c></row>'
    path.write_bytes(packed(workbook(sheet_xml(rows))))
    with open_source(path) as source:
        count = 0
        for chunk in source.rows("Sheet1"):
            count += len(chunk)
    assert count == 1_048_576
    assert chunk[-1][25] == 2


@pytest.mark.usefixtures("little_memory")
def test_a_large_file_of_ours_that_was_saved_again_keeps_its_mark(path: Path) -> None:
    stage.own_xlsx(path, [stage.card(n) for n in range(2_500)])
    book = openpyxl.load_workbook(path)
    book.save(path)
    with open_source(path) as source:
        assert source.own is not None
    assert [row[0] for row in stage.read(path)[1:]] == [stage.card(n)[0] for n in range(2_500)]


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize(
    "rows",
    ['<row r="x"><c><v>1</v></c></row>', '<row><c t="s"><v>7</v></c></row>', "<row><c></row>"],
)
def test_a_large_sheet_that_is_broken_is_damaged(path: Path, rows: str) -> None:
    assert why(path, packed(workbook(sheet_xml(rows)))) is Rejection.DAMAGED


@pytest.mark.usefixtures("little_memory")
def test_a_large_workbook_of_hidden_sheets_is_empty(path: Path) -> None:
    parts = workbook(sheet_xml(ONE))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"<sheet ", b'<sheet state="hidden" '
    )
    assert why(path, packed(parts)) is Rejection.EMPTY


@pytest.mark.usefixtures("little_memory")
def test_memory_that_ends_while_streaming_is_a_refusal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*given: object, **named: object) -> None:
        raise MemoryError

    monkeypatch.setattr(openpyxl, "load_workbook", ended)
    assert why(path, packed(workbook(sheet_xml(ONE)))) is Rejection.TOO_LARGE


def test_more_cells_than_anyone_waits_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", 2)
    rows = "<row>" + "<c><v>1</v></c>" * 3 + "</row>"
    assert "cells" in str(refusal(path, packed(workbook(sheet_xml(rows)))))


def test_millions_of_cells_never_reach_the_reader(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(foreign_xlsx.python_calamine, "CalamineWorkbook")
    row = "<row>" + "<c><v>1</v></c>" * 60 + "</row>"
    bomb = packed(workbook(sheet_xml(row * 60_000)))
    assert len(bomb) < 600_000
    assert "cells" in str(refusal(path, bomb))


def test_texts_that_need_too_much_memory_never_reach_the_reader(path: Path) -> None:
    shared = b"<sst>" + b"<si><t/></si>" * 5_000_000 + b"</sst>"
    bomb = packed(workbook(sheet_xml(ONE), shared=shared))
    assert why(path, bomb) is Rejection.TOO_LARGE


@pytest.mark.parametrize("claim", ["99999999999", "0009999999", "+99999999"])
def test_a_claim_of_many_texts_never_reaches_the_reader(
    path: Path, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would set memory aside for all of them, and die where there is not so much."""
    monkeypatch.delattr(foreign_xlsx.python_calamine, "CalamineWorkbook")
    shared = f'<sst uniqueCount="{claim}"><si><t>a</t></si></sst>'.encode()
    assert why(path, packed(workbook(sheet_xml(ONE), shared=shared))) is Rejection.DAMAGED


def test_formats_to_the_end_of_the_sheet_are_no_cells(path: Path) -> None:
    rows = ONE + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    path.write_bytes(packed(workbook(sheet_xml(rows))))
    assert stage.read(path) == [[1.0]]


def test_an_honest_sheet_of_a_hundred_thousand_rows_passes(path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>8986{n:016d}</t></is></c></row>'
        for n in range(1, 100_001)
    )
    path.write_bytes(packed(workbook(sheet_xml(rows))))
    assert len(stage.read(path)) == 100_000


def test_a_sheet_that_is_no_xml_is_damaged_with_its_name(path: Path) -> None:
    refused = refusal(path, packed(workbook(b"<worksheet><sheetData><row></sheet")))
    assert refused.why is Rejection.DAMAGED
    assert refused.sheet == "Sheet1"


class PanicException(BaseException):
    pass


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (PanicException("index out of bounds"), Rejection.DAMAGED),
        (MemoryError(), Rejection.TOO_LARGE),
        (OSError("gone"), Rejection.DAMAGED),
        (foreign_xlsx.python_calamine.PasswordError("locked"), Rejection.LOCKED),
    ],
)
def test_what_the_reader_throws_is_a_refusal(
    path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, kind: Rejection
) -> None:
    class Broken:
        @staticmethod
        def from_path(path: str) -> None:
            raise fault

    monkeypatch.setattr(foreign_xlsx.python_calamine, "CalamineWorkbook", Broken)
    assert why(path, packed(workbook(sheet_xml(ONE)))) is kind


def test_a_wish_to_stop_is_no_refusal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped:
        @staticmethod
        def from_path(path: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(foreign_xlsx.python_calamine, "CalamineWorkbook", Stopped)
    path.write_bytes(packed(workbook(sheet_xml(ONE))))
    with pytest.raises(KeyboardInterrupt):
        stage.read(path)
