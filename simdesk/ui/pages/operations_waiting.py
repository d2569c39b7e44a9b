"""What waits for its time, on top of the operations: until then it can be revoked."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from simdesk.models.operations import Hold, OperationRow, OperationState
from simdesk.ui.details.words import Words
from simdesk.ui.pages.operations_words import operation_words, stop_words
from simdesk.ui.text import carriers_moment_shown, count_shown, shown
from simdesk.ui.theme import LARGE, SMALL, TINY

SHOWN = 3
"""So many have a line of their own; the others are counted and stand in the table."""
_LAST = datetime.max.replace(tzinfo=UTC)


def waiting(rows: Sequence[OperationRow]) -> list[OperationRow]:
    """The operations that wait for their time, the next to be sent first."""
    found = (
        row for row in rows if row.hold is Hold.WAITING and row.state is OperationState.RUNNING
    )
    return sorted(found, key=lambda row: row.not_before or _LAST)


class WaitingBar(QFrame):
    """Hidden while nothing waits. Both signals carry an operation."""

    revoke_wanted = Signal(object)
    operation_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", "info")
        self.setAccessibleName(self.tr("Waiting to be sent"))
        self._lines = [_Line(self) for _ in range(SHOWN)]
        self._more = Words(self, muted=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, TINY, LARGE, TINY)
        box.setSpacing(TINY)
        for line in self._lines:
            line.revoke_wanted.connect(self.revoke_wanted)
            line.operation_wanted.connect(self.operation_wanted)
            box.addWidget(line)
        box.addWidget(self._more)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What stands here, line by line."""
        lines = (*(line.words for line in self._lines), self._more)
        return tuple(part.text() for part in lines if part.isVisibleTo(self))

    def show_rows(self, rows: Sequence[OperationRow]) -> None:
        """Show those that wait; hide when none does."""
        found = waiting(rows)
        self.setVisible(bool(found))
        for place, line in enumerate(self._lines):
            line.show_row(found[place] if place < len(found) else None)
        more = len(found) - SHOWN
        self._more.setVisible(more > 0)
        if more > 0:
            words = self.tr("{count} more wait; they are in the list below.")
            self._more.say(words.format(count=count_shown(more)))


class _Line(QWidget):
    """One operation that waits."""

    revoke_wanted = Signal(object)
    operation_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: OperationRow | None = None
        self.words = Words(self)
        self._revoke = QPushButton(self)
        self._show = QPushButton(self.tr("Show"), self)
        self._show.setProperty("flat", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.words, 1)
        row.addWidget(self._revoke)
        row.addWidget(self._show)
        self._revoke.clicked.connect(lambda: self.revoke_wanted.emit(self._row))
        self._show.clicked.connect(lambda: self.operation_wanted.emit(self._row))

    def show_row(self, row: OperationRow | None) -> None:
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        what, at = shown(operation_words(row)), row.not_before
        if at is None:
            words = self.tr("{what} waits for its time; until then it can be revoked.")
        else:
            words = self.tr("{what} will be sent on {moment}; until then it can be revoked.")
        moment = "" if at is None else carriers_moment_shown(at)
        self.words.say(words.format(what=what, moment=moment))
        self._revoke.setText(shown(stop_words(row)))
        self._revoke.setAccessibleName(self._revoke.text())
        self._show.setAccessibleName(self.tr("Show {what}").format(what=what))
