"""Templates filled in and saved by LibreOffice: every ICCID comes back whole."""

from pathlib import Path

import openpyxl
import python_calamine

from simdesk.models.action import Action
from simdesk.models.card_lists import listed_row
from simdesk.models.numbers import NumberKind
from simdesk.models.wishes import wish_of
from simdesk.services.action_templates import wishes_of, write_action_template
from tests.interop.office import saved_again
from tests.services.sheet_files import iccid

ROWS = 20


def filled(action: Action, folder: Path) -> Path:
    """A template with a number and a wish in each row, typed as text."""
    path = folder / f"{action}.xlsx"
    write_action_template(action, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Cards"]
    for row in range(2, ROWS + 2):
        cell = sheet.cell(row, 1, iccid(row))
        cell.number_format = sheet.column_dimensions["A"].number_format
        if sheet["B1"].value == "Wished action":
            sheet.cell(row, 2, book["Choices"]["A1"].value)
        elif sheet["B1"].value is not None:
            sheet.cell(row, 2, 50 if action is Action.USAGE_LIMIT else "=1, depot")
            sheet.cell(row, 2).data_type = "n" if action is Action.USAGE_LIMIT else "s"
    book.save(path)
    return path


def test_what_is_typed_into_a_template_survives_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "filled").mkdir()
    (tmp_path / "saved").mkdir()
    paths = [filled(action, tmp_path / "filled") for action in Action]
    for action, path in zip(Action, saved_again(paths, tmp_path / "saved"), strict=True):
        book = python_calamine.CalamineWorkbook.from_path(path)
        titles, *lines = book.get_sheet_by_name("Cards").to_python()
        assert len(lines) == ROWS, action
        rows = [listed_row(number, line[0]) for number, line in enumerate(lines, 2)]
        assert [row.pasted.number for row in rows if row is not None] == [
            iccid(number) for number in range(2, ROWS + 2)
        ]
        assert {row.pasted.kinds for row in rows if row is not None} == {(NumberKind.ICCID,)}
        wanted: set[object] = {line[1] for line in lines} if len(titles) > 1 else set()
        if wishes_of(action):
            assert {wish_of(str(words)) for words in wanted} == {wishes_of(action)[0]}
        elif wanted:
            assert wanted == {50.0 if action is Action.USAGE_LIMIT else "=1, depot"}
        sheet = openpyxl.load_workbook(path)["Cards"]
        # The format of the whole column is still text: what is typed later is text, too.
        assert sheet.column_dimensions["A"].number_format == "@", action
        assert {one.type for one in sheet.data_validations.dataValidation} >= {"custom"}
