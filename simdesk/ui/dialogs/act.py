"""One act on a frozen set of cards: its form, its preview, its gate, its button."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.gate import enter_confirms, gate_of, reason_rule
from simdesk.models.operations import ActRequest, Preview, Request
from simdesk.models.texts import Text
from simdesk.ui.context import Context
from simdesk.ui.dialogs.forms import ActForm
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.gate import Gate
from simdesk.ui.dialogs.preview_panel import PreviewPanel
from simdesk.ui.dialogs.reason_line import ReasonLine
from simdesk.ui.dialogs.words import button_words, consequence, sub_card_words
from simdesk.ui.text import shown

_PREVIEW = "preview"
_SEND = "send operation"
_WIDTH = 640
READ_MS = 300
"""A preview stands so long before Enter confirms it: a second press of Enter is not an answer."""

Asking = Callable[[], Awaitable[Preview]]


class ActDialog(DialogFrame):
    """Nothing is sent before its preview was shown; what is sent is that preview."""

    sent = Signal(str)
    """The operation's id, once its items are in the journal."""
    previewed = Signal(object)
    """The Preview that has just been put on the screen."""
    confirming = Signal(object)
    """The Preview that the operator has just confirmed, its gate open."""
    cards_wanted = Signal(object)
    pool_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        heading: str,
        form: ActForm,
        card_ids: Sequence[int],
        parent: QWidget | None = None,
        *,
        asking: Asking | None = None,
    ) -> None:
        """`asking` previews an earlier operation anew, to retry or reverse it, without a form."""
        super().__init__(heading, parent)
        self._context = context
        self._ids = card_ids
        self._form = form
        self._asking = asking
        self._preview: Preview | None = None
        self._standing = QElapsedTimer()
        self._consequence = QLabel(self)
        self._consequence.setWordWrap(True)
        self._consequence.setObjectName("muted")
        self._panel = PreviewPanel(self)
        self.reason = ReasonLine(self)
        self.gate = Gate(self)
        self._ban = QLabel(self)
        self._ban.setObjectName("errorLine")
        self._ban.setWordWrap(True)
        self.setMinimumWidth(_WIDTH)
        for part in (form, self._consequence, self._panel, self.reason, self.gate, self._ban):
            self.content.addWidget(part)
        self.content.addStretch(1)
        # With nothing in it, it would still part what stands above and below.
        form.setVisible(form.first is not None)
        self.set_confirm(heading, by_enter=False)
        self._connect()
        self.arm()

    def _connect(self) -> None:
        self._panel.cards_wanted.connect(self._on_cards_wanted)
        self._panel.pool_wanted.connect(self.pool_wanted)
        self._panel.pool_wanted.connect(self.reject)
        self.gate.opened_changed.connect(self.arm)
        self.reason.given_changed.connect(self.arm)
        self._context.bridge.sending_changed.connect(self.arm)
        self._form.request_changed.connect(self.judge)
        self.finished.connect(self._on_finished)

    # The preview

    @property
    def preview(self) -> Preview | None:
        """What is on the screen, and would be sent; None while there is none."""
        return self._preview

    def judge(self) -> None:
        """Ask for the preview of what the form says now; an older answer no longer counts."""
        self._preview = None
        self.arm()
        self.show_error(None)
        if self._asking is not None:
            self._ask(self._asking)
            return
        try:
            request = self._form.request()
        except KnownError as error:
            self._context.tasks.cancel(_PREVIEW)
            self.show_error(error)
            return
        if request is None:
            self._context.tasks.cancel(_PREVIEW)
            return
        self._consequence.setText(shown(consequence(request.action)))
        self._label_button(request, len(self._ids), None)
        self._ask(partial(self._context.desk.operations.preview, request, self._ids))

    def _ask(self, asking: Asking) -> None:
        self._panel.show_loading()
        self._context.tasks.start(_PREVIEW, self._load(asking), replace=True)

    def show_unready(self, error: KnownError, again: Callable[[], None]) -> None:
        """Say why there is no preview; `again` asks once more."""
        self._panel.show_nothing()
        self.show_error(error, again)

    async def _load(self, asking: Asking) -> None:
        try:
            preview = await asking()
        except KnownError as error:
            self.show_unready(error, self.judge)
            return
        self.show_preview(preview)

    def show_preview(self, preview: Preview) -> None:
        """Show what would happen, and arm the button and its gate for exactly that."""
        self._preview = preview
        self._standing.start()
        count = preview.eligible_count
        action = preview.request.action
        self._consequence.setText(shown(consequence(action)))
        self._panel.show_preview(preview)
        self._label_button(preview.request, count, preview)
        asked = 0 if preview.obstacles else count
        self.gate.ask_for(gate_of(action, asked), asked, self._context.desk.provider.account)
        self.reason.ask(reason_rule(action, asked))
        self.arm()
        self.make_room()
        self.previewed.emit(preview)

    def _label_button(self, request: ActRequest, count: int, preview: Preview | None) -> None:
        total = None if preview is None else preview.total
        action = request.action
        named = len(request.msisdns) if isinstance(request, Request) else 0
        self.set_confirm(
            shown(sub_card_words(action, named) if named else button_words(action, count, total)),
            dangerous=action.irreversible or action is Action.FORCE_ACTIVATE,
            by_enter=enter_confirms(action, count),
        )

    # The button

    def arm(self) -> None:
        ban = self._context.desk.sending.reason
        words = self.tr("Nothing is sent at present: {reason}")
        self._ban.setText("" if ban is None else words.format(reason=shown(ban)))
        self._ban.setVisible(ban is not None)
        missing = self._missing(ban)
        self.confirm_button.setEnabled(missing is None and not self.held)
        self.confirm_button.setToolTip(missing or "")

    def _missing(self, ban: Text | None) -> str | None:
        """What stands between the preview and its being sent; None when nothing does."""
        preview = self._preview
        if ban is not None:
            return shown(ban)
        if preview is None:
            return self.tr("There is no preview yet.")
        if preview.obstacles:
            return shown(preview.obstacles[0])
        if not preview.eligible_count:
            return self.tr("No card would be acted on.")
        if not self.reason.given:
            return self.tr("Say why first.")
        return None if self.gate.opened else self.tr("Confirm the cards first.")

    def takes_enter(self) -> bool:
        return self._standing.isValid() and self._standing.elapsed() >= READ_MS

    def confirmed(self) -> None:
        if self._preview is None or not self.confirm_button.isEnabled():
            return
        if not self._context.tasks.busy(_SEND):
            self.confirming.emit(self._preview)
        self._context.tasks.start(_SEND, self._send(self._preview), replace=False)

    async def _send(self, preview: Preview) -> None:
        self.show_error(None)
        start = self._context.desk.operations.start(preview, self.reason.reason)
        operation_id = await self.hold(start, self.judge)
        if operation_id is not None:
            self.sent.emit(operation_id)
            self.accept()

    def _on_cards_wanted(self, question: object) -> None:
        self.cards_wanted.emit(question)
        self.reject()

    def _on_finished(self) -> None:
        self._context.tasks.cancel(_PREVIEW)
