"""What can be done to the ticked sub-cards, and why not (domain.md 2.5, 6.1)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from simdesk.models.action import Action
from simdesk.models.actions import ActionKey, Blocked, verdict
from simdesk.models.card import CardRow, SubCard
from simdesk.models.commands import OF_SUB_CARDS
from simdesk.models.status import SpecificStatus
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.text import shown


class SubCardBar(QWidget):
    """`pressed` carries the Action."""

    pressed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hint = Words(self, muted=True)
        self.buttons = {action: self._button(action) for action in OF_SUB_CARDS}
        line = QHBoxLayout()
        line.setSpacing(4)
        for button in self.buttons.values():
            line.addWidget(button)
        line.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 4, 12, 4)
        box.setSpacing(8)
        box.addLayout(line)
        box.addWidget(self._hint)

    def _button(self, action: Action) -> QPushButton:
        button = QPushButton(self)
        button.setStyleSheet("QPushButton { padding-left: 8px; padding-right: 8px; }")
        button.clicked.connect(lambda: self.pressed.emit(action))
        return button

    def judge(self, row: CardRow, chosen: Sequence[SubCard]) -> None:
        """Enable what may be done to all the chosen sub-cards of this card."""
        why = ""
        for action, button in self.buttons.items():
            reason = self._reason(row, chosen, action)
            button.setEnabled(bool(chosen) and not reason)
            words = shown(action.label)
            button.setText(f"{words}…" if len(chosen) < 2 else f"{words} {len(chosen)}…")
            button.setAccessibleName(button.text())
            button.setToolTip(reason)
            why = why or reason
        anything = any(button.isEnabled() for button in self.buttons.values())
        if not chosen:
            self._hint.say(self.tr("Tick sub-cards to suspend or release them on their own."))
        else:
            self._hint.say("" if anything else why)
        self._hint.setVisible(bool(self._hint.text()))

    def _reason(self, row: CardRow, chosen: Sequence[SubCard], action: Action) -> str:
        cards = self._context.desk.cards
        for card in chosen:
            key = ActionKey(
                SpecificStatus.of(card.specific),
                row.facts.plan_type,
                True,
                row.facts.auto_renew,
                row.facts.cancellation_due,
            )
            ruling = verdict(key, action, cards.capabilities, cards.today())
            if isinstance(ruling, Blocked):
                return shown(ruling.reason)
        return ""
