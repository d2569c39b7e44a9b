"""The thin banner of a simulated provider: what is not real must say so."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from simdesk.models.orders import Money
from simdesk.ui.context import Context
from simdesk.ui.text import money_shown
from simdesk.ui.theme import LARGE

HEIGHT = 24
TICK_MS = 1_000


class SimulatedBanner(QFrame):
    """The world's clock, its speed, the money in its wallet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setFixedHeight(HEIGHT)
        self._context = context
        self._clock = QLabel(self)
        self._clock.setAccessibleName(self.tr("Simulated world"))
        self._wallet = QLabel(self)
        self._wallet.setAccessibleName(self.tr("Wallet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, 0, LARGE, 0)
        row.addWidget(self._clock)
        row.addStretch(1)
        row.addWidget(self._wallet)
        ticking = QTimer(self, interval=TICK_MS)
        ticking.timeout.connect(self.show_clock)
        ticking.start()
        context.bridge.operations_changed.connect(self.ask_wallet)
        self.show_clock()

    def show_clock(self) -> None:
        """Tell the world's time."""
        now = self._context.desk.provider.now()
        words = self.tr("SIMULATED · world clock {now}").format(now=f"{now:%Y-%m-%d %H:%M}")
        if self._clock.text() != words:
            self._clock.setText(words)

    def ask_wallet(self) -> None:
        """Ask the provider how much is left."""
        self._context.tasks.start("wallet", self._ask(), replace=True)

    async def _ask(self) -> None:
        self.show_wallet(await self._context.desk.provider.balance())

    def show_wallet(self, money: Money | None) -> None:
        """Tell the money left; nothing where the provider does not tell it."""
        words = "" if money is None else self.tr("wallet {money}").format(money=money_shown(money))
        self._wallet.setText(words)
