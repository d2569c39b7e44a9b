"""What to buy for a pool, and how much: what is not sold for it says why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QRadioButton,
    QSpinBox,
    QStackedWidget,
    QWidget,
)

from simdesk.models.buying import MOST, WARES, reason_against
from simdesk.models.capabilities import Capabilities
from simdesk.models.orders import OrderType, VoucherOffers
from simdesk.models.voucher import Voucher
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.account_act import NamedRows
from simdesk.ui.text import money_shown, shown, size_shown
from simdesk.ui.theme import TINY


class WareForm(QWidget):
    """One choice for each kind of purchase, and the amount of the chosen one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.choices: dict[OrderType, QRadioButton] = {}
        self.notes: dict[OrderType, Words] = {}
        self.cards = self._spin(self.tr("Number of cards"), MOST[OrderType.ADD_CARD])
        self.units = self._spin(self.tr("Number of units"), MOST[OrderType.FUNCTION])
        self.sizes = QComboBox(self)
        self.sizes.setAccessibleName(self.tr("Larger by"))
        self._amounts = QStackedWidget(self)
        self._controls: dict[OrderType, QWidget] = {
            OrderType.ADD_CARD: self.cards,
            OrderType.ADD_FLOW: self.sizes,
            OrderType.FUNCTION: self.units,
        }
        self._lay_out()
        self._group.buttonToggled.connect(self._on_toggled)
        self.sizes.currentIndexChanged.connect(self.changed)
        self.show_reading()

    def _spin(self, name: str, most: int) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(1, most)
        spin.setGroupSeparatorShown(True)
        spin.setAccessibleName(name)
        spin.lineEdit().setTextMargins(TINY, 0, 0, 0)
        spin.valueChanged.connect(self.changed)
        return spin

    def _lay_out(self) -> None:
        rows = NamedRows()
        for kind in WARES:
            choice, note = QRadioButton(shown(kind.label), self), Words(self, muted=True)
            self._group.addButton(choice)
            self.choices[kind], self.notes[kind] = choice, note
            row = rows.rowCount()
            rows.addWidget(choice, row, 0)
            rows.addWidget(note, row, 1)
        for control in self._controls.values():
            self._amounts.addWidget(control)
        self._name = rows.add(self.tr("Amount"), self._amounts)
        self.setLayout(rows)

    # What is chosen

    @property
    def kind(self) -> OrderType | None:
        """What is chosen, None while nothing that is sold is."""
        for kind, choice in self.choices.items():
            if choice.isChecked() and choice.isEnabled():
                return kind
        return None

    @property
    def amount(self) -> int:
        """Cards, units, or the KB of the enlargement; 0 for none."""
        match self.kind:
            case OrderType.ADD_CARD:
                return self.cards.value()
            case OrderType.FUNCTION:
                return self.units.value()
            case OrderType.ADD_FLOW:
                return int(self.sizes.currentData() or 0)
        return 0

    # Showing

    def show_reading(self) -> None:
        """Nothing can be chosen until the offers are known."""
        for kind in WARES:
            self.choices[kind].setEnabled(False)
            self.notes[kind].say(self.tr("Reading…"))
        self._amounts.setEnabled(False)

    def show_offers(
        self, parts: Voucher, offers: VoucherOffers, capabilities: Capabilities
    ) -> None:
        """Show prices, or why something is not sold; what was chosen stays where it can."""
        chosen = next((kind for kind, one in self.choices.items() if one.isChecked()), None)
        prices = self._prices(offers)
        self._fill_sizes(offers)
        sold = []
        for kind in WARES:
            reason = reason_against(kind, parts, offers, capabilities)
            self.choices[kind].setEnabled(reason is None)
            self.notes[kind].say(prices[kind] if reason is None else shown(reason))
            if reason is None:
                sold.append(kind)
        self._amounts.setEnabled(bool(sold))
        if sold:
            self.choices[chosen if chosen in sold else sold[0]].setChecked(True)
        self._show_amount()

    def _prices(self, offers: VoucherOffers) -> dict[OrderType, str]:
        none = self.tr("not sold")
        card = none if offers.card is None else money_shown(offers.card)
        fee = none if offers.function_fee is None else money_shown(offers.function_fee)
        cheapest = min((offer.price for offer in offers.enlargements), default=None)
        flow = none if cheapest is None else money_shown(cheapest)
        return {
            OrderType.ADD_CARD: self.tr("{money} a card").format(money=card),
            OrderType.ADD_FLOW: self.tr("from {money}").format(money=flow),
            OrderType.FUNCTION: self.tr("{money} a card and month").format(money=fee),
        }

    def _fill_sizes(self, offers: VoucherOffers) -> None:
        chosen = self.sizes.currentData()
        self.sizes.blockSignals(True)
        self.sizes.clear()
        for offer in sorted(offers.enlargements, key=lambda one: one.size_kb):
            words = f"{size_shown(offer.size_kb)} · {money_shown(offer.price)}"
            self.sizes.addItem(words, offer.size_kb)
        self.sizes.setCurrentIndex(max(0, self.sizes.findData(chosen)))
        self.sizes.blockSignals(False)

    def _show_amount(self) -> None:
        kind = self.kind
        if kind is not None:
            control = self._controls[kind]
            self._amounts.setCurrentWidget(control)
            self._name.setText(control.accessibleName())
            self._name.setBuddy(control)

    def _on_toggled(self, button: object, on: bool) -> None:
        del button
        if on:
            self._show_amount()
            self.changed.emit()
