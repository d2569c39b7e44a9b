"""Templates for each action: ICCIDs stay text, and what is chosen is understood."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from simdesk.models.action import Action
from simdesk.models.operations import PLAIN
from simdesk.models.texts import Text
from simdesk.models.wishes import wish_of
from simdesk.services.action_templates import EXAMPLE, template_of, wishes_of, write_action_template
from simdesk.services.card_lists import CardLists
from tests.services.desk_stage import staged
from tests.services.sheet_files import cards, iccid
from tests.services.spreadsheets.read_back import by_calamine


def written(action: Action, folder: Path) -> Path:
    path = folder / f"{action}.xlsx"
    write_action_template(action, path)
    return path


def checks(sheet: Any) -> dict[str, Any]:
    return {str(one.sqref): one for one in sheet.data_validations.dataValidation}


@pytest.mark.parametrize("action", Action)
def test_the_column_of_iccids_is_text_from_top_to_bottom(tmp_path: Path, action: Action) -> None:
    sheet = openpyxl.load_workbook(written(action, tmp_path))["Cards"]
    assert sheet["A1"].value == "ICCID"
    assert sheet.column_dimensions["A"].number_format == "@"
    check = checks(sheet)["A2:A1048576"]
    assert (check.type, check.formula1[:14]) == ("custom", "AND(ISTEXT(A2)")
    assert EXAMPLE in sheet["A1"].comment.text
    assert EXAMPLE in check.prompt
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet["A"]] == ["ICCID"]


@pytest.mark.parametrize("action", Action)
async def test_ids_that_are_typed_in_come_back_whole(tmp_path: Path, action: Action) -> None:
    path = written(action, tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["Cards"]
    for row in range(2, 12):
        cell = sheet.cell(row, 1, iccid(row))
        cell.number_format = sheet.column_dimensions["A"].number_format
    book.save(path)
    cells = [(row, line[0]) for row, line in enumerate(by_calamine(path)[1:], 2)]
    async with staged(tmp_path, cards(12)) as stage:
        report = await CardLists(stage.database).of_cells(cells)
    assert report.found == tuple(range(2, 12))


@pytest.mark.parametrize("action", [*PLAIN, Action.RENEW, Action.AUTO_REBIND])
def test_what_the_drop_down_offers_is_understood(tmp_path: Path, action: Action) -> None:
    book = openpyxl.load_workbook(written(action, tmp_path))
    check = checks(book["Cards"])["B2:B1048576"]
    assert check.type == "list"
    name, _, span = check.formula1.partition("!")
    assert book[name].sheet_state == "hidden"
    offered = [cell.value for (cell,) in book[name][span.replace("$", "")]]
    assert [wish_of(words) for words in offered] == list(wishes_of(action))


@pytest.mark.parametrize(
    ("action", "title", "form", "bound"),
    [
        (Action.USAGE_LIMIT, "Usage limit (MB)", "0", ("whole", "0")),
        (Action.TAG, "Tags", "@", ("textLength", "220")),
        (Action.REMARK, "Remarks", "@", ("textLength", "100")),
    ],
)
def test_other_columns_say_what_they_hold(
    tmp_path: Path, action: Action, title: str, form: str, bound: tuple[str, str]
) -> None:
    sheet = openpyxl.load_workbook(written(action, tmp_path))["Cards"]
    assert sheet["B1"].value == title
    assert sheet["B1"].comment is not None
    assert sheet.column_dimensions["B"].number_format == form
    check = checks(sheet)["B2:B1048576"]
    assert (check.type, check.formula1) == bound


@pytest.mark.parametrize("action", Action)
def test_no_note_is_cut_off_and_a_sheet_says_how(tmp_path: Path, action: Action) -> None:
    template = template_of(action)
    assert all(len(one.note) <= 255 and len(one.refusal) <= 255 for one in template.columns)
    lines = [
        cell.value for cell in openpyxl.load_workbook(written(action, tmp_path))["How to"]["A"]
    ]
    assert lines[0] == str(action.label)
    assert "“Cards”" in lines[1]
    back = any("Bring changes back" in line for line in lines)
    assert back is (len(template.columns) > 1)


def test_a_template_speaks_the_language_it_is_asked_for() -> None:
    chinese = {"Cards": "卡", "Wished action": "期望操作"}

    def say(words: Text) -> str:
        return words.filled(chinese.get(words.source))

    template = template_of(Action.SUSPEND, say)
    assert (template.name, [one.title for one in template.columns]) == ("卡", ["ICCID", "期望操作"])
