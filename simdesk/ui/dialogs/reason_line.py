"""Why the operator does it, in one line: the audit keeps it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from simdesk.models.gate import ReasonRule
from simdesk.services.entry import LONGEST_REASON
from simdesk.ui.theme import SMALL


class ReasonLine(QWidget):
    """Hidden where no reason is asked for. What was typed survives a new preview."""

    given_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = ReasonRule.NOT_ASKED
        self._words = QLabel(self.tr("Reason"), self)
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST_REASON)
        self._words.setBuddy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._words)
        row.addWidget(self.line, 1)
        self.line.textChanged.connect(self.given_changed)
        self.ask(ReasonRule.NOT_ASKED)

    def ask(self, rule: ReasonRule) -> None:
        """Ask as `rule` says."""
        self._rule = rule
        required = rule is ReasonRule.REQUIRED
        hint = self.tr("kept in the audit") if required else self.tr("kept in the audit, optional")
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(
            self.tr("Reason, required") if required else self.tr("Reason, optional")
        )
        self.setVisible(rule is not ReasonRule.NOT_ASKED)

    @property
    def reason(self) -> str:
        """What was typed, empty where nothing was asked for."""
        return "" if self._rule is ReasonRule.NOT_ASKED else self.line.text().strip()

    @property
    def given(self) -> bool:
        """Nothing more has to be typed."""
        return self._rule is not ReasonRule.REQUIRED or bool(self.reason)
