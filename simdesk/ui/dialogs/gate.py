"""The gate before what cannot be undone: a tick for one card, the number of cards for more.

(domain.md 9, row 11)
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from simdesk.models.action import Action


def needs_gate(action: Action) -> bool:
    """Only what cannot be taken back is gated; the rest has its preview and its verb."""
    return action.irreversible


class Gate(QWidget):
    """Asks for a tick or for the number; `opened_changed` tells whether it is satisfied."""

    opened_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._tick = QCheckBox(self.tr("I know that this card's account cannot be restored."), self)
        self._tick.setAccessibleName(self._tick.text())
        self._ask = QLabel(self)
        self._number = QLineEdit(self)
        self._number.setMaximumWidth(160)
        self._ask.setBuddy(self._number)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self._tick, self._ask, self._number):
            box.addWidget(part)
        self._tick.toggled.connect(self._on_touched)
        self._number.textChanged.connect(self._on_touched)
        self.ask_for(0)

    def ask_for(self, count: int) -> None:
        """Ask anew for `count` cards; whatever was answered before no longer counts."""
        self._count = count
        self._tick.setChecked(False)
        self._number.clear()
        self._tick.setVisible(count == 1)
        self._ask.setVisible(count > 1)
        self._number.setVisible(count > 1)
        self._ask.setText(
            self.tr("Type the number of cards to cancel: {count}").format(count=count)
        )
        self._number.setAccessibleName(self._ask.text())
        self.opened_changed.emit(self.opened)

    @property
    def opened(self) -> bool:
        if self._count == 1:
            return self._tick.isChecked()
        return self._count > 1 and self._number.text().strip() == str(self._count)

    def _on_touched(self) -> None:
        self.opened_changed.emit(self.opened)
