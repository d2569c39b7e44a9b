"""What two dialogs over spreadsheets share: a look at all cards first, then its lines."""

from collections.abc import Coroutine, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.texts import Text
from simdesk.services.told_lines import ToldLines
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.listing.rows import ListColumn
from simdesk.ui.review.line_columns import LineGroup
from simdesk.ui.review.lines_view import LinesView
from simdesk.ui.text import shown


class LinesDialog(DialogFrame):
    """`line_wanted` carries the line whose card is wanted. Closing while it looks gives up."""

    line_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        heading: str,
        columns: Sequence[ListColumn],
        progress: str,
        parent: QWidget | None = None,
    ) -> None:
        """`progress` is what the bar is called for those who hear the window."""
        super().__init__("", parent)
        self.show_heading(heading)
        self._context = context
        self._task = f"look at sheets {id(self):x}"
        self._told: ToldLines | None = None
        self.summary = QLabel(self)
        self.summary.setProperty("strong", True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.cautions = Words(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(progress)
        self.view = LinesView(context.tasks, columns, self)
        for part in (self.summary, self.cautions, self.bar):
            self.content.addWidget(part)
        self.content.addWidget(self.view, 1)
        self.cautions.hide()
        self.view.setEnabled(False)
        self.view.line_wanted.connect(self.line_wanted)
        self.safe_button.setText(self.tr("Cancel"))

    def look(self, words: str, look: Coroutine[None, None, None]) -> None:
        """Begin; `words` stand there meanwhile."""
        self.summary.setText(words)
        self.bar.setRange(0, 0)
        self._context.tasks.start(self._task, look, replace=False)

    def on_moved(self, done: int, total: int) -> None:
        """So many rows of so many were looked at."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_failure(self, words: str, error: KnownError) -> None:
        """Nothing was found out."""
        self.summary.setText(words)
        self.bar.hide()
        self.show_error(error)

    def show_lines(
        self, told: ToldLines, summary: str, cautions: Sequence[Text], groups: Sequence[LineGroup]
    ) -> None:
        """What was found out."""
        self._told = told
        self.bar.hide()
        self.safe_button.setText(self.tr("Close"))
        self.summary.setText(summary)
        self.cautions.say("\n".join(map(shown, cautions)), "warn")
        self.cautions.setVisible(bool(cautions))
        self.view.setEnabled(True)
        self.view.show_source(told, list(groups))
        self.view.groups.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._context.tasks.cancel(self._task)
            self.view.leave()

    async def aclose(self) -> None:
        """Take the lines away; the dialog shows nothing any more."""
        told, self._told = self._told, None
        if told is not None:
            await told.aclose()
