"""Write the remark of one card or of many."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.words import button_words
from simdesk.ui.text import shown

_MOST = 100
"""Characters of a remark (domain.md 9, row 23)."""


class RemarkDialog(DialogFrame):
    """A remark belongs to the desk: it is written at once and can be undone."""

    def __init__(
        self,
        context: Context,
        card_ids: Sequence[int],
        current: CardRow | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shown(Action.REMARK.label), parent)
        self._context = context
        self._ids = tuple(card_ids)
        self._words = QPlainTextEdit(self)
        self._words.setAccessibleName(self.tr("Remark"))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(84)
        if current is not None and len(self._ids) == 1:
            self._words.setPlainText(current.remark)
            self._words.selectAll()
        self._left = QLabel(self)
        self._left.setObjectName("muted")
        self.setMinimumWidth(420)
        self.content.addWidget(self._words)
        self.content.addWidget(self._left)
        self.set_confirm(shown(button_words(Action.REMARK, len(self._ids))))
        self._words.textChanged.connect(self._on_words_changed)
        self._on_words_changed()
        self._words.setFocus()

    def confirmed(self) -> None:
        self._context.tasks.start("write remark", self._write(), replace=False)

    async def _write(self) -> None:
        remark = self._words.toPlainText().replace("\n", " ").strip()
        if await self.hold(self._written(remark)):
            self.accept()

    async def _written(self, remark: str) -> bool:
        await self._context.desk.edits.set_remark(self._ids, remark)
        return True

    def _on_words_changed(self) -> None:
        used = len(self._words.toPlainText())
        self._left.setText(self.tr("{used} of {most} characters").format(used=used, most=_MOST))
        self.confirm_button.setEnabled(used <= _MOST)
