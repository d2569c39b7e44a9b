"""The bar above the orders: what may or may not have been bought, and the way to find out."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.models.purchases import AccountAct, price_of
from simdesk.ui.details.words import Words
from simdesk.ui.text import count_shown, money_shown
from simdesk.ui.theme import LARGE, SMALL, TINY


class DoubtsBar(QFrame):
    """Hidden while nothing is in doubt. `settle_wanted` asks to look at the provider."""

    settle_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", "warn")
        self._words = Words(self)
        self.button = QPushButton(self.tr("Settle doubts"), self)
        self.button.setAccessibleName(self.button.text())
        self.button.clicked.connect(self.settle_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, TINY, LARGE, TINY)
        line.setSpacing(SMALL)
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_doubts(self, acts: Sequence[AccountAct]) -> None:
        """Say how many acts are in doubt and how much money; hide when none is."""
        self.setVisible(bool(acts))
        if not acts:
            return
        count = len(acts)
        words = self.tr("1 act in doubt") if count == 1 else self.tr("{count} acts in doubt")
        parts = [words.format(count=count_shown(count)), *map(money_shown, _sums(acts))]
        said = ", ".join(parts) + ". "
        people = sum(act.state is ItemState.NEEDS_HUMAN for act in acts)
        if people == count:
            said += self.tr("Look at the provider yourself, then say what became of it.")
        else:
            said += self.tr("Nothing of it is sent again; looking at the provider settles it.")
        self._words.say(said, "warn")
        self.setAccessibleName(said)


def _sums(acts: Sequence[AccountAct]) -> list[Money]:
    """What the acts in doubt may have cost, by currency; nothing for those without a price."""
    sums: dict[str, int] = defaultdict(int)
    for act in acts:
        price = price_of(act.command)
        if price is not None:
            sums[price.currency] += price.minor
    return [Money(minor, currency) for currency, minor in sorted(sums.items())]
