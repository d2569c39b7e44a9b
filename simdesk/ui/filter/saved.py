"""Saved searches: applied, named and deleted; and the small form that saves one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.messages import Offer

if TYPE_CHECKING:
    from simdesk.services.searches import SavedSearch

_SEARCH = Qt.ItemDataRole.UserRole


class SavedList(QWidget):
    """Enter or a double click applies, F2 renames, Delete deletes (and offers to bring it back)."""

    save_wanted = Signal()
    """The question that is asked now is to be saved."""
    filter_chosen = Signal(object)
    """The CardFilter of the search that was applied."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.list = SearchItems(self)
        self.list.setAccessibleName(self.tr("Saved searches"))
        self._empty = QLabel(
            self.tr("No saved searches yet. A saved search brings a filter back by its name."), self
        )
        self._empty.setProperty("muted", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.save = QPushButton(self.tr("Save current search…"), self)
        self._apply = QPushButton(self.tr("Apply"), self)
        self._rename = QPushButton(self.tr("Rename"), self)
        self._delete = QPushButton(self.tr("Delete"), self)
        self._lay_out()
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.itemSelectionChanged.connect(self._fit)
        self.list.delete_pressed.connect(self._on_delete_clicked)
        self.save.clicked.connect(self.save_wanted)
        self._apply.clicked.connect(self._on_apply_clicked)
        self._rename.clicked.connect(self._on_rename_clicked)
        self._delete.clicked.connect(self._on_delete_clicked)
        context.bridge.searches_changed.connect(self.read)
        self._fit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._apply, self._rename, self._delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.save)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    def read(self) -> None:
        """Read the list again."""
        self._context.tasks.start("saved searches", self._read(), replace=True)

    async def _read(self) -> None:
        self._show(await self._context.desk.searches.all())

    def _show(self, searches: "tuple[SavedSearch, ...]") -> None:
        chosen = self._chosen()
        self.list.blockSignals(True)
        self.list.clear()
        for search in searches:
            item = QListWidgetItem(search.name, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(_SEARCH, search)
            item.setToolTip(search.filter_text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{search.name}: {search.filter_text}")
            if chosen is not None and chosen.id == search.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._fit()

    def _chosen(self) -> "SavedSearch | None":
        row = self.list.currentRow()
        if row < 0:
            return None
        found: SavedSearch = self.list.item(row).data(_SEARCH)
        return found

    def _fit(self) -> None:
        chosen = self._chosen() is not None
        for button in (self._apply, self._rename, self._delete):
            button.setEnabled(chosen)
        self._empty.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)

    def _on_activated(self) -> None:
        self._on_apply_clicked()

    def _on_apply_clicked(self) -> None:
        search = self._chosen()
        if search is None:
            return
        try:
            asked = parse_filter(search.filter_text)
        except KnownError as error:
            self._context.messages.fail(error)
            return
        self.filter_chosen.emit(asked)

    def _on_rename_clicked(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.editItem(self.list.currentItem())

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        search: SavedSearch = item.data(_SEARCH)
        name = item.text().strip()
        if name and name != search.name:
            self._context.tasks.start(
                f"rename search {search.id}", self._rename_to(search.id, name), replace=False
            )
            return
        self.list.blockSignals(True)
        item.setText(search.name)
        self.list.blockSignals(False)

    async def _rename_to(self, search_id: int, name: str) -> None:
        try:
            await self._context.desk.searches.rename(search_id, name)
        finally:
            self.read()

    def _on_delete_clicked(self) -> None:
        search = self._chosen()
        if search is not None:
            self._context.tasks.start(
                f"delete search {search.id}", self._delete_one(search), replace=False
            )

    async def _delete_one(self, search: "SavedSearch") -> None:
        await self._context.desk.searches.delete(search.id)
        self.read()
        self._context.messages.tell(
            self.tr("Deleted the saved search “{name}”.").format(name=search.name),
            Offer(self.tr("Bring it back"), lambda: self._bring_back(search)),
        )

    def _bring_back(self, search: "SavedSearch") -> None:
        self._context.tasks.start(
            f"save search {search.name}", self._save_again(search), replace=False
        )

    async def _save_again(self, search: "SavedSearch") -> None:
        await self._context.desk.searches.save(search.name, search.filter_text)
        self.read()


class SearchItems(QListWidget):
    """A list in which Delete asks for deletion."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)


class SaveSearchDialog(DialogFrame):
    """Asks for a name. A name that exists is refused by the desk, in the dialog."""

    def __init__(self, context: Context, asked: CardFilter, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save search"), parent)
        self._context = context
        self._words = filter_text(asked)
        self._name = QLineEdit(self)
        self._name.setAccessibleName(self.tr("Name of the search"))
        self._name.setPlaceholderText(self.tr("Name, for example Depot, expiring soon"))
        self._name.setMaxLength(80)
        shown_words = QLabel(self._words, self)
        shown_words.setTextFormat(Qt.TextFormat.PlainText)
        shown_words.setProperty("muted", True)
        shown_words.setWordWrap(True)
        self.content.addWidget(self._name)
        self.content.addWidget(shown_words)
        if asked.card_ids is not None:
            note = QLabel(self.tr("The list of cards is not saved along."), self)
            note.setProperty("role", "warn")
            self.content.addWidget(note)
        self.setMinimumWidth(420)
        self.set_confirm(self.tr("Save search"))
        self.confirm_button.setEnabled(False)
        self._name.textChanged.connect(self._on_name_changed)
        self._name.setFocus()

    def confirmed(self) -> None:
        self._context.tasks.start("save search", self._save(), replace=False)

    async def _save(self) -> None:
        try:
            await self._context.desk.searches.save(self._name.text().strip(), self._words)
        except KnownError as error:
            self.show_error(error)
            return
        self.accept()

    def _on_name_changed(self, name: str) -> None:
        self.confirm_button.setEnabled(bool(name.strip()))
