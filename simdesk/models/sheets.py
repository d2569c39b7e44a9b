"""Spreadsheets that come in: what a cell holds, and why a file is not read."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.models.texts import Text

Cell = str | int | float | bool | datetime | date | time | None
"""A cell as its file stores it; None for a blank one. A csv has texts alone."""


class Rejection(StrEnum):
    """Why a file, or a cell of it, is not read: one word each, for programs and tests."""

    NOT_THERE = "not there"
    NOT_A_SHEET = "not a spreadsheet"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    TOO_SLOW = "too slow"
    LOCKED = "needs a password"
    UNSAFE = "unsafe"
    """It holds what no honest spreadsheet does: a document type, a part outside of its folder."""
    EMPTY = "empty"
    NO_CARDS = "no column of card numbers"
    NUMBER_FOR_ID = "an id in a numeric cell"
    BAD_VALUE = "a value that cannot be read"


class SheetRejectedError(KnownError):
    """A spreadsheet, or a cell of it, is refused: `message` names the place, `remedy` the way out.

    `sheet` and `cell` ("B17") tell the place where there is one.
    """

    def __init__(
        self,
        why: Rejection,
        message: Text,
        remedy: Text,
        *,
        sheet: str | None = None,
        cell: str | None = None,
    ) -> None:
        super().__init__(message, remedy)
        self.why = why
        self.sheet = sheet
        self.cell = cell


@dataclass(frozen=True, slots=True)
class OwnMark:
    """What one of our own exports says of itself; programs that save it again keep it.

    `exported_at` is aware, `months` the first and the last, `audit_head` the end of the audit's
    chain as `AuditHead.mark` writes it.
    """

    account: str
    export_id: int
    exported_at: datetime
    months: tuple[Month, Month]
    daily: bool
    format_version: int
    audit_head: str


def column_letters(index: int) -> str:
    """The sheet's name for a column: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
