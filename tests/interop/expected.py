"""What becomes of each foreign sheet: the table that `make interop` walks from end to end.

A row names the file, who made it, and either how many rows its first sheet has with some of their
cells, or why it is refused. Numbers stand where the file has numbers: a number in the column of
ICCIDs is what a spreadsheet program has made of an id, and is refused when cards are made of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from simdesk.models.sheets import Cell, Rejection
from tests.interop.foreign.by_libraries import LONG
from tests.interop.foreign.fleet import EXPIRES


@dataclass(frozen=True)
class Sheet:
    """One file. `sheet` is the one to read where it is not the first; `own` if it has our mark."""

    name: str
    made_by: str
    rows: int = 0
    cells: Mapping[str, Cell] = field(default_factory=dict)
    refused: Rejection | None = None
    sheet: str | None = None
    own: bool = False


_R = Rejection
_TEXT: dict[str, Cell] = {
    "A1": "ICCID",
    "A2": "89860321000000015668",
    "A3": "00860321000000015669",
    "D2": "12.5",
    "E4": "2026-12-31 23:59:59",
    "F2": "north gate, left",
    "F3": "=1+1",
    "F4": "北门 3 号 😀",
}
_CHINESE = _TEXT | {"A1": "卡号", "D1": "已用流量(MB)"}
_KINDS = _TEXT | {"D2": 12.5, "D4": 0.0, "E4": EXPIRES}
_TWO: dict[str, Cell] = {"A1": "ICCID", "B1": "Used", "A2": "8986", "B2": 5.0}


def _moved(cells: Mapping[str, Cell], columns: int, rows: int) -> dict[str, Cell]:
    return {
        f"{chr(ord(place[0]) + columns)}{int(place[1:]) + rows}": cell
        for place, cell in cells.items()
    }


_CSV = (
    Sheet("comma_utf8.csv", "csv module", 4, _TEXT),
    Sheet("comma_bom.csv", "csv module", 4, _TEXT),
    Sheet("lf_only.csv", "csv module", 4, _TEXT),
    Sheet("cr_only.csv", "csv module", 4, _TEXT),
    Sheet("quoted_all.csv", "csv module", 4, _TEXT),
    Sheet("unix_dialect.csv", "csv module", 4, _TEXT),
    Sheet("semicolon_gb18030.csv", "csv module", 4, _CHINESE),
    Sheet("comma_gbk.csv", "csv module", 4, _CHINESE | {"F4": "北门 3 号 "}),
    Sheet("tab_utf16.txt", "csv module", 4, _CHINESE),
    Sheet("tab_utf16_be.csv", "csv module", 4, _TEXT),
    Sheet("comma_utf16_no_mark.csv", "csv module", 4, _TEXT),
    Sheet("pipe_utf8.csv", "csv module", 4, _TEXT),
    Sheet("caret_utf8.csv", "csv module", 4, _TEXT),
    Sheet("unit_separator.csv", "csv module", 4, _TEXT),
    Sheet("title_rows.csv", "by hand", 7, _moved(_TEXT, 0, 3) | {"A1": "Fleet of the north"}),
    Sheet("sep_line.csv", "by hand, as Excel", 4, _TEXT),
    Sheet("blank_lines.csv", "by hand", 8, {"A1": "ICCID", "A2": None, "A5": _TEXT["A3"]}),
    Sheet("no_last_line_end.csv", "by hand", 4, _TEXT),
    Sheet("single_column.csv", "by hand", 4, {"A3": _TEXT["A3"], "B3": None}),
    Sheet("decimal_comma.csv", "by hand", 3, {"B2": "1,5", "C3": "4,5"}),
    Sheet("ragged.csv", "by hand", 5, {"D2": "4", "A3": "5", "B3": None, "A4": None, "B5": "7"}),
    Sheet("null_words.csv", "by hand", 4, {"A2": "NA", "B2": "null", "A3": "NaN", "A4": "#N/A"}),
    Sheet("scientific.csv", "by hand, as Excel", 2, {"A2": "8.98603E+19"}),
    Sheet("guard_of_others.csv", "by hand", 3, {"B2": "'=1+1", "B3": "'quoted"}),
    Sheet("quote_inside.csv", "by hand", 3, {"B2": '5" pipe', "B3": '6" pipe'}),
    Sheet("breaks_in_fields.csv", "csv module", 2, {"B1": "Used\n(MB)", "B2": "1\r\n2"}),
    Sheet("open_quote.csv", "by hand", refused=_R.DAMAGED),
    Sheet("line_without_end.csv", "by hand", refused=_R.DAMAGED),
    Sheet("too_many_fields.csv", "by hand", refused=_R.TOO_LARGE),
    Sheet("empty.csv", "by hand", refused=_R.EMPTY),
    Sheet("only_line_ends.csv", "by hand", refused=_R.EMPTY),
    Sheet("web_page.xls", "by hand, as many consoles", refused=_R.NOT_A_SHEET),
    Sheet("xml_2003.xls", "by hand", refused=_R.NOT_A_SHEET),
    Sheet("picture.csv", "by hand", refused=_R.NOT_A_SHEET),
    Sheet("no_encoding.csv", "by hand", refused=_R.NOT_A_SHEET),
    Sheet("excel_97.xls", "by hand", refused=_R.NOT_A_SHEET),
    Sheet("password.xlsx", "by hand", refused=_R.LOCKED),
)
_LIBRARIES = (
    Sheet("xlsxwriter_plain.xlsx", "XlsxWriter", 4, _KINDS),
    Sheet("xlsxwriter_streamed.xlsx", "XlsxWriter", 4, _KINDS),
    Sheet("xlsxwriter_1904.xlsx", "XlsxWriter", 4, _KINDS),
    Sheet("xlsxwriter_offset.xlsx", "XlsxWriter", 8, _moved(_KINDS, 2, 4) | {"A5": None}),
    Sheet("xlsxwriter_zip64.xlsx", "XlsxWriter", 1, {"A1": "ICCID"}),
    Sheet(
        "xlsxwriter_numeric_ids.xlsx",
        "XlsxWriter",
        4,
        {"A2": 89860321000000015668.0, "A3": 860321000000015669.0, "C2": "In use"},
    ),
    Sheet("xlsxwriter_formulas.xlsx", "XlsxWriter", 2, {"A2": "89860321", "B2": 2.0, "C2": None}),
    Sheet(
        "xlsxwriter_merged_header.xlsx",
        "XlsxWriter",
        6,
        _moved(_TEXT, 0, 2) | {"A1": "Fleet of the north", "B1": None, "C2": "Facts"},
    ),
    Sheet("xlsxwriter_many_sheets.xlsx", "XlsxWriter", 4, _TEXT, sheet="卡 列表"),
    Sheet(
        "xlsxwriter_decorated.xlsx",
        "XlsxWriter",
        4,
        _TEXT | {"F3": "1+1", "G2": "card", "G3": "bold and not"},
    ),
    Sheet("xlsxwriter_only_chart.xlsx", "XlsxWriter", refused=_R.EMPTY),
    Sheet("openpyxl_plain.xlsx", "openpyxl", 4, _KINDS | {"F3": None}),
    Sheet(
        "openpyxl_write_only.xlsx", "openpyxl", 4, {"A1": "卡号", "A3": _TEXT["A3"]}, sheet="Fleet"
    ),
    Sheet(
        "openpyxl_kinds.xlsx",
        "openpyxl",
        2,
        {
            "B1": True,
            "C1": date(2026, 1, 3),
            "D1": time(9, 30),
            "E1": 8.98603e19,
            "F1": 7.0,
            "G1": -1.5,
            "H1": None,
            "I1": " edges ",
            "J1": "a\nb",
            "A2": "007",
            "B2": LONG,
        },
    ),
    Sheet("openpyxl_1904.xlsx", "openpyxl", 1, {"B1": EXPIRES}),
    Sheet("openpyxl_decorated.xlsx", "openpyxl", 6, _TEXT | {"F3": "1+1", "A6": "total"}),
    Sheet("openpyxl_unsaved_formulas.xlsx", "openpyxl", 2, {"A2": "898603210001", "B2": None}),
    Sheet("openpyxl_blank.xlsx", "openpyxl", 0),
    Sheet("pandas_openpyxl.xlsx", "pandas", 4, _KINDS | {"F3": None}),
    Sheet("pandas_xlsxwriter.xlsx", "pandas", 4, {"B1": "卡号", "B3": _TEXT["A3"], "G3": 0.0}),
    Sheet("pandas_numeric_ids.xlsx", "pandas", 3, {"A2": 89860321000000015668.0, "B3": None}),
    Sheet("pandas_grouped.xlsx", "pandas", 4, {"B1": "Card", "C1": None, "B2": "ICCID"}),
    Sheet("pandas_index.csv", "pandas", 4, {"A1": None, "B1": "ICCID", "B3": _TEXT["A3"]}),
    Sheet("pandas_gb18030.csv", "pandas", 4, _CHINESE),
)
_BY_HAND = (
    Sheet("xml_inline.xlsx", "by hand", 2, _TWO),
    Sheet("xml_no_places.xlsx", "by hand", 2, {"A1": "ICCID", "A2": "8986"}),
    Sheet("xml_shared.xlsx", "by hand", 2, {"A2": "8986", "B1": "rich text", "B2": "仓库"}),
    Sheet("xml_shared_too_far.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("xml_entities.xlsx", "by hand", 1, {"A1": 'a & <b> 中 "'}),
    Sheet("xml_lookalike.xlsx", "by hand", 1, {"A1": "A_x0042_"}),
    Sheet(
        "xml_kinds.xlsx",
        "by hand",
        1,
        {"A1": "8986", "B1": True, "C1": None, "D1": date(2026, 1, 1), "E1": 1e3, "F1": -0.5},
    ),
    Sheet("xml_moments.xlsx", "by hand", 1, {"A1": datetime.fromisoformat("2026-01-03T09:00")}),
    Sheet("xml_rows_from_100.xlsx", "by hand", 100, {"A1": None, "C100": "ICCID"}),
    Sheet("xml_gaps.xlsx", "by hand", 4, {"A1": "a", "B1": None, "D1": "d", "A3": None, "B4": "b"}),
    Sheet("xml_comments_and_white.xlsx", "by hand", 1, {"A1": "ICCID"}),
    Sheet("xml_cdata.xlsx", "by hand", 1, {"A1": "a<b"}),
    Sheet("xml_long_text.xlsx", "by hand", 1, {"A1": "x" * 200_000}),
    Sheet("xml_merged.xlsx", "by hand", 2, _TWO),
    Sheet("xml_bad_merge.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("xml_lying_dimension.xlsx", "by hand", 2, _TWO),
    Sheet("xml_mark_of_bytes.xlsx", "by hand", 2, _TWO),
    Sheet("xml_number_as_id.xlsx", "by hand", 2, {"A2": 89860321000000015668.0}),
    Sheet("xml_no_cells.xlsx", "by hand", 0),
    Sheet("xml_blank_to_the_end.xlsx", "by hand", 1, {"A1": "ICCID"}),
    Sheet("xml_prefixed.xlsx", "by hand", 2, _TWO),
    Sheet("xml_stored.xlsx", "by hand", 2, _TWO),
    Sheet("xml_behind_a_script.xlsx", "by hand", 2, _TWO),
    Sheet("xml_external_link.xlsx", "by hand", 1, {"A1": "kept"}),
    Sheet("bad_no_end.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("bad_cut_in_a_row.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("bad_not_xml.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("bad_no_sheet_part.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("bad_no_workbook.xlsx", "by hand", refused=_R.NOT_A_SHEET),
    Sheet("bad_half.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("bad_only_letters.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("bad_utf16_sheet.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("bad_place.xlsx", "by hand", refused=_R.DAMAGED),
    Sheet("bad_document_type.xlsx", "by hand", refused=_R.UNSAFE),
    Sheet("bad_outside.xlsx", "by hand", refused=_R.UNSAFE),
    Sheet("bad_twice.xlsx", "by hand", refused=_R.UNSAFE),
    Sheet("bad_parts.xlsx", "by hand", refused=_R.TOO_LARGE),
    Sheet("bad_far_cell.xlsx", "by hand", refused=_R.TOO_LARGE),
    Sheet("bad_too_many_cells.xlsx", "by hand", refused=_R.TOO_LARGE),
    Sheet("bad_bomb.xlsx", "by hand", refused=_R.TOO_LARGE),
    Sheet("bad_document.xlsx", "by hand", refused=_R.NOT_A_SHEET),
    Sheet("open_document.ods", "by hand", refused=_R.NOT_A_SHEET),
    Sheet("binary.xlsb", "by hand", refused=_R.NOT_A_SHEET),
)
_FIRST_CARD: dict[str, Cell] = {
    "A1": "ICCID",
    "A2": "89860000000000000000",
    "B2": "1440000000000, 1450000000000",
    "Z3": 'depot, "north, left"',
    "AA2": "=1+1",
    "AA3": "'quoted",
    "AA4": " edge ",
    "AA5": "a_x0041_",
    "AA6": "<&>",
    "AA7": "北门 😀",
    "AA8": "one\ntwo",
    "AA9": "0012",
    "AA10": "NA",
    "AB61": "2026000000000000059",
}
_OPENED = datetime.fromisoformat("2026-06-15T09:00")
_OURS = (
    Sheet("own.xlsx", "SimDesk", 61, _FIRST_CARD | {"Q7": 5, "L2": 46188.375}, own=True),
    Sheet(
        "own_three_sheets.xlsx",
        "SimDesk",
        13,
        {"A13": "89860000000000000059"},
        sheet="Cards 3",
        own=True,
    ),
    Sheet("own.csv", "SimDesk", 61, _FIRST_CARD | {"Q7": "5", "L2": "2026-06-15 09:00:00"}),
    Sheet("own_csv_sorted_and_cut.csv", "SimDesk, by hand", 11, {"A2": "89860000000000000049"}),
    Sheet("own_csv_with_semicolons.csv", "SimDesk, csv module", 61, _FIRST_CARD),
    Sheet(
        "own_remark_by_hand.xlsx",
        "SimDesk, by hand",
        61,
        _FIRST_CARD | {"AA9": "0012 seen"},
        own=True,
    ),
    Sheet(
        "own_place_by_hand.xlsx",
        "SimDesk, by hand",
        61,
        _FIRST_CARD | {"Q7": 5.0, "L2": _OPENED},
        own=True,
    ),
    Sheet("own_number_as_id.xlsx", "SimDesk, by hand", 61, {"A4": 8.986e19}, own=True),
    Sheet("own_cut_by_hand.xlsx", "SimDesk, by hand", refused=_R.DAMAGED),
    Sheet(
        "own_saved_by_openpyxl.xlsx",
        "SimDesk, openpyxl",
        56,
        _FIRST_CARD | {"AA3": "changed", "AA10": None, "AB61": None, "AB56": _FIRST_CARD["AB61"]},
        own=True,
    ),
    Sheet("false_mark.xlsx", "by hand", 1, {"A1": "ICCID"}, own=True),
    Sheet("false_mark_bomb.xlsx", "by hand", refused=_R.TOO_LARGE),
)
_OFFICE = (
    Sheet("office_own.xlsx", "LibreOffice", 61, _FIRST_CARD | {"Q7": 5.0, "L2": _OPENED}, own=True),
    Sheet("office_own_csv.xlsx", "LibreOffice", 11, {"A2": 8.986e19, "B1": "MSISDN"}),
    Sheet("office_plain.xlsx", "LibreOffice", 4, _KINDS),
    Sheet("office_merged.xlsx", "LibreOffice", 6, _moved(_TEXT, 0, 2) | {"A2": "Numbers"}),
    Sheet("office_1904.xlsx", "LibreOffice", 4, _KINDS),
    Sheet("office_kinds.xlsx", "LibreOffice", 2, {"B1": True, "E1": 8.98603e19, "A2": "007"}),
    Sheet("office_sheets.xlsx", "LibreOffice", 4, _TEXT, sheet="卡 列表"),
    Sheet("office_web_page.xlsx", "LibreOffice", 1, {"A1": "ICCID"}),
    Sheet("office_own.ods", "LibreOffice", refused=_R.NOT_A_SHEET),
    Sheet("office_own.fods", "LibreOffice", refused=_R.NOT_A_SHEET),
    Sheet("office_own.xls", "LibreOffice", refused=_R.NOT_A_SHEET),
    Sheet("office_own.csv", "LibreOffice", 61, _FIRST_CARD | {"Q7": "5"}),
    Sheet("office_semicolons.csv", "LibreOffice", 4, _TEXT),
    Sheet("office_utf16.csv", "LibreOffice", 61, _FIRST_CARD),
    Sheet(
        "office_sorted_and_cut.xlsx",
        "LibreOffice, sorted and cut",
        59,
        {"A2": "89860000000000000059", "A3": "89860000000000000056", "B1": "IMSI", "Z59": "=1+1"},
        own=True,
    ),
    Sheet(
        "office_sorted_foreign.xlsx",
        "LibreOffice, sorted and cut",
        2,
        {"A2": "89860321000000015670", "B2": "In use", "D2": EXPIRES},
    ),
)
TABLE = (*_CSV, *_LIBRARIES, *_BY_HAND, *_OURS, *_OFFICE)
