"""The rows of a spreadsheet that were refused: where, why, and what to do about it."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from simdesk.models.errors import KnownError, with_remedy
from simdesk.models.reviews import ReviewOf
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.refused_rows import write_refused
from simdesk.ui import icons
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.listing.exporting import choose_target
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.listing.table import ListTable
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import SMALL, Density

_SIZE = (1040, 560)


_ROW = text(QT_TRANSLATE_NOOP("trade", "The row"))
_CELL = text(QT_TRANSLATE_NOOP("trade", "This cell"))
_SHEET = ListColumn(text(QT_TRANSLATE_NOOP("trade", "Sheet")), lambda line: line.sheet, width=120)
_COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Row")),
        lambda line: str(line.row),
        numeric=True,
        width=80,
        key=lambda line: line.row,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Cell")), lambda line: line.cell, width=80),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Left out")),
        lambda line: shown(_ROW if line.whole_row else _CELL),
        width=100,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Why")), lambda line: shown(line.message), width=300
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "What to do")), lambda line: shown(line.remedy), width=320
    ),
)


class RefusedDialog(DialogFrame):
    """Lists what was kept of them. The chosen one is told in full below."""

    def __init__(self, review: ReviewOf, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.show_heading(self.tr("What was refused of “{name}”").format(name=review.file))
        self._name = review.file
        self.lines = review.refused
        several = len({line.sheet for line in self.lines}) > 1
        self._columns = (_SHEET, *_COLUMNS) if several else _COLUMNS
        model = RowsModel(self._columns, lambda line: "", parent=self)
        model.show_rows(self.lines)
        self.table = ListTable(
            self.tr("Refused rows and cells"), model, None, Density.NORMAL, self, sortable=True
        )
        self.whole = Words(self)
        self.copy = self._button(self.tr("Copy all"), "copy")
        self.save_button = self._button(self.tr("Save as…"), "download")
        self._lay_out(review)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._say())
        self.resize(*_SIZE)
        if self.lines:
            self.table.choose({id(self.lines[0])})
        self.table.setFocus()

    def _button(self, words: str, icon: str) -> QPushButton:
        button = QPushButton(icons.icon(icon), words, self)
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        return button

    def _lay_out(self, review: ReviewOf) -> None:
        intro = Words(self, self._told(review), muted=True)
        self.whole.setMinimumHeight(2 * self.fontMetrics().height())
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.copy)
        row.addWidget(self.save_button)
        row.addStretch(1)
        for part in (intro, self.table, self.whole):
            self.content.addWidget(part, 1 if part is self.table else 0)
        self.content.addLayout(row)
        self.confirm_button.hide()

    def _told(self, review: ReviewOf) -> str:
        words = self.tr(
            "A refused row is not in the review; a refused cell is empty there. Put them right in "
            "the spreadsheet and open it again."
        )
        count = review.refused_rows + review.refused_cells
        if len(self.lines) < count:
            first = self.tr("Of {count} the first {kept} are listed.")
            words += " " + first.format(count=count_shown(count), kept=count_shown(len(self.lines)))
        return words

    def _say(self) -> None:
        chosen = self.table.chosen
        told = [with_remedy(one.message, one.remedy) for one in chosen[:1]]
        self.whole.say("".join(map(shown, told)))

    def _rows(self) -> list[list[str]]:
        return [[column.words(line) for column in self._columns] for line in self.lines]

    def _titles(self) -> list[str]:
        return [shown(column.heading) for column in self._columns]

    def _on_copy_clicked(self) -> None:
        lines = [self._titles(), *self._rows()]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def _on_save_clicked(self) -> None:
        stem = Path(self._name).stem
        name = self.tr("{name} refused rows.csv").format(name=stem)
        choose_target(self, self.tr("Save the refused rows"), name, self.save, text_alone=True)

    def save(self, target: Path) -> None:
        """Write the list as a csv."""
        try:
            write_refused(target, self._titles(), self._rows())
        except KnownError as error:
            self.show_error(error)
