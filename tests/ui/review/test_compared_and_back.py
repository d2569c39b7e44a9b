"""A sheet held against the desk and brought back, by the real services and the real windows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtTest import QAbstractItemModelTester

from simdesk.compose import Desk
from simdesk.models.action import Action
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.operations import Request
from simdesk.models.sheet_lines import LineKind
from simdesk.ui.dialogs.act import ActDialog
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.main_window import MainWindow
from simdesk.ui.review.bring_back_dialog import BringBackDialog
from simdesk.ui.review.comparison_dialog import ComparisonDialog
from simdesk.ui.review.list_dialog import ListDialog
from simdesk.ui.review.mapping_dialog import MappingDialog
from simdesk.ui.review.opening import Opening
from simdesk.ui.review.windows import ReviewWindows
from tests.ui.fakes import a_context, until
from tests.ui.review.real import a_fleet_desk, exported, review_windows, top

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
TURNS = 4_000
EDITED = "written in the sheet"


@dataclass
class Stage:
    desk: Desk
    windows: ReviewWindows
    opening: Opening
    wanted: list[Any]


def _edit(file: Path, **values: list[str]) -> None:
    """Write these words into the columns of those titles, from the first card down."""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    for title, words in values.items():
        column = titles.index(title) + 1 if title in titles else len(titles) + 1
        sheet.cell(1, column, title)
        for row, word in enumerate(words, 2):
            sheet.cell(row, column, word)
    book.save(file)


@asynccontextmanager
async def _a_review(folder: Path, after: Any = None, **edits: list[str]) -> AsyncIterator[Stage]:
    async with a_fleet_desk(folder / "north") as desk:
        file = await exported(desk, folder)
        if edits:
            _edit(file, **edits)
        if after is not None:
            await after(desk)
        context = a_context(desk)
        async with review_windows(folder, context) as windows:
            wanted: list[Any] = []
            windows.cards_wanted.connect(wanted.append)
            windows.open(file)
            await until(lambda: top(MainWindow) is not None and top(MainWindow).furnished, TURNS)
            (opening,) = windows._open.values()
            yield Stage(desk, windows, opening, wanted)
        context.bridge.close()
        await context.tasks.aclose()


def _column(dialog: Any, column: int) -> list[str]:
    model = dialog.view.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.mark.long_async(60)
async def test_a_comparison_tells_what_changed_and_shows_the_card(
    qloop: object, tmp_path: Path
) -> None:
    async def edit(desk: Desk) -> None:
        ids = await desk.cards.ids(CardFilter(), Sort())
        await desk.edits.set_remark(ids[:3], "changed on the desk")

    async with _a_review(tmp_path, edit) as stage:
        assert stage.opening.banner is not None
        stage.opening.banner.compare.click()
        dialog = top(ComparisonDialog)
        await until(lambda: dialog.comparison is not None and dialog.view.model.total == 3, TURNS)
        QAbstractItemModelTester(dialog.view.model)
        assert " · 0 added · 0 gone · 3 changed" in dialog.summary.text()
        assert set(_column(dialog, 0)) == {"Changed"}
        assert set(_column(dialog, 2)) == {"Remarks"}
        assert set(_column(dialog, 4)) == {"changed on the desk"}
        assert dialog.confirm_button.text() == "Export 3 lines…"
        dialog.view.table.selectRow(1)
        dialog.show_card.click()
        (question,) = stage.wanted
        (row,) = await stage.desk.cards.rows(question.card_ids)
        assert row.facts.iccid == dialog.view.table.chosen[0].iccid

        dialog.view.search.setText("nowhere to be found")
        await until(lambda: dialog.view.model.total == 0, TURNS)
        assert not dialog.confirm_button.isEnabled()
        dialog.view.search.setText("changed on")
        await until(lambda: dialog.view.model.total == 3, TURNS)
        dialog.export_to(tmp_path / "lines.xlsx")
        await until(lambda: not dialog._context.tasks.names(), TURNS)
        book = openpyxl.load_workbook(tmp_path / "lines.xlsx")
        assert book.worksheets[0].max_row == 4
        book.close()
        dialog.close()


@pytest.mark.long_async(60)
async def test_edits_come_back_as_one_step_and_conflicts_are_left_alone(
    qloop: object, tmp_path: Path
) -> None:
    async def edit(desk: Desk) -> None:
        assert desk.simulation is not None
        await desk.simulation.advance_to(desk.cards.now() + timedelta(hours=1))
        ids = await desk.cards.ids(CardFilter(), Sort())
        await desk.edits.set_remark(ids[:1], "edited here meanwhile")

    async with _a_review(tmp_path, edit, Remarks=[EDITED] * 5) as stage:
        assert stage.opening.banner is not None
        stage.opening.banner.bring_back.click()
        dialog = top(BringBackDialog)
        await until(dialog.confirm_button.isVisible, TURNS)
        assert "4 to be changed · 1 in conflict · 0 refused" in dialog.summary.text()
        assert dialog.confirm_button.text() == "Change 4 remarks"
        await until(lambda: dialog.view.model.total == 4, TURNS)
        assert set(_column(dialog, 4)) == {EDITED}
        conflict = next(g for g in dialog.view.groups.list.rows if g.words == "In conflict")
        dialog.view.groups.choose({id(conflict)})
        await until(lambda: dialog.view.model.total == 1, TURNS)
        assert dialog.view.model.rows[0].kind is LineKind.CONFLICT
        assert _column(dialog, 6)[0]

        dialog.confirm_button.click()
        await until(lambda: "4 cards were changed." in dialog.summary.text(), TURNS)
        assert not dialog.confirm_button.isVisible()
        ids = await stage.desk.cards.ids(CardFilter(), Sort())
        remarks = [row.remark for row in await stage.desk.cards.rows(ids[:5])]
        assert remarks == ["edited here meanwhile", *[EDITED] * 4]
        await stage.desk.edits.undo()
        assert [row.remark for row in await stage.desk.cards.rows(ids[1:5])] != [EDITED] * 4
        dialog.close()


@pytest.mark.long_async(60)
async def test_cards_that_only_the_provider_changed_are_kept_on_a_word(
    qloop: object, tmp_path: Path
) -> None:
    async def change(desk: Desk) -> None:
        assert desk.simulation is not None
        ids = await desk.cards.ids(CardFilter(), Sort())
        rows = {row.id: row for row in await desk.cards.rows(ids[:5])}
        moved = next(row for row in rows.values() if row.facts.specific == 100)
        preview = await desk.operations.preview(Request(Action.SUSPEND), [moved.id])
        await desk.operations.start(preview, "a test")
        await until(lambda: not desk.operations.running, TURNS)
        await desk.sync.refresh([moved.id])

    async with _a_review(tmp_path, change, Remarks=[EDITED] * 5) as stage:
        stage.opening.banner.bring_back.click()  # type: ignore[union-attr]
        dialog = top(BringBackDialog)
        await until(lambda: dialog.shown, TURNS)
        assert "4 to be changed · 1 in conflict" in dialog.summary.text()
        assert dialog.moved.isVisible()
        assert dialog.confirm_button.text() == "Change 4 remarks"
        dialog.moved.setChecked(True)
        assert dialog.confirm_button.text() == "Change 5 remarks and tags"
        dialog.confirm_button.click()
        await until(lambda: "5 cards were changed." in dialog.summary.text(), TURNS)
        ids = await stage.desk.cards.ids(CardFilter(), Sort())
        assert {row.remark for row in await stage.desk.cards.rows(ids[:5])} == {EDITED}
        dialog.close()


@pytest.mark.long_async(60)
async def test_wished_acts_are_previewed_and_nothing_is_sent_by_itself(
    qloop: object, tmp_path: Path
) -> None:
    wishes = ["suspend", "no such act", *[""] * 58]
    async with _a_review(tmp_path, None, **{"Wished action": wishes}) as stage:
        stage.opening.banner.bring_back.click()  # type: ignore[union-attr]
        dialog = top(BringBackDialog)
        await until(lambda: "refused" in dialog.summary.text(), TURNS)
        assert not dialog.confirm_button.isVisible()
        assert "0 refused" not in dialog.summary.text()
        for button in dialog.acts.buttons:
            button.click()
            await until(lambda: top(ActDialog) is not None, TURNS)
            await until(lambda: top(ActDialog).preview is not None, TURNS)
            top(ActDialog).close()
        assert await stage.desk.operations.operations() == ()
        dialog.close()


@pytest.mark.long_async(60)
async def test_a_list_of_cards_falls_into_buckets_that_sum_to_its_rows(
    qloop: object, tmp_path: Path
) -> None:
    async with a_fleet_desk(tmp_path / "north") as desk:
        ids = await desk.cards.ids(CardFilter(), Sort("usage"))
        rows = await desk.cards.rows(ids[:8])
        numbers = [row.facts.iccid for row in rows]
        lines = ["ICCID", *numbers, "89860321000099999999", "8.98604E+19"]
        file = tmp_path / "suspend these.csv"
        file.write_text("\n".join(lines), "utf-8")
        context = a_context(desk)
        async with review_windows(tmp_path, context) as windows:
            wanted: list[Any] = []
            windows.cards_wanted.connect(wanted.append)
            windows.open(file)
            await until(lambda: top(MappingDialog) is not None, TURNS)
            top(MappingDialog).confirm_button.click()
            await until(lambda: top(MainWindow) is not None and top(MainWindow).furnished, TURNS)
            (opening,) = windows.openings
            assert opening.banner is not None
            opening.banner.find_cards.click()
            dialog = top(ListDialog)
            await until(lambda: dialog.report is not None, TURNS)
            counts = [bucket.count.text() for bucket in dialog.buckets]
            assert counts == ["8", "1", "0", "0", "1"]
            assert dialog.total.text() == "10 rows:"
            assert dialog.confirm_button.text() == "Show 8 cards"
            dialog.confirm_button.click()
            assert sorted(wanted[0].card_ids) == sorted(row.id for row in rows)
        context.bridge.close()
        await context.tasks.aclose()


@pytest.mark.long_async(90)
async def test_two_spreadsheets_are_compared_without_any_fleet(
    qloop: object, tmp_path: Path
) -> None:
    async with a_fleet_desk(tmp_path / "north") as desk:
        before = await exported(desk, tmp_path, "before")
        ids = await desk.cards.ids(CardFilter(), Sort())
        await desk.edits.set_remark(ids[:2], "later")
        after = await exported(desk, tmp_path, "after")
    async with review_windows(tmp_path) as windows:
        windows.open(before)
        windows.open(after)
        await until(lambda: all(one.context is not None for one in windows.openings), TURNS)
        first, second = windows.openings
        assert first.banner is not None
        first.banner.compare.click()
        menu = top(LetterMenu)
        words = [action.text() for action in menu.actions()]
        assert words == ["“after.xlsx”", "Another spreadsheet…"]
        menu.actions()[0].trigger()
        menu.close()
        dialog = top(ComparisonDialog)
        assert dialog.windowTitle() == "“before.xlsx” compared with “after.xlsx”"
        await until(lambda: dialog.view.model.total == 2, TURNS)
        assert set(_column(dialog, 4)) == {"later"}
        dialog.view.table.selectRow(0)
        dialog.show_card.click()
        assert second.window is not None
        cards = second.window.cards
        await until(lambda: cards.presenter.facts.matching == 1, TURNS)
        dialog.close()
        await until(lambda: not any(one.context.tasks.names() for one in windows.openings), TURNS)
