"""The bar above the orders: what may or may not have been bought, and the way to find out."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.models.purchases import AccountAct, price_of
from simdesk.ui.asking_bar import AskingBar
from simdesk.ui.joining import listed, sentence, sentences
from simdesk.ui.text import count_shown, money_shown


class DoubtsBar(AskingBar):
    """Hidden while nothing is in doubt. `settle_wanted` asks to look at the provider."""

    settle_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", self.tr("Settle doubts"), parent)
        self.button.clicked.connect(self.settle_wanted)

    def show_doubts(self, acts: Sequence[AccountAct]) -> None:
        """Say how many acts are in doubt and how much money; hide when none is."""
        self.say(self._said(acts) if acts else "")

    def _said(self, acts: Sequence[AccountAct]) -> str:
        count = len(acts)
        words = self.tr("1 act in doubt") if count == 1 else self.tr("{count} acts in doubt")
        parts = [words.format(count=count_shown(count)), *map(money_shown, _sums(acts))]
        said = sentence(listed(parts))
        people = sum(act.state is ItemState.NEEDS_HUMAN for act in acts)
        if people == count:
            then = self.tr("Look at the provider yourself, then say what became of it.")
        else:
            then = self.tr("Nothing of it is sent again; looking at the provider settles it.")
        return sentences((said, then))


def _sums(acts: Sequence[AccountAct]) -> list[Money]:
    """What the acts in doubt may have cost, by currency; nothing for those without a price."""
    sums: dict[str, int] = defaultdict(int)
    for act in acts:
        price = price_of(act.command)
        if price is not None:
            sums[price.currency] += price.minor
    return [Money(minor, currency) for currency, minor in sorted(sums.items())]
