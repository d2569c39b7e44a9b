"""One voucher below the list: its pool over the month with the even-use line, cards by status."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.periods import Month
from simdesk.models.pool_figures import even_use
from simdesk.models.status import SimStatus
from simdesk.services.vouchers import PoolUse, VoucherRow
from simdesk.ui.charts.series import Bar, month_name
from simdesk.ui.charts.usage_chart import UsageChart
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.measures import grown
from simdesk.ui.pages.vouchers_columns import limit_words
from simdesk.ui.status_share import StatusShare
from simdesk.ui.text import day_shown, money_shown, shown, size_shown, stamp_shown
from simdesk.ui.theme import LARGE, SMALL

_TASK = "voucher use"
_HEIGHT = 250


class VoucherPanel(QFrame):
    """`cards_wanted` carries a CardFilter of the voucher's cards in one status."""

    cards_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._context = context
        self._row: VoucherRow | None = None
        self._use: PoolUse | None = None
        self.chart = UsageChart(context, self)
        self.chart.setAccessibleName(self.tr("Use of the pool over the month"))
        self.chart.pointed.connect(self._on_pointed)
        self._title = Words(self, strong=True)
        self._under = Words(self, muted=True)
        self._pool = Words(self)
        self._limit = Words(self)
        self._stamp = Words(self, muted=True)
        self.share = StatusShare(self)
        self.share.status_wanted.connect(self._on_status_wanted)
        self.setFixedHeight(grown(_HEIGHT))
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(self.chart, 1)
        left.addWidget(self._under)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        for part in (self._title, self.share, self._pool, self._limit, self._stamp):
            right.addWidget(part)
        right.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        line.setSpacing(LARGE)
        line.addLayout(left, 3)
        line.addLayout(right, 2)

    def show_voucher(self, row: VoucherRow | None) -> None:
        """Show a voucher; None says that none, or several, are chosen."""
        before, self._row = self._row, row
        self.setVisible(row is not None)
        if row is None:
            return
        self._title.say(shown(row.described))
        self.share.show_counts(row.by_status)
        self._pool.say(self._pool_words(row), "bad" if row.outside_kb else None)
        self._limit.say(self._limit_words(row))
        self._stamp.say(self._stamp_words(row))
        if before is None or before.voucher != row.voucher:
            self._use = None
            self.chart.show_words(self.tr("Reading usage…"))
        self._context.tasks.start(_TASK, self._load(row), replace=True)

    async def _load(self, row: VoucherRow) -> None:
        today = self._context.desk.vouchers.today
        use = await self._context.desk.vouchers.use(row.voucher, Month.of(today))
        if self._row is not None and self._row.voucher == row.voucher:
            self._use = use
            self._draw(row, use)

    def _draw(self, row: VoucherRow, use: PoolUse) -> None:
        bars = cumulative(use)
        guide: tuple[float, ...] = ()
        same_tier = row.parts is not None and row.parts.plan_type.same_tier
        if same_tier and use.total_kb is not None:
            days = (use.month.first + timedelta(days=n) for n in range(use.month.days))
            guide = tuple(float(even_use(use.total_kb, day)) for day in days)
        self._under.say(self._under_words(use, None))
        if bars:
            self.chart.show_bars(bars, self._under.text(), guide)
        else:
            self.chart.show_words(self.tr("The month has just begun: usage comes tomorrow."))

    def _under_words(self, use: PoolUse, place: int | None) -> str:
        name = month_name(use.month, self.locale())
        if place is None:
            words = self.tr("{month}, summed up day by day").format(month=name)
            if self._guided():
                words += self.tr("; dashed: even use until its last day")
            return words
        day = use.month.first + timedelta(days=place)
        return self.tr("Until {day}: {sum}, on the day {kb}").format(
            day=day_shown(day),
            sum=size_shown(sum(use.days[: place + 1])),
            kb=size_shown(use.days[place]),
        )

    def _guided(self) -> bool:
        parts = None if self._row is None else self._row.parts
        return parts is not None and parts.plan_type.same_tier

    def _on_pointed(self, place: int) -> None:
        if self._use is not None:
            self._under.say(self._under_words(self._use, place if place >= 0 else None))

    def _pool_words(self, row: VoucherRow) -> str:
        if row.pool is None:
            return self.tr("Each card has its own quota; there is no pool.")
        if row.pool.total_kb is None:
            return self.tr("The provider does not tell how much this pool holds.")
        words = self.tr("{used} of {total} used, {left} left").format(
            used=size_shown(row.pool.used_kb),
            total=size_shown(row.pool.total_kb),
            left=size_shown(row.pool.left_kb or 0),
        )
        if not row.outside_kb:
            return words
        price = self.tr("no price known") if row.overage is None else money_shown(row.overage)
        return (
            words
            + " · "
            + self.tr("{outside} outside the plan: {price}").format(
                outside=size_shown(row.outside_kb), price=price
            )
        )

    def _limit_words(self, row: VoucherRow) -> str:
        if row.limit_kb is None:
            return self.tr("No usage limit for the voucher.")
        after = (
            self.tr("resumes next month") if row.limit_auto_restore else self.tr("stays suspended")
        )
        return self.tr("Usage limit of each card {limit}, then {after}; a card's own wins.").format(
            limit=limit_words(row), after=after
        )

    def _stamp_words(self, row: VoucherRow) -> str:
        parts = []
        if row.usage_as_of is not None:
            parts.append(self.tr("usage as of {at}").format(at=stamp_shown(row.usage_as_of)))
        if row.read_at is not None:
            parts.append(self.tr("pool read {at}").format(at=stamp_shown(row.read_at)))
        return " · ".join(parts)

    def _on_status_wanted(self, status: int) -> None:
        if self._row is None:
            return
        terms = [
            Term("voucher", Operator.ANY_OF, (self._row.voucher,)),
            Term("status", Operator.ANY_OF, (status,)),
        ]
        if status == SimStatus.CANCELLED:
            terms.append(Term("cancelled", Operator.ANY_OF, ("any",)))
        self.cards_wanted.emit(CardFilter(tuple(terms)))


def cumulative(use: PoolUse) -> tuple[Bar, ...]:
    """One bar for each day that has passed: what was used in the month until its end."""
    total, bars = 0, []
    for place, kb in enumerate(use.days):
        total += kb
        day: date = use.month.first + timedelta(days=place)
        bars.append(Bar(day, day, total, 1))
    return tuple(bars)
