"""The Overview page over a scripted service: what it says, where its numbers lead, how it waits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from simdesk.models.changes import CardsChanged, SyncMoved
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import filter_text
from simdesk.models.filters import CardFilter
from simdesk.models.orders import Money
from simdesk.models.overview import Overview
from simdesk.models.overview_counting import Counted, Flagged, Group, SameTierUse, overview
from simdesk.models.overview_questions import FLAGS
from simdesk.models.periods import midnight
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.models.voucher import parse_voucher
from simdesk.ui.cards.look import Shape
from simdesk.ui.pages import overview as page_module
from simdesk.ui.pages.overview import OverviewPage
from simdesk.ui.pages.overview_distribution import look, percent
from simdesk.ui.pages.overview_grid import FigureGrid, FigureLink
from simdesk.ui.status_share import share_widths
from tests.factories import TODAY
from tests.ui.fakes import FakeDesk, a_context, until

SC, SF, UP = "CM_SC_M_1_30M", "CM_SF_M_2_100M", "CM_UP_M_2_north"
PRICES = {SC: Money(250), SF: Money(450), UP: None}
MB = 1024


def group(specific: int, voucher: str, cards: int) -> Group:
    known = SpecificStatus.of(specific)
    status = specific if known is None else int(known.parent)
    return Group(status, specific, parse_voucher(voucher).plan_type, False, voucher, cards, 1)


FULL = Counted(
    TODAY,
    (
        group(10, SC, 5),
        group(100, SC, 1_200),
        group(100, SF, 29),
        group(200, UP, 3),
        group(400, SC, 7),
        group(40, SC, 40),
        group(50, SC, 2),
    ),
    (
        Flagged(
            parse_voucher(SC).plan_type,
            SC,
            dict.fromkeys(FLAGS, 0)
            | {"expiring": 9, "expiring_unrenewed": 4, "left_10": 6, "left_30": 11}
            | {"idle_7": 30, "idle_30": 20, "idle_90": 0},
        ),
    ),
    {date(2026, 6, 16): 8, date(2026, 7, 1): 32},
    {},
    {SF.lower(): SameTierUse(1_400 * MB, midnight(TODAY))},
    as_of=midnight(TODAY),
)
EMPTY = overview(Counted(TODAY, ()), {})


def told(prices: Any = PRICES, **changes: Any) -> Overview:
    return overview(replace(FULL, **changes), prices)


class ScriptedOverview:
    def __init__(self) -> None:
        self.told = told()
        self.next: Overview | None = None
        self.asked = 0
        self.priced = 0
        self.refusal: KnownError | None = None
        self.day = TODAY

    def today(self) -> date:
        return self.day

    async def overview(self) -> Overview:
        self.asked += 1
        if self.refusal is not None:
            raise self.refusal
        return self.told

    async def read_prices(self) -> Overview | None:
        self.priced += 1
        if self.next is None:
            return None
        self.told, self.next = self.next, None
        return self.told


class Stage:
    def __init__(self, folder: Path, qtbot: Any) -> None:
        self.desk = FakeDesk(folder, [])
        self.service = ScriptedOverview()
        self.desk.overview = self.service  # type: ignore[attr-defined]  # the fake has none
        self.context = a_context(self.desk)
        self.page = OverviewPage(self.context)
        self.wanted: list[CardFilter] = []
        self.page.cards_wanted.connect(self.wanted.append)
        qtbot.addWidget(self.page)

    async def show(self, overview: Overview | None = None) -> OverviewPage:
        self.service.told = overview or self.service.told
        self.page.resize(1218, 640)
        self.page.show()
        await self.settled()
        return self.page

    async def settled(self) -> None:
        await until(lambda: self.service.asked > 0)
        await until(lambda: not self.context.tasks.names())


@pytest.fixture
def stage(qloop: Any, qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path, qtbot)
    yield stage
    qloop.run_until_complete(stage.context.tasks.aclose())
    stage.context.bridge.close()


def lines(grid: FigureGrid) -> list[list[str]]:
    """The grid's words, line by line, as they stand there."""
    layout = grid.layout()
    assert isinstance(layout, QGridLayout)
    found = []
    for row in range(layout.rowCount()):
        items = [layout.itemAtPosition(row, column) for column in range(layout.columnCount())]
        widgets = [None if item is None else item.widget() for item in items]
        if not isinstance(widgets[0], QLabel | type(None)) or not any(widgets):
            continue
        found.append([_words(widget) for widget in widgets])
    return found


def _words(widget: QWidget | None) -> str:
    return widget.text() if isinstance(widget, QLabel | FigureLink) else ""


async def test_deadlines_pools_and_idle_cards_as_they_read(stage: Stage) -> None:
    page = await stage.show()
    assert lines(page.deadlines.grid) == [
        # 40 x 2.50; the three pooled cards have no price.
        ["Can be cancelled before the 20th", "43", "5 days left",
         "CNY 100.00 if late · 3 without a price"],
        ["Plan ends within 7 days", "9", "by 22 Jun 2026", ""],
        ["Plan ends and nothing renews it", "4", "by 22 Jun 2026", ""],
        ["Auto-cancellation", "8", "16 Jun 2026 · tomorrow", ""],
        ["Auto-cancellation", "32", "1 Jul 2026 · in 16 days", ""],
        ["Silent period ends", "0", "none until 16 Jul 2026", ""],
    ]  # fmt: skip
    assert lines(page.pools.grid) == [[SF, "29", "30 Jun 2026 · in 15 days", "CNY 20.00"]]
    assert page.pools.sentence.isHidden()
    assert lines(page.idle.grid) == [["Cards", "20", "since 16 May 2026", "CNY 50.00 a month"]]


async def test_the_counters_as_they_read(stage: Stage) -> None:
    page = await stage.show()
    assert lines(page.risks.grid) == [
        ["", "Total", "Single-card", "Same-tier", "Pooled"],
        ["Suspended (credit control)", "7", "7", "0", "0"],
        ["Suspended (usage limit)", "0", "0", "0", "0"],
        ["Suspended (device change)", "0", "0", "0", "0"],
        ["Suspended (abnormal)", "0", "0", "0", "0"],
        ["Suspended (real-name)", "0", "0", "0", "0"],
        ["Manually Deactivated", "3", "0", "0", "3"],
        ["Stopped", "40", "40", "0", "0"],
        ["All stopped and suspended", "50", "47", "0", "3"],
        ["Plan ends within 7 days", "9", "9", "0", "0"],
        ["At most 10 % of the data left", "6", "6", "", ""],
        ["10 to 30 % of the data left", "11", "11", "", ""],
        ["All warnings", "65", "", "", ""],  # 50 + 9 + 6
    ]


async def test_the_distribution_as_it_reads(stage: Stage) -> None:
    page = await stage.show()
    said = [one.text() for one in page.distribution.findChildren(QLabel)]
    assert said == [
        "Testable", "<1 %", "Inactive", "", "In Use", "96 %", "Suspended", "1 %", "Stopped", "3 %",
        "Cancelled", "<1 %", "All cards",
    ]  # fmt: skip
    numbers = [one.text() for one in page.distribution.findChildren(FigureLink)]
    assert numbers == ["5", "0", "1,229", "10", "40", "2", "1,286"]
    assert page.as_of.text() == "15 Jun 2026 · usage as of 14 Jun 2026 24:00"
    assert page.as_of.property("role") == "final"


@pytest.mark.parametrize(
    ("today", "what", "note", "money"),
    [
        (date(2026, 6, 18), "Can be cancelled before the 20th", "2 days left", " if late"),
        (date(2026, 6, 19), "Can be cancelled before the 20th", "1 day left", " if late"),
        (date(2026, 6, 20), "Can be cancelled, but late", "finishes 1 Jul 2026", " charged"),
        (date(2026, 6, 21), "Can be cancelled, but late", "finishes 1 Jul 2026", " charged"),
    ],
)
async def test_the_twentieth(stage: Stage, today: date, what: str, note: str, money: str) -> None:
    page = await stage.show(told({SC: Money(250), UP: Money(100)}, today=today))
    assert lines(page.deadlines.grid)[0] == [what, "43", note, f"CNY 103.00{money}"]


async def test_a_pool_that_is_used_up_has_no_day(stage: Stage) -> None:
    use = {SF.lower(): SameTierUse(4_000 * MB, midnight(TODAY))}
    page = await stage.show(told(pool_use=use))
    # 4,000 - 2,900 beyond, and 4,571.4 to come: 5,671.4 MB, so 5,672 started ones at 20 fen.
    assert lines(page.pools.grid) == [[SF, "29", "used up", "CNY 1,134.40"]]


async def test_where_nothing_runs_out_a_sentence_says_so(stage: Stage) -> None:
    page = await stage.show(told(pool_use={}))
    assert page.pools.grid.isHidden()
    assert page.pools.sentence.text() == (
        "At this month's pace every known pool lasts until 30 Jun 2026."
    )
    first = told(pool_use={}, today=date(2026, 7, 1))
    stage.page._show(first)
    assert page.pools.sentence.text() == "Nothing is known of this month's use yet."


async def test_days_without_traffic_are_chosen(stage: Stage) -> None:
    page = await stage.show(told(usage_unread=12))
    assert page.idle.days.currentText() == "for 30 days"
    page.idle.days.setCurrentIndex(0)
    assert lines(page.idle.grid) == [["Cards", "30", "since 8 Jun 2026", "CNY 75.00 a month"]]
    page.idle.days.setCurrentIndex(2)
    assert lines(page.idle.grid) == [["Cards", "0", "since 17 Mar 2026", ""]]
    assert page.idle.sentence.text() == "The traffic of 12 cards in use was not read yet."


async def test_every_number_opens_its_cards_by_mouse_and_by_enter(stage: Stage, qtbot: Any) -> None:
    page = await stage.show()
    links = page.links()
    assert len(links) > 20
    for link in links:
        assert link.figure is not None
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        assert stage.wanted.pop() == link.figure.question
        link.setFocus()
        qtbot.keyClick(link, Qt.Key.Key_Return)
        assert stage.wanted.pop() == link.figure.question
        assert link.toolTip() == filter_text(link.figure.question)
    assert stage.wanted == []


async def test_zero_opens_nothing_and_is_passed_over(stage: Stage, qtbot: Any) -> None:
    page = await stage.show()
    silent = page.deadlines.grid.findChildren(FigureLink)[-1]
    assert (silent.text(), silent.isEnabled()) == ("0", False)
    qtbot.mouseClick(silent, Qt.MouseButton.LeftButton)
    assert stage.wanted == []
    assert silent not in page.links()


async def test_arrows_go_from_number_to_number(stage: Stage, qtbot: Any) -> None:
    page = await stage.show()

    def go(key: Qt.Key) -> str:
        focused = page.focusWidget()
        assert isinstance(focused, FigureLink)
        qtbot.keyClick(focused, key)
        found = page.focusWidget()
        assert isinstance(found, FigureLink)
        return found.accessibleName()

    assert isinstance(page.focusWidget(), FigureLink)  # the first number has the keys at once
    down, right, up, left = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left
    page.deadlines.grid.findChildren(FigureLink)[0].setFocus()
    assert go(down) == "Plan ends within 7 days: 9 cards"
    assert go(down) == "Plan ends and nothing renews it: 4 cards"
    for _ in range(2):
        assert go(down).startswith("Auto-cancellation")
    assert go(down) == f"{SF}: 29 cards"
    assert go(down) == "Cards: 20 cards"
    assert go(down) == "Cards: 20 cards"  # nothing is below
    assert go(right) == "At most 10 % of the data left, Total: 6 cards"
    assert go(right) == "At most 10 % of the data left, Single-card: 6 cards"
    assert go(up) == "Plan ends within 7 days, Single-card: 9 cards"
    assert go(left) == "Plan ends within 7 days, Total: 9 cards"
    go(left)
    assert not page.risks.isAncestorOf(page.focusWidget())


async def test_tab_goes_through_the_numbers_in_the_order_of_reading(stage: Stage) -> None:
    page = await stage.show()
    links = page.links()
    links[0].setFocus()
    met = [links[0]]
    while len(met) < len(links):
        page.focusNextChild()
        focused = page.focusWidget()
        if isinstance(focused, FigureLink):
            met.append(focused)
        assert focused is not links[0]
    assert met == links


async def test_numbers_are_named_for_those_who_do_not_see_them(stage: Stage) -> None:
    page = await stage.show()
    names = [link.accessibleName() for link in page.links()]
    assert "In Use: 1,229 cards" in names
    assert "Suspended (credit control), Single-card: 7 cards" in names
    assert "Can be cancelled before the 20th: 43 cards" in names
    assert "All cards: 1,286 cards" in names


async def test_a_number_has_a_menu(stage: Stage) -> None:
    page = await stage.show()
    link = page.deadlines.grid.findChildren(FigureLink)[0]
    show, copy = link.context_menu().actions()
    assert (show.text(), copy.text()) == ("Show these cards", "Copy the filter")
    show.trigger()
    assert filter_text(stage.wanted[0]) == "specific:manual,stopped due:no"
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "specific:manual,stopped due:no"


async def test_numbers_on_their_way_leave_their_places(stage: Stage) -> None:
    page = stage.page
    page.show()
    assert page.links() == []
    assert [line[1] for line in lines(page.risks.grid)[1:]] == ["–"] * 12
    height = page.risks.sizeHint().height()
    await stage.settled()
    assert page.links()
    assert page.risks.sizeHint().height() == height


async def test_an_empty_fleet_offers_to_sync(stage: Stage, qtbot: Any) -> None:
    page = await stage.show(EMPTY)
    assert page.empty.isVisible()
    assert page.empty.words.text().startswith("No card has been read yet.")
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    await until(lambda: stage.desk.sync.runs == 1)
    stage.service.told = told()
    page.load()
    await until(lambda: not page.empty.isVisible())
    assert page.links()


async def test_what_cannot_be_counted_is_said_and_tried_again(stage: Stage) -> None:
    page = await stage.show()
    stage.service.refusal = KnownError(text("The disk does not answer."))
    page.load()
    await until(page.trouble.isVisible)
    assert page.trouble.words == "The fleet could not be counted. The disk does not answer."
    assert page.links()  # what was known stays
    stage.service.refusal = None
    page.trouble.again_wanted.emit()
    await until(lambda: not page.trouble.isVisible())


async def test_old_usage_is_said_to_be_old(stage: Stage) -> None:
    page = await stage.show(told(as_of=midnight(date(2026, 6, 13))))
    assert page.as_of.text() == "15 Jun 2026 · usage as of 12 Jun 2026 24:00 · 2 days old"
    assert page.as_of.property("role") == "warn"


async def test_prices_come_after_the_numbers(stage: Stage) -> None:
    stage.service.next = told()
    page = await stage.show(told({}))
    await until(lambda: stage.service.priced == 1)
    await stage.settled()
    assert lines(page.idle.grid)[0][3] == "CNY 50.00 a month"
    assert stage.service.asked == 1, "prices alone are no reason to count the fleet again"


async def test_until_they_are_read_prices_are_on_their_way(stage: Stage) -> None:
    page = await stage.show(told({}))  # the provider tells none
    assert lines(page.deadlines.grid)[0][3] == "reading prices"
    assert stage.service.priced == 1


async def test_changes_are_counted_soon_and_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "_SOON_MS", 20)
    await stage.show()
    asked = stage.service.asked
    for _ in range(50):
        stage.desk.announcer.announce(CardsChanged(frozenset({1})))
    await until(lambda: stage.service.asked > asked)
    await stage.settled()
    assert stage.service.asked == asked + 1


async def test_the_end_of_a_sync_is_counted_at_once(stage: Stage) -> None:
    await stage.show()
    asked = stage.service.asked
    announce = stage.desk.announcer.announce
    announce(SyncMoved(True, "", 1, 2))
    announce(CardsChanged(None))
    await stage.settled()
    assert stage.service.asked == asked
    announce(SyncMoved(False, "", 2, 2))
    await until(lambda: stage.service.asked == asked + 1)


async def test_a_new_day_is_counted(stage: Stage) -> None:
    page = await stage.show()
    asked = stage.service.asked
    page._day.timeout.emit()
    await stage.settled()
    assert stage.service.asked == asked
    stage.service.day = date(2026, 6, 20)
    stage.service.told = told(today=date(2026, 6, 20))
    page._day.timeout.emit()
    await until(lambda: page.as_of.text().startswith("20 Jun 2026"))


async def test_out_of_sight_nothing_is_counted(stage: Stage) -> None:
    page = await stage.show()
    page.hide()
    asked = stage.service.asked
    stage.desk.announcer.announce(CardsChanged(None))
    page.load()
    await stage.settled()
    assert stage.service.asked == asked
    page.show()
    await until(lambda: stage.service.asked == asked + 1)


async def test_the_number_with_the_keys_keeps_them_when_it_changes(stage: Stage) -> None:
    page = await stage.show()
    link = page.risks.grid.findChildren(FigureLink)[0]
    link.setFocus()
    stage.service.told = told(groups=(*FULL.groups, group(400, SC, 3)))
    page.load()
    await until(lambda: link.text() == "10")
    assert page.focusWidget() is link


@pytest.mark.parametrize(
    ("counts", "room", "pixels"),
    [
        ([1, 1], 100, [50, 50]),
        ([0, 0], 100, [0, 0]),
        ([1, 0, 9_999], 100, [3, 0, 97]),
        ([3, 3, 3], 100, [34, 33, 33]),
        ([1], 0, [0]),
    ],
)
def test_the_smallest_share_is_still_seen(counts: list[int], room: int, pixels: list[int]) -> None:
    assert share_widths(counts, room) == pixels


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [(0, 10, ""), (0, 0, ""), (1, 201, "<1 %"), (1, 200, "1 %"), (299, 1000, "30 %"),
     (294, 1000, "29 %"), (10, 10, "100 %")],
)  # fmt: skip
def test_shares_in_whole_percent(count: int, total: int, words: str) -> None:
    assert percent(count, total) == words


def test_shapes_tell_the_statuses_apart_in_grey() -> None:
    looks = [look(share) for share in told().shares]
    assert [shape for _, shape in looks] == [
        Shape.RING, Shape.RING, Shape.DISC, Shape.BAR, Shape.SQUARE, Shape.CROSS,
    ]  # fmt: skip
    unknown = told(groups=(group(60, SC, 1),)).shares[-1]
    assert look(unknown) == ("warn", Shape.QUESTION)
