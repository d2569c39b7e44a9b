"""The top of the details: which card, its status, why it is so, who can change it, what to do."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.explain import explain
from simdesk.models.numbers import grouped
from simdesk.models.periods import local
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.ui import theme
from simdesk.ui.actions.cards import action_id
from simdesk.ui.cards.look import going_on, status_look
from simdesk.ui.context import Context
from simdesk.ui.details import freshness
from simdesk.ui.details.fields import coded
from simdesk.ui.details.status_mark import StatusMark
from simdesk.ui.details.words import Words
from simdesk.ui.icons import icon
from simdesk.ui.text import shown


class Headline(QFrame):
    """Stands above the tabs. `action_wanted` carries the id of the sensible next step."""

    action_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._row: CardRow | None = None
        self._action: Action | None = None
        self._iccid = Words(self)
        self._iccid.setFont(theme.id_font())
        self._iccid.setProperty("strong", True)
        self._reading = QLabel(self.tr("reading…"), self)
        self._reading.setProperty("muted", True)
        self._reading.hide()
        self._copy = QToolButton(self)
        self._copy.setIcon(icon("copy", "muted"))
        self._copy.setAccessibleName(self.tr("Copy ICCID"))
        self._copy.setToolTip(self.tr("Copy ICCID"))
        self._mark = StatusMark(self)
        self._status = Words(self, strong=True)
        self._why = Words(self)
        self._who = Words(self, muted=True)
        self._next = Words(self)
        self._act = QPushButton(self)
        self._act.setProperty("flat", True)
        self._warning = Words(self)
        self._lay_out()
        self._copy.clicked.connect(self._on_copy_clicked)
        self._act.clicked.connect(self._on_act_clicked)

    def _lay_out(self) -> None:
        number = QHBoxLayout()
        number.setSpacing(4)
        number.addWidget(self._iccid, 1)
        number.addWidget(self._reading)
        number.addWidget(self._copy)
        status = QHBoxLayout()
        status.setSpacing(8)
        status.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        status.addWidget(self._status, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(number)
        layout.addLayout(status)
        layout.addWidget(self._why)
        layout.addWidget(self._who)
        layout.addWidget(self._next)
        # Its words stand below the other words.
        self._act.setStyleSheet("QPushButton { padding: 0; margin-left: -1px; }")
        layout.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._warning)

    def show_card(self, row: CardRow, now: datetime) -> None:
        """Explain `row` as of the provider's business time `now`."""
        self._row = row
        found = explain(row, self._context.desk.cards.capabilities, local(now).date())
        self._iccid.say(grouped(row.facts.iccid))
        self._iccid.setAccessibleName(self.tr("ICCID {iccid}").format(iccid=row.facts.iccid))
        self._mark.show_status(row.facts.status)
        self._status.say(self._status_words(row), status_look(row.facts.status)[0])
        self._why.say(shown(found.why))
        self._who.say(shown(found.who))
        self._next.say(shown(found.next_step))
        self._offer(found.action)
        if self._context.reviewing:
            self._show_review(row)
        stale = freshness.of_row(row, now)
        self._warning.say("" if stale is None else str(stale), "warn")
        self._warning.setVisible(stale is not None)

    def _show_review(self, row: CardRow) -> None:
        """A spreadsheet is looked at: nobody can act, and it may not even tell a status."""
        self._who.hide()
        self._next.hide()
        told = row.facts.status != 0
        self._mark.setVisible(told)
        if not told:
            self._status.say(self.tr("Status not told"))
            self._why.say(self.tr("The spreadsheet says nothing of this card's status."))
        elif not row.facts.specific:
            self._why.say(self.tr("The spreadsheet tells no specific status."))

    def show_reading(self, reading: bool) -> None:
        """Say that the provider is being asked about this card."""
        self._reading.setVisible(reading)

    @property
    def reading(self) -> bool:
        return not self._reading.isHidden()

    def words(self) -> tuple[str, ...]:
        """What stands here, line by line."""
        parts = (self._iccid, self._status, self._why, self._who, self._next, self._warning)
        return tuple(part.text() for part in parts if not part.isHidden() and part.text())

    @property
    def step_button(self) -> QPushButton:
        """The link that takes the next step; hidden where there is none to take."""
        return self._act

    def _status_words(self, row: CardRow) -> str:
        specific = SpecificStatus.of(row.facts.specific)
        words = coded(SimStatus.of(row.facts.status), row.facts.status)
        reason = coded(specific, row.facts.specific)
        if reason and reason.casefold() != words.casefold():
            words = reason if reason.startswith(words) else f"{words} · {reason}"
        going = going_on(row)
        return words if going is None else f"{words} → {shown(going)}"

    def _offer(self, action: Action | None) -> None:
        self._action = action
        self._act.setVisible(action is not None)
        if action is not None:
            self._act.setText(f"{shown(action.label)}…")
            self._act.setAccessibleName(
                self.tr("Next step: {action}").format(action=shown(action.label))
            )

    def _on_copy_clicked(self) -> None:
        if self._row is not None:
            QGuiApplication.clipboard().setText(self._row.facts.iccid)
            self._context.messages.tell(self.tr("Copied ICCID"))

    def _on_act_clicked(self) -> None:
        if self._action is not None:
            self.action_wanted.emit(action_id(self._action))
