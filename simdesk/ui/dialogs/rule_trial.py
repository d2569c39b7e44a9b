"""Try a rule on history: what it would have done; from here it is switched on, seen or unseen."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.models.rule_words import sentence
from simdesk.models.rules import PoolShare, RuleDraft
from simdesk.services.rule_trials import TrialResult
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.rule_trial_columns import (
    CARD_ICCID,
    CARD_MEASURED,
    DAY_FIRED,
    CardRow,
    DayDelegate,
    DayRow,
    cards_model,
    day_rows,
    days_model,
)
from simdesk.ui.listing.cells import NumberDelegate
from simdesk.ui.listing.table import ListTable
from simdesk.ui.measures import grown
from simdesk.ui.text import count_shown, day_shown, shown
from simdesk.ui.theme import SMALL, Density

_TRY = "try rule"
_SHOW = "tried cards"
_SPANS = (90, 60, 30, 7)
_SHOWN = 200
"""Cards listed here; all of them can be shown on the Cards page."""


class RuleTrialDialog(DialogFrame):
    """Begins at once. With `rule_id` it ends in switching that rule on, tried or not."""

    cards_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        draft: RuleDraft,
        rule_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Try “{name}” on history").format(name=draft.name), parent)
        self._context = context
        self._draft = draft
        self._rule_id = rule_id
        self.result_shown: TrialResult | None = None
        self.span = QComboBox(self)
        self.start_button = QPushButton(icons.icon("history"), self.tr("Try again"), self)
        self.bar = QProgressBar(self)
        self.summary = QLabel(self)
        self.notes = QLabel(self)
        self._of_pool = isinstance(draft.condition, PoolShare)
        days = days_model(of_pool=self._of_pool, parent=self)
        self.days = ListTable(self.tr("Days"), days, DAY_FIRED, Density.COMPACT, self)
        self.cards = ListTable(
            self.tr("Cards"), cards_model(self), CARD_MEASURED, Density.COMPACT, self
        )
        self.show_button = QPushButton(icons.icon("cards"), self.tr("Show cards"), self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._show_state()
        self._begin()

    # Putting together

    def _lay_out(self) -> None:
        self.resize(1000, 620)
        says = _words(shown(sentence(self._draft)), self)
        says.setObjectName("muted")
        self.span.setAccessibleName(self.tr("How far back"))
        for days in _SPANS:
            self.span.addItem(self.tr("the last {days} days").format(days=days), days)
        self.start_button.setAutoDefault(False)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(240)
        self.bar.setAccessibleName(self.tr("Progress of the try"))
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(QLabel(self.tr("Try on"), self))
        line.addWidget(self.span)
        line.addWidget(self.start_button)
        line.addWidget(self.bar)
        line.addStretch(1)
        self.summary.setWordWrap(True)
        self.summary.setProperty("strong", True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setObjectName("muted")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.content.addWidget(says)
        self.content.addLayout(line)
        self.content.addWidget(self.summary)
        self.content.addWidget(self._lists(), 1)
        self.content.addWidget(self.notes)

    def _lists(self) -> QWidget:
        self.days.setItemDelegateForColumn(DAY_FIRED, DayDelegate(self.days))
        self.days.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.cards.setItemDelegateForColumn(CARD_ICCID, NumberDelegate(self.cards))
        self.show_button.setAutoDefault(False)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        right.addWidget(self.cards, 1)
        right.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignRight)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.days, 1)
        row.addLayout(right, 0 if self._of_pool else 1)
        for of_cards in (self.cards, self.show_button):
            of_cards.setHidden(self._of_pool)
        if not self._of_pool:
            self.days.setFixedWidth(grown(348))
        self._stack.addWidget(QWidget(self))
        self._stack.addWidget(both)
        return self._stack

    def _connect(self) -> None:
        self.start_button.clicked.connect(self._on_start_clicked)
        self.span.currentIndexChanged.connect(self._begin)
        self.days.selectionModel().selectionChanged.connect(lambda *_: self._on_day_chosen())
        self.show_button.clicked.connect(self._on_show_clicked)
        self._context.tasks.busy_changed.connect(self._on_busy_changed)
        self.finished.connect(self._on_finished)

    # Trying

    @property
    def trying(self) -> bool:
        return self._context.tasks.busy(_TRY)

    def _begin(self) -> None:
        self.result_shown = None
        self._stack.setCurrentIndex(0)
        self.summary.setText(self.tr("Reading the past…"))
        self.notes.setText("")
        self.bar.setRange(0, 0)
        self.show_error(None)
        self._context.tasks.start(_TRY, self._try(int(self.span.currentData())), replace=True)
        self._show_state()

    async def _try(self, days: int) -> None:
        try:
            result = await self._context.desk.automation.try_on_history(
                self._draft, days, self._on_moved
            )
        except KnownError as error:
            self.summary.setText(self.tr("It could not be tried."))
            self.show_error(error)
            return
        self.show_result(result)

    def _on_moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_result(self, result: TrialResult) -> None:
        """Say what the rule would have done."""
        self.result_shown = result
        self.summary.setText(self._summarised(result))
        self.notes.setText(" ".join(shown(note) for note in result.notes))
        rows = day_rows(result)
        self.days.list.show_rows(rows)
        self._stack.setCurrentIndex(1 if rows else 0)
        if rows:
            self.days.choose({rows[0].day})
        self._show_state()

    def _summarised(self, result: TrialResult) -> str:
        if not result.days:
            return self.tr("History knows nothing of this.")
        names = {"first": day_shown(result.first), "last": day_shown(result.last)}
        if not result.fired:
            return self.tr("From {first} to {last} it would not have fired once.").format(**names)
        days = sum(one.cards > 0 for one in result.days)
        if self._of_pool:
            words = self.tr(
                "From {first} to {last} the pool would have met it on {days} days: "
                "{notices} notifications."
            )
        else:
            words = self.tr(
                "From {first} to {last} it would have fired on {cards} of {watched} cards, "
                "on {days} days: {notices} notifications."
            )
        return words.format(
            **names,
            cards=count_shown(result.fired),
            watched=count_shown(result.watched),
            days=days,
            notices=count_shown(result.notifications),
        )

    def _show_state(self) -> None:
        trying = self.trying
        self.bar.setVisible(trying)
        self.start_button.setText(self.tr("Stop") if trying else self.tr("Try again"))
        self.start_button.setIcon(icons.icon("stop" if trying else "history"))
        self.start_button.setAccessibleName(self.start_button.text())
        if self._rule_id is None:
            self.confirm_button.hide()
            return
        self.safe_button.setText(self.tr("Leave it off"))
        seen = self.result_shown is not None
        self.set_confirm(self.tr("Switch on") if seen else self.tr("Switch on without looking"))

    def _on_start_clicked(self) -> None:
        if self.trying:
            self._context.tasks.cancel(_TRY)
            self.summary.setText(self.tr("Stopped."))
        else:
            self._begin()

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        del busy
        if name == _TRY:
            self._show_state()

    # Looking

    @property
    def chosen_day(self) -> date | None:
        """The day that is chosen; None for all of them."""
        rows: tuple[DayRow, ...] = self.days.chosen
        return rows[0].day if rows else None

    def _on_day_chosen(self) -> None:
        result = self.result_shown
        if result is not None and result.trial is not None and self.days.chosen:
            self._context.tasks.start(_SHOW, self._show_cards(result), replace=True)

    async def _show_cards(self, result: TrialResult) -> None:
        day = self.chosen_day
        listed = result.cards(_SHOWN, day)
        found = await self._context.desk.cards.rows([one.card_id for one in listed])
        iccids = {row.id: row.facts.iccid for row in found}
        self.cards.list.show_rows([CardRow(iccids.get(one.card_id, ""), one) for one in listed])
        count = len(result.ids(day))
        words = self.tr("Show 1 card") if count == 1 else self.tr("Show {count} cards")
        self.show_button.setText(words.format(count=count_shown(count)))
        self.show_button.setAccessibleName(self.show_button.text())

    def _on_show_clicked(self) -> None:
        if self.result_shown is not None:
            self.cards_wanted.emit(CardFilter(card_ids=self.result_shown.ids(self.chosen_day)))
            self.reject()

    # Ending

    def confirmed(self) -> None:
        self._context.tasks.start("switch rule on", self._switch_on(), replace=False)

    async def _switch_on(self) -> None:
        if await self.hold(self._switched()):
            self.accept()

    async def _switched(self) -> bool:
        if self._rule_id is not None:
            await self._context.desk.automation.switch(self._rule_id, on=True)
        return True

    def _on_finished(self) -> None:
        self._context.tasks.cancel(_TRY)
        self._context.tasks.cancel(_SHOW)


def _words(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
