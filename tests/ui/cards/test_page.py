"""The Cards page at work: copying, seeking, columns, the header's menu, places of the docks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QToolButton

from simdesk.models.capabilities import Capabilities
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import AS_LISTED, CardFilter, Direction, Sort, SortKey
from simdesk.ui.cards.clipboard import lines, table_of_texts
from simdesk.ui.cards.columns import NAMES, index_of
from simdesk.ui.cards.page import CardsPage
from tests.factories import a_moment
from tests.ui.fakes import FakeDesk, a_context, a_fleet, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Right, Bottom = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea


@asynccontextmanager
async def _page(folder: Path, count: int = 700) -> AsyncIterator[Any]:
    desk = FakeDesk(folder, a_fleet(count), Capabilities())
    context = a_context(desk)
    page = CardsPage(context)
    page.resize(1200, 600)
    page.show()
    page.presenter.search()
    await until(lambda: page.presenter.facts.usage_as_of is not None)
    page.cards = desk.cards
    try:
        yield page
    finally:
        context.bridge.close()
        await context.tasks.aclose()
        page.close()
        page.deleteLater()


def _clipboard() -> str:
    return QGuiApplication.clipboard().text()


async def _copied(page: Any) -> str:
    await until(lambda: not page._context.tasks.busy("copy"))
    return _clipboard()


async def test_one_card_gives_its_cell_several_their_rows(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        page.table.go_to(0, index_of("iccid"))
        page.clipboard.copy(headers=False)
        assert _clipboard() == "89860321000000000013"

        page.clipboard.copy(headers=True)
        header, only = (await _copied(page)).split("\n")
        assert header.split("\t")[:3] == ["ICCID", "MSISDN", "Plan voucher"]
        assert "Actions" not in header
        assert only.startswith("89860321000000000013\t1440993000007\tCU_SF_M_2_100M\tChina Unicom")

        page.table.show_column(index_of("msisdn"), False)
        page.table.selected.select([1, 650, 2])
        page.clipboard.copy(headers=False)
        rows = [row.split("\t") for row in (await _copied(page)).split("\n")]
        assert [row[0] for row in rows] == [
            page.cards.all[one].facts.iccid
            for one in (1, 2, 650)  # in the table's order
        ]
        assert rows[0][1] == "CU_SF_M_2_100M"
        assert "mso-number-format" in QGuiApplication.clipboard().mimeData().html()


async def test_one_column_of_the_selected_cards_or_of_all(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        page.table.selected.select([3, 5])
        page.clipboard.copy_column("msisdn")
        found = [page.cards.all[one].facts.msisdns for one in (3, 5)]
        assert await _copied(page) == "\n".join(", ".join(one) for one in found)
        page.clipboard.copy_whole_column("carrier")
        assert len((await _copied(page)).split("\n")) == 700
        assert page._context.messages.history[-1].words == "700 cards copied"


def test_cells_for_spreadsheets_are_texts_whatever_they_hold() -> None:
    rows = [["=1+1", "<b>", "0089"]]
    assert lines(rows) == "=1+1\t<b>\t0089"
    html = table_of_texts(rows)
    assert "&lt;b&gt;" in html
    assert html.count("mso-number-format:'\\@'") == 3


async def test_letters_go_to_the_next_card_even_if_it_was_never_loaded(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        far = page.cards.all[690].facts.iccid
        page.table.go_to(0, index_of("iccid"))
        for letter in far:
            page.table.keyboardSearch(letter)
        await until(lambda: page.table.current_id() == 690)
        assert list(page.table.selected.ids()) == [690]


async def test_the_next_match_is_found_forward_and_back(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        page.table.go_to(0, index_of("specific"))
        page.seeker.next(1)
        assert page.table.currentIndex().row() == 1  # nothing typed yet: the next row
        page.table.keyboardSearch("S")
        page.table.keyboardSearch("t")
        await until(lambda: page.table.current_id() == 9)
        page.seeker.next(1)
        await until(lambda: page.table.current_id() == 23)
        page.seeker.next(-1)
        await until(lambda: page.table.current_id() == 9)


async def test_words_that_no_card_says_are_told(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        page.table.go_to(5, index_of("remark"))
        page.table.keyboardSearch("zz")
        await until(lambda: page._context.messages.history)
        assert page._context.messages.history[-1].words == "No card says “zz” in Remarks."
        assert page.table.currentIndex().row() == 5


async def test_days_are_sought_by_what_the_column_shows(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        page.cards.change(600, opened_at=a_moment(2019, 2, 3))
        page.table.go_to(0, index_of("opened"))
        page.table.keyboardSearch("3 feb")
        await until(lambda: page.table.current_id() == 600)


async def test_not_every_row_of_a_long_table_is_read_for_a_day(
    qloop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simdesk.ui.cards.seeking.BLOCK", 32)
    monkeypatch.setattr("simdesk.ui.cards.seeking.MOST_WALKED", 64)
    async with _page(tmp_path) as page:
        page.table.go_to(0, index_of("opened"))
        before = page.cards.asked["rows"]
        page.table.keyboardSearch("x")
        await until(lambda: page._context.messages.history)
        words = page._context.messages.history[-1].words
        assert words.startswith("None of the next 64 cards says “x” in Account opened.")
        assert page.cards.asked["rows"] == before + 2


async def test_all_are_selected_even_those_that_are_still_to_come(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.cards.hold = asyncio.Event()
        page.presenter.search()
        await until(lambda: not page.presenter.facts.complete)
        page.select_all()
        page.cards.hold.set()
        await until(lambda: page.presenter.facts.complete)
        assert page.table.selected.count == 700


async def test_a_cell_narrows_the_question_or_leaves_its_value_out(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.table.go_to(0, index_of("carrier"))
        page.filter_by_cell(negated=False)
        await until(lambda: page.presenter.facts.matching == 140)
        assert filter_text(page.question) == "carrier:CUCC"
        assert page.finding.quick.text() == "carrier:CUCC"
        page.table.go_to(0, index_of("specific"))
        page.filter_by_cell(negated=True)
        assert filter_text(page.question).startswith("carrier:CUCC -specific:")


async def test_a_click_on_a_header_sorts_and_a_second_one_turns_it_round(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        header = page.table.header
        header.sectionClicked.emit(index_of("usage"))
        header.sectionClicked.emit(index_of("usage"))
        assert page.presenter.sort == Sort("usage", Direction.DESCENDING)
        assert header.sort == page.presenter.sort
        header.sectionClicked.emit(index_of("tags"))  # tags have no order
        assert page.presenter.sort.field == "usage"
        assert not page.table.header.grab().isNull()


def _texts(menu: Any, words: str) -> list[str]:
    return [action.text() for action in menu.actions() if action.text().startswith(words)]


def _entry(menu: Any, words: str) -> Any:
    return next(action for action in menu.actions() if action.text().startswith(words))


async def test_the_header_menu_sorts_freezes_fits_and_hides(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        carrier = index_of("carrier")

        def press(words: str) -> None:
            _entry(page.header_menu.menu(carrier), words).trigger()

        assert not _entry(page.header_menu.menu(carrier), "Clear sorting").isEnabled()
        press("Sort descending")
        assert page.presenter.sort == Sort("carrier", Direction.DESCENDING)
        assert not _entry(page.header_menu.menu(carrier), "Sort descending").isEnabled()
        press("Clear sorting")
        assert page.presenter.sort == Sort()
        press("Freeze up to here")
        assert page.table.frozen.count == 4
        press("Unfreeze")
        assert page.table.frozen.count == 0
        page.table.header.resizeSection(carrier, 50)
        press("Fit width")
        assert page.table.columnWidth(carrier) > 80
        hidden = len(page.table.header.hidden_columns())
        press("Hide column")
        assert page.table.isColumnHidden(carrier)
        words = _entry(page.header_menu.menu(index_of("iccid")), "Columns…").text()
        assert words == f"Columns… ({hidden + 1} hidden)"
        tags = page.header_menu.menu(index_of("tags"))
        assert not [one for one in tags.actions() if one.text().startswith(("Sort", "Then"))]
        actions = [one.text() for one in page.header_menu.menu(index_of("actions")).actions()]
        assert not [one for one in actions if one.startswith(("Sort", "Filter", "Copy column,"))]


async def test_the_header_menu_copies_the_selected_or_all_and_the_name(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        carrier = index_of("carrier")
        menu = page.header_menu.menu(carrier)
        assert _texts(menu, "Copy") == ["Copy column, 700 matching", "Copy column name"]
        _entry(menu, "Copy column name").trigger()
        assert _clipboard() == "Carrier"
        page.table.selected.select([3, 4])
        menu = page.header_menu.menu(carrier)
        assert _texts(menu, "Copy")[:2] == ["Copy column, 2 selected", "Copy column, 700 matching"]
        _entry(menu, "Copy column, 2").trigger()
        assert await _copied(page) == "China Mobile\nVirtual carrier"
        _entry(menu, "Copy column, 700").trigger()
        assert len((await _copied(page)).split("\n")) == 700


async def test_the_header_menu_filters_like_the_current_card_or_opens_the_search(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        carrier = index_of("carrier")
        assert not _entry(page.header_menu.menu(carrier), "Filter like this").isEnabled()
        page.table.go_to(0, index_of("iccid"))
        like = _entry(page.header_menu.menu(carrier), "Filter like this")
        assert like.text() == "Filter like this: China Unicom"
        like.trigger()
        await until(lambda: page.presenter.facts.matching == 140)
        assert filter_text(page.question) == "carrier:CUCC"
        remark = page.header_menu.menu(index_of("remark"))
        assert _entry(remark, "Filter like this").text().startswith("Filter like this: ")
        _entry(page.header_menu.menu(carrier), "Search by Carrier…").trigger()
        row = page.finding.dock.rows["carrier"]
        assert page.finding.dock.isVisible()
        assert row.body.isVisible()
        assert row.body.isAncestorOf(QApplication.focusWidget())


async def test_the_menu_of_a_column_opens_by_keyboard_at_its_first_entry(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.table.go_to(0, index_of("usage"))
        page.header_menu.open_at_current()
        menu = QApplication.activePopupWidget()
        assert menu.activeAction().text() == "Sort ascending"
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert page.presenter.sort == Sort("usage")
        page.table.show_column(index_of("usage"), False)
        page.header_menu.open_at_current()  # the current column is hidden: the first one
        menu = QApplication.activePopupWidget()
        assert _entry(menu, "Copy column, 700")
        _entry(menu, "Sort descending").trigger()
        assert page.presenter.sort == Sort("iccid", Direction.DESCENDING)
        menu.close()


def _click(page: Any, name: str, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    header, column = page.table.header, index_of(name)
    place = QPoint(header.sectionViewportPosition(column) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, held, place)


async def test_shift_and_a_click_order_what_is_equal_by_a_second_column(
    qloop: object, tmp_path: Path
) -> None:
    shift, down = Qt.KeyboardModifier.ShiftModifier, Direction.DESCENDING
    async with _page(tmp_path) as page:
        _click(page, "carrier")
        _click(page, "msisdn", shift)
        assert page.presenter.sort == Sort("carrier", second=SortKey("msisdn"))
        _click(page, "msisdn", shift)
        assert page.presenter.sort == Sort("carrier", second=SortKey("msisdn", down))
        await until(lambda: not page._context.tasks.busy("search"))
        told = page.table.header.accessibleDescription()
        assert told == "Sorted by Carrier ascending, then MSISDN descending"
        rows = [page.cards.all[one] for one in page.model.ids]
        mobile = [row for row in rows if row.facts.carrier.value == "CMCC"]
        assert mobile == rows[: len(mobile)]
        msisdns = [row.facts.msisdns[0] for row in mobile]
        assert msisdns == sorted(msisdns, reverse=True)
        assert page.arrangement().sort == page.presenter.sort
        _entry(page.header_menu.menu(index_of("voucher")), "Then ascending").trigger()
        assert page.presenter.sort == Sort("carrier", second=SortKey("voucher"))
        _click(page, "voucher")
        assert page.presenter.sort == Sort("voucher")


async def test_the_column_chooser_acts_at_once_and_keeps_one_column(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.header_menu.choose_columns()
        chooser = next(
            w for w in QApplication.topLevelWidgets() if w.objectName() == "column_chooser"
        )
        found = chooser.findChild(QListWidget)
        items = [found.item(row) for row in range(found.count())]
        assert len(items) == len(NAMES)
        QTest.keyClicks(chooser.findChild(QLineEdit), "imei")
        assert [one.text() for one in items if not one.isHidden()] == ["Device IMEI"]
        imei = next(one for one in items if one.text() == "Device IMEI")
        imei.setCheckState(Qt.CheckState.Checked)
        assert not page.table.isColumnHidden(index_of("imei"))
        for item in items:
            item.setCheckState(Qt.CheckState.Unchecked)
        assert len(page.table.header.hidden_columns()) == len(NAMES) - 1
        reset = next(b for b in chooser.findChildren(QPushButton) if b.text() == "Reset columns")
        reset.click()
        assert page.table.isColumnHidden(index_of("imei"))
        assert not page.table.isColumnHidden(index_of("carrier"))
        chooser.close()


async def test_details_lie_below_where_the_page_is_narrow(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        page.docks.place_anew()
        assert page.docks.dockWidgetArea(page.details) == Right
        page.resize(800, 600)
        assert page.docks.dockWidgetArea(page.details) == Bottom
        page.docks.state(1)  # saved as if there were room
        assert page.docks.dockWidgetArea(page.details) == Bottom
        page.resize(1200, 600)
        assert page.docks.dockWidgetArea(page.details) == Right


async def test_the_details_follow_the_current_card_and_sum_up_several(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.table.go_to(4)
        await until(lambda: page.details.card_id == 5)
        page.table.selected.select([1, 2, 3])
        await until(lambda: page.details.quiet_words.startswith("3 cards selected\n"))
        page.toggle_details()
        assert not page.details.isVisible()
        page.toggle_details()
        assert page.details.isVisible()


async def test_a_page_without_a_question_says_what_a_new_desk_waits_for(
    qloop: object, tmp_path: Path
) -> None:
    wishes: list[str] = []
    desk = FakeDesk(tmp_path, [])
    context = a_context(desk)
    page = CardsPage(context)
    page.sync_wanted.connect(lambda: wishes.append("sync"))
    page.resize(900, 500)
    page.show()
    page.presenter.search()
    await until(page.empty.isVisible)
    button = page.empty.findChild(QPushButton)
    assert button.text() == "Sync all cards"
    button.click()
    assert wishes == ["sync"]
    context.bridge.close()
    await context.tasks.aclose()
    page.close()
    page.deleteLater()


async def test_advanced_search_opens_at_the_left_and_asks_the_same_question(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.finding.find_advanced()
        assert page.finding.dock.isVisible()
        page.show_cards(parse_filter("carrier:CUCC"))
        page.finding.dock.filter_changed.emit(parse_filter("carrier:CTCC"))
        await until(lambda: page.presenter.facts.matching == 140)
        assert page.finding.quick.text() == "carrier:CTCC"
        page.finding.paste()
        dialog = next(
            w for w in QApplication.topLevelWidgets() if type(w).__name__ == "PasteDialog"
        )
        dialog.close()


async def test_pasted_cards_come_in_pasted_order_until_a_column_is_sorted_by(
    qloop: object, tmp_path: Path
) -> None:
    asked = CardFilter(card_ids=(650, 3, 400, 1))
    async with _page(tmp_path) as page:
        _click(page, "usage")
        page.finding._on_pasted(asked)
        await until(lambda: list(page.model.ids) == [650, 3, 400, 1])
        chips = page.finding.chips
        assert [chip.words for chip in chips.chips] == ["4 listed cards", "Pasted order"]
        assert page.table.header.accessibleDescription() == "In pasted order"
        assert page.arrangement().sort == Sort("usage")  # a paste is over with its list

        _click(page, "iccid")
        await until(lambda: list(page.model.ids) == [1, 3, 400, 650])
        switch = chips.chips[1].findChildren(QToolButton)[0]
        assert switch.accessibleName() == "Pasted order, off"
        switch.click()
        await until(lambda: list(page.model.ids) == [650, 3, 400, 1])

        _click(page, "iccid")
        _entry(page.header_menu.menu(index_of("usage")), "Pasted order").trigger()
        await until(lambda: page.presenter.sort == AS_LISTED)
        chips.chips[1].findChildren(QToolButton)[0].click()
        await until(lambda: page.presenter.sort == Sort("iccid"))


async def test_a_pasted_order_outlives_narrowing_and_ends_with_its_list(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.finding._on_pasted(CardFilter(card_ids=(5, 2, 4, 1)))
        narrowed = replace(parse_filter("carrier:CMCC"), card_ids=(5, 2, 4, 1))
        page.finding.quick.filter_changed.emit(narrowed)
        await until(lambda: page.presenter.facts.matching < 4)
        kept = [one for one in (5, 2, 4, 1) if page.cards.all[one].facts.carrier.value == "CMCC"]
        assert list(page.model.ids) == kept
        page.show_cards(CardFilter(card_ids=(4, 2)))  # a list, but not a pasted one
        await until(lambda: list(page.model.ids) == [2, 4])
        assert [chip.words for chip in page.finding.chips.chips] == ["2 listed cards"]
        assert page.ordering.pasted_reason() == "The table shows no pasted numbers."
        page.finding._on_pasted(CardFilter(card_ids=(5, 2)))
        page.finding._on_pasted(CardFilter(card_ids=(5, 2)))  # once more the same
        assert page.presenter.sort == AS_LISTED
        page.show_cards(CardFilter())
        await until(lambda: page.presenter.facts.matching > 600)
        assert page.presenter.sort == Sort()
        assert page.finding.chips.chips == []


async def test_another_question_or_order_is_read_from_its_beginning(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        bar = page.table.verticalScrollBar()

        async def scrolled() -> None:
            await until(lambda: not page._context.tasks.busy("search"))
            bar.setValue(900)
            assert bar.value() == 900

        await scrolled()
        page.presenter.refresh()
        page.cards.change(3, iccid="89869999999999999999")  # it goes to the end
        await until(lambda: page.model.ids[-1] == 3)
        assert bar.value() == 900
        _click(page, "usage")
        await until(lambda: page.model.ids[-1] != 3)
        assert bar.value() == 0
        await scrolled()
        page.show_cards(parse_filter("carrier:CMCC"))
        await until(lambda: page.presenter.facts.matching == 280)
        assert bar.value() == 0


async def test_everything_is_drawn_loaded_or_not_at_every_height(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.cards.change(1, pending="suspend", status=77)
        page.presenter.refresh()
        await until(lambda: page.model.row_at(0) is not None and page.model.row_at(0).going != "")
        for name in NAMES:
            page.table.show_column(index_of(name), True)
        page.table.resize(6_000, 500)
        for height in (24, 28, 34):
            page.table.set_row_height(height)
            whole = page.table.viewport().grab(QRect(0, 0, 6_000, 400)).toImage()
            assert {whole.pixel(x, 60) for x in range(3_000)} != {whole.pixel(0, 60)}
        assert page.table.part_at(QPoint(10, 10)) is None


async def test_the_foot_tells_how_many_values_the_column_has(
    qloop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with _page(tmp_path) as page:
        told = page.facts_bar._column
        page.table.go_to(3, index_of("carrier"))
        await until(lambda: told.text() == " · Carrier: 4 different")
        page.table.selected.select([5, 10, 15])
        await until(lambda: told.text() == " · Carrier: all the same")
        page.table.go_to(3, index_of("actions"))
        await until(lambda: told.text() == "")
        # More cards than are counted by the way, and they are not in memory.
        monkeypatch.setattr("simdesk.ui.cards.column_count.MOST_CARDS", 600)
        asked = page.cards.asked["value_counts"]
        page.table.go_to(3, index_of("carrier"))
        await asyncio.sleep(0.4)
        assert (told.text(), page.cards.asked["value_counts"]) == ("", asked)
