"""Paste a column of card numbers and see what became of every one of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.ui import theme
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.measures import grown
from simdesk.ui.text import count_shown, counted

if TYPE_CHECKING:
    from simdesk.models.paste import PasteReport

FINDING = "find pasted numbers"
"""The task that looks the numbers up."""
_PAGE = 500
"""Cards read at a time for copying their numbers."""
_SAMPLE = 40
"""Words of a bucket listed in its tool tip."""


class Bucket(QWidget):
    """One line of the report: how many, what they are, and a way to copy them."""

    copy_wanted = Signal()

    def __init__(self, name: str, meaning: str, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.words: tuple[str, ...] = ()
        self.count = QLabel(self)
        self.count.setFont(theme.words_font(bold=True))
        self.count.setProperty("role", role)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setFixedWidth(grown(72))
        title = QLabel(name, self)
        title.setProperty("strong", True)
        explained = Words(self, meaning, muted=True)
        self.copy = QPushButton(self)
        self.copy.setProperty("flat", True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(0)
        layout.addWidget(self.count, 0, 0)
        layout.addWidget(title, 0, 1)
        layout.addWidget(explained, 1, 1)
        layout.addWidget(self.copy, 0, 2, 2, 1)
        layout.setColumnStretch(1, 1)
        self.copy.clicked.connect(self.copy_wanted)
        self.show_words(())

    def show_words(self, words: tuple[str, ...], count: int | None = None) -> None:
        """List `words`; `count` where more were meant than are listed."""
        self.words = words
        meant = len(words) if count is None else count
        shown_count = count_shown(meant)
        self.count.setText(shown_count)
        self.copy.setText(self.tr("Copy {count}").format(count=shown_count))
        one, many = self.tr("Copy 1 number: {name}"), self.tr("Copy {count} numbers: {name}")
        self.copy.setAccessibleName(counted(meant, one, many, name=self._name))
        self.copy.setVisible(meant > 0)
        more = "\n…" if len(words) > _SAMPLE else ""
        self.setToolTip("\n".join(words[:_SAMPLE]) + more)
        self.setAccessibleName(f"{self._name}: {shown_count}")


class PasteDialog(DialogFrame):
    """`cards_wanted` carries a filter over the matched cards, in pasted order."""

    cards_wanted = Signal(object)
    spreadsheet_wanted = Signal()
    """The numbers stand in a spreadsheet: it is opened, and its cards are found from there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Find pasted numbers"), parent)
        self._context = context
        self._report: PasteReport | None = None
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName(self.tr("Pasted numbers"))
        self.words.setPlaceholderText(
            self.tr("ICCID, MSISDN and IMSI may be mixed, one on a line or parted by commas.")
        )
        self.words.setFont(theme.id_font())
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(132)
        self.find_button = QPushButton(self.tr("Find numbers"), self)
        self.sheet_button = QPushButton(self.tr("From a spreadsheet…"), self)
        self.sheet_button.setAccessibleName(self.tr("Take the numbers from a spreadsheet"))
        self.sheet_button.setProperty("flat", True)
        self.sheet_button.setAutoDefault(False)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Looking the numbers up"))
        self._busy.hide()
        self._result = QWidget(self)
        self._total = QLabel(self._result)
        self._lay_out()
        self._connect()
        clipboard = QGuiApplication.clipboard().text()
        if any(sign.isdigit() for sign in clipboard[:200]):
            self.words.setPlainText(clipboard)
            self.words.selectAll()
        self._on_words_changed()
        # With what was copied already here one Enter finds it; else it has to be pasted first.
        (self.find_button if self.find_button.isEnabled() else self.words).setFocus()

    def _lay_out(self) -> None:
        result = QVBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(8)
        result.addWidget(self._total)
        self.matched = self._bucket(
            self.tr("Matched"), self.tr("Cards found, in pasted order"), "ok"
        )
        self.not_found = self._bucket(
            self.tr("Not found"), self.tr("Well formed, but no such card on this desk"), "warn"
        )
        self.duplicate = self._bucket(
            self.tr("Duplicate"), self.tr("Names a card that was already found"), "info"
        )
        self.ambiguous = self._bucket(
            self.tr("Ambiguous"), self.tr("Names more than one card"), "warn"
        )
        self.malformed = self._bucket(
            self.tr("Malformed"), self.tr("Not an ICCID, MSISDN, IMSI or IMEI"), "bad"
        )
        for bucket in self.buckets:
            result.addWidget(bucket)
        self.content.addWidget(self.words, 1)
        ways = QHBoxLayout()
        ways.addWidget(self.find_button)
        ways.addWidget(self.sheet_button)
        ways.addStretch(1)
        self.content.addLayout(ways)
        self.content.addWidget(self._busy)
        self.content.addWidget(self._result)
        self._result.hide()
        self.set_confirm(self.tr("Show cards"), by_enter=False)
        self.confirm_button.hide()
        self.setMinimumWidth(480)

    def _bucket(self, name: str, meaning: str, role: str) -> Bucket:
        bucket = Bucket(name, meaning, role, self._result)
        bucket.copy_wanted.connect(lambda: self._copy(bucket))
        return bucket

    @property
    def buckets(self) -> tuple[Bucket, ...]:
        return (self.matched, self.not_found, self.duplicate, self.ambiguous, self.malformed)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._on_words_changed)
        self.find_button.clicked.connect(self._on_find_clicked)
        self.sheet_button.clicked.connect(self.reject)
        self.sheet_button.clicked.connect(self.spreadsheet_wanted)
        self._context.tasks.busy_changed.connect(self._on_busy_changed)

    def confirmed(self) -> None:
        if self._report is not None and self._report.found:
            self.cards_wanted.emit(CardFilter(card_ids=self._report.found))
            self.accept()

    async def _find(self, words: str) -> None:
        try:
            report = await self._context.desk.cards.paste(words)
        except KnownError as error:
            self.show_error(error)
            return
        self._show(report)

    def _show(self, report: "PasteReport") -> None:
        self._report = report
        many = self.tr("{count} numbers pasted:").format(count=count_shown(report.pasted))
        self._total.setText(self.tr("1 number pasted:") if report.pasted == 1 else many)
        self.matched.show_words((), report.matched)
        self.not_found.show_words(report.not_found)
        self.duplicate.show_words(report.duplicate)
        self.ambiguous.show_words(report.ambiguous)
        self.malformed.show_words(report.malformed)
        self._result.show()
        self._set_primary(False)
        count = len(report.found)
        self.set_confirm(self.tr("Show {count} cards").format(count=count_shown(count)))
        self.confirm_button.setVisible(count > 0)
        self.make_room()
        if count:
            self.confirm_button.setFocus()

    def _on_find_clicked(self) -> None:
        self.show_error(None)
        self._context.tasks.start(FINDING, self._find(self.words.toPlainText()), replace=True)

    def _on_words_changed(self) -> None:
        self._report = None
        self._result.hide()
        self.confirm_button.hide()
        self._set_primary(True)
        self.find_button.setEnabled(bool(self.words.toPlainText().strip()))

    def _set_primary(self, primary: bool) -> None:
        # One primary button at a time: first find, then show what was found.
        self.find_button.setProperty("primary", primary)
        self.find_button.style().unpolish(self.find_button)
        self.find_button.style().polish(self.find_button)

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name == FINDING:
            self._busy.setVisible(busy)

    def _copy(self, bucket: Bucket) -> None:
        if bucket is not self.matched:
            self._copied(bucket.words)
        elif self._report is not None:
            found = self._report.found
            self._context.tasks.start("copy matched numbers", self._copy_found(found), replace=True)

    async def _copy_found(self, ids: tuple[int, ...]) -> None:
        numbers: list[str] = []
        for start in range(0, len(ids), _PAGE):
            rows = await self._context.desk.cards.rows(ids[start : start + _PAGE])
            numbers.extend(row.facts.iccid for row in rows)
        self._copied(numbers)

    def _copied(self, numbers: Sequence[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(numbers))
        count = len(numbers)
        self._context.messages.tell(
            self.tr("Copied {count} numbers").format(count=count_shown(count))
        )
