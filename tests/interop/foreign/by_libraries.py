"""Workbooks by the libraries with which others write them: XlsxWriter, openpyxl, pandas."""

from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.datavalidation import DataValidation

from tests.interop.foreign.fleet import CHINESE, EXPIRES, ROWS, TITLES, as_text, builder

LONG = "long " * 6_500


def _filled(path: Path, options: dict[str, Any], at: tuple[int, int] = (0, 0)) -> None:
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("Fleet")
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    for number, row in enumerate([TITLES, *ROWS]):
        for place, value in enumerate(row):
            cell = at[0] + number, at[1] + place
            if value is EXPIRES:
                sheet.write_datetime(*cell, EXPIRES, moment)
            elif isinstance(value, str):
                sheet.write_string(*cell, value)
            else:
                sheet.write(*cell, value)
    book.close()


@builder("xlsxwriter_plain.xlsx")
def _plain(path: Path) -> None:
    _filled(path, {})


@builder("xlsxwriter_streamed.xlsx")
def _streamed(path: Path) -> None:
    _filled(path, {"constant_memory": True})


@builder("xlsxwriter_1904.xlsx")
def _since_1904(path: Path) -> None:
    _filled(path, {"date_1904": True})


@builder("xlsxwriter_offset.xlsx")
def _offset(path: Path) -> None:
    _filled(path, {}, (4, 2))


@builder("xlsxwriter_zip64.xlsx")
def _zip64(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    book.use_zip64()
    book.add_worksheet().write_row(0, 0, TITLES)
    book.close()


@builder("xlsxwriter_numeric_ids.xlsx")
def _numeric_ids(path: Path) -> None:
    book = xlsxwriter.Workbook(path, {"strings_to_numbers": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(as_text()):
        sheet.write_row(number, 0, [cell if not cell.startswith("=") else "" for cell in row])
    book.close()


@builder("xlsxwriter_formulas.xlsx")
def _formulas(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["ICCID", "Used", "Wrong"])
    sheet.write_formula(1, 0, '="8986"&"0321"', None, "89860321")
    sheet.write_formula(1, 1, "=1+1", None, 2)
    sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    book.close()


@builder("xlsxwriter_merged_header.xlsx")
def _merged_header(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Fleet")
    sheet.merge_range("A1:F1", "Fleet of the north", book.add_format({"align": "center"}))
    sheet.merge_range("A2:B2", "Numbers")
    sheet.merge_range("C2:F2", "Facts")
    for number, row in enumerate(as_text(), 2):
        for place, cell in enumerate(row):
            sheet.write_string(number, place, cell)
    book.close()


@builder("xlsxwriter_many_sheets.xlsx")
def _many_sheets(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Hidden").hide()
    book.add_worksheet("Summary").write_row(0, 0, ["Cards", 3])
    cards = book.add_worksheet("卡 列表")
    for number, row in enumerate(as_text()):
        for place, cell in enumerate(row):
            cards.write_string(number, place, cell)
    book.get_worksheet_by_name("Summary").activate()
    book.close()


@builder("xlsxwriter_decorated.xlsx")
def _decorated(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    columns = [{"header": title} for title in TITLES]
    rows = [[str(cell).replace("=", "") for cell in row] for row in ROWS]
    sheet.add_table(0, 0, 3, 5, {"columns": columns, "data": rows})
    sheet.write_url("G2", "https://example.invalid/card", string="card")
    sheet.write_comment("A2", "looked at")
    sheet.write_rich_string("G3", book.add_format({"bold": True}), "bold", " and not")
    sheet.set_column("A:XFD", 12, book.add_format({"bold": True}))
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Sheet1!$D$2:$D$4"})
    sheet.insert_chart("H2", chart)
    sheet.conditional_format("D2:D4", {"type": "data_bar"})
    book.close()


@builder("xlsxwriter_only_chart.xlsx")
def _only_chart(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_column(0, 0, [1, 2])
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Sheet1!$A$1:$A$2"})
    place = book.add_chartsheet("Chart")
    place.set_chart(chart)
    place.activate()
    place.set_first_sheet()
    sheet.hide()
    book.close()


def _openpyxl(path: Path, rows: list[list[Any]], **named: Any) -> None:
    book = openpyxl.Workbook(**named)
    sheet = book.create_sheet("Fleet") if named else book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)


@builder("openpyxl_plain.xlsx")
def _openpyxl_plain(path: Path) -> None:
    _openpyxl(path, [TITLES, *ROWS])


@builder("openpyxl_write_only.xlsx")
def _openpyxl_write_only(path: Path) -> None:
    _openpyxl(path, [CHINESE, *ROWS], write_only=True)


@builder("openpyxl_kinds.xlsx")
def _openpyxl_kinds(path: Path) -> None:
    long = LONG
    kinds = [True, date(2026, 1, 3), time(9, 30), 8.98603e19, 7, -1.5, "#N/A", " edges ", "a\nb"]
    _openpyxl(path, [["ICCID", *kinds], ["007", long, None, "", 0]])


@builder("openpyxl_1904.xlsx")
def _openpyxl_1904(path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    book.active.append(["ICCID", EXPIRES])
    book.save(path)


@builder("openpyxl_decorated.xlsx")
def _openpyxl_decorated(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in as_text():
        sheet.append([cell.removeprefix("=") for cell in row])
    sheet["A1"].comment = Comment("looked at", "operator")
    sheet.merge_cells("A6:C7")
    sheet["A6"] = "total"
    for line in sheet["A8:F2000"]:
        for cell in line:
            cell.fill = PatternFill("solid", fgColor="FFEE00")
    allowed = DataValidation("list", formula1='"In use,Suspended"')
    allowed.add("C2:C1048576")
    sheet.add_data_validation(allowed)
    sheet.freeze_panes = "B2"
    book.save(path)


@builder("openpyxl_unsaved_formulas.xlsx")
def _unsaved_formulas(path: Path) -> None:
    _openpyxl(path, [["ICCID", "Used"], ["898603210001", "=1+1"]])


@builder("openpyxl_blank.xlsx")
def _blank(path: Path) -> None:
    _openpyxl(path, [])


@builder("pandas_openpyxl.xlsx")
def _pandas_openpyxl(path: Path) -> None:
    pd.DataFrame(ROWS, columns=TITLES).to_excel(path, index=False, engine="openpyxl")


@builder("pandas_xlsxwriter.xlsx")
def _pandas_xlsxwriter(path: Path) -> None:
    pd.DataFrame(ROWS, columns=CHINESE).to_excel(path, engine="xlsxwriter", sheet_name="卡")


@builder("pandas_numeric_ids.xlsx")
def _pandas_numeric_ids(path: Path) -> None:
    frame = pd.DataFrame({"ICCID": [89860321000000015668.0, 8986.0], "Status": ["In use", None]})
    frame.to_excel(path, index=False)


@builder("pandas_grouped.xlsx")
def _pandas_grouped(path: Path) -> None:
    pairs = pd.MultiIndex.from_tuples([("Card", "ICCID"), ("Card", "MSISDN"), ("Use", "MB")])
    pd.DataFrame([["8986", "1440", 1.5]], columns=pairs).to_excel(path)


@builder("pandas_index.csv")
def _pandas_index(path: Path) -> None:
    pd.DataFrame(ROWS, columns=TITLES).to_csv(path)


@builder("pandas_gb18030.csv")
def _pandas_gb18030(path: Path) -> None:
    pd.DataFrame(ROWS, columns=CHINESE).to_csv(path, index=False, sep=";", encoding="gb18030")
