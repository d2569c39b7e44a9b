"""Goals 3 and 5 at the window: frames, jumps, everything selected, groups, memory.

A frame is drawn at 1280x800 with default columns, every row in it here. Beside it a stock view of
Qt draws the same words. How long a call holds the window is told in time of its processor, so that
neighbours do not count, and without neighbours it is the same as the wall's.
"""

import asyncio
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QTableView

from simdesk.models.filters import CardFilter, Direction, Sort
from simdesk.models.value_counts import GROUPED
from simdesk.services.storage import card_store
from simdesk.ui.cards.page import CardsPage
from tests.benchmarks import frame
from tests.benchmarks.bench_window import TimedApplication
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line, percentile
from tests.benchmarks.window_stage import Stage, on_window_loop, staged

FRAMES = 60
JUMPS = 30
SHOWN_GROUPS = ("carrier", "specific", "voucher", "usage", "tag", "expires", "iccid")
MOST_MEMORY = 800


def drawn(view: QTableView) -> float:
    """Milliseconds of the processor to draw everything in sight once."""
    begun = time.thread_time()
    view.viewport().repaint()
    return (time.thread_time() - begun) * 1e3


def stock_view(page: CardsPage) -> QTableView:
    """Qt's own view and model, in C++ all of it, of the same words at the same places."""
    table = page.table
    lanes = table.lanes(0, table.viewport().width())
    first, last = table.rows_in_sight()
    height = last - first + 1
    model = QStandardItemModel(height * FRAMES, len(lanes), table.window())
    for row in range(height * FRAMES):
        shown = page.model.row_at(first + row % height)
        assert shown is not None
        for place, lane in enumerate(lanes):
            model.setItem(row, place, QStandardItem(shown.face(lane.column)))
    view = QTableView()
    view.setModel(model)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.resize(table.size())
    for place, lane in enumerate(lanes):
        view.setColumnWidth(place, lane.width)
    view.show()
    return view


async def scrolling(stage: Stage, runs: int) -> list[Line]:
    """Page by page through the table: drawn at once, and again with all rows there."""
    page = stage.window.cards
    page.details.hide()  # all the room for the columns
    await stage.quiet()
    bar, stock = page.table.verticalScrollBar(), stock_view(page)
    ours: list[float] = []
    theirs: list[float] = []
    blank: list[float] = []
    for run in range(runs):
        bar.setValue(bar.maximum() * run // runs)
        for _ in range(FRAMES):
            bar.setValue(bar.value() + bar.pageStep())
            blank.append(drawn(page.table))
            await stage.until(stage.loaded)
            ours.append(drawn(page.table))
            their_bar = stock.verticalScrollBar()
            their_bar.setValue((their_bar.value() + their_bar.pageStep()) % their_bar.maximum())
            theirs.append(drawn(stock))
    stock.close()
    mine, stocks = percentile(ours, 0.95), percentile(theirs, 0.95)
    print(f"frames: median {statistics.median(ours):.1f}, stock {statistics.median(theirs):.1f} ms")
    return [
        Line(
            *(3, "full frame while scrolling, p95", mine, "ms", "16 ms", mine <= 16),
            *("stock QTableView", stocks, stocks / mine),
        ),
        Line(3, "frame before its rows are here, p95", percentile(blank, 0.95), "ms", "", None),
    ]


def _pressed(page: CardsPage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(page.table, key, held)


def jumps(page: CardsPage) -> list[Callable[[], None]]:
    """Every way to go far at once."""
    bar, chance = page.table.verticalScrollBar(), Random(1)
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier

    def dragged() -> None:
        bar.setValue(chance.randrange(bar.maximum()))

    return [
        partial(_pressed, page, Qt.Key.Key_End, control),
        dragged,
        partial(_pressed, page, Qt.Key.Key_Home, control),
        partial(_pressed, page, Qt.Key.Key_End, none),
        dragged,
        partial(_pressed, page, Qt.Key.Key_Down, control),
        partial(_pressed, page, Qt.Key.Key_Home, none),
        partial(_pressed, page, Qt.Key.Key_Up, control),
    ]


async def jumping(stage: Stage, runs: int) -> list[Line]:
    """How long a jump holds the window, and until all rows are drawn."""
    page = stage.window.cards
    page.table.setFocus()
    page.table.go_to(0, 0)
    held: list[float] = []
    whole: list[float] = []
    for sort in (Sort(), Sort("usage", Direction.DESCENDING), Sort("remark")):
        page.ordering.sort_by(sort)
        await stage.quiet()
        for _ in range(max(1, runs // 2)):
            for jump in jumps(page):
                await asyncio.sleep(0.02)
                stage.longest()
                spent, begun = time.thread_time(), time.perf_counter()
                jump()
                page.table.viewport().repaint()
                spent = time.thread_time() - spent
                await stage.until(stage.loaded)
                page.table.viewport().repaint()
                whole.append((time.perf_counter() - begun) * 1e3)
                held.append(max(spent * 1e3, stage.longest()[0]))
    page.ordering.sort_by(Sort())
    await stage.quiet()
    longest = max(held)
    return [
        Line(3, f"{len(held)} jumps: the window held", longest, "ms", "50 ms", longest <= 50),
        Line(
            *(3, "a jump until all its rows are drawn", statistics.median(whole), "ms", "", None),
            *("p95", percentile(whole, 0.95)),
        ),
    ]


async def selecting(stage: Stage, runs: int) -> list[Line]:
    """Everything selected, its sum in the status bar and every action judged; and clear again."""
    page, desk = stage.window.cards, stage.desk
    ids = page.model.ids
    times: list[float] = []
    theirs: list[float] = []
    longest, where = 0.0, ""
    for _ in range(runs):
        page.table.selected.clear()
        await stage.quiet()
        stage.longest()
        begun = time.perf_counter()
        page.select_all()
        await stage.until(lambda: stage.tasks.busy("sums"))
        await stage.until(lambda: not stage.tasks.busy("sums"))
        times.append((time.perf_counter() - begun) * 1e3)
        await stage.until(lambda: page.presenter.standings)
        await stage.quiet()
        assert page.presenter.facts.selected == len(ids)
        # Another order, and back: what is selected goes along.
        page.ordering.sort_by(Sort("usage"))
        await stage.quiet()
        page.table.selected.invert()
        page.table.selected.invert()
        page.ordering.sort_by(Sort())
        await stage.quiet()
        assert page.table.selected.count == len(ids)
        longest, where = max((longest, where), stage.longest())
        begun = time.perf_counter()
        await desk.database.read(partial(card_store.sums, card_ids=ids))
        theirs.append((time.perf_counter() - begun) * 1e3)
    page.table.selected.clear()
    print(f"selecting: the longest call was {where}")
    mine, plain = statistics.median(times), statistics.median(theirs)
    return [
        Line(
            *(5, "select all, until its sums are shown", mine, "ms", "300 ms", mine <= 300),
            *("sums in SQL", plain, plain / mine),
        ),
        Line(5, "selecting and sorting: the window held", longest, "ms", "50 ms", longest <= 50),
    ]


async def grouping(stage: Stage, runs: int) -> list[Line]:
    """Every column's values: as the service counts them, and until the window shows them."""
    page, cards = stage.window.cards, stage.desk.cards
    slowest, field = 0.0, ""
    for name in GROUPED:
        times: list[float] = []
        for _ in range(runs):
            begun = time.perf_counter()
            await cards.value_counts(CardFilter(), name)
            times.append((time.perf_counter() - begun) * 1e3)
        print(f"group by {name:12} {statistics.median(times):8.1f} ms")
        slowest, field = max((slowest, field), (statistics.median(times), name))
    shown: list[float] = []
    stage.longest()
    for name in SHOWN_GROUPS * max(1, runs // 2):
        begun = time.perf_counter()
        page.group.group_by(name)
        await stage.until(lambda: stage.tasks.busy("group"))
        await stage.until(lambda: not stage.tasks.busy("group"))
        shown.append((time.perf_counter() - begun) * 1e3)
        await stage.quiet()
    page.group.hide()
    longest, where = stage.longest()
    print(f"grouping: the longest call was {where}")
    worst = max(shown)
    return [
        Line(
            *(5, f"group by any of {len(GROUPED)} columns: {field}", slowest, "ms", "1,000 ms"),
            slowest <= 1_000,
        ),
        Line(5, f"{len(shown)} groups shown, the slowest", worst, "ms", "1,000 ms", worst <= 1_000),
        Line(5, "grouping: the window held", longest, "ms", "50 ms", longest <= 50),
    ]


def most_memory() -> float:
    """MB that this process held at most."""
    told = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return told / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(fleet: Fleet, runs: int) -> Sequence[Line]:
    lines: list[Line] = []

    async def work(app: TimedApplication) -> None:
        async with staged(app, fleet) as stage:
            lines.extend(await scrolling(stage, runs))
            lines.extend(await jumping(stage, runs))
            lines.extend(await selecting(stage, runs))
            lines.extend(await grouping(stage, runs))

    on_window_loop(work)
    memory = most_memory()
    wanted = f"{MOST_MEMORY} MB"
    lines.append(
        Line(5, "memory of the process at most", memory, "MB", wanted, memory < MOST_MEMORY)
    )
    return lines


if __name__ == "__main__":
    frame.main(measure)
