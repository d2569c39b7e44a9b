"""Completion in the quick search: field names, tokens and values the desk holds."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from simdesk.models.errors import KnownError
from simdesk.models.filter_completion import Completion, completions
from simdesk.models.filter_text import parse_filter
from simdesk.ui.context import Context
from simdesk.ui.filter.known_values import KnownValues
from simdesk.ui.filter.positions import points, units
from simdesk.ui.text import shown

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROWS = 10
_UNFINISHED = (":", ">=", "<")


class CompletionModel(QAbstractListModel):
    """`carrier:   Carrier`: what would be written, and what it means."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Sequence[Completion] = ()

    def show_found(self, found: Sequence[Completion]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            meaning = shown(one.label)
            written = one.insert.rstrip(":")
            return one.insert if meaning == written else f"{one.insert}    {meaning}"
        return one.insert if role == Qt.ItemDataRole.EditRole else None


class FilterCompleter(QObject):
    """Shows a list below the box while something can be completed.

    The arrows choose and Enter or Tab take it over; Tab alone takes the first entry that goes on
    with a word that is not finished. Enter alone asks for what was typed, and never for more.
    """

    def __init__(self, context: Context, box: QLineEdit) -> None:
        super().__init__(box)
        self._box = box
        self._known = KnownValues(context, "quick search", self)
        self._model = CompletionModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_ROWS)
        self._completer.setWidget(box)
        self._list = QListView()
        self._list.setObjectName("completions")
        self._completer.setPopup(self._list)
        self._list.setAccessibleName(self.tr("Completions"))
        chosen = self._completer.activated[QModelIndex]  # type: ignore[index]  # one of two forms
        chosen.connect(self._on_activated)
        self._known.learned.connect(self._on_learned)

    @property
    def visible(self) -> bool:
        return self._list.isVisible()

    @property
    def offered(self) -> list[str]:
        """What would be written, in the order of the list."""
        return [one.insert for one in self._model.found]

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the list, not the box, is to have this key."""
        if not self.visible:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return True
        chosen = self._list.currentIndex().isValid()
        return chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def go_on(self) -> bool:
        """Write the chosen entry, else the first that goes on with the word being typed.

        False where there is none: Tab is then free to leave the box.
        """
        row = self._list.currentIndex().row()
        if row < 0:
            row = self._first_going_on()
        if not self.visible or row < 0:
            return False
        self.choose(row)
        return True

    def _first_going_on(self) -> int:
        words = self._box.text()
        for row, one in enumerate(self._model.found):
            typed = words[one.start : one.end].casefold()
            needed = one.insert.endswith(_UNFINISHED) or not _reads(words)
            if needed and one.insert.casefold().startswith(typed):
                return row
        return -1

    def offer(self, *, explicitly: bool) -> None:
        """Show what may come next; without being asked only where something was begun."""
        words = self._box.text()
        position = points(words, self._box.cursorPosition())
        begun = position > 0 and not words[position - 1].isspace()
        found = completions(words, position, self._known.of) if explicitly or begun else ()
        self._model.show_found(found)
        if not found:
            self.hide()
            return
        self._completer.complete()
        # Qt chooses the first entry, and Enter would write it over what was typed.
        self._list.setCurrentIndex(_ROOT)

    def hide(self) -> None:
        self._list.hide()

    def choose(self, row: int) -> None:
        """Write the completion in that row into the text, as if it had been typed."""
        if not 0 <= row < len(self._model.found):
            return
        one = self._model.found[row]
        words = self._box.text()
        start, end = units(words, one.start), units(words, one.end)
        self._box.setSelection(start, end - start)
        self._box.insert(one.insert)
        self._box.textEdited.emit(self._box.text())
        if not one.insert.endswith(_UNFINISHED):
            self.hide()

    def _on_activated(self, index: QModelIndex) -> None:
        self.choose(index.row())

    def _on_learned(self) -> None:
        if self._box.window().focusWidget() is self._box:
            self.offer(explicitly=False)


def _reads(words: str) -> bool:
    """Whether a filter can be asked as it is."""
    try:
        parse_filter(words)
    except KnownError:
        return False
    return True
