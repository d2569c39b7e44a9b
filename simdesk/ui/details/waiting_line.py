"""The line about what waits to be sent for the card that is looked at, and the way to revoke it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from simdesk.models.action import Action
from simdesk.models.attention import WaitingAct
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.inline_link import InlineLink
from simdesk.ui.joining import sentences
from simdesk.ui.pages.operations_words import revoke_words
from simdesk.ui.spaced import Spaced
from simdesk.ui.text import carriers_moment_shown, counted, shown
from simdesk.ui.theme import MEDIUM, TINY

_LOAD = "details: waiting"
_SOON_MS, _SPACING_MS = 50, 1_000


class WaitingLine(QFrame):
    """Hidden while nothing waits for the card. Revoking calls off the whole operation."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("message", "info")
        self._context = context
        self._card_id: int | None = None
        self._act: WaitingAct | None = None
        self._words = Words(self)
        self._revoke = InlineLink("", self)
        box = QVBoxLayout(self)
        box.setContentsMargins(MEDIUM, TINY, MEDIUM, TINY)
        box.setSpacing(TINY)
        box.addWidget(self._words)
        box.addWidget(self._revoke, 0, Qt.AlignmentFlag.AlignLeft)
        self._reading = Spaced(self._load, _SOON_MS, _SPACING_MS, self)
        self._revoke.clicked.connect(self._on_revoke_clicked)
        context.bridge.operations_changed.connect(self._on_operations_changed)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def button(self) -> QPushButton:
        """The link that revokes."""
        return self._revoke

    def show_card(self, card_id: int | None) -> None:
        """Read what waits for this card, where it is not known yet; None for no card."""
        if card_id != self._card_id:
            self._card_id = card_id
            self._show(None)
            self._load()

    def _on_operations_changed(self) -> None:
        # Hidden while nothing waits, it is in sight where what it stands in is.
        within = self.parentWidget()
        if within is not None and not within.isVisible():
            self._card_id = None
        elif self._card_id is not None:
            self._reading.want()

    def _load(self) -> None:
        if self._card_id is None:
            self._context.tasks.cancel(_LOAD)
        else:
            self._context.tasks.start(_LOAD, self._read(self._card_id), replace=True)

    async def _read(self, card_id: int) -> None:
        act = await self._context.desk.attention.waiting_of(card_id)
        if card_id == self._card_id:
            self._show(act)

    def _show(self, act: WaitingAct | None) -> None:
        self._act = act
        self.setVisible(act is not None)
        if act is None:
            return
        if act.request.action is Action.CANCEL:
            words = self.tr("Its cancellation will be sent {when}.")
        else:
            words = self.tr("“{act}” will be sent for it {when}.")
        when = self.tr("at its time")
        if act.not_before is not None:
            when = self.tr("on {moment}").format(moment=carriers_moment_shown(act.not_before))
        said = words.format(act=shown(act.request.action.label), when=when)
        if act.cards > 1:
            one = self.tr("1 card waits with it and is revoked together with it.")
            many = self.tr("{count} cards wait with it and are revoked together.")
            said = sentences((said, counted(act.cards - 1, one, many)))
        self._words.say(said)
        self._revoke.setText(shown(revoke_words(act.request.action, act.cards)))
        self._revoke.setAccessibleName(self._revoke.text())

    def _on_revoke_clicked(self) -> None:
        if self._act is not None:
            stopping = self._context.desk.operations.stop(self._act.operation_id)
            name = f"stop {self._act.operation_id}"
            self._context.tasks.start(name, stopping, replace=False)
