"""Workbooks put together part by part: what the format allows and nobody does, and hostile ones."""

import io
import zipfile
from collections.abc import Mapping

from tests.interop.foreign.fleet import BUILDERS

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET, SHARED, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"

BARE: dict[str, bytes] = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/{SHARED}" ContentType="{_KIND}.sharedStrings+xml"/>'
        f'<Override PartName="/{STYLES}" ContentType="{_KIND}.styles+xml"/></Types>'
    ).encode(),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ).encode(),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Fleet" sheetId="1" r:id="b"/></sheets></workbook>'
    ).encode(),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="b" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="c" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="d" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ).encode(),
    SHARED: (
        f'<sst xmlns="{MAIN}"><si><t>ICCID</t></si><si><t>8986</t></si>'
        '<si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>'
        '<si><t>仓库</t><rPh sb="0" eb="2"><t>cangku</t></rPh></si></sst>'
    ).encode(),
    STYLES: (
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/>'
        "</cellXfs></styleSheet>"
    ).encode(),
}


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    data = f"<sheetData>{rows}</sheetData>"
    return f'{before}<worksheet xmlns="{MAIN}">{data}{after}</worksheet>'.encode()


def text(place: str, words: str) -> str:
    where = f' r="{place}"' if place else ""
    return f'<c{where} t="inlineStr"><is><t>{words}</t></is></c>'


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def blown_up(parts: Mapping[str, bytes], name: str, spaces: int) -> bytes:
    """The parts, one of them with so many spaces at its end: they pack to a thousandth."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for one, part in parts.items():
            with archive.open(one, "w") as member:
                member.write(part)
                for _ in range(spaces // 1_000_000 if one == name else 0):
                    member.write(b" " * 1_000_000)
    return content.getvalue()


def made(name: str, content: bytes) -> None:
    BUILDERS[name] = lambda path: path.write_bytes(content)


def rows(name: str, xml: str, **more: str) -> None:
    made(name, packed(BARE | {SHEET: sheet(xml, **more)}))


HEADER = f"<row r='1'>{text('A1', 'ICCID')}{text('B1', 'Used')}</row>"
CARD = f'<row r="2">{text("A2", "8986")}<c r="B2"><v>5</v></c></row>'

rows("xml_inline.xlsx", HEADER + CARD)
rows("xml_no_places.xlsx", f"<row>{text('', 'ICCID')}</row><row>{text('', '8986')}</row>")
rows(
    "xml_shared.xlsx",
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>3</v></c></row>',
)
rows("xml_shared_too_far.xlsx", '<row r="1"><c r="A1" t="s"><v>99</v></c></row>')
rows("xml_entities.xlsx", f'<row r="1">{text("A1", "a &amp; &lt;b&gt; &#20013; &quot;")}</row>')
rows("xml_lookalike.xlsx", f'<row r="1">{text("A1", "_x0041__x005F_x0042_")}</row>')
rows(
    "xml_kinds.xlsx",
    '<row r="1"><c r="A1" t="str"><v>8986</v></c><c r="B1" t="b"><v>1</v></c>'
    '<c r="C1" t="e"><v>#N/A</v></c><c r="D1" s="1"><v>46023</v></c><c r="E1"><v>1E3</v></c>'
    '<c r="F1" t="n"><v>-0.5</v></c><c r="G1" s="1"/></row>',
)
rows("xml_moments.xlsx", '<row r="1"><c r="A1" t="d"><v>2026-01-03T09:00:00</v></c></row>')
rows("xml_rows_from_100.xlsx", f'<row r="100">{text("C100", "ICCID")}</row>')
rows(
    "xml_gaps.xlsx",
    f'<row r="1">{text("A1", "a")}{text("D1", "d")}</row><row r="4">{text("B4", "b")}</row>',
)
rows("xml_comments_and_white.xlsx", f"<!-- x -->\n  <row r='1'>\n {text('A1', 'ICCID')} \n</row>")
rows("xml_cdata.xlsx", f'<row r="1">{text("A1", "<![CDATA[a<b]]>")}</row>')
rows("xml_long_text.xlsx", f'<row r="1">{text("A1", "x" * 200_000)}</row>')
rows(
    "xml_merged.xlsx",
    HEADER + CARD,
    after='<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
)
rows("xml_bad_merge.xlsx", HEADER + CARD, after='<mergeCells><mergeCell ref="A1:"/></mergeCells>')
rows("xml_lying_dimension.xlsx", HEADER + CARD)
BUILDERS["xml_lying_dimension.xlsx"] = lambda path: path.write_bytes(
    packed(
        BARE
        | {
            SHEET: sheet(HEADER + CARD).replace(
                b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'
            )
        }
    )
)
rows("xml_mark_of_bytes.xlsx", HEADER + CARD, before="\ufeff")
rows("xml_number_as_id.xlsx", f"{HEADER}<row r='2'><c r='A2'><v>89860321000000015668</v></c></row>")
rows("xml_no_cells.xlsx", "")
rows("xml_blank_to_the_end.xlsx", HEADER + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')

prefixed = sheet(HEADER + CARD).decode().replace("<", "<x:").replace("<x:/", "</x:")
made("xml_prefixed.xlsx", packed(BARE | {SHEET: prefixed.replace("xmlns=", "xmlns:x=").encode()}))
made("xml_stored.xlsx", packed(BARE | {SHEET: sheet(HEADER + CARD)}, zipfile.ZIP_STORED))
made("xml_behind_a_script.xlsx", b"PK-like? " + packed(BARE | {SHEET: sheet(HEADER + CARD)}))
made(
    "xml_external_link.xlsx",
    packed(
        BARE
        | {
            SHEET: sheet('<row r="1"><c r="A1" t="str"><f>[1]Far!A1</f><v>kept</v></c></row>'),
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>'.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
                f'Type="{_OFFICE}/externalLinkPath" Target="http://example.invalid/far.xlsx" '
                'TargetMode="External"/></Relationships>'
            ).encode(),
        }
    ),
)

# What is refused.
made(
    "bad_no_end.xlsx",
    packed(BARE | {SHEET: sheet(HEADER + CARD).removesuffix(b"</sheetData></worksheet>")}),
)
made("bad_cut_in_a_row.xlsx", packed(BARE | {SHEET: sheet(HEADER + CARD)[:-60]}))
made("bad_not_xml.xlsx", packed(BARE | {SHEET: b"ICCID,Used\n1,2\n"}))
made("bad_no_sheet_part.xlsx", packed(BARE))
made("bad_no_workbook.xlsx", packed({SHEET: sheet(HEADER)}))
made("bad_half.xlsx", packed(BARE | {SHEET: sheet(HEADER + CARD)})[:900])
made("bad_only_letters.xlsx", b"PK\x03\x04")
made("bad_utf16_sheet.xlsx", packed(BARE | {SHEET: sheet(HEADER).decode().encode("utf-16")}))
rows("bad_place.xlsx", '<row r="1"><c r="1A"><v>1</v></c><c r="ZZZZZ9999999999"><v>1</v></c></row>')
made(
    "bad_document_type.xlsx",
    packed(
        BARE
        | {
            SHEET: sheet(
                f"<row>{text('', '&b;')}</row>", before='<!DOCTYPE w [<!ENTITY b "bomb">]>'
            )
        }
    ),
)
made("bad_outside.xlsx", packed(BARE | {SHEET: sheet(HEADER), "../../evil.xml": b"<a/>"}))
made("bad_twice.xlsx", packed(BARE | {SHEET: sheet(HEADER), SHEET.upper(): sheet(CARD)}))
made(
    "bad_parts.xlsx", packed(BARE | {SHEET: sheet(HEADER)} | {f"x{n}.xml": b"" for n in range(210)})
)
rows("bad_far_cell.xlsx", HEADER + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
rows("bad_too_many_cells.xlsx", ("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 40_000)
BUILDERS["bad_bomb.xlsx"] = lambda path: path.write_bytes(
    blown_up(BARE | {SHEET: sheet(HEADER)}, SHEET, 510_000_000)
)
made("bad_document.xlsx", packed({"[Content_Types].xml": b"", "word/document.xml": b"<w/>"}))
made("open_document.ods", packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}))
made("binary.xlsb", packed({"[Content_Types].xml": b"", "xl/workbook.bin": b"\x83\x01"}))
