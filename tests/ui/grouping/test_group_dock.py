"""Group by: the values of a column, chosen by mouse and keys, following the search."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from simdesk.models.capabilities import Capabilities
from simdesk.models.changes import CardsChanged
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.models.voucher import Carrier
from simdesk.ui.cards.columns import ORDERED, index_of
from simdesk.ui.cards.page import CardsPage
from simdesk.ui.grouping import dock as dock_module
from simdesk.ui.grouping.values import CARDS, USAGE, VALUE
from simdesk.ui.text import shown
from tests.ui.fakes import FakeDesk, a_context, a_fleet, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Control = Qt.KeyboardModifier.ControlModifier


@asynccontextmanager
async def _page(folder: Path, count: int = 300) -> AsyncIterator[Any]:
    desk = FakeDesk(folder, a_fleet(count), Capabilities())
    context = a_context(desk)
    page = CardsPage(context)
    page.resize(1200, 600)
    page.show()
    page.presenter.search()
    await until(lambda: page.presenter.facts.usage_as_of is not None)
    page.cards, page.announcer = desk.cards, desk.announcer
    try:
        yield page
    finally:
        context.bridge.close()
        await context.tasks.aclose()
        page.close()
        page.deleteLater()


async def _grouped(page: Any, field: str) -> list[list[str]]:
    page.group.group_by(field)
    await _counted(page)
    return _picture(page)


async def _counted(page: Any) -> None:
    await asyncio.sleep(0.02)  # what is wanted begins in the next round of the loop
    await until(lambda: not page._context.tasks.names() & {"group", "search"})


def _picture(page: Any) -> list[list[str]]:
    model = page.group.model
    return [
        [model.index(row, column).data() for column in (VALUE, CARDS)]
        for row in range(model.rowCount())
    ]


def _place(page: Any, row: int) -> QPoint:
    table = page.group.table
    return table.visualRect(table.model().index(row, VALUE)).center()


async def test_the_values_of_a_column_come_with_their_cards(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        found = await _grouped(page, "carrier")
        assert sorted(found) == [
            ["China Mobile", "120"],
            ["China Telecom", "60"],
            ["China Unicom", "60"],
            ["Virtual carrier", "60"],
        ]
        assert found[0][1] == "120"
        assert page.group.summary.text() == "4 values on 300 cards"
        assert page.group.table.hasFocus()
        index = page.group.model.index(0, CARDS)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Cards: 120"
        assert index.data(Qt.ItemDataRole.ToolTipRole) == "40.0 % of 300 cards"
        page.group.grab()  # the bars are painted


async def test_a_click_narrows_the_search_and_ctrl_leaves_out(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        await _grouped(page, "carrier")
        viewport = page.group.table.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=_place(page, 0))
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=_place(page, 0))
        await _counted(page)
        assert filter_text(page.question) == "carrier:CMCC"  # once, though it was pressed twice
        assert _picture(page) == [["China Mobile", "120"]]
        assert page.group.summary.text() == "1 value on 120 cards"
        page.show_cards(CardFilter())
        await _counted(page)
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Control, _place(page, 0))
        await _counted(page)
        assert filter_text(page.question) == "-carrier:CMCC"
        assert len(_picture(page)) == 3


async def test_keys_do_the_same(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        await _grouped(page, "tag")
        table = page.group.table
        QTest.keyClick(table, Qt.Key.Key_Down)
        chosen = table.list.rows[table.currentIndex().row()]
        QTest.keyClick(table, Qt.Key.Key_Return)
        await _counted(page)
        assert page.question.terms == (chosen.term,)
        page.show_cards(CardFilter())
        await _counted(page)
        QTest.keyClick(table, Qt.Key.Key_Return, Control)
        await _counted(page)
        assert page.question.terms[0].negated
        QTest.keyClick(table, Qt.Key.Key_Escape)
        assert not page.group.isVisible()
        assert page.table.hasFocus()


async def test_headers_sort_values_by_name_cards_and_usage(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        await _grouped(page, "carrier")
        model = page.group.model
        model.sort(VALUE)
        assert [words for words, _ in _picture(page)] == [
            "China Mobile",
            "China Telecom",
            "China Unicom",
            "Virtual carrier",
        ]
        model.sort(USAGE, Qt.SortOrder.DescendingOrder)
        usage = [one.usage_kb for one in model.rows]
        assert usage == sorted(usage, reverse=True)


async def test_a_long_list_is_cut_says_so_and_is_sorted_by_who_knows_it(
    qloop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 10
    async with _page(tmp_path) as page:
        count = page.cards.value_counts

        async def few(cards: Any, field: str, order: Any, *, descending: bool) -> Any:
            return await count(cards, field, order, descending=descending, limit=limit)

        monkeypatch.setattr(page.cards, "value_counts", few)
        assert len(await _grouped(page, "iccid")) == 10
        assert page.group.summary.text() == "The first 10 of 300 values on 300 cards"
        page.group.table.sortByColumn(USAGE, Qt.SortOrder.DescendingOrder)
        await _counted(page)
        most = max(row.facts.cycle_usage_kb for row in page.cards.all.values())
        assert page.group.model.rows[0].usage_kb == most

        # Sorted here while it is whole; when it grows too long, by who knows all of it.
        limit = 1_000
        await _grouped(page, "msisdn")
        page.group.table.sortByColumn(VALUE, Qt.SortOrder.DescendingOrder)
        limit = 10
        page.show_cards(parse_filter("-carrier:CTCC"))
        await _counted(page)
        numbers = sorted(
            (
                number
                for row in page.cards.all.values()
                if row.facts.carrier is not Carrier.CTCC
                for number in row.facts.msisdns
            ),
            reverse=True,
        )
        assert [words for words, _ in _picture(page)] == numbers[:10]


async def test_nothing_is_counted_while_it_is_out_of_sight(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        page.show_cards(parse_filter("carrier:CMCC"))
        await _counted(page)
        assert page.cards.asked["value_counts"] == 0
        assert len(await _grouped(page, "plan")) > 1
        assert page.group.summary.text().endswith("on 120 cards")


async def test_it_follows_what_changes(
    qloop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dock_module, "AGAIN_MS", 0)
    async with _page(tmp_path) as page:
        before = dict(await _grouped(page, "remark"))
        page.cards.change(1, remark="moved")
        page.announcer.announce(CardsChanged(frozenset({1}), frozenset({"remark"})))
        await until(lambda: "“moved”" in dict(_picture(page)))
        assert "“moved”" not in before
        page.announcer.announce(CardsChanged(frozenset({1}), frozenset({"tag"})))
        assert not page.group._again.waiting


async def test_no_card_is_said_in_words(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path) as page:
        await _grouped(page, "carrier")
        page.show_cards(parse_filter("usage>=900GB"))
        await _counted(page)
        assert page.group.empty.isVisible()
        assert page.group.empty.words.text() == "No card matches."


async def test_it_opens_at_the_current_column_and_from_its_menu(
    qloop: object, tmp_path: Path
) -> None:
    async with _page(tmp_path) as page:
        page.table.go_to(3, index_of("specific"))
        page.group_by_current()
        assert page.group.field == "specific"
        page.table.go_to(3, index_of("actions"))
        page.group_by_current()
        assert page.group.field == "specific"  # it has no values: what was shown last
        menu = page.header_menu.menu(index_of("tags"))
        (entry,) = [one for one in menu.actions() if one.text() == "Group by this column"]
        entry.trigger()
        assert page.group.field == "tag"
        assert page.group in page.panes()
        await _counted(page)


async def test_every_column_with_a_field_can_be_grouped_by(qloop: object, tmp_path: Path) -> None:
    async with _page(tmp_path, 60) as page:
        for column in ORDERED:
            if column.field is None:
                continue
            found = await _grouped(page, column.field)
            assert page.group.columns.currentText() == shown(column.title)
            assert found, column.name
            assert all(words for words, _ in found), column.name
