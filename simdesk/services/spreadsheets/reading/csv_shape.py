"""Which encoding and which delimiter a csv file has: nothing in it says so."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from simdesk.models.sheets import SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.spreadsheets.reading import refusals

LONGEST_FIELD = 1_000_000
"""Characters. A field that is longer began with a quotation mark that nothing closes."""
_PIECE = 1 << 20
_HEAD_LINES, _HEAD_CHARACTERS = 400, 400_000
_DELIMITERS = (",", ";", "\t", "|", "^", "~", "\x1f")
"""In the order in which they are believed where several fit equally well."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "gb18030")
_SAID = "sep="


def encoding_of(path: Path) -> str:
    """The encoding in which the whole file can be read: by its mark, else UTF-8, else GB18030.

    Raises SheetRejectedError for a file of none, and for one that is no text.
    """
    with path.open("rb") as file:
        head = file.read(_PIECE)
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                _check(file, encoding)
                return encoding
        if b"\x00" in head:
            return _without_mark(file, head)
        for encoding in _ENCODINGS:
            if _reads(file, encoding):
                return encoding
    raise _no_text()


def _without_mark(file: IO[bytes], head: bytes) -> str:
    """UTF-16 that does not say so has a zero in every other byte of a header in English."""
    for encoding, begin in (("utf-16-le", 1), ("utf-16-be", 0)):
        if set(head[begin:100:2]) == {0} and _reads(file, encoding):
            return encoding
    raise _no_text()


def _check(file: IO[bytes], encoding: str) -> None:
    if not _reads(file, encoding):
        raise _no_text()


def _reads(file: IO[bytes], encoding: str) -> bool:
    """Whether all of the file is text of this encoding."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while piece := file.read(_PIECE):
            if "\x00" in decoder.decode(piece):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _no_text() -> SheetRejectedError:
    return refusals.not_a_sheet(
        text(
            QT_TRANSLATE_NOOP(
                "trade", "The file is neither a workbook nor text in UTF-8, UTF-16 or GB18030."
            )
        )
    )


def delimiter_of(file: IO[str]) -> tuple[str, int]:
    """The delimiter, and how many characters to leave out: Excel's own line `sep=;` says it.

    `file` stands at its begin. The delimiter that parts most lines into equally many fields wins,
    of several the one that makes most fields.
    """
    head = file.read(_HEAD_CHARACTERS)
    first = head.split("\n", 1)[0]
    if first.casefold().startswith(_SAID) and len(first.rstrip("\r")) == len(_SAID) + 1:
        return first[len(_SAID)], len(first) + 1
    lines = head.splitlines(keepends=True)[:_HEAD_LINES]
    if len(head) == _HEAD_CHARACTERS:
        lines = lines[:-1] or lines  # the last may be cut
    return max(_DELIMITERS, key=lambda one: _fit(lines, one)), 0


def _fit(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    """The share of rows that have as many fields as most have, and that many."""
    widths = Counter(len(row) for row in _parsed(lines, delimiter) if row)
    most = max((width for width in widths if width > 1), key=lambda one: widths[one], default=1)
    return (widths[most] / widths.total(), most) if most > 1 else (0.0, 1)


def _parsed(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:
        return
