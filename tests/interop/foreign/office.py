"""Sheets that LibreOffice saves: turned into other formats, and sorted and cut before."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

XLSX = "xlsx:Calc MS Excel 2007 XML"
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
CSV_SEMICOLONS = "csv:Text - txt - csv (StarCalc):59,34,0,1,,0,false,true,false"
CSV_UTF16 = "csv:Text - txt - csv (StarCalc):9,34,65535,1,,0,false,true,false"

SAVED: dict[str, tuple[str, str]] = {
    "office_own.xlsx": ("own.xlsx", XLSX),
    "office_own_csv.xlsx": ("own_csv_sorted_and_cut.csv", XLSX),
    "office_plain.xlsx": ("xlsxwriter_plain.xlsx", XLSX),
    "office_merged.xlsx": ("xlsxwriter_merged_header.xlsx", XLSX),
    "office_1904.xlsx": ("xlsxwriter_1904.xlsx", XLSX),
    "office_kinds.xlsx": ("openpyxl_kinds.xlsx", XLSX),
    "office_sheets.xlsx": ("xlsxwriter_many_sheets.xlsx", XLSX),
    "office_web_page.xlsx": ("web_page.xls", XLSX),
    "office_own.ods": ("own.xlsx", "ods"),
    "office_own.fods": ("own.xlsx", "fods"),
    "office_own.xls": ("own.xlsx", "xls:MS Excel 97"),
    "office_own.csv": ("own.xlsx", CSV),
    "office_semicolons.csv": ("xlsxwriter_plain.xlsx", CSV_SEMICOLONS),
    "office_utf16.csv": ("own.xlsx", CSV_UTF16),
}
"""Name, what it is made of, and the format LibreOffice is asked for."""
SORTED: dict[str, str] = {
    "office_sorted_and_cut.xlsx": "own.xlsx",
    "office_sorted_foreign.xlsx": "openpyxl_plain.xlsx",
}
"""Name, and what was sorted by its first column, the largest first, and lost two rows and the
second column."""

_LIBRARY = '<library:element library:name="Editing"/></library:library>'
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Editing"
 script:language="StarBasic">Sub SortAndCut(source As String, target As String)
 Dim hidden(0) As New com.sun.star.beans.PropertyValue
 hidden(0).Name = "Hidden" : hidden(0).Value = True
 book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
 sheet = book.Sheets.getByIndex(0)
 cursor = sheet.createCursor() : cursor.gotoEndOfUsedArea(False)
 ends = cursor.RangeAddress
 body = sheet.getCellRangeByPosition(0, 1, ends.EndColumn, ends.EndRow)
 Dim field(0) As New com.sun.star.table.TableSortField
 field(0).Field = 0 : field(0).IsAscending = False
 Dim how(1) As New com.sun.star.beans.PropertyValue
 how(0).Name = "SortFields" : how(0).Value = field()
 how(1).Name = "ContainsHeader" : how(1).Value = False
 body.sort(how())
 sheet.Rows.removeByIndex(2, 2)
 sheet.Columns.removeByIndex(1, 1)
 Dim kept(0) As New com.sun.star.beans.PropertyValue
 kept(0).Name = "FilterName" : kept(0).Value = "Calc MS Excel 2007 XML"
 book.storeToURL(target, kept())
 book.close(True)
End Sub
</script:module>
"""


class Office:
    """LibreOffice in a profile of its own; `folder` is where it lives and works."""

    def __init__(self, folder: Path) -> None:
        found = shutil.which("soffice")
        assert found is not None, "needs LibreOffice: `make interop` installs it"
        self._profile = folder / "profile"
        self._start = [
            found,
            f"-env:UserInstallation={self._profile.as_uri()}",
            "--norestore",
            "--headless",
        ]

    def save(self, sources: Sequence[Path], form: str, folder: Path) -> None:
        """All of them in this format, into a folder; one start of the program."""
        folder.mkdir()
        self._run("--convert-to", form, "--outdir", str(folder), *map(str, sources))

    def sort_and_cut(self, source: Path, target: Path) -> None:
        """By a macro, once the profile is there: what an operator does by hand."""
        home = self._profile / "user/basic/Standard"
        (home / "Editing.xba").write_text(_MODULE, "utf-8")
        library = (home / "script.xlb").read_text("utf-8")
        if _LIBRARY not in library:
            (home / "script.xlb").write_text(library.replace("</library:library>", _LIBRARY))
        macro = f'SortAndCut("{source.as_uri()}","{target.as_uri()}")'
        self._run(f"macro:///Standard.Editing.{macro}")

    def _run(self, *asked: str) -> None:
        ended = subprocess.run(
            [*self._start, *asked], capture_output=True, timeout=240, check=False
        )
        assert ended.returncode == 0, ended.stderr


def build_all(folder: Path) -> None:
    """Every sheet of the two tables, from those that are there."""
    office = Office(folder)
    forms: dict[str, list[str]] = {}
    for name, (_, form) in SAVED.items():
        forms.setdefault(form, []).append(name)
    for number, (form, names) in enumerate(forms.items()):
        out = folder / f"office {number}"
        office.save([folder / SAVED[name][0] for name in names], form, out)
        for name in names:
            made = out / f"{Path(SAVED[name][0]).stem}{Path(name).suffix}"
            made.rename(folder / name)
    for name, source in SORTED.items():
        office.sort_and_cut(folder / source, folder / name)
