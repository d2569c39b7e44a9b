"""Attach and remove tags on one card or on many."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.words import button_words
from simdesk.ui.text import shown

_LOAD = "tags dialog"


class TagsDialog(DialogFrame):
    """Ticked: every card gets it. Cleared: no card keeps it. Half: each card stays as it is."""

    def __init__(
        self,
        context: Context,
        card_ids: Sequence[int],
        current: CardRow | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Tags"), parent)
        self._context = context
        self._ids = tuple(card_ids)
        self._mine = current.tags if current is not None and len(self._ids) == 1 else None
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Tags"))
        self._new = QLineEdit(self)
        self._new.setMaxLength(20)
        self._new.setPlaceholderText(self.tr("New tag"))
        self._new.setAccessibleName(self.tr("New tag"))
        self._add = QPushButton(self.tr("Add tag"), self)
        self._add.setAutoDefault(False)
        hint = QLabel(self.tr("A half-ticked tag stays as it is on each card."), self)
        hint.setObjectName("muted")
        hint.setVisible(self._mine is None)
        self._lay_out(hint)
        self.set_confirm(shown(button_words(Action.TAG, len(self._ids))))
        self._add.clicked.connect(self._on_add_clicked)
        self._new.returnPressed.connect(self._on_add_clicked)
        self.finished.connect(self._on_finished)
        context.tasks.start(_LOAD, self._load(), replace=True)

    def _lay_out(self, hint: QLabel) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._new, 1)
        row.addWidget(self._add)
        self.content.addWidget(self._list, 1)
        self.content.addWidget(hint)
        self.content.addLayout(row)
        self.setMinimumWidth(360)

    async def _load(self) -> None:
        for name in await self._context.desk.cards.known("tag"):
            self._show_tag(name, self._start_state(name))

    def _start_state(self, name: str) -> Qt.CheckState:
        if self._mine is None:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if name in self._mine else Qt.CheckState.Unchecked

    def _show_tag(self, name: str, state: Qt.CheckState) -> None:
        item = QListWidgetItem(name, self._list)
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        if self._mine is None:
            flags |= Qt.ItemFlag.ItemIsUserTristate
        item.setFlags(flags)
        item.setCheckState(state)

    def confirmed(self) -> None:
        if self._new.text().strip():
            self._on_add_clicked()
        self._context.tasks.start("write tags", self._write(), replace=False)

    async def _write(self) -> None:
        if await self.hold(self._written()):
            self.accept()

    async def _written(self) -> bool:
        await self._context.desk.edits.change_tags(self._ids, *self._wanted())
        return True

    def _wanted(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names to attach and the names to remove; half-ticked ones are neither."""
        return self._named(Qt.CheckState.Checked), self._named(Qt.CheckState.Unchecked)

    def _named(self, state: Qt.CheckState) -> tuple[str, ...]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(item.text() for item in items if item.checkState() == state)

    def _on_add_clicked(self) -> None:
        name = self._new.text().strip()
        if not name:
            return
        self._new.clear()
        known = self._list.findItems(name, Qt.MatchFlag.MatchFixedString)
        if known:
            known[0].setCheckState(Qt.CheckState.Checked)
            self._list.setCurrentItem(known[0])
        else:
            self._show_tag(name, Qt.CheckState.Checked)
            self._list.scrollToBottom()

    def _on_finished(self) -> None:
        self._context.tasks.cancel(_LOAD)
