"""The gate before what is large or cannot be undone: a tick, the number, the account's name.

Which of them is asked for is not decided here (`models/gate.py`).
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from simdesk.models.gate import GateKind, is_number
from simdesk.ui.measures import grown
from simdesk.ui.text import count_shown
from simdesk.ui.theme import SMALL, TINY

_WIDTH = 160
_NUMBERED = (GateKind.NUMBER, GateKind.NUMBER_AND_ACCOUNT)


class Gate(QWidget):
    """`opened_changed` tells whether what is asked for was given."""

    opened_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = GateKind.NONE
        self._count = 0
        self._account = ""
        self.tick = QCheckBox(self.tr("I know that this card's account cannot be restored."), self)
        self.tick.setAccessibleName(self.tick.text())
        self._number_words, self.number = self._line()
        self._name_words, self.name = self._line()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TINY)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.tick, 0, 0, 1, 2)
        for row, (words, line) in enumerate(
            ((self._number_words, self.number), (self._name_words, self.name)), 1
        ):
            grid.addWidget(words, row, 0)
            grid.addWidget(line, row, 1, Qt.AlignmentFlag.AlignLeft)
        self.tick.toggled.connect(self._on_touched)
        self.ask_for(GateKind.NONE, 0, "")

    def _line(self) -> tuple[QLabel, QLineEdit]:
        words, line = QLabel(self), QLineEdit(self)
        line.setFixedWidth(grown(_WIDTH))
        words.setBuddy(line)
        line.textChanged.connect(self._on_touched)
        return words, line

    def ask_for(self, kind: GateKind, count: int, account: str) -> None:
        """Ask anew for `count` cards of `account`; what was answered before no longer counts."""
        self._kind, self._count, self._account = kind, count, account
        self.tick.setChecked(False)
        self.number.clear()
        self.name.clear()
        self.tick.setVisible(kind is GateKind.TICK)
        number = self.tr("Type the number of cards: {count}").format(count=count_shown(count))
        self._show_line(self._number_words, self.number, number, kind in _NUMBERED)
        name = self.tr("Type the name of the account: {account}").format(account=account)
        self._show_line(self._name_words, self.name, name, kind is GateKind.NUMBER_AND_ACCOUNT)
        self.setVisible(kind is not GateKind.NONE)
        self.opened_changed.emit(self.opened)

    @staticmethod
    def _show_line(label: QLabel, line: QLineEdit, words: str, asked: bool) -> None:
        label.setText(words)
        line.setAccessibleName(words)
        label.setVisible(asked)
        line.setVisible(asked)

    @property
    def opened(self) -> bool:
        """What is asked for was given; always so where nothing is."""
        if self._kind is GateKind.TICK:
            return self.tick.isChecked()
        if self._kind in _NUMBERED and not is_number(self.number.text(), self._count):
            return False
        named = self._kind is GateKind.NUMBER_AND_ACCOUNT
        return not named or self.name.text().strip() == self._account

    def _on_touched(self) -> None:
        self.opened_changed.emit(self.opened)
