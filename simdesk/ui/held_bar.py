"""The bar about operations that stand still and wait for the operator's word; never a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from simdesk.models.operation_steps import left
from simdesk.models.operations import Hold, OperationRow, OperationState
from simdesk.models.texts import Text
from simdesk.services.operation_outcomes import PAUSED
from simdesk.ui.details.words import Words
from simdesk.ui.kept import kept
from simdesk.ui.pages.operations_words import go_on_words, operation_words
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import LARGE, SMALL, TINY


def paused(rows: Sequence[OperationRow]) -> tuple[OperationRow, ...]:
    """Those that wait for the operator's word."""
    return tuple(
        row for row in rows if row.hold is Hold.PAUSED and row.state is OperationState.RUNNING
    )


class HeldBar(QFrame):
    """Tells of each operation once: of those found at the start, and those that paused since.

    One that the operator paused is not told: whoever did it knows.
    """

    carry_on_wanted = Signal(object)
    """An OperationRow."""
    operation_wanted = Signal(str)
    said = Signal(str)
    """What it tells, whenever that has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", "warn")
        self._told: set[str] = set()
        self._at_start: set[str] = set()
        self._standing: tuple[OperationRow, ...] = ()
        self._begun = False
        self._said = ""
        self._words = Words(self)
        self._go_on = QPushButton(self)
        self._show = self._flat(self.tr("Show"))
        self._dismiss = self._flat(self.tr("Dismiss"))
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, TINY, SMALL, TINY)
        line.setSpacing(SMALL)
        line.addWidget(self._words, 1)
        for button in (self._go_on, self._show, self._dismiss):
            line.addWidget(button)
        self._go_on.clicked.connect(self._on_go_on_clicked)
        self._show.clicked.connect(self._on_show_clicked)
        self._dismiss.clicked.connect(self._on_dismiss_clicked)
        self.hide()

    def _flat(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setProperty("flat", True)
        return button

    @property
    def words(self) -> str:
        return self._words.text()

    def show_rows(self, rows: Sequence[OperationRow]) -> None:
        """Take in how the operations stand now."""
        held = paused(rows)
        ids = {row.id for row in held}
        self._at_start = ids if not self._begun else self._at_start & ids
        self._begun = True
        by_hand = {row.id for row in held if row.hold_reason == str(PAUSED)}
        self._told = (self._told & ids) | (by_hand - self._at_start)
        self._standing = tuple(row for row in held if row.id not in self._told)
        self.setVisible(bool(self._standing))
        if len(self._standing) == 1:
            self._say_one(self._standing[0])
        elif self._standing:
            words = self.tr("{count} operations stand still and wait for your word.")
            self._words.say(words.format(count=count_shown(len(self._standing))), "warn")
        self._go_on.setVisible(len(self._standing) == 1)
        self.setAccessibleName(self._words.text())
        told = self._words.text() if self._standing else ""
        if told != self._said:
            self._said = told
            self.said.emit(told)

    def show_ban(self, ban: Text | None) -> None:
        """While nothing may be sent nothing can be continued; the button says why."""
        self._go_on.setEnabled(ban is None)
        self._go_on.setToolTip("" if ban is None else shown(ban))

    def _say_one(self, row: OperationRow) -> None:
        words = self.tr("{what} paused itself at {done}. {reason}")
        if row.id in self._at_start:
            words = self.tr("{what} was interrupted at {done}. {reason}")
        done = count_shown(row.total - left(row))
        what = shown(operation_words(row))
        said = words.format(what=what, done=done, reason=kept(row.hold_reason))
        self._words.say(said.strip(), "warn")
        self._go_on.setText(shown(go_on_words(row)))
        self._go_on.setAccessibleName(self._go_on.text())

    def _on_go_on_clicked(self) -> None:
        self.carry_on_wanted.emit(self._standing[0])

    def _on_show_clicked(self) -> None:
        self.operation_wanted.emit(self._standing[0].id)

    def _on_dismiss_clicked(self) -> None:
        self._told |= {row.id for row in self._standing}
        self._standing = ()
        self.hide()
