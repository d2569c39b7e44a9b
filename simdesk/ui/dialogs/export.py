"""Export cards into a spreadsheet: which, what of their traffic, under what name, where."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.export_columns import column_count
from simdesk.services.export_words import KEPT_DAYS, MOST_MONTHS, ExportRequest, Format
from simdesk.services.files import LONGEST_NAME, clean_name
from simdesk.ui.context import Context
from simdesk.ui.dialogs.export_fields import (
    ALL,
    SELECTED,
    CardsChoice,
    MonthRange,
    PlaceChoice,
)
from simdesk.ui.dialogs.exporting import follow_export
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import SMALL, TINY

_SETTINGS = "export"
_WIDTH = 560


def export_words(count: int) -> Text:
    """The confirming button: `Export 214 cards`."""
    if count == 1:
        return text(QT_TRANSLATE_NOOP("trade", "Export 1 card"))
    return text(QT_TRANSLATE_NOOP("trade", "Export {count} cards"), count=count_shown(count))


class ExportDialog(DialogFrame):
    """Starts an export and closes; the export goes on beside the work."""

    started = Signal(int)
    """The export's id."""

    def __init__(  # noqa: PLR0917 - what the page knows, in the order it says it
        self,
        context: Context,
        selection_ids: Sequence[int],
        question: CardFilter,
        sort: Sort,
        matching_count: int,
        total_count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Export card details"), parent)
        self._context = context
        self._ids = tuple(selection_ids)
        self._question = question
        self._sort = sort
        narrowed = bool(question.active) or question.card_ids is not None
        self._cards = CardsChoice(
            len(selection_ids), matching_count if narrowed else None, total_count
        )
        newest = Month.of(context.desk.cards.today())
        self._months = MonthRange([newest.plus(-back) for back in range(MOST_MONTHS)])
        self._daily = QCheckBox(self.tr("One more column for each day"), self)
        self._name = QLineEdit(self)
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setPlaceholderText(context.desk.exports.default_name())
        self._ending = QLabel(self)
        self._formats = QButtonGroup(self)
        self._format_note = QLabel(self)
        self._place = PlaceChoice(KEPT_DAYS)
        self._summary = QLabel(self)
        self._lay_out()
        self._recall(context.settings.get(_SETTINGS))
        review = context.desk.review if context.reviewing else None
        if review is not None:
            self._place.only_own(str(Path(review.path).parent))
        self._connect()
        self._judge()

    # Putting together

    def _lay_out(self) -> None:
        self.setMinimumWidth(_WIDTH)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(self._label(self.tr("Cards")), self._cards)
        form.addRow(self._label(self.tr("Traffic months"), self._months), self._months)
        form.addRow(self._label(self.tr("Daily usage"), self._daily), self._daily)
        form.addRow(self._label(self.tr("File name"), self._name), self._name_row())
        form.addRow(self._label(self.tr("Format")), self._format_rows())
        form.addRow(self._label(self.tr("Where")), self._place)
        self.content.addLayout(form)
        self._summary.setProperty("strong", True)
        self.content.addWidget(self._summary)
        self.content.addStretch(1)

    def _label(self, words: str, buddy: QWidget | None = None) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("muted", True)
        if buddy is not None:
            label.setBuddy(buddy)
            buddy.setAccessibleName(words)
        return label

    def _name_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(TINY)
        row.addWidget(self._name, 1)
        self._ending.setProperty("muted", True)
        row.addWidget(self._ending)
        return row

    def _format_rows(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(TINY)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        workbook = QRadioButton(self.tr("Workbook (xlsx)"), self)
        plain = QRadioButton(self.tr("Text (csv)"), self)
        workbook.setChecked(True)
        for number, button in enumerate((workbook, plain)):
            self._formats.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        box.addLayout(row)
        self._format_note.setText(
            self.tr("Spreadsheet programs round ICCIDs they read from csv; xlsx keeps them.")
        )
        self._format_note.setObjectName("caution")
        self._format_note.setWordWrap(True)
        box.addWidget(self._format_note)
        return box

    def _connect(self) -> None:
        self._cards.changed.connect(self._judge)
        self._months.changed.connect(self._judge)
        self._daily.toggled.connect(self._judge)
        self._name.textChanged.connect(self._judge)
        self._formats.idToggled.connect(self._judge)
        self._place.changed.connect(self._judge)

    # What is chosen

    @property
    def _format(self) -> Format:
        return "csv" if self._formats.checkedId() else "xlsx"

    def request(self) -> ExportRequest:
        """What is filled in. Raises KnownError for what cannot be exported."""
        if self._months.first > self._months.last:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "The first traffic month is after the last one.")),
                text(QT_TRANSLATE_NOOP("trade", "Choose an earlier first month.")),
            )
        name = self._name.text().strip()
        if name:
            name = clean_name(name)
        if self._place.missing:
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP("trade", "There is no folder “{path}”."),
                    path=self._place.words,
                ),
                text(QT_TRANSLATE_NOOP("trade", "Create the folder or choose another one.")),
            )
        which = self._cards.which
        return ExportRequest(
            CardFilter() if which == ALL else self._question,
            self._sort,
            self._ids if which == SELECTED else None,
            self._months.first,
            self._months.last,
            self._daily.isChecked(),
            self._format,
            name or None,
            self._place.folder,
        )

    def _judge(self) -> None:
        self._ending.setText(f".{self._format}")
        self._format_note.setVisible(self._format == "csv")
        count = self._cards.count
        self.set_confirm(shown(export_words(count)))
        try:
            self.request()
        except KnownError as error:
            self.show_error(error)
            self.confirm_button.setEnabled(False)
            self._summary.hide()
        else:
            self.show_error(None)
            self.confirm_button.setEnabled(count > 0)
            self._summarise(count)
        self.make_room()

    def _summarise(self, count: int) -> None:
        months = tuple(self._months.first.until(self._months.last))
        columns = column_count(months, daily=self._daily.isChecked())
        parts = [
            self.tr("1 card") if count == 1 else self.tr("{count} cards"),
            self.tr("1 month") if len(months) == 1 else self.tr("{months} months"),
            self.tr("{columns} columns"),
        ]
        words = " · ".join(parts).format(
            count=count_shown(count), months=len(months), columns=count_shown(columns)
        )
        self._summary.setText(words)
        self._summary.show()

    # Doing

    def confirmed(self) -> None:
        if not self.confirm_button.isEnabled():
            return
        self.confirm_button.setEnabled(False)
        self._context.tasks.start("start export", self._start(self.request()), replace=False)

    async def _start(self, request: ExportRequest) -> None:
        try:
            export_id = await self._context.desk.exports.start(request)
        except KnownError as error:
            self.show_error(error)
            self.confirm_button.setEnabled(True)
            return
        self._remember()
        follow_export(self._context, export_id)
        self.started.emit(export_id)
        self.accept()

    def _remember(self) -> None:
        first, last = self._months.back
        values: dict[str, object] = {
            "format": self._format,
            "daily": self._daily.isChecked(),
            "first": first,
            "last": last,
            "own": self._place.folder is not None,
            "folder": self._place.words,
        }
        try:
            self._context.settings.put(_SETTINGS, values)
        except KnownError as error:
            self._context.messages.fail(error)

    def _recall(self, values: Mapping[str, object]) -> None:
        self._formats.button(1 if values.get("format") == "csv" else 0).setChecked(True)
        self._daily.setChecked(values.get("daily") is True)
        first, last = values.get("first"), values.get("last")
        if isinstance(first, int) and isinstance(last, int) and first >= last:
            self._months.choose(first, last)
        self._place.choose(str(values.get("folder") or ""), own=values.get("own") is True)
