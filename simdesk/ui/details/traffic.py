"""Traffic information: usage as bars, the plans that run, the share of each carrier."""

import asyncio
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QToolTip, QWidget

from simdesk.models.card import CardRow
from simdesk.models.periods import Month, local
from simdesk.models.usage import CardUsage
from simdesk.services.files import write_atomically
from simdesk.ui.charts import series
from simdesk.ui.charts.series import Bar
from simdesk.ui.charts.usage_chart import UsageChart
from simdesk.ui.context import Context
from simdesk.ui.details import freshness
from simdesk.ui.details.panel import Panel
from simdesk.ui.details.traffic_parts import PlanList, ShareList
from simdesk.ui.details.traffic_range import RangeBar
from simdesk.ui.details.words import Words
from simdesk.ui.joining import told
from simdesk.ui.text import day_shown, shown, size_shown

_SUMMARIES = 3
"""Months told in words below the chart; all of them are in the accessible description."""


MOST_MONTHS = 24


class TrafficTab(Panel):
    """`usage_wanted` asks for months that are not shown yet."""

    usage_wanted = Signal(object, object)
    """First and last Month."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(12, 12, 12, 16), parent)
        self._context = context
        self._row: CardRow | None = None
        self._today = date.min
        self._usage: CardUsage | None = None
        self._bars: tuple[Bar, ...] = ()
        self._range = RangeBar(self)
        self._chart = UsageChart(context, self)
        self._readout = Words(self)
        self._summary = Words(self, muted=True)
        self._stamp = Words(self, muted=True)
        self._plans = PlanList(self)
        self._shares_title = Words(self, self.tr("Carriers"), strong=True)
        self._shares = ShareList(self)
        self._lay_out()
        self._range.range_changed.connect(self._on_range_changed)
        self._range.scale_changed.connect(self._draw)
        self._range.picture_wanted.connect(self._on_picture_wanted)
        self._chart.pointed.connect(self._on_pointed)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Traffic information"))
        self.content.setSpacing(8)
        for part in (self._range, self._chart, self._readout, self._summary, self._stamp):
            self.content.addWidget(part)
        self.content.addSpacing(8)
        if not self._context.reviewing:  # a spreadsheet tells no plans
            self.content.addWidget(Words(self.ground, self.tr("Plans"), strong=True))
            self.content.addWidget(self._plans)
        self.content.addSpacing(8)
        self.content.addWidget(self._shares_title)
        self.content.addWidget(self._shares)
        self.content.addStretch(1)

    @property
    def chart(self) -> UsageChart:
        return self._chart

    @property
    def range(self) -> RangeBar:
        return self._range

    @property
    def readout(self) -> str:
        """The line below the chart: the bar pointed at, else the whole range."""
        return self._readout.text()

    def show_card(self, row: CardRow, now: datetime) -> None:
        """Take `row`; another card than before empties the chart until its usage comes."""
        other = self._row is None or self._row.id != row.id
        self._row = row
        self._today = local(now).date()
        self._range.offer(self._first_month(row), Month.of(self._today))
        as_of = freshness.of_usage(row.facts.usage_as_of, now)
        words = self.tr("Usage {as_of}").format(as_of=as_of)
        self._stamp.say(words, "warn" if as_of.stale else None)
        self._shares_title.setVisible(row.facts.smart)
        self._shares.setVisible(row.facts.smart)
        if other:
            self._usage = None
            self._bars = ()
            self._plans.setVisible(False)
            self._shares.setVisible(False)
            self._tell("")
            self._readout.say("")
            self._chart.show_words(self.tr("Reading usage…"))

    def _first_month(self, row: CardRow) -> Month:
        """Since when usage may be known; a spreadsheet need not tell when a card was opened."""
        opened = row.facts.opened
        if opened is None:
            return Month.of(self._today).plus(-MOST_MONTHS)
        return Month.of(local(opened).date())

    def months(self) -> tuple[Month, Month]:
        """The months to be shown."""
        return self._range.months()

    def show_usage(self, usage: CardUsage) -> None:
        self._usage = usage
        self._plans.show_plans(usage.plans, self._today)
        self._plans.setVisible(not self._context.reviewing)
        if self._row is not None and self._row.facts.smart:
            self._shares.show_shares(usage.shares)
            self._shares.setVisible(True)
        self._draw()

    def _draw(self) -> None:
        if self._row is None or self._usage is None:
            return
        first, last = self._days()
        daily = series.daily_bars(self._usage.months, first, last)
        monthly = self._range.by_month
        self._bars = series.monthly_bars(self._usage.months, first, last) if monthly else daily
        summaries = [self._month_words(one) for one in series.month_summaries(daily)]
        if all(bar.kb is None for bar in daily):
            self._chart.show_words(
                self.tr("No usage is known for these months. Try a longer time range.")
            )
            self._tell("")
        else:
            self._chart.show_bars(self._bars, "\n".join(summaries))
            self._tell("\n".join(summaries) if len(summaries) <= _SUMMARIES else "")
        self._on_pointed(-1)

    def _tell(self, words: str) -> None:
        self._summary.say(words)
        self._summary.setVisible(bool(words))

    def _days(self) -> tuple[date, date]:
        first, last = self.months()
        ends = min(last.last, self._today - timedelta(days=1))
        return first.first, max(ends, first.first)

    def _month_words(self, one: series.MonthSummary) -> str:
        most = one.most
        sentence = series.summary_words(
            one,
            series.month_name(one.month, self.locale()),
            size_shown(one.kb),
            size_shown(most.kb or 0) if most else "",
            day_shown(most.first) if most else "",
        )
        return shown(sentence)

    def _on_range_changed(self) -> None:
        if self._row is not None:
            self.usage_wanted.emit(*self.months())

    def _on_pointed(self, position: int) -> None:
        if not 0 <= position < len(self._bars):
            known = [bar.kb for bar in self._bars if bar.kb is not None]
            total = self.tr("{size} in all").format(size=size_shown(sum(known)))
            self._readout.say(total if known else "")
            return
        bar = self._bars[position]
        day = day_shown(bar.first)
        if not bar.single_day:
            day = series.month_name(Month.of(bar.first), self.locale())
        size = self.tr("no data") if bar.kb is None else size_shown(bar.kb)
        self._readout.say(told(day, size))
        if self._chart.underMouse():
            QToolTip.showText(QCursor.pos(), f"{day}\n{size}", self._chart)

    def _on_picture_wanted(self) -> None:
        if self._row is None or self._chart.plot is None or not self._bars:
            self._context.messages.tell(self.tr("There is no chart to save yet."))
            return
        dialog = QFileDialog(self, self.tr("Save picture of the chart"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PNG picture (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{self._row.facts.iccid}-usage.png")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, name: str) -> None:
        picture = self.picture_bytes()
        if picture is not None:
            self._context.tasks.start(
                "save chart picture", self._save(Path(name), picture), replace=False
            )

    def picture_bytes(self) -> bytes | None:
        """The chart as a PNG file; None while nothing is drawn."""
        if self._row is None or not self._bars:
            return None
        title = self.tr("Usage of {iccid}").format(iccid=self._row.facts.iccid)
        span = f"{day_shown(self._bars[0].first)} – {day_shown(self._bars[-1].last)}"
        image = self._chart.picture(title, f"{span} · {self._stamp.text()}")
        if image is None:
            return None
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # a device, as Qt documents
        return bytes(held.data())

    async def _save(self, path: Path, picture: bytes) -> None:
        await asyncio.to_thread(_write, path, picture)
        self._context.messages.tell(self.tr("Saved {name}").format(name=path.name))


def _write(path: Path, picture: bytes) -> None:
    with write_atomically(path) as file:
        file.write(picture)
