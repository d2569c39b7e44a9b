"""The usage chart as pages hold it: a placeholder until the drawing library has come."""

import asyncio
import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from simdesk.ui.charts.series import Bar
from simdesk.ui.context import Context
from simdesk.ui.theme import role

if TYPE_CHECKING:
    from simdesk.ui.charts.plot import PlotColours, UsagePlot

LOADING = "chart library"
"""Beginning of the name of the task that brings the drawing library."""
_HEIGHT = 208
_PLOT = "simdesk.ui.charts.plot"


class UsageChart(QWidget):
    """Bars of usage. Imports the drawing library in a worker thread when first shown."""

    pointed = Signal(int)
    ready = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plot: UsagePlot | None = None
        self._bars: tuple[Bar, ...] = ()
        self._guide: tuple[float, ...] = ()
        self._summary = ""
        self._placeholder = QLabel(self)
        self._placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._placeholder.setWordWrap(True)
        self._placeholder.setObjectName("muted")
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._placeholder)
        self.setMinimumHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Usage chart"))

    @property
    def plot(self) -> "UsagePlot | None":
        """What draws the bars, once the library has come."""
        return self._plot

    def show_bars(self, bars: Sequence[Bar], summary: str, guide: Sequence[float] = ()) -> None:
        """Draw `bars`, and `guide` as a line of KB over them; `summary` says the same in words."""
        self._bars = tuple(bars)
        self._guide = tuple(guide)
        self._summary = summary
        self._update()
        if self._plot is None and self.isVisible():
            self._fetch()

    def show_words(self, words: str) -> None:
        """Show a sentence in place of bars."""
        self._bars = self._guide = ()
        self._summary = words
        self._update()

    def picture(self, title: str, subtitle: str) -> QImage | None:
        """The chart for a file; None while nothing is drawn."""
        if self._plot is None or not self._bars:
            return None
        return self._plot.picture(title, subtitle, self.locale())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._plot is None:
            self._fetch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._plot is not None:
            self._drop_plot()
            self._on_loaded()

    def _fetch(self) -> None:
        self._context.tasks.start(f"{LOADING} {id(self)}", self._load(), replace=False)

    async def _load(self) -> None:
        await asyncio.to_thread(importlib.import_module, _PLOT)
        self._on_loaded()

    def _on_loaded(self) -> None:
        from simdesk.ui.charts.plot import UsagePlot

        self._plot = UsagePlot(_colours(), self)
        self._plot.pointed.connect(self.pointed)
        self._layers.addWidget(self._plot)
        self._update()
        self.ready.emit()

    def _drop_plot(self) -> None:
        plot, self._plot = self._plot, None
        if plot is not None:
            self._layers.removeWidget(plot)
            plot.deleteLater()

    def _update(self) -> None:
        self.setAccessibleDescription(self._summary)
        if self._plot is None or not self._bars:
            words = self.tr("Drawing…") if self._bars else self._summary
            self._placeholder.setText(words)
            self._layers.setCurrentWidget(self._placeholder)
            return
        self._plot.setAccessibleName(self.tr("Usage, one bar after the other by arrow keys"))
        self._plot.setAccessibleDescription(self._summary)
        self._plot.show_bars(self._bars, self.locale(), self._guide)
        self._layers.setCurrentWidget(self._plot)


def _colours() -> "PlotColours":
    from simdesk.ui.charts.plot import PlotColours

    return PlotColours(
        ground=role("surface"),
        line=role("border"),
        words=role("text"),
        quiet=role("muted"),
        bar=role("accent"),
        pointed=role("selection"),
        guide=role("warn"),
    )
