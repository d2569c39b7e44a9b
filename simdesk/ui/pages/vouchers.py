"""Plan vouchers: what each holds, uses and owes; the way to its cards (the second way to act)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from simdesk.models.buying import reason_against_voucher
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.texts import Text
from simdesk.services.vouchers import VoucherRow
from simdesk.ui.context import Context
from simdesk.ui.dialogs.voucher_limit import VoucherLimitDialog
from simdesk.ui.listing.cells import StateDelegate
from simdesk.ui.listing.page import ListPage
from simdesk.ui.listing.rows import RowsModel
from simdesk.ui.pages.voucher_panel import VoucherPanel
from simdesk.ui.pages.vouchers_columns import COLUMNS, POOL_COLUMN, pool_role
from simdesk.ui.text import counted, shown


class VouchersPage(ListPage):
    """`orders_wanted` carries a voucher whose pool is to be enlarged or supplied with cards."""

    orders_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        model = RowsModel(COLUMNS, pool_role, POOL_COLUMN, identify=lambda row: row.voucher)
        read = context.desk.vouchers.list
        super().__init__(context, self.tr("Plan vouchers"), model, read, parent=parent)
        self.table.setItemDelegateForColumn(POOL_COLUMN, StateDelegate(self.table))
        self.view_action = self.act(self.tr("View"), "cards", self.view, "Return", kind="primary")
        self.buy_action = self.act(self.tr("Buy…"), "add", self.buy, "Ctrl+N")
        self.limit_action = self.act(self.tr("Usage limit…"), "limit", self.limit, "Ctrl+L")
        self.refresh_action = self.act(self.tr("Read pools"), "sync", self.read_pools, "F5")
        self.panel = VoucherPanel(context, self)
        self.panel.cards_wanted.connect(self.cards_wanted)
        self.under.addWidget(self.panel)
        self.empty.say(
            self.tr(
                "No card has been read yet. Plan vouchers come with their cards: their pools, what"
                " is left in them and what is outside the plan."
            )
        )
        self.empty.offer(self.tr("Sync all cards"), "sync", self.sync)
        self.table.doubleClicked.connect(self.view_action.trigger)
        context.bridge.vouchers_changed.connect(lambda *_: self._on_changed())
        context.bridge.cards_changed.connect(lambda *_: self._on_changed())
        self.refresh()

    def refresh(self) -> None:
        one: VoucherRow | None = self.one
        self.view_action.setEnabled(bool(self.chosen))
        self._judge(one)
        self.panel.show_voucher(one)
        rows = self.model.rows
        cards = sum(row.cards for row in rows)
        parts = (
            counted(len(rows), self.tr("1 voucher"), self.tr("{count} vouchers")),
            counted(cards, self.tr("1 card"), self.tr("{count} cards")),
        )
        self.facts.setText(" · ".join(parts))

    def sync(self) -> None:
        """Read the fleet from the provider."""
        self.context.tasks.start("sync", self.context.desk.following.sync(), replace=False)

    def view(self) -> None:
        """Show the cards of the chosen vouchers, with all that can be done to them."""
        names = tuple(row.voucher for row in self.chosen)
        self.cards_wanted.emit(CardFilter((Term("voucher", Operator.ANY_OF, names),)))

    def _judge(self, row: VoucherRow | None) -> None:
        """Enable what can be done for the chosen voucher; say why where it cannot."""
        desk = self.context.desk
        against: dict[QAction, Text | None] = {self.buy_action: None, self.limit_action: None}
        if row is not None:
            against[self.limit_action] = desk.limits.reason_against(row.voucher, row.parts)
            if row.parts is not None:
                offered = desk.purchases.capabilities
                against[self.buy_action] = reason_against_voucher(row.parts, offered)
        for action, reason in against.items():
            action.setEnabled(row is not None and reason is None)
            action.setToolTip(action.text() if reason is None else shown(reason))

    def buy(self) -> None:
        """Buy for the chosen voucher's pool, on the Orders page."""
        if self.one is not None and self.buy_action.isEnabled():
            self.orders_wanted.emit(self.one.voucher)

    def limit(self) -> None:
        """Set the usage limit that the chosen voucher's cards inherit."""
        if self.one is not None and self.limit_action.isEnabled():
            VoucherLimitDialog(self.context, self.one, self).open()

    def read_pools(self) -> None:
        """Ask the provider for this month's figures."""
        self.context.tasks.start("pools", self.context.desk.vouchers.read(), replace=False)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.load()
