"""How the chosen operation goes: a bar, the counts, the time left, and what was said of it."""

from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from simdesk.models.operations import Hold, OperationRow
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.finishing import finishing_at
from simdesk.ui.pages.operations_words import finish_words, operation_words, progress_words
from simdesk.ui.text import moment_shown, shown
from simdesk.ui.theme import LARGE, SMALL, TINY


class OperationSummary(QFrame):
    """Stands between the operations and the cards of the chosen one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_row")
        self._context = context
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the operation"))
        self._what = Words(self, strong=True)
        self._progress = Words(self)
        self._asked = Words(self, muted=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        box.setSpacing(TINY)
        for part in (self._what, self._bar, self._progress, self._asked):
            box.addWidget(part)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What stands here, line by line."""
        return tuple(part.text() for part in (self._what, self._progress, self._asked))

    def show_operation(self, row: OperationRow | None, reversed_words: str = "") -> None:
        """Tell how it goes; `reversed_words` names the operation that this one takes back."""
        self.setVisible(row is not None)
        if row is None:
            return
        self._what.say(shown(operation_words(row)))
        desk = self._context.desk
        finish = finishing_at(desk, row.seconds_left)
        finishing = shown(finish_words(row, desk.provider.now(), finish))
        self._progress.say(
            f"{progress_words(row)} · {finishing}", "warn" if row.hold is Hold.PAUSED else None
        )
        self._progress.setAccessibleName(self._progress.text())
        self._bar.setRange(0, max(1, row.total))
        self._bar.setValue(row.settled)
        self._asked.say(self._asked_words(row, reversed_words))

    def _asked_words(self, row: OperationRow, reversed_words: str) -> str:
        asked = self.tr("Asked by {who} on {moment}")
        parts = [asked.format(who=row.requested_by, moment=moment_shown(row.requested_at))]
        if row.reason:
            parts.append(self.tr("Reason: {reason}").format(reason=row.reason))
        if reversed_words:
            parts.append(self.tr("Takes back: {operation}").format(operation=reversed_words))
        return " · ".join(parts)
