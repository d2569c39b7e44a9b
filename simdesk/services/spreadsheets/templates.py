"""Formatted tables to be filled in by hand: what a cell may hold is said and checked there.

Written by openpyxl: a template is small, and has notes and drop-downs that our own writer lacks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 1_048_576
TEXT_FORMAT = "@"
_CHOICES = "Choices"
_HEAD_FILL, _HEAD_LINE = "FFE8EEF4", "FF8FA3B5"
_NOTE_WIDTH, _NOTE_HEIGHT = 340, 150
_PROMPT = 255  # the longest text that Excel shows beside a cell


class Entry(Enum):
    """What may be typed into a column."""

    ICCID = "iccid"
    """19 or 20 characters, as text: a number is refused by the spreadsheet program itself."""
    WORDS = "words"
    WHOLE = "whole"
    """A whole number, 0 or more."""
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column: its title, the note on it, and what to do where something else was typed.

    `longest` bounds words, `choices` are those of a drop-down.
    """

    title: str
    entry: Entry
    note: str
    refusal: str
    width: float = 24
    longest: int = 0
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A table without rows, and a sheet beside it that says how it is used, line by line."""

    name: str
    columns: Sequence[TemplateColumn]
    help_name: str
    help: Sequence[str]


def write_template(stream: IO[bytes], template: Template) -> None:
    """Write the workbook to a binary file. Raises what the stream raises."""
    from openpyxl import Workbook  # on first use: it takes a while

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = template.name
    sheet.freeze_panes = "A2"
    choices: list[list[str]] = []
    for place, column in enumerate(template.columns, 1):
        _column(sheet, place, column)
        _head(sheet, place, column)
        sheet.add_data_validation(_check(place, column, len(choices) + 1))
        if column.choices:
            choices.append(list(column.choices))
    _help(book, template)
    if choices:
        _choices(book, choices)
    book.save(stream)


def _column(sheet: "Worksheet", place: int, column: TemplateColumn) -> None:
    """Every cell of the column has its format, also where nothing was typed yet."""
    from openpyxl.utils import get_column_letter

    shape = sheet.column_dimensions[get_column_letter(place)]
    shape.width = column.width
    shape.number_format = "0" if column.entry is Entry.WHOLE else TEXT_FORMAT


def _head(sheet: "Worksheet", place: int, column: TemplateColumn) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Border, Font, PatternFill, Side

    cell = sheet.cell(1, place)
    _put(cell, column.title)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
    cell.border = Border(bottom=Side("medium", color=_HEAD_LINE))
    note = Comment(column.note, "SimDesk")
    note.width, note.height = _NOTE_WIDTH, _NOTE_HEIGHT
    cell.comment = note


def _put(cell: Any, words: str) -> None:  # noqa: ANN401 - openpyxl tells no types
    """Words as text, whatever they look like: openpyxl would make a formula of “=1”."""
    cell.value = words
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT


def _check(place: int, column: TemplateColumn, choice: int) -> Any:  # noqa: ANN401 - openpyxl tells no types
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(place)
    check = DataValidation(
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle=column.title[:32],
        error=column.refusal[:_PROMPT],
        promptTitle=column.title[:32],
        prompt=column.note[:_PROMPT],
    )
    check.add(f"{letter}2:{letter}{LAST_ROW}")
    match column.entry:
        case Entry.ICCID:
            first = f"{letter}2"
            check.type = "custom"
            check.formula1 = (
                f'AND(ISTEXT({first}),LEN({first})>=19,LEN({first})<=20,LEFT({first},4)="8986")'
            )
        case Entry.WHOLE:
            check.type, check.operator, check.formula1 = "whole", "greaterThanOrEqual", "0"
        case Entry.CHOICE:
            listed = get_column_letter(choice)
            check.type = "list"
            check.formula1 = f"{_CHOICES}!${listed}$1:${listed}${len(column.choices)}"
        case Entry.WORDS:
            check.type, check.operator = "textLength", "lessThanOrEqual"
            check.formula1 = str(column.longest)
    return check


def _help(book: "Workbook", template: Template) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(template.help_name)
    sheet.column_dimensions["A"].width = 100
    for number, line in enumerate(template.help, 1):
        cell = sheet.cell(number, 1)
        _put(cell, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if number == 1:
            cell.font = Font(bold=True, size=13)


def _choices(book: "Workbook", choices: Sequence[Sequence[str]]) -> None:
    sheet = book.create_sheet(_CHOICES)
    sheet.sheet_state = "hidden"
    for place, listed in enumerate(choices, 1):
        for number, words in enumerate(listed, 1):
            _put(sheet.cell(number, place), words)
