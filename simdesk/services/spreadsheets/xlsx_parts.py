"""The small parts of an xlsx file around its sheets (ECMA-376 part 1, 12.3 and 18)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from simdesk.models.sheets import column_letters
from simdesk.services.spreadsheets.cells import TITLE, text_cell
from simdesk.services.spreadsheets.sheet_text import carried, xml_escaped

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument"
_CUSTOM_FORM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

SHARED_TEXTS = "xl/sharedStrings.xml"
_PIECE = 1_000  # shared texts written at once

# The formats cells.py names by number: default, text, quoted text, count, size, moment, title.
_STYLES = f"""{_HEAD}<styleSheet xmlns="{MAIN}">\
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="7">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
quotePrefix="1"/>\
<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
applyFont="1"/>\
</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
</styleSheet>"""


def parts(
    sheets: Sequence[tuple[str, int]],
    columns: int,
    created: datetime,
    marker: Sequence[tuple[str, str]],
) -> Iterator[tuple[str, str]]:
    """Name and content of every part but the sheets.

    `sheets` are names with the last row of their table, 0 for a sheet without one; `created` is
    aware; `marker` becomes the file's custom properties.
    """
    yield "xl/workbook.xml", _workbook(sheets, columns)
    yield "xl/_rels/workbook.xml.rels", _workbook_relations(len(sheets))
    yield "xl/styles.xml", _STYLES
    yield "docProps/core.xml", _core(created)
    yield "docProps/app.xml", _app()
    yield "docProps/custom.xml", _custom(marker)
    yield "_rels/.rels", _RELATIONS
    yield "[Content_Types].xml", _content_types(len(sheets))


def about_sheet(about: Sequence[tuple[str, str]]) -> str:
    """A sheet that tells people what the file is: labels and values."""
    rows = "".join(
        f"<row>{text_cell(carried(label), TITLE)}{text_cell(carried(value))}</row>"
        for label, value in about
    )
    return (
        f'{_HEAD}<worksheet xmlns="{MAIN}">'
        '<cols><col min="1" max="1" width="24" customWidth="1"/>'
        '<col min="2" max="2" width="70" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def shared_texts(elements: Sequence[str]) -> Iterator[str]:
    """The part that holds what many cells show, a piece at a time."""
    yield f'{_HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(elements)}">'
    for start in range(0, len(elements), _PIECE):
        yield "".join(f"<si>{element}</si>" for element in elements[start : start + _PIECE])
    yield "</sst>"


def _workbook(sheets: Sequence[tuple[str, int]], columns: int) -> str:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, (name, _) in enumerate(sheets, 1)
    )
    # Programs that filter look for this hidden name beside the sheet's own autoFilter.
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{index}" hidden="1">'
        f"'{name}'!$A$1:${column_letters(columns - 1)}${last}</definedName>"
        for index, (name, last) in enumerate(sheets)
        if last
    )
    return (
        f'{_HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}/relationships">'
        '<bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{filters}</definedNames></workbook>"
    )


def _workbook_relations(sheets: int) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, sheets + 1)
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}'
        f'<Relationship Id="rId{sheets + 1}" Type="{_OFFICE}/relationships/styles" '
        'Target="styles.xml"/>'
        f'<Relationship Id="rId{sheets + 2}" Type="{_OFFICE}/relationships/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>'
    )


_RELATIONS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>\
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/>\
<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" \
Target="docProps/app.xml"/>\
<Relationship Id="rId4" Type="{_OFFICE}/relationships/custom-properties" \
Target="docProps/custom.xml"/>\
</Relationships>"""


def _content_types(sheets: int) -> str:
    listed = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
        f'ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        for number in range(1, sheets + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'{listed}<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/>'
        f'<Override PartName="/{SHARED_TEXTS}" ContentType="{_SHEET_TYPE}.sharedStrings+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        f'ContentType="{_DOCUMENT_TYPE}.extended-properties+xml"/>'
        '<Override PartName="/docProps/custom.xml" '
        f'ContentType="{_DOCUMENT_TYPE}.custom-properties+xml"/>'
        "</Types>"
    )


def _core(created: datetime) -> str:
    moment = created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:creator>SimDesk</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        "</cp:coreProperties>"
    )


def _app() -> str:
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>SimDesk</Application></Properties>"
    )


def _custom(marker: Sequence[tuple[str, str]]) -> str:
    listed = "".join(
        f'<property fmtid="{_CUSTOM_FORM}" pid="{number}" name="{xml_escaped(carried(name))}">'
        f"<vt:lpwstr>{xml_escaped(carried(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(marker, 2)
    )
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{listed}</Properties>'
    )
