"""One act on a voucher or an order: asked once, then the same dialog tells what became of it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from simdesk.models.account_commands import AccountCommand
from simdesk.models.errors import KnownError
from simdesk.models.orders import Money
from simdesk.models.purchases import AccountAct
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.outcome import outcome_role, outcome_words
from simdesk.ui.inline_link import InlineLink
from simdesk.ui.text import money_shown, shown
from simdesk.ui.theme import LARGE, SMALL

_SEND = "account act"
_WIDTH = 560
_NAMES_WIDTH = 144


class AccountActDialog(DialogFrame):
    """A subclass fills `form` and says the command; Enter never sends it.

    `order_wanted` carries the number of an order to look at, `acted` the AccountAct.
    """

    order_wanted = Signal(str)
    acted = Signal(object)

    def __init__(self, context: Context, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self.context = context
        self.asked = QWidget(self)
        """Everything that is asked; it makes room for the outcome."""
        self.lines = QVBoxLayout(self.asked)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(SMALL)
        self._outcome = Words(self)
        self._outcome.hide()
        self._link = InlineLink(self.tr("Show the order"), self)
        self._link.hide()
        self._link.clicked.connect(self._on_link_clicked)
        self._order: str | None = None
        self._fitted = False
        # Words that have just changed tell their height when the events of this turn are over.
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._on_growing)
        self.setMinimumWidth(_WIDTH)
        self.content.addWidget(self.asked)
        self.content.addWidget(self._outcome)
        self.content.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch(1)

    # What a subclass says

    def command(self) -> AccountCommand | None:
        """What is asked for as filled in; None while incomplete. Raises KnownError."""
        return None

    def refused(self) -> None:
        """Nothing was sent, the dialog says why; a subclass reads anew what that may concern."""

    def grow(self) -> None:
        """Make room for what has just appeared."""
        self._growing.start()

    def _on_growing(self) -> None:
        layout = self.layout()
        if self.isVisible() and layout is not None and (self.outcome or not self._fitted):
            # As it opens and when it tells the outcome it is as high as what it says.
            self._fitted = True
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        self.make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grow()

    # Doing

    def confirmed(self) -> None:
        if not self.confirm_button.isEnabled():
            return
        self.show_error(None)
        try:
            command = self.command()
        except KnownError as error:
            self.show_error(error)
            return
        if command is not None and not self.context.tasks.busy(_SEND):
            self._held = True  # from now on, not only when the task has its turn
            self.context.tasks.start(_SEND, self._send(command), replace=False)

    async def _send(self, command: AccountCommand) -> None:
        self.asked.setEnabled(False)
        act = await self.hold(self.context.desk.purchases.act(command))
        self.asked.setEnabled(True)
        if act is None:
            self.grow()
            self.refused()
            return
        self.show_outcome(act)
        self.acted.emit(act)

    def show_outcome(self, act: AccountAct) -> None:
        """Tell what became of it, in place of what was asked."""
        self._order = act.order
        words = outcome_words(act)
        self.asked.hide()
        self._outcome.say(shown(words), outcome_role(act))
        self._outcome.setAccessibleName(self._outcome.text())
        self._outcome.show()
        self._link.setVisible(act.order is not None)
        self.confirm_button.hide()
        self.safe_button.setText(self.tr("Close"))
        self.safe_button.setFocus()
        self.grow()

    @property
    def outcome(self) -> str:
        """What became of it, in words; empty before."""
        return "" if self._outcome.isHidden() else self._outcome.text()

    def _on_link_clicked(self) -> None:
        if self._order is not None:
            self.order_wanted.emit(self._order)
            self.reject()


class NamedRows(QGridLayout):
    """Names at the left, all equally wide, what they name at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(LARGE)
        self.setVerticalSpacing(SMALL)
        self.setColumnMinimumWidth(0, _NAMES_WIDTH)
        self.setColumnStretch(1, 1)

    def add(self, name: str, named: QWidget) -> QLabel:
        """Add a row; a control that has no accessible name takes the row's."""
        label = QLabel(name, named.parentWidget())
        label.setProperty("muted", True)
        label.setBuddy(named)
        if not named.accessibleName():
            named.setAccessibleName(name)
        row = self.rowCount()
        words = isinstance(named, QLabel)
        side = Qt.AlignmentFlag.AlignTop if words else Qt.AlignmentFlag.AlignVCenter
        self.addWidget(label, row, 0, side)
        self.addWidget(named, row, 1)
        return label


class WalletLine(Words):
    """What is in the wallet, and what would be after paying; a caution where it is too little."""

    def show_wallet(self, wallet: Money | None, price: Money | None, *, if_short: str) -> None:
        """`if_short` says what then happens."""
        if wallet is None:
            self.say(self.tr("The provider does not tell."))
            return
        words = money_shown(wallet)
        if price is None or price.currency != wallet.currency:
            self.say(words)
            return
        after = Money(wallet.minor - price.minor, wallet.currency)
        if after.minor < 0:
            self.say(f"{words} · {if_short}", "warn")
        else:
            left = self.tr("{money} afterwards").format(money=money_shown(after))
            self.say(f"{words} · {left}")
