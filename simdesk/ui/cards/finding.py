"""The question in all its forms: quick search, chips, advanced search; they show the same value."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.filters import CardFilter
from simdesk.ui.context import Context
from simdesk.ui.filter.chips import ChipBar
from simdesk.ui.filter.dock import FilterDock
from simdesk.ui.filter.paste_dialog import PasteDialog
from simdesk.ui.filter.quick_search import QuickSearch


class Finding(QObject):
    """Whoever changes the question, the others follow."""

    filter_changed = Signal(object)
    """The CardFilter that is asked now."""
    pasted = Signal(object)
    """A CardFilter of cards that were pasted; it comes in place of `filter_changed`."""
    spreadsheet_wanted = Signal()
    """The cards stand in a spreadsheet."""
    leave_wanted = Signal()
    """The keys go back to the table."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._asked = CardFilter()
        self.quick = QuickSearch(context, parent)
        self.chips = ChipBar(context, parent)
        self.dock = FilterDock(context, parent)
        for part in (self.quick, self.chips, self.dock):
            part.filter_changed.connect(self._on_filter_changed)
        self.quick.leave_wanted.connect(self.leave_wanted)

    def show_filter(self, asked: CardFilter) -> None:
        """Show a question that was asked elsewhere; announces nothing."""
        self._asked = asked
        for part in (self.quick, self.chips, self.dock):
            part.show_filter(asked)

    def find(self) -> None:
        """Give the keys to the quick search box."""
        self.quick.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.quick.selectAll()

    def find_advanced(self) -> None:
        """Open the advanced search at its first field."""
        self.dock.show()
        self.dock.raise_()
        self.dock.focus_first()

    def find_by(self, name: str) -> None:
        """Open the advanced search at one criterion."""
        self.dock.show()
        self.dock.raise_()
        self.dock.focus_criterion(name)

    def paste(self, words: str = "", *, at_once: bool = False) -> None:
        """Open the sheet that takes a column of numbers: `words`, else what was copied.

        `at_once` looks them up without another word.
        """
        dialog = PasteDialog(self._context, self._parent.window())
        if words:
            dialog.words.setPlainText(words)
            dialog.find_button.setFocus()
        dialog.cards_wanted.connect(self._on_pasted)
        dialog.spreadsheet_wanted.connect(self.spreadsheet_wanted)
        dialog.open()
        if at_once:
            dialog.find_button.click()

    def _on_pasted(self, asked: CardFilter) -> None:
        self.show_filter(asked)
        self.pasted.emit(asked)

    def _on_filter_changed(self, asked: CardFilter) -> None:
        if asked != self._asked:
            self.show_filter(asked)
            self.filter_changed.emit(asked)
