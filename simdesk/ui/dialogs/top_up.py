"""Top up: renew the plan for a period, or buy add-on packages (domain.md 3.4)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from simdesk.models.operations import ActRequest, AddOnRequest, RenewRequest
from simdesk.models.orders import ADD_ON_QUANTITIES, AddOnOffer, Offers, RenewalOffer
from simdesk.ui.dialogs.forms import ActForm, form_label, form_layout
from simdesk.ui.text import money_shown, shown, size_shown


class TopUpForm(ActForm):
    """Offers arrive after it opened; until then nothing can be asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._renew = QRadioButton(self.tr("Renew plan"), self)
        self._add_on = QRadioButton(self.tr("Purchase add-on package"), self)
        self._renew.setChecked(True)
        self._period = _combo(self, self.tr("Renewal period"))
        self._tier = _combo(self, self.tr("Add-on package data tier"))
        self._quantity = _combo(self, self.tr("Quantity"))
        for quantity in ADD_ON_QUANTITIES:
            self._quantity.addItem(str(quantity), quantity)
        self._form = form_layout(self)
        for words, field in (
            (self.tr("Top-up type"), self._renew),
            ("", self._add_on),
            (self.tr("Renewal period"), self._period),
            (self.tr("Add-on package data tier"), self._tier),
            (self.tr("Quantity"), self._quantity),
        ):
            self._form.addRow(form_label(words, field), field)
        self.first = self._renew
        self._show_rows()
        self._renew.toggled.connect(self._on_type_toggled)
        for combo in (self._period, self._tier, self._quantity):
            combo.currentIndexChanged.connect(self.request_changed)

    def show_offers(self, offers: Sequence[Offers]) -> None:
        """Fill the lists with what any of the vouchers offers; the preview says who lacks it."""
        one = len(offers) == 1
        renewals: dict[int, list[RenewalOffer]] = {}
        add_ons: dict[int, AddOnOffer] = {}
        for offer in offers:
            for each in offer.renewals:
                renewals.setdefault(each.periods, []).append(each)
            add_ons.update({each.tier_kb: each for each in offer.add_ons})
        for combo in (self._period, self._tier):
            combo.blockSignals(True)
            combo.clear()
        for periods, alike in sorted(renewals.items()):
            words = self._period_words(alike)
            self._period.addItem(
                f"{words} · {money_shown(alike[0].price)}" if one else words, periods
            )
        for tier, add_on in sorted(add_ons.items()):
            words = size_shown(tier)
            self._tier.addItem(f"{words} · {money_shown(add_on.price)}" if one else words, tier)
        for combo in (self._period, self._tier):
            combo.blockSignals(False)
        self._renew.setEnabled(bool(renewals))
        self._add_on.setEnabled(bool(add_ons))
        if not renewals and add_ons:
            self._add_on.setChecked(True)
        self.request_changed.emit()

    def _period_words(self, alike: Sequence[RenewalOffer]) -> str:
        # The same number of cycles is months for one plan and years for another.
        by_length = {each.months: shown(each.label) for each in alike}
        return self.tr(" or ").join(by_length[months] for months in sorted(by_length))

    def choose_add_on(self) -> None:
        """Begin with the add-on package instead of the renewal."""
        self._add_on.setChecked(True)

    def request(self) -> ActRequest | None:
        if self._renew.isChecked():
            periods = self._period.currentData()
            return None if periods is None else RenewRequest(int(periods))
        tier = self._tier.currentData()
        return None if tier is None else AddOnRequest(int(tier), int(self._quantity.currentData()))

    def _on_type_toggled(self) -> None:
        self._show_rows()
        self.request_changed.emit()

    def _show_rows(self) -> None:
        renewing = self._renew.isChecked()
        self._form.setRowVisible(self._period, renewing)
        self._form.setRowVisible(self._tier, not renewing)
        self._form.setRowVisible(self._quantity, not renewing)


def _combo(parent: QWidget, name: str) -> QComboBox:
    combo = QComboBox(parent)
    combo.setAccessibleName(name)
    return combo
