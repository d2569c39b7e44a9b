"""What has a date or a price: the 20th, auto-cancellation, silence, pools, cards without use."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox, QWidget

from simdesk.models.deadlines import LOOK_AHEAD_DAYS
from simdesk.models.monthly_cost import Cost
from simdesk.models.overview import Ahead, Cancellable, Idle, Overview, PoolOutlook
from simdesk.models.overview_questions import IDLE_DAYS
from simdesk.models.periods import EXPIRY_WARNING_DAYS, Month
from simdesk.ui.pages.overview_grid import Note, Row
from simdesk.ui.pages.overview_section import Section
from simdesk.ui.text import count_shown, counted, day_shown, money_shown, size_shown

_SOON_DAYS = 3
_LONGEST = ("30 Sep 2026 · in 30 days", "CNY 100,000.00 a month")
"""What the columns of words leave room for, so that the sections' columns stand in line."""


class MoneySection(Section):
    """A section whose rows end with a date and an amount."""

    def lay_out_money(self, title: str) -> None:
        """Make the title and columns for a number, a date and an amount."""
        self.lay_out(title, ("",), _LONGEST)

    def when(self, day: date, today: date) -> str:
        """A day and how far it is."""
        left = (day - today).days
        near = {-1: self.tr("yesterday"), 0: self.tr("today"), 1: self.tr("tomorrow")}
        far = self.tr("in {days} days") if left > 0 else self.tr("{days} days ago")
        return f"{day_shown(day)} · {near.get(left, far.format(days=abs(left)))}"

    def money(self, cost: Cost, pattern: str = "{money}") -> Note:
        """An amount, and how many cards are not in it."""
        if cost.unasked:
            return Note(self.tr("reading prices"), "final", numeric=True)
        sums = " + ".join(map(money_shown, cost.amounts))
        words = pattern.format(money=sums) if sums else ""
        if cost.unpriced:
            without = self.tr("{count} without a price").format(count=count_shown(cost.unpriced))
            words = f"{words} · {without}" if words else without
        return Note(words, "", numeric=True)


class DeadlinesSection(MoneySection):
    """The most urgent first; days on which nothing happens are not listed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lay_out_money(self.tr("Deadlines"))

    def show_overview(self, overview: Overview) -> None:
        """Show what has to be decided until when."""
        today = overview.today
        last = self.tr("by {day}").format(
            day=day_shown(today + timedelta(days=EXPIRY_WARNING_DAYS))
        )
        ending, unrenewed = overview.risks.expiring.total, overview.risks.expiring_unrenewed
        rows = [
            self._cancellable(overview.cancellable),
            Row(
                self.tr("Plan ends within {days} days").format(days=EXPIRY_WARNING_DAYS),
                (ending,),
                (_quiet(last, ending.cards), Note("")),
            ),
            Row(
                self.tr("Plan ends and nothing renews it"),
                (unrenewed,),
                (_quiet(last, unrenewed.cards, "warn"), Note("")),
            ),
            *self._ahead(self.tr("Auto-cancellation"), overview.auto_cancels, today, "bad"),
            *self._ahead(self.tr("Silent period ends"), overview.silent_ends, today, "warn"),
        ]
        self.show_rows(rows)

    def _cancellable(self, told: Cancellable) -> Row:
        window, many = told.window, told.figure.cards
        if window.late:
            what = self.tr("Can be cancelled, but late")
            note = self.tr("finishes {day}").format(day=day_shown(window.finishes))
            role, pattern = "bad", self.tr("{money} charged")
        else:
            what = self.tr("Can be cancelled before the 20th")
            one, several = self.tr("1 day left"), self.tr("{days} days left")
            note = one if window.days_left == 1 else several.format(days=window.days_left)
            role = "warn" if window.days_left <= _SOON_DAYS else ""
            pattern = self.tr("{money} if late")
        tip = self.tr(
            "Stopped and Manually Deactivated cards without a cancellation under way. Asked for "
            "before 00:00 on {day} it takes effect at once; from the 20th on it takes effect on "
            "the first of the next month, which is charged."
        ).format(day=day_shown(window.deadline))
        money = self.money(told.fee, pattern) if many else Note("", numeric=True)
        return Row(what, (told.figure,), (_quiet(note, many, role), money), tip=tip)

    def _ahead(self, what: str, ahead: Ahead, today: date, role: str) -> Iterator[Row]:
        if not ahead.days:
            last = today + timedelta(days=LOOK_AHEAD_DAYS)
            none = self.tr("none until {day}").format(day=day_shown(last))
            yield Row(what, (ahead.figure,), (Note(none, "final"), Note("")))
        for one in ahead.days:
            near = (one.day - today).days <= _SOON_DAYS
            note = Note(self.when(one.day, today), role if near else "")
            yield Row(what, (one.figure,), (note, Note("")))


class PoolsSection(MoneySection):
    """Pools that do not last the month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lay_out_money(self.tr("Pools that run out this month"))

    def show_overview(self, overview: Overview) -> None:
        """Show what runs out, or that nothing does."""
        today, month = overview.today, Month.of(overview.today)
        rows = [self._row(pool, today, month.last) for pool in overview.pools]
        if rows:
            sentence = ""
        elif today == month.first:
            sentence = self.tr("Nothing is known of this month's use yet.")
        else:
            sentence = self.tr("At this month's pace every known pool lasts until {day}.").format(
                day=day_shown(month.last)
            )
        self.show_rows(rows, sentence)

    def _row(self, pool: PoolOutlook, today: date, last: date) -> Row:
        forecast = pool.forecast
        if forecast.runs_out is None:
            note = Note(self.tr("used up"), "bad")
        else:
            near = (forecast.runs_out - today).days <= _SOON_DAYS
            note = Note(self.when(forecast.runs_out, today), "bad" if near else "warn")
        money = self.tr("no known price") if pool.overage is None else money_shown(pool.overage)
        tip = self.tr(
            "At this month's pace {size} will have been used outside the plan by {day}; "
            "the number counts its active cards."
        ).format(size=size_shown(forecast.outside_kb), day=day_shown(last))
        return Row(pool.voucher, (pool.figure,), (note, Note(money, numeric=True)), tip=tip)


class IdleSection(MoneySection):
    """Cards in use that had no traffic for so many days as chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lay_out_money(self.tr("In use without traffic"))
        self.days = QComboBox(self)
        self.days.setAccessibleName(self.tr("Days without traffic"))
        for days in IDLE_DAYS:
            self.days.addItem(self.tr("for {days} days").format(days=days), days)
        self.days.setCurrentIndex(IDLE_DAYS.index(30))
        self.days.currentIndexChanged.connect(self._on_days_changed)
        self.head.addWidget(self.days)
        self.head.addStretch(1)
        self._told: Overview | None = None

    def show_overview(self, overview: Overview) -> None:
        """Show the cards of the days chosen, and what they cost."""
        self._told = overview
        chosen: Idle = overview.idle[self.days.currentIndex()]
        since = day_shown(overview.today - timedelta(days=chosen.days))
        many = chosen.figure.cards
        words = self.tr("since {day}").format(day=since)
        money = self.money(chosen.cost, self.tr("{money} a month")) if many else Note("")
        tip = self.tr(
            "Cards in use since then or longer, without traffic on any day since; "
            "a month of their plans costs so much."
        )
        one = self.tr("The traffic of 1 card in use was not read yet.")
        several = self.tr("The traffic of {count} cards in use was not read yet.")
        unread = overview.usage_unread
        self.show_rows(
            [Row(self.tr("Cards"), (chosen.figure,), (_quiet(words, many), money), tip=tip)],
            counted(unread, one, several) if unread else "",
        )

    def _on_days_changed(self) -> None:
        if self._told is not None:
            self.show_overview(self._told)


def _quiet(words: str, cards: int, role: str = "") -> Note:
    """What goes with a number; of no card it is said quietly."""
    return Note(words, role if cards else "final")
