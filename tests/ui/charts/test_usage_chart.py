"""The chart: its library comes late, its bars can be pointed at, its picture is a file."""

import subprocess
import sys
from datetime import date

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.periods import Month
from simdesk.ui.charts.series import Bar, daily_bars
from simdesk.ui.charts.usage_chart import UsageChart
from tests.ui.details.fakes import a_desk, month_usage, until

BARS = daily_bars(
    (month_usage(Month(2026, 6), [3, None, 0, 9, 1]),), date(2026, 6, 1), date(2026, 6, 5)
)


def test_looking_at_details_does_not_load_the_drawing_library() -> None:
    script = (
        "import sys, simdesk.ui.details.dock, simdesk.ui.charts.usage_chart\n"
        "assert 'pyqtgraph' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def point_of(chart: UsageChart, position: int) -> QPointF:
    plot = chart.plot
    assert plot is not None
    for x in range(plot.width()):
        place = QPointF(x, plot.height() / 2)
        if plot.position_at(place) == position:
            return place
    raise AssertionError(f"no place for bar {position}")


async def test_the_library_comes_in_a_worker_thread_and_draws(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk() as (_, context):
        chart = UsageChart(context)
        qtbot.addWidget(chart)
        chart.resize(360, 220)
        chart.show_bars(BARS, "June: 13 MB.")
        assert chart.plot is None
        chart.show()
        await until(lambda: chart.plot is not None)
        assert chart.plot is not None
        assert chart.plot.bars == BARS
        assert chart.accessibleDescription() == "June: 13 MB."
        assert chart.plot.accessibleDescription() == "June: 13 MB."


async def test_a_bar_is_pointed_at_by_mouse_and_by_keys(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        chart = UsageChart(context)
        qtbot.addWidget(chart)
        chart.resize(360, 220)
        chart.show_bars(BARS, "")
        chart.show()
        await until(lambda: chart.plot is not None)
        plot = chart.plot
        assert plot is not None
        pointed: list[int] = []
        chart.pointed.connect(pointed.append)
        plot.point_at(plot.position_at(point_of(chart, 3)))
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End):
            qtbot.keyClick(plot, key)
        assert pointed == [3, 2, 0, 1, 4]
        plot.point_at(-1)
        qtbot.keyClick(plot, Qt.Key.Key_Left)
        assert pointed[-1] == 4


async def test_words_stand_where_there_are_no_bars(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        chart = UsageChart(context)
        qtbot.addWidget(chart)
        chart.show_words("No usage is known.")
        chart.show()
        await until(lambda: chart.plot is not None)
        assert chart.plot is not None
        assert not chart.plot.isVisible()
        assert chart.picture("title", "subtitle") is None
        chart.show_bars(BARS, "June")
        assert chart.plot.isVisible()


async def test_hatched_zero_and_used_days_look_different(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        chart = UsageChart(context)
        qtbot.addWidget(chart)
        chart.show_bars(BARS, "")
        chart.show()
        await until(lambda: chart.plot is not None)
        picture = chart.picture("Usage", "June")
        assert picture is not None
        assert (picture.width(), picture.height()) == (1200, 480)
        ground = picture.pixelColor(4, 4)
        middle = [_colours(picture, bar) - {ground.name()} for bar in range(5)]
        hatched, idle, used = middle[1], middle[2], middle[3]
        assert hatched
        assert used
        assert hatched != used
        assert len(idle) < len(used) + len(hatched)
        assert idle != used


async def test_another_theme_draws_the_same_bars_anew(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        chart = UsageChart(context)
        qtbot.addWidget(chart)
        chart.show_bars(BARS, "")
        chart.show()
        await until(lambda: chart.plot is not None)
        before = chart.plot
        palette = chart.palette()
        palette.setColor(palette.ColorRole.Window, Qt.GlobalColor.black)
        chart.setPalette(palette)
        assert chart.plot is not None
        assert chart.plot is not before
        assert chart.plot.bars == BARS


def _colours(picture: QImage, position: int) -> set[str]:
    """Colours in the middle column of a bar, half-way up."""
    left, right = 80, 1160
    x = left + (right - left) * (2 * position + 1) // 10
    return {picture.pixelColor(x, y).name() for y in range(240, 380)}


def test_bars_know_whether_they_are_days() -> None:
    assert Bar(date(2026, 6, 1), date(2026, 6, 1), 0, 1).single_day
    assert not Bar(date(2026, 6, 1), date(2026, 6, 30), 0, 30).single_day
