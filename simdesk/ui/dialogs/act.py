"""One act on a frozen set of cards: its form, its preview, its gate, its button."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import ActRequest, Preview, Request
from simdesk.ui.context import Context
from simdesk.ui.dialogs.forms import ActForm
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.gate import Gate, needs_gate
from simdesk.ui.dialogs.preview_panel import PreviewPanel
from simdesk.ui.dialogs.words import button_words, consequence, sub_card_words
from simdesk.ui.text import shown

_PREVIEW = "preview"
_SEND = "send operation"
_WIDTH = 640


class ActDialog(DialogFrame):
    """Nothing is sent before its preview was shown; what is sent is that preview."""

    sent = Signal(str)
    """The operation's id, once its items are in the journal."""
    cards_wanted = Signal(object)
    pool_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        heading: str,
        form: ActForm,
        card_ids: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, parent)
        self._context = context
        self._ids = tuple(card_ids)
        self._form = form
        self._preview: Preview | None = None
        self._consequence = QLabel(self)
        self._consequence.setWordWrap(True)
        self._consequence.setObjectName("muted")
        self._panel = PreviewPanel(self)
        self._gate = Gate(self)
        self._gate.hide()
        self.setMinimumWidth(_WIDTH)
        for part in (form, self._consequence, self._panel, self._gate):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.set_confirm(heading, by_enter=False)
        self.confirm_button.setEnabled(False)
        self._panel.cards_wanted.connect(self._on_cards_wanted)
        self._panel.pool_wanted.connect(self.pool_wanted)
        self._panel.pool_wanted.connect(self.reject)
        self._gate.opened_changed.connect(self._on_gate_opened_changed)
        form.request_changed.connect(self.judge)
        self.finished.connect(self._on_finished)

    def judge(self) -> None:
        """Ask for the preview of what the form says now; an older answer no longer counts."""
        self._preview = None
        self.confirm_button.setEnabled(False)
        self.show_error(None)
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
        self._panel.show_loading()
        self._context.tasks.start(_PREVIEW, self._load(request), replace=True)

    def show_unready(self, error: KnownError, again: Callable[[], None]) -> None:
        """Say why there is no preview; `again` asks once more."""
        self._panel.show_nothing()
        self.show_error(error, again)

    async def _load(self, request: ActRequest) -> None:
        try:
            preview = await self._context.desk.operations.preview(request, self._ids)
        except KnownError as error:
            self.show_unready(error, self.judge)
            return
        self.show_preview(preview)

    def show_preview(self, preview: Preview) -> None:
        """Show what would happen, and arm the button and its gate for exactly that."""
        self._preview = preview
        count = preview.eligible_count
        action = preview.request.action
        self._panel.show_preview(preview)
        self._label_button(preview.request, count, preview)
        gated = needs_gate(action) and count > 0
        self._gate.setVisible(gated)
        self._gate.ask_for(count if gated else 0)
        self.confirm_button.setEnabled(count > 0 and not gated)
        self.make_room()

    def _label_button(self, request: ActRequest, count: int, preview: Preview | None) -> None:
        total = None if preview is None else preview.total
        action = request.action
        named = len(request.msisdns) if isinstance(request, Request) else 0
        final = action.irreversible or action is Action.FORCE_ACTIVATE
        self.set_confirm(
            shown(sub_card_words(action, named) if named else button_words(action, count, total)),
            dangerous=final,
            by_enter=not (final or action.paid),
        )

    def confirmed(self) -> None:
        if self._preview is None or not self.confirm_button.isEnabled():
            return
        self._context.tasks.start(_SEND, self._send(self._preview), replace=False)

    async def _send(self, preview: Preview) -> None:
        operation_id = await self.hold(self._context.desk.operations.start(preview))
        if operation_id is not None:
            self.sent.emit(operation_id)
            self.accept()

    def _on_gate_opened_changed(self, opened: bool) -> None:
        if self._preview is not None and needs_gate(self._preview.request.action):
            self.confirm_button.setEnabled(opened)

    def _on_cards_wanted(self, question: object) -> None:
        self.cards_wanted.emit(question)
        self.reject()

    def _on_finished(self) -> None:
        self._context.tasks.cancel(_PREVIEW)
