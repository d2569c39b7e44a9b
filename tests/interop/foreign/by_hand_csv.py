"""csv files as all the world writes them."""

import csv
import io
from pathlib import Path

from tests.interop.foreign.fleet import BUILDERS, CHINESE, as_text, builder


def lines(delimiter: str = ",", end: str = "\r\n", titles: list[str] | None = None) -> str:
    """The fleet, written by the csv module."""
    written = io.StringIO()
    rows = as_text() if titles is None else as_text(titles)
    csv.writer(written, delimiter=delimiter, lineterminator=end).writerows(rows)
    return written.getvalue()


def plain(name: str, content: bytes) -> None:
    BUILDERS[name] = lambda path: path.write_bytes(content)


plain("comma_utf8.csv", lines().encode())
plain("comma_bom.csv", lines().encode("utf-8-sig"))
plain("lf_only.csv", lines(end="\n").encode())
plain("cr_only.csv", lines(end="\r").encode())
plain("semicolon_gb18030.csv", lines(";", titles=CHINESE).encode("gb18030"))
plain("comma_gbk.csv", lines(titles=CHINESE).replace("😀", "").encode("gbk"))
plain("tab_utf16.txt", lines("\t", titles=CHINESE).encode("utf-16"))
plain("tab_utf16_be.csv", b"\xfe\xff" + lines("\t").encode("utf-16-be"))
plain("comma_utf16_no_mark.csv", lines().encode("utf-16-le"))
plain("pipe_utf8.csv", lines("|").encode())
plain("caret_utf8.csv", lines("^").encode())
plain("unit_separator.csv", lines("\x1f").encode())
plain("title_rows.csv", ("Fleet of the north\r\nExported,2026-06-15\r\n\r\n" + lines()).encode())
plain("sep_line.csv", ("sep=;\r\n" + lines(";")).encode())
plain("blank_lines.csv", lines().replace("\r\n", "\r\n\r\n").encode())
plain("no_last_line_end.csv", lines().rstrip().encode())
plain("single_column.csv", "".join(f"{row[0]}\n" for row in as_text()).encode())
plain("decimal_comma.csv", b"ICCID;used;left\n898603210001;1,5;2,5\n898603210002;3,5;4,5\n")
plain("ragged.csv", b"ICCID,a\n1,2,3,4\n5\n,,,\n6,7\n")
plain("null_words.csv", b"ICCID,Remarks\nNA,null\nNaN,None\n#N/A,-\n")
plain("scientific.csv", b"ICCID,Remarks\n8.98603E+19,made so by a spreadsheet program\n")
plain("guard_of_others.csv", b"ICCID,Remarks\n898603210001,'=1+1\n898603210002,'quoted\n")
plain("quote_inside.csv", b'ICCID,Remarks\n898603210001,5" pipe\n898603210002,"6"" pipe"\n')
plain("open_quote.csv", b'ICCID,Remarks\n1,"never closed\n' + b"2,x\n" * 400_000)
plain("line_without_end.csv", b"1," * 9_000_000)
plain("too_many_fields.csv", b"ICCID,a\n1" + b",2" * 17_000 + b"\n")
plain("empty.csv", b"")
plain("only_line_ends.csv", b"\r\n\r\n")
plain("web_page.xls", b"<html><body><table><tr><td>ICCID</td></tr></table></body></html>")
plain("xml_2003.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>')
plain("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
plain("no_encoding.csv", b"ICCID,a\n\xff\xff\xfe,\x80\xff\n")
plain("excel_97.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000))
plain(
    "password.xlsx",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
)


@builder("quoted_all.csv")
def _quoted_all(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(as_text())


@builder("breaks_in_fields.csv")
def _breaks_in_fields(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["ICCID", "Used\n(MB)"], ["898603210001", "1\r\n2"]])


@builder("unix_dialect.csv")
def _unix_dialect(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, dialect="unix").writerows(as_text())
