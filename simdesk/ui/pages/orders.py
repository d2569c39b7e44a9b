"""Orders: all of them, paying, closing, what is in doubt, buying for pools (domain.md 6.3)."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from simdesk.models.account_commands import CloseOrder, PayOrder
from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderFilter, OrderLine, OrderList, PaidSum
from simdesk.models.orders import Money, OrderState
from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.ui import icons
from simdesk.ui.charts.series import month_name
from simdesk.ui.context import Context
from simdesk.ui.dialogs.account_act import AccountActDialog
from simdesk.ui.dialogs.buy import BuyDialog
from simdesk.ui.dialogs.limits import LimitsDialog
from simdesk.ui.dialogs.order_acts import CloseOrderDialog, DecideDialog, PayOrderDialog
from simdesk.ui.joining import listed
from simdesk.ui.listing.cells import StateDelegate
from simdesk.ui.listing.exporting import choose_target, export_list
from simdesk.ui.listing.order_cells import IdDelegate
from simdesk.ui.listing.page import ListPage
from simdesk.ui.money_line import MoneyLine
from simdesk.ui.pages.orders_columns import (
    ABOUT_COLUMN,
    ORDER_COLUMN,
    STATE_COLUMN,
    orders_model,
)
from simdesk.ui.pages.orders_doubts import DoubtsBar
from simdesk.ui.pages.orders_filter import OrdersFilterRow
from simdesk.ui.pages.orders_panel import OrderPanel
from simdesk.ui.text import count_shown, moment_shown, money_shown, shown

TYPING_MS = 250
"""A pause in typing after which the words are asked for."""
READING, SETTLING = "orders", "settle purchases"
_NOT_OFFERED = text(QT_TRANSLATE_NOOP("trade", "This provider does not offer it."))
_IN_DOUBT = text(QT_TRANSLATE_NOOP("trade", "An act about it is in doubt: settle that first."))


class OrdersPage(ListPage):
    """The newest orders that match; buying for a pool begins here."""

    money_wanted = Signal()
    """The comparison of what was paid here with the provider's orders."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        title = self.tr("Orders")
        super().__init__(
            context, title, orders_model(), self._listed, stretched=ABOUT_COLUMN, parent=parent
        )
        self._total = 0
        self._as_of: datetime | None = None
        self._paid: Sequence[PaidSum] = ()
        for column in (ORDER_COLUMN, ABOUT_COLUMN):
            self.table.setItemDelegateForColumn(column, IdDelegate(self.table))
        self.table.setItemDelegateForColumn(STATE_COLUMN, StateDelegate(self.table))
        self.filter = OrdersFilterRow(context.desk.orders.today, self)
        self.money = MoneyLine(self)
        self.doubts = DoubtsBar(self)
        self.panel = OrderPanel(context, self)
        self.search.setPlaceholderText(self.tr("Order, ICCID or voucher"))
        self.above.addWidget(self.money)
        self.above.addWidget(self.filter)
        self.above.addWidget(self.doubts)
        self.under.addWidget(self.panel)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._add_actions()
        self.empty.offer("", "sync", self._on_empty_offer)
        self._follow()
        self.refresh()

    def _add_actions(self) -> None:
        self.pay_action = self.act(self.tr("Pay…"), "top_up", self.pay, "Ctrl+P")
        self.close_action = self.act(
            self.tr("Close…"), "close", self.close_order, "Del", kind="danger"
        )
        self.show_action = self.act(
            self.tr("Show its cards"), "cards", self.panel.show_cards, "Return"
        )
        self.buy_action = self.act(
            self.tr("Buy for a pool…"), "add", self.buy, "Ctrl+N", kind="primary"
        )
        self.export_action = self.act(self.tr("Export…"), "export", self.export, "Ctrl+S")
        self.read_action = self.act(self.tr("Read orders"), "sync", self.read_orders, "F5")
        self.all_action = self.act(
            self.tr("Read all orders again"), "sync", self.read_all, button=False
        )
        self.compare_action = self.act(
            self.tr("Compare with what was paid here"),
            "money",
            self.money_wanted.emit,
            button=False,
        )
        self.settle_action = self.act(self.tr("Settle doubts"), "check", self.settle, button=False)
        self.decide_action = self.act(
            self.tr("Say what became of it…"), "edit", self.decide, button=False
        )

    def _follow(self) -> None:
        self.panel.cards_wanted.connect(self.cards_wanted)
        self.panel.detail_changed.connect(self._on_detail_changed)
        self.doubts.settle_wanted.connect(self.settle)
        self.money.limits_wanted.connect(self.limits)
        self.filter.changed.connect(self.load)
        self._typing.timeout.connect(self.load)
        self.table.doubleClicked.connect(self.show_action.trigger)
        self.context.bridge.orders_changed.connect(self._on_changed)
        self.context.tasks.busy_changed.connect(self._on_reading_ended)

    # Asking

    @property
    def question(self) -> OrderFilter:
        """Which orders are asked for."""
        return self.filter.question(self.search.text().strip(), self.context.desk.orders.today)

    def narrow(self, words: str) -> None:
        del words
        self._typing.start()

    async def _listed(self) -> Sequence[OrderLine]:
        desk = self.context.desk
        found: OrderList = await desk.orders.list(self.question)
        self._as_of = await desk.orders.as_of()
        self._paid = await desk.orders.sums(Month.of(desk.orders.today))
        self.doubts.show_doubts(await desk.purchases.doubts())
        self.money.show_standing(await desk.guards.money())
        self._total = found.total
        return found.lines

    # Telling

    def refresh(self) -> None:
        line: OrderLine | None = self.one
        self.panel.show_line(line)
        unpaid = line is not None and line.state is OrderState.UNPAID
        for action, command in (
            (self.pay_action, PayOrder("", Money(0))),
            (self.close_action, CloseOrder("")),
        ):
            reason = self.context.desk.purchases.reason_against(command)
            if reason is None and line is not None and line.doubtful:
                reason = _IN_DOUBT
            _allow(action, reason, enabled=unpaid)
        offered = self.context.desk.purchases.capabilities.purchases
        _allow(self.buy_action, None if offered else _NOT_OFFERED, enabled=True)
        self._on_detail_changed()
        self.export_action.setEnabled(self._total > 0)
        act = None if line is None else line.act
        self.decide_action.setEnabled(act is not None and act.state is ItemState.NEEDS_HUMAN)
        self.settle_action.setEnabled(not self.doubts.isHidden())
        self._say_empty()
        self.facts.setText(self._facts_words())

    def _facts_words(self) -> str:
        shown_now, total = len(self.model.rows), self._total
        if total > shown_now:
            words = self.tr("{shown} of {total} orders, narrow the filter")
        else:
            words = self.tr("1 order") if total == 1 else self.tr("{total} orders")
        parts = [words.format(shown=count_shown(shown_now), total=count_shown(total))]
        if self._as_of is not None:
            parts.append(self.tr("read {at}").format(at=moment_shown(self._as_of)))
        elif total:
            parts.append(self.tr("older ones are still to be read"))
        if self._paid:
            parts.append(self._paid_words())
        return " · ".join(parts)

    def _paid_words(self) -> str:
        """What was paid this month: the whole by currency, then by kind."""
        whole: dict[str, int] = {}
        for one in self._paid:
            whole[one.total.currency] = whole.get(one.total.currency, 0) + one.total.minor
        month = month_name(Month.of(self.context.desk.orders.today), self.locale())
        sums = listed(money_shown(Money(minor, name)) for name, minor in whole.items())
        kinds = listed(f"{shown(one.kind.label)} {money_shown(one.total)}" for one in self._paid)
        return self.tr("paid in {month}: {sums} ({kinds})").format(
            month=month, sums=sums, kinds=kinds
        )

    def _say_empty(self) -> None:
        asked = self.filter.narrowed or bool(self.search.text().strip())
        if asked:
            self.empty.say(self.tr("No order matches."))
            words = self.tr("Clear the filter")
        else:
            self.empty.say(self.tr("No order has been read yet."))
            words = self.tr("Read orders")
        self.empty.button.setIcon(icons.icon("clear" if asked else "sync"))
        self.empty.button.setText(words)
        self.empty.button.setAccessibleName(words)

    # Doing

    def buy(self) -> None:
        """Choose what to buy for a pool."""
        self.buy_for(None)

    def buy_for(self, voucher: str | None) -> None:
        """Show a voucher's orders, and what can be bought for its pool."""
        if voucher is not None:
            self.filter.reset()
            self.search.setText(voucher)
        self._open(BuyDialog(self.context, voucher, self))

    def pay(self) -> None:
        """Show what the chosen order costs, and pay it."""
        if self.pay_action.isEnabled() and self.one is not None:
            self._open(PayOrderDialog(self.context, self.one.order, self))

    def close_order(self) -> None:
        """Ask, then close the chosen order."""
        if self.close_action.isEnabled() and self.one is not None:
            self._open(CloseOrderDialog(self.context, self.one.order, self))

    def _open(self, dialog: AccountActDialog) -> None:
        dialog.order_wanted.connect(self.show_order)
        dialog.open()

    def show_order(self, number: str) -> None:
        """Show one order, whatever was asked for before."""
        self.filter.reset()
        self.search.setText(number)
        self.load()

    def read_orders(self) -> None:
        """Ask the provider what is new or other."""
        self.context.tasks.start(READING, self.context.desk.orders.read(), replace=False)

    def read_all(self) -> None:
        """Ask the provider for every order there is: refunds of old orders show only so."""
        reading = self.context.desk.orders.read(everything=True)
        self.context.tasks.start(READING, reading, replace=False)

    def settle(self) -> None:
        """Look at the provider what became of the acts in doubt."""
        self.context.tasks.start(SETTLING, self._settle(), replace=False)

    async def _settle(self) -> None:
        desk = self.context.desk
        left = await desk.purchases.settle()
        await desk.orders.read()
        if left:
            words = self.tr("{count} still in doubt: what may come late is waited for.")
            self.context.messages.warn(words.format(count=count_shown(left)))
        else:
            self.context.messages.done(self.tr("Nothing is left that looking could settle."))

    def decide(self) -> None:
        """Write down what a person found out about an act in doubt."""
        if self.one is not None and self.one.act is not None:
            DecideDialog(self.context, self.one.act, self).open()

    def limits(self) -> None:
        """Ask what a day may cost and how much of a pool it may close."""
        LimitsDialog(self.context, self).open()

    # Exporting

    def export(self) -> None:
        """Ask where the list shall go; all that match are written, not only those shown."""
        name = f"orders_{self.context.desk.orders.today:%Y%m%d}.xlsx"
        choose_target(self, self.tr("Export orders"), name, self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the list beside the work, and tell when it is there."""
        write = partial(self.context.desk.orders.export, question=self.question)
        one = self.tr("Exported 1 order to “{name}”.")
        many = self.tr("Exported {count} orders to “{name}”.")
        export_list(self.context, path, write, one, many)

    # Hearing

    def _on_changed(self) -> None:
        if self.isVisible():
            self.load()

    def _on_reading_ended(self, name: str, busy: bool) -> None:
        # Nothing may be other than before, but it is newer.
        if name in (READING, "sync") and not busy:
            self._on_changed()

    def _on_detail_changed(self) -> None:
        detail = self.panel.detail
        self.show_action.setEnabled(detail is not None and detail.question is not None)

    def _on_empty_offer(self) -> None:
        if self.filter.narrowed or self.search.text().strip():
            self.search.clear()
            self.filter.reset()
            self.load()
        else:
            self.read_orders()


def _allow(action: QAction, reason: Text | None, *, enabled: bool) -> None:
    """Enable an action, or say in its tool tip why it cannot be done."""
    action.setEnabled(enabled and reason is None)
    action.setToolTip(action.text() if reason is None else shown(reason))
