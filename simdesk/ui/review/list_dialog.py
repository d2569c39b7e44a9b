"""The cards of a spreadsheet on the desk: five buckets that sum to its rows, ready to act on."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from simdesk.models.card_lists import ListedRow, ListReport
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.services.sheet_job import Moved
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.filter.paste_dialog import Bucket
from simdesk.ui.text import count_shown, shown

Finding = Callable[[Moved], Awaitable[ListReport]]
_WIDTH = 520


class ListDialog(DialogFrame):
    """Begins at once. `cards_wanted` carries a filter over the cards found, in sheet order."""

    cards_wanted = Signal(object)

    def __init__(
        self, context: Context, name: str, finding: Finding, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.show_heading(
            self.tr("Cards of “{name}” on “{desk}”").format(name=name, desk=context.desk.name)
        )
        self._context = context
        self._task = f"list of cards {id(self):x}"
        self.report: ListReport | None = None
        self.total = QLabel(self.tr("Looking every row up…"), self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress of the look-up"))
        found = self.tr("Cards found, in the sheet's order")
        self.found = self._bucket(self.tr("Found"), found, "ok")
        unknown = self.tr("Well formed, but no such card on this desk")
        self.not_found = self._bucket(self.tr("Not found"), unknown, "warn")
        again = self.tr("An earlier row is about the same card")
        self.duplicate = self._bucket(self.tr("Duplicate"), again, "info")
        several = self.tr("Names more than one card")
        self.ambiguous = self._bucket(self.tr("Ambiguous"), several, "warn")
        odd = self.tr("No card number, or a damaged one")
        self.malformed = self._bucket(self.tr("Malformed"), odd, "bad")
        for part in (self.total, self.bar, *self.buckets):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.confirm_button.hide()
        self.setMinimumWidth(_WIDTH)
        self.finished.connect(lambda _: context.tasks.cancel(self._task))
        context.tasks.start(self._task, self._find(finding), replace=False)

    @property
    def buckets(self) -> tuple[Bucket, ...]:
        """Together they hold all rows."""
        return (self.found, self.not_found, self.duplicate, self.ambiguous, self.malformed)

    def _bucket(self, name: str, meaning: str, role: str) -> Bucket:
        bucket = Bucket(name, meaning, role, self)
        bucket.copy_wanted.connect(lambda: self._copy(bucket.words))
        bucket.hide()
        return bucket

    async def _find(self, finding: Finding) -> None:
        try:
            report = await finding(self._on_moved)
        except KnownError as error:
            self.bar.hide()
            self.show_error(error)
            return
        self._show(report)

    def _on_moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show(self, report: ListReport) -> None:
        self.report = report
        self.bar.hide()
        rows = self.tr("1 row:") if report.rows == 1 else self.tr("{count} rows:")
        self.total.setText(rows.format(count=count_shown(report.rows)))
        self.found.show_words((), len(report.found))
        self.found.copy.hide()
        for bucket, lines in (
            (self.not_found, report.not_found),
            (self.duplicate, report.duplicate),
            (self.ambiguous, report.ambiguous),
            (self.malformed, report.malformed),
        ):
            bucket.show_words(tuple(map(_words, lines)))
        for bucket in self.buckets:
            bucket.show()
        count = len(report.found)
        show = self.tr("Show 1 card") if count == 1 else self.tr("Show {count} cards")
        self.set_confirm(show.format(count=count_shown(count)), by_enter=False)
        self.confirm_button.setVisible(count > 0)
        self.make_room()

    def _copy(self, words: Sequence[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(words))

    def confirmed(self) -> None:
        if self.report is not None and self.report.found:
            self.cards_wanted.emit(CardFilter(card_ids=self.report.found))
            self.accept()


def _words(line: ListedRow) -> str:
    """A row of a bucket: what it says, else why it says nothing that can be used."""
    return line.words or ("" if line.why is None else shown(line.why))
