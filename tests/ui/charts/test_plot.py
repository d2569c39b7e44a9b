"""The drawing itself: pointing with the mouse, turning the wheel, keys that are not its own."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from simdesk.models.periods import Month
from simdesk.ui.charts.plot import PlotColours, UsagePlot
from simdesk.ui.charts.series import Bar, daily_bars
from tests.ui.details.fakes import month_usage

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
NAMES = ("white", "silver", "black", "grey", "blue", "skyblue", "orange")
COLOURS = PlotColours(*map(QColor, NAMES))
BARS = daily_bars(
    (month_usage(Month(2026, 6), [3, None, 0, 9, 1]),), date(2026, 6, 1), date(2026, 6, 5)
)


def a_plot(qtbot: QtBot, bars: tuple[Bar, ...] = BARS) -> tuple[UsagePlot, list[int]]:
    """A plot of five days, and the bars it announces."""
    plot = UsagePlot(COLOURS)
    qtbot.addWidget(plot)
    plot.resize(360, 220)
    plot.show_bars(bars, ENGLISH)
    plot.show()
    pointed: list[int] = []
    plot.pointed.connect(pointed.append)
    return plot, pointed


def ground(plot: UsagePlot) -> QWidget:
    view = plot.findChild(QGraphicsView)
    assert isinstance(view, QGraphicsView)
    return view.viewport()


def over(plot: UsagePlot, position: int) -> QPointF:
    for x in range(plot.width()):
        place = QPointF(x, plot.height() / 2)
        if plot.position_at(place) == position:
            return place
    raise AssertionError(f"no place for bar {position}")


def move(plot: UsagePlot, place: QPointF) -> None:
    nothing = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, place, nothing, nothing, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(ground(plot), moved)


def turn(plot: UsagePlot, by: int) -> QWheelEvent:
    place = QPointF(100, 100)
    turned = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(ground(plot), turned)
    return turned


def test_the_mouse_points_at_days_and_leaves_them(qtbot: QtBot) -> None:
    plot, pointed = a_plot(qtbot)
    for place in (over(plot, 0), over(plot, 0), over(plot, 3), QPointF(2, 100), over(plot, 1)):
        move(plot, place)
    QApplication.sendEvent(ground(plot), QEvent(QEvent.Type.Leave))
    assert pointed == [0, 3, -1, 1, -1]
    assert plot.position == -1


def test_below_the_zero_line_there_is_no_bar(qtbot: QtBot) -> None:
    plot, _ = a_plot(qtbot)
    x = over(plot, 3).x()
    found = [plot.position_at(QPointF(x, y)) for y in (20, 100, plot.height() - 4)]
    assert found == [3, 3, -1]


def test_the_wheel_scrolls_what_the_chart_stands_in_and_never_the_chart(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    plot = UsagePlot(COLOURS)
    plot.setFixedSize(320, 900)
    plot.show_bars(BARS, ENGLISH)
    area.setWidget(plot)
    area.resize(360, 300)
    area.show()
    before = over(plot, 3)
    assert not turn(plot, -120).isAccepted()
    assert plot.position_at(before) == 3


@pytest.mark.parametrize(
    ("bars", "key", "taken"),
    [
        (BARS, Qt.Key.Key_End, True),
        (BARS, Qt.Key.Key_A, False),
        ((), Qt.Key.Key_End, False),
        ((), Qt.Key.Key_Left, False),
    ],
)
def test_keys_the_chart_has_no_use_for_go_on(
    qtbot: QtBot, bars: tuple[Bar, ...], key: Qt.Key, taken: bool
) -> None:
    plot, pointed = a_plot(qtbot, bars)
    heard: list[int] = []

    class Panel(QWidget):
        def keyPressEvent(self, event: object) -> None:
            heard.append(event.key())  # type: ignore[attr-defined]  # a QKeyEvent

    panel = Panel()
    qtbot.addWidget(panel)
    plot.setParent(panel)
    plot.show()
    qtbot.keyClick(plot, key)
    assert pointed == ([4] if taken else [])
    assert heard == ([] if taken else [key])


def test_new_bars_are_not_pointed_at_and_old_places_are_gone(qtbot: QtBot) -> None:
    plot, pointed = a_plot(qtbot)
    plot.point_at(4)
    plot.show_bars(BARS[:2], ENGLISH)
    plot.point_at(4)
    assert plot.position == -1
    assert pointed == [4]
    assert list(plot.bars) == list(BARS[:2])


def test_a_picture_has_its_title_on_a_ground_of_its_own(qtbot: QtBot) -> None:
    plot, _ = a_plot(qtbot)
    words = plot.picture("Usage of 8986", "1 Jun – 5 Jun", ENGLISH)
    silent = plot.picture("", "", ENGLISH)
    head = [(x, y) for x in range(0, 400, 2) for y in range(8, 60, 2)]
    inked = [at for at in head if words.pixelColor(*at) != QColor("white")]
    assert (words.width(), words.height()) == (1200, 480)
    assert len(inked) > 50
    assert all(silent.pixelColor(*at) == QColor("white") for at in head)
