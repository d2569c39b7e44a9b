"""Bars drawn by pyqtgraph. Importing this takes most of a second: see `usage_chart`."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simdesk.ui.charts.series import Bar, axis_ticks, no_data_spans, size_ticks

_BAR_WIDTH = 0.72
_ZERO_SHARE = 0.012
"""Height of the mark of a day on which nothing was used, as a share of the whole height."""
_HEADROOM = 1.06
"""So that the label of the highest tick is whole."""
_MARGIN = 16
"""Right of the last bar, so that its label is whole."""
_OVERHANG = 40
"""Pixels a label may stand out beside the axis."""
_PICTURE = QSize(1200, 480)
_PICTURE_HEAD = 64


@dataclass(frozen=True, slots=True)
class PlotColours:
    """The theme roles a chart is drawn in."""

    ground: QColor
    line: QColor
    words: QColor
    quiet: QColor
    bar: QColor
    pointed: QColor
    guide: QColor


class UsagePlot(QWidget):
    """Bars over days or months. Pointing at one, or moving with the arrow keys, announces it."""

    pointed = Signal(int)
    """Position of the bar pointed at; -1 for none."""

    def __init__(self, colours: PlotColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._bars: Sequence[Bar] = ()
        self._guide: Sequence[float] = ()
        self._top = 1.0
        self._position = -1
        self._locale = QLocale()
        self._axis_width = 60
        self._plot = pg.PlotWidget(self, background=colours.ground)
        self._pointer = pg.BarGraphItem(x=[], height=[], width=1, pen=None)
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)  # for the frame of the focus
        layout.addWidget(self._plot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setMouseTracking(True)
        self._plot.viewport().installEventFilter(self)

    def _dress(self) -> None:
        plot = self._plot
        plot.setMouseEnabled(False, False)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        font = QFont(self.font())
        for name in ("left", "bottom"):
            axis = plot.getAxis(name)
            axis.setPen(QPen(self._colours.line, 1))
            axis.setTextPen(QPen(self._colours.quiet))
            axis.setTickFont(font)
            axis.setStyle(tickLength=0, maxTickLevel=0, hideOverlappingLabels=_OVERHANG)
        plot.getAxis("left").setGrid(40)
        plot.getAxis("bottom").setHeight(self.fontMetrics().height() + 8)
        plot.setAntialiasing(True)
        plot.plotItem.layout.setContentsMargins(0, 0, _MARGIN, 0)

    @property
    def bars(self) -> Sequence[Bar]:
        return self._bars

    @property
    def position(self) -> int:
        return self._position

    def show_bars(self, bars: Sequence[Bar], locale: QLocale, guide: Sequence[float] = ()) -> None:
        """Draw `bars`; days without data are hatched, days without usage get a mark at zero.

        `guide` is a line over them, in KB for each place; it may go on where no bar is yet.
        """
        self._bars = bars
        self._guide = guide
        self._position = -1
        ticks = size_ticks(int(max((*(bar.kb or 0 for bar in bars), *guide), default=0)))
        self._top = ticks[-1][0]
        self._plot.clear()
        self._draw_no_data(no_data_spans(bars))
        self._pointer = pg.BarGraphItem(x=[], height=[], width=1, pen=None)
        self._plot.addItem(self._pointer)
        self._draw_bars()
        self._draw_guide()
        axis = self._plot.getAxis("left")
        axis.setTicks([ticks])
        words = self.fontMetrics()
        self._axis_width = max(words.horizontalAdvance(label) for _, label in ticks) + 12
        axis.setWidth(self._axis_width)
        self._locale = locale
        self._label_days()
        self._plot.setRange(
            xRange=(-0.6, max(len(bars), len(guide), 1) - 0.4),
            yRange=(0, self._top * _HEADROOM),
            padding=0,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label_days()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(self._colours.bar)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _label_days(self) -> None:
        room = max(len(self._bars), len(self._guide), 1)
        pixels = max(self.width() - self._axis_width - _MARGIN, 100) / room
        ticks = axis_ticks(self._bars, self._locale, pixels, self.fontMetrics().horizontalAdvance)
        self._plot.getAxis("bottom").setTicks([ticks])

    def _draw_no_data(self, spans: Sequence[tuple[int, int]]) -> None:
        if not spans:
            return
        brush = QBrush(self._colours.line, Qt.BrushStyle.BDiagPattern)
        self._plot.addItem(
            pg.BarGraphItem(
                x0=[first - 0.5 for first, _ in spans],
                x1=[last + 0.5 for _, last in spans],
                y0=0,
                height=self._top * _HEADROOM,
                brush=brush,
                pen=None,
            )
        )

    def _draw_bars(self) -> None:
        used = [(place, bar.kb) for place, bar in enumerate(self._bars) if bar.kb]
        idle = [place for place, bar in enumerate(self._bars) if bar.kb == 0]
        if used:
            places, heights = zip(*used, strict=True)
            self._add(places, heights, self._colours.bar)
        if idle:
            self._add(idle, [self._top * _ZERO_SHARE] * len(idle), self._colours.quiet)

    def _draw_guide(self) -> None:
        if self._guide:
            pen = QPen(self._colours.guide, 0, Qt.PenStyle.DashLine)
            self._plot.plot(list(range(len(self._guide))), list(self._guide), pen=pen)

    def _add(self, places: Sequence[int], heights: Sequence[float], colour: QColor) -> None:
        self._plot.addItem(
            pg.BarGraphItem(
                x=list(places), height=list(heights), width=_BAR_WIDTH, brush=colour, pen=None
            )
        )

    def point_at(self, position: int) -> None:
        """Mark the bar at `position`; -1 marks none."""
        if position == self._position or position >= len(self._bars):
            return
        self._position = position
        marked = [position] if position >= 0 else []
        tops = [self._top * _HEADROOM] if position >= 0 else []
        self._pointer.setOpts(x=marked, height=tops, width=1, brush=self._colours.pointed, pen=None)
        self.pointed.emit(position)

    def position_at(self, place: QPointF) -> int:
        """The bar under a point of the drawing area; -1 where there is none."""
        within = self._plot.plotItem.vb.mapSceneToView(self._plot.mapToScene(place.toPoint()))
        position = round(within.x())
        return position if 0 <= position < len(self._bars) and within.y() >= 0 else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            self.point_at(self.position_at(event.position()))  # type: ignore[attr-defined]  # a QMouseEvent
        elif kind == QEvent.Type.Leave:
            self.point_at(-1)
        elif kind == QEvent.Type.Wheel:
            event.ignore()
            return True  # the panel scrolls, the chart does not
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        start = last + 1 if self._position < 0 else self._position
        wanted = {
            Qt.Key.Key_Left: max(start - 1, 0),
            Qt.Key.Key_Right: min(self._position + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is None or last < 0:
            super().keyPressEvent(event)
            return
        self.point_at(wanted)

    def picture(self, title: str, subtitle: str, locale: QLocale) -> QImage:
        """The chart on a ground of its own, with its title above, for files."""
        image = QImage(_PICTURE, QImage.Format.Format_RGB32)
        image.fill(self._colours.ground)
        twin = UsagePlot(self._colours)
        twin.resize(_PICTURE.width() - 32, _PICTURE.height() - _PICTURE_HEAD - 16)
        twin.show_bars(self._bars, locale, self._guide)
        drawn = twin.grab()
        painter = QPainter(image)
        painter.drawPixmap(
            QRect(16, _PICTURE_HEAD, twin.width(), twin.height()), drawn, drawn.rect()
        )
        _write_head(painter, self._colours, title, subtitle)
        painter.end()
        twin.deleteLater()
        return image


def _write_head(painter: QPainter, colours: PlotColours, title: str, subtitle: str) -> None:
    font = QFont(painter.font())
    font.setPixelSize(16)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(colours.words)
    width = _PICTURE.width() - 32
    painter.drawText(QRect(16, 8, width, 26), Qt.AlignmentFlag.AlignVCenter, title)
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colours.quiet)
    painter.drawText(QRect(16, 34, width, 22), Qt.AlignmentFlag.AlignVCenter, subtitle)
