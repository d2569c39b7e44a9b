"""What can be done to the chosen operation, as buttons; each says why it cannot be pressed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from simdesk.models.operation_steps import Step, step_blocked
from simdesk.models.operations import OperationRow
from simdesk.models.texts import Text
from simdesk.ui import icons
from simdesk.ui.pages.operations_words import stop_words
from simdesk.ui.text import shown
from simdesk.ui.theme import SMALL


class OperationButtons(QWidget):
    """`step_wanted` carries a Step."""

    step_wanted = Signal(object)
    cards_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ban: Text | None = None
        self.steps = {
            Step.PAUSE: self._button(self.tr("Pause"), "pause"),
            Step.CARRY_ON: self._button(self.tr("Continue"), "resume"),
            Step.STOP: self._button(self.tr("Stop"), "stop"),
            Step.RETRY: self._button(self.tr("Retry failures…"), "redo"),
            Step.REVERSE: self._button(self.tr("Reverse…"), "undo"),
            Step.LOOK: self._button(self.tr("Look now"), "sync"),
        }
        self.cards = self._button(self.tr("Show its cards"), "cards")
        self._tips = {
            Step.PAUSE: self.tr("Send nothing more until it is continued."),
            Step.CARRY_ON: self.tr("Send the cards that are left."),
            Step.STOP: self.tr("Send nothing more of it, ever. What is sent is awaited."),
            Step.RETRY: self.tr("Preview the cards that were refused or left unchanged."),
            Step.REVERSE: self.tr("Preview the cards it changed and nobody touched since."),
            Step.LOOK: self.tr("Ask the provider about the cards in doubt."),
        }
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        for step, button in self.steps.items():
            button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
            line.addWidget(button)
        self.cards.clicked.connect(self.cards_wanted)
        line.addWidget(self.cards)
        self.show_operation(None)

    def _button(self, words: str, icon: str) -> QPushButton:
        button = QPushButton(icons.icon(icon), words, self)
        button.setAccessibleName(words)
        return button

    def show_operation(self, row: OperationRow | None, ban: Text | None = None) -> None:
        """Enable what fits the operation as it stands; the others say why not.

        While there is a `ban` on sending, nothing can be continued.
        """
        self._ban = ban
        stop = self.steps[Step.STOP]
        stop.setText(shown(stop_words(row)))
        stop.setAccessibleName(stop.text())
        for step, button in self.steps.items():
            why = self.why_not(step, row)
            button.setEnabled(why is None)
            button.setToolTip(self._tips[step] if why is None else why)
        self.cards.setEnabled(row is not None)

    def why_not(self, step: Step, row: OperationRow | None) -> str | None:
        """Why `step` cannot be taken now; None when it can."""
        if row is None:
            return self.tr("Choose an operation first.")
        blocked = step_blocked(row, step)
        if blocked is None and step is Step.CARRY_ON:
            blocked = self._ban
        return None if blocked is None else shown(blocked)
