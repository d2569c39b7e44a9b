"""Paying an order that waits unpaid, closing it, and a person's word on an act in doubt."""

from PySide6.QtWidgets import QRadioButton, QWidget

from simdesk.models.account_commands import AccountCommand, CloseOrder, PayOrder
from simdesk.models.errors import KnownError
from simdesk.models.order_list import OrderLine
from simdesk.models.orders import Order
from simdesk.models.purchases import AccountAct, act_words
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.account_act import AccountActDialog, NamedRows, WalletLine
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.kept import kept
from simdesk.ui.order_words import about_words, amount_words, kind_words
from simdesk.ui.text import moment_shown, money_shown, shown

_WALLET = "wallet"


class _OrderDialog(AccountActDialog):
    """Shows the order it is about."""

    def __init__(
        self, context: Context, heading: str, order: Order, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, heading, parent)
        self.order = order
        self.rows = NamedRows()
        line = OrderLine(order)
        for name, words in (
            (self.tr("Order"), order.number),
            (self.tr("What for"), f"{kind_words(line)} · {amount_words(line)}"),
            (self.tr("Card or voucher"), about_words(line)),
            (self.tr("Created"), moment_shown(order.created_at)),
            (self.tr("Price"), money_shown(order.price)),
        ):
            self.rows.add(name, Words(self, words))
        self.lines.addLayout(self.rows)


class PayOrderDialog(_OrderDialog):
    """The button names the amount; the wallet is read while the dialog stands."""

    def __init__(self, context: Context, order: Order, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("Pay order"), order, parent)
        self._wallet = WalletLine(self, self.tr("Reading…"))
        self.rows.add(self.tr("Wallet"), self._wallet)
        words = self.tr("Pay {money}").format(money=money_shown(order.price))
        self.set_confirm(words, by_enter=False)
        self.context.tasks.start(_WALLET, self._read_wallet(), replace=True)
        self.finished.connect(lambda: self.context.tasks.cancel(_WALLET))

    def command(self) -> AccountCommand:
        return PayOrder(self.order.number, self.order.price)

    async def _read_wallet(self) -> None:
        try:
            wallet = await self.context.desk.purchases.wallet()
        except KnownError as error:
            self._wallet.say(shown(error.message), "warn")
            return
        short = self.tr("too little: the order would stay unpaid")
        self._wallet.show_wallet(wallet, self.order.price, if_short=short)


class CloseOrderDialog(_OrderDialog):
    """A closed order can never be paid."""

    def __init__(self, context: Context, order: Order, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("Close order"), order, parent)
        note = self.tr("Nothing is charged and nothing delivered. It cannot be opened again.")
        self.lines.addWidget(Words(self, note, muted=True))
        self.safe_button.setText(self.tr("Keep the order"))
        self.set_confirm(self.tr("Close order"), dangerous=True, by_enter=False)

    def command(self) -> AccountCommand:
        return CloseOrder(self.order.number)


class DecideDialog(DialogFrame):
    """Somebody has looked at the provider: the act took effect, or it did not."""

    def __init__(self, context: Context, act: AccountAct, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What became of it"), parent)
        self._context = context
        self._act = act
        self.took_effect = QRadioButton(self.tr("It took effect"), self)
        self.no_effect = QRadioButton(self.tr("It did not take effect"), self)
        asked = self.tr("{what}, asked by {who} on {at}.").format(
            what=shown(act_words(act.command)),
            who=act.requested_by,
            at=moment_shown(act.requested_at),
        )
        self.content.addWidget(Words(self, asked))
        self.content.addWidget(Words(self, kept(act.reason), muted=True))
        for choice in (self.took_effect, self.no_effect):
            self.content.addWidget(choice)
            choice.toggled.connect(lambda: self.confirm_button.setEnabled(True))
        self.setMinimumWidth(480)
        self.set_confirm(self.tr("Write it down"), by_enter=False)
        self.confirm_button.setEnabled(False)

    def confirmed(self) -> None:
        if self.confirm_button.isEnabled():
            self._context.tasks.start("decide", self._decide(), replace=False)

    async def _decide(self) -> None:
        if await self.hold(self._decided()):
            self.accept()

    async def _decided(self) -> bool:
        took = self.took_effect.isChecked()
        await self._context.desk.purchases.decide(self._act.serial, took_effect=took)
        return True
