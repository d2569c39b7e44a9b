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
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.words import button_words
from simdesk.ui.tag_pill import color_icon
from simdesk.ui.text import count_shown, shown

_LOAD = "tags dialog"
_START = Qt.ItemDataRole.UserRole
"""How a tag stood when the dialog opened."""
_PARTLY = Qt.CheckState.PartiallyChecked


class TagsDialog(DialogFrame):
    """Ticked: every card gets it. Cleared: no card keeps it. Half: each card stays as it is."""

    def __init__(
        self,
        context: Context,
        card_ids: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Tags"), parent)
        self._context = context
        self._ids = card_ids
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Tags"))
        self._new = QLineEdit(self)
        self._new.setMaxLength(20)
        self._new.setPlaceholderText(self.tr("New tag"))
        self._new.setAccessibleName(self.tr("New tag"))
        self._add = QPushButton(self.tr("Add tag"), self)
        self._add.setAutoDefault(False)
        self._hint = QLabel(self.tr("A half-ticked tag stays as it is on each card."), self)
        self._hint.setObjectName("muted")
        self._hint.hide()
        self._lay_out()
        self.set_confirm(shown(button_words(Action.TAG, len(self._ids))))
        self._add.clicked.connect(self._on_add_clicked)
        self._new.textChanged.connect(self._judge)
        self._list.itemChanged.connect(self._judge)
        self._judge()
        self._new.setFocus()
        self.finished.connect(self._on_finished)
        context.tasks.start(_LOAD, self._load(), replace=True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._new, 1)
        row.addWidget(self._add)
        self.content.addWidget(self._list, 1)
        self.content.addWidget(self._hint)
        self.content.addLayout(row)
        self.setMinimumWidth(360)

    async def _load(self) -> None:
        desk = self._context.desk
        tags = await desk.tags.list()
        counts = await desk.cards.tag_counts(self._ids)
        typed = {item.text() for item in self._items()}  # while this was being read
        for tag in tags:
            if tag.name not in typed:
                count = counts.get(tag.name, 0)
                item = self._show_tag(tag.name, self._start_state(count), count)
                item.setIcon(color_icon(tag.color))
        partly = any(self._start_of(item) is _PARTLY for item in self._items())
        self._hint.setVisible(partly)

    def _start_state(self, count: int) -> Qt.CheckState:
        if not count:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if count >= len(self._ids) else _PARTLY

    def _show_tag(
        self, name: str, start: Qt.CheckState, count: int, state: Qt.CheckState | None = None
    ) -> QListWidgetItem:
        item = QListWidgetItem(name)
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        if start is _PARTLY:
            flags |= Qt.ItemFlag.ItemIsUserTristate
        item.setFlags(flags)
        item.setData(_START, start.value)
        item.setCheckState(start if state is None else state)
        self._list.addItem(item)
        if len(self._ids) > 1 and count:
            words = self.tr("{count} of {all} cards have it")
            item.setToolTip(words.format(count=count_shown(count), all=count_shown(len(self._ids))))
        return item

    def confirmed(self) -> None:
        if self._new.text().strip():
            self._on_add_clicked()
        if self.confirm_button.isEnabled():
            self._context.tasks.start("write tags", self._write(), replace=False)

    async def _write(self) -> None:
        added, removed = self._wanted()
        edits = self._context.desk.edits
        changed = await self.hold(edits.change_tags(self._ids, added, removed))
        if changed is not None:
            self._context.messages.tell(tags_written(changed))
            self.accept()

    def _wanted(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names to attach and the names to remove: those that were ticked or cleared here."""
        return self._changed_to(Qt.CheckState.Checked), self._changed_to(Qt.CheckState.Unchecked)

    def _changed_to(self, state: Qt.CheckState) -> tuple[str, ...]:
        return tuple(
            item.text()
            for item in self._items()
            if item.checkState() is state and self._start_of(item) is not state
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _start_of(self, item: QListWidgetItem) -> Qt.CheckState:
        return Qt.CheckState(item.data(_START))

    def _judge(self) -> None:
        changed = any(self._wanted()) or bool(self._new.text().strip())
        self.confirm_button.setEnabled(changed)

    def _on_add_clicked(self) -> None:
        name = self._new.text().strip()
        if not name:
            return
        known = self._list.findItems(name, Qt.MatchFlag.MatchFixedString)
        if known:
            known[0].setCheckState(Qt.CheckState.Checked)
            self._list.setCurrentItem(known[0])
        else:
            self._show_tag(name, Qt.CheckState.Unchecked, 0, Qt.CheckState.Checked)
            self._list.scrollToBottom()
        self._new.clear()

    def _on_finished(self) -> None:
        self._context.tasks.cancel(_LOAD)


def tags_written(count: int) -> Text:
    """What was done, where the column of tags may be out of sight."""
    if count == 1:
        return text(QT_TRANSLATE_NOOP("trade", "Tags of 1 card changed."))
    return text(
        QT_TRANSLATE_NOOP("trade", "Tags of {count} cards changed."), count=count_shown(count)
    )
