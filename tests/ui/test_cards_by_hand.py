"""The mouse in the table of cards: what lies in a row can be pressed, a header has its menu."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu

from simdesk.models.action import Action
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.ui import theme
from simdesk.ui.cards.columns import index_of
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

Button = Qt.MouseButton
pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(500))


@pytest.fixture(autouse=True)
def _menus_closed(qapp: QApplication) -> Iterator[None]:
    yield
    for menu in menus():
        menu.close()


def menus() -> list[QMenu]:
    """Menus that stand open."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [one for one in shown if isinstance(one, QMenu)]


def dialogs(kind: str) -> list[Any]:
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [one for one in shown if type(one).__name__ == kind]


def places(table: Any, row: int, name: str, part: str) -> list[QPoint]:
    """Where in a cell that part can be pressed, from left to right."""
    cell: QRect = table.visualRect(table.cards.index(row, index_of(name)))
    found = [QPoint(x, cell.center().y()) for x in range(cell.left(), cell.right() + 1)]
    hits = [(at, table.part_at(at)) for at in found]
    return [at for at, hit in hits if hit is not None and hit[0].name == part]


def press(table: Any, row: int, name: str, part: str) -> None:
    at = places(table, row, name, part)
    QTest.mouseClick(table.viewport(), Button.LeftButton, pos=at[len(at) // 2])


async def showing(window: Any, *names: str) -> Any:
    """The table with these columns in sight."""
    window.resize(2_600, 700)
    table = window.cards.table
    for name in names:
        table.show_column(index_of(name), True)
    await until(lambda: table.cards.row_at(5) is not None)
    return table


async def test_view_looks_into_the_card_of_its_row(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        table = await showing(window, "actions")
        window.cards.details.hide()
        press(table, 5, "actions", "VIEW")
        assert window.cards.details.isVisible()
        assert window.cards.details.card_id == table.cards.id_at(5)
        assert list(table.selected.ids()) == [table.cards.id_at(5)]


async def test_more_is_for_the_selected_cards_if_the_row_is_among_them(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        table = await showing(window, "actions")
        chosen = [table.cards.id_at(row) for row in (2, 3)]
        table.selected.select(chosen)
        press(table, 3, "actions", "MORE")
        assert len(menus()) == 1
        assert sorted(table.selected.ids()) == sorted(chosen)
        menus()[0].close()
        press(table, 5, "actions", "MORE")
        assert len(menus()) == 1
        assert list(table.selected.ids()) == [table.cards.id_at(5)]


async def test_the_plus_of_a_tag_cell_tags_that_card_alone(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        table = await showing(window, "tags")
        table.selected.select([table.cards.id_at(row) for row in (1, 2)])
        row = next(row for row in range(8) if places(table, row, "tags", "ADD"))
        card_id = table.cards.id_at(row)
        press(table, row, "tags", "ADD")
        await until(lambda: bool(dialogs("TagsDialog")))
        (dialog,) = dialogs("TagsDialog")
        assert list(table.selected.ids()) == [card_id]
        assert dialog.confirm_button.text() == "Change tags of 1 card"
        dialog.reject()


async def test_the_row_under_the_mouse_is_lit_and_its_plus_shown(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        table = await showing(window, "tags")
        table.clearSelection()
        row = next(row for row in range(2, 8) if places(table, row, "tags", "ADD"))
        cell = table.visualRect(table.cards.index(row, index_of("tags")))

        def drawn() -> QImage:
            return table.viewport().grab(cell).toImage()

        plain = drawn()
        at = places(table, row, "tags", "ADD")[0]
        for _ in range(2):
            QTest.mouseMove(table.viewport(), at)
        assert table.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
        lit = drawn()
        assert lit != plain
        QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
        assert drawn() == plain


async def test_a_header_has_a_menu_of_its_own_and_the_ground_beside_it_none(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        header = window.cards.table.header
        carrier = header.sectionViewportPosition(index_of("carrier")) + 10
        for x, words in ((carrier, "Hide column"), (header.width() + 9_999, None)):
            at = QPoint(x, 10)
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.mapToGlobal(at))
            QApplication.sendEvent(header.viewport(), event)
            found = [action.text() for menu in menus() for action in menu.actions()]
            assert (words in found) if words else (found == [])
            for menu in menus():
                menu.close()


async def test_what_is_offered_in_the_details_is_done_to_that_card(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        page = window.cards
        row = next(
            row
            for row in range(100)
            if desk.cards.all[page.model.id_at(row)].facts.specific == 100
            and desk.cards.all[page.model.id_at(row)].facts.plan_type.same_tier
        )
        page.table.go_to(row)
        card_id = page.model.id_at(row)
        await until(lambda: page.details.card_id == card_id)
        for wish, action in (
            (lambda: page.details.action_wanted.emit("card.suspend"), Action.SUSPEND),
            (lambda: page.details.limit_wanted.emit(card_id), Action.USAGE_LIMIT),
        ):
            page.table.selected.select([page.model.id_at(0), page.model.id_at(1)])
            page.details.show_card(desk.cards.all[card_id])
            wish()
            await until(lambda: bool(dialogs("ActDialog")))
            (dialog,) = dialogs("ActDialog")
            assert list(page.table.selected.ids()) == [card_id], action
            assert dialog.windowTitle().startswith(str(action.label))
            dialog.reject()
            await until(lambda: not dialogs("ActDialog"))


async def test_the_last_condition_goes_first_and_a_list_of_cards_before_it(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        page = window.cards
        asked = parse_filter("carrier:CUCC status:in_use")
        window.show_cards(CardFilter(asked.terms, (999_999,)))
        await until(page.empty.isVisible)
        seen = []
        for _ in range(3):
            page._on_shorter_wanted()
            seen.append((filter_text(CardFilter(page.question.terms)), page.question.card_ids))
        assert seen == [
            ("carrier:CUCC status:in_use", None),
            ("carrier:CUCC", None),
            ("", None),
        ]


async def test_blocked_cards_of_a_preview_are_shown_in_the_table(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        page = window.cards
        window.registry.run("edit.select_all")
        await until(lambda: window.registry.standing(Action.SUSPEND) is not None)
        window.registry.run("card.suspend")
        await until(lambda: bool(dialogs("ActDialog")))
        (dialog,) = dialogs("ActDialog")
        dialog.cards_wanted.emit(CardFilter(card_ids=(3, 4)))
        await until(lambda: page.presenter.facts.matching == 2)
        assert sorted(page.model.ids) == [3, 4]
        for left in dialogs("ActDialog"):
            left.reject()


async def test_a_click_on_a_palette_entry_runs_it(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.registry.run("help.palette")
        (palette,) = dialogs("CommandPalette")
        palette.findChild(QLineEdit).setText("compact")
        found = palette.findChild(QListWidget)
        at = found.visualItemRect(found.item(0)).center()
        QTest.mouseClick(found.viewport(), Button.LeftButton, pos=at)
        assert window.density is theme.Density.COMPACT
        assert not palette.isVisible()


async def test_what_a_menu_entry_would_do_stands_in_the_status_bar(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        window.registry.run("edit.select_none")
        await until(lambda: window.registry.reason("card.suspend") == "Select a card first.")
        menu = next(
            one.menu()
            for one in window.menuBar().actions()
            if window.registry.actions["card.suspend"] in one.menu().actions()
        )
        menu.hovered.emit(window.registry.actions["card.suspend"])
        assert "Select a card first." in window.cards.facts_bar._tip.text()
        menu.aboutToHide.emit()
        assert window.cards.facts_bar._tip.text() == ""
