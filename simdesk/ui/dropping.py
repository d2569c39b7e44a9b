"""What may be dropped on a window: spreadsheets to review, card numbers to find."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

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


@dataclass(frozen=True)
class Door:
    """What a window takes: so many files at once, and texts with card numbers in them or not."""

    most: int = MOST_FILES
    numbers: bool = True

    def admit(self, event: QDropEvent) -> None:
        """Answer what is dragged over the window: the cursor of copying, or the forbidden one.

        Nothing is ever moved: what lies where it was dragged from stays there.
        """
        if self._fits(event.mimeData()):
            take(event)
        else:
            event.ignore()

    def _fits(self, data: QMimeData) -> bool:
        try:
            self.understood(data)
        except KnownError:
            return False
        return True

    def understood(self, data: QMimeData) -> Dropped:
        """What was dropped. Raises KnownError, with what could be dropped instead."""
        if data.hasUrls():
            return Dropped(files=self._sheets([url.toLocalFile() for url in data.urls()]))
        if self.numbers and holds_numbers(data.text()):
            return Dropped(words=data.text())
        words = QT_TRANSLATE_NOOP("trade", "No card number stands in what was dropped.")
        raise self._refused(text(words if self.numbers else _NO_SHEET))

    def _sheets(self, names: Sequence[str]) -> tuple[Path, ...]:
        files = tuple(Path(name) for name in names)
        for name, file in zip(names, files, strict=True):
            if not name or file.suffix.casefold() not in SHEETS:
                words = QT_TRANSLATE_NOOP("trade", "“{name}” is no spreadsheet.")
                raise self._refused(text(words, name=shortened(file.name)))
        if not files:
            raise self._refused(text(_NO_SHEET))
        if len(files) > self.most:
            words = QT_TRANSLATE_NOOP("trade", "{count} files are too many at once.")
            raise self._refused(text(words, count=len(files)))
        return files

    def _refused(self, message: Text) -> KnownError:
        return KnownError(message, text(_MANY if self.numbers else _ONE, most=self.most))


WINDOW = Door()
"""The main window, of a fleet or a spreadsheet."""
WELCOME = Door(most=1, numbers=False)
"""The welcome page: no fleet is open that numbers could be found in."""
_NO_SHEET = QT_TRANSLATE_NOOP("trade", "That is no spreadsheet.")
_ONE = QT_TRANSLATE_NOOP("trade", "Drop one xlsx or csv file.")
_MANY = QT_TRANSLATE_NOOP("trade", "Drop up to {most} xlsx or csv files, or a column of numbers.")


def take(event: QDropEvent) -> None:
    """Take what is dragged as a copy; not at all from somebody who would only give it away."""
    if event.possibleActions() & Qt.DropAction.CopyAction:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()


def holds_numbers(words: str) -> bool:
    """Card numbers stand in a text, at its beginning at least."""
    return any(one.kinds for one in split_paste(words[:_LOOKED_AT]))
