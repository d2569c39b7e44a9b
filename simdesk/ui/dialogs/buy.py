"""Buy for a pool: cards, a larger pool, function fees; priced by what the provider offers now.

(domain.md 3.2, 3.3)
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from simdesk.models.account_commands import Purchase
from simdesk.models.buying import PoolStanding, effect, purchase
from simdesk.models.errors import KnownError
from simdesk.models.orders import Money, Order, VoucherOffers
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.vouchers import VoucherRow
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.account_act import AccountActDialog, NamedRows, WalletLine
from simdesk.ui.dialogs.buy_form import WareForm
from simdesk.ui.inline_link import InlineLink
from simdesk.ui.text import money_shown, shown, size_shown
from simdesk.ui.theme import SMALL

_LOAD, _OFFERS = "pools to buy for", "voucher offers"
_VISIBLE = 16
PAY = QT_TRANSLATE_NOOP("trade", "Create Order and Pay {total}")


class BuyDialog(AccountActDialog):
    """Opens at once; vouchers, offers and the wallet come while it stands."""

    def __init__(
        self, context: Context, voucher: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, self.tr("Buy for a pool"), parent)
        self._wanted = voucher
        self._rows: Sequence[VoucherRow] = ()
        self._offers: VoucherOffers | None = None
        self._wallet: Money | None = None
        self._unpaid: Order | None = None
        self.voucher = QComboBox(self)
        self.voucher.setMaxVisibleItems(_VISIBLE)
        self.wares = WareForm(self)
        self._decoded = Words(self, muted=True)
        self._effect = Words(self)
        self._total = Words(self, strong=True)
        self._wallet_line = WalletLine(self, self.tr("Reading…"))
        self._waiting = Words(self)
        self._show_waiting = InlineLink(self.tr("Show that order"), self)
        self._lay_out()
        self.voucher.currentIndexChanged.connect(self._on_voucher_chosen)
        self.wares.changed.connect(self._judge)
        self._show_waiting.clicked.connect(self._on_waiting_clicked)
        self.finished.connect(self._on_finished)
        self._judge()
        context.tasks.start(_LOAD, self._load(), replace=True)

    def _lay_out(self) -> None:
        rows = NamedRows()
        rows.add(self.tr("Plan voucher"), self.voucher)
        rows.addWidget(self._decoded, rows.rowCount(), 1)
        self.lines.addLayout(rows)
        self.lines.addSpacing(SMALL)
        self.lines.addWidget(self.wares)
        self.lines.addSpacing(SMALL)
        facts = NamedRows()
        facts.add(self.tr("What it does"), self._effect)
        facts.add(self.tr("Total"), self._total)
        facts.add(self.tr("Wallet"), self._wallet_line)
        self.lines.addLayout(facts)
        self.lines.addWidget(self._waiting)
        self.lines.addWidget(self._show_waiting, 0, Qt.AlignmentFlag.AlignLeft)
        self._waiting.hide()
        self._show_waiting.hide()

    # Reading

    async def _load(self) -> None:
        desk = self.context.desk
        try:
            rows = await desk.vouchers.list()
            self._show_vouchers([row for row in rows if _has_pool(row)])
            self._wallet = await desk.purchases.wallet()
        except KnownError as error:
            self.show_error(error)
            self._wallet_line.say(self.tr("Not known"), "warn")
            return
        self._judge()

    def _show_vouchers(self, rows: Sequence[VoucherRow]) -> None:
        self._rows = rows
        names = [row.voucher for row in rows]
        self.voucher.blockSignals(True)
        self.voucher.addItems(names)
        self.voucher.setCurrentIndex(names.index(self._wanted) if self._wanted in names else 0)
        self.voucher.blockSignals(False)
        self._on_voucher_chosen()
        if not names:
            self.show_error(
                KnownError(
                    text(QT_TRANSLATE_NOOP("trade", "No voucher with a pool has been read yet.")),
                    text(QT_TRANSLATE_NOOP("trade", "Sync the cards first.")),
                )
            )
        elif self._wanted is not None and self._wanted not in names:
            self.show_error(
                KnownError(
                    text(
                        QT_TRANSLATE_NOOP("trade", "{voucher} has no pool to buy for."),
                        voucher=self._wanted,
                    ),
                    text(QT_TRANSLATE_NOOP("trade", "Choose a same-tier or pooled voucher.")),
                )
            )

    async def _load_offers(self, row: VoucherRow) -> None:
        desk = self.context.desk
        try:
            offers = await desk.purchases.offers(row.voucher)
            unpaid = await desk.orders.unpaid(row.voucher)
        except KnownError as error:
            self.show_error(error)
            return
        if self.row is row and row.parts is not None:
            self._offers, self._unpaid = offers, unpaid
            self.wares.show_offers(row.parts, offers, desk.purchases.capabilities)
            self._judge()

    def refused(self) -> None:
        # The price may be another one now: whoever decides again sees it.
        row = self.row
        if row is not None:
            self.context.tasks.start(_OFFERS, self._load_offers(row), replace=True)

    # What is chosen

    @property
    def row(self) -> VoucherRow | None:
        """The voucher that is chosen."""
        at = self.voucher.currentIndex()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def command(self) -> Purchase | None:
        row, kind = self.row, self.wares.kind
        if row is None or self._offers is None or kind is None:
            return None
        return purchase(kind, row.voucher, self.wares.amount, self._offers)

    def _judge(self) -> None:
        row, bought = self.row, self.command()
        if row is not None:
            self._decoded.say(_row_words(row, self.tr("{used} of {total} used")))
        self._effect.say("–" if row is None or bought is None else _effect_on(row, bought))
        price = None if bought is None else bought.price
        self._total.say("–" if price is None else money_shown(price))
        if self._wallet is not None:
            short = self.tr("too little: the order would wait unpaid")
            self._wallet_line.show_wallet(self._wallet, price, if_short=short)
        self._show_unpaid()
        total = text(PAY, total="…" if price is None else price)
        self.set_confirm(shown(total), by_enter=False)
        self.confirm_button.setEnabled(price is not None)
        self.grow()

    def _show_unpaid(self) -> None:
        waits = self._unpaid
        for part in (self._waiting, self._show_waiting):
            part.setVisible(waits is not None)
        if waits is not None:
            words = self.tr("Order {number} for this voucher waits unpaid: {what}, {money}.")
            self._waiting.say(
                words.format(
                    number=waits.number,
                    what=shown(waits.kind.label),
                    money=money_shown(waits.price),
                ),
                "warn",
            )

    # Hearing

    def _on_voucher_chosen(self) -> None:
        self._offers = self._unpaid = None
        self.show_error(None)
        self.wares.show_reading()
        self._judge()
        row = self.row
        if row is not None:
            self.context.tasks.start(_OFFERS, self._load_offers(row), replace=True)

    def _on_waiting_clicked(self) -> None:
        if self._unpaid is not None:
            self.order_wanted.emit(self._unpaid.number)
            self.reject()

    def _on_finished(self) -> None:
        for name in (_LOAD, _OFFERS):
            self.context.tasks.cancel(name)


def _has_pool(row: VoucherRow) -> bool:
    return row.parts is not None and not row.parts.plan_type.single_card


def _row_words(row: VoucherRow, template: str) -> str:
    words = shown(row.described)
    if row.pool is None or row.pool.total_kb is None:
        return words
    used = template.format(used=size_shown(row.pool.used_kb), total=size_shown(row.pool.total_kb))
    return f"{words} · {used}"


def _effect_on(row: VoucherRow, bought: Purchase) -> str:
    assert row.parts is not None
    total = None if row.pool is None else row.pool.total_kb
    return shown(effect(bought, PoolStanding(row.parts, total, row.active, row.function_fees)))
