"""Money: where it is on its way, and what was paid beside the provider's orders (4.9)."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.comparison import Compared
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.ui.context import Context
from simdesk.ui.dialogs.limits import LimitsDialog
from simdesk.ui.listing.cells import StateDelegate
from simdesk.ui.listing.exporting import choose_target, export_list
from simdesk.ui.listing.order_cells import IdDelegate
from simdesk.ui.listing.page import ListPage
from simdesk.ui.money_line import MoneyLine
from simdesk.ui.pages.money_columns import (
    ABOUT_COLUMN,
    ORDER_COLUMN,
    VERDICT_COLUMN,
    WHY_COLUMN,
    comparison_model,
)
from simdesk.ui.pages.money_groups import GroupsRow
from simdesk.ui.spaced import Spaced
from simdesk.ui.text import count_shown, moment_shown

COMPARING = "compare orders"
_STANDING = "money standing"
SOON_MS, SPACING_MS = 200, 2_000


class MoneyPage(ListPage):
    """`order_wanted` carries the number of an order to look at."""

    order_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("Money"),
            comparison_model(),
            self._listed,
            stretched=WHY_COLUMN,
            parent=parent,
        )
        self._compared_at: datetime | None = None
        self._read_at: datetime | None = None
        self._total = 0
        # A bulk moves money all the time; its orders are compared when they have been read.
        self._standing = Spaced(self._on_standing_due, SOON_MS, SPACING_MS, self)
        for column in (ORDER_COLUMN, ABOUT_COLUMN):
            self.table.setItemDelegateForColumn(column, IdDelegate(self.table))
        self.table.setItemDelegateForColumn(VERDICT_COLUMN, StateDelegate(self.table))
        self.line = MoneyLine(self)
        self.groups = GroupsRow(self)
        self.above.addWidget(self.line)
        self.above.addWidget(self.groups)
        self._add_actions()
        self.empty.offer(self.tr("Compare now"), "sync", self.compare)
        self._follow()
        self.refresh()

    def _add_actions(self) -> None:
        self.order_action = self.act(self.tr("Show the order"), "orders", self.show_order, "Return")
        self.card_action = self.act(self.tr("Show the card"), "cards", self.show_card)
        self.export_action = self.act(self.tr("Export…"), "export", self.export, "Ctrl+S")
        self.compare_action = self.act(
            self.tr("Compare now"), "sync", self.compare, "F5", kind="primary"
        )
        self.limits_action = self.act(self.tr("Limits…"), "limit", self.limits, button=False)

    def _follow(self) -> None:
        self.groups.changed.connect(self.load)
        self.line.limits_wanted.connect(self.limits)
        self.table.doubleClicked.connect(self.order_action.trigger)
        self.context.bridge.orders_changed.connect(self._on_changed)
        self.context.bridge.operations_changed.connect(self._standing.want)

    # Asking

    async def _listed(self) -> Sequence[Compared]:
        desk = self.context.desk
        found = await desk.comparison.compare(*self.groups.span(desk.comparison.today))
        self._compared_at = await desk.comparison.compared_at()
        self._read_at = await desk.orders.as_of()
        self.line.show_standing(await desk.guards.money())
        self.groups.show_groups(found.groups)
        chosen = self.groups.chosen
        wanted = [group for group in found.groups if chosen in (None, group.verdict)]
        self._total = sum(group.count for group in wanted)
        return [line for line in found.lines if chosen in (None, line.verdict)]

    # Telling

    def refresh(self) -> None:
        line: Compared | None = self.one
        self.order_action.setEnabled(line is not None and line.order is not None)
        self.card_action.setEnabled(line is not None and line.iccid is not None)
        self.export_action.setEnabled(self._total > 0)
        self.empty.say(self._empty_words())
        self.facts.setText(self._facts_words())

    def _empty_words(self) -> str:
        if self._read_at is None:
            return self.tr(
                "The provider's orders have not been read yet. Here they are held against what was"
                " asked for on this desk."
            )
        return self.tr("Nothing was paid in these days, here or at the provider.")

    def _facts_words(self) -> str:
        total, rows = self._total, len(self.model.told)
        words = self.tr("1 line") if total == 1 else self.tr("{total} lines")
        if total > rows:
            words = self.tr("the newest {rows} of {total} lines")
        parts = [words.format(total=count_shown(total), rows=count_shown(rows))]
        if self._read_at is not None:
            parts.append(self.tr("orders read {at}").format(at=moment_shown(self._read_at)))
        if self._compared_at is None:
            parts.append(self.tr("never compared yet"))
        else:
            at = moment_shown(self._compared_at)
            parts.append(self.tr("last daily comparison {at}").format(at=at))
        return " · ".join(parts)

    # Doing

    def compare(self) -> None:
        """Read the provider's orders, compare, and tell what is new."""
        self.context.tasks.start(COMPARING, self._compare(), replace=False)

    async def _compare(self) -> None:
        desk = self.context.desk
        await desk.orders.read()
        new = await desk.comparison.run()
        if new:
            words = self.tr("1 new difference to look at.")
            if new != 1:
                words = self.tr("{count} new differences to look at.")
            self.context.messages.warn(words.format(count=count_shown(new)))
        else:
            self.context.messages.done(self.tr("Compared; nothing new to look at."))

    def limits(self) -> None:
        """Ask what a day may cost and how much of a pool it may close."""
        LimitsDialog(self.context, self).open()

    def show_order(self) -> None:
        """Look at the order of the chosen line."""
        line: Compared | None = self.one
        if line is not None and line.order is not None:
            self.order_wanted.emit(line.order.number)

    def show_card(self) -> None:
        """Look at the card of the chosen line, also if it is cancelled."""
        line: Compared | None = self.one
        if line is not None and line.iccid is not None:
            card = Term("iccid", Operator.ANY_OF, (line.iccid,))
            self.cards_wanted.emit(CardFilter((card, Term("cancelled", Operator.ANY_OF, ("any",)))))

    # Exporting

    def export(self) -> None:
        """Ask where the lines shall go; all are written, not only those shown."""
        desk = self.context.desk
        name = f"comparison_{desk.comparison.today:%Y%m%d}.xlsx"
        choose_target(self, self.tr("Export the comparison"), name, self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the lines beside the work, and tell when they are there."""
        comparison, chosen = self.context.desk.comparison, self.groups.chosen
        first, last = self.groups.span(comparison.today)
        verdicts = () if chosen is None else (chosen,)
        write = partial(comparison.export, first=first, last=last, verdicts=verdicts)
        one = self.tr("Exported 1 line to “{name}”.")
        many = self.tr("Exported {count} lines to “{name}”.")
        export_list(self.context, path, write, one, many)

    # Hearing

    def _on_standing_due(self) -> None:
        if self.isVisible():
            self.context.tasks.start(_STANDING, self._show_standing(), replace=True)

    async def _show_standing(self) -> None:
        self.line.show_standing(await self.context.desk.guards.money())

    def _on_changed(self) -> None:
        if self.isVisible():
            self.load()
