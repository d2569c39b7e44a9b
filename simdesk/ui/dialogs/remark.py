"""Write the remark of one card or of many."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.words import button_words
from simdesk.ui.measures import grown
from simdesk.ui.text import count_shown, shown

_MOST = 100
"""Characters of a remark (domain.md 9, row 23)."""


class RemarkEdit(QPlainTextEdit):
    """A remark is one line, however long: Enter is the dialog's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


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
        self._ids = card_ids
        self._words = RemarkEdit(self)
        self._words.setAccessibleName(self.tr("Remark"))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(grown(84))
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
        changed = await self.hold(self._context.desk.edits.set_remark(self._ids, remark))
        if changed is not None:
            self._context.messages.tell(remark_written(changed))
            self.accept()

    def _on_words_changed(self) -> None:
        used = len(self._words.toPlainText())
        self._left.setText(self.tr("{used} of {most} characters").format(used=used, most=_MOST))
        self.confirm_button.setEnabled(used <= _MOST)


def remark_written(count: int) -> Text:
    """What was done, where the column of remarks may be out of sight."""
    if count == 1:
        return text(QT_TRANSLATE_NOOP("trade", "Remark of 1 card written."))
    return text(
        QT_TRANSLATE_NOOP("trade", "Remark of {count} cards written."), count=count_shown(count)
    )
