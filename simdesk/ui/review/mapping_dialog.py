"""What was understood of a spreadsheet, column by column, to be put right before it is read."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from simdesk.models.sheet_mapping import DATE_ORDERS, DateOrder, Mapping, SheetGuess, Understanding
from simdesk.models.sheets import column_letters
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.review.mapping_memory import MappingMemory
from simdesk.ui.review.mapping_model import MappingModel
from simdesk.ui.review.mapping_table import MappingTable
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import MEDIUM, SMALL

_SIZE = (1040, 640)


class MappingDialog(DialogFrame):
    """Accepted: `mapping` says how to read the file, and is remembered for its titles."""

    def __init__(
        self,
        name: str,
        understanding: Understanding,
        memory: MappingMemory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.show_heading(self.tr("What is in “{name}”?").format(name=name))
        self._understanding = understanding
        self._memory = memory
        self._guess = understanding.sheets[0]
        self.model = MappingModel(self)
        self.table = MappingTable(self.model, self)
        self.sheet = QComboBox(self)
        self.dates = QComboBox(self)
        self.again = QPushButton(self.tr("Start over with what was guessed"), self)
        self._remembered = QLabel(self)
        self._line = QLabel(self)
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self._show_sheet(0)
        self.table.setFocus()

    # Putting together

    def _lay_out(self) -> None:
        intro = QLabel(
            self.tr(
                "Look through what each column was taken for. What is not used is left out; "
                "the file itself stays as it is."
            ),
            self,
        )
        intro.setObjectName("muted")
        intro.setWordWrap(True)
        self._remembered.setObjectName("muted")
        self._remembered.setText(self.tr("Read as you read the last file with these titles."))
        self.again.setProperty("flat", True)
        self.again.setAutoDefault(False)
        self._line.setProperty("strong", True)
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setWordWrap(True)
        self.content.addWidget(intro)
        self.content.addLayout(self._choices())
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self._line)
        self.safe_button.setText(self.tr("Cancel"))

    def _choices(self) -> QHBoxLayout:
        self.sheet.setAccessibleName(self.tr("Sheet"))
        for guess in self._understanding.sheets:
            self.sheet.addItem(guess.name)
        self.dates.setAccessibleName(self.tr("Dates written as numbers"))
        words: dict[DateOrder, str] = {
            "ymd": self.tr("year first: 2026-06-30"),
            "dmy": self.tr("day first: 30.06.2026"),
            "mdy": self.tr("month first: 06/30/2026"),
        }
        for order in DATE_ORDERS:
            self.dates.addItem(words[order], order)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        several = len(self._understanding.sheets) > 1
        label = QLabel(self.tr("Sheet"), self)
        for part in (label, self.sheet):
            part.setVisible(several)
            row.addWidget(part)
        if several:
            row.addSpacing(MEDIUM)
        row.addWidget(QLabel(self.tr("Dates"), self))
        row.addWidget(self.dates)
        row.addStretch(1)
        row.addWidget(self._remembered)
        row.addWidget(self.again)
        return row

    def _connect(self) -> None:
        self.sheet.activated.connect(self._show_sheet)
        self.again.clicked.connect(self._on_again_clicked)
        self.model.changed.connect(self._say)

    # Showing

    def _show_sheet(self, place: int) -> None:
        self._guess = self._understanding.sheets[place]
        proposal = self._proposal(self._guess)
        kept = self._memory.recall(self._guess, proposal)
        self._show(kept or proposal, remembered=kept is not None and kept != proposal)

    def _proposal(self, guess: SheetGuess) -> Mapping:
        first = self._understanding.mapping
        if guess is self._understanding.sheets[0]:
            return first
        return replace(guess.mapping(first.date_order), from_1904=first.from_1904)

    def _show(self, mapping: Mapping, *, remembered: bool) -> None:
        self.dates.setCurrentIndex(DATE_ORDERS.index(mapping.date_order))
        self._remembered.setVisible(remembered)
        self.again.setVisible(remembered)
        self.model.show_sheet(self._guess, mapping)
        if self.model.rowCount():
            self.table.go_to(0)

    def _on_again_clicked(self) -> None:
        self._show(self._proposal(self._guess), remembered=False)
        self.table.setFocus()

    @property
    def mapping(self) -> Mapping:
        """How the file shall be read, as it is chosen now."""
        proposal = self._proposal(self._guess)
        return replace(
            proposal,
            columns=self.model.chosen(),
            date_order=DATE_ORDERS[self.dates.currentIndex()],
        )

    @property
    def words(self) -> str:
        """The line under the table."""
        return self._line.text()

    def _say(self) -> None:
        mapping = self.mapping
        problem = mapping.problem()
        said = self._summary(mapping) if problem is None else shown(problem)
        role = None if problem is None else "bad"
        self._line.setText(said)
        self._line.setAccessibleName(said)
        if self._line.property("role") != role:
            self._line.setProperty("role", role)
            self._line.style().unpolish(self._line)
            self._line.style().polish(self._line)
        self.set_confirm(self.tr("Open for review"))
        self.confirm_button.setEnabled(problem is None)

    def _summary(self, mapping: Mapping) -> str:
        iccid = next(one.index for one in mapping.columns if one.key == "iccid")
        words = self.tr(
            "ICCID from column {column} · {used} of {all} columns used · "
            "titles in row {row}, cards below it"
        )
        return words.format(
            column=column_letters(iccid),
            used=count_shown(len(mapping.columns)),
            all=count_shown(len(self.model.columns)),
            row=count_shown(mapping.header_row + 1),
        )

    def takes_enter(self) -> bool:
        # In the table, and in its editors, Enter chooses a field.
        choosing = self.focusWidget() in (self.table, *self.table.findChildren(QWidget))
        return not choosing and self.confirm_button.isEnabled()

    @property
    def guess(self) -> SheetGuess:
        """The sheet that is shown."""
        return self._guess
