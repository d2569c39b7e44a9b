"""Cards whose outcome nobody knows: a person looks at the provider and says what became of each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from simdesk.models.attention import PersonItem
from simdesk.models.filters import CardFilter
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.entry import LONGEST_NOTE
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.person_question import PersonQuestion
from simdesk.ui.listing.cells import NumberDelegate
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.listing.table import ListTable
from simdesk.ui.measures import grown
from simdesk.ui.text import count_shown, moment_shown, shown
from simdesk.ui.theme import SMALL, Density

_LOAD = "persons"
_DECIDE = "decide item"
_WIDTH, _LIST_HEIGHT = 720, 152

_COLUMNS = (
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "ICCID")), lambda r: r.iccid, width=200),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Asked for")),
        lambda r: shown(r.request.action.label),
        width=200,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Sent at")),
        lambda r: "" if r.sent_at is None else moment_shown(r.sent_at),
    ),
)


class PersonDialog(DialogFrame):
    """All cards that need a person in one list, one question at a time below it."""

    again_wanted = Signal(str)
    """Preview sending this operation's failures once more."""
    cards_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cards that need a person"), parent)
        self._context = context
        self._again_id = ""
        self._model = RowsModel(
            _COLUMNS, lambda _: "", None, self, identify=lambda r: (r.operation_id, r.seq)
        )
        self._table = ListTable(
            self.tr("Cards that need a person"), self._model, None, Density.COMPACT, self
        )
        self._table.setItemDelegateForColumn(0, NumberDelegate(self._table))
        self._table.setSelectionMode(ListTable.SelectionMode.SingleSelection)
        self._table.setFixedHeight(grown(_LIST_HEIGHT))
        self._question = PersonQuestion(self)
        self._note = QLineEdit(self)
        self._note.setMaxLength(LONGEST_NOTE)
        self._note.setPlaceholderText(self.tr("What you saw, and where; kept as evidence"))
        self._note.setAccessibleName(self.tr("Note, required"))
        self.took_effect = QPushButton(self.tr("It took effect"), self)
        self.no_effect = QPushButton(self.tr("It did not take effect"), self)
        self._written = Words(self, muted=True)
        self.ask_again = QPushButton(self.tr("Ask again…"), self)
        self.setMinimumWidth(_WIDTH)
        self._lay_out()
        self._connect()
        self._show_question()
        self._load()

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.setSpacing(SMALL)
        answers.addWidget(self._note, 1)
        for button in (self.took_effect, self.no_effect):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            answers.addWidget(button)
        written = QHBoxLayout()
        written.setSpacing(SMALL)
        written.addWidget(self._written, 1)
        written.addWidget(self.ask_again)
        self.ask_again.setAccessibleName(self.ask_again.text())
        self.ask_again.setAutoDefault(False)
        self.ask_again.hide()
        self.content.addWidget(self._table)
        self.content.addWidget(self._question)
        self.content.addLayout(answers)
        self.content.addLayout(written)
        self.content.addStretch(1)
        self.confirm_button.hide()
        self.set_confirm(self.tr("Close"), by_enter=False)

    def _connect(self) -> None:
        self._table.selectionModel().selectionChanged.connect(self._show_question)
        self._table.doubleClicked.connect(self._on_row_activated)
        self._note.textChanged.connect(self.arm)
        self.took_effect.clicked.connect(lambda: self._decide(took_effect=True))
        self.no_effect.clicked.connect(lambda: self._decide(took_effect=False))
        self.ask_again.clicked.connect(self._on_ask_again_clicked)
        self.finished.connect(lambda: self._context.tasks.cancel(_LOAD))

    @property
    def asked(self) -> PersonItem | None:
        """The card that the question is about."""
        chosen = self._table.chosen
        return chosen[0] if chosen else None

    def _load(self) -> None:
        self._context.tasks.start(_LOAD, self._read(), replace=True)

    async def _read(self) -> None:
        found = await self._context.desk.attention.persons()
        self._model.show_rows(found)
        if found and self.asked is None:
            self._table.selectRow(0)
        self._show_question()

    def _show_question(self) -> None:
        count = len(self._model.rows)
        words = (
            self.tr("1 card needs a person")
            if count == 1
            else self.tr("{count} cards need a person")
        )
        self.show_heading(words.format(count=count_shown(count)))
        self._question.show_item(self.asked)
        self.arm()

    def arm(self) -> None:
        able = self.asked is not None and bool(self._note.text().strip()) and not self.held
        for button in (self.took_effect, self.no_effect):
            button.setEnabled(able)
            button.setToolTip("" if able else self.tr("Write down what you saw first."))

    def _decide(self, *, took_effect: bool) -> None:
        item = self.asked
        if item is not None and self.took_effect.isEnabled():
            self._context.tasks.start(_DECIDE, self._write(item, took_effect), replace=False)

    async def _write(self, item: PersonItem, took_effect: bool) -> None:
        self.show_error(None)
        self.took_effect.setEnabled(False)
        self.no_effect.setEnabled(False)
        if await self.hold(self._decided(item, took_effect)) is None:
            return
        self._note.clear()
        self._again_id = "" if took_effect else item.operation_id
        self.ask_again.setVisible(not took_effect)
        words = self.tr("{iccid}: it took effect. Written down.")
        if not took_effect:
            words = self.tr("{iccid}: it did not take effect. Written down; it can be asked again.")
        self._written.say(words.format(iccid=item.iccid))
        self._load()

    async def _decided(self, item: PersonItem, took_effect: bool) -> bool:
        note = self._note.text().strip()
        operations = self._context.desk.operations
        await operations.decide(item.operation_id, item.seq, took_effect, note)
        return True

    def _on_ask_again_clicked(self) -> None:
        self.again_wanted.emit(self._again_id)
        self.accept()

    def _on_row_activated(self) -> None:
        item = self.asked
        if item is not None:
            self.cards_wanted.emit(CardFilter(card_ids=(item.card_id,)))
            self.reject()
