"""The acts at the provider that a sheet wishes for: each is previewed, and sent, on its own."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from simdesk.models.bringing_back import WishedAct
from simdesk.models.operations import LimitRequest, RebindRequest
from simdesk.models.usage import KB_PER_MB
from simdesk.ui.context import Context
from simdesk.ui.dialogs.act import ActDialog
from simdesk.ui.dialogs.forms import ActForm
from simdesk.ui.joining import told
from simdesk.ui.text import count_shown, shown, size_shown
from simdesk.ui.theme import SMALL, TINY

MOST_SHOWN = 8
"""Acts with a button of their own; a sheet with more different limits than that is unusual."""


class WishedActs(QWidget):
    """Hidden where there is nothing to ask. `sent` carries an operation's id."""

    sent = Signal(str)
    cards_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.buttons: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(TINY)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_acts(self, acts: Sequence[WishedAct]) -> None:
        """Offer each of them, in the order in which they are to be sent."""
        if not acts:
            return
        title = QLabel(self.tr("Asked of the provider, each after a preview of its own:"), self)
        title.setObjectName("muted")
        self._grid.addWidget(title, 0, 0, 1, 2)
        for place, act in enumerate(acts[:MOST_SHOWN], 1):
            button = QPushButton(f"{self._words(act)}…", self)
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._open, act, button))
            self._grid.addWidget(button, place, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
        if len(acts) > MOST_SHOWN:
            words = self.tr("{count} more: bring the sheet back again when these are done.")
            more = QLabel(words.format(count=count_shown(len(acts) - MOST_SHOWN)), self)
            more.setObjectName("muted")
            self._grid.addWidget(more, MOST_SHOWN + 1, 0, 1, 2)
        self.show()

    def _words(self, act: WishedAct) -> str:
        request, count = act.request, len(act.card_ids)
        named = shown(request.action.label)
        if isinstance(request, LimitRequest):
            size = size_shown(request.limit_mb * KB_PER_MB)
            size = size if request.limit_mb else self.tr("off")
            named = f"{named} {size}"
        elif isinstance(request, RebindRequest):
            switch = self.tr("on") if request.on else self.tr("off")
            named = f"{named} {switch}"
        cards = self.tr("1 card") if count == 1 else self.tr("{count} cards")
        return told(named, cards.format(count=count_shown(count)))

    def _open(self, act: WishedAct, button: QPushButton) -> None:
        asking = partial(self._context.desk.operations.preview, act.request, act.card_ids)
        heading = shown(act.request.action.label)
        dialog = ActDialog(
            self._context, heading, ActForm(), act.card_ids, self.window(), asking=asking
        )
        dialog.sent.connect(self.sent)
        dialog.sent.connect(lambda _: self._on_sent(button))
        dialog.cards_wanted.connect(self.cards_wanted)
        dialog.open()
        dialog.judge()

    def _on_sent(self, button: QPushButton) -> None:
        button.setEnabled(False)
        button.setToolTip(self.tr("Sent: its operation is under way."))
