"""What may be dropped on the window: spreadsheets to review, card numbers to find."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from simdesk.models.errors import KnownError
from simdesk.models.paste import split_paste
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text

SHEETS = frozenset({".xlsx", ".csv", ".txt", ".tsv"})
"""Endings of files that can be opened for review."""
MOST_FILES = 8
"""So many spreadsheets are opened at once, each in a window of its own."""
_LOOKED_AT = 2_000
"""Characters of a dropped text that decide whether card numbers stand in it."""


@dataclass(frozen=True)
class Dropped:
    """What to do with it: `files` are to be opened for review, the numbers in `words` found."""

    files: tuple[Path, ...] = ()
    words: str = ""


def understood(data: QMimeData) -> Dropped:
    """What was dropped. Raises KnownError, with what could be dropped instead."""
    if data.hasUrls():
        return Dropped(files=_sheets([url.toLocalFile() for url in data.urls()]))
    words = data.text()
    if any(one.kinds for one in split_paste(words[:_LOOKED_AT])):
        return Dropped(words=words)
    raise _refused(text(QT_TRANSLATE_NOOP("trade", "No card number stands in what was dropped.")))


def _sheets(names: Sequence[str]) -> tuple[Path, ...]:
    files = tuple(Path(name) for name in names)
    for name, file in zip(names, files, strict=True):
        if not name or file.suffix.casefold() not in SHEETS:
            words = QT_TRANSLATE_NOOP("trade", "“{name}” is no spreadsheet.")
            raise _refused(text(words, name=shortened(file.name)))
    if len(files) > MOST_FILES:
        words = QT_TRANSLATE_NOOP("trade", "{count} files are too many at once.")
        raise _refused(text(words, count=len(files)))
    return files


def _refused(message: Text) -> KnownError:
    remedy = text(
        QT_TRANSLATE_NOOP("trade", "Drop up to {most} xlsx or csv files, or a column of numbers."),
        most=MOST_FILES,
    )
    return KnownError(message, remedy)
