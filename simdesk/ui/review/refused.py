"""The rows of a spreadsheet that were refused: where, why, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from simdesk.models.errors import KnownError
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

_SIZE = (900, 520)
_WHY = 2


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused row: its number from 1, its cell such as "B17" or "", and why in words."""

    row: int
    cell: str
    why: str


_COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Row")),
        lambda line: count_shown(line.row),
        numeric=True,
        width=80,
        key=lambda line: line.row,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Cell")), lambda line: line.cell, width=80),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Why")), lambda line: line.why, width=560),
)


class RefusedDialog(DialogFrame):
    """Lists what was kept of them; `count` may be more. The chosen one is told in full below."""

    def __init__(
        self, name: str, count: int, lines: Sequence[Refusal], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.show_heading(self.tr("Refused rows of “{name}”").format(name=name))
        self._name = name
        self.lines = tuple(lines)
        model = RowsModel(_COLUMNS, lambda line: "", parent=self)
        model.show_rows(self.lines)
        self.table = ListTable(
            self.tr("Refused rows"), model, _WHY, Density.NORMAL, self, sortable=True
        )
        self.whole = Words(self)
        self.copy = self._button(self.tr("Copy all"), "copy")
        self.save_button = self._button(self.tr("Save as…"), "download")
        self._lay_out(count)
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

    def _lay_out(self, count: int) -> None:
        intro = Words(self, _told(count, len(self.lines), self), muted=True)
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

    def _say(self) -> None:
        chosen = self.table.chosen
        self.whole.say(chosen[0].why if chosen else "")

    def _rows(self) -> list[tuple[str, str, str]]:
        return [(str(line.row), line.cell, line.why) for line in self.lines]

    def _titles(self) -> tuple[str, ...]:
        return tuple(shown(column.heading) for column in _COLUMNS)

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


def _told(count: int, kept: int, parent: QWidget) -> str:
    words = parent.tr(
        "These rows are not in the review. Put them right in the spreadsheet and open it again."
    )
    if kept < count:
        first = parent.tr("Of {count} refused rows the first {kept} are listed.")
        words += " " + first.format(count=count_shown(count), kept=count_shown(kept))
    return words


